"""Deadlines that print no year."""

from __future__ import annotations

import pytest

from graph.model import Deadline, DeadlineOperator, Modality, TaskMention
from loaders.tasks.years import with_year

BEFORE, RECURRING = DeadlineOperator.BEFORE, DeadlineOperator.RECURRING


@pytest.mark.parametrize(
    ("text", "operator", "issued", "until"),
    [
        ("trước 30/11", BEFORE, "2025-10-02", "2025-11-30"),
        ("trước ngày 15/01", BEFORE, "2025-12-20", "2026-01-15"),
        ("chậm nhất ngày 15 tháng 12", DeadlineOperator.BY, "2025-06-01", "2025-12-15"),
        ("trước ngày 29/02", BEFORE, "2027-06-01", "2028-02-29"),
        ("trước 30/11", BEFORE, None, None),
        ("trước 30/11", BEFORE, "2025", None),
        ("trước 31/11", BEFORE, "2025-10-02", None),
        ("trước 30/11/2026", BEFORE, "2025-10-02", None),  # has its year: read elsewhere
        ("trước ngày 25/12 hằng năm", RECURRING, "2025-10-02", None),
        ("trong 10 ngày", DeadlineOperator.RELATIVE, "2025-10-02", None),
    ],
)
def test_the_first_such_day_after_the_document(
    text: str, operator: DeadlineOperator, issued: str | None, until: str | None
) -> None:
    task = TaskMention(0, 9, Modality.ASSIGNED, "1", (), deadline=Deadline(text, 0, 9, operator))
    found = with_year(task, issued).deadline
    assert found is not None
    assert (found.date, found.date_to) == (None, until)
