"""A part of a raw text on one line, as it reads, with the way back to the raw offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.text.clean import Clean, clean
from loaders.text.offsets import Offsets

_RUN = re.compile(r"[\s|]+")
"""White space, and the walls of a table."""


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
    parts: list[str] = []
    places = Offsets()
    done = 0
    for run in _RUN.finditer(source.text):
        first, after = run.span()
        parts.append(source.text[done:first])
        places.copied(done, first)
        done = after
        if first > 0 and after < len(source.text):
            parts.append(" ")
            places.replaced(first, first + 1)
    parts.append(source.text[done:])
    places.copied(done, len(source.text))
    return Flat("".join(parts), source, places)
