"""What is wrong in the data (kiểm tra): claims that contradict, mentions that stay open, likely misprints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.batches import in_batches
from graph.export.details import details
from graph.identity import lacks_jurisdiction
from graph.model import Claims, Document, DocumentMention, FileKey, NodeId, NodeKind, Resolved
from graph.store import View
from graph.vocabulary import organs
from queries.agreement import same_date, same_issuer, same_type

_PAGE = 500
_AGREEMENT: Mapping[str, Callable[[str, str], bool]] = {
    "date": same_date,
    "issuer": same_issuer,
    "type": same_type,
}
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
    for page in in_batches(documents, _PAGE):
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
        agree = _AGREEMENT.get(claim.field)
        values = [value for value, _ in claim.values]
        if agree is not None and not all(agree(one, other) for one, other in combinations(values, 2)):
            yield Conflict(node.id, claim.field, _likely(node, claim), claim.values)


def _likely(node: Document, claim: Claims) -> str | None:
    """The value shown; of issuers the one that the symbol's own code names."""
    implied = organs.organ_name(node.symbol) if claim.field == "issuer" and node.symbol else None
    shown: str | None = getattr(node, claim.field)
    return implied if implied is not None and not organs.is_local(node.symbol or "") else shown


def _of_files(view: View) -> tuple[list[FileKey], list[Misprint]]:
    unplaced: list[FileKey] = []
    misprints: list[Misprint] = []
    for page in in_batches([row.key for row in view.ledger()], _PAGE):
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
