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
_DISPATCH = re.compile(r".{4,90} (?:dien|gui) ?:$")
_NO_TITLE = ("Văn bản",)
"""Words for any document: "VĂN BẢN QUY PHẠM PHÁP LUẬT" heads a part of the gazette."""
_NOISE = re.compile(r".{0,60}[.\d…]{3,}\s")
_ANNEX = re.compile(
    r"\W{0,3}phu luc(?: (?:so )?(?:[ivx]{1,5}|\d{1,2}|[a-z])\b(?:[.:] ?[ivx\d]{0,5})?)?"
    r" ?(?:$|[.:(\-]|[^\w\s,;)]$)"
)
_RECIPIENTS = re.compile(r"\W{0,4}n[oơ]i nhan ?(?:[:;.]|$|-)")


def national(line: Line, following: Line | None = None) -> bool:
    """Quốc hiệu, tiêu ngữ, or the Party's name; it may break over two lines ("CỘNG / HÒA XÃ HỘI ...")."""
    key = unaccent(line.text)
    if _MOTTO.search(key):
        return True
    joined = f"{key} {unaccent(following.text)}" if following else key
    at = max(joined.find("cong hoa xa hoi chu nghia"), joined.find("dang cong san viet nam"))
    lost_case = following is not None and _MOTTO.search(unaccent(following.text)) is not None
    return 0 <= at < len(key) and (_upper(line.text) or lost_case)


def _upper(text: str) -> bool:
    """True when most letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= 0.7 * len(letters)


def upper(line: Line) -> bool:
    """A line in capitals, as names of issuers, titles and positions are."""
    return _upper(line.text)


def numbered(line: Line) -> bool:
    """The line "Số: 12/KH-UBND", number blank or not."""
    return _NUMBER.match(unaccent(line.text)) is not None and len(line.text) < 120


def dated(line: Line) -> bool:
    """The line "Lạng Sơn, ngày 05 tháng 01 năm 2026"; or its first half, when it breaks."""
    key = unaccent(line.text)
    return _DATED.search(key) is not None or (len(key) < 40 and re.search(r", ngay\b", key) is not None)


def about(line: Line) -> bool:
    """The line "V/v ..."."""
    return _SUBJECT.match(unaccent(line.text)) is not None


def dear(line: Line, following: Line | None = None) -> bool:
    """The line "Kính gửi: ..." of a letter, which may break; not the closing "Kính gửi Sở X tổng hợp"."""
    key = unaccent(line.text).lstrip("./- ")
    if following and key == "kinh":
        key = f"{key} {unaccent(following.text)}"
    return _DEAR.match(key) is not None or (key.startswith("kinh gui") and len(key) <= 12)


def dispatched(line: Line, following: Line | None = None) -> bool:
    """The line "THỦ TƯỚNG CHÍNH PHỦ điện:" of a Công điện, which may break."""
    key = unaccent(line.text)
    if following and not key.endswith(":") and len(key) < 40 and upper(line):
        key = f"{key} {unaccent(following.text)}"
    return _DISPATCH.fullmatch(key) is not None and key.startswith((*words("collective"), *words("position")))


def recipients(line: Line, following: Line | None = None) -> bool:
    """The line "Nơi nhận:", which may break ("Nơi / nhận:")."""
    key = unaccent(line.text)
    if following and key in ("noi", "- noi"):
        key = f"{key} {unaccent(following.text)}"
    return _RECIPIENTS.match(key) is not None


def enacting(line: Line, following: Line | None = None) -> bool:
    """The name of the issuer that stands between the title and the "Căn cứ" lines: "CHÍNH PHỦ".

    Apart from what stands above, it may break ("BỘ / TRƯỞNG BỘ CÔNG THƯƠNG") or have lost its capitals.
    """
    key = unaccent(line.text)
    apart = line.gap and (upper(line) or line.text.islower())
    if apart and following and upper(following) == upper(line):
        key = f"{key} {unaccent(following.text)}"
    return (apart or upper(line)) and key.startswith((*words("collective"), *words("position")))


@cache
def _types() -> dict[str, str]:
    """Keys of printed type words without diacritics, which scans lose ("QUYÉT ĐỊNH")."""
    return {unaccent(word): canonical_type(word) or word for word in type_words() if word not in _NO_TITLE}


def title_type(line: Line, following: Line | None = None) -> str | None:
    """The type that a title line in capitals states: "THÔNG BÁO KẾT LUẬN" is a Thông báo; it may break."""
    key = unaccent(line.text).lstrip(":.'_- ")
    if key.endswith(":") or len(key) > 90 or key.startswith("so ") or not (upper(line) or _owned(line.text)):
        return None
    if following and " " not in key and upper(following):
        key = f"{key} {unaccent(following.text)}"
    parts = key.split()
    return _longest(parts) or _after_noise(line)


def _owned(text: str) -> bool:
    """A title that lost its capitals in an old file: "Nghị định của chính phủ"."""
    word, _, owner = unaccent(text).partition(" cua ")
    lost_case = text[1:] == text[1:].lower()
    return lost_case and word in _types() and owner.startswith((*words("collective"), *words("position")))


def _longest(parts: Sequence[str]) -> str | None:
    counts = range(min(5, len(parts)), 0, -1)
    return next((found for n in counts if (found := _types().get(" ".join(parts[:n])))), None)


def _after_noise(line: Line) -> str | None:
    """A title behind the noise of a stamp: "ĐẾN Ngày: 12/4.... THÔNG BÁO"."""
    noise = _NOISE.match(line.text)
    return _types().get(unaccent(line.text[noise.end() :])) if noise else None


def opens_body(line: Line) -> bool:
    """A line that opens the text itself: "Căn cứ ...", "Ngày 24/11/2025, ..."."""
    key = fold(line.text).lstrip("- ")
    shown = line.text.lstrip('- “"(')
    day_alone = key.startswith("ngày") and dated(line)
    return shown[:1].isupper() and key.startswith(_openers()) and not upper(line) and not day_alone


@cache
def _openers() -> tuple[str, ...]:
    return tuple(fold(word) + (" " if word.endswith(" ") else "") for word in words("opener"))


def from_site(line: Line) -> bool:
    """A line of the web site around the document: "Xem chi tiết tại ..."."""
    return unaccent(line.text).lstrip("#- ").startswith(words("site"))


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
    key = unaccent(line.text)
    match = _authority().match(key)
    if match is None or not upper(line):
        return None
    held = key[match.end() :]
    pointed = match["point"] or "/" in match["mark"]
    return held if pointed or held.startswith((*words("position"), *words("collective"))) else None


def position(line: Line) -> bool:
    """A line in capitals with authority or position of a signer: "PHÓ CHÁNH VĂN PHÒNG".

    Where a conversion lost the capitals the line is the bare position ("thủ tướng chính phủ").
    """
    key = unaccent(line.text)
    if authority(line) is not None:
        return True
    plain = key.removeprefix("quyen ").removeprefix("q. ").removeprefix("pho ")
    lost_case = line.text.islower() and plain in words("position")
    return lost_case or (upper(line) and len(key) < 70 and plain.startswith(words("position")))


def annex_title(line: Line) -> bool:
    """The heading of an annex: "PHỤ LỤC", "Phụ lục II", not "Phụ lục II kèm theo ..." in a sentence."""
    return _ANNEX.match(unaccent(line.text)) is not None and line.text[:1].isupper()
