"""What is wrong in the data (kiểm tra): claims that contradict, mentions that stay open, likely misprints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, pairwise

from graph.export.details import details
from graph.identity import lacks_jurisdiction
from graph.model import Claims, Document, DocumentMention, FileKey, NodeId, NodeKind, Resolved
from graph.store import View
from graph.text import fold
from graph.vocabulary import doc_types
from graph.vocabulary.agencies import canonical_agency

_PAGE = 500
FIELDS = ("date", "issuer", "type")
"""Fields in which two values may contradict; titles are cited in as many ways as there are writers."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one field of one document that cannot all be right; `likely` is the one the node shows."""

    document: NodeId
    field: str
    likely: str | None
    values: tuple[tuple[str, tuple[FileKey, ...]], ...]


@dataclass(frozen=True, slots=True)
class Misprint:
    """A number that is printed otherwise than it must be meant, and where."""

    file: FileKey
    index: int
    """Of the citation in the file, -1 for the file's own number."""
    printed: str
    likely: str
    reason: str
    certain: bool
    document: NodeId


@dataclass(frozen=True, slots=True)
class Check:
    """The answer, in the order of ids and files."""

    nodes: Mapping[NodeId, Document]
    conflicts: tuple[Conflict, ...]
    ambiguous: tuple[NodeId, ...]
    """Documents whose mentions say too little; each has its candidates and the reason."""
    without_jurisdiction: tuple[FileKey, ...]
    misprints: tuple[Misprint, ...]


def check(view: View) -> Check:
    """Reads every document with its claims, and every file."""
    nodes: dict[NodeId, Document] = {}
    conflicts: list[Conflict] = []
    ambiguous: list[NodeId] = []
    documents = (node for node in view.scan(NodeKind.DOCUMENT) if isinstance(node, Document))
    while page := list(islice(documents, _PAGE)):
        claims = details(view, page).claims
        for node in page:
            found = list(_conflicts(node, claims.get(node.id, ())))
            conflicts += found
            ambiguous += [node.id] if node.candidates else []
            if found or node.candidates:
                nodes[node.id] = node
    unplaced, misprints = _of_files(view)
    ids = {one.document for one in misprints} | {one for node in nodes.values() for one in node.candidates}
    others = view.nodes(sorted(ids - nodes.keys()))
    nodes |= {id: node for id, node in others.items() if isinstance(node, Document)}
    return Check(
        dict(sorted(nodes.items())), tuple(conflicts), tuple(ambiguous), tuple(unplaced), tuple(misprints)
    )


def _conflicts(node: Document, claims: Iterable[Claims]) -> Iterator[Conflict]:
    for claim in claims:
        if claim.field in FIELDS and len({_meant(claim.field, value) for value, _ in claim.values}) > 1:
            values = [value for value, _ in claim.values]
            if claim.field != "date" or _days_differ(values):
                yield Conflict(node.id, claim.field, getattr(node, claim.field), claim.values)


def _meant(field: str, value: str) -> str:
    """The same for what two writers call differently and mean alike."""
    if field == "issuer":
        return fold(canonical_agency(value).name)
    return doc_types.canonical_type(value) or fold(value) if field == "type" else value


def _days_differ(values: Iterable[str]) -> bool:
    """ "2024" and "2024-12-22" agree, two days do not."""
    ordered = sorted(values)
    return any(not longer.startswith(shorter) for shorter, longer in pairwise(ordered))


def _of_files(view: View) -> tuple[list[FileKey], list[Misprint]]:
    unplaced: list[FileKey] = []
    misprints: list[Misprint] = []
    keys = iter([row.key for row in view.ledger()])
    while page := list(islice(keys, _PAGE)):
        unplaced += [file.key for file in view.files(page).values() if lacks_jurisdiction(file)]
        misprints += [found for one in view.mentions(page) if (found := _misprint(one)) is not None]
    return unplaced, misprints


def _misprint(one: Resolved) -> Misprint | None:
    mention: DocumentMention = one.mention
    if mention.printed is None or mention.symbol is None or mention.reason is None:
        return None
    return Misprint(
        mention.file,
        mention.index,
        mention.printed,
        mention.symbol,
        mention.reason,
        mention.certain,
        one.document,
    )
