"""A page of one office (cơ quan): what it issued and received, which duties it leads and helps with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.errors import NotFound
from graph.model import Agency, Document, Edge, EdgeKind, Node, NodeId
from graph.store import TaskFilter, View
from graph.vocabulary.succession import Step, successor
from queries.owners import Holder, Reason, holders
from queries.tasks import TaskRow, held_by, rows_where

LETTERS = {
    EdgeKind.ISSUED_BY: "issued",
    EdgeKind.ADDRESSED_TO: "received",
    EdgeKind.COPIED_TO: "copied",
}
ROLES = {
    EdgeKind.LED_BY: "leads",
    EdgeKind.COORDINATED_WITH: "coordinates",
    EdgeKind.REPORTS_TO: "reported_to",
    EdgeKind.MONITORED_BY: "monitors",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A document that the office issued, received or got a copy of, with every place that says so."""

    document: NodeId
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Through:
    """Duties of a group or of a predecessor, which may be the office's own."""

    holder: Holder
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class AgencyPage:
    """The answer. `letters` and `tasks` have every key of LETTERS and ROLES, newest documents first."""

    agencies: tuple[Agency, ...]
    """The office in every place that the name leaves open."""
    successors: Mapping[NodeId, tuple[Step, ...]]
    """For those that no longer exist: who followed, from which day, on what ground."""
    nodes: Mapping[NodeId, Node]
    letters: Mapping[str, tuple[Letter, ...]]
    tasks: Mapping[str, tuple[TaskRow, ...]]
    through: tuple[Through, ...]


def agency(view: View, name: str) -> AgencyPage:
    """Everything about an office of this name, typed in any way; NotFound when the graph has none."""
    found = holders(view, name)
    if not found:
        raise NotFound(f"{name}: no agency in the store answers to this", code="no_agency", name=name)
    own = tuple(holder.agency for holder in found if holder.reason is Reason.NAME)
    ids = [office.id for office in own]
    edges = view.edges_to(ids, frozenset(LETTERS) | frozenset(ROLES)) if ids else ()
    documents = {edge.source for edge in edges if edge.kind in LETTERS}
    nodes = view.nodes(sorted(documents))
    return AgencyPage(
        agencies=own,
        successors={office.id: chain for office in own if (chain := _followed_by(office))},
        nodes={**nodes, **{office.id: office for office in own}},
        letters={name: _letters(edges, kind, nodes) for kind, name in LETTERS.items()},
        tasks={name: _tasks(view, ids, kind) for kind, name in ROLES.items()},
        through=tuple(_through(view, [holder for holder in found if holder.reason is not Reason.NAME])),
    )


def _followed_by(office: Agency) -> tuple[Step, ...]:
    return successor(office.name, office.jurisdiction)


def _letters(edges: Iterable[Edge], kind: EdgeKind, nodes: Mapping[NodeId, Node]) -> tuple[Letter, ...]:
    places: dict[NodeId, list[Edge]] = {}
    for edge in edges:
        if edge.kind is kind:
            places.setdefault(edge.source, []).append(edge)
    by_id = sorted(places)
    newest = sorted(by_id, key=lambda id: _date(nodes.get(id)), reverse=True)
    return tuple(Letter(id, tuple(places[id])) for id in newest)


def _date(node: Node | None) -> str:
    return (node.date or "") if isinstance(node, Document) else ""


def _tasks(view: View, agencies: Iterable[NodeId], kind: EdgeKind) -> tuple[TaskRow, ...]:
    where = TaskFilter(agencies=frozenset(agencies), roles=frozenset({kind}))
    return rows_where(view, where) if where.agencies else ()


def _through(view: View, found: Iterable[Holder]) -> Iterable[Through]:
    """A duty of a group counts where the office belonged to it on the day of its document."""
    for holder in found:
        led = _tasks(view, [holder.agency.id], EdgeKind.LED_BY)
        mine = held_by(view, holder, led)
        if mine:
            yield Through(holder, mine)
