"""A store as CSV files for `neo4j-admin database import full`, which takes tens of millions of nodes.

The files make a database that is a store: what `graph.neo4j_store` writes, column by column. Its constraints
and indexes are made when chidao opens it. A value in quotes is text, the empty one too; without quotes it is
a number, a day, a truth, or none at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from graph.batches import in_batches
from graph.errors import UsageError
from graph.model import Document, NodeKind
from graph.neo4j_store.properties import (
    EDGE_COLUMNS,
    FILE_COLUMNS,
    GROUP_COLUMNS,
    LABELS,
    MENTION_COLUMNS,
    NODE_COLUMNS,
    TEXT_COLUMNS,
    Properties,
    edge_properties,
    file_properties,
    group_properties,
    mention_properties,
    node_properties,
    text_properties,
)
from graph.neo4j_store.schema import VERSION
from graph.store import View

ARGUMENTS = "import.args"
"""File of arguments: `neo4j-admin database import full neo4j @import.args`, in the folder."""

SEPARATOR = "\x1f"
"""Between the values of one field: a control character, as names of files may hold any other."""

SMALLEST_BUFFER = 4 << 20
"""That of the import itself."""

PAGE = 1_000

TYPES = {
    "lot": "long",
    "tier": "long",
    "draft": "boolean",
    "files": "string[]",
    "candidates": "string[]",
    "date_from": "date",
    "date_to": "date",
    "deadline_start": "long",
    "deadline_end": "long",
    "start": "long",
    "end": "long",
    "sentence_start": "long",
    "sentence_end": "long",
    "page": "long",
    "index": "long",
    "certain": "boolean",
    "local": "boolean",
    "sidecar": "boolean",
    "schema": "long",
    "revision": "long",
}
"""Of properties that are no text."""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its columns as the import names them, and its rows by column."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Properties]

    @property
    def option(self) -> str:
        """The argument that names it."""
        return "--relationships" if ":START_ID" in "".join(self.columns) else "--nodes"


def write(view: View, folder: Path) -> None:
    """Write all files into a new or empty folder."""
    _make_empty(folder)
    tables = list(_tables(view))
    longest = max(_write(table, folder) for table in tables)
    (folder / ARGUMENTS).write_text(_arguments(tables, longest), encoding="utf-8")


def _write(table: Table, folder: Path) -> int:
    """Gives the characters of the longest line."""
    longest = 0
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(table.columns) + "\n")
        for line in _lines(table):
            file.write(line)
            longest = max(longest, len(line))
    return longest


def _make_empty(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise UsageError(
            f"{folder}: the folder is not empty; name a new one", code="folder_not_empty", name=str(folder)
        )


def _arguments(tables: Iterable[Table], longest: int) -> str:
    """A field must fit into the buffer that the import reads with."""
    buffer = max(SMALLEST_BUFFER, 2 * longest)
    options = ["--multiline-fields=true", "--array-delimiter=U+001F", f"--read-buffer-size={buffer}"]
    return "".join(f"{line}\n" for line in [*options, *(f"{each.option}={each.name}.csv" for each in tables)])


# ---- tables ------------------------------------------------------------------------------------


def _tables(view: View) -> Iterator[Table]:
    yield Table("store", (":LABEL", "name", "schema:long", "revision:long"), [_STORE])
    for kind, label in LABELS.items():
        columns = _columns(NODE_COLUMNS[kind], key="id", space="Entity")
        yield Table(label.lower(), (":LABEL", *columns), _nodes(view, kind))
    yield Table("file", (":LABEL", *_columns(FILE_COLUMNS, key="key", space="File")), _files(view))
    yield Table("text", (":LABEL", ":ID(Text)", *TEXT_COLUMNS), _texts(view))
    yield Table("mention_group", (":LABEL", *GROUP_COLUMNS), _groups(view))
    ends = (":START_ID(Entity)", ":TYPE", ":END_ID(Entity)")
    yield Table("edge", (*ends, *_columns(EDGE_COLUMNS)), _edges(view))
    ends = (":START_ID(File)", ":TYPE", ":END_ID(Entity)")
    yield Table("names", (*ends, *_columns(MENTION_COLUMNS)), _mentions(view))
    yield Table("has_text", (":START_ID(File)", ":TYPE", ":END_ID(Text)"), _has_text(view))


_STORE = {":LABEL": "ChidaoStore", "name": "chidao", "schema": VERSION, "revision": 0}


def _columns(names: Iterable[str], *, key: str = "", space: str = "") -> tuple[str, ...]:
    """Names with their types as the import writes them; `key` identifies the node in its space."""
    return tuple(
        f"{name}:ID({space})" if name == key else f"{name}:{TYPES[name]}" if name in TYPES else name
        for name in names
    )


def _nodes(view: View, kind: NodeKind) -> Iterator[Properties]:
    labels = SEPARATOR.join((LABELS[kind], "Entity"))
    return ({":LABEL": labels} | node_properties(node) for node in view.scan(kind))


def _files(view: View) -> Iterator[Properties]:
    return ({":LABEL": "File"} | file_properties(row) for row in view.ledger())


def _texts(view: View) -> Iterator[Properties]:
    for page in in_batches((row.key for row in view.ledger()), PAGE):
        for file in view.files(page).values():
            yield {":LABEL": "Text", ":ID(Text)": file.key} | text_properties(file)


def _has_text(view: View) -> Iterator[Properties]:
    for row in view.ledger():
        yield {":START_ID(File)": row.key, ":TYPE": "HAS_TEXT", ":END_ID(Text)": row.key}


def _groups(view: View) -> Iterator[Properties]:
    """Every group belongs to one document of its block."""
    for page in in_batches(view.scan(NodeKind.DOCUMENT), PAGE):
        there = {node.id for node in page}
        for group in view.groups(sorted({node.block for node in page if isinstance(node, Document)})):
            if group.document in there:
                yield {":LABEL": "MentionGroup"} | group_properties(group)


def _edges(view: View) -> Iterator[Properties]:
    for edge in view.scan_edges():
        ends = {":START_ID(Entity)": edge.source, ":TYPE": edge.kind.name, ":END_ID(Entity)": edge.target}
        yield ends | edge_properties(edge)


def _mentions(view: View) -> Iterator[Properties]:
    for page in in_batches((row.key for row in view.ledger()), PAGE):
        for each in view.mentions(page):
            mention = each.mention
            ends = {":START_ID(File)": mention.file, ":TYPE": "NAMES", ":END_ID(Entity)": each.document}
            yield ends | mention_properties(mention)


# ---- lines -------------------------------------------------------------------------------------


def _lines(table: Table) -> Iterator[str]:
    """A column "lot:long" holds the property "lot", a column ":TYPE" what the row names so."""
    names = [column.partition(":")[0] or column for column in table.columns]
    return (",".join([_field(row.get(name)) for name in names]) + "\n" for row in table.rows)


def _field(value: Any) -> str:
    match value:
        case None | []:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | date():
            return str(value)
        case list():
            return _quoted(SEPARATOR.join(value))
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
