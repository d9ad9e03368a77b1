"""From a start to everything that edges lead to, and the paths there.

The store is asked once a level; paths are then found in memory. Every function gives the same order
whatever the store: neighbours by id, paths by length and then by the ids on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from graph.model import Edge, EdgeKind, NodeId
from graph.store import View

Steps = dict[NodeId, dict[NodeId, tuple[Edge, ...]]]
"""Node -> neighbour -> the edges between them, in the order of EdgeKind, file and place."""
Path = tuple[NodeId, ...]

MOST_PATHS = 1_000
"""More simple paths than this help nobody; the answer says that it was cut."""
MOST_PARTIAL_PATHS = 100_000
"""Partial paths looked at before giving up: dense cycles have exponentially many that end nowhere."""

_RANK = {kind: rank for rank, kind in enumerate(EdgeKind)}


def upward(view: View, start: NodeId, kinds: frozenset[EdgeKind]) -> Steps:
    """Everything that `start` rests on: each node reached with its steps along the edges."""
    return _levels(view, start, kinds, up=True)


def downward(view: View, start: NodeId, kinds: frozenset[EdgeKind]) -> Steps:
    """Everything that rests on `start`: each node reached with its steps against the edges."""
    return _levels(view, start, kinds, up=False)


def _levels(view: View, start: NodeId, kinds: frozenset[EdgeKind], *, up: bool) -> Steps:
    steps: Steps = {}
    level = [start]
    while level:
        edges = view.edges_from(level, kinds) if up else view.edges_to(level, kinds)
        steps |= _neighbours(level, edges, up=up)
        level = list(dict.fromkeys(far for near in level for far in steps[near] if far not in steps))
    return steps


def _neighbours(level: Iterable[NodeId], edges: Iterable[Edge], *, up: bool) -> Steps:
    """The steps of one level; an edge from a document to itself leads nowhere."""
    found: dict[NodeId, dict[NodeId, list[Edge]]] = {node: {} for node in level}
    for edge in edges:
        near, far = (edge.source, edge.target) if up else (edge.target, edge.source)
        if near != far:
            found[near].setdefault(far, []).append(edge)
    return {
        near: {far: tuple(sorted(between, key=_telling)) for far, between in sorted(fars.items())}
        for near, fars in found.items()
    }


def _telling(edge: Edge) -> tuple[int, str, int, int]:
    return (_RANK[edge.kind], edge.evidence.file, edge.evidence.start, edge.evidence.end)


def shortest_paths(steps: Steps, start: NodeId) -> dict[NodeId, Path]:
    """The shortest path to every node reached; of equals the one with the smallest ids."""
    paths: dict[NodeId, Path] = {start: (start,)}
    queue = [start]
    for near in queue:
        for far in steps[near]:
            if far not in paths:
                paths[far] = (*paths[near], far)
                queue.append(far)
    return paths


def simple_paths(steps: Steps, start: NodeId, ends: Iterable[NodeId]) -> tuple[list[Path], bool]:
    """Every path to the ends without a repeated node, shortest first, and whether the list was cut."""
    distance = _distances(steps, ends)
    heap: list[tuple[int, Path]] = [(distance[start], (start,))] if start in distance else []
    found: list[Path] = []
    looked_at = 0
    while heap:
        looked_at += 1
        if len(found) == MOST_PATHS or looked_at > MOST_PARTIAL_PATHS:
            return found, True
        _, path = heappop(heap)
        if distance[path[-1]] == 0:
            found.append(path)
        for far in steps[path[-1]]:
            if far in distance and far not in path:
                heappush(heap, (len(path) + distance[far], (*path, far)))
    return found, False


def _distances(steps: Steps, ends: Iterable[NodeId]) -> Mapping[NodeId, int]:
    """How many steps each node is from the nearest end; nodes that reach none are left out."""
    into: dict[NodeId, list[NodeId]] = {}
    for near, fars in steps.items():
        for far in fars:
            into.setdefault(far, []).append(near)
    distance = dict.fromkeys(ends, 0)
    queue = list(distance)
    for far in queue:
        for near in into.get(far, ()):
            if near not in distance:
                distance[near] = distance[far] + 1
                queue.append(near)
    return distance
