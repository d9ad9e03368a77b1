"""A part of the graph ready for drawing, as a NetworkX graph: labels, lanes, places, words of every edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import networkx

from chidao import messages
from chidao.labels import details, label, relation, shorten, status
from chidao.render.lanes import positions
from graph.model import Agency, Document, Edge, EdgeKind, Node, NodeId, Task
from queries.subgraph import Subgraph

if TYPE_CHECKING:
    from networkx import MultiDiGraph

UNKNOWN_TIER, TASKS, AGENCIES = 0, 8, 9
"""Lanes above and below those of the tiers 1 to 6: what a document rests on is drawn above it."""
TITLE = 60
"""A longer title does not fit a card."""

_LANE_NAMES = {UNKNOWN_TIER: "tier.0", TASKS: "tier.task", AGENCIES: "tier.agency"}


def picture(part: Subgraph) -> MultiDiGraph[str]:
    """Each node with label, details, status, lane and place; one edge a relation, with all its quotes."""
    lanes = {str(id): lane(node) for id, node in part.nodes.items()}
    places = positions(lanes, ((edge.source, edge.target) for edge in part.edges))
    graph: MultiDiGraph[str] = networkx.MultiDiGraph(start=part.start, left_out=part.left_out)
    for id, node in part.nodes.items():
        x, y = places[id]
        graph.add_node(id, **_words(node), lane=lanes[id], x=x, y=y, start=id == part.start)
    for (source, kind, target), edges in _joined(part.edges).items():
        proofs = [_proof(part, edge) for edge in edges]
        graph.add_edge(source, target, key=kind, kind=str(kind), label=relation(kind), proofs=proofs)
    return graph


def lane(node: Node) -> int:
    """The lane of a node: its tier for a document, below them the tasks and who does them."""
    match node:
        case Document():
            return node.tier or UNKNOWN_TIER
        case Task():
            return TASKS
        case _:
            return AGENCIES


def lane_name(number: int) -> str:
    """What a lane is called in the legend."""
    return messages.text(_LANE_NAMES.get(number, f"tier.{number}"))


def _words(node: Node) -> dict[str, str]:
    kind = {Document: "document", Task: "task", Agency: "agency"}.get(type(node), "topic")
    subject = (node.subject or "") if isinstance(node, Document) else label(node)
    shown = node.status.value if isinstance(node, Document) else ""
    return {
        "kind": kind,
        "label": shorten(label(node), TITLE),
        "details": details(node),
        "subject": subject,
        "status": shown,
        "status_name": status(node),
    }


def _joined(edges: Iterable[Edge]) -> dict[tuple[NodeId, EdgeKind, NodeId], list[Edge]]:
    """Mentions of one relation between two nodes make one line."""
    lines: dict[tuple[NodeId, EdgeKind, NodeId], list[Edge]] = {}
    for edge in edges:
        lines.setdefault((edge.source, edge.kind, edge.target), []).append(edge)
    return lines


def _proof(part: Subgraph, edge: Edge) -> Mapping[str, object]:
    """The sentence in three parts, its file and place."""
    before, quote, after = part.quotes[edge.evidence].parts
    place = edge.evidence
    return {
        "before": before,
        "quote": quote,
        "after": after,
        "file": place.file,
        "start": place.start,
        "end": place.end,
    }
