"""What hangs on a document: every document that rests on it, at what distance, and the tasks in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import EdgeKind, Node, NodeId
from graph.store import TaskFilter, View
from queries.tasks import TaskRow, rows
from queries.trace import UPWARD, Hop
from queries.walk import downward, shortest_paths


@dataclass(frozen=True, slots=True)
class Dependent:
    """A document below: how many steps, and the hop by which it rests on the one above it."""

    id: NodeId
    distance: int
    hop: Hop


@dataclass(frozen=True, slots=True)
class Impact:
    """The answer: nearest documents first, then the tasks that they give."""

    start: NodeId
    nodes: Mapping[NodeId, Node]
    documents: tuple[Dependent, ...]
    tasks: tuple[TaskRow, ...]


def impact(view: View, start: NodeId, *, follow: frozenset[EdgeKind] = frozenset()) -> Impact:
    """Everything that would have to be looked at again if this document changed."""
    steps = downward(view, start, UPWARD | follow)
    paths = shortest_paths(steps, start)
    below = sorted((path for node, path in paths.items() if node != start), key=lambda p: (len(p), p[-1]))
    tasks = view.tasks(TaskFilter(documents=frozenset(steps)))
    return Impact(
        start=start,
        nodes=view.nodes(steps),
        documents=tuple(
            Dependent(path[-1], len(path) - 1, Hop(path[-1], path[-2], steps[path[-2]][path[-1]]))
            for path in below
        ),
        tasks=rows(view, tasks),
    )
