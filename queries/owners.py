"""Which agencies a person means by a name: in full, abbreviated, or typed without diacritics."""

from __future__ import annotations

from collections.abc import Iterable

from graph.vocabulary.agencies import canonical_agency

from graph.model import Agency
from graph.store import View
from graph.text import unaccent

MOST_AGENCIES = 1_000


def owners(view: View, name: str) -> tuple[Agency, ...]:
    """Agencies of this name in every place, or of the place that the name states; by name and place.

    Where no agency is called exactly so, those whose name begins with it, then those that contain it.
    """
    for spelling in spellings(name):
        found = [node for node in view.find(spelling, limit=MOST_AGENCIES) if isinstance(node, Agency)]
        for fits in (_equal, _begins, _contains):
            agencies = [agency for agency in found if any(fits(n, spelling) for n in names(agency))]
            if agencies:
                return tuple(sorted(agencies, key=lambda a: (a.name, a.jurisdiction or "", a.id)))
    return ()


def spellings(name: str) -> Iterable[str]:
    """The name as keys to look for: written out with its place, as typed, then without its place."""
    agency = canonical_agency(name)
    place = (agency.jurisdiction or "").rpartition("/")[2]
    return dict.fromkeys(unaccent(text) for text in (f"{agency.name} {place}", agency.name, name))


def names(agency: Agency) -> tuple[str, ...]:
    """What an agency may be called: its name, alone and with its place."""
    place = (agency.jurisdiction or "").rpartition("/")[2]
    return tuple(dict.fromkeys((unaccent(agency.name), unaccent(f"{agency.name} {place}"))))


def _equal(name: str, spelling: str) -> bool:
    return name == spelling


def _begins(name: str, spelling: str) -> bool:
    return f"{name} ".startswith(f"{spelling} ")


def _contains(name: str, spelling: str) -> bool:
    return f" {spelling} " in f" {name} "
