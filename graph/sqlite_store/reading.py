"""Every question of `graph.store.View`, each as one constant statement.

Ids go in as one JSON array (`json_each`), so their number has no limit and no statement is ever built.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from graph.kinds import NODE_TYPES
from graph.model import (
    Beside,
    BlockKey,
    DocumentMention,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    MentionGroup,
    Node,
    NodeId,
    NodeKind,
    ParsedDocument,
    Resolved,
    SourceFile,
    Task,
)
from graph.packing import unpacked
from graph.plain import from_json, from_plain
from graph.search_words import readings
from graph.sqlite_store import statements as sql
from graph.store import Around, FileRow, TaskFilter, edge_order

PAGE = 1_000
"""Rows in memory at a time when everything is streamed."""

_NODE_TYPES = {kind.value: type_ for kind, type_ in NODE_TYPES.items()}
_EDGE_KINDS = {kind.value: kind for kind in EdgeKind}


def nodes(connection: sqlite3.Connection, ids: Iterable[NodeId]) -> dict[NodeId, Node]:
    """`View.nodes`."""
    rows = connection.execute(sql.NODES, [json_array(ids)])
    return {NodeId(id): node_of(id, kind, data) for id, kind, data in rows}


def edges(
    connection: sqlite3.Connection, statement: str, ids: Iterable[NodeId], kinds: frozenset[EdgeKind]
) -> list[Edge]:
    """`View.edges_from` with `sql.EDGES_FROM`, `View.edges_to` with `sql.EDGES_TO`."""
    values = {"ids": json_array(ids), "kinds": json_array(kinds) if kinds else None}
    return [_edge(row) for row in connection.execute(statement, values)]


def edges_between(
    connection: sqlite3.Connection, pairs: Iterable[tuple[NodeId, NodeId]], kinds: frozenset[EdgeKind]
) -> list[Edge]:
    """`View.edges_between`."""
    values = {"pairs": json.dumps(list(dict.fromkeys(pairs))), "kinds": json_array(kinds) if kinds else None}
    return [_edge(row) for row in connection.execute(sql.EDGES_BETWEEN, values)]


def around(
    connection: sqlite3.Connection,
    ids: Collection[NodeId],
    leaving: frozenset[EdgeKind],
    reaching: frozenset[EdgeKind],
) -> Around:
    """`View.around`."""
    found = edges(connection, sql.EDGES_FROM, ids, leaving) if leaving else []
    found += edges(connection, sql.EDGES_TO, ids, reaching) if reaching else []
    once = {edge_order(edge): edge for edge in found}
    ends = {end for edge in found for end in (edge.source, edge.target)}
    return Around([once[place] for place in sorted(once)], nodes(connection, ends))


def groups(
    connection: sqlite3.Connection, blocks: Iterable[BlockKey], files: Collection[FileKey] | None
) -> list[MentionGroup]:
    """`View.groups`."""
    if files is None:
        rows = connection.execute(sql.GROUPS, [json_array(blocks)])
    else:
        rows = connection.execute(sql.GROUPS_OF_FILES, [json_array(blocks), json_array(files)])
    return [
        from_plain(MentionGroup, {"block": block, "key": key} | json.loads(data)) for block, key, data in rows
    ]


def mentions_of(connection: sqlite3.Connection, documents: Iterable[NodeId]) -> list[Resolved]:
    """`View.mentions_of`."""
    return [_resolved(row) for row in connection.execute(sql.MENTIONS_OF, [json_array(documents)])]


def mentions(connection: sqlite3.Connection, files: Iterable[FileKey]) -> list[Resolved]:
    """`View.mentions`."""
    return [_resolved(row) for row in connection.execute(sql.MENTIONS, [json_array(files)])]


def files(connection: sqlite3.Connection, keys: Iterable[FileKey]) -> dict[FileKey, SourceFile]:
    """`View.files`."""
    return {row[0]: _source_file(row) for row in connection.execute(sql.FILES, [json_array(keys)])}


def texts(connection: sqlite3.Connection, keys: Iterable[FileKey]) -> dict[FileKey, str]:
    """`View.texts`."""
    return {key: unpacked(text) for key, text in connection.execute(sql.TEXTS, [json_array(keys)])}


def ledger(connection: sqlite3.Connection) -> Iterator[FileRow]:
    """`View.ledger`."""
    for row in _pages(connection, sql.LEDGER, {}):
        key, sha256, rules, jurisdiction, origin, beside = row
        yield FileRow(key, sha256, rules, jurisdiction, origin, from_json(Beside, beside))


def files_named(connection: sqlite3.Connection, name: str) -> list[FileKey]:
    """`View.files_named`."""
    return [path for (path,) in connection.execute(sql.FILES_NAMED, {"name": name})]


def find(
    connection: sqlite3.Connection, text: str, *, limit: int, kind: NodeKind | None = None
) -> list[Node]:
    """`View.find`."""
    wanted = readings(text)
    if not wanted:
        return []
    match = " OR ".join(f"({_all_of(words)})" for words in wanted)
    if kind is None:
        rows = connection.execute(sql.FIND, [match, limit])
    else:
        rows = connection.execute(sql.FIND_OF_KIND, [match, kind.value, limit])
    return [node_of(id, of, data) for id, of, data in rows]


def tasks(connection: sqlite3.Connection, where: TaskFilter) -> list[Task]:
    """`View.tasks`, by the index of the narrowest field that is given."""
    values = {
        "agencies": None if where.agencies is None else json_array(where.agencies),
        "roles": json_array(where.roles),
        "documents": None if where.documents is None else json_array(where.documents),
        "due_before": where.due_before,
        "modality": where.modality,
    }
    if where.agencies is not None:
        statement = sql.TASKS_OF_AGENCIES
    elif where.documents is not None:
        statement = sql.TASKS_OF_DOCUMENTS
    elif where.due_before is not None:
        statement = sql.TASKS_DUE
    else:
        statement = sql.TASKS
    found = (node_of(id, NodeKind.TASK, data) for id, data in connection.execute(statement, values))
    return [task for task in found if isinstance(task, Task)]


def scan(connection: sqlite3.Connection, kind: NodeKind) -> Iterator[Node]:
    """`View.scan`."""
    for id, data in _pages(connection, sql.SCAN, {"kind": kind}):
        yield node_of(id, kind, data)


def scan_edges(connection: sqlite3.Connection) -> Iterator[Edge]:
    """`View.scan_edges`: as the first key is the source, a page of sources at a time."""
    ids: list[NodeId] = []
    for (id,) in _pages(connection, sql.IDS, {}):
        ids.append(id)
        if len(ids) == PAGE:
            yield from edges(connection, sql.EDGES_FROM, ids, frozenset())
            ids.clear()
    yield from edges(connection, sql.EDGES_FROM, ids, frozenset())


def problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Damaged pages and indexes, and rows that point at nothing."""
    damage = [text for (text,) in connection.execute("PRAGMA integrity_check") if text != "ok"]
    hanging = [
        f"{table} {key} has no {parent}"
        for table, key, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    return (*damage, *hanging)


def json_array(values: Iterable[str]) -> str:
    """A set of ids as one parameter."""
    return json.dumps(list(values))


def node_of(id: str, kind: str, data: str) -> Node:
    """The node that a row holds."""
    return from_plain(_NODE_TYPES[kind], {"id": id} | json.loads(data))


def _pages(
    connection: sqlite3.Connection, statement: str, values: dict[str, str]
) -> Iterator[tuple[Any, ...]]:
    """All rows, a page after the last key seen: no cursor stays open while the caller writes."""
    after = ""
    while rows := connection.execute(statement, values | {"after": after, "page": PAGE}).fetchall():
        yield from rows
        after = rows[-1][0]


def _all_of(words: frozenset[str]) -> str:
    """In FTS5's grammar, two quoted words beside each other must both occur."""
    return " ".join(f'"{word}"' for word in sorted(words))


def _edge(row: tuple[Any, ...]) -> Edge:
    (
        source,
        target,
        kind,
        file,
        start,
        end,
        quote,
        sentence_start,
        sentence_end,
        rule,
        page,
        pinpoint,
        printed,
    ) = row
    place = Evidence(file, start, end, quote, sentence_start, sentence_end, rule, page)
    return Edge(_EDGE_KINDS[kind], source, target, place, pinpoint, printed)


def _resolved(row: tuple[Any, ...]) -> Resolved:
    file, index, block, data, document = row
    keys = {"file": file, "index": index, "block": block}
    return Resolved(from_plain(DocumentMention, keys | json.loads(data)), document)


def _source_file(row: tuple[Any, ...]) -> SourceFile:
    key, sha256, rules, jurisdiction, origin, beside, text, parsed = row
    return SourceFile(
        key=key,
        sha256=sha256,
        text=unpacked(text),
        parsed=from_json(ParsedDocument, unpacked(parsed)),
        rules=rules,
        jurisdiction=jurisdiction,
        beside=from_json(Beside, beside),
        origin=origin,
    )
