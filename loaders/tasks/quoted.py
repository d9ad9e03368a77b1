"""Provisions that a text quotes because it changes them: they order nothing themselves.

"2. Sửa đổi khoản 1 Điều 5 như sau:⏎“1. Bộ Y tế quy định …⏎2. Kiểm toán nhà nước …”."
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from graph.model import TaskMention
from loaders.layout.lines import Span

_SIGNS = re.compile("[“”]")
_OPENS = re.compile(r"^[ \t*_|]{0,8}“", re.MULTILINE)
"""A quotation at the start of a line; one inside a sentence is a name or a phrase."""


def quoted_provisions(text: str, span: Span) -> tuple[Span, ...]:
    """Raw spans of the quotations that begin lines; one that is not closed holds nothing."""
    opened = [match.end() - 1 for match in _OPENS.finditer(text, *span)]
    return tuple((start, _closed(text, start, end)) for start, end in pairwise([*opened, span[1]]))


def _closed(text: str, start: int, end: int) -> int:
    """Where a quotation is closed, those inside it passed by; its start where it is not."""
    depth = 0
    for sign in _SIGNS.finditer(text, start, end):
        depth += 1 if sign[0] == "“" else -1
        if depth == 0:
            return sign.end()
    return start


def outside(tasks: Iterable[TaskMention], quoted: Sequence[Span]) -> Iterator[TaskMention]:
    """The duties that do not begin in a quotation."""
    starts = [start for start, _ in quoted]
    for task in tasks:
        before = bisect_right(starts, task.start) - 1
        if before < 0 or task.start >= quoted[before][1]:
            yield task
