"""One duty from end to end (chuỗi): the central source, the documents below it, the duty, its agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import Ambiguous, NotFound
from graph.model import Edge, EdgeKind, Node, NodeId, NodeKind, Task
from graph.store import View
from queries.tasks import task_of
from queries.trace import Coverage, Hop, coverage, trace

_ROLES = (
    EdgeKind.LED_BY,
    EdgeKind.COORDINATED_WITH,
    EdgeKind.REPORTS_TO,
    EdgeKind.MONITORED_BY,
)
_MOST = 50
"""Tasks that words may mean before they are too vague."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The answer, one hop a line: from the source down to the document, then from the duty to agencies."""

    task: NodeId
    nodes: Mapping[NodeId, Node]
    down: tuple[Hop, ...]
    """Each hop as it is printed: the lower document cites the higher; the highest comes first."""
    assigned: tuple[Edge, ...]
    roles: tuple[Edge, ...]
    """Who leads, helps, is reported to, watches: in this order."""
    coverage: Coverage


def chain(view: View, task: NodeId) -> Chain:
    """The way of a task from the highest source of its document; NotFound for what is no task."""
    node = task_of(view, task)
    above = trace(view, node.document)
    down = tuple(reversed(above.paths[0])) if above.paths else ()
    assigned = view.edges_to([task], frozenset({EdgeKind.ASSIGNS}))
    roles = sorted(view.edges_from([task], frozenset(_ROLES)), key=_in_order)
    ends = {task, node.document, *(edge.target for edge in roles)}
    ends |= {end for hop in down for end in (hop.source, hop.target)}
    nodes = view.nodes(sorted(ends))
    return Chain(task, nodes, down, tuple(assigned), tuple(roles), coverage(nodes.values()))


def _in_order(edge: Edge) -> tuple[int, str, int, str]:
    return (_ROLES.index(edge.kind), edge.evidence.file, edge.evidence.start, edge.target)


def task_named(view: View, text: str) -> NodeId:
    """The task with this id, else the only one whose words these are; NotFound or Ambiguous otherwise."""
    if isinstance(view.nodes([NodeId(text)]).get(NodeId(text)), Task):
        return NodeId(text)
    found = [node for node in view.find(text, limit=_MOST + 1, kind=NodeKind.TASK) if isinstance(node, Task)]
    if not found:
        raise NotFound(f"{text}: no task in the store answers to this", code="no_task", name=text)
    if len(found) > 1:
        raise Ambiguous(
            f"{text}: {len(found)} tasks answer to this; name one by its id",
            code="many_tasks",
            name=text,
            count=len(found),
            candidates=tuple(task.id for task in found[:_MOST]),
            nodes=tuple(found[:_MOST]),
        )
    return found[0].id
