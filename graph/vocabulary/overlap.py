"""Whether two names as printed may mean one body: a body and its head, its successor, its group."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from graph.text import collapse, fold
from graph.vocabulary.agencies import AgencyName, canonical_agency
from graph.vocabulary.groups import belongs, group_of
from graph.vocabulary.succession import successor


@lru_cache(maxsize=1 << 16)
def overlap(one: str, other: str) -> bool:
    """Whether an owner of one name may be an owner of the other, in one place."""
    first, second = _body(one), _body(other)
    if not _now(first).isdisjoint(_now(second)):
        return None in (first.jurisdiction, second.jurisdiction) or first.jurisdiction == second.jurisdiction
    if _is_anyone(first.name) or _is_anyone(second.name):
        return True
    anywhere, elsewhere = replace(first, jurisdiction=None), replace(second, jurisdiction=None)
    return belongs(anywhere, second) or belongs(elsewhere, first) or _share(first.name, second.name)


def _body(printed: str) -> AgencyName:
    """The body without the title of its head: "Giám đốc Sở Tư pháp" is Sở Tư pháp."""
    words = collapse(printed).split()
    for size in range(min(len(words) - 1, _longest_title()), 0, -1):
        if fold(" ".join(words[:size])) in _titles():
            return canonical_agency(" ".join(words[size:]))
    return canonical_agency(printed)


def _now(agency: AgencyName) -> frozenset[str]:
    """The body and those that followed it."""
    steps = successor(agency.name, agency.jurisdiction)
    return frozenset({fold(agency.name), *(fold(step.agency.name) for step in steps if step.agency)})


def _share(one: str, other: str) -> bool:
    """Whether two groups have kinds of members in common."""
    first, second = group_of(one), group_of(other)
    if first is None or second is None:
        return False
    return not (first.kinds.isdisjoint(second.kinds) and first.places.isdisjoint(second.places))


def _is_anyone(name: str) -> bool:
    """Whether a name is only a kind to which every body may belong."""
    kinds = fold(name)
    for word in _phrases("unnamed_bodies", "several"):
        kinds = kinds.removeprefix(f"{word} ")
    return any(f"{kinds} ".startswith((f"{one} ", f"{one},")) for one in _phrases("unnamed_bodies", "anyone"))


@cache
def _titles() -> frozenset[str]:
    return frozenset(_phrases("agency_phrases", "titles"))


@cache
def _longest_title() -> int:
    return max(title.count(" ") + 1 for title in _titles())


@cache
def _phrases(table: str, group: str) -> tuple[str, ...]:
    """A group of graph/data/TABLE.toml, the longest first."""
    text = files("graph").joinpath("data", f"{table}.toml").read_text(encoding="utf-8")
    found = {fold(one) for one in tomllib.loads(text)[group]["phrases"]}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))
