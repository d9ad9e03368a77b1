"""Which higher duty a local one carries out, and which lower ones carry it out (nhiệm vụ cấp trên, cấp dưới).

No document says so of single duties: it is inferred from the citations that join their documents and from
how alike the texts are.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from graph.model import Node, NodeId
from graph.reach import Links
from graph.store import TaskFilter, View
from queries.claims import duty_words, points_at_itself
from queries.similar import likeness
from queries.tasks import TaskRow, rows, rows_where, task_of
from queries.trace import UPWARD, Coverage, Hop, coverage
from queries.walk import edges_on, shortest_paths

CARRIED_OUT = 76.0
"""Duties as alike as this are taken for one handed down: the lowest value with F1 above 0.9 on
benchmarks/similarity. To miss one is worse than to show one too many with its score and both quotes."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A duty above or below, and the citations that join its document to the one of the start."""

    row: TaskRow
    score: float
    """How alike the texts are, 0 to 100."""
    hops: tuple[Hop, ...]
    """From the start's document to its document; each lower document cites the higher."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The answer, all of it inferred; the most alike first, then the nearest document."""

    row: TaskRow
    nodes: Mapping[NodeId, Node]
    higher: tuple[Kin, ...]
    lower: tuple[Kin, ...]
    threshold: float
    coverage: Coverage


def lineage(view: View, task: NodeId, *, limit: int = 20) -> Lineage:
    """The duties that a task carries out, and those that carry it out; NotFound for what is no task."""
    node = task_of(view, task)
    (row,) = rows(view, [node])
    above = view.upward(node.document, UPWARD).links
    below = view.downward(node.document, UPWARD).links
    higher, lower = _kin(view, row, above, up=True), _kin(view, row, below, up=False)
    shown = (higher[:limit], lower[:limit])
    ends = {task, node.document} | {kin.row.task.id for some in shown for kin in some}
    ends |= {end for some in shown for kin in some for hop in kin.hops for end in (hop.source, hop.target)}
    nodes = view.nodes(sorted(ends))
    reached = view.nodes(sorted({*above, *below}))
    return Lineage(row, nodes, *shown, CARRIED_OUT, coverage(reached.values()))


def _kin(view: View, row: TaskRow, links: Links, *, up: bool) -> tuple[Kin, ...]:
    """The duties of the documents reached whose text is like that of the start."""
    start, words = row.task.document, duty_words(row)
    documents = frozenset(links) - {start}
    if not documents or not words or points_at_itself(row.task.text):
        return ()
    scores: list[tuple[float, TaskRow]] = []
    for other in rows_where(view, TaskFilter(documents=documents)):
        score = 0.0 if points_at_itself(other.task.text) else likeness(words, duty_words(other))
        if score >= CARRIED_OUT:
            scores.append((score, other))
    hops = _hops(view, links, start, {other.task.document for _, other in scores}, up=up)
    found = [Kin(other, score, hops[other.task.document]) for score, other in scores]
    return tuple(sorted(found, key=lambda kin: (-kin.score, len(kin.hops), kin.row.task.id)))


def _hops(
    view: View, links: Links, start: NodeId, ends: Set[NodeId], *, up: bool
) -> dict[NodeId, tuple[Hop, ...]]:
    """The citations on the shortest path to each of these documents."""
    paths = shortest_paths(links, start)
    pairs = {end: [pair if up else pair[::-1] for pair in pairwise(paths[end])] for end in ends}
    edges = edges_on(view, chain.from_iterable(pairs.values()), UPWARD)
    return {end: tuple(Hop(*pair, edges[pair]) for pair in way) for end, way in pairs.items()}
