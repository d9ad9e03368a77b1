"""Everything the store holds of one node: its fields, what it may be, and its edges both ways with quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import NotFound
from graph.model import Document, Edge, Evidence, Node, NodeId
from graph.store import View
from queries.evidence import Quote, quotes
from queries.finals import Final, finals


@dataclass(frozen=True, slots=True)
class Shown:
    """The answer. `others` are the nodes at the far ends of the edges and the candidates."""

    node: Node
    candidates: tuple[Node, ...]
    outgoing: tuple[Edge, ...]
    incoming: tuple[Edge, ...]
    others: Mapping[NodeId, Node]
    quotes: Mapping[Evidence, Quote]
    finals: tuple[Final, ...] = ()
    """For a draft: what it may have become, inferred."""


def show(view: View, node: NodeId) -> Shown:
    """One node with all that touches it."""
    found = view.nodes([node]).get(node)
    if found is None:
        raise NotFound(f"{node}: no node in the store has this id", code="no_node", name=node)
    outgoing = tuple(view.edges_from([node]))
    incoming = tuple(view.edges_to([node]))
    candidates = found.candidates if isinstance(found, Document) else ()
    became = finals(view, found) if isinstance(found, Document) else ()
    ends = {edge.target for edge in outgoing} | {edge.source for edge in incoming}
    others = view.nodes(ends | set(candidates) | {final.id for final in became})
    return Shown(
        node=found,
        candidates=tuple(others[one] for one in candidates if one in others),
        outgoing=outgoing,
        incoming=incoming,
        others=others,
        quotes=quotes(view, (*outgoing, *incoming, *(edge for one in became for edge in one.shared))),
        finals=became,
    )
