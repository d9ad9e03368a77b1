"""Agency names in sentence case: "UBND TỈNH LÀO CAI" is "Ủy ban nhân dân tỉnh Lào Cai"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.text import fold, unaccent
from graph.vocabulary.agencies import canonical_agency, written_out
from graph.vocabulary.tables import rows
from loaders.text.words import entries

_CITY = re.compile(r"\bTP\b\.?\s*")
_UNITS = re.compile(
    r"\b(tỉnh|thành phố|thị xã|thị trấn|xã|phường|đặc khu|huyện|quận)((?: [^\W\d_]+(?: - [^\W\d_]+)?){1,5})"
)
"""A unit of administration and the words after it, which are its name in a name of an agency."""
_COMMITTEE = re.compile(r"\b((?:[Tt]ỉnh|[Tt]hành|[Hh]uyện) ủy)((?: [^\W\d_]+){1,3})$")
"""A Party committee and the name of its place: Tỉnh ủy Lạng Sơn."""
_FIELDS = re.compile(
    r"^(Bộ|Sở|Phòng|Cục|Tổng cục|Vụ|Chi cục|Ban|Viện|Trường|Trung tâm|Hội|Công ty|Thanh tra)\b (.+)$"
)
"""First word of an agency whose field of work follows with capitals: Bộ Nông nghiệp và Môi trường."""
_SCHOOL = re.compile(
    r"\b(thpt|thcs|trung học phổ thông|trung học cơ sở|tiểu học|mầm non)((?: [^\W\d_]+){1,5})$", re.IGNORECASE
)
_NOT_NAMED = (
    "nhân dân",
    "chỉ đạo",
    "quản lý",
    "chấp hành",
    "thường vụ",
    "của",
    "đại diện",
    "thường trực",
    "chỉ huy",
)
"""What may follow "Ban" and is no field of work."""


@cache
def _proper() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for every phrase with its own spelling, the longest first, and the spellings."""
    names = [name for entry in entries("proper_name") for name in entry["words"]]
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    pattern = "|".join(re.escape(name) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), {name.lower(): name for name in names}


@lru_cache(maxsize=1024)
def sentence_case(name: str) -> str:
    """A name that is printed in capitals, with capitals only where the language has them."""
    lower = _CITY.sub("thành phố ", written_out(name)).lower().replace("uỷ", "ủy")
    shown = lower[:1].upper() + lower[1:]
    shown = _FIELDS.sub(_with_field, shown)
    shown = _SCHOOL.sub(lambda m: f"{m[1]}{_titled(m[2])}", shown)
    shown = _COMMITTEE.sub(lambda m: f"{m[1]}{_titled(m[2])}", shown)
    shown = _UNITS.sub(lambda m: f"{m[1]}{_titled(m[2])}", shown)
    pattern, spelled = _proper()
    shown = pattern.sub(lambda m: spelled[m.group().lower()], shown)
    shown = shown[:1].upper() + shown[1:]
    if (legible := _without_marks().get(unaccent(shown))) is not None:
        return legible
    known = canonical_agency(shown).name
    return known if fold(known) == fold(shown) else shown


@cache
def _without_marks() -> dict[str, str]:
    """Known names by their key: scans lose marks of capitals ("CỤC HÓA CHÁT")."""
    return {unaccent(row["name"]): row["name"] for row in rows("agencies")}


def _with_field(match: re.Match[str]) -> str:
    """Capitals for the field and for each part after "và" and a comma."""
    head, field = match.groups()
    if field.startswith(_NOT_NAMED):
        return match.group()
    parts = re.split(r"( và |, )", field)
    return f"{head} " + "".join(
        part[:1].upper() + part[1:] if i % 2 == 0 else part for i, part in enumerate(parts)
    )


def _titled(words: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: m.group()[:1].upper() + m.group()[1:], words)
