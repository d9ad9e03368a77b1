"""A part of a raw text on one line, as it reads, with the way back to the raw offsets."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from loaders.text.clean import clean
from loaders.text.copies import Copy, rewritten, runs

_SPACE = r" \t\n\r\f\v\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_RUN = runs(rf"[{_SPACE}|](?:(?<! )|(?=[{_SPACE}|]))[{_SPACE}|]*")
"""White space and the walls of a table, but for the single blank, which stays as it is."""


@dataclass(frozen=True, slots=True)
class Flat:
    """Clean text in which every run of white space and table walls is one blank."""

    text: str
    _first: int = field(repr=False)
    """Where it begins in the whole text on one line."""
    _whole: Copy = field(repr=False)
    _clean: Copy = field(repr=False)

    @property
    def whole(self) -> str:
        """The whole text on one line."""
        return self._whole.text

    @property
    def span(self) -> tuple[int, int]:
        """Where this part is in it."""
        return self._first, self._first + len(self.text)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of a non-empty part."""
        first, last = self._whole.start(self._first + start), self._whole.start(self._first + end - 1)
        return self._clean.raw(first, last + 1)


def flatten(text: str, start: int = 0, end: int | None = None) -> Flat:
    """The part of a raw text on one line; blanks at its edges are gone."""
    source = clean(text)
    whole = _on_one_line(source.text)
    first = whole.at(source.at(start))
    after = len(whole.text) if end is None else whole.at(source.at(end))
    part = whole.text[first:after]
    shown = part.lstrip()
    return Flat(shown.rstrip(), first + len(part) - len(shown), whole, source)


@lru_cache(maxsize=1)
def _on_one_line(text: str) -> Copy:
    return rewritten(text, _RUN, lambda run: " ")
