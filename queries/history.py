"""What became of a document (lịch sử hiệu lực): amended, replaced, repealed; how it stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum

from graph.days import first_day, last_day
from graph.model import Document, Edge, EdgeKind, Node, NodeId
from graph.store import View
from queries.trace import NO_DATE, Coverage, coverage

CHANGING = frozenset({EdgeKind.AMENDS, EdgeKind.REPLACES, EdgeKind.REPEALS, EdgeKind.CORRECTS})
"""Relations by which one document changes what another says or whether it is in force."""


class Standing(StrEnum):
    """How a document stands on a day, the gravest change counting."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    PARTLY_REPEALED = "partly_repealed"
    REPLACED = "replaced"
    REPEALED = "repealed"


_GRAVITY = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Change:
    """One document that changes another, and every place that says so."""

    kind: EdgeKind
    by: NodeId
    of: NodeId
    date: str | None
    """Date of the changing document, as precise as it is known."""
    edges: tuple[Edge, ...]

    @property
    def partial(self) -> bool:
        """Whether every place names a part ("bãi bỏ khoản 2 Điều 5"), so the rest stays."""
        return all(edge.pinpoint for edge in self.edges)


@dataclass(frozen=True, slots=True)
class History:
    """The answer: changes by date (unknown ones last), and the standing on `day`.

    `certain` is False where a change without a known day might already have happened.
    """

    start: NodeId
    nodes: Mapping[NodeId, Node]
    day: str
    standing: Standing
    certain: bool
    changed_by: tuple[Change, ...]
    changes: tuple[Change, ...]
    proposed: tuple[Change, ...]
    """What drafts would change in it; they change nothing yet."""
    coverage: Coverage


def history(view: View, start: NodeId, *, day: str) -> History:
    """The changes of a document and by it; four trips. `day` is an ISO day."""
    incoming, outgoing = view.edges_to([start], CHANGING), view.edges_from([start], CHANGING)
    ends = {end for edge in (*incoming, *outgoing) for end in (edge.source, edge.target)}
    nodes = view.nodes(sorted(ends | {start}))
    proposed = tuple(edge for edge in incoming if is_draft(nodes[edge.source]))
    changed_by = _changes(effective(view, incoming, nodes), nodes)
    standing, certain = _standing(_date(nodes[start]), changed_by, day)
    return History(
        start=start,
        nodes=nodes,
        day=day,
        standing=standing,
        certain=certain,
        changed_by=changed_by,
        changes=_changes(outgoing, nodes),
        proposed=_changes(proposed, nodes),
        coverage=coverage(nodes.values()),
    )


def is_draft(node: Node) -> bool:
    """Whether a node is a draft, which changes nothing yet."""
    return isinstance(node, Document) and node.draft


def effective(view: View, edges: Iterable[Edge], nodes: Mapping[NodeId, Node]) -> tuple[Edge, ...]:
    """The edges by which something is changed, without what is only proposed; one trip."""
    edges = tuple(edges)
    drafts = {edge.source for edge in edges if is_draft(nodes[edge.source])}
    if not drafts:
        return edges
    comments = view.edges_to(sorted(drafts), frozenset({EdgeKind.COMMENTS_ON}))
    return not_proposed(edges, drafts, {comment.source for comment in comments})


def not_proposed(edges: Iterable[Edge], drafts: Set[NodeId], letters: Set[NodeId]) -> tuple[Edge, ...]:
    """Without the edges of drafts and those of the letters that speak of them.

    "Góp ý dự thảo Kế hoạch … (thay thế Kế hoạch số 88/KH-UBND)": the letter replaces no plan.
    """
    return tuple(edge for edge in edges if edge.source not in drafts and edge.source not in letters)


def standing_on(
    document: Document, incoming: Iterable[Edge], nodes: Mapping[NodeId, Node], *, day: str
) -> Standing:
    """How a document stands on a day by these edges that change it; `nodes` has their sources."""
    return _standing(document.date, _changes(incoming, nodes), day)[0]


def _changes(edges: Iterable[Edge], nodes: Mapping[NodeId, Node]) -> tuple[Change, ...]:
    together: dict[tuple[NodeId, NodeId, EdgeKind], list[Edge]] = {}
    for edge in edges:
        together.setdefault((edge.source, edge.target, edge.kind), []).append(edge)
    found = [
        Change(kind, by, of, _date(nodes[by]), tuple(places)) for (by, of, kind), places in together.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.date or NO_DATE, one.by, one.of, one.kind)))


def _date(node: Node) -> str | None:
    return node.date if isinstance(node, Document) else None


def _standing(issued: str | None, changes: Iterable[Change], day: str) -> tuple[Standing, bool]:
    if issued is not None and first_day(issued) > day:
        return Standing.NOT_YET, True
    happened = [
        (_effect(change), change.date is not None and last_day(change.date) <= day)
        for change in changes
        if change.date is None or first_day(change.date) <= day
    ]
    known = max((effect for effect, sure in happened if sure), key=_GRAVITY.index, default=Standing.IN_FORCE)
    worst = max((effect for effect, _ in happened), key=_GRAVITY.index, default=Standing.IN_FORCE)
    return known, _GRAVITY.index(worst) <= _GRAVITY.index(known)


def _effect(change: Change) -> Standing:
    match change.kind:
        case EdgeKind.REPLACES:
            return Standing.AMENDED if change.partial else Standing.REPLACED
        case EdgeKind.REPEALS:
            return Standing.PARTLY_REPEALED if change.partial else Standing.REPEALED
        case _:
            return Standing.AMENDED
