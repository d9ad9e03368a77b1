"""What the citing text does to a cited document: the nearest trigger before it decides.

The triggers are data (graph/data/relations.csv), each with the phrase that it was written for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model import Relation
from graph.vocabulary.tables import rows

_REACH = 170
"""A trigger further away has another object."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that decide, their place, and the relation; None: as the document before it has."""

    start: int
    end: int
    relation: Relation | None


@cache
def _table() -> Mapping[str, Relation | None]:
    """Relation by trigger; "inherit" in the table is None here."""
    return {
        row["trigger"]: None if row["relation"] == "inherit" else Relation(row["relation"])
        for row in rows("relations")
    }


@cache
def _pattern() -> re.Pattern[str]:
    """All triggers, the longest first, so that "tổ chức thực hiện" is not "thực hiện"."""
    ordered = sorted(_table(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(f"({_flexible(t)})" for t in ordered) + r")(?!\w)", re.IGNORECASE)


@cache
def _ordered() -> tuple[Relation | None, ...]:
    return tuple(_table()[t] for t in sorted(_table(), key=len, reverse=True))


def _flexible(trigger: str) -> str:
    """A blank may be a line break; "…" stands for a few words of the same clause."""
    words = re.escape(trigger).replace(r"\ …\ ", r"[^.;:()|]{1,40}?\ ").replace("…", ".")
    return words.replace(r"\ ", r"[ \n]")


def nearest(text: str, start: int, end: int) -> Trigger | None:
    """The last trigger between two places of a flat text."""
    low = max(start, end - _REACH)
    last = None
    for last in _pattern().finditer(text, low, end):
        pass
    if last is None or last.lastindex is None:
        return None
    return Trigger(last.start(), last.end(), _ordered()[last.lastindex - 1])
