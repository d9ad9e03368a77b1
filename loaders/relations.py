"""What the citing text does to a cited document: the nearest trigger before it decides.

The triggers are data (graph/data/relations.csv), each with the phrase that it was written for. `reach` says
how far a trigger governs: "sửa đổi" only what follows at once, "thực hiện" the rest of its clause. A row
"inherit" hands on the relation of the document before it, a row "ignore" only looks like a trigger ("theo dõi").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import Relation
from graph.vocabulary.tables import rows

_REACH = {"near": 48, "far": 170}
"""Characters between a trigger and the citation; further away it has another object."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that decide, their place, and the relation; None: as the document before it has."""

    start: int
    end: int
    relation: Relation | None


@cache
def _table() -> Sequence[Mapping[str, str]]:
    """Rows of the table, open ones and then the longest first: "tổ chức thực hiện" is not "thực hiện"."""
    return sorted(rows("relations"), key=lambda row: ("…" in row["trigger"], len(row["trigger"])), reverse=True)


@cache
def _pattern() -> re.Pattern[str]:
    triggers = "|".join(f"({_flexible(row['trigger'])})" for row in _table())
    return re.compile(rf"(?<!\w)(?:{triggers})(?!\w)", re.IGNORECASE)


def _flexible(trigger: str) -> str:
    """A blank may be a line break; "…" stands for a few words of the same clause."""
    words = re.escape(trigger).replace(r"\ …\ ", r"[^.;:()|]{1,40}?\ ")
    return words.replace(r"\ ", r"[ \n]")


def triggers(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Every trigger between two places of a flat text that reaches `end`, in order."""
    for match in _pattern().finditer(text, max(start, end - _REACH["far"]), end):
        row = _table()[(match.lastindex or 1) - 1]
        if row["relation"] != "ignore" and end - match.end() <= _REACH[row["reach"]]:
            relation = None if row["relation"] == "inherit" else Relation(row["relation"])
            yield Trigger(match.start(), match.end(), relation)


def nearest(text: str, start: int, end: int) -> Trigger | None:
    """The last trigger between two places that reaches the second."""
    last = None
    for last in triggers(text, start, end):
        pass
    return last
