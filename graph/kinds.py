"""The class of each kind of node."""

from __future__ import annotations

from graph.model import Agency, Document, Node, NodeKind, Task, Topic

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
