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

TYPES = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
"""Types that are cited by their names."""

_END = rf"{alternatives(phrase_groups('citation_words.toml')['after_law_name'])}(?!\w)"
# "Luật Đất đai": the first word of the name is a capital, the others need not be
_UNKNOWN = loose(rf"(?!{_END})[{UPPER}][^\W\d_]*(?: (?!{_END}|Luật(?!\w)|Nghị |Bộ luật)[^\W\d_]+){{0,11}}")
# names whose first verb has more objects: "Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ"
_LOWER = r"[^\W\d_A-Z]+"
_COMMAS = loose(
    rf"(?:Quản lý|Phòng|Bảo vệ|Sử dụng|Thực hành), (?!{_END}){_LOWER}"
    rf"(?:,? (?!{_END}|Luật(?!\w)){_LOWER}){{1,12}}"
    rf"(?: và (?!các(?!\w)|{_END}){_LOWER} {_LOWER}(?: (?!{_END}){_LOWER}){{0,2}})?"
)
# an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "Luật sửa đổi 15 luật …"
_AMENDING = loose(
    r"[Ss]ửa đổi(?:, bổ sung)? (?:(?:một số )?(?:điều|nội dung)(?: và [Pp]hụ lục [^.;:()]{2,60}?)?(?: của)?|"
    r"\d{1,2} luật) (?:các )?(?:Luật )?"
)
# "… một số điều của 15 Luật trong lĩnh vực nông nghiệp và môi trường", "… các luật về đầu tư"
_MANY = loose(
    r"(?:\d{1,2} )?[Ll]uật (?:trong lĩnh vực|về|có liên quan đến) [^\W\d_]+"
    r"(?: (?!được |đã |quy định |và )[^\W\d_]+){1,3}(?: và [^\W\d_]+ [^\W\d_]+)?"
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
    if end := known_end(text, position):
        return end
    amending = _AMENDING.match(text, position)
    if amending:
        many = _MANY.match(text, amending.end())
        return many.end() if many else name_end(text, amending.end())
    if _NOT_LAWS.match(text, position):
        return None
    unknown = _COMMAS.match(text, position) or _UNKNOWN.match(text, position)
    return unknown.end() if unknown else None
