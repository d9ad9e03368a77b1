"""Printed dates (ngày tháng năm) as ISO text with the precision that is printed.

"ngày 09/ 05/ 2025" gives 2025-05-09, "tháng 4 năm 2026" gives 2026-04, "năm 2019" gives 2019.
Reads raw text, composed or decomposed; offsets point into the text that was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date and its place; the length of `iso` tells its precision."""

    start: int
    end: int
    iso: str


def _word(word: str) -> str:
    """The word in either normal form, in any case: "tháng" is six characters in NFD."""
    forms = {unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)}
    return "(?i:" + "|".join(sorted(forms)) + ")"


_B = r"[\s*\u00a0]{0,8}"
"""Blanks and line breaks inside a date ("09/ 05/ 2025", "11năm 2021", "18⏎tháng 11"); also none."""
_DAY_WORDS = rf"(?:{_word('ngày')}|{_word('ngây')}|{_word('ngảy')}|{_word('ngầy')})"
"""Also as scanners read it: "ngây 17 tháng 01 năm 2026"."""
_DAY_WORD = rf"(?:(?:{_word('đề')}{_B})?{_DAY_WORDS}{_B})"
_DAY = r"(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
# "ngày 14/11/200310/GP-UBND": the next number is glued to the year
_YEAR = r"(?P<year>(?:19|20)\d{2})(?:(?!\d)|(?=\d{1,4}/[A-ZĐ]{2}))"

_FORMS = (
    # "ngày 28-4-2022", "17/5/2026", "01.7.2025"
    rf"{_DAY_WORD}?{_DAY}{_B}(?P<sep>[/.\-\u2013]){_B}{_MONTH}{_B}(?P=sep){_B}{_YEAR}",
    # "ngày 04 tháng 8 năm 2025"; typists also write "tháng 02 tháng 2026" and "tháng 8/2025"
    rf"{_DAY_WORD}?{_DAY}{_B}{_word('tháng')}{_B}{_MONTH}{_B}(?:,{_B})?(?:{_word('năm')}|{_word('tháng')}|/){_B}{_YEAR}",
    # a day left blank for the clerk: "ngày       tháng  01 năm 2026", "ngày … tháng 4 năm 2026"
    rf"(?:{_DAY_WORD}[\s.…_]{{0,24}})?{_word('tháng')}{_B}{_MONTH}{_B}(?:{_word('năm')}|/){_B}{_YEAR}",
    # "02/2026" after "tháng" is above; "năm 2019" alone
    rf"{_word('năm')}{_B}{_YEAR}",
)
_DATES = tuple(re.compile(form) for form in _FORMS)
_BY_FIRST = {"0": _DATES[:2], "đ": _DATES[:3], "n": _DATES, "t": _DATES[2:3]}
"""The forms that can begin with a figure, with "đề ngày", with "ngày" or "năm", with "tháng"."""
_ANCHOR = re.compile(
    rf"{_word('đề')}{_B}{_word('ngày')}|{_DAY_WORDS}|{_word('tháng')}|{_word('năm')}|(?<![\d/.\-])\d{{1,2}}{_B}[/.\-]"
)


def at(text: str, position: int) -> PrintedDate | None:
    """The date that begins exactly here, the most precise reading first."""
    first = text[position : position + 1]
    for form in _BY_FIRST.get("0" if first.isdecimal() else first.lower(), ()):
        match = form.match(text, position)
        if match and (iso := _iso(match)):
            return PrintedDate(position, match.end(), iso)
    return None


def find(text: str) -> Iterator[PrintedDate]:
    """Every date of the text, in order, none inside another."""
    position = 0
    while match := _ANCHOR.search(text, position):
        date = at(text, match.start())
        if date:
            yield date
        position = date.end if date else match.end()


def _iso(match: re.Match[str]) -> str | None:
    """ISO text of a match, None for a day that no calendar has."""
    parts = match.groupdict()
    year = int(parts["year"])
    if "month" not in parts:
        return f"{year:04d}"
    month = int(parts["month"])
    if not 1 <= month <= 12:
        return None
    if "day" not in parts:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, int(parts["day"])).isoformat()
    except ValueError:
        return None
