"""Which higher duty a local one carries out, and which lower ones carry it out (nhiệm vụ cấp trên, cấp dưới).

No document says so of single duties: it is inferred from the citations that join their documents and from
how alike the texts are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import NotFound
from graph.model import Node, NodeId, Task
from graph.store import TaskFilter, View
from queries.claims import duty_words, points_at_itself
from queries.similar import likeness
from queries.tasks import TaskRow, rows
from queries.trace import UPWARD, Coverage, Hop, coverage
from queries.walk import Path, Steps, downward, shortest_paths, upward

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
    node = view.nodes([task]).get(task)
    if not isinstance(node, Task):
        raise NotFound(f"{task}: no task in the store has this id", code="no_task", name=task)
    (row,) = rows(view, [node])
    above, below = upward(view, node.document, UPWARD), downward(view, node.document, UPWARD)
    higher, lower = _kin(view, row, above, up=True), _kin(view, row, below, up=False)
    shown = (higher[:limit], lower[:limit])
    ends = {task, node.document} | {kin.row.task.id for some in shown for kin in some}
    ends |= {end for some in shown for kin in some for hop in kin.hops for end in (hop.source, hop.target)}
    nodes = view.nodes(sorted(ends))
    reached = view.nodes(sorted({*above, *below}))
    return Lineage(row, nodes, *shown, CARRIED_OUT, coverage(reached.values()))


def _kin(view: View, row: TaskRow, steps: Steps, *, up: bool) -> tuple[Kin, ...]:
    """The duties of the documents reached whose text is like that of the start."""
    start, words = row.task.document, duty_words(row)
    documents = frozenset(steps) - {start}
    if not documents or not words or points_at_itself(row.task.text):
        return ()
    paths = shortest_paths(steps, start)
    found = []
    for other in rows(view, view.tasks(TaskFilter(documents=documents))):
        score = 0.0 if points_at_itself(other.task.text) else likeness(words, duty_words(other))
        if score >= CARRIED_OUT:
            found.append(Kin(other, score, _hops(steps, paths[other.task.document], up=up)))
    return tuple(sorted(found, key=lambda kin: (-kin.score, len(kin.hops), kin.row.task.id)))


def _hops(steps: Steps, path: Path, *, up: bool) -> tuple[Hop, ...]:
    pairs = pairwise(path)
    return tuple(
        Hop(near, far, steps[near][far]) if up else Hop(far, near, steps[near][far]) for near, far in pairs
    )
