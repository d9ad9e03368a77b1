"""Laws cited by name: "Luật Đất đai năm 2024", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025".

Known names come from law_names.csv, so that "Luật Phòng, chống thiên tai, Luật Đê điều" parts rightly; an
unknown name runs to the first word that no title holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from graph.text import collapse, unaccent
from graph.vocabulary.tables import rows, several
from loaders.agencies.issuers import UPPER
from loaders.text.patterns import alternatives, loose
from loaders.text.phrases import phrase_groups
from loaders.text.scanned import spellings

TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
"""Types that are cited by their names."""

_END = rf"{alternatives(phrase_groups('citation_words.toml')['after_law_name'])}(?!\w)"
_NO_NAME = r"(?:Các|Về|Theo|Của|Khi)(?!\w)"
# "Luật Đất đai": the first word of the name is a capital, the others need not be
_UNKNOWN = loose(
    rf"(?!{_END}|{_NO_NAME})[{UPPER}][^\W\d_]*(?: (?!{_END}|Luật(?!\w)|Nghị |Bộ luật)[^\W\d_]+){{0,11}}"
)
# names whose first verb has more objects: "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ"
_LOWER = r"[^\W\d_A-Z]+"
_COMMAS = loose(
    rf"(?:Quản lý|Phòng|Bảo vệ|Sử dụng|Thực hành), (?!{_END}){_LOWER}"
    rf"(?:,? (?!{_END}|Luật(?!\w)){_LOWER}){{1,12}}"
    rf"(?: và (?!các(?!\w)|{_END}){_LOWER} {_LOWER}(?: (?!{_END}){_LOWER}){{0,2}})?"
)
_CHANGE = rf"(?i:{alternatives(spellings('sửa đổi'))}(?:,? {alternatives(spellings('bổ sung'))})?)"
# an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "Luật sửa đổi 15 luật …"
_AMENDING = loose(
    rf"{_CHANGE} (?:(?:(?:một số )?(?:điều|nội dung)(?: và [Pp]hụ lục [^.;:()]{{2,60}}?)?(?: của)?|"
    r"\d{1,2} luật) (?:các )?(?:Luật )?|Luật )"
)
# … of two laws: "một số điều của Luật Phòng, chống thiên tai và Luật Đê điều ngày 17 tháng 6 năm 2020"
_ANOTHER = loose(r"(?:,| và|, và) (?:Luật|Bộ luật|Pháp lệnh) ")
_OF_ITS_OWN = loose(r",? (?:ngày|số|năm) \d")
_MOST = 16
"""Laws that one law amends by name."""
_TOGETHER = loose(
    rf"{alternatives(phrase_groups('citation_words.toml')['amended_together'])}(?!\w)", re.IGNORECASE
)
# "… một số điều của 15 Luật trong lĩnh vực nông nghiệp và môi trường", "… các luật về đầu tư"
_MANY = loose(
    r"(?:\d{1,2} )?[Ll]uật (?:trong lĩnh vực|về|có liên quan đến) [^\W\d_]+"
    r"(?: (?!được |đã |quy định |và |ngày |năm |số )[^\W\d_]+){1,3}(?: và [^\W\d_]+ [^\W\d_]+)?"
)
# a lawyer, a school of law, "luật Việt Nam": no law of its own
_NOT_LAWS = loose(r"(?:sư|gia|học|pháp|lệ|khoa|thi|chơi|Việt Nam|Hà Nội)(?!\w)", re.IGNORECASE)


def _names() -> Iterator[str]:
    return (name for row in rows("law_names") for name in several(row["names"]))


@cache
def _known() -> re.Pattern[str]:
    return loose(rf"{alternatives(_names())}(?!\w)", re.IGNORECASE)


@cache
def _unaccented() -> re.Pattern[str]:
    return loose(rf"{alternatives(map(unaccent, _names()))}(?!\w)")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_first_word(name, 0) for name in _names())


_WORD = re.compile(r"[\w\u0300-\u036f]+")
_bare = lru_cache(maxsize=1024)(unaccent)


def _first_word(text: str, position: int) -> str:
    word = _WORD.match(text, position, position + _LONGEST)
    return _bare(word[0]) if word else ""


_LONGEST = 140


def known_end(text: str, position: int) -> int | None:
    """Where a known name ends, also one whose marks a scanner has changed ("Tô tụng hành chính")."""
    known = _known().match(text, position)
    if known is None and text[position : position + 1].isupper():
        if _first_word(text, position) not in _first_words():
            return None
        scanned = _unaccented().match(unaccent(text[position : position + _LONGEST]))
        return position + scanned.end() if scanned else None
    if known and (text[position].isupper() or " " in collapse(known.group())):
        return known.end()
    return None


def name_end(text: str, position: int) -> int | None:
    """Where the name of a law that begins here ends; None if this is no name."""
    amending = _AMENDING.match(text, position)
    if amending:
        whole = _MANY.match(text, amending.end()) or _TOGETHER.match(text, amending.end())
        return whole.end() if whole else _amended(text, amending.end())
    return _own_name(text, position)


def _own_name(text: str, position: int) -> int | None:
    """Where the name of a law ends that amends no other."""
    if end := known_end(text, position):
        return end
    if _NOT_LAWS.match(text, position):
        return None
    unknown = _COMMAS.match(text, position) or _UNKNOWN.match(text, position)
    return unknown.end() if unknown else None


def _amended(text: str, position: int) -> int | None:
    """Where the title ends of a law that amends those named from here on.

    Several laws are one title if it has a day or year of its own; a law still to be passed has none, and is
    no document yet.
    """
    end = first = _own_name(text, position)
    for _ in range(_MOST):
        another = _ANOTHER.match(text, end) if end else None
        following = _own_name(text, another.end()) if another else None
        if following is None:
            break
        end = following
    if end == first or end is None:
        return first
    its_own = _OF_ITS_OWN.match(text, end)
    return None if its_own is None else first if " số " in its_own.group().replace("\n", " ") else end
