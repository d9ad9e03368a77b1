"""The paragraphs and list items of a body, ready to be read word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from loaders.flat import Flat, flatten
from loaders.layout import Item, Span, blocks, items
from loaders.markers import Style
from loaders.phrases import Words, words_of

PARTS = (Style.PART, Style.CHAPTER, Style.LETTER, Style.ROMAN, Style.SECTION, Style.ARTICLE)
"""Marks of parts of a document; what leaves a list stays inside them."""


_CLOSED = frozenset(".;:?!…,/")
_LINE_END = re.compile(r"(\S)[ \t*_|]{0,20}((?:\r?\n[ \t]{0,200})+)")


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
        return self.flat.raw(self.words.starts[first], self.words.ends[after - 1])

    def printed(self, first: int, after: int) -> str:
        """The printed words."""
        return self.text[self.words.starts[first] : self.words.ends[after - 1]]


def piece(text: str, span: Span) -> Piece:
    """The part of a raw text as a piece."""
    flat = flatten(text, *span)
    return Piece(flat, words_of(flat.text))


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
    gapped = is_gapped(text[slice(*span)])
    unmarked = takewhile(lambda block: block.mark is None, blocks(text, *span, skip=skip))
    first = [(block.paragraph.start, block.paragraph.end) for block in unmarked]
    opening = [piece(text, part) for part in _whole(text, first, gapped=gapped)]
    found = items(text, *span, skip=skip)
    return Body(tuple(p for p in opening if len(p.words)), _tree(text, found, gapped=gapped))


def _tree(text: str, found: Iterable[Item], *, gapped: bool) -> tuple[Unit, ...]:
    made: list[Unit] = []
    top: list[Unit] = []
    for item in found:
        pieces = tuple(
            p
            for p in (piece(text, span) for span in _whole(text, item.paragraphs, gapped=gapped))
            if len(p.words)
        )
        unit = Unit(item.section, item.mark.style, item.mark.label, pieces, (item.text_start, item.end), text)
        made.append(unit)
        (top if item.parent is None else made[item.parent].children).append(unit)
    return tuple(top)


def _whole(text: str, spans: Sequence[Span], *, gapped: bool) -> Iterable[Span]:
    """Paragraphs, joined where one goes on in the next.

    "Các bộ, …;⏎Ủy ban nhân dân …" is one list; in a text whose paragraphs are parted by empty lines, so is
    "các tỉnh, thành phố từ⏎Hà Tĩnh đến Khánh Hòa".
    """
    start: int | None = None
    for (begin, end), following in zip(spans, [*spans[1:], None], strict=True):
        start = begin if start is None else start
        if following is not None and _goes_on(text, end, following[0], gapped=gapped):
            continue
        yield start, end
        start = None


def _goes_on(text: str, end: int, following: int, *, gapped: bool) -> bool:
    """Whether a paragraph that ends here goes on at the next one."""
    last = text[:end].rstrip(" *_\t\r\n")[-1:]
    if last in {",", ";"}:
        return True
    return gapped and last not in _CLOSED and text.count("\n", end, following) < 2


def is_gapped(text: str) -> bool:
    """Whether empty lines part the paragraphs of a text, and no others."""
    ends = [(m.group(1), len(m.group(2)) > 1) for m in _LINE_END.finditer(text)]
    closed = [gap for sign, gap in ends if sign in _CLOSED]
    open_ = [gap for sign, gap in ends if sign not in _CLOSED]
    return bool(closed) and sum(closed) >= 0.6 * len(closed) and sum(open_) <= 0.4 * len(open_)
