"""What hangs on a document: every document that rests on it, at what distance, and the tasks in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import EdgeKind, Node, NodeId
from graph.store import TaskFilter, View
from queries.tasks import TaskRow, rows_where
from queries.trace import UPWARD, Hop
from queries.walk import shortest_paths, telling_first

MOST_DOCUMENTS = 10_000
"""On a law on which everything rests more than these help nobody; the answer says that it was cut."""


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
    truncated: bool = False
    """There are more documents than MOST_DOCUMENTS; the tasks are those of the documents given."""


def impact(view: View, start: NodeId, *, follow: frozenset[EdgeKind] = frozenset()) -> Impact:
    """Everything that would have to be looked at again if this document changed."""
    kinds = UPWARD | follow
    chains = view.chains_down(start, kinds, most=MOST_DOCUMENTS)
    links = chains.reach.links
    paths = shortest_paths(links, start)
    below = sorted((path for node, path in paths.items() if node != start), key=lambda p: (len(p), p[-1]))
    hops = [(path[-1], path[-2]) for path in below]
    edges = telling_first(hops, chains.edges)
    return Impact(
        start=start,
        nodes=chains.nodes,
        documents=tuple(
            Dependent(path[-1], len(path) - 1, Hop(*hop, edges[hop]))
            for path, hop in zip(below, hops, strict=True)
        ),
        tasks=rows_where(view, TaskFilter(documents=frozenset(links))),
        truncated=chains.reach.truncated,
    )
