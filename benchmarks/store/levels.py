"""Synthetic documents of five levels, from the Party and laws down to communes, with laws that most cite."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from bench_store import World

SHARES = (0.005, 0.02, 0.10, 0.35, 0.525)
"""Of all documents, by level: Party and laws, Government, ministries, provinces, departments and communes."""
CITED = (2, 5, 8, 11, 12)
"""Citations of a document on average, by level; some laws cite nothing."""
UPWARDS = (
    (1.0, 0.0, 0.0, 0.0, 0.0),
    (0.6, 0.4, 0.0, 0.0, 0.0),
    (0.25, 0.45, 0.3, 0.0, 0.0),
    (0.15, 0.3, 0.3, 0.25, 0.0),
    (0.1, 0.2, 0.25, 0.35, 0.1),
)
"""Where the citations of a level lead, mostly upwards."""
FAMOUS, STEEPNESS = 0.7, 6
"""Share of citations that follow the power law of fame, and its exponent; the others are recent documents."""
RECENT = 50.0
TOP = 150
"""The first documents are laws and decrees, so that there is something to cite."""


@dataclass(slots=True)
class Levels(World):
    """The documents of `World` with the citations of an administration: few steps up, and huge hubs."""

    by_level: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def level(self, n: int) -> int:
        """The level of document n, which takes its place among those of that level."""
        level = (0 if n < TOP // 3 else 1) if n < TOP else self.chance.choices(range(5), SHARES)[0]
        self.by_level[level].append(n)
        return level

    def cited_by(self, n: int) -> list[int]:
        """Older documents, mostly of higher levels: famous ones, or those of the last days."""
        level = self.level(n)
        wanted = self.chance.choices(range(5), UPWARDS[level], k=self.chance.randrange(2 * CITED[level] + 1))
        return sorted({one for each in wanted if (one := self._older(self.by_level[each], n)) is not None})

    def _older(self, there: list[int], n: int) -> int | None:
        older = bisect_left(there, n)
        if not older:
            return None
        if self.chance.random() < FAMOUS:
            return there[int(older * self.chance.random() ** STEEPNESS)]
        return there[max(0, older - 1 - int(self.chance.expovariate(1 / RECENT)))]
