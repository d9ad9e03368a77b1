"""Where the letterhead (quốc hiệu to title block) and the addressees of a document begin and end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.layout import signs
from loaders.layout.lines import Line

_ABOVE = 10
"""The letterhead begins at most this many lines above the national title."""
_LETTER = 5
"""The subject of a letter may stand between its number and the national title, in at most this many lines."""
_WINDOW = 45
"""Title or addressees follow the national title within this many lines."""
_LONG = 250
"""A line of this length is a paragraph."""
_OPEN = [["thuộc"], ["của"], ["và"], ["các"]]
"""Last word of a line whose name goes on below."""
_SUBJECT = 14
"""Longest subject of a document, in lines."""


@dataclass(frozen=True, slots=True)
class Head:
    """Line indexes: letterhead [start, title_end), addressees [title_end, end), body from `end`."""

    start: int
    title_end: int
    end: int


def head(found: Sequence[Line], first: int = 0) -> Head:
    """The head of the document among its lines; empty where the text begins with the body."""
    anchor = _anchor(found, first)
    if anchor is None:
        return Head(first, first, first)
    start = _start(found, anchor, first)
    stop = min(len(found), anchor + _WINDOW)
    for at in range(anchor, stop):
        line = found[at]
        if _addressed(found, at):
            return Head(start, at, _addressees_end(found, at))
        if signs.title_type(line, _at(found, at + 1)):
            return _titled(found, start, at)
        if signs.recipients(line, _at(found, at + 1)) or signs.opens_body(line):
            stop = at
            break
    return Head(start, *(_plain_end(found, anchor, stop),) * 2)


def _anchor(found: Sequence[Line], first: int) -> int | None:
    """The national title; else the first number line, title or Kính gửi before any text."""
    for at in range(first, len(found)):
        if signs.recipients(found[at], _at(found, at + 1)):
            break
        if signs.national(found[at], _at(found, at + 1)):
            return at
    for at in range(first, min(len(found), first + _WINDOW)):
        line = found[at]
        if signs.title_type(line) or _addressed(found, at) or _states_number(found, at):
            return at
        if signs.opens_body(line):
            return None
    return None


def _states_number(found: Sequence[Line], at: int) -> bool:
    """A number with its day: in a copy that lost letters nothing else of the letterhead can be read."""
    following = _at(found, at + 1)
    day = signs.dated(found[at]) or (following is not None and signs.dated(following))
    return signs.numbered(found[at]) and day


def _at(found: Sequence[Line], at: int) -> Line | None:
    return found[at] if at < len(found) else None


def _addressed(found: Sequence[Line], at: int) -> bool:
    following = _at(found, at + 1)
    return signs.dear(found[at], following) or signs.dispatched(found[at], following)


def _start(found: Sequence[Line], anchor: int, first: int) -> int:
    """Up from the anchor over lines of a letterhead."""
    at = anchor
    while at > max(first, anchor - _ABOVE) and (_of_head(found[at - 1]) or signs.agency(found[at - 1])):
        at -= 1
    number = next((i for i in range(max(first, at - _LETTER), at) if signs.numbered(found[i])), None)
    return at if number is None else _start(found, number, first)


def _of_head(line: Line) -> bool:
    return line.rule or signs.upper(line) or signs.numbered(line) or signs.dated(line) or signs.about(line)


def _titled(found: Sequence[Line], start: int, title: int) -> Head:
    """A type title with its subject, then addressees if there are any."""
    end = _subject_end(found, title)
    at = end
    while at < min(len(found), end + 4) and not _addressed(found, at):
        at += 1
    if at < min(len(found), end + 4):
        return Head(start, at, _addressees_end(found, at))
    return Head(start, end, end)


def _subject_end(found: Sequence[Line], title: int) -> int:
    """After the type: lines in capitals, or in sentence case up to a rule, cell or opening phrase."""
    broken = signs.title_type(found[title]) is None
    at = title + 1 + broken
    if at < len(found) and found[at].rule:
        at += 1
    at = _owner_end(found, at)
    if (facts := _facts_end(found, at)) > at:
        return facts
    first = at
    while at < min(len(found), title + _SUBJECT):
        line = found[at]
        if (
            line.rule
            or _addressed(found, at)
            or (signs.opens_body(line) and not (at == first and _titles(line)))
        ):
            break
        if _enacts(found, at) or (at > first and _past_subject(found, first, at)):
            break
        at += 1
    while at < len(found) and found[at].rule:
        at += 1
    return at


# "KẾ HOẠCH / Triển khai nhiệm vụ / 1. Sở Nội vụ rà soát …": a text without a preamble
_FIRST_ITEM = re.compile(r"(?:1|I)\. ?[^\W\d_]")


def _enacts(found: Sequence[Line], at: int) -> bool:
    """The issuer in one line or two, above the line that opens the text."""
    below = _at(found, at + 1)
    if below is None or not signs.enacting(found[at], below):
        return False
    after = _at(found, at + 2)
    return signs.opens_body(below) or (found[at].gap and after is not None and signs.opens_body(after))


def _past_subject(found: Sequence[Line], first: int, at: int) -> bool:
    """Another cell or case, a line after an end, a first item, or one after a gap where lines stand close."""
    line, above = found[at], found[at - 1]
    if _FIRST_ITEM.match(line.text):
        return True
    parted = line.gap and at > first + 1 and not above.gap
    return line.bar or parted or signs.upper(line) != signs.upper(found[first]) or above.closed


def _owner_end(found: Sequence[Line], at: int) -> int:
    """After the owner in capitals below a Party title: "CỦA BỘ CHÍNH TRỊ, / BAN BÍ THƯ"."""
    if at >= len(found) or not (signs.upper(found[at]) and found[at].text.startswith("CỦA ")):
        return at
    at += 1
    while at < len(found) and found[at - 1].text.endswith(",") and signs.upper(found[at]):
        at += 1
    return at


def _facts_end(found: Sequence[Line], at: int) -> int:
    """After number, day and signer where a copy has them below the title ("# NGHỊ QUYẾT / Số: 16-NQ/TW")."""
    while at < len(found) and signs.states_fact(found[at]):
        at += 1
    return at


def _titles(line: Line) -> bool:
    """A first line below the title that is a subject: "Thực hiện Đề án số 08 ..."; "Căn cứ ..." is none."""
    return not line.closed and not line.text.startswith(("Căn cứ", "Ngày", "Tại")) and len(line.text) < _LONG


def _plain_end(found: Sequence[Line], anchor: int, stop: int) -> int:
    """End of a letterhead without title and addressees: after its last line of that kind."""
    at = anchor
    for index in range(anchor, stop):
        if _of_head(found[index]) or signs.national(found[index]):
            at = index + 1
    return at


def _addressees_end(found: Sequence[Line], at: int) -> int:
    """Kính gửi with the names on its line, or the dash lines below it; "Đồng kính gửi" too."""
    line = found[at]
    inline = len(line.text.partition(":")[2].strip()) > 1
    at += 1
    while at < len(found):
        line, above = found[at], found[at - 1]
        key = line.text.lstrip("-–+ ")
        if "ính gửi" in line.text[:16]:
            inline = len(line.text.partition(":")[2].strip()) > 1
        elif signs.opens_body(line):
            return at
        elif line.text[0] in "-–+" and key:
            inline = False
        elif above.text.endswith(".") or (inline and _whole(above) and key[:1].isupper()):
            return at
        at += 1
    return at


def _whole(line: Line) -> bool:
    """The name on a line of Kính gửi may be whole: not "Kính gửi: Các", and not up to a comma or "thuộc"."""
    said = line.text.partition(":")[2].split()
    return line.text[-1] != "," and len(said) != 1 and said[-1:] not in _OPEN
