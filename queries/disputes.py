"""One duty claimed for different owners (chồng lấn trách nhiệm), inside one place or inside one file.

Different provinces never dispute: each has its own departments. What a document hands down to its own
units, what one document gives to each level, and what a replacing document gives anew are no disputes either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.model import Document, EdgeKind, Modality, Node, NodeId
from graph.store import TaskFilter, View
from queries.claims import (
    CENTRAL,
    Claim,
    claim_of,
    differ,
    duty_words,
    level_of,
    place_of,
    points_at_itself,
)
from queries.history import CHANGING
from queries.proposals import Proposal, proposals
from queries.similar import likeness, near
from queries.tasks import TaskRow, rows
from queries.trace import UPWARD

SAME_DUTY = 88.0
"""Texts as alike as this are one duty: amid the values that make no mistake on benchmarks/similarity."""
SAME_TOPIC = 80.0
"""Enough where both name one system: the lowest value that takes nine in ten pairs there rightly."""
LEAST_WORDS = 4
"""Duties of fewer words beside turns of phrase ("tổ chức họp giao ban") are not about one thing."""


class DisputeKind(StrEnum):
    """What shows the dispute, the surest first."""

    DRAFT = "draft"
    """A letter says of what a draft gives to one body that it is another's."""
    REWRITING = "rewriting"
    """A letter words a part of a draft anew, with an owner."""
    TEXT = "text"
    """Two duties of nearly one text have different owners."""
    TOPIC = "topic"
    """Two duties about one system or programme, of similar text, have different owners."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims to one duty."""

    kind: DisputeKind
    claims: tuple[Claim, Claim]
    topics: tuple[NodeId, ...]
    """What both are about."""
    place: str | None
    """Jurisdiction, None for central bodies and where it is not known."""
    score: float | None = None
    """How alike the texts are (0 to 100); None where a letter says that they are one."""


@dataclass(frozen=True, slots=True)
class Disputes:
    """The answer: by kind, then by how alike the texts are, then by file and place."""

    nodes: Mapping[NodeId, Node]
    disputes: tuple[Dispute, ...]
    possible: tuple[Dispute, ...]
    """Claims of which one does not say its place: they may be of two provinces."""
    counts: Mapping[str, int]
    """Of each kind, and of possible ones, before `limit`."""


def disputes(view: View, *, limit: int = 100) -> Disputes:
    """Reads every task once; `limit`: at most so many of each kind."""
    proposed = proposals(view)
    whole = _Whole.read(view)
    certain = [*_in_letters(whole, proposed), *_settled(view, whole, whole.pairs(whole.same_place()))]
    possible = _settled(view, whole, whole.pairs(whole.of_unknown_place(), whole.may_be_one_place))
    counts = Counter(str(one.kind) for one in certain)
    shown = _cut(sorted(certain, key=_order), limit)
    maybe = sorted(possible, key=_order)[:limit]
    named = {agency.id: agency for one in proposed.values() for agency in one.agencies}
    ids = {id for one in (*shown, *maybe) for id in _ids(one)}
    nodes = {id: named[id] for id in ids if id in named} | dict(view.nodes(sorted(ids)))
    return Disputes(
        nodes=dict(sorted(nodes.items())),
        disputes=tuple(shown),
        possible=tuple(maybe),
        counts={kind.value: counts[kind.value] for kind in DisputeKind} | {"possible": len(possible)},
    )


Fits = Callable[[NodeId, NodeId], bool]
"""Whether two tasks are to be compared at all."""


def _any(_one: NodeId, _other: NodeId) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Whole:
    """Every task with an owner, its document, its topics and the words that are compared."""

    rows: Mapping[NodeId, TaskRow]
    nodes: Mapping[NodeId, Node]
    """Their documents and owners."""
    topics: Mapping[NodeId, frozenset[NodeId]]
    texts: Mapping[NodeId, str]
    about_themselves: frozenset[NodeId]
    """Tasks that are about their own document."""

    @classmethod
    def read(cls, view: View) -> _Whole:
        """Without requests in comment letters: they are about the paper, not about work."""
        tasks = view.tasks(TaskFilter())
        commenting = _commenting(view, [one.document for one in tasks if one.modality is Modality.REQUESTED])
        wanted = [
            one
            for one in tasks
            if one.modality is not Modality.REQUESTED or one.document not in commenting
        ]  # fmt: skip
        found = {row.task.id: row for row in rows(view, wanted) if row.lead and row.places}
        topics: dict[NodeId, set[NodeId]] = defaultdict(set)
        for edge in view.edges_from(sorted(found), frozenset({EdgeKind.CONCERNS})) if found else ():
            topics[edge.source].add(edge.target)
        ends = {row.task.document for row in found.values()}
        nodes = view.nodes(sorted(ends | {owner.id for row in found.values() for owner in row.lead}))
        texts = {id: duty_words(row) for id, row in found.items()}
        themselves = frozenset(id for id, row in found.items() if points_at_itself(row.task.text))
        return cls(found, nodes, {id: frozenset(all_) for id, all_ in topics.items()}, texts, themselves)

    def place(self, id: NodeId) -> str | None:
        """The place for which the document of a task speaks."""
        return place_of(self.nodes.get(self.rows[id].task.document))

    def same_place(self) -> Iterator[list[NodeId]]:
        """Tasks side by side: those of one place, and those of one document whose place is not known."""
        together: dict[tuple[str | None, NodeId | None], list[NodeId]] = defaultdict(list)
        for id, row in self.rows.items():
            place = self.place(id)
            together[place, row.task.document if place is None else None].append(id)
        return iter(together.values())

    def pairs(self, together: Iterable[list[NodeId]], fits: Fits = _any) -> Iterator[Dispute]:
        """The disputes among tasks that stand side by side; each pair once."""
        seen: set[tuple[NodeId, NodeId]] = set()
        for ids in together:
            told = [id for id in ids if len(self.texts[id].split()) >= LEAST_WORDS]
            for some in (told, *self._by_topic(told)):
                for one, other in near([self.texts[id] for id in some]):
                    pair = (some[one], some[other])
                    if pair not in seen and fits(*pair):
                        found = self._dispute(*pair)
                        if found is not None:
                            seen.add(pair)
                            yield found

    def _by_topic(self, ids: Iterable[NodeId]) -> Iterator[list[NodeId]]:
        """The tasks about one topic: among few every pair is looked at."""
        about: dict[NodeId, list[NodeId]] = defaultdict(list)
        for id in ids:
            for topic in sorted(self.topics.get(id, ())):
                about[topic].append(id)
        return iter(about.values())

    def _dispute(self, one: NodeId, other: NodeId) -> Dispute | None:
        first, second = self.rows[one], self.rows[other]
        if not differ(first.lead, second.lead) or self._side_by_side(first, second):
            return None
        shared = self.topics.get(one, frozenset()) & self.topics.get(other, frozenset())
        score = likeness(self.texts[one], self.texts[other])
        if score < (SAME_TOPIC if shared else SAME_DUTY):
            return None
        kind = DisputeKind.TEXT if score >= SAME_DUTY else DisputeKind.TOPIC
        place = self.place(one) if self.place(one) == self.place(other) else None
        claims = sorted((claim_of(first), claim_of(second)), key=_by_place)
        return Dispute(kind, (claims[0], claims[1]), tuple(sorted(shared)), place or None, score)

    def _side_by_side(self, first: TaskRow, second: TaskRow) -> bool:
        """Each about its own document; or given to each level for its own work, or asked of a higher one."""
        pair = (first.task, second.task)
        if first.task.document != second.task.document:
            if not self.about_themselves.isdisjoint(task.id for task in pair):
                return True
            if all(task.modality is not Modality.REQUESTED for task in pair):
                return False
        levels = [{level_of(self.nodes.get(owner.id)) for owner in row.lead} for row in (first, second)]
        return None not in levels[0] | levels[1] and levels[0].isdisjoint(levels[1])

    def of_unknown_place(self) -> Iterator[list[NodeId]]:
        """All tasks that may be of one place, if any does not say its own."""
        local = [id for id in self.rows if self.place(id) != CENTRAL]
        if any(self.place(id) is None for id in local):
            yield local

    def may_be_one_place(self, one: NodeId, other: NodeId) -> bool:
        """Whether two tasks of different documents do not both say their place."""
        apart = self.rows[one].task.document != self.rows[other].task.document
        return apart and None in (self.place(one), self.place(other))


def _commenting(view: View, documents: Iterable[NodeId]) -> frozenset[NodeId]:
    ids = sorted(set(documents))
    edges = view.edges_from(ids, frozenset({EdgeKind.COMMENTS_ON})) if ids else ()
    return frozenset(edge.source for edge in edges)


def _in_letters(whole: _Whole, proposed: Mapping[NodeId, Proposal]) -> Iterator[Dispute]:
    """What comment letters say against the drafts."""
    for id, one in proposed.items():
        row = whole.rows.get(id)
        if row is None or (one.draft.owners and not differ(one.draft.owners, row.lead)):
            continue
        kind = DisputeKind.DRAFT if one.draft.owners else DisputeKind.REWRITING
        topics = tuple(sorted(whole.topics.get(id, ())))
        yield Dispute(kind, (one.draft, claim_of(row)), topics, whole.place(id) or None)


def _settled(view: View, whole: _Whole, found: Iterable[Dispute]) -> list[Dispute]:
    """Without what is handed down to a unit of the owner, and what a later document changed."""
    found = list(found)
    documents = sorted({claim.document for one in found for claim in one.claims})
    edges = view.edges_from(documents, UPWARD | CHANGING) if documents else ()
    up = {(edge.source, edge.target) for edge in edges if edge.kind in UPWARD}
    changed = {(edge.source, edge.target) for edge in edges if edge.kind in CHANGING}

    def is_settled(one: Claim, other: Claim) -> bool:
        pair = (one.document, other.document)
        return pair in changed or (pair in up and _hands_down(whole, one, other))

    return [
        one
        for one in found
        if not (is_settled(one.claims[0], one.claims[1]) or is_settled(one.claims[1], one.claims[0]))
    ]


def _hands_down(whole: _Whole, lower: Claim, higher: Claim) -> bool:
    """Whether a lower body gives out, for its own units, what a higher one gave to it."""
    if lower.task is None or whole.rows[lower.task].task.modality is not Modality.ASSIGNED:
        return False
    below, above = (whole.nodes.get(claim.document) for claim in (lower, higher))
    if not isinstance(below, Document) or not isinstance(above, Document):
        return False
    return (below.tier or 0) > (above.tier or 0) > 0


def _cut(found: Iterable[Dispute], limit: int) -> list[Dispute]:
    taken: Counter[DisputeKind] = Counter()
    shown = []
    for one in found:
        taken[one.kind] += 1
        if taken[one.kind] <= limit:
            shown.append(one)
    return shown


def _ids(one: Dispute) -> Iterator[NodeId]:
    yield from one.topics
    for claim in one.claims:
        yield claim.document
        yield from (owner.id for owner in claim.owners)
        if claim.task is not None:
            yield claim.task


_KINDS = tuple(DisputeKind)


def _order(one: Dispute) -> tuple[int, float, list[tuple[str, int, int]]]:
    return (_KINDS.index(one.kind), -(one.score or 0), [_by_place(claim) for claim in one.claims])


def _by_place(claim: Claim) -> tuple[str, int, int]:
    return (claim.evidence.file, claim.evidence.start, claim.evidence.end)
