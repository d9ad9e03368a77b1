"""The class of each kind of node, and what every store refuses about nodes."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import StoreError
from graph.model import Agency, Document, Node, NodeId, NodeKind, Task, Topic

NODE_TYPES: dict[NodeKind, type[Node]] = {
    NodeKind.DOCUMENT: Document,
    NodeKind.AGENCY: Agency,
    NodeKind.TASK: Task,
    NodeKind.TOPIC: Topic,
}

_KINDS = {type_: kind for kind, type_ in NODE_TYPES.items()}


def kind_of(node: Node) -> NodeKind:
    """The kind of this node."""
    return _KINDS[type(node)]


def missing_nodes(ids: Iterable[NodeId]) -> StoreError:
    """The error of a ChangeSet whose edges or mentions would point at nothing."""
    return StoreError(
        "nothing was written: the change leaves edges or mentions without their nodes; "
        "this is a fault of chidao, please report it",
        missing=sorted(ids),
    )
