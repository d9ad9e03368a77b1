"""Sentences of a reading copy. A line break, or an empty line, ends none; a list marker begins one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from loaders.text.patterns import loose

_MARKER = (
    r"[-+•](?= )|\d{1,2}(?:\.\d{1,2}){0,3}[.)](?= )|[a-zđ]\)|\(\d{1,2}\)|\(?[ivx]{1,4}\)|[IVX]{1,5}[.\-](?= )"
    r"|(?:Điều|Chương|Phần|Mục|PHẦN|CHƯƠNG|PHỤ LỤC|Phụ lục) [\dIVX]{1,4}(?:[.:](?!\d)|\n)|\[\d{1,2}\]|\|"
    r"|Kính gửi|Nơi nhận|Căn cứ |V/v|Thực hiện "
)
"""What opens an item on a line of its own."""

_ABBREVIATED = r"(?<!TP)(?<!Tp)(?<!tr)(?<!Q)(?<!KT)(?<!TL)(?<!TM)"
_BREAK = loose(
    rf"\n(?={_MARKER})"  # "⏎- Giao Sở …", a table cell "|"
    r"|(?<=\|)\n"
    rf"|{_ABBREVIATED}[.!?]{{1,3}}/?[.]?[”\"]? (?=[^\W\d_a-z]|[“\"(\[\d*-])"  # ". Giao"
    r"|\./\."
)


# a heading on a line of its own: "1. Công tác triển khai thực hiện⏎Sau khi …"
_HEADING = loose(
    r"(?:\A|(?<=\n))(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}\.|[a-zđ]\)|Điều \d{1,3}\.)\x20"
    r"[^\n]{4,90}[^\n.,;:!?]\n(?=[^\W\d_])"
)
_SHORT = 0.7
"""A heading is shorter than this share of the usual line; a full line goes on in the next one."""


class Sentences:
    """Where sentences begin and end, looked up by place."""

    def __init__(self, text: str, breaks: Iterable[int] = ()) -> None:
        """`breaks`: where a part of the document begins; no sentence runs from a title into the body."""
        self._text = text
        ends = (m.end() for m in _BREAK.finditer(text) if _real(text, m))
        starts = {0, *ends, *_after_headings(text), *breaks}
        self._starts = sorted(starts)

    def around(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds this place, without outer blanks."""
        index = bisect_right(self._starts, position) - 1
        start = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self._text)
        while start < end and self._text[start].isspace():
            start += 1
        while end > start and (self._text[end - 1].isspace() or self._text[end - 1] == "|"):
            end -= 1
        return start, end


def _real(text: str, match: re.Match[str]) -> bool:
    """A full stop ends a sentence only before what is no small letter."""
    return match.group()[0] == "\n" or not text[match.end() : match.end() + 1].islower()


def _after_headings(text: str) -> Iterator[int]:
    """Where the text below a short heading begins."""
    lengths = sorted(len(line) for line in text.split("\n"))
    usual = lengths[int(len(lengths) * 0.9)]
    for match in _HEADING.finditer(text):
        following = text[match.end() : match.end() + 1]
        if following.isupper() and match.end() - match.start() < _SHORT * usual:
            yield match.end()
