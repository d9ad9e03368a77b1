"""Who receives a document: the names after Kính gửi, and the dash lines of Nơi nhận."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import AgencyMention
from graph.text import collapse, unaccent
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph

_LEAD = re.compile(r"[^:]{0,90}:\s*")
_ALSO = re.compile(r"[-–+ ]{0,4}Đồng kính gửi:?\s+")
"""An addressee on a dash line of its own: "- Đồng kính gửi Thủ tướng Chính phủ"."""
_DASH = re.compile(r"[-–+~]{1,2}\s*")
_PURPOSE = re.compile(
    r"\s*\((?:để |thay |b/c|báo cáo|t/h|thực hiện|p/h|phối hợp|đ/b|theo dõi|ph\b)[^()]{0,40}\)"
)
_BROKEN = ("gửi", "kính gửi")
"""Second half of a broken "Kính / gửi:"."""
_END = " .,;:/"
_SEMICOLON = re.compile(r";")
_NOT_NAMED = ("nhu tren", "nhu dieu", "nhu thanh phan", "nhu kinh gui", "luu")
_CLASS = re.compile(r"(?:cac|so|ubnd)\b|(?:phong|ban|vu|cuc|chi cuc)$")
"""What a colon divides and does not describe: "Các Bộ: TC, NV", "Phòng: Đô thị, Dự án"."""
_MEMBERS = re.compile(r"\s*:\s.*$")
"""Posts inside an office: "VPCP: BTCN, các PCN"."""


def addressees(found: Sequence[Line]) -> tuple[AgencyMention, ...]:
    """One name for each dash line of the address block, or the one name on the line of Kính gửi."""
    entries: list[list[Line]] = []
    for at, line in enumerate(found):
        rest = line
        if _opens(found, at) or (at and _opens(found, at - 1) and line.text.partition(":")[0] in _BROKEN):
            lead = _LEAD.match(line.text) or _ALSO.match(line.text)
            rest = _cut(line, lead.end() if lead else len(line.text))
            entries.append([])
        elif line.text[0] in "-–+" or not entries or (entries[-1] and entries[-1][-1].text[-1] == ";"):
            entries.append([])
        elif not entries[-1] and line.text.endswith("điện:"):
            continue
        if rest.text:
            entries[-1].append(rest)
    return tuple(mention for entry in entries if entry and (mention := _mention(entry)))


def _opens(found: Sequence[Line], at: int) -> bool:
    """True for a line of Kính gửi, Đồng kính gửi or "điện:", or for the first half of one."""
    following = found[at + 1] if at + 1 < len(found) else None
    line = found[at]
    named = signs.dear(line, following) or signs.dispatched(line, following if at == 0 else None)
    return named or "ính gửi" in line.text[:16]


def copied_to(found: Sequence[Line]) -> tuple[AgencyMention, ...]:
    """The agencies of the distribution list, file copies and "Như trên" left out."""
    entries: list[list[Line]] = []
    for line in found:
        if line.text[0] in "-–+~":
            entries.append([line])
        elif entries:
            entries[-1].append(line)
    named = [mention for entry in entries if (mention := _mention(entry, copied=True))]
    return tuple(mention for mention in named if not unaccent(mention.name).startswith(_NOT_NAMED))


def _cut(line: Line, at: int) -> Line:
    at += len(line.text[at:]) - len(line.text[at:].lstrip())
    return Line(line.source, line.left + at, line.right)


def _mention(entry: Sequence[Line], *, copied: bool = False) -> AgencyMention | None:
    """The name of an entry, its dash, purpose and end mark dropped."""
    shown = Paragraph(tuple(entry))
    dash = _DASH.match(shown.text)
    start = dash.end() if dash else 0
    stop = _end_of_copy(shown.text, start) if copied else len(shown.text)
    name = shown.text[start:stop].rstrip(_END)
    while "(" in name and (purpose := _PURPOSE.search(name)):
        name = name[: purpose.start()].rstrip(_END)
    if not any(c.isalpha() for c in name):
        return None
    return AgencyMention(collapse(name), *shown.raw(start, start + len(name)))


def _end_of_copy(text: str, start: int) -> int:
    """Where the name of a copied body ends: before the posts in it, and before noise of the other column."""
    stop = next(
        (m.start() for m in _SEMICOLON.finditer(text, start) if not _names(text[m.end() :])), len(text)
    )
    posts = _MEMBERS.search(text, start, stop)
    divides = posts and _CLASS.match(unaccent(text[start : posts.start()]))
    return posts.start() if posts and not divides else stop


def _names(text: str) -> bool:
    """A second name may follow a semicolon ("Bộ Nội vụ; Bộ Tài chính"), not "ŸY Nàng" or "CHỦ TỊCH"."""
    part = text.partition(";")[0].strip(_END)
    words = part.split()
    if not words or len(words[0]) == 1 or not words[0][0].isupper():
        return False
    capitals = part.isupper() and len(words) > 1
    return not capitals and all(c.isalpha() or c in " -,&.()+" for c in part)
