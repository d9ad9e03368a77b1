"""Sentences of a reading copy. A line break, or an empty line, ends none; a list marker begins one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from loaders.text.patterns import loose

_MARKER = (
    r"[-+•](?= )|\d{1,2}(?:\.\d{1,2}){0,3}[.)](?= )|[a-zđ]\)|\(\d{1,2}\)|\(?[ivx]{1,4}\)|[IVX]{1,5}[.\-](?= )"
    r"|(?:Điều|Chương|Phần|Mục|PHẦN|CHƯƠNG|PHỤ LỤC|Phụ lục) [\dIVX]{1,4}(?:[.:](?!\d)|\n)|\[\d{1,2}\]|\|"
    r"|Kính gửi|Nơi nhận|Căn cứ |V/v|Thực hiện "
)
"""What opens an item on a line of its own."""

_ABBREVIATED = r"(?<!TP.)(?<!Tp.)(?<!tr.)(?<!Q.)(?<!KT.)(?<!TL.)(?<!TM.)"
# one class of characters first: what begins so is found many times as fast
_BREAK = loose(
    r"[\n.!?](?:(?<=\n)(?:"
    rf"(?={_MARKER})|(?<=\|\n))"  # "⏎- Giao Sở …", a table cell "|"
    rf"|(?<!\n){_ABBREVIATED}[.!?]{{0,2}}/?[.]?[”\"]? (?=[^\W\d_a-z]|[“\"(\[\d*-])"  # ". Giao"
    r"|(?<=\.)/\.)"
)


# a heading on a line of its own: "1. Công tác triển khai thực hiện⏎Sau khi …"
_HEADING = loose(
    r"\n(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.|[a-zđ]\)|Điều \d{1,3}\.)\x20"
    r"[^\n]{4,90}[^\n.,;:!?](?=\n[^\W\d_])"
)
_SHORT = 0.7
"""A heading is shorter than this share of the usual line; a full line goes on in the next one."""


class Sentences:
    """Where sentences begin and end, looked up by place."""

    def __init__(self, text: str, breaks: Iterable[int] = ()) -> None:
        """`breaks`: where a part of the document begins; no sentence runs from a title into the body."""
        self._text = text
        starts = {0, *_after_stops(text), *_after_headings(text), *breaks}
        self._starts = sorted(starts)
        self._held = range(0)
        self._span = (0, 0)
        """Places of the sentence that was asked for last, and where it starts and ends."""

    def around(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds this place, without outer blanks."""
        if position not in self._held:
            self._held = self._around(position)
            self._span = self._bare(self._held)
        return self._span

    def _around(self, position: int) -> range:
        index = bisect_right(self._starts, position)
        end = self._starts[index] if index < len(self._starts) else len(self._text)
        return range(self._starts[index - 1], end)

    def _bare(self, held: range) -> tuple[int, int]:
        start, end = held.start, held.stop
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] == "|"):
            end -= 1
        return start, end


def _after_stops(text: str) -> Iterator[int]:
    """Where a sentence ends by its sign or its line; after a full stop no small letter begins another."""
    for match in _BREAK.finditer(text):
        start, end = match.span()
        if text[start] == "\n" or not text[end : end + 1].islower():
            yield end


def _after_headings(text: str) -> Iterator[int]:
    """Where the text below a short heading begins."""
    lengths = sorted(map(len, text.split("\n")))
    usual = lengths[int(len(lengths) * 0.9)]
    for match in _HEADING.finditer("\n" + text):
        start, below = match.span()  # one line end in front, and the last one left out
        if text[below].isupper() and below - start < _SHORT * usual:
            yield below
