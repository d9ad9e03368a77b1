"""Footnote marks that copying glued to a symbol: "7725/BTP-VP1" is 7725/BTP-VP with footnote 1.

Unit codes end in digits too (UBND-NL2, CAT-PC07, QH15), so a digit goes only where its footnote is printed.
"""

from __future__ import annotations

import re
from collections.abc import Container

from loaders.symbols import SymbolSpan

_GLUED = re.compile(r"(?<=[^\W\d_])(?P<mark>[1-9]\d?)$")
_TERM = re.compile(r"QH\d{1,2}$|-(?:PC|PA|PX|PK|PV|C|A|V|K)\d{1,2}$")
_TERMS = range(1, 21)


def without_mark(text: str, span: SymbolSpan, others: Container[str]) -> tuple[str, int]:
    """The symbol and its end, without a footnote mark; `others` are the symbols of the whole text."""
    match = _GLUED.search(span.symbol)
    if match is None:
        return span.symbol, span.end
    mark = match["mark"]
    law = re.search(r"(QH|UBTVQH)(\d+)$", span.symbol)
    if law:  # QH151 is QH15 with mark 1
        if int(law[2]) in _TERMS:
            return span.symbol, span.end
        mark = law[2][2:]
    elif _TERM.search(span.symbol):
        return span.symbol, span.end
    bare = span.symbol[: -len(mark)] if mark else span.symbol
    if not mark or not (bare in others or _note(text, mark, span.end)):
        return span.symbol, span.end
    return bare, span.end - len(mark)


def _note(text: str, mark: str, position: int) -> bool:
    """Whether a footnote with this mark opens a line further on, on the same page."""
    page_end = text.find("\f", position)
    opener = re.compile(rf"\n\[?{mark}\]?[ ]?(?=[^\W\d_a-z])")
    match = opener.search(text, position, page_end if page_end > 0 else len(text))
    return match is not None and not text[match.end() : match.end() + 1].islower()
