"""Who must do what by when (nhiệm vụ): by owner, role, topic, deadline, document, modality and state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from graph.days import is_day
from graph.errors import NotFound
from graph.model import (
    Agency,
    DeadlineOperator,
    Document,
    Edge,
    EdgeKind,
    Modality,
    Node,
    NodeId,
    NodeKind,
    Task,
)
from graph.store import Around, TaskFilter, View
from graph.vocabulary.succession import Step, successor
from queries.outcomes import Outcome
from queries.owners import Holder, holders, owners

K = TypeVar("K", bound=Hashable)

NO_DATE = "9999"


class Role(StrEnum):
    """How an agency stands in a task: it leads (chủ trì), helps (phối hợp), or either."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    ANY = "any"


ROLE_EDGES = {
    Role.LEAD: frozenset({EdgeKind.LED_BY}),
    Role.COORDINATE: frozenset({EdgeKind.COORDINATED_WITH}),
    Role.ANY: frozenset({EdgeKind.LED_BY, EdgeKind.COORDINATED_WITH}),
}
_AGENCY_EDGES = frozenset(
    {EdgeKind.LED_BY, EdgeKind.COORDINATED_WITH, EdgeKind.REPORTS_TO, EdgeKind.MONITORED_BY}
)
_ASSIGNS = frozenset({EdgeKind.ASSIGNS})


@dataclass(frozen=True, slots=True)
class Owner:
    """An agency in a task, with the words that name it there."""

    id: NodeId
    name: str
    printed: str | None
    today: Step | None = None
    """Who holds its duties today, from which day and why, where it no longer exists."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with its agencies and every place that gives it, the first place first."""

    task: Task
    lead: tuple[Owner, ...]
    coordinate: tuple[Owner, ...]
    report_to: tuple[Owner, ...]
    monitor: tuple[Owner, ...]
    places: tuple[Edge, ...]


class Due(StrEnum):
    """How a task stands to its deadline on a day."""

    DONE = "done"
    """An outcome says so."""
    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    RECURRING = "recurring"
    UNDATED = "undated"
    """A deadline without a day of the calendar ("trong 10 ngày kể từ …")."""
    NONE = "none"


SOON_DAYS = 15
"""What ends within so many days is due soon, unless asked otherwise."""
_AGAIN = frozenset({DeadlineOperator.RECURRING, DeadlineOperator.CONTINUOUS})


def due(task: Task, *, today: str, within: int = SOON_DAYS) -> Due:
    """How a task stands on an ISO day; a deadline of that very day is not over."""
    deadline = task.deadline
    if deadline is None:
        return Due.NONE
    end = deadline.date_to
    if deadline.recurrence or deadline.operator in _AGAIN:
        return Due.RECURRING
    if end is None:
        return Due.UNDATED
    if end < today:
        return Due.OVERDUE
    last = (date.fromisoformat(today) + timedelta(days=within)).isoformat()
    return Due.SOON if end <= last else Due.LATER


@dataclass(frozen=True, slots=True)
class Tasks:
    """The answer, by end of deadline (none last), then file and place."""

    rows: tuple[TaskRow, ...]
    owners: tuple[Agency, ...] = ()
    """The agencies that the given name was taken for."""
    holders: tuple[Holder, ...] = ()
    """Why each of them was taken: by name, as a predecessor, as a group."""


def tasks(
    view: View,
    *,
    owner: str | None = None,
    role: Role = Role.LEAD,
    due_before: str | None = None,
    overdue_on: str | None = None,
    document: NodeId | None = None,
    modality: Modality | None = None,
    topic: str | None = None,
    through: bool = False,
) -> Tasks:
    """Tasks that meet every given condition; `overdue_on` is a day by which they should be done.

    With `through`, also those of groups that the owner belonged to on the day of the document, and of the
    agencies that it followed.
    """
    found_holders = holders(view, owner) if through and owner is not None else ()
    agencies = owners(view, owner) if owner is not None and not through else ()
    agencies = agencies or tuple(holder.agency for holder in found_holders)
    where = TaskFilter(
        agencies=None if owner is None else frozenset(agency.id for agency in agencies),
        roles=ROLE_EDGES[role],
        documents=None if document is None else frozenset({document}),
        due_before=min((day for day in (due_before, overdue_on) if day), default=None),
        modality=modality,
    )
    found = rows_where(view, where)
    if topic is not None:
        about = _concerning(view, topic)
        found = tuple(row for row in found if row.task.id in about)
    answer = Tasks(rows=found, owners=agencies, holders=found_holders)
    return _held(view, answer, ROLE_EDGES[role]) if through else answer


def held_by(view: View, holder: Holder, led: Iterable[TaskRow]) -> tuple[TaskRow, ...]:
    """The tasks of a group whose document is of a day on which the asked agency belonged to it."""
    led = tuple(led)
    documents = view.nodes(sorted({row.task.document for row in led}))
    return tuple(row for row in led if holder.on(_day(documents.get(row.task.document))))


def _held(view: View, answer: Tasks, roles: frozenset[EdgeKind]) -> Tasks:
    """Without the tasks that only a group of another day has."""
    kept = {
        row.task.id
        for holder in answer.holders
        for row in held_by(view, holder, (row for row in answer.rows if _stands_in(row, holder, roles)))
    }
    return replace(answer, rows=tuple(row for row in answer.rows if row.task.id in kept))


def _stands_in(row: TaskRow, holder: Holder, roles: frozenset[EdgeKind]) -> bool:
    owners = [*(row.lead if EdgeKind.LED_BY in roles else ())]
    owners += row.coordinate if EdgeKind.COORDINATED_WITH in roles else ()
    return any(owner.id == holder.agency.id for owner in owners)


def task_of(view: View, id: NodeId) -> Task:
    """The task with this id; NotFound for what is no task."""
    node = view.nodes([id]).get(id)
    if not isinstance(node, Task):
        raise NotFound(f"{id}: no task in the store has this id", code="no_task", name=id)
    return node


def _day(node: Node | None) -> str | None:
    """The day of a document, where it is known to the day."""
    return node.date if isinstance(node, Document) and node.date and is_day(node.date) else None


MOST_TOPICS = 1_000


def _concerning(view: View, name: str) -> set[NodeId]:
    """The tasks about a system, portal or programme of this name, typed with or without diacritics."""
    topics = [node.id for node in view.find(name, limit=MOST_TOPICS, kind=NodeKind.TOPIC)]
    about = view.edges_to(topics, frozenset({EdgeKind.CONCERNS})) if topics else ()
    return {edge.source for edge in about}


def states(
    answer: Tasks, *, today: str, within: int = SOON_DAYS, outcomes: Mapping[NodeId, Outcome] | None = None
) -> dict[NodeId, Due]:
    """How each task of an answer stands on a day; what an outcome calls done is done."""
    done = {id for id, outcome in (outcomes or {}).items() if outcome.done}
    return {
        row.task.id: Due.DONE if row.task.id in done else due(row.task, today=today, within=within)
        for row in answer.rows
    }


def in_state(answer: Tasks, states: Mapping[NodeId, Due], wanted: Due) -> Tasks:
    """The rows that stand so."""
    return replace(answer, rows=tuple(row for row in answer.rows if states[row.task.id] is wanted))


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """How many tasks an agency leads, in all and by state."""

    id: NodeId
    name: str
    total: int
    by_state: Mapping[Due, int]


def counts(answer: Tasks, states: Mapping[NodeId, Due]) -> tuple[AgencyCount, ...]:
    """One for each agency that leads, most tasks first."""
    names: dict[NodeId, str] = {}
    found: dict[NodeId, Counter[Due]] = {}
    for row in answer.rows:
        for lead in row.lead:
            names.setdefault(lead.id, lead.name)
            found.setdefault(lead.id, Counter())[states[row.task.id]] += 1
    every = [
        AgencyCount(id, names[id], sum(by.values()), dict(sorted(by.items()))) for id, by in found.items()
    ]
    return tuple(sorted(every, key=lambda one: (-one.total, one.name, one.id)))


def rows(view: View, found: Iterable[Task]) -> tuple[TaskRow, ...]:
    """These tasks with their agencies and places, in the order of the answer; one trip."""
    found = tuple(found)
    return _rows(found, view.around((task.id for task in found), leaving=_AGENCY_EDGES, reaching=_ASSIGNS))


def rows_where(view: View, where: TaskFilter) -> tuple[TaskRow, ...]:
    """The rows of the tasks that match; one trip."""
    return _rows(*view.tasks_around(where, leaving=_AGENCY_EDGES, reaching=_ASSIGNS))


def _rows(found: Sequence[Task], around: Around) -> tuple[TaskRow, ...]:
    roles = _by(around.edges, lambda edge: (edge.source, edge.kind))
    places = _by((edge for edge in around.edges if edge.kind in _ASSIGNS), lambda edge: edge.target)

    def owners_of(task: Task, kind: EdgeKind) -> tuple[Owner, ...]:
        return tuple(_owner(edge, around.nodes) for edge in _once_each(roles.get((task.id, kind), ())))

    result = [
        TaskRow(
            task=task,
            lead=owners_of(task, EdgeKind.LED_BY),
            coordinate=owners_of(task, EdgeKind.COORDINATED_WITH),
            report_to=owners_of(task, EdgeKind.REPORTS_TO),
            monitor=owners_of(task, EdgeKind.MONITORED_BY),
            places=tuple(sorted(places.get(task.id, ()), key=_place)),
        )
        for task in found
    ]
    return tuple(sorted(result, key=row_order))


def row_order(row: TaskRow) -> tuple[str, tuple[str, int, int], NodeId]:
    """Sort key of tasks: end of the deadline (none last), then file and place."""
    deadline = row.task.deadline
    end = (deadline.date_to or deadline.date) if deadline else None
    return (end or NO_DATE, _place(row.places[0]) if row.places else ("", 0, 0), row.task.id)


def _place(edge: Edge) -> tuple[str, int, int]:
    return (edge.evidence.file, edge.evidence.start, edge.evidence.end)


def _owner(edge: Edge, agencies: Mapping[NodeId, Node]) -> Owner:
    agency = agencies[edge.target]
    if not isinstance(agency, Agency):
        return Owner(agency.id, agency.id, edge.printed)
    return owner_of(agency, edge.printed)


def owner_of(agency: Agency, printed: str | None) -> Owner:
    """An agency as an owner, with who holds its duties today."""
    return Owner(agency.id, agency.name, printed, _today(agency.name, agency.jurisdiction))


@lru_cache(maxsize=4096)
def _today(name: str, jurisdiction: str | None) -> Step | None:
    chain = successor(name, jurisdiction)
    return chain[-1] if chain else None


def _once_each(edges: Iterable[Edge]) -> list[Edge]:
    """A duty printed in two files names its agencies twice: the first place counts."""
    first: dict[NodeId, Edge] = {}
    for edge in sorted(edges, key=_place):
        first.setdefault(edge.target, edge)
    return list(first.values())


def _by(edges: Iterable[Edge], key: Callable[[Edge], K]) -> dict[K, list[Edge]]:
    groups: dict[K, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(key(edge), []).append(edge)
    return groups
