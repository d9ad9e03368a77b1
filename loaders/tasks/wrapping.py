"""Paragraphs that a copy broke in two, joined again: "các tỉnh, thành phố từ⏎Hà Tĩnh đến Khánh Hòa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from loaders.layout.items import Block, Span
from loaders.text.clean import LOWER

_SIGNS = frozenset(".;:?!…/")
_BLANK = " \t\r"
_FILL, _FILLED = " \t\r*_|", 20
"""What may stand behind the last sign of a line, and how many of it."""
# A paragraph never ends so: "kịp thời phản ánh về⏎⏎Cục Thuế tỉnh"
_OPEN = re.compile(r" (?:về|của|và|với|cho|các|tại|theo|để|từ|đến|do|những|hoặc|đối với) ?$")
_PAGE = re.compile(rf"\d{{1,3}}\s{{1,9}}(?=[{LOWER}])")
# "Trách nhiệm của các Sở:⏎Xây dựng, Tài chính, Nội vụ"
_GROUP = re.compile(r"\b(?:các|Các) (?:sở|Sở|bộ|Bộ|tỉnh|xã|phường): ?$")
_ENOUGH = 3
"""Wrapped first lines from which a usual width can be read."""
_FULL = 0.9
"""A first line of this share of the usual width, next word included, was full."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a text are broken."""

    text: str
    gapped: bool
    """Empty lines part the paragraphs, and nothing else."""
    first_width: int
    """Usual width of the first line of a paragraph: web pages break it earlier than the others."""

    def whole(self, spans: Sequence[Span]) -> Iterator[Span]:
        """The paragraphs, joined where one goes on in the next."""
        start: int | None = None
        for (begin, end), following in zip_longest(spans, spans[1:]):
            start = begin if start is None else start
            if following is None or not self._goes_on(start, end, following[0]):
                yield start, end
                start = None

    def _goes_on(self, start: int, end: int, following: int) -> bool:
        if _OPEN.search(self.text, max(start, end - 12), end) or self._turns_page(end, following):
            return True
        last = self.text[max(start, end - 80) : end].rstrip(" *_\t\r\n")[-1:]
        if _GROUP.search(self.text, max(start, end - 20), end):
            return True
        if last in {",", ";"}:  # "Các bộ, cơ quan ngang bộ;⏎Ủy ban nhân dân …" is one list
            return True
        if last in _SIGNS or self.text.count("\n", end, following) > 1:
            return False
        return self.gapped or self._was_full(start, end, following)

    def _turns_page(self, end: int, following: int) -> bool:
        """Whether a small letter goes on after the number of a page: "triển khai⏎⏎3⏎thực hiện Chỉ thị"."""
        if self.text[max(0, end - 1)] in _SIGNS:
            return False
        return _PAGE.match(self.text, following) is not None

    def _was_full(self, start: int, end: int, following: int) -> bool:
        """Whether a paragraph of one line filled it, so that the line did not end on purpose."""
        line_start = self.text.rfind("\n", 0, start) + 1
        if "\n" in self.text[start:end] or not self.first_width:
            return False
        word = self.text[following : following + 40].split(maxsplit=1)[0]
        return end - line_start + 1 + len(word) > _FULL * self.first_width


def wrapping(text: str, span: Span, found: Sequence[Block]) -> Wrapping:
    """How the lines of a part of a text are broken."""
    return Wrapping(text, _is_gapped(text[slice(*span)]), _first_width(found))


def _is_gapped(text: str) -> bool:
    *lines, _ = text.split("\n")
    closed: list[bool] = []
    open_: list[bool] = []
    for line, following in zip_longest(lines, lines[1:], fillvalue="-"):
        sign = _last_sign(line)
        if sign:
            (closed if sign in _SIGNS else open_).append(not following.strip(_BLANK))
    return bool(closed) and sum(closed) >= 0.6 * len(closed) and sum(open_) <= 0.4 * len(open_)


def _last_sign(line: str) -> str:
    last = line[-1:]
    if last not in _FILL and not last.isspace():
        return last
    tail = line[-_FILLED - 1 :]
    return tail.rstrip(_FILL)[-1:].strip() or tail.strip(_BLANK)[:1]


def _first_width(found: Sequence[Block]) -> int:
    """The middle width of first lines that go on with a small letter."""
    paragraphs = (block.paragraph.lines for block in found)
    widths = sorted(
        len(lines[0].text) for lines in paragraphs if len(lines) > 1 and lines[1].text[0].islower()
    )
    return widths[len(widths) // 2] if len(widths) >= _ENOUGH else 0
