"""What the citing text does to a cited document: the nearest trigger before it decides.

The triggers are data (graph/data/relations.csv), each with the phrase that it was written for. `reach` says
how far a trigger governs: "sửa đổi" only what follows at once, "thực hiện" the rest of its clause. A row
"inherit" hands on the relation of the document before it, which the cited one amends, or "inherit replaces"
replaces; "ignore" only looks like a trigger ("theo dõi").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import Relation
from graph.vocabulary.tables import rows
from loaders.text.patterns import alternatives, loose
from loaders.text.scanned import spellings

_REACH = {"near": 48, "far": 170}
"""Characters between a trigger and the citation; further away it has another object."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that decide, their place, and the relation; None: as the document before it has."""

    start: int
    end: int
    relation: Relation | None
    passive: Relation = Relation.AMENDS
    """What the cited document does to the one before it, where that hands on its relation."""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Rows of the table by trigger, also as scanners read it."""
    found = rows("relations")
    return {read: row for row in found for read in spellings(row["trigger"])} | {
        r["trigger"]: r for r in found
    }


@cache
def _open() -> Sequence[tuple[re.Pattern[str], Mapping[str, str]]]:
    """The triggers with a gap ("tổng kết … thực hiện"), which cannot be looked up by their text."""
    return [(loose(alternatives([t]), re.IGNORECASE), row) for t, row in _table().items() if "…" in t]


@cache
def _pattern() -> re.Pattern[str]:
    return loose(rf"(?<!\w){alternatives(_table())}(?!\w)", re.IGNORECASE)


def _row(words: str) -> Mapping[str, str]:
    """The row of a trigger as it was found in the text."""
    known = _table().get(" ".join(words.lower().split()))
    return known or next(row for pattern, row in _open() if pattern.fullmatch(words))


def opening(text: str, start: int, end: int) -> Trigger | None:
    """The first trigger between two places, however far it reaches."""
    match = _pattern().search(text, start, end)
    return _trigger(match) if match else None


def triggers(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Every trigger between two places of a flat text that reaches `end`, in order."""
    for match in _pattern().finditer(text, max(start, end - _REACH["far"]), end):
        found = _trigger(match)
        if found and end - match.end() <= _REACH[_row(match.group())["reach"]]:
            yield found


def _trigger(match: re.Match[str]) -> Trigger | None:
    """What the words of a match do; None for words that only look like a trigger."""
    stated = _row(match.group())["relation"]
    if stated == "ignore":
        return None
    if stated.startswith("inherit"):
        done = stated.removeprefix("inherit").strip()
        return Trigger(match.start(), match.end(), None, Relation(done) if done else Relation.AMENDS)
    return Trigger(match.start(), match.end(), Relation(stated))


def nearest(text: str, start: int, end: int) -> Trigger | None:
    """The last trigger between two places that reaches the second."""
    found = list(triggers(text, start, end))
    return found[-1] if found else None
