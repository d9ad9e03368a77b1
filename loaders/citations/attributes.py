"""What follows a number or name, in any order: "ngày 30/5/2025", "của Thủ tướng Chính phủ"."""

from __future__ import annotations

import re
from typing import NamedTuple

from graph.days import is_day
from loaders import dates
from loaders.agencies import issuers
from loaders.text.patterns import loose

# ", ngày 05/9/2026" (Party style), " ngày …", " (ngày …", " ban hành ngày …", " 17/5/2026"
_BEFORE_DATE = r" ?(?:, ?|\(| |(?=- ?ng[àâảầ]y))(?:(?:ban hành|ký) )?"
_BEFORE_BODY = r",? (?:(?i:của)|(?P<maker>do)) "
_TO_DATE = loose(_BEFORE_DATE, re.IGNORECASE)
_TO_BODY = loose(_BEFORE_BODY)
# one look is enough for most citations and type words: nothing is stated after them
_AHEAD = loose(rf"{_BEFORE_BODY}|(?i:{_BEFORE_DATE}(?:\d|đề|ng[àâảầ]y|tháng|năm))")
_MADE = loose(r" (?:ban hành|ký|gửi|thông qua)")


class Attributes(NamedTuple):
    """Date and issuer as stated after a citation, and where the last of them ends."""

    end: int
    date: str | None = None
    issuer: str | None = None


def after(text: str, position: int, *, symbol: str | None = None) -> Attributes:
    """The attributes that follow directly; nothing stated leaves the end where it was."""
    found = Attributes(position)
    if not _AHEAD.match(text, position):
        return found
    for _ in range(2):
        step = _issuer(text, found, symbol) or _date(text, found)
        if step is None:
            break
        found = step
    return found


def _date(text: str, found: Attributes) -> Attributes | None:
    if found.date or (lead := _TO_DATE.match(text, found.end)) is None:
        return None
    if text.startswith("Ngày", lead.end()):
        return None  # a new sentence: "… NGHỊ QUYẾT SỐ 66-NQ/TW⏎Ngày 28 tháng 11 năm 2025, tại …"
    date = dates.at(text, lead.end())
    if date is None or (found.issuer and not is_day(date.iso)):
        return None  # "… của Bộ Chính trị năm 2026": the year belongs to the plan that is spoken of
    end = date.end
    if lead.group().endswith("("):
        if not text.startswith(")", end):
            return None
        end += 1
    return Attributes(end, date.iso, found.issuer)


def _issuer(text: str, found: Attributes, symbol: str | None) -> Attributes | None:
    if found.issuer:
        return None
    lead = _TO_BODY.match(text, found.end)
    phrase = issuers.at(text, lead.end()) if lead else None
    if lead is None or phrase is None:
        return None
    if not lead["maker"]:
        return Attributes(phrase.end, found.date, phrase.name)
    made = _MADE.match(text, phrase.end)
    # a site's title names its own maker: "… 136/2025/NĐ-CP do Văn phòng Chính phủ ban hành"
    if made and issuers.fits(phrase.name, symbol) is not False:
        return Attributes(made.end(), found.date, phrase.name)
    return None
