"""Which agencies a person means by a name: in full, abbreviated, or typed without diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from graph.model import Agency
from graph.store import View
from graph.text import unaccent
from graph.vocabulary.agencies import canonical_agency
from graph.vocabulary.places import province
from graph.vocabulary.tables import rows

Reading = tuple[str, str | None]
"""A name as key, and the place that it states."""

MOST_AGENCIES = 1_000
LONGEST_PLACE = 5
"""Words in the longest name of a province ("Bà Rịa - Vũng Tàu")."""

_KIND_AT_END = re.compile(r" (?:tinh|thanh pho|tp)$")


def owners(view: View, name: str) -> tuple[Agency, ...]:
    """Agencies of this name in every place, or of the place that the name states; by name and place.

    Where no agency is called exactly so, those whose name begins with it, then those that contain it.
    """
    for spelling, place in readings(name):
        found = [node for node in view.find(spelling, limit=MOST_AGENCIES) if isinstance(node, Agency)]
        there = [agency for agency in found if place is None or _lies_in(agency, place)]
        for fits in (_equal, _begins, _contains):
            agencies = [agency for agency in there if fits(unaccent(agency.name), spelling)]
            if agencies:
                return tuple(sorted(agencies, key=lambda a: (a.name, a.jurisdiction or "", a.id)))
    return ()


def readings(name: str) -> Iterable[Reading]:
    """The name as keys to look for, each with the place that it states: in full, abbreviated, as typed."""
    typed = unaccent(name)
    long = " ".join(_abbreviations().get(word, word) for word in typed.split())
    agencies = [canonical_agency(each) for each in (name, name.upper())]
    keys = [(unaccent(agency.name), agency.jurisdiction) for agency in agencies]
    return dict.fromkeys((*keys, *_with_place(unaccent(long)), (unaccent(long), None), (typed, None)))


def _with_place(key: str) -> Iterator[Reading]:
    """ "uy ban nhan dan tinh lang son": the province at the end, with its kind as part of the name or not."""
    words = key.split()
    for length in range(1, min(len(words), LONGEST_PLACE + 1)):
        place = province(" ".join(words[-length:]))
        if place:
            head = " ".join(words[:-length])
            yield head, place
            yield _KIND_AT_END.sub("", head), place


def _lies_in(agency: Agency, place: str) -> bool:
    return f"/{place}/" in f"/{agency.jurisdiction}/"


@cache
def _abbreviations() -> Mapping[str, str]:
    """What people type for what is printed: "hdnd" for HĐND."""
    return {unaccent(row["short"]): row["long"] for row in rows("abbreviations")}


def _equal(name: str, spelling: str) -> bool:
    return name == spelling


def _begins(name: str, spelling: str) -> bool:
    return f"{name} ".startswith(f"{spelling} ")


def _contains(name: str, spelling: str) -> bool:
    return f" {spelling} " in f" {name} "
