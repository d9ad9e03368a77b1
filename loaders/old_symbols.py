"""Numbers without a slash: "206-CP", "111-HĐBT", and "1511LĐTBXH-CATLĐ", whose slash a scanner lost.

They are found only after "số" or a type word, for "12-CP" alone could be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.symbol.characters import DASHES
from graph.vocabulary.codes import organ_row

_DASH = f"[{re.escape(DASHES)}]"
_END = r"(?![^\W_])(?!\s{0,3}/|[-.]\w)"
# Hội đồng Chính phủ, Hội đồng Bộ trưởng and its Chairman, Hội đồng Nhà nước; decrees of the President
_OLD = re.compile(rf"{_DASH}(?<=[\da-z\s].)\s{{0,2}}(?:CP|HĐBT|HĐCP|HĐNN|TTg|CT|SL|TVQH){_END}")
_LOST_SLASH = re.compile(rf"{_DASH}(?<=[A-ZĐ&]{{3}}.)[A-ZĐ&]{{2,12}}\d{{0,2}}{_END}")
_ORGAN = re.compile(r"(?<=\d)[A-ZĐ&]{3,12}\Z")
_NUMBER = re.compile(r"(?i:số|sô|sổ|định|thị|quyết|lệnh)\s{0,3}:?\s{1,3}(?P<number>\d{1,5}[a-z]?)\s{0,2}\Z")
_WINDOW = 24


def find(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every number that has no slash."""
    for old in _OLD.finditer(text):
        yield from _numbered(text, *old.span())
    for units in _LOST_SLASH.finditer(text):
        dash, end = units.span()
        organ = _ORGAN.search(text[max(0, dash - _WINDOW) : dash])
        if organ and (organ_row(organ[0]) or organ_row("B" + organ[0])):  # LĐTBXH for BLĐTBXH
            yield from _numbered(text, dash - len(organ[0]), end)


def _numbered(text: str, codes: int, end: int) -> Iterator[tuple[int, int]]:
    """The span with the number before the codes that begin here, if one stands there."""
    low = max(0, codes - _WINDOW)
    if number := _NUMBER.search(text[low:codes]):
        yield low + number.start("number"), end
