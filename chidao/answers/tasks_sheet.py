"""Tasks as a table for spreadsheets, counts by agency, outcomes beside tasks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object
from graph.model import NodeId

if TYPE_CHECKING:
    from queries.outcomes import Outcome
    from queries.tasks import AgencyCount, Due, Owner, TaskRow, Tasks

COLUMNS = (
    "id", "state", "deadline", "due", "task", "lead", "coordinate", "report_to", "modality", "section",
    "document", "file", "outcome", "note", "outcome_date",
)  # fmt: skip
BYTE_ORDER_MARK = "\ufeff"
"""Without it spreadsheet programs take UTF-8 for the old code page."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula; an apostrophe before it keeps it a text."""


def sheet(answer: Tasks, states: Mapping[NodeId, Due], outcomes: Mapping[NodeId, Outcome]) -> str:
    """The rows as CSV with a head line (RFC 4180, CRLF)."""
    lines = io.StringIO()
    lines.write(BYTE_ORDER_MARK)
    writer = csv.writer(lines)
    writer.writerow(COLUMNS)
    for row in answer.rows:
        writer.writerow([_safe(cell) for cell in _cells(row, states, outcomes)])
    return lines.getvalue()


def _cells(
    row: TaskRow, states: Mapping[NodeId, Due], outcomes: Mapping[NodeId, Outcome]
) -> Iterator[str | None]:
    task, deadline, outcome = row.task, row.task.deadline, outcomes.get(row.task.id)
    yield from (task.id, states[task.id])
    yield from (deadline.text, deadline.date_to or deadline.date) if deadline else (None, None)
    yield from (task.text, _names(row.lead), _names(row.coordinate), _names(row.report_to))
    yield from (task.modality, task.section, task.document)
    yield row.places[0].evidence.file if row.places else None
    yield from (outcome.status, outcome.note, outcome.date) if outcome else (None, None, None)


def _names(owners: Iterable[Owner]) -> str:
    return "; ".join(owner.printed or owner.name for owner in owners)


def _safe(cell: str | None) -> str:
    text = cell or ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def count_objects(found: Iterable[AgencyCount]) -> list[Object]:
    """For each agency how many tasks, in all and by state."""
    return [
        {"id": one.id, "name": one.name, "total": one.total, "by_state": dict(one.by_state)} for one in found
    ]


def show_counts(found: Iterable[AgencyCount]) -> None:
    """One line for each agency, most tasks first."""
    rows = [
        (one.name, one.total, ", ".join(f"{_state(state)} {count}" for state, count in one.by_state.items()))
        for one in found
    ]
    output.table(("lead", "total", "states"), rows)


def _state(state: Due) -> str:
    return messages.text(f"due.{state}") if output.on_terminal() else state


def outcome_object(outcome: Outcome) -> Object:
    """An outcome as it was recorded."""
    return {
        "task": outcome.task,
        "status": outcome.status,
        "note": outcome.note,
        "date": outcome.date,
        "done": outcome.done,
    }
