"""The way back from a shown text to the text that it was made from, kept by runs and not by letters."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class Offsets:
    """Runs of a shown text, added in order; each stands for a run of the text behind it."""

    length: int = 0
    """Of the shown text so far."""
    _at: list[int] = field(default_factory=list)
    _start: list[int] = field(default_factory=list)
    _stop: list[int | None] = field(default_factory=list)
    """None: letter for letter as in the text behind; else every letter of the run stands for all of it."""

    def copied(self, start: int, stop: int) -> None:
        """The next run is this part of the text behind, letter for letter."""
        if start < stop:
            self._add(stop - start, start, None)

    def replaced(self, start: int, stop: int, *, shown: int = 1) -> None:
        """The next run has `shown` letters that stand for this part of the text behind."""
        if shown:
            self._add(shown, start, stop)

    def start(self, index: int) -> int:
        """Where what the letter at this index stands for begins."""
        run = bisect_right(self._at, index) - 1
        return self._start[run] + (index - self._at[run] if self._stop[run] is None else 0)

    def stop(self, index: int) -> int:
        """Where what the letter at this index stands for ends."""
        stop = self._stop[bisect_right(self._at, index) - 1]
        return self.start(index) + 1 if stop is None else stop

    def _add(self, length: int, start: int, stop: int | None) -> None:
        self._at.append(self.length)
        self._start.append(start)
        self._stop.append(stop)
        self.length += length
