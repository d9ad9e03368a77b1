"""Agencies (cơ quan, tổ chức, chức danh) by one name: "Sở KH&CN", "SKHCN" are Sở Khoa học và Công nghệ.

UBND, its chairman and its office stay three. Where the place ends the name it is told apart, since there is
a Sở Tư pháp in every province; a level stays ("Ủy ban nhân dân tỉnh").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.text import collapse, fold
from graph.vocabulary.codes import organ_row
from graph.vocabulary.places import NamedPlace, find_place
from graph.vocabulary.tables import rows, several
from graph.vocabulary.tiers import COMMUNE, DEPARTMENT, NATIONAL, PROVINCE

_BELOW_PROVINCE = frozenset({"xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận"})
_NATIONAL = tuple(str(tier) for tier in range(1, NATIONAL + 1))


@dataclass(frozen=True, slots=True)
class AgencyName:
    """The one name of an agency, the place it is of, and how high it stands (1 Party centre … 6 commune)."""

    name: str
    jurisdiction: str | None = None
    """A path; a commune alone ("xã Đồng Đăng") where the province is not said."""
    tier: int | None = None


@lru_cache(maxsize=8192)
def canonical_agency(printed: str) -> AgencyName:
    """The agency that is meant by printed words; an unknown one keeps its words, written out."""
    words = _BRACKET_AT_END.sub("", collapse(printed)).strip(" .,;:") or collapse(printed)
    whole = _registered(written_out(words)) or _before_second_office(words)
    if whole is not None:
        return whole
    place = find_place(words)
    if place is None or not place.before or place.after or _LIST_OF_PLACES.search(fold(place.before)):
        alone = place is not None and place.complete and not place.before and not place.after
        return _without_place(written_out(words), place.path if place is not None and alone else None)
    return _of_place(words, place)


# "Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công tỉnh)": who acts within it
_BRACKET_AT_END = re.compile(r"(?<=\S)\s?\([^()]{0,200}\)\s?\Z")
# "các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa", "các xã, phường, đặc khu Cồn Cỏ"
_SEVERAL = "|".join(fold(f"các {kind}") for kind in ("tỉnh", "thành phố", "huyện", "xã", "phường"))
_LIST_OF_PLACES = re.compile(rf":|\b{fold('từ')}\b|{_SEVERAL}")


def _before_second_office(words: str) -> AgencyName | None:
    """ "Bộ Tài chính - Cơ quan Thường trực Ban Chỉ đạo 751" is the ministry."""
    first, dash, _ = words.partition(" - ")
    return _registered(written_out(first)) if dash else None


def _of_place(words: str, place: NamedPlace) -> AgencyName:
    """An agency whose name ends with its place."""
    head = written_out(place.before)
    registered = _registered(head)
    if registered is not None:
        return AgencyName(registered.name, place.path, registered.tier)
    row = head_row(head)
    local_office = row is not None and row["level"] == "keep"  # Cục Thống kê tỉnh Lào Cai
    if not place.kind and (row is None or row["tier"] in _NATIONAL):
        # the name of a person (Phó Thủ tướng … Hòa Bình), or a place inside a name (Đại học Quốc gia Hà Nội)
        national = row is not None
        path = None if national or not place.complete else place.path
        return AgencyName(_sentence_case(written_out(words)), path, _tier(row) if row else None)
    tier = COMMUNE if "/" in place.path or place.kind in _BELOW_PROVINCE else PROVINCE
    if row is not None and not (local_office and (tier == COMMUNE or row["tier"] in _NATIONAL)):
        tier = _tier(row) or tier
    level = "" if row is not None and not local_office else f" {place.kind}".rstrip()
    return AgencyName(_sentence_case(head) + level, place.path, tier)


def _without_place(name: str, jurisdiction: str | None) -> AgencyName:
    """An agency without a place at its end: head and level of its name say how high it stands."""
    row = head_row(name)
    levels = fold(name[len(row["head"]) if row else 0 :]).replace(",", " ").split()
    if row is None or (row["level"] == "keep" and row["tier"] in _NATIONAL):
        tier = _TIER_OF_LEVEL.get(levels[-1]) if levels else None
        tier = tier or (_tier(row) if row else None)
    elif row["level"] == "keep" and not _FOLDED_BELOW.isdisjoint(levels):
        tier = COMMUNE  # Ủy ban nhân dân các huyện, thị xã, thành phố
    else:
        tier = _tier(row)
    return AgencyName(_sentence_case(name), jurisdiction, tier)


_FOLDED_BELOW = frozenset(fold(kind).rpartition(" ")[2] for kind in _BELOW_PROVINCE)
_TIER_OF_LEVEL = {fold(word): PROVINCE for word in ("tỉnh", "phố")} | dict.fromkeys(_FOLDED_BELOW, COMMUNE)
"""Hội Nông dân tỉnh, Bảo hiểm xã hội Thành phố: the last word of a name whose head is not known."""


def written_out(printed: str) -> str:
    """The words with their abbreviations written out: "VP. UBND tỉnh" -> "Văn phòng Ủy ban nhân dân tỉnh"."""
    words = collapse(printed)
    return _abbreviation().sub(_long, words).replace(" & ", " và ")


def _long(found: re.Match[str]) -> str:
    blank = " " if found.string[found.end() : found.end() + 1].isalnum() else ""  # VP.UBND
    return _abbreviations()[_short_key(found["short"])] + blank


@cache
def _abbreviations() -> Mapping[str, str]:
    return {_short_key(row["short"]): row["long"] for row in rows("abbreviations")}


def _short_key(short: str) -> str:
    """ "GD và ĐT", "GD-ĐT" are GD&ĐT; "VH, TT&DL" is VH,TT&DL."""
    return re.sub(r" và | ?[-–&] ?", "&", short).replace(", ", ",")


@cache
def _abbreviation() -> re.Pattern[str]:
    """Any abbreviation as a word of its own, with the dot that may end it (VP. UBND)."""
    longest_first = sorted((row["short"] for row in rows("abbreviations")), key=len, reverse=True)
    forms = (_JOINED.sub(_joint, re.escape(short)) for short in longest_first)
    return re.compile(rf"(?<![\w&])(?P<short>{'|'.join(forms)})(?![\w&])\.?")


_JOINED = re.compile(r"\\?&|\\-|,")


def _joint(sign: re.Match[str]) -> str:
    return ", ?" if sign.group() == "," else "(?: và | ?[-–&] ?)"


@cache
def registered() -> Mapping[str, AgencyName]:
    """Every agency of the registry by the keys of its names, aliases and codes."""
    found: dict[str, AgencyName] = {}
    for row in rows("agencies"):
        agency = AgencyName(row["name"], tier=int(row["tier"]))
        for name in (row["name"], *several(row["aliases"])):
            found.setdefault(_key(name), agency)
    return found


def _key(name: str) -> str:
    """Without what joins words: "Sở Văn hóa - Thể thao và Du lịch" is "Sở Văn hóa, Thể thao và Du lịch"."""
    return " ".join(word for word in fold(_JOINT.sub(" ", name)).split(" ") if word != _AND)


_JOINT, _AND = re.compile(r"[-–,]"), fold("và")


def _registered(name: str) -> AgencyName | None:
    """The agency of the registry with this name or code; a department also as "Sở Tài chính tỉnh"."""
    key = _key(name)
    known = registered().get(key)
    if known is None and (level := _LEVEL_OF_DEPARTMENT.search(key)):
        known = registered().get(key[: level.start()])
        return known if known is not None and known.tier == DEPARTMENT else None
    if known is not None or not name.isupper() or " " in name:
        return known
    row = organ_row(name)  # a code stands for its organ: SKHCN
    return AgencyName(row["name"], tier=_tier(row)) if row and row["name"] else None


_LEVEL_OF_DEPARTMENT = re.compile(f" (?:{fold('tỉnh')}|{fold('thành phố')})$")


@cache
def _heads() -> Mapping[str, Mapping[str, str]]:
    return {fold(row["head"]): row for row in rows("agency_heads")}


def head_row(name: str) -> Mapping[str, str] | None:
    """The row of the longest head that the name begins with."""
    syllables = re.sub(r"[,:;]", "", fold(name)).split(" ")
    for length in range(min(len(syllables), 16), 0, -1):
        row = _heads().get(" ".join(syllables[:length]))
        if row is not None:
            return row
    return None


def _tier(row: Mapping[str, str]) -> int | None:
    return int(row["tier"]) if row["tier"] else None


_LEVEL_AT_END = re.compile(r" (Tỉnh|Thành phố|Xã|Phường)$")


def _sentence_case(name: str) -> str:
    """A name in capitals as in running text; the head as the table writes it; a level small at the end.

    A head that stands for a longer one gives way to it: "Ủy ban MTTQ tỉnh".
    """
    row = head_row(name)
    if row is not None and fold(name[: len(row["head"])]) == fold(row["head"]):
        rest = name[len(row["head"]) :]
        name = (row["stands_for"] or row["head"]) + (rest.lower() if name.isupper() else rest)
    elif name.isupper() and " " in name:
        name = name.capitalize()
    return _LEVEL_AT_END.sub(lambda level: level.group().lower(), name)
