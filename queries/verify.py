"""A draft before it is signed (kiểm tra viện dẫn): is each citation there, right, and still in force?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from graph.identity import mentions
from graph.identity.keys import ClusterKey, cluster_key, read_key
from graph.model import (
    OWN_IDENTITY,
    BlockKey,
    Citation,
    CitationKind,
    Document,
    DocumentMention,
    Edge,
    MentionGroup,
    Node,
    NodeId,
    NodeKind,
    SourceFile,
    Status,
)
from graph.store import View
from graph.symbol import is_valid
from queries.agreement import same_date, same_issuer, same_type
from queries.history import CHANGING, Standing, effective, standing_on
from queries.similar import similarity

SAME_TITLE = 70.0
"""Titles less alike than this are of two documents; writers shorten them freely."""
_LIKELY_TITLE = 85.0
"""Titles as alike as this are of one document though its number is another."""
_MOST = 200


class Finding(StrEnum):
    """What there is to say of a citation, the gravest first."""

    UNREADABLE = "unreadable"
    MISMATCH = "mismatch"
    SUPERSEDED = "superseded"
    AMBIGUOUS = "ambiguous"
    NOT_IN_STORE = "not_in_store"
    FOUND = "found"


GRAVE = frozenset({Finding.UNREADABLE, Finding.MISMATCH, Finding.SUPERSEDED})
"""What must be looked at before the draft is signed; the others only cannot be verified."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One field of a citation with what it says and what the store holds."""

    field: str
    stated: str
    right: str


@dataclass(frozen=True, slots=True)
class Verified:
    """One citation: `index` and span in the draft, what was found, and the documents it may mean."""

    index: int
    start: int
    end: int
    quote: str
    sentence: str
    finding: Finding
    documents: tuple[NodeId, ...]
    mismatches: tuple[Mismatch, ...] = ()
    standing: Standing = Standing.IN_FORCE
    changed_by: tuple[Edge, ...] = ()


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer in the order of the text."""

    nodes: Mapping[NodeId, Document]
    citations: tuple[Verified, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing grave was found."""
        return not any(one.finding in GRAVE for one in self.citations)


def verify(view: View, file: SourceFile, *, day: str) -> Verification:
    """Each numbered or named citation of a file that need not be in the store; `day`: in force when."""
    wanted = [one for one in mentions(file) if one.index != OWN_IDENTITY and not one.draft]
    known = _Known.read(view, wanted, file)
    found = [known.verified(mention, file, day) for mention in wanted if _is_checked(file, mention)]
    ids = {id for one in found for id in one.documents}
    ids |= {edge.source for one in found for edge in one.changed_by}
    nodes = {id: node for id, node in view.nodes(sorted(ids)).items() if isinstance(node, Document)}
    return Verification(nodes, tuple(found))


def _is_checked(file: SourceFile, mention: DocumentMention) -> bool:
    return file.parsed.citations[mention.index].kind in (CitationKind.NUMBERED, CitationKind.NAMED)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What there is to say of one citation, before its standing is looked at."""

    finding: Finding
    documents: tuple[NodeId, ...] = ()
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store holds of the numbers that a draft cites."""

    view: View
    groups: Mapping[BlockKey, Sequence[MentionGroup]]
    documents: Mapping[NodeId, Document]
    changing: Mapping[NodeId, Sequence[Edge]]
    changers: Mapping[NodeId, Node]

    @classmethod
    def read(cls, view: View, wanted: Iterable[DocumentMention], file: SourceFile) -> _Known:
        """Seven trips, whatever the draft cites."""
        by_block: dict[BlockKey, list[MentionGroup]] = {}
        for group in view.groups(sorted({mention.block for mention in wanted})):
            by_block.setdefault(group.block, []).append(group)
        ids = {group.document for groups in by_block.values() for group in groups if group.document}
        nodes = view.nodes(sorted(ids))
        documents = {id: node for id, node in nodes.items() if isinstance(node, Document)}
        only_here = _only_in(view, file, documents)
        documents = {id: node for id, node in documents.items() if id not in only_here}
        changing: dict[NodeId, list[Edge]] = {}
        for edge in view.edges_to(sorted(documents), CHANGING) if documents else ():
            changing.setdefault(edge.target, []).append(edge)
        changers = view.nodes(sorted({edge.source for edges in changing.values() for edge in edges}))
        every = [edge for edges in changing.values() for edge in edges]
        counting = set(effective(view, every, changers))
        kept = {id: [edge for edge in edges if edge in counting] for id, edges in changing.items()}
        return cls(view, by_block, documents, kept, changers)

    def verified(self, mention: DocumentMention, file: SourceFile, day: str) -> Verified:
        """One citation with all that was found."""
        citation = file.parsed.citations[mention.index]
        judged = self._judged(citation, mention)
        finding, standing, changed_by = judged.finding, Standing.IN_FORCE, tuple[Edge, ...]()
        if finding is Finding.FOUND:
            node = self.documents[judged.documents[0]]
            changed_by = tuple(self.changing.get(node.id, ()))
            standing = standing_on(node, changed_by, self.changers, day=day)
            if standing in (Standing.REPLACED, Standing.REPEALED):
                finding = Finding.SUPERSEDED
        start, end = min(citation.sentence_start, citation.start), max(citation.sentence_end, citation.end)
        return Verified(
            index=mention.index,
            start=citation.start,
            end=citation.end,
            quote=file.text[citation.start : citation.end],
            sentence=file.text[start:end],
            finding=finding,
            documents=judged.documents,
            mismatches=judged.mismatches,
            standing=standing,
            changed_by=changed_by,
        )

    def _judged(self, citation: Citation, mention: DocumentMention) -> _Judged:
        fitting, others = self._meant(mention)
        if mention.symbol is not None and (not is_valid(mention.symbol) or not mention.certain):
            return _Judged(Finding.UNREADABLE, tuple(node.id for node in fitting))
        if len(fitting) == 1:
            wrong = tuple(_mismatches(citation, mention, fitting[0]))
            return _Judged(Finding.MISMATCH if wrong else Finding.FOUND, (fitting[0].id,), wrong)
        if fitting:
            return _Judged(Finding.AMBIGUOUS, tuple(node.id for node in fitting))
        return self._misfit(citation, others)

    def _misfit(self, citation: Citation, others: Sequence[Document]) -> _Judged:
        """A number that the store knows of another day, or not at all."""
        if len(others) == 1 and citation.date and others[0].date:
            wrong = Mismatch("date", citation.date, others[0].date)
            return _Judged(Finding.MISMATCH, (others[0].id,), (wrong,))
        if others:
            return _Judged(Finding.AMBIGUOUS, tuple(node.id for node in others))
        meant = self._by_title(citation)
        if meant is not None and citation.symbol and meant.symbol:
            wrong = Mismatch("symbol", citation.symbol, meant.symbol)
            return _Judged(Finding.MISMATCH, (meant.id,), (wrong,))
        return _Judged(Finding.NOT_IN_STORE)

    def _meant(self, mention: DocumentMention) -> tuple[list[Document], list[Document]]:
        """The documents of the number that fit what the draft says of it, and those that do not."""
        key = cluster_key(mention)
        groups = self.groups.get(mention.block, ())
        fitting = {group.document for group in groups if _fits(read_key(group.key), key)}
        here = {group.document for group in groups if _same_place(read_key(group.key), key)}
        documents = sorted({id for id in here if id in self.documents} - {None}, key=str)
        found = [self.documents[id] for id in documents if id is not None]
        return [node for node in found if node.id in fitting], [
            node for node in found if node.id not in fitting
        ]

    def _by_title(self, citation: Citation) -> Document | None:
        """The loaded document of nearly this title: the number of the citation is wrong."""
        if not citation.subject:
            return None
        found = [
            node
            for node in self.view.find(citation.subject, limit=_MOST, kind=NodeKind.DOCUMENT)
            if isinstance(node, Document)
            and node.status is Status.LOADED
            and node.subject
            and similarity(node.subject, citation.subject) >= _LIKELY_TITLE
            and (not citation.type or not node.type or same_type(citation.type, node.type))
        ]
        return found[0] if len(found) == 1 else None


def _only_in(view: View, file: SourceFile, documents: Mapping[NodeId, Document]) -> set[NodeId]:
    """Documents that the store knows from this very draft alone, which proves nothing."""
    own = {one.document for one in view.mentions([file.key])} & documents.keys()
    cited = {id for id in own if documents[id].status is Status.CITED}
    elsewhere = {
        one.document for one in view.mentions_of(sorted(cited)) if cited and one.mention.file != file.key
    }
    return cited - elsewhere


def _same_place(known: ClusterKey, key: ClusterKey) -> bool:
    """A local number without a place may be any; one with a place is of that place alone."""
    return key.file is not None or known.file is not None or known.place == key.place


def _fits(known: ClusterKey, key: ClusterKey) -> bool:
    if not _same_place(known, key):
        return False
    pairs = ((known.type, key.type), (known.period, key.period))
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def _mismatches(citation: Citation, mention: DocumentMention, node: Document) -> Iterator[Mismatch]:
    if mention.printed is not None and mention.symbol is not None:
        yield Mismatch("symbol", mention.printed, mention.symbol)
    if citation.date and node.date and not same_date(citation.date, node.date):
        yield Mismatch("date", citation.date, node.date)
    if citation.issuer and node.issuer and not same_issuer(citation.issuer, node.issuer):
        yield Mismatch("issuer", citation.issuer, node.issuer)
    if citation.type and node.type and not same_type(citation.type, node.type):
        yield Mismatch("type", citation.type, node.type)
    titles = (citation.subject, node.subject) if node.status is Status.LOADED else (None, None)
    if titles[0] and titles[1] and similarity(titles[0], titles[1]) < SAME_TITLE:
        yield Mismatch("title", titles[0], titles[1])


def worst(found: Collection[Verified]) -> Finding:
    """The gravest finding, FOUND when there is none."""
    return min((one.finding for one in found), key=list(Finding).index, default=Finding.FOUND)
