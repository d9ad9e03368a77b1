"""Where a document comes from (truy vết): the chains up to its sources, each hop with its evidence.

A source is a document reached from which no edge leads further up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from graph.model import Document, Edge, EdgeKind, Node, NodeId, Status
from graph.reach import Links
from graph.store import View
from queries.walk import MOST_PATHS, Path, shortest_paths, simple_paths, telling_first

UPWARD = frozenset(
    {EdgeKind.BASIS, EdgeKind.IMPLEMENTS, EdgeKind.DIRECTED_BY, EdgeKind.GUIDES, EdgeKind.RESPONDS_TO}
)
"""Relations that lead from a document to what it rests on."""

NO_TIER = 99
NO_DATE = "9999"


@dataclass(frozen=True, slots=True)
class Hop:
    """One step: every edge between the two documents, the telling relation first."""

    source: NodeId
    target: NodeId
    edges: tuple[Edge, ...]

    @property
    def kind(self) -> EdgeKind:
        """The relation that names the hop."""
        return self.edges[0].kind


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what was reached has been read, is only cited, or may be another document."""

    loaded: int
    cited_only: int
    ambiguous: int


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer: paths from the start upwards, grouped by source, the highest and oldest source first."""

    start: NodeId
    nodes: Mapping[NodeId, Node]
    paths: tuple[tuple[Hop, ...], ...]
    sources: tuple[NodeId, ...]
    truncated: bool
    coverage: Coverage


def trace(
    view: View, start: NodeId, *, follow: frozenset[EdgeKind] = frozenset(), all_paths: bool = False
) -> Trace:
    """The shortest path from a document to each of its sources, or every simple one."""
    kinds = UPWARD | follow
    chains = view.chains_up(start, kinds)
    links, nodes = chains.reach.links, chains.nodes
    sources = sorted(
        (node for node, fars in links.items() if not fars and node != start),
        key=lambda node: source_order(nodes[node]),
    )
    paths, truncated = _paths(links, start, sources, all_paths=all_paths)
    rank = {source: place for place, source in enumerate(sources)}
    paths.sort(key=lambda path: (rank[path[-1]], len(path), path))
    edges = telling_first((pair for path in paths for pair in pairwise(path)), chains.edges)
    return Trace(
        start=start,
        nodes=nodes,
        paths=tuple(tuple(Hop(*pair, edges[pair]) for pair in pairwise(path)) for path in paths),
        sources=tuple(sources),
        truncated=truncated,
        coverage=coverage(nodes.values()),
    )


def _paths(links: Links, start: NodeId, sources: list[NodeId], *, all_paths: bool) -> tuple[list[Path], bool]:
    """When the list of all paths is cut, the shortest to each source still comes before longer ones."""
    shortest = shortest_paths(links, start)
    first = [shortest[source] for source in sources]
    if not all_paths:
        return first, False
    every, truncated = simple_paths(links, start, sources)
    known = set(first)
    paths = first + [path for path in every if path not in known]
    return paths[: max(MOST_PATHS, len(first))], truncated


def source_order(node: Node) -> tuple[int, str, NodeId]:
    """Sort key of sources: tier, then date, then id; what is unknown comes last."""
    if isinstance(node, Document):
        return (node.tier or NO_TIER, node.date or NO_DATE, node.id)
    return (NO_TIER, NO_DATE, node.id)


def coverage(nodes: Iterable[Node]) -> Coverage:
    """Counts over the documents among these nodes."""
    documents = [node for node in nodes if isinstance(node, Document)]
    loaded = sum(node.status is Status.LOADED for node in documents)
    ambiguous = sum(bool(node.candidates) for node in documents)
    return Coverage(loaded=loaded, cited_only=len(documents) - loaded, ambiguous=ambiguous)
