"""Paths found level by level are those of networkx, on random graphs with cycles and parallel edges."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.model import BlockKey, Document, Edge, EdgeKind, Evidence, FileKey, NodeId
from graph.reach import Chains, Reach
from queries import walk
from queries.trace import UPWARD, trace

NODES = [NodeId(name) for name in "abcdefgh"]
edges = st.builds(
    lambda kind, source, target, start: Edge(
        kind, source, target, Evidence(FileKey("f"), start, start + 1, "x", 0, 9, "law")
    ),
    st.sampled_from([EdgeKind.BASIS, EdgeKind.IMPLEMENTS, EdgeKind.GUIDES, EdgeKind.MENTIONS]),
    st.sampled_from(NODES),
    st.sampled_from(NODES),
    st.integers(0, 9),
)
graphs = st.lists(edges, max_size=24)


class ListView:
    """The three methods of View that a trace needs, over a list of edges."""

    def __init__(self, edges: list[Edge]) -> None:
        self.edges = edges

    def upward(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        links: dict[NodeId, tuple[NodeId, ...]] = {}
        queue = [start]
        for near in queue:
            fars = {e.target for e in self.edges if e.source == near and e.kind in kinds} - {near}
            links[near] = tuple(sorted(fars))
            queue += [far for far in links[near] if far not in queue]
        return Reach(links)

    def chains_up(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Chains:
        reach = self.upward(start, kinds)
        return Chains(reach, self.nodes(reach.links), partial(self.edges_between, kinds=kinds))

    def edges_between(self, pairs: Any, kinds: frozenset[EdgeKind]) -> list[Edge]:
        return [e for e in self.edges if (e.source, e.target) in set(pairs) and e.kind in kinds]

    def nodes(self, ids: Any) -> dict[NodeId, Document]:
        return {one: Document(one, BlockKey(one)) for one in sorted(ids)}


def naive(edges: list[Edge]) -> Any:
    graph = nx.DiGraph()
    graph.add_nodes_from(NODES)
    graph.add_edges_from((e.source, e.target) for e in edges if e.kind in UPWARD and e.source != e.target)
    return graph


def naive_sources(graph: Any) -> set[NodeId]:
    return {node for node in nx.descendants(graph, "a") if graph.out_degree(node) == 0}


def nodes_of(path: Any) -> tuple[NodeId, ...]:
    return (path[0].source, *(hop.target for hop in path))


@given(graphs)
def test_the_shortest_path_to_each_source(edges: list[Edge]) -> None:
    graph = naive(edges)
    answer = trace(ListView(edges), NodeId("a"))  # type: ignore[arg-type]
    assert set(answer.sources) == naive_sources(graph)
    assert [path[-1].target for path in answer.paths] == list(answer.sources)
    for path in answer.paths:
        shortest = min(map(tuple, nx.all_shortest_paths(graph, "a", path[-1].target)))
        assert nodes_of(path) == shortest


@given(graphs)
def test_all_simple_paths(edges: list[Edge]) -> None:
    graph = naive(edges)
    expected = {
        tuple(path) for source in naive_sources(graph) for path in nx.all_simple_paths(graph, "a", source)
    }
    answer = trace(ListView(edges), NodeId("a"), all_paths=True)  # type: ignore[arg-type]
    found = [nodes_of(path) for path in answer.paths]
    assert not answer.truncated
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(graphs)
def test_every_hop_carries_every_edge_between_its_documents(edges: list[Edge]) -> None:
    answer = trace(ListView(edges), NodeId("a"), all_paths=True)  # type: ignore[arg-type]
    for path in answer.paths:
        assert all(one.target == two.source for one, two in pairwise(path))
        for hop in path:
            between = [
                e for e in edges if (e.source, e.target) == (hop.source, hop.target) and e.kind in UPWARD
            ]
            assert sorted(map(repr, hop.edges)) == sorted(map(repr, between))


@given(graphs, st.randoms())
def test_the_order_in_which_a_store_answers_does_not_matter(edges: list[Edge], random: Any) -> None:
    shuffled = random.sample(edges, len(edges))
    one, other = (trace(ListView(some), NodeId("a"), all_paths=True) for some in (edges, shuffled))  # type: ignore[arg-type]
    assert one == other


def complete(size: int) -> dict[NodeId, tuple[NodeId, ...]]:
    names = [NodeId(f"{number:02}") for number in range(size)]
    return {near: tuple(far for far in names if far != near) for near in names}


def test_a_dense_cycle_is_cut_and_says_so() -> None:
    links = complete(30) | {NodeId("top"): ()}
    links[NodeId("29")] += (NodeId("top"),)
    paths, cut = walk.simple_paths(links, NodeId("00"), [NodeId("top")])
    assert cut
    assert len(paths) == walk.MOST_PATHS
    assert paths == sorted(paths, key=lambda path: (len(path), path))
