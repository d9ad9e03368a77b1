"""What the registry says of an agency (cơ quan): its kind, what it is part of, the days on which it stands.

Names are those that `canonical_agency` gives. Bodies that every province or commune has are one row of
agency_heads.csv; the national ones and the departments (sở) have a row each in agencies.csv.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.days import last_day
from graph.text import fold
from graph.vocabulary.agencies import AgencyName, canonical_agency, head_row
from graph.vocabulary.tables import rows, several
from graph.vocabulary.tiers import COMMUNE, NATIONAL

SOME = "some"
"""Only some provinces have this department; which ones is not known."""

_LEVELS = ("tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận")
_REST, _KIND = "*", "%"
"""In the name of a parent: the words after the head; the kind of the province."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the registry. Days are ISO, cut where the month or the day is not known, empty where open."""

    kind: str
    """"ministry", "department", "committee", "position" …"""
    parent: str
    valid_from: str
    valid_to: str
    goes_on: bool
    """Whether the body of a merged province goes on as the same body of the new one."""
    where: tuple[str, ...]
    """Provinces that have it, ("some",), or empty for all."""
    basis: str | None
    """Legal ground of what it is part of."""
    rest: str
    """What follows the head: "tỉnh" of "Ủy ban nhân dân tỉnh"."""


@dataclass(frozen=True, slots=True)
class Parent:
    """The body that an agency is part of, and the legal ground where it is known."""

    agency: AgencyName
    basis: str | None


@lru_cache(maxsize=8192)
def entry(name: str) -> Entry | None:
    """What is known of an agency by its canonical name; None for groups and for what no table names."""
    row, head = _rows().get(fold(name)), head_row(name) or {}
    if row is None and not head.get("kind"):
        return None
    rest = name[len(head.get("head", "")) :].strip()
    if row is None:
        return _entry({**head, "valid_from": "", "valid_to": ""}, rest) if _fits(head, rest) else None
    own = {key: row.get(key) or head.get(key, "") for key in ("kind", "parent", "goes_on", "basis")}
    return _entry({**row, **own, "basis": own["basis"] if not row["valid_to"] else row["basis"]}, rest)


def _fits(head: Mapping[str, str], rest: str) -> bool:
    """Whether a head and what follows it are one body: no "Ủy ban nhân dân các xã", no "Bộ trưởng các Bộ"."""
    if head["level"] == "keep":
        return rest in ("", *_LEVELS)
    if not rest:
        return _REST not in head["parent"]
    return _REST in head["parent"] and entry(head["parent"].replace(_REST, rest)) is not None


def _entry(row: Mapping[str, str], rest: str) -> Entry:
    return Entry(
        kind=row["kind"],
        parent=row["parent"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        goes_on=row["goes_on"] == "yes",
        where=several(row["where"]),
        basis=row["basis"] or None,
        rest=rest,
    )


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {fold(row["name"]): row for row in rows("agencies")}


@cache
def known_names() -> tuple[str, ...]:
    """Every name of the registry: national agencies, departments, and the bodies of each level of places."""
    own = (row["name"] for row in rows("agencies"))
    heads = [row["stands_for"] or row["head"] for row in rows("agency_heads") if row["kind"]]
    local = (f"{head} {level}".rstrip() for head in heads for level in ("", *_LEVELS))
    return tuple(dict.fromkeys((*own, *(name for name in local if entry(name) is not None))))


def stands(name: str, day: str | None) -> bool:
    """Whether an agency of this name exists on a day; what the registry does not know is taken to exist."""
    known = entry(name)
    return known is None or day is None or within(day, known.valid_from, known.valid_to)


def within(day: str, first: str, last: str) -> bool:
    """Whether a day lies between two days, either of which may be open or cut ("2025-02")."""
    return first <= day <= last_day(last)


def at(name: str, jurisdiction: str | None) -> AgencyName:
    """An agency of the registry in a place; a national one has none."""
    tier = canonical_agency(name).tier
    if tier is not None and tier <= NATIONAL:
        return AgencyName(name, None, tier)
    return AgencyName(name, jurisdiction, COMMUNE if jurisdiction and "/" in jurisdiction else tier)


def parent(agency: AgencyName) -> Parent | None:
    """What an agency is part of, None where the registry does not say, or not of which place."""
    known = entry(agency.name)
    if known is None or not known.parent or (_REST in known.parent and not known.rest):
        return None
    if _KIND in known.parent and (not agency.jurisdiction or "/" in agency.jurisdiction):
        return None
    name = known.parent.replace(_REST, known.rest).replace(_KIND, kind_of_place(agency.jurisdiction or ""))
    above, whole = at(name, agency.jurisdiction), entry(name)
    national = above.tier is not None and above.tier <= NATIONAL
    if whole is None or (national and agency.tier == COMMUNE):
        return None  # a body of a commune answers to the province's, which no table names
    if not national and (not agency.jurisdiction or whole.rest in set(_LEVELS) - {_level(agency)}):
        return None
    return Parent(above, known.basis)


def kind_of_place(path: str) -> str:
    """ "phường" of "tỉnh Lạng Sơn/phường Tam Thanh"; empty for no place."""
    last = path.rpartition("/")[2]
    return next((level for level in _LEVELS if last.startswith(f"{level} ")), "")


def _level(agency: AgencyName) -> str:
    return kind_of_place(agency.jurisdiction or "")
