"""Copies of a text in which some runs read otherwise, with the way back to the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Copy:
    """The text of a copy; stretches kept letter for letter and stretches changed take turns, kept first."""

    text: str
    _starts: Sequence[int] = field(repr=False)
    """Where each stretch begins in the copy."""
    _origins: Sequence[int] = field(repr=False)
    """Where what it stands for begins in the original; a letter of a changed stretch stands for all of it."""

    def start(self, index: int) -> int:
        """Where what the letter at this index stands for begins."""
        stretch = bisect_right(self._starts, index) - 1
        changed = stretch % 2
        return self._origins[stretch] + (0 if changed else index - self._starts[stretch])

    def stop(self, index: int) -> int:
        """Where what the letter at this index stands for ends."""
        stretch = bisect_right(self._starts, index) - 1
        changed = stretch % 2
        return (
            self._origins[stretch + 1]
            if changed
            else self._origins[stretch] + index + 1 - self._starts[stretch]
        )

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Original start and end of a non-empty part of the copy."""
        return self.start(start), self.stop(end - 1)

    def at(self, origin: int) -> int:
        """Place of the copy that stands for an offset of the original."""
        stretch = bisect_right(self._origins, origin) - 1
        changed = stretch % 2
        return self._starts[stretch] + (0 if changed else origin - self._origins[stretch])


def runs(source: str) -> re.Pattern[str]:
    """The pattern of the runs that `rewritten` changes; its source has no groups of its own."""
    return re.compile(f"({source})")


def rewritten(text: str, pattern: re.Pattern[str], reads: Callable[[str], str]) -> Copy:
    """The copy of a text in which some `runs` read otherwise."""
    stretches = pattern.split(text)
    origins = _begins(stretches)
    stretches[1::2] = map(reads, stretches[1::2])
    return Copy("".join(stretches), _begins(stretches), origins)


def _begins(stretches: Sequence[str]) -> list[int]:
    """Where each stretch begins, when they stand in a row."""
    return list(accumulate(map(len, stretches[:-1]), initial=0))
