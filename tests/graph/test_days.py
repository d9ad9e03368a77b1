"""Dates cut to a month or a year."""

from __future__ import annotations

import pytest

from graph.days import first_day, is_day, last_day


@pytest.mark.parametrize(
    ("date", "first", "last", "whole"),
    [
        ("2025-02-09", "2025-02-09", "2025-02-09", True),
        ("2025-02", "2025-02-01", "2025-02-31", False),
        ("2025", "2025-01-01", "2025-12-31", False),
        ("", "0000-01-01", "9999-12-31", False),
    ],
)
def test_first_and_last_day(date: str, first: str, last: str, whole: bool) -> None:
    assert (first_day(date), last_day(date), is_day(date)) == (first, last, whole)
