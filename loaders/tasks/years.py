"""The year of a deadline that prints none: "xong trước 30/11" is of the document's year, or the next one.

Only the bounds are filled in, for comparison; `Deadline.date` stays what the text says.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from graph.model import Deadline, DeadlineOperator, TaskMention

_ENDS = frozenset({DeadlineOperator.BEFORE, DeadlineOperator.BY})
# "trước 30/11", "chậm nhất ngày 15 tháng 12": no year behind it
_DAY = re.compile(
    r"(?<![\d/.-])(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?![\d/.-]|,? (?:năm )?\d{4})(?! h[àằ]ng)"
)


def with_year(task: TaskMention, issued: str | None) -> TaskMention:
    """The duty with its deadline bounded, where the day of its document (ISO) is known."""
    deadline = task.deadline
    if deadline is None or issued is None or len(issued) < len("2025-01-05"):
        return task
    until = _until(deadline, date.fromisoformat(issued))
    return task if until is None else replace(task, deadline=replace(deadline, date_to=until.isoformat()))


def _until(deadline: Deadline, issued: date) -> date | None:
    """The first such day that is not before the document."""
    if deadline.operator not in _ENDS or deadline.date or deadline.date_to or deadline.recurrence:
        return None
    printed = _DAY.search(deadline.text)
    if printed is None:
        return None
    for year in (issued.year, issued.year + 1):
        try:
            day = date(year, int(printed["month"]), int(printed["day"]))
        except ValueError:
            continue
        if day >= issued:
            return day
    return None
