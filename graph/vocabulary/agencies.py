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
from graph.vocabulary.places import find_place
from graph.vocabulary.tables import rows, several

COMMUNE = 6
"""Also of districts, which stood above communes until 30/6/2025."""
_BELOW_PROVINCE = frozenset({"xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận"})


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
    words = collapse(printed).strip(" .,;:")
    whole = _registered(written_out(words))
    if whole is not None:
        return whole
    place = find_place(words)
    if place is None or not place.before or place.after:
        return _known_or_new(written_out(words), place.path if place and place.complete else None)
    head = written_out(place.before)
    registered = _registered(head)
    if registered is not None:
        return AgencyName(registered.name, place.path, registered.tier)
    row = _head_row(head)
    if row is None:
        return AgencyName(_sentence_case(written_out(words)), place.path if place.complete else None)
    level = f" {place.kind}" if row["level"] == "keep" and place.kind else ""
    below = row["level"] == "keep" and ("/" in place.path or place.kind in _BELOW_PROVINCE)
    return AgencyName(_sentence_case(head) + level, place.path, COMMUNE if below else _tier(row))


def written_out(printed: str) -> str:
    """The words with their abbreviations written out: "VP. UBND tỉnh" -> "Văn phòng Ủy ban nhân dân tỉnh"."""
    words = _abbreviation().sub(lambda found: _abbreviations()[found["short"]], collapse(printed))
    return words.replace(" & ", " và ")


@cache
def _abbreviations() -> Mapping[str, str]:
    return {row["short"]: row["long"] for row in rows("abbreviations")}


@cache
def _abbreviation() -> re.Pattern[str]:
    """Any abbreviation as a word of its own, with the dot that may end it (VP. UBND)."""
    longest_first = sorted(_abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?P<short>{'|'.join(map(re.escape, longest_first))})(?![\w&])\.?")


@cache
def _registry() -> Mapping[str, AgencyName]:
    found: dict[str, AgencyName] = {}
    for row in rows("agencies"):
        agency = AgencyName(row["name"], tier=int(row["tier"]))
        for name in (row["name"], *several(row["aliases"])):
            found.setdefault(_key(name), agency)
    return found


def _key(name: str) -> str:
    """ "Bộ Lao động-Thương binh" is "Bộ Lao động - Thương binh"."""
    return fold(re.sub(r"\s?[-–]\s?", " - ", name))


def _registered(name: str) -> AgencyName | None:
    """The agency of the registry with this name or code."""
    known = _registry().get(_key(name))
    if known is not None or not name.isupper() or " " in name:
        return known
    row = organ_row(name)  # a code stands for its organ: SKHCN
    return AgencyName(row["name"], tier=_tier(row)) if row and row["name"] else None


def _known_or_new(name: str, jurisdiction: str | None) -> AgencyName:
    """An agency without a place at its end: the head of its name says how high it stands."""
    row = _head_row(name)
    if row is None:
        return AgencyName(_sentence_case(name), jurisdiction)
    # "Ủy ban nhân dân các huyện, thị xã, thành phố"
    levels = set(fold(name[len(row["head"]) :]).replace(",", " ").split())
    below = row["level"] == "keep" and not levels.isdisjoint(_FOLDED_BELOW)
    return AgencyName(_sentence_case(name), jurisdiction, COMMUNE if below else _tier(row))


_FOLDED_BELOW = frozenset(fold(kind).rpartition(" ")[2] for kind in _BELOW_PROVINCE)


@cache
def _heads() -> Mapping[str, Mapping[str, str]]:
    return {fold(row["head"]): row for row in rows("agency_heads")}


def _head_row(name: str) -> Mapping[str, str] | None:
    """The row of the longest head that the name begins with."""
    syllables = fold(name).replace(",", "").split(" ")
    for length in range(min(len(syllables), 7), 0, -1):
        row = _heads().get(" ".join(syllables[:length]))
        if row is not None:
            return row
    return None


def _tier(row: Mapping[str, str]) -> int | None:
    return int(row["tier"]) if row["tier"] else None


_LEVEL_AT_END = re.compile(r" (Tỉnh|Thành phố|Xã|Phường)$")


def _sentence_case(name: str) -> str:
    """A name in capitals as in running text; the head as the table writes it; a level small at the end."""
    row = _head_row(name)
    if row is not None and fold(name[: len(row["head"])]) == fold(row["head"]):
        rest = name[len(row["head"]) :]
        name = row["head"] + (rest.lower() if name.isupper() else rest)
    elif name.isupper() and " " in name:
        name = name.capitalize()
    return _LEVEL_AT_END.sub(lambda level: level.group().lower(), name)
