"""Footnotes: "[1] ..." below the signature, and small-number lines at the foot of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.layout.lines import Line
from loaders.layout.signs import annex_title

_BRACKET = re.compile(r"\[\d{1,2}\]\s*\S")
_SMALL = re.compile(r"\d{1,2}\s+[^\W\d_]")
_OPENS = re.compile(r"[\[\d]")
_DRAWN = re.compile(r"[ \u00a0]{20,}")
"""The line above footnotes comes out as a line of blanks or of underscores."""


def footnotes(text: str, found: Sequence[Line]) -> tuple[range, ...]:
    """The lines of the footnotes, in order."""
    notes: list[range] = []
    opening = [at for at, line in enumerate(found) if _OPENS.match(line.text)]
    done = 1  # the first line stands below none
    for at in opening:
        stop = _end(text, found, at) if at >= done else None
        if stop is not None:
            notes.append(range(at, stop))
            done = stop
    return tuple(notes)


def _end(text: str, found: Sequence[Line], at: int) -> int | None:
    """Index after the footnotes that begin at line `at`, None if none does."""
    line, above = found[at], found[at - 1]
    if _BRACKET.match(line.text) and (line.bar or line.page or above.rule or above.closed):
        return next((i for i in range(at + 1, len(found)) if annex_title(found[i])), len(found))
    if _SMALL.match(line.text) and (above.rule or _drawn_above(text, above, line)):
        return _foot_of_page(found, at)
    return None


def _foot_of_page(found: Sequence[Line], at: int) -> int:
    """Each note goes on to the line that closes it; another note or the next page follows."""
    for index in range(at + 1, len(found)):
        line = found[index]
        if line.page or (found[index - 1].closed and not _SMALL.match(line.text)):
            return index
    return len(found)


def _drawn_above(text: str, above: Line, line: Line) -> bool:
    """True when a line of blanks stands between the two lines."""
    between = text[above.end : line.start]
    return any(_DRAWN.fullmatch(part) for part in re.split(r"[\r\n]", between)[1:-1])
