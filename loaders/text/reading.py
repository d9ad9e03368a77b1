"""A plain reading copy of a raw text, and the way back from its offsets to the raw ones.

Rules of the language are written against the copy, so they need to know neither NFD, nor look-alike
letters, nor how many empty lines a page layout put inside a phrase ("Nghị quyết số 57-⏎⏎NQ/TW").
Unlike a line on its own, the copy keeps where lines and table cells end.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

_ONE_FOR_ONE = str.maketrans("Ðð\u0189Ƣƣ\u2010\u2011\u2013\u2014\u2212", "ĐđĐƯư-----")
"""One letter for one letter: they move no offset."""

_CHANGED = re.compile(
    r"[\s*\u200b\ufeff]{2,}"  # blanks, line breaks and Markdown stars between two words
    r"|[^\S \n]|[*\u200b\ufeff\\]"  # one odd blank, star, escape or invisible character
    r"|[^\W\d_][\u0300-\u036f]{1,4}"  # a letter and its combining marks (NFD)
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Text in NFC where each run of blanks is one blank or one line break, and its offset map.

    Stretches kept as they are and stretches that were changed take turns, the first being kept.
    """

    text: str
    _starts: tuple[int, ...]
    _raw_starts: tuple[int, ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of a non-empty part of the copy."""
        first = bisect_right(self._starts, start) - 1
        changed = first % 2 == 1
        raw_start = self._raw_starts[first] + (0 if changed else start - self._starts[first])
        last = bisect_right(self._starts, end - 1) - 1
        changed = last % 2 == 1
        raw_end = self._raw_starts[last + 1] if changed else self._raw_starts[last] + end - self._starts[last]
        return raw_start, raw_end

    def at(self, raw: int) -> int:
        """Place of the copy that stands for a raw offset."""
        piece = bisect_right(self._raw_starts, raw) - 1
        if piece % 2 == 1:
            return self._starts[piece]
        return self._starts[piece] + raw - self._raw_starts[piece]


def reading(raw: str) -> Reading:
    """The reading copy of a raw text, in one pass."""
    parts: list[str] = []
    starts, raw_starts = [0], [0]
    length = done = 0
    for match in _CHANGED.finditer(raw):
        kept, new = raw[done : match.start()], _plain(match.group())
        parts += (kept, new)
        length += len(kept)
        starts += (length, length + len(new))
        length += len(new)
        done = match.end()
        raw_starts += (match.start(), done)
    parts.append(raw[done:])
    return Reading("".join(parts).translate(_ONE_FOR_ONE), tuple(starts), tuple(raw_starts))


@lru_cache(maxsize=1024)
def _plain(run: str) -> str:
    """What a changed stretch reads as; a text has few different ones."""
    if run[0].isalpha():
        return unicodedata.normalize("NFC", run)
    if "\n" in run:
        return "\n"
    return " " if any(c.isspace() for c in run) else ""
