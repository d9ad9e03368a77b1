"""The paragraphs and list items of a body, ready to be read word by word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from loaders.layout.items import Item, Span, blocks, listed
from loaders.layout.markers import Style
from loaders.tasks.glued import parted
from loaders.tasks.wrapping import Wrapping, wrapping
from loaders.text.coding import Words
from loaders.text.flat import Flat, flatten

PARTS = (Style.PART, Style.CHAPTER, Style.LETTER, Style.ROMAN, Style.SECTION, Style.ARTICLE)
"""Marks of parts of a document; what leaves a list stays inside them."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph: its flat text and its words."""

    flat: Flat
    words: Words

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return self.flat.text

    def raw(self, first: int, after: int) -> Span:
        """Raw span from word `first` up to, not including, word `after`."""
        return self.flat.raw(self.words.start(first), self.words.end(after - 1))

    def printed(self, first: int, after: int) -> str:
        """The printed words."""
        return self.words.printed(first, after)


def piece(text: str, span: Span) -> Piece:
    """The part of a raw text as a piece."""
    flat = flatten(text, *span)
    return Piece(flat, parted(flat))


@dataclass(slots=True)
class Unit:
    """A list item with the items inside it."""

    section: str
    style: Style
    label: str
    pieces: tuple[Piece, ...]
    span: Span
    """From the first letter after the mark to the end of all that is inside."""
    source: str = field(repr=False)
    """The raw text."""
    children: list[Unit] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs before the first item, and the items."""

    opening: tuple[Piece, ...]
    units: tuple[Unit, ...]


def read_body(text: str, span: Span, *, skip: Sequence[Span] = ()) -> Body:
    """The paragraphs and items of a part of a raw text."""
    marked = blocks(text, *span, skip=skip)
    how = wrapping(text, span, marked)
    unmarked = takewhile(lambda block: block.mark is None, marked)
    first = [(block.paragraph.start, block.paragraph.end) for block in unmarked]
    return Body(_pieces(how, first), _tree(how, listed(marked)))


def _pieces(how: Wrapping, spans: Sequence[Span]) -> tuple[Piece, ...]:
    found = (piece(how.text, span) for span in how.whole(spans))
    return tuple(one for one in found if len(one.words))


def _tree(how: Wrapping, found: Iterable[Item]) -> tuple[Unit, ...]:
    made: list[Unit] = []
    top: list[Unit] = []
    for item in found:
        pieces = _pieces(how, item.paragraphs)
        span = (item.text_start, item.end)
        unit = Unit(item.section, item.mark.style, item.mark.label, pieces, span, how.text)
        made.append(unit)
        (top if item.parent is None else made[item.parent].children).append(unit)
    return tuple(top)
