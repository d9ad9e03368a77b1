"""What the citing text does to a cited document: the nearest trigger before it decides.

The triggers are data (graph/data/relations.csv), each with the phrase that it was written for. `reach` says
how far a trigger governs: "sửa đổi" only what follows at once, "thực hiện" the rest of its clause. A row
"inherit" hands on the relation of the document before it; "ignore" only looks like a trigger ("theo dõi").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from graph.model import Relation
from graph.vocabulary.tables import rows
from loaders.text.patterns import WholeWords, alternatives, loose

_REACH = {"near": 48, "far": 170}
"""Characters between a trigger and the citation; further away it has another object."""


_SHORTEST = 3
"""Characters of the shortest trigger and the blank after it."""


class Trigger(NamedTuple):
    """The words that decide, their place, and the relation; None: as the document before it has."""

    start: int
    end: int
    relation: Relation | None


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    """Rows of the table by trigger."""
    return {row["trigger"]: row for row in rows("relations")}


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


def nearest(text: str, start: int, end: int) -> Trigger | None:
    """The last trigger between two places of a flat text that reaches the second."""
    if end - start < _SHORTEST:
        return None
    spans = list(_pattern().spans(text, max(start, end - _REACH["far"]), end))
    for first, after in reversed(spans):
        row = _row(text[first:after])
        if row["relation"] != "ignore" and end - after <= _REACH[row["reach"]]:
            return Trigger(first, after, None if row["relation"] == "inherit" else Relation(row["relation"]))
    return None
