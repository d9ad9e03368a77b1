"""Which agencies a person means by a name: in full, abbreviated, or typed without diacritics.

And which others may hold duties for them: groups that they belong to, agencies that they followed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from graph.identity.registry import agency_name_of
from graph.model import Agency, NodeKind
from graph.store import View
from graph.text import unaccent
from graph.vocabulary.agencies import AgencyName, canonical_agency
from graph.vocabulary.groups import belongs, group_of
from graph.vocabulary.places import province
from graph.vocabulary.registry import at, entry, known_names
from graph.vocabulary.succession import PART, Step, predecessors, successor
from graph.vocabulary.tables import rows

Reading = tuple[str, str | None]
"""A name as key, and the place that it states."""

MOST_AGENCIES = 1_000
LONGEST_PLACE = 5
"""Words in the longest name of a province ("Bà Rịa - Vũng Tàu")."""

LONGEST_SHORT = 4
"""Words in the longest abbreviation ("BCH Quân sự tỉnh")."""

_WORD = re.compile(r"\w+")
_KIND_AT_END = re.compile(r" (?:tinh|thanh pho|tp)$")


def owners(view: View, name: str) -> tuple[Agency, ...]:
    """Agencies of this name in every place, or of the place that the name states; by name and place.

    Where no agency is called exactly so, those whose name begins with it, then those that contain it.
    """
    for spelling, place in readings(name):
        found = [
            node
            for node in view.find(spelling, limit=MOST_AGENCIES, kind=NodeKind.AGENCY)
            if isinstance(node, Agency)
        ]
        there = [agency for agency in found if place is None or _lies_in(agency, place)]
        for fits in (_equal, _begins, _contains):
            agencies = [agency for agency in there if fits(_words(unaccent(agency.name)), _words(spelling))]
            if agencies:
                return tuple(sorted(agencies, key=lambda a: (a.name, a.jurisdiction or "", a.id)))
    return ()


def _words(key: str) -> str:
    """A key without signs: who types "cac so ban nganh" means "Các sở, ban, ngành"."""
    return " ".join(_WORD.findall(key))


def readings(name: str) -> Iterable[Reading]:
    """The name as keys to look for, each with the place that it states: in full, abbreviated, as typed."""
    typed = unaccent(name)
    long = _written_out(typed)
    agencies = [canonical_agency(each) for each in (name, name.upper())]
    keys = [(unaccent(agency.name), agency.jurisdiction) for agency in agencies]
    return dict.fromkeys((*keys, *_with_place(long), (long, None), (typed, None)))


# ---- groups and predecessors -------------------------------------------------------------------


class Reason(StrEnum):
    """Why the duties of an agency node concern the asked one."""

    NAME = "name"
    PREDECESSOR = "predecessor"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Holder:
    """A node whose duties may concern the asked agency."""

    agency: Agency
    reason: Reason
    of: tuple[AgencyName, ...]
    """The asked agencies that are meant; for a group those that belong to it, predecessors too."""
    steps: tuple[Step, ...] = ()
    """How the duties of a predecessor came to the asked agency, oldest first."""

    def on(self, day: str | None) -> bool:
        """Whether a duty given on this ISO day concerns it: a group has the members of its day."""
        group = agency_name_of(self.agency)
        return self.reason is not Reason.GROUP or any(belongs(one, group, day) for one in self.of)


def holders(view: View, name: str) -> tuple[Holder, ...]:
    """As `with_groups`, for a name as typed; also where only a group or a predecessor is in the graph."""
    asked = next(filter(None, (_of_registry(*reading) for reading in readings(name))), None)
    return _holders(view, owners(view, name), [asked] if asked is not None else [])


def with_groups(view: View, agencies: Sequence[Agency]) -> tuple[Holder, ...]:
    """Each agency node that may hold duties for these, once, with the reason: name, predecessor, group.

    Reads every agency of the graph once. A group counts in its own place; `Holder.on` tells for a day.
    """
    return _holders(view, agencies, [])


def _holders(view: View, found: Sequence[Agency], asked: Iterable[AgencyName]) -> tuple[Holder, ...]:
    names = dict.fromkeys((*map(agency_name_of, found), *asked))
    by_name = [Holder(agency, Reason.NAME, (agency_name_of(agency),)) for agency in found]
    line = _line(names)
    ids = {agency.id for agency in found}
    others = [
        holder
        for node in view.scan(NodeKind.AGENCY)
        if isinstance(node, Agency) and node.id not in ids
        for holder in _through(node, names, line)
    ]
    return (*by_name, *sorted(others, key=_holder_order))


def _line(names: Iterable[AgencyName]) -> tuple[AgencyName, ...]:
    """The asked agencies, then all that they followed."""
    line = list(dict.fromkeys(names))
    seen = set(line)
    for agency in line:
        new = [one for one, step in predecessors(agency) if step.share != PART and one not in seen]
        line += new
        seen.update(new)
    return tuple(line)


def _through(node: Agency, names: Collection[AgencyName], line: Sequence[AgencyName]) -> Iterator[Holder]:
    """The node as a predecessor of an asked agency, or as a group that one of them belongs to."""
    if group_of(node.name) is not None:
        group = agency_name_of(node)
        members = tuple(one for one in line if belongs(one, group))
        if members:
            yield Holder(node, Reason.GROUP, members)
        return
    chain = successor(node.name, node.jurisdiction)
    for length, step in enumerate(chain, start=1):
        asked = tuple(one for one in names if step.agency is not None and _is(step.agency, one))
        if asked:
            yield Holder(node, Reason.PREDECESSOR, asked, chain[:length])
            return


def _is(agency: AgencyName, asked: AgencyName) -> bool:
    return agency.name == asked.name and asked.jurisdiction in (None, agency.jurisdiction)


def _holder_order(holder: Holder) -> tuple[bool, str, str, str]:
    agency = holder.agency
    return (holder.reason is Reason.GROUP, agency.name, agency.jurisdiction or "", agency.id)


def _of_registry(key: str, place: str | None) -> AgencyName | None:
    """The agency of the registry that is typed so."""
    name = _names_of_registry().get(key)
    return at(name, place) if name is not None and entry(name) is not None else None


@cache
def _names_of_registry() -> Mapping[str, str]:
    return {unaccent(name): name for name in known_names()}


# ---- readings of a name ------------------------------------------------------------------------


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


def _written_out(typed: str) -> str:
    """ "vp.ubnd tinh" is "van phong uy ban nhan dan tinh": the longest abbreviation first, word by word."""
    words, long = typed.replace(".", " ").split(), list[str]()
    while words:
        size = next((n for n in range(LONGEST_SHORT, 1, -1) if _short(words[:n]) in _abbreviations()), 1)
        long.append(_abbreviations().get(_short(words[:size]), words[0]))
        del words[:size]
    return " ".join(long)


@cache
def _abbreviations() -> Mapping[str, str]:
    """What people type for what is printed: "hdnd" for HĐND."""
    return {_short(unaccent(row["short"]).split()): unaccent(row["long"]) for row in rows("abbreviations")}


def _short(words: Sequence[str]) -> str:
    """ "gd-dt" and "gd&dt" are one, as are "tt. tu" and "tt tu"."""
    return " ".join(words).replace("-", "&").replace(".", " ").replace("  ", " ")


def _equal(name: str, spelling: str) -> bool:
    return name == spelling


def _begins(name: str, spelling: str) -> bool:
    return f"{name} ".startswith(f"{spelling} ")


def _contains(name: str, spelling: str) -> bool:
    return f" {spelling} " in f" {name} "
