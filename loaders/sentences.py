"""Sentences of a flat text. A line break, or an empty line, is not the end of one; a list marker is its start."""

from __future__ import annotations

import re
from bisect import bisect_right

_MARKER = (
    r"[-+•–](?=[ \n])|\d{1,2}(?:\.\d{1,2}){0,3}[.)](?=[ \n])|[a-zđ]\)|\(\d{1,2}\)|\(?[ivx]{1,4}\)|[IVX]{1,5}[.\-](?=[ \n])"
    r"|(?:Điều|Chương|Phần|Mục|PHẦN|CHƯƠNG|PHỤ LỤC|Phụ lục) [\dIVX]{1,4}[.:\n]|\[\d{1,2}\]|\||Kính gửi|Nơi nhận|Căn cứ[ \n]|V/v"
)
"""What opens an item on a line of its own."""

_BREAK = re.compile(
    rf"\n(?={_MARKER})"  # "⏎- Giao Sở …", a table cell "|"
    r"|(?<=\|)\n"
    r"|(?<!TP)(?<!Tp)(?<!tr)(?<!Q)(?<!KT)(?<!TL)(?<!TM)[.!?]{1,3}/?[.]?[”\"]?[ \n](?=[^\W\d_a-z]|[“\"(\[\d*-])"  # ". Giao"
    r"|\./\."
)


class Sentences:
    """Where sentences begin and end, looked up by place."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(_end(m) for m in _BREAK.finditer(text) if _real(text, m))]

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


def _end(match: re.Match[str]) -> int:
    return match.end()


def _real(text: str, match: re.Match[str]) -> bool:
    """A full stop ends a sentence only before a capital letter: "mục 5.2. Thủ tục" counts, "TP. Huế" does not."""
    if match.group()[0] == "\n":
        return True
    following = text[match.end() : match.end() + 1]
    return not following.islower()
