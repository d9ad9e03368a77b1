"""What a single line of a document's head or foot is, by what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from graph.text import fold, unaccent
from graph.vocabulary.agencies import canonical_agency
from graph.vocabulary.doc_types import canonical_type, type_words
from loaders.layout.lines import Line
from loaders.text.words import words

_MOTTO = re.compile(r"doc lap ?- ?tu do ?- ?hanh phuc|doc lap.{1,6}tu do.{1,6}hanh phuc")
_NUMBER = re.compile(
    r"\W{0,3}(?:luat |nghi quyet |phap lenh )?so ?:? ?(?:\d|[\s.…]{0,40}[/-]|$|[^\w\s]|\w{1,3} ?/)"
)
_SUBJECT = re.compile(r"v ?/ ?v\b|ve viec\b|v\.v\b")
_DEAR = re.compile(r".{0,45}\bki{1,2}nh ?gui ?:")
"""Scans put noise of a stamp before it ("ĐẾN Giờ ....| Kính gửi: ...") and double letters ("Kíinhgửi:")."""
_DATED = re.compile(r"ngay.{0,24}thang.{0,14}nam\b.{0,12}$|, ngay ?\d{1,2} ?/ ?\d{1,2} ?/ ?\d{4}$")
_HALF_DATED = re.compile(r", ngay\b")
_DISPATCH = re.compile(r".{4,90} (?:dien|gui) ?:$")
_NO_TITLE = ("Văn bản",)
"""Words for any document: "VĂN BẢN QUY PHẠM PHÁP LUẬT" heads a part of the gazette."""
_LONGEST_TYPE = 5
"""Words of the longest type."""
_DOTS = re.compile(r"[.\d…]{3}\s")
_NOISE = re.compile(r".{0,60}[.\d…]{3,}\s")
_ANNEX = re.compile(
    r"\W{0,3}phu luc(?: (?:so )?(?:[ivx]{1,5}|\d{1,2}|[a-z])\b(?:[.:] ?[ivx\d]{0,5})?)?"
    r" ?(?:$|[.:(\-]|[^\w\s,;)]$)"
)
_RECIPIENTS = re.compile(r"\W{0,4}n[oơ]i nhan ?(?:[:;.]|$|-)")
_MAY_BE_RECIPIENTS = re.compile(r"\W{0,9}[nNñÑ]\w\w\b")
"""Asked first: few lines need their key for this."""


def national(line: Line, following: Line | None = None) -> bool:
    """Quốc hiệu, tiêu ngữ, or the Party's name; it may break over two lines ("CỘNG / HÒA XÃ HỘI ...")."""
    key = line.key
    if _MOTTO.search(key):
        return True
    if "cong" not in key and "dang" not in key:
        return False
    joined = f"{key} {following.key}" if following else key
    at = max(joined.find("cong hoa xa hoi chu nghia"), joined.find("dang cong san viet nam"))
    lost_case = following is not None and _MOTTO.search(following.key) is not None
    return 0 <= at < len(key) and (upper(line) or lost_case)


def upper(line: Line) -> bool:
    """A line in capitals, as names of issuers, titles and positions are."""
    return line.capitals


def numbered(line: Line) -> bool:
    """The line "Số: 12/KH-UBND", number blank or not."""
    return _NUMBER.match(line.key) is not None and len(line.text) < 120


def dated(line: Line) -> bool:
    """The line "Lạng Sơn, ngày 05 tháng 01 năm 2026"; or its first half, when it breaks."""
    key = line.key
    if "ngay" not in key:
        return False
    return _DATED.search(key) is not None or (len(key) < 40 and _HALF_DATED.search(key) is not None)


def about(line: Line) -> bool:
    """The line "V/v ..."."""
    return _SUBJECT.match(line.key) is not None


def dear(line: Line, following: Line | None = None) -> bool:
    """The line "Kính gửi: ..." of a letter, which may break; not the closing "Kính gửi Sở X tổng hợp"."""
    key = line.key.lstrip("./- ")
    if following and key == "kinh":
        key = f"{key} {following.key}"
    if "gui" not in key:
        return False
    return _DEAR.match(key) is not None or (key.startswith("kinh gui") and len(key) <= 12)


def dispatched(line: Line, following: Line | None = None) -> bool:
    """The line "THỦ TƯỚNG CHÍNH PHỦ điện:" of a Công điện, which may break."""
    key = line.key
    if not key.endswith(":") and following and following.key.endswith(":") and len(key) < 40 and upper(line):
        key = f"{key} {following.key}"
    return key.endswith(":") and key.startswith(_holders()) and _DISPATCH.fullmatch(key) is not None


@cache
def _holders() -> tuple[str, ...]:
    """Bodies and positions that sign, enact and dispatch."""
    return (*words("collective"), *words("position"))


def recipients(line: Line, following: Line | None = None) -> bool:
    """The line "Nơi nhận:", which may break ("Nơi / nhận:")."""
    if not _MAY_BE_RECIPIENTS.match(line.text):
        return False
    key = line.key
    if following and key in ("noi", "- noi"):
        key = f"{key} {following.key}"
    return _RECIPIENTS.match(key) is not None


def first_recipients(found: Sequence[Line], first: int) -> int | None:
    """Index of the first line, from `first` on, one of whose columns is "Nơi nhận:"."""
    below = [*found[1:], None]
    for at in range(first, len(found)):
        text = found[at].text
        if (_MAY_BE_RECIPIENTS.match(text) or "\t" in text or "|" in text) and any(
            recipients(cell, below[at]) for cell in found[at].cells()
        ):
            return at
    return None


def enacting(line: Line, following: Line | None = None) -> bool:
    """The name of the issuer that stands between the title and the "Căn cứ" lines: "CHÍNH PHỦ".

    Apart from what stands above, it may break ("BỘ / TRƯỞNG BỘ CÔNG THƯƠNG") or have lost its capitals.
    """
    key = line.key
    apart = line.gap and (upper(line) or line.text.islower())
    if apart and following and upper(following) == upper(line):
        key = f"{key} {following.key}"
    return key.startswith(_holders()) and (apart or upper(line))


@cache
def _types() -> dict[str, str]:
    """Keys of printed type words without diacritics, which scans lose ("QUYÉT ĐỊNH")."""
    return {unaccent(word): canonical_type(word) or word for word in type_words() if word not in _NO_TITLE}


def title_type(line: Line, following: Line | None = None) -> str | None:
    """The type that a title line in capitals states: "THÔNG BÁO KẾT LUẬN" is a Thông báo; it may break."""
    key = line.key.lstrip(":.'_- ")
    if key.endswith(":") or len(key) > 90 or key.startswith("so "):
        return None
    if following and " " not in key and upper(following):
        key = f"{key} {following.key}"
    found = _longest(key) or _after_noise(line)
    return found if found and (upper(line) or _owned(line)) else None


def _owned(line: Line) -> bool:
    """A title that lost its capitals in an old file: "Nghị định của chính phủ"."""
    word, _, owner = line.key.partition(" cua ")
    lost_case = line.text[1:] == line.text[1:].lower()
    return lost_case and word in _types() and owner.startswith(_holders())


@cache
def _first_words() -> frozenset[str]:
    return frozenset(key.split(" ", 1)[0] for key in _types())


def _longest(key: str) -> str | None:
    """The type of the longest type word that a key begins with."""
    if key.partition(" ")[0] not in _first_words():
        return None
    parts = key.split(maxsplit=_LONGEST_TYPE)[:_LONGEST_TYPE]
    types = _types()
    return next((found for n in range(len(parts), 0, -1) if (found := types.get(" ".join(parts[:n])))), None)


def _after_noise(line: Line) -> str | None:
    """A title behind the noise of a stamp: "ĐẾN Ngày: 12/4.... THÔNG BÁO"."""
    noise = _DOTS.search(line.text) and _NOISE.match(line.text)
    return _types().get(unaccent(line.text[noise.end() :])) if noise else None


def opens_body(line: Line) -> bool:
    """A line that opens the text itself: "Căn cứ ...", "Ngày 24/11/2025, ..."."""
    if not line.text.lstrip('- “"(')[:1].isupper():
        return False
    key = fold(line.text).lstrip("- ")
    return key.startswith(_openers()) and not upper(line) and not (key.startswith("ngày") and dated(line))


@cache
def _openers() -> tuple[str, ...]:
    return tuple(fold(word) + (" " if word.endswith(" ") else "") for word in words("opener"))


def from_site(line: Line) -> bool:
    """A line of the web site around the document: "Xem chi tiết tại ..."."""
    return line.key.lstrip("#- ").startswith(words("site"))


def states_fact(line: Line) -> bool:
    """A line with number, day or a fact of the site, not "THỰC HIỆN CHỈ THỊ ... NGÀY 15 THÁNG 8 NĂM 2024"."""
    return numbered(line) or (dated(line) and not upper(line)) or from_site(line)


def agency(line: Line) -> bool:
    """A short line that is a name of an agency, in any case."""
    return len(line.text) < 60 and not line.rule and canonical_agency(line.text).tier is not None


@cache
def _authority() -> re.Pattern[str]:
    marks = "|".join(re.escape(word) for word in words("authority"))
    return re.compile(rf"(?P<mark>{marks})\s?(?P<point>[./]?)\s?(?=\w)")


def authority(line: Line) -> str | None:
    """What follows TM., KT., TL., TUQ., Q. on a signature line in capitals, else None."""
    key = line.key
    match = _authority().match(key)
    if match is None or not upper(line):
        return None
    held = key[match.end() :]
    pointed = match["point"] or "/" in match["mark"]
    return held if pointed or held.startswith(_holders()) else None


def position(line: Line) -> bool:
    """A line in capitals with authority or position of a signer: "PHÓ CHÁNH VĂN PHÒNG".

    Where a conversion lost the capitals the line is the bare position ("thủ tướng chính phủ").
    """
    key = line.key
    if authority(line) is not None:
        return True
    plain = key.removeprefix("quyen ").removeprefix("q. ").removeprefix("pho ")
    if not plain.startswith(words("position")):
        return False
    return (len(key) < 70 and upper(line)) or (line.text.islower() and plain in words("position"))


def annex_title(line: Line) -> bool:
    """The heading of an annex: "PHỤ LỤC", "Phụ lục II", not "Phụ lục II kèm theo ..." in a sentence."""
    return line.text.startswith("P") and _ANNEX.match(line.key) is not None
