"""Facts that a web site prints around a document whose letterhead is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Stated
from graph.symbol import compact
from loaders.layout.frame import TITLE
from loaders.layout.lines import Line, Paragraph

_ROW = re.compile(r"(?P<label>Số hiệu|Loại văn bản|Người ký|Ngày ban hành)\s?:\s*")
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the site says of the document: its title line, or its table of facts."""

    type: Stated | None = None
    symbol: Stated | None = None
    date: Stated | None = None


def site_facts(found: Sequence[Line]) -> SiteFacts:
    """The facts in the frame: rows like "Số hiệu: 4001/UBND-ĐT", else "Công văn 171/CV-BCĐ năm 2025 ..."."""
    rows = _rows(found)
    if "Số hiệu" not in rows:
        return _of_title(found)
    date = rows.get("Ngày ban hành")
    iso = _DATE.search(date.value) if date else None
    day = f"{iso[3]}-{int(iso[2]):02d}-{int(iso[1]):02d}" if iso else None
    dated = Stated(day, date.start, date.end, date.route) if date and day else None
    return SiteFacts(rows.get("Loại văn bản"), rows["Số hiệu"], dated)


def agreeing(site: SiteFacts, tail: str | None, date: Stated | None) -> SiteFacts:
    """What the site adds to a letterhead whose number or day was left blank, if it says the rest alike."""
    if tail is None and date is None:
        return site
    if tail is None or site.symbol is None or not site.symbol.value.endswith(tail):
        return SiteFacts()
    same_day = site.date if date and site.date and site.date.value.startswith(date.value) else date
    return SiteFacts(site.type, site.symbol, same_day)


def _of_title(found: Sequence[Line]) -> SiteFacts:
    """Type, symbol and year of the last title line."""
    for at in range(len(found) - 1, -1, -1):
        shown = Paragraph(tuple(found[at : at + 2]))
        match = TITLE.match(shown.text)
        if match:
            year = _stated(shown, match, "year") if match["year"] else None
            return SiteFacts(_stated(shown, match, "type"), _stated(shown, match, "symbol"), year)
    return SiteFacts()


def _stated(shown: Paragraph, match: re.Match[str], group: str) -> Stated:
    value = str(compact(match[group])) if group == "symbol" else match[group]
    return Stated(value, *shown.raw(*match.span(group)), "site title")


def _rows(found: Sequence[Line]) -> dict[str, Stated]:
    """Label and value of the site's table; the value is beside the label or on the next line."""
    rows: dict[str, Stated] = {}
    for at, line in enumerate(found):
        for cell in line.cells() if ":" in line.text else ():
            match = _ROW.match(cell.text)
            if match is None:
                continue
            value = Line(cell.source, cell.left + match.end(), cell.right)
            if not value.text and at + 1 < len(found):
                value = found[at + 1]
            if any(c.isalnum() for c in value.text):
                rows.setdefault(match["label"], Stated(value.text, value.start, value.end, "site table"))
    return rows
