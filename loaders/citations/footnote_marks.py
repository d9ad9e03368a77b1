"""Footnote marks that copying glued to a symbol: "7725/BTP-VP1" is 7725/BTP-VP with footnote 1.

Unit codes end in digits too (UBND-NL2, CAT-PC07, QH15), so a digit goes only where its footnote is printed.
"""

from __future__ import annotations

import re
from collections.abc import Container

from loaders.symbols import SymbolSpan

_GLUED = re.compile(r"(?<=[^\W\d_])[1-9]\d?$")
_LAW = re.compile(r"(?:QH|UBTVQH)(?P<term>1\d|[1-9])(?P<mark>[1-9]\d?)?$")
"""Terms of the National Assembly run to the tens: QH151 is QH15 with mark 1."""
_POLICE_UNIT = re.compile(r"-(?:PC|PA|PX|PK|PV|C|A|V|K)\d{1,2}$")


def without_mark(text: str, span: SymbolSpan, others: Container[str]) -> tuple[str, int]:
    """The symbol and its end, without a footnote mark; `others` are the symbols of the whole text."""
    mark = _mark(span.symbol)
    if not mark:
        return span.symbol, span.end
    bare = span.symbol[: -len(mark)]
    if bare in others or _has_note(text, mark, span.end):
        return bare, span.end - len(mark)
    return span.symbol, span.end


def _mark(symbol: str) -> str | None:
    """The digits that may be a mark."""
    if law := _LAW.search(symbol):
        return law["mark"]
    glued = _GLUED.search(symbol)
    return glued.group() if glued and not _POLICE_UNIT.search(symbol) else None


def _has_note(text: str, mark: str, position: int) -> bool:
    """Whether a footnote with this mark opens a line further on, on the same page."""
    page_end = text.find("\f", position)
    end = page_end if page_end > 0 else len(text)
    for opener in re.compile(rf"\n\[?{mark}\]? ?(?=[^\W\d_])").finditer(text, position, end):
        if text[opener.end()].isupper():
            return True
    return False
