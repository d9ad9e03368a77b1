"""Groups of agencies ("các sở, ban, ngành", "UBND các xã, phường"): who is meant, by place and day.

A group stays one node; its members are never stored. A narrowed group ("… liên quan") gives those who may be
meant. Ranges ("từ Hà Tĩnh đến Khánh Hòa") and groups that no table names ("các đơn vị") have no members.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from graph.text import fold
from graph.vocabulary.agencies import AgencyName, canonical_agency, head_row, written_out
from graph.vocabulary.places import province
from graph.vocabulary.registry import SOME, at, entry, kind_of_place, stands, within
from graph.vocabulary.tables import rows, several
from graph.vocabulary.tiers import NATIONAL

CENTRAL, PROVINCE = "central", "province"
_COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Group:
    """What the words of a group mean, before place and day."""

    scope: str = CENTRAL
    """Whose agencies: "central", or those of one "province"."""
    kinds: frozenset[str] = frozenset()
    head: str = ""
    """The body that each of the places has: "Ủy ban nhân dân"."""
    level: str = ""
    """Of the places: "province", "district", "commune"."""
    places: frozenset[str] = frozenset()
    named: tuple[str, ...] = ()
    """Members by name: "Các Bộ: Quốc phòng, Công an"; paths of provinces where there is a head."""


def members(name: str, jurisdiction: str | None = None, day: str | None = None) -> tuple[AgencyName, ...]:
    """The agencies in a group by canonical name, on an ISO day (on any when None), ordered by name and place.

    Only those that surely exist: no department that only some provinces have; no communes, no table has them.
    """
    group = group_of(name)
    if group is None:
        return ()
    found = chain(_of_kinds(group, jurisdiction, day), _provinces(group, day), _named(group, jurisdiction))
    return tuple(sorted(set(found), key=lambda one: (one.name, one.jurisdiction or "")))


def belongs(agency: AgencyName, group: AgencyName, day: str | None = None) -> bool:
    """Whether an agency may be meant by a group on a day; one without a place may be in any place."""
    known = group_of(group.name)
    if known is None or known.named:
        return known is not None and _among(agency, _named(known, group.jurisdiction))
    return _is_of_kind(agency, known, group, day) or _is_of_places(agency, known, group, day)


# ---- from words to a group ---------------------------------------------------------------------


@lru_cache(maxsize=4096)
def group_of(name: str) -> Group | None:
    """The group that these words are, None for one agency and for a group that no table names."""
    long = written_out(name)
    row = head_row(long)
    if entry(long) is not None:
        return None
    if (
        row is not None
        and row["level"] == "keep"
        and row["kind"]
        and (rest := _places_after(long[len(row["head"]) :]))
    ):
        return _group_of_places(row["head"], rest)
    first, colon, last = fold(long).partition(":")
    if " " not in first:
        return None  # "Sở", "Bộ" alone: the one that speaks
    words = [_MANY.sub("", part.strip()) for part in _PARTS.split(first)]
    scope = _scope(words, canonical_agency(name).tier)
    found = [row for word in words if (row := _row(word, scope)) is not None]
    if not found:
        return None
    if colon:
        return Group(scope, named=tuple(_bodies(last, found[0]["word"])))
    places = frozenset(chain.from_iterable(several(row["places"]) for row in found))
    level = "" if not places else "province" if scope == CENTRAL else "commune"
    kinds = frozenset(chain.from_iterable(several(row["kinds"]) for row in found))
    return Group(scope, kinds, _COMMITTEE if places else "", level, places)


_PARTS = re.compile(rf",|;| {fold('và')} ")
_OFFICES = ("thủ trưởng", "giám đốc", "lãnh đạo", "người đứng đầu", "đồng chí", "các", "toàn thể", "tất cả")
_MANY = re.compile(rf"^(?:(?:{'|'.join(map(fold, _OFFICES))}) |{fold('bộ trưởng các')} )+")
_OF = re.compile(rf" (?:{'|'.join(map(fold, ('thuộc', 'trực thuộc', 'của', 'ở', 'trên', 'trong')))}) .*$")
_NARROWED = ("có liên quan", "liên quan", "tỉnh", "thành phố", "trung ương", "khác")
_NARROW = re.compile(rf"(?: (?:{'|'.join(map(fold, _NARROWED))}))+$")


def _scope(words: Sequence[str], tier: int | None) -> str:
    """Ministries make a group central, departments make it a province's; else how high it stands."""
    if any(word.startswith(fold("sở")) for word in words):
        return PROVINCE
    if any(word.startswith(fold("bộ")) for word in words):
        return CENTRAL
    if tier is None:
        return CENTRAL if any(word.endswith(fold("trung ương")) for word in words) else ""
    return CENTRAL if tier <= NATIONAL else PROVINCE


def _row(word: str, scope: str) -> Mapping[str, str] | None:
    table = _words()
    return table.get((word, scope)) or table.get((_NARROW.sub("", _OF.sub("", word)), scope))


@cache
def _words() -> Mapping[tuple[str, str], Mapping[str, str]]:
    return {(fold(row["word"]), row["scope"]): row for row in rows("agency_groups")}


def _bodies(listed: str, word: str) -> Iterator[str]:
    """ "quốc phòng, văn hóa, thể thao và du lịch" after "các bộ": names may hold the signs of the list."""
    parts = [part.strip(" .") for part in _PARTS.split(listed)]
    start = 0
    while start < len(parts):
        for end in range(min(len(parts), start + 4), start, -1):
            found = canonical_agency(f"{word} {' '.join(parts[start:end])}")
            if entry(found.name) is not None:
                yield found.name
                start = end - 1
                break
        start += 1


def _places_after(rest: str) -> str:
    """What follows a body where it is that of several places: "các xã, phường", "cấp xã"."""
    rest = fold(rest)
    many = rest.startswith((fold("các "), fold("cấp "))) or "," in rest
    return rest.removeprefix(fold("các ")) if many else ""


def _group_of_places(head: str, rest: str) -> Group | None:
    words, colon, last = rest.partition(":")
    if re.search(rf" {fold('từ')} ", words):
        return None
    found = [row for part in _PARTS.split(words) if (row := _place_row(part.strip())) is not None]
    level = next((row["level"] for row in found if row["level"]), "")
    if not level:
        return None
    places = frozenset(chain.from_iterable(several(row["places"]) for row in found))
    named = tuple(path for part in _PARTS.split(last) if (path := province(part.strip(" ."))))
    return (
        None if colon and not named else Group(PROVINCE, head=head, level=level, places=places, named=named)
    )


def _place_row(words: str) -> Mapping[str, str] | None:
    """ "đặc khu" of "đặc khu Cồn Cỏ", "thành phố" of "thành phố trực thuộc Trung ương"."""
    for row in rows("place_groups"):
        if f"{words} ".startswith(f"{fold(row['words'])} "):
            return row
    return None


# ---- from a group to its members ---------------------------------------------------------------


def _of_kinds(group: Group, jurisdiction: str | None, day: str | None) -> Iterator[AgencyName]:
    local = group.scope == PROVINCE
    if local and (jurisdiction is None or "/" in jurisdiction):
        return
    for name in _names(kind_of_place(jurisdiction or "")) if local else _national():
        known = entry(name)
        if known is None or known.kind not in group.kinds or not stands(name, day) or SOME in known.where:
            continue
        if not known.where or jurisdiction in known.where:
            yield at(name, jurisdiction)


@cache
def _national() -> tuple[str, ...]:
    return tuple(row["name"] for row in rows("agencies") if int(row["tier"]) <= NATIONAL)


@cache
def _names(level: str) -> tuple[str, ...]:
    """Every agency that a province has: its departments by name, the others by head and level."""
    heads = (row for row in rows("agency_heads") if row["tier"] in ("4", "5") and row["level"] == "keep")
    bodies = (f"{row['stands_for'] or row['head']} {level}" for row in heads if row["kind"])
    return (*(row["name"] for row in rows("agencies") if int(row["tier"]) > NATIONAL), *bodies)


def _provinces(group: Group, day: str | None) -> Iterator[AgencyName]:
    if group.level == "province" and not group.named:
        for row in rows("provinces"):
            if day is None or within(day, row["valid_from"], row["valid_to"]):
                yield at(f"{group.head} {kind_of_place(row['name'])}", row["name"])


def _named(group: Group, jurisdiction: str | None) -> Iterator[AgencyName]:
    for name in group.named:
        yield at(f"{group.head} {kind_of_place(name)}", name) if group.head else at(name, jurisdiction)


# ---- from an agency to whether it is one of them -----------------------------------------------


def _among(agency: AgencyName, named: Iterator[AgencyName]) -> bool:
    return any(agency.name == one.name and agency.jurisdiction in (None, one.jurisdiction) for one in named)


def _is_of_kind(agency: AgencyName, known: Group, group: AgencyName, day: str | None) -> bool:
    own = entry(agency.name)
    if own is None or own.kind not in known.kinds or not stands(agency.name, day):
        return False
    national = agency.tier is not None and agency.tier <= NATIONAL
    if national or known.scope == CENTRAL:
        return national and known.scope == CENTRAL
    place = agency.jurisdiction
    if place is None:
        return True
    return place == group.jurisdiction and (not own.where or SOME in own.where or place in own.where)


def _is_of_places(agency: AgencyName, known: Group, group: AgencyName, day: str | None) -> bool:
    kind = agency.name.removeprefix(f"{known.head} ")
    if not known.head or kind == agency.name or kind not in known.places:
        return False
    place = agency.jurisdiction
    if place is None or (known.level == "province") != ("/" not in place):
        return place is None and known.level in ("province", "commune")
    if known.level == "province":
        spans = [row for row in rows("provinces") if row["name"] == place]
    else:
        if group.jurisdiction is None or not place.startswith(f"{group.jurisdiction}/"):
            return False
        districts = known.level == "district"
        spans = [row for row in rows("ended_levels") if districts and row["kind"] == kind]
    if day is None or not spans:
        return True
    return any(within(day, row.get("valid_from", ""), row["valid_to"]) for row in spans)
