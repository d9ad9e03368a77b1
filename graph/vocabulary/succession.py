"""Who followed an agency that ended: the ministries of 01/3/2025, the provinces and districts of 01/7/2025.

Three tables tell: agency_succession.csv by name, provinces.csv by place, ended_levels.csv for districts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from graph.vocabulary.agencies import AgencyName
from graph.vocabulary.registry import at, entry, kind_of_place
from graph.vocabulary.tables import rows

WHOLE, MOST, PART = "whole", "most", "part"


@dataclass(frozen=True, slots=True)
class Step:
    """What followed, from which day (ISO, cut where not known) and by which document."""

    agency: AgencyName | None
    """None where no single body followed: `holder` then says in words who holds the duties."""
    effective: str
    basis: str | None
    share: str = WHOLE
    function: str | None = None
    """The field of a part: "báo chí, xuất bản"."""
    holder: str | None = None


def successor(name: str, jurisdiction: str | None = None, day: str | None = None) -> tuple[Step, ...]:
    """The chain from an agency to who holds its duties on a day (at the end of what is known when None).

    Empty for one that goes on. Of several that followed, the chain goes on with the one of the main share.
    """
    chain: list[Step] = []
    agency: AgencyName | None = at(name, jurisdiction)
    while agency is not None:
        step = next((step for step in followers(agency) if step.share != PART), None)
        if step is None or (day is not None and day < step.effective):
            break
        chain.append(step)
        agency = step.agency
    return tuple(chain)


def followers(agency: AgencyName) -> tuple[Step, ...]:
    """All that followed at once, the main share first; what happened first where name and place ended."""
    steps = [*_by_name(agency), *_by_place(agency), *_by_level(agency)]
    first = min((step.effective for step in steps), default="")
    rank = (WHOLE, MOST, PART).index
    return tuple(sorted((s for s in steps if s.effective == first), key=lambda step: rank(step.share)))


def predecessors(agency: AgencyName) -> tuple[tuple[AgencyName, Step], ...]:
    """Agencies whose next step is this one, with that step."""
    before = dict.fromkeys((*_names_before(agency), *_places_before(agency)))
    return tuple(
        (one, step) for one in before for step in followers(one) if step.agency == agency and one != agency
    )


# ---- by name -----------------------------------------------------------------------------------


def _by_name(agency: AgencyName) -> Iterator[Step]:
    office, body = _office(agency.name)
    for row in _rows_by("agency_succession", "predecessor").get(body, ()):
        yield Step(
            agency=at(office + row["successor"], agency.jurisdiction),
            effective=row["effective"],
            basis=row["basis"] or None,
            share=row["share"],
            function=row["function"] or None,
        )


def _names_before(agency: AgencyName) -> Iterator[AgencyName]:
    office, body = _office(agency.name)
    for row in _rows_by("agency_succession", "successor").get(body, ()):
        yield at(office + row["predecessor"], agency.jurisdiction)


def _office(name: str) -> tuple[str, str]:
    """ "Giám đốc " and "Sở Tài chính": who heads a body follows it."""
    known = entry(name)
    if known is None or known.kind != "position" or "*" not in known.parent:
        return "", name
    body = known.parent.replace("*", known.rest)
    return (name[: -len(body)], body) if name.endswith(body) else ("", name)


@cache
def _rows_by(table: str, column: str) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in rows(table):
        found[row[column]] = (*found.get(row[column], ()), row)
    return found


# ---- by place ----------------------------------------------------------------------------------


def _by_place(agency: AgencyName) -> Iterator[Step]:
    """The body of a merged province goes on as the same body of the new one; communes were drawn anew."""
    for row in _rows_by("provinces", "name").get(agency.jurisdiction or "", ()):
        new, own = row["successor"], _at_level(agency.name, row["name"]) == agency.name
        if new and new != row["name"] and own and _goes_on(agency.name):
            yield Step(
                at(_at_level(agency.name, new), new), _day_after(row["valid_to"]), row["basis"] or None
            )


def _places_before(agency: AgencyName) -> Iterator[AgencyName]:
    for row in _rows_by("provinces", "successor").get(agency.jurisdiction or "-", ()):
        if row["name"] != agency.jurisdiction:
            yield at(_at_level(agency.name, row["name"]), row["name"])


def _goes_on(name: str) -> bool:
    known = entry(name)
    return known is not None and known.goes_on


_WORDS_OF_LEVEL = {"tỉnh": (" tỉnh", "Tỉnh ủy"), "thành phố": (" thành phố", "Thành ủy")}


def _at_level(name: str, province: str) -> str:
    """ "Ủy ban nhân dân tỉnh" of Bình Dương is "Ủy ban nhân dân thành phố" in Hồ Chí Minh."""
    kind = kind_of_place(province)
    other = "tỉnh" if kind == "thành phố" else "thành phố"
    (ending, committee), (own_ending, own_committee) = _WORDS_OF_LEVEL[other], _WORDS_OF_LEVEL[kind]
    if name.endswith(ending):
        return name.removesuffix(ending) + own_ending
    return name.replace(committee, own_committee)


def _by_level(agency: AgencyName) -> Iterator[Step]:
    """Districts ended: no single body followed, the communes did."""
    place = agency.jurisdiction or ""
    for row in rows("ended_levels"):
        if kind_of_place(place) == row["kind"] and ("/" in place or row["kind"] != "thành phố"):
            yield Step(None, _day_after(row["valid_to"]), row["basis"], holder=row["holder"])


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
