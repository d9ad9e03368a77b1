"""Footnote marks that copying glued to a symbol: "7725/BTP-VP1" is 7725/BTP-VP with footnote 1.

Unit codes end in digits too (UBND-NL2, CAT-PC07, QH15), so a digit goes only where its footnote is printed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from loaders.symbols import SymbolSpan

_GLUED = re.compile(r"(?<=[^\W\d_])[1-9]\d?$")
_LAW = re.compile(r"(?:QH|UBTVQH)(?P<term>1\d|[1-9])(?P<mark>[1-9]\d?)?$")
"""Terms of the National Assembly run to the tens: QH151 is QH15 with mark 1."""
_OPENER = re.compile(r"\n\[?(?P<mark>[1-9]\d?)\]? ?(?=[^\W\d_])")
_POLICE_UNIT = re.compile(r"-(?:PC|PA|PX|PK|PV|C|A|V|K)\d{1,2}$")


class FootnoteMarks:
    """What proves a mark: the symbols of the whole text, and the footnotes that open a line."""

    def __init__(self, text: str, symbols: Iterable[SymbolSpan]) -> None:
        self._text = text
        self._printed = frozenset(span.symbol for span in symbols)

    def without_mark(self, span: SymbolSpan) -> tuple[str, int]:
        """The symbol and its end, without a footnote mark."""
        mark = _mark(span.symbol)
        if not mark:
            return span.symbol, span.end
        bare = span.symbol[: -len(mark)]
        if bare in self._printed or self._has_note(mark, span.end):
            return bare, span.end - len(mark)
        return span.symbol, span.end

    @cached_property
    def _notes(self) -> dict[str, list[int]]:
        """Where the footnotes of each mark open a line; most texts have none to look for."""
        notes: dict[str, list[int]] = {}
        for opener in _OPENER.finditer(self._text):
            if self._text[opener.end()].isupper():
                notes.setdefault(opener["mark"], []).append(opener.start())
        return notes

    def _has_note(self, mark: str, position: int) -> bool:
        """Whether a footnote with this mark opens a line further on, on the same page."""
        places = self._notes.get(mark, [])
        index = bisect_left(places, position)
        return index < len(places) and self._text.find("\f", position, places[index]) < 0


def _mark(symbol: str) -> str | None:
    """The digits that may be a mark."""
    if law := _LAW.search(symbol):
        return law["mark"]
    glued = _GLUED.search(symbol)
    return glued.group() if glued and not _POLICE_UNIT.search(symbol) else None
