"""Nodes, edges, mentions and files as properties, and back.

Every field has a property of its name; a task's deadline is spread over `deadline`, `deadline_operator` and
so on. What is there for people and indexes alone comes on top and is never read back: `name` (what a picture
shows), `folded` (a name as people type it), `date_from` and `date_to` (as dates), `words` (for the search),
`lot` (what a limit keeps).
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from graph.kinds import NODE_TYPES
from graph.lot import lot
from graph.model import (
    Agency,
    Beside,
    Deadline,
    Document,
    DocumentMention,
    Edge,
    EdgeKind,
    Evidence,
    MentionGroup,
    Node,
    NodeId,
    NodeKind,
    ParsedDocument,
    Resolved,
    SourceFile,
    Task,
    Topic,
)
from graph.packing import packed_text, unpacked_text
from graph.plain import as_json, from_json, from_plain, to_json, to_plain
from graph.search_words import reading_order
from graph.store import FileRow
from graph.text import unaccent

Properties = dict[str, Any]

NAME_LENGTH = 60
FOLDED_LENGTH = 200
"""Characters; an index of the server takes at most 8,000 bytes, and a hostile text names longer bodies."""

LABELS = {kind: kind.value.capitalize() for kind in NodeKind}
"""Label of each kind of node: "Document"."""

KINDS = {label: kind for kind, label in LABELS.items()}
EDGE_KINDS = {kind.name: kind for kind in EdgeKind}
"""By type of relationship: "DIRECTED_BY"."""

FIELDS = {kind: tuple(field.name for field in fields(type_)) for kind, type_ in NODE_TYPES.items()}
_DATED, _NAMED = ("name", "date_from", "date_to", "words", "lot"), ("folded", "words", "lot")
DERIVED = {
    NodeKind.DOCUMENT: _DATED,
    NodeKind.AGENCY: _NAMED,
    NodeKind.TASK: _DATED,
    NodeKind.TOPIC: _NAMED,
}
"""Properties that are there for people and indexes alone."""

DEADLINE = {"deadline": "text"} | {
    f"deadline_{name.removeprefix('date_')}": name
    for name in ("start", "end", "operator", "date", "date_from", "date_to", "recurrence")
}
"""Property -> field of a deadline."""

NODE_COLUMNS = {
    kind: tuple(dict.fromkeys((*names, *(DEADLINE if kind is NodeKind.TASK else ()), *DERIVED[kind])))
    for kind, names in FIELDS.items()
}
EDGE_COLUMNS = (*(field.name for field in fields(Evidence)), "pinpoint", "printed")
MENTION_COLUMNS = tuple(field.name for field in fields(DocumentMention) if field.name != "file")
GROUP_COLUMNS = ("block", "key", "file", "data")
FILE_COLUMNS = ("key", "name", "sha256", "rules", "jurisdiction", "origin", "beside")
TEXT_COLUMNS = ("text", "parsed")
"""Names of all properties, in the order in which values are sent: half of what maps would cost on the way."""

_PLAIN_WORD = re.compile(r"[a-z0-9]+")


# ---- nodes -------------------------------------------------------------------------------------


def node_properties(node: Node) -> Properties:
    """All properties of a node."""
    own = to_plain(node, keep_defaults=True)
    if isinstance(node, Task):
        deadline = own.pop("deadline") or {}
        own |= {property: deadline.get(field) for property, field in DEADLINE.items()}
    shown = {"name": _name(node), "lot": lot(node.id), "words": search_text(reading_order(node))}
    if isinstance(node, Agency | Topic):
        shown["folded"] = unaccent(node.name)[:FOLDED_LENGTH]
    return own | shown | _days(node)


def values(properties: Properties, columns: Sequence[str]) -> list[Any]:
    """The values of these columns; what is not stated is None."""
    return [properties.get(column) for column in columns]


def node_of(kind: NodeKind, properties: Mapping[str, Any]) -> Node:
    """The node that has these properties."""
    own = {name: value for name, value in properties.items() if name in FIELDS[kind]}
    if kind is NodeKind.TASK and "deadline" in own:
        own["deadline"] = {
            field: properties[property] for property, field in DEADLINE.items() if property in properties
        }
    return from_plain(NODE_TYPES[kind], own)


def search_text(words: list[str]) -> str:
    """Words for an index that splits at anything but letters and digits."""
    return " ".join(map(search_word, words))


def search_word(word: str) -> str:
    """A word as the index holds it; one of other letters is written by their codes."""
    return word if _PLAIN_WORD.fullmatch(word) else "u" + word.encode("utf-32-be").hex()


def _name(node: Node) -> str:
    match node:
        case Document():
            return node.symbol or _short(_title(node)) or node.id
        case Task():
            return _short(node.text) or node.id
        case _:
            return node.name


def _title(node: Document) -> str:
    """What has no number is called by its type and name, which may begin with the type: "Luật Đất đai"."""
    type_, subject = node.type or "", node.subject or ""
    return subject if subject.startswith(type_) else f"{type_} {subject}".strip()


def _short(text: str) -> str:
    """Cut between words."""
    if len(text) <= NAME_LENGTH:
        return text
    return text[:NAME_LENGTH].rsplit(" ", 1)[0] + " …"


def _days(node: Node) -> Properties:
    match node:
        case Document():
            return {"date_from": _day(node.date), "date_to": _day(node.date, last=True)}
        case Task(deadline=Deadline() as deadline):
            return {"date_from": _day(deadline.date_from), "date_to": _day(deadline.date_to, last=True)}
        case _:
            return {}


def _day(text: str | None, *, last: bool = False) -> date | None:
    """The first or last day of "2025", "2025-02", "2025-02-01"; None for what is no day of the calendar."""
    try:
        year, month, day = (*map(int, (text or "").split("-")), 0, 0)[:3]
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None


# ---- edges and mentions ------------------------------------------------------------------------


def edge_properties(edge: Edge) -> Properties:
    """All properties of a relationship."""
    return to_plain(edge.evidence) | {"pinpoint": edge.pinpoint, "printed": edge.printed}


def edge_of(source: NodeId, type_: str, target: NodeId, properties: Mapping[str, Any]) -> Edge:
    """The edge of a relationship."""
    own = dict(properties)
    pinpoint, printed = own.pop("pinpoint", None), own.pop("printed", None)
    return Edge(EDGE_KINDS[type_], source, target, Evidence(**own), pinpoint, printed)


def mention_properties(mention: DocumentMention) -> Properties:
    """All properties of a mention but its file, which it starts from."""
    own = to_plain(mention)
    del own["file"]
    return own


def resolved_of(file: str, properties: Mapping[str, Any], document: NodeId) -> Resolved:
    """The mention of a relationship from a file to a document."""
    return Resolved(from_plain(DocumentMention, {"file": file, **properties}), document)


def group_properties(group: MentionGroup) -> Properties:
    """What a group is found by, and all of it as JSON."""
    own = to_plain(group)
    del own["block"], own["key"]
    return {"block": group.block, "key": group.key, "file": group.file, "data": as_json(own)}


def group_of(properties: Mapping[str, Any]) -> MentionGroup:
    """The group of a node."""
    rest = json.loads(properties["data"])
    return from_plain(MentionGroup, {"block": properties["block"], "key": properties["key"]} | rest)


# ---- files -------------------------------------------------------------------------------------


def file_properties(file: SourceFile | FileRow) -> Properties:
    """What the ledger knows of a file."""
    return {
        "key": file.key,
        "name": file.key.rpartition("/")[2],
        "sha256": file.sha256,
        "rules": file.rules,
        "jurisdiction": file.jurisdiction,
        "origin": file.origin,
        "beside": to_json(file.beside),
    }


def text_properties(file: SourceFile) -> Properties:
    """The text, readable, and the parse, packed."""
    return {"text": file.text, "parsed": packed_text(to_json(file.parsed))}


def row_of(properties: Mapping[str, Any]) -> FileRow:
    """The ledger's entry."""
    return FileRow(
        properties["key"],
        properties["sha256"],
        properties["rules"],
        properties.get("jurisdiction"),
        properties.get("origin"),
        from_json(Beside, properties["beside"]),
    )


def file_of(properties: Mapping[str, Any], text: Mapping[str, Any]) -> SourceFile:
    """The file with its text and parse."""
    row = row_of(properties)
    return SourceFile(
        key=row.key,
        sha256=row.sha256,
        text=text["text"],
        parsed=from_json(ParsedDocument, unpacked_text(text["parsed"])),
        rules=row.rules,
        jurisdiction=row.jurisdiction,
        beside=row.beside,
        origin=row.origin,
    )
