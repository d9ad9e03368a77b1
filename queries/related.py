"""Documents that rest on the same sources (văn bản liên quan): what others wrote on the same directive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

from graph.model import Edge, Node, NodeId
from graph.store import View
from queries.trace import UPWARD, Coverage, coverage
from queries.walk import edges_on, shortest_paths


@dataclass(frozen=True, slots=True)
class Relative:
    """A document with shared sources: for each source the edges of both documents to it."""

    id: NodeId
    score: float
    """Sum over the shared sources; a source that few documents cite counts for more."""
    shared: tuple[NodeId, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The answer, the closest first; `sources` are what the start rests on, directly or through others."""

    start: NodeId
    nodes: Mapping[NodeId, Node]
    sources: tuple[NodeId, ...]
    own: tuple[Edge, ...]
    """The edges that lead from the start to its sources."""
    relatives: tuple[Relative, ...]
    coverage: Coverage


def related(view: View, start: NodeId, *, limit: int = 20) -> Related:
    """The documents that share most sources with this one: four trips.

    A source counts for more the fewer documents cite it and the nearer it is to the start.
    """
    links = view.upward(start, UPWARD).links
    distance = {node: len(path) - 1 for node, path in shortest_paths(links, start).items()}
    sources = sorted(distance.keys() - {start})
    citing: dict[NodeId, set[NodeId]] = {}
    by_document: dict[NodeId, list[Edge]] = {}
    for edge in view.edges_to(sources, UPWARD) if sources else ():
        citing.setdefault(edge.target, set()).add(edge.source)
        if edge.source not in distance:
            by_document.setdefault(edge.source, []).append(edge)
    weight = {source: 1 / (distance[source] * log2(1 + len(who))) for source, who in citing.items()}
    found = [_relative(id, edges, weight) for id, edges in by_document.items()]
    best = tuple(sorted(found, key=lambda one: (-one.score, one.id))[:limit])
    nodes = view.nodes(sorted({start, *sources, *(one.id for one in best)}))
    pairs = [(near, far) for near, fars in links.items() for far in fars]
    own = tuple(edge for between in edges_on(view, pairs, UPWARD).values() for edge in between)
    return Related(start, nodes, tuple(sources), own, best, coverage(nodes.values()))


def _relative(id: NodeId, edges: Iterable[Edge], weight: Mapping[NodeId, float]) -> Relative:
    edges = tuple(edges)
    shared = tuple(sorted({edge.target for edge in edges}))
    return Relative(id, round(sum(weight[source] for source in shared), 6), shared, edges)
