"""What the object of a node shows beside the node: where a task is printed, who says what of a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.identity.claims import claims
from graph.model import Claims, Document, DocumentMention, Edge, EdgeKind, Node, NodeId, Task
from graph.store import View


@dataclass(frozen=True, slots=True)
class Details:
    """By id: the edges that assign a task, the claims about a document."""

    places: Mapping[NodeId, tuple[Edge, ...]] = field(default_factory=dict)
    claims: Mapping[NodeId, tuple[Claims, ...]] = field(default_factory=dict)


def details(view: View, nodes: Iterable[Node]) -> Details:
    """The details of these nodes; two trips."""
    nodes = list(nodes)
    documents = sorted({node.id for node in nodes if isinstance(node, Document)})
    said: dict[NodeId, list[DocumentMention]] = {}
    for one in view.mentions_of(documents) if documents else ():
        said.setdefault(one.document, []).append(one.mention)
    return Details(
        places=task_places(view, nodes), claims={id: claims(mentions) for id, mentions in said.items()}
    )


def task_places(view: View, nodes: Iterable[Node]) -> dict[NodeId, tuple[Edge, ...]]:
    """The edges that assign the tasks among these nodes: where each is printed."""
    tasks = [node.id for node in nodes if isinstance(node, Task)]
    places: dict[NodeId, list[Edge]] = {task: [] for task in tasks}
    for edge in view.edges_to(tasks, frozenset({EdgeKind.ASSIGNS})) if tasks else ():
        places[edge.target].append(edge)
    return {task: tuple(edges) for task, edges in places.items()}
