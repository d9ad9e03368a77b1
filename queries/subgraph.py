"""The part of the graph for a picture: a document, the chains above it, its tasks and who leads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Edge, EdgeKind, Evidence, Node, NodeId
from graph.store import View
from queries.evidence import Quote, quotes
from queries.trace import UPWARD
from queries.walk import edges_on

MOST_NODES = 300
"""More nodes than this make no readable picture."""

TO_AGENCIES = frozenset({EdgeKind.LED_BY, EdgeKind.COORDINATED_WITH})


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Nodes and the edges among them, each edge with its words; `left_out` nodes did not fit."""

    start: NodeId
    nodes: Mapping[NodeId, Node]
    edges: tuple[Edge, ...]
    quotes: Mapping[Evidence, Quote]
    left_out: int = 0


def subgraph(view: View, start: NodeId, *, most: int = MOST_NODES) -> Subgraph:
    """What a document rests on, its tasks and the agencies in them; the nearest nodes when not all fit."""
    links = view.upward(start, UPWARD).links
    assigned = view.edges_from([start], frozenset({EdgeKind.ASSIGNS}))
    duties = dict.fromkeys(edge.target for edge in assigned)
    agencies = view.edges_from(duties, TO_AGENCIES)
    order = dict.fromkeys([*links, *duties, *(edge.target for edge in agencies)])
    kept = list(order)[:most]
    shown = view.nodes(kept)
    pairs = [(near, far) for near in links for far in links[near] if near in shown and far in shown]
    chains = [edge for between in edges_on(view, pairs, UPWARD).values() for edge in between]
    edges = tuple(e for e in (*chains, *assigned, *agencies) if e.source in shown and e.target in shown)
    return Subgraph(
        start=start,
        nodes={node: shown[node] for node in kept},
        edges=edges,
        quotes=quotes(view, edges),
        left_out=len(order) - len(kept),
    )
