"""Documents that rest on the same sources (văn bản liên quan): what others wrote on the same directive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log2

from graph.model import Edge, Node, NodeId
from graph.store import View
from queries.trace import UPWARD, Coverage, coverage


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
    """The answer, the closest first; `sources` are what the start itself rests on."""

    start: NodeId
    nodes: Mapping[NodeId, Node]
    sources: tuple[NodeId, ...]
    own: tuple[Edge, ...]
    """The edges of the start to its sources."""
    relatives: tuple[Relative, ...]
    coverage: Coverage


def related(view: View, start: NodeId, *, limit: int = 20) -> Related:
    """The documents that share most sources with this one; three trips."""
    own = [edge for edge in view.edges_from([start], UPWARD) if edge.target != start]
    sources = sorted({edge.target for edge in own})
    by_document: dict[NodeId, list[Edge]] = {}
    citing: dict[NodeId, set[NodeId]] = {source: set() for source in sources}
    for edge in view.edges_to(sources, UPWARD) if sources else ():
        citing[edge.target].add(edge.source)
        if edge.source != start:
            by_document.setdefault(edge.source, []).append(edge)
    weight = {source: 1 / log2(1 + len(documents)) for source, documents in citing.items() if documents}
    found = [_relative(id, edges, weight) for id, edges in by_document.items() if id not in citing]
    best = tuple(sorted(found, key=lambda one: (-one.score, one.id))[:limit])
    nodes = view.nodes(sorted({start, *sources, *(one.id for one in best)}))
    return Related(start, nodes, tuple(sources), tuple(own), best, coverage(nodes.values()))


def _relative(id: NodeId, edges: Iterable[Edge], weight: Mapping[NodeId, float]) -> Relative:
    edges = tuple(edges)
    shared = tuple(sorted({edge.target for edge in edges}))
    return Relative(id, round(sum(weight[source] for source in shared), 6), shared, edges)
