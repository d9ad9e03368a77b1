"""A part of a raw text on one line, as it reads, with the way back to the raw offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.text.clean import clean


@dataclass(frozen=True, slots=True)
class Flat:
    """Clean text in which every run of white space and table walls is one blank."""

    text: str
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of a non-empty part."""
        return self.starts[start], self.ends[end - 1]


def flatten(text: str, start: int = 0, end: int | None = None) -> Flat:
    """The part of a raw text on one line; blanks at its edges are gone."""
    source = clean(text, start, end)
    kept = [i for i, char in enumerate(source.text) if not _is_blank(char) or _begins_blank(source.text, i)]
    if kept and _is_blank(source.text[kept[-1]]):
        kept.pop()
    line = "".join(" " if _is_blank(source.text[i]) else source.text[i] for i in kept)
    return Flat(line, [source.starts[i] for i in kept], [source.ends[i] for i in kept])


def _is_blank(char: str) -> bool:
    return char.isspace() or char == "|"


def _begins_blank(text: str, index: int) -> bool:
    """The first of a run of blanks, not at the edge of the text."""
    return index > 0 and not _is_blank(text[index - 1])
