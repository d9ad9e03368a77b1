"""Parts that several answers share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from chidao.json_answers import evidence_object
from chidao.labels import label
from graph.model import Edge, Evidence, Node, NodeId

if TYPE_CHECKING:
    from queries.evidence import Quote

Object = dict[str, Any]
Quotes = Mapping[Evidence, "Quote"]


def proofs(edges: Iterable[Edge], quotes: Quotes) -> list[Object]:
    """Every place that proves something, with its words."""
    return [evidence_object(edge, quotes) for edge in edges]


def name(nodes: Mapping[NodeId, Node], id: NodeId) -> str:
    """How people call a node, its id where the answer does not hold it."""
    return label(nodes[id]) if id in nodes else id


def first_words(edges: Iterable[Edge], quotes: Quotes) -> tuple[str, str]:
    """File and sentence of the first place."""
    edge = next(iter(edges), None)
    return ("", "") if edge is None else (edge.evidence.file, quotes[edge.evidence].sentence)
