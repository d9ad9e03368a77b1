"""The number and symbol that a document bears itself, and its place and date line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Stated
from graph.symbol import compact
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph, Span
from loaders.text.clean import LOWER

_MIXED = r"TTg|CTr|TTr|QyĐ|QĐi|TrS|SNgV|Cty"
_GROUP = rf"(?:{_MIXED}|[A-ZĐƯ\d][A-ZĐƯ\d&.]*[a-z]?)(?![{LOWER}])"
_HYPHEN = r"\s?[-–—/\u2010\u2011\u00ad]\s?"
_NUMBER = re.compile(
    r"(?:[Ss]ố|SỐ)\s*(?:hiệu)?\s*[:.]?"
    r"(?P<number>[^/\-–]{0,40}?)"
    rf"(?P<tail>{_HYPHEN}{_GROUP}(?:{_HYPHEN}{_GROUP}){{0,5}}(?:/nb)?)"
)
_DIGITS = re.compile(r"\s*(?P<digits>\d{1,6}(?:\.\d{1,2})?[a-zA-Z]?)\s*")

_DATE = re.compile(
    r"[Nn]gày(?P<day>.{0,24}?)[Tt]háng(?P<month>.{0,14}?)[Nn]ăm\s*(?P<year>\d{4})(?!\d)"
    r"|[Nn]gày\s*(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})(?!\d)"
)
_DAYS = 31


def own_number(found: Sequence[Line]) -> tuple[Stated | None, str | None]:
    """The symbol on the line "Số: ..."; for a number left blank or lost, only what follows it."""
    for at, line in enumerate(found):
        if not signs.numbered(line):
            continue
        shown = Paragraph(tuple(found[at : at + 2]) if line.text[-1] in "-–/:" else (line,))
        match = _NUMBER.search(shown.text)
        if match is None:
            continue
        tail = compact(match["tail"])
        digits = _DIGITS.fullmatch(match["number"])
        if digits is None:
            stamp = _stamped_number(found, at) if not match["number"].strip() else None
            return (_joined(stamp, str(tail), match.end("tail"), shown), None) if stamp else (None, str(tail))
        start, end = shown.raw(match.start("number") + digits.start("digits"), match.end("tail"))
        return Stated(str(compact(digits["digits"] + match["tail"])), start, end, "letterhead"), None
    return None, None


# An electronic stamp prints number and day in a layer of their own, which a copy puts on lines of their own:
# "466" above "Số:      /PC-VPUBND", "12" and "5" below "ngày      tháng      năm 2026".
_STAMP = re.compile(r"\d{1,6}")


def _stamped_number(found: Sequence[Line], at: int) -> Line | None:
    """The bare number on the line above or below the number line."""
    beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
    return next((line for line in beside if _STAMP.fullmatch(line.text)), None)


def _joined(stamp: Line, tail: str, end: int, shown: Paragraph) -> Stated:
    """Number and tail as one symbol, over both lines."""
    start, last = shown.raw(0, end)
    return Stated(f"{stamp.text}{tail}", min(stamp.start, start), max(stamp.end, last), "stamp")


def _stamped_date(found: Sequence[Line], at: int, match: re.Match[str]) -> str | None:
    """The date, with what was left blank from the bare numbers on the lines below."""
    iso = _iso(match)
    blank = [name for name in ("day", "month") if match["year"] and not match[name].strip(" \t.…_")]
    stamps = [line.text for line in found[at + 1 : at + 1 + len(blank)] if _STAMP.fullmatch(line.text)]
    if not blank or len(stamps) < len(blank):
        return iso
    day, month = (
        {"day": match["day"], "month": match["month"], **dict(zip(blank, stamps, strict=True))}
    ).values()
    return _written(match["year"], _number(day), _number(month))


def place_and_date(found: Sequence[Line]) -> tuple[Stated | None, Stated | None]:
    """Địa danh and date of the line "Lạng Sơn, ngày 05 tháng 01 năm 2026"."""
    for at, line in enumerate(found):
        if not signs.dated(line):
            continue
        above = found[at - 1 : at] if at and not line.bar and not signs.upper(found[at - 1]) else []
        shown = Paragraph((*above, *found[at : at + 2]))
        match = next((m for m in _DATE.finditer(shown.text) if _holds(line, shown.raw(*m.span()))), None)
        if match is None:
            continue
        iso = _stamped_date(found, at, match)
        date = Stated(iso, *shown.raw(*match.span()), "place line") if iso else None
        return _place(shown, match.start()), date
    return None, None


def _holds(line: Line, span: Span) -> bool:
    return line.start <= span[0] < line.end


def _iso(match: re.Match[str]) -> str | None:
    """ISO date with the precision that is printed: a blank or illegible day gives the month."""
    year = match["year"] or match["y"]
    day, month = (_number(match[name] or "") for name in (("day", "month") if match["year"] else ("d", "m")))
    return _written(year, day, month)


def _written(year: str, day: int | None, month: int | None) -> str:
    if month is None or not 1 <= month <= 12:
        return year
    if day is None or not 1 <= day <= _DAYS:
        return f"{year}-{month:02d}"
    return f"{year}-{month:02d}-{day:02d}"


def _number(printed: str) -> int | None:
    shown = printed.strip()
    return int(shown) if shown.isdigit() and len(shown) <= 2 else None


def _place(shown: Paragraph, until: int) -> Stated | None:
    """The capitalised words before ", ngày"."""
    before = shown.text[:until].rstrip(" \t,")
    if not shown.text[len(before) : until].strip().startswith(","):
        return None
    start = len(before)
    for word in reversed(list(re.finditer(r"[^\s|]+", before))[-5:]):
        if not (word.group()[0].isupper() and (word.group()[1:].islower() or word.group() in ("TP.", "TP"))):
            break
        if "\t" in before[word.end() : start]:
            break
        start = word.start()
    if start == len(before):
        return None
    return Stated(before[start:], *shown.raw(start, len(before)), "place line")


_ADOPTED = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được [^.;]{0,160}?thông qua (?P<date>ngày[^.;]{6,40})"
)


def adopted(body: Paragraph) -> Stated | None:
    """The day on which an assembly passed the document, where the place line is missing."""
    match = _ADOPTED.search(body.text)
    day = _DATE.match(body.text, match.start("date")) if match else None
    iso = _iso(day) if day else None
    return Stated(iso, *body.raw(*day.span()), "adoption") if day and iso else None


# "(Kèm theo Văn bản số:      /UBND-KT ngày     tháng     năm 2025 của UBND Thành phố)"
_WITH = re.compile(
    rf"[Kk]èm theo (?P<type>[^()\d]{{3,24}}?) số\s*:?\s*(?:\d{{1,5}})?{_HYPHEN}[^()\s]{{2,24}}\s+"
)


def annexed(annexes: Paragraph, type_: str) -> Stated | None:
    """The day of the document that an annex goes with: a letter of a web site may have lost its head."""
    match = _WITH.search(annexes.text)
    if match is None or match["type"].lower() not in (type_.lower(), "văn bản"):
        return None
    day = _DATE.match(annexes.text, match.end())
    iso = _iso(day) if day else None
    return Stated(iso, *annexes.raw(*day.span()), "annex") if day and iso else None
