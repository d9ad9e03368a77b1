"""The paths to what a store reached from a start, and the edges on them.

Paths are found in memory among the bare links; edges with their evidence are read for what is shown alone.
Every function gives the same order whatever the store: paths by length and then by the ids on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from heapq import heappop, heappush

from graph.model import Edge, EdgeKind, NodeId
from graph.reach import Links
from graph.store import View

Pair = tuple[NodeId, NodeId]
Path = tuple[NodeId, ...]
EdgesOf = Callable[[Iterable[Pair]], Sequence[Edge]]

MOST_PATHS = 1_000
"""More simple paths than this help nobody; the answer says that it was cut."""
MOST_PARTIAL_PATHS = 100_000
"""Partial paths looked at before giving up: dense cycles have exponentially many that end nowhere."""

_RANK = {kind: rank for rank, kind in enumerate(EdgeKind)}


def edges_on(view: View, pairs: Iterable[Pair], kinds: frozenset[EdgeKind]) -> dict[Pair, tuple[Edge, ...]]:
    """The edges of these pairs (source, target), in the order of EdgeKind, file and place; one trip."""
    return telling_first(pairs, partial(view.edges_between, kinds=kinds))


def telling_first(pairs: Iterable[Pair], edges: EdgesOf) -> dict[Pair, tuple[Edge, ...]]:
    """The same, with edges that come from elsewhere (`Chains.edges`)."""
    found: dict[Pair, list[Edge]] = {pair: [] for pair in pairs}
    for edge in edges(found) if found else ():
        found[edge.source, edge.target].append(edge)
    return {pair: tuple(sorted(some, key=_telling)) for pair, some in found.items()}


def _telling(edge: Edge) -> tuple[int, str, int, int]:
    return (_RANK[edge.kind], edge.evidence.file, edge.evidence.start, edge.evidence.end)


def shortest_paths(steps: Links, start: NodeId) -> dict[NodeId, Path]:
    """The shortest path to every node reached; of equals the one with the smallest ids."""
    paths: dict[NodeId, Path] = {start: (start,)}
    queue = [start]
    for near in queue:
        for far in steps[near]:
            if far not in paths:
                paths[far] = (*paths[near], far)
                queue.append(far)
    return paths


def simple_paths(steps: Links, start: NodeId, ends: Iterable[NodeId]) -> tuple[list[Path], bool]:
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


def _distances(steps: Links, ends: Iterable[NodeId]) -> Mapping[NodeId, int]:
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
