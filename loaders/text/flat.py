"""A part of a raw text on one line, as it reads, with the way back to the raw offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.text.clean import Clean, clean
from loaders.text.offsets import Offsets

_RUN = re.compile(r"[\s|]{2,}|[^\S ]|\|")
"""White space and the walls of a table, but for the single blank, which stays as it is."""


@dataclass(frozen=True, slots=True)
class Flat:
    """Clean text in which every run of white space and table walls is one blank."""

    text: str
    source: Clean = field(repr=False)
    places: Offsets = field(repr=False)
    """From here to the clean text."""

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of a non-empty part."""
        return self.source.raw(self.places.start(start), self.places.start(end - 1) + 1)


def flatten(text: str, start: int = 0, end: int | None = None) -> Flat:
    """The part of a raw text on one line; blanks at its edges are gone."""
    source = clean(text, start, end)
    done, stop = _inner(source.text)
    parts: list[str] = []
    places = Offsets()
    for run in _RUN.finditer(source.text, done, stop):
        first, after = run.span()
        parts += (source.text[done:first], " ")
        places.copied(done, first)
        places.replaced(first, first + 1)
        done = after
    parts.append(source.text[done:stop])
    places.copied(done, stop)
    return Flat("".join(parts), source, places)


def _inner(text: str) -> tuple[int, int]:
    """Where the text begins and ends without blanks and walls."""
    start, stop = 0, len(text)
    while start < stop and _is_blank(text[start]):
        start += 1
    while start < stop and _is_blank(text[stop - 1]):
        stop -= 1
    return start, stop


def _is_blank(char: str) -> bool:
    return char.isspace() or char == "|"
