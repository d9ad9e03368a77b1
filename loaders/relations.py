"""What the citing text does to a cited document: the nearest trigger before it decides.

The triggers are data (graph/data/relations.csv), each with the phrase that it was written for. `reach` says
how far a trigger governs: "sửa đổi" only what follows at once, "thực hiện" the rest of its clause. A row
"inherit" hands on the relation of the document before it, which the cited one amends, or "inherit replaces"
replaces; "ignore" only looks like a trigger ("theo dõi").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.model import Relation
from graph.vocabulary.tables import rows
from loaders.text.patterns import WholeWords, alternatives, loose
from loaders.text.scanned import spellings

_REACH = {"near": 48, "far": 170}
"""Characters between a trigger and the citation; further away it has another object."""


_SHORTEST = 3
"""Characters of the shortest trigger and the blank after it."""


class Trigger(NamedTuple):
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
def _pattern() -> WholeWords:
    return WholeWords(_table())


def _row(words: str) -> Mapping[str, str]:
    """The row of a trigger as it was found in the text."""
    known = _table().get(" ".join(words.lower().split()))
    return known or next(row for pattern, row in _open() if pattern.fullmatch(words))


def opening(text: str, start: int, end: int) -> Trigger | None:
    """The first trigger between two places, however far it reaches."""
    span = next(_pattern().spans(text, start, end), None)
    return _trigger(text, *span) if span else None


def triggers(text: str, start: int, end: int) -> Iterator[Trigger]:
    """Every trigger between two places of a flat text that reaches `end`, the last one first."""
    if end - start < _SHORTEST:
        return
    for first, after in reversed(list(_pattern().spans(text, max(start, end - _REACH["far"]), end))):
        found = _trigger(text, first, after)
        if found and end - after <= _REACH[_row(text[first:after])["reach"]]:
            yield found


def _trigger(text: str, start: int, end: int) -> Trigger | None:
    """What the words there do; None for words that only look like a trigger."""
    stated = _row(text[start:end])["relation"]
    if stated == "ignore":
        return None
    if stated.startswith("inherit"):
        done = stated.removeprefix("inherit").strip()
        return Trigger(start, end, None, Relation(done) if done else Relation.AMENDS)
    return Trigger(start, end, Relation(stated))


def nearest(text: str, start: int, end: int) -> Trigger | None:
    """The last trigger between two places of a flat text that reaches the second."""
    return next(triggers(text, start, end), None)
