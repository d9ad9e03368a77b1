"""ISO days that may be cut where the month or the day is not known ("2025-02", "2025")."""

from __future__ import annotations


def is_day(date: str) -> bool:
    """Whether a date is known to the day."""
    return len(date) == len("2025-01-01")


def first_day(date: str) -> str:
    """The first day of a date; before every day for an empty one."""
    return date + "0000-01-01"[len(date) :]


def last_day(date: str) -> str:
    """A day not before the last one of a date; after every day for an empty one."""
    return date + "9999-12-31"[len(date) :]
