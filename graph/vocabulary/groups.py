"""Groups of bodies ("các sở, ban, ngành") and the bodies that they include."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from graph.text import fold
from graph.vocabulary.agencies import canonical_agency

_BETWEEN = re.compile(rf"\s*[,;/]\s*|\s+(?:{fold('và')}|{fold('hoặc')})\s+")


@lru_cache(maxsize=1 << 16)
def overlap(one: str, other: str) -> bool:
    """Whether two names as printed may mean one body: a body and its head, a group and one of its members."""
    first, second = _body(one), _body(other)
    if first == second:
        return True
    groups = _kinds(first), _kinds(second)
    return _includes(groups[0], second, groups[1]) or _includes(groups[1], first, groups[0])


def _includes(kinds: tuple[str, ...], body: str, others: tuple[str, ...]) -> bool:
    """Whether a group of these kinds includes a body or one of the kinds of another group."""
    return any(
        _begins_with_any(kind, _phrases("anyone")) or any(_is_of(one, kind) for one in (body, *others))
        for kind in kinds
    )


def _is_of(body: str, kind: str) -> bool:
    """Whether a body is of a kind: "sở tư pháp" of "sở", "ủy ban nhân dân xã" of "xã"."""
    return f"{body} ".startswith(f"{kind} ") or (kind in _phrases("places") and f" {kind} " in f"{body} ")


def _body(name: str) -> str:
    """The folded name without the title of its head: "Giám đốc Sở Tư pháp" is "sở tư pháp"."""
    folded = fold(canonical_agency(name).name)
    for title in _phrases("titles"):
        if folded.startswith(f"{title} "):
            return folded.removeprefix(f"{title} ")
    return folded


@lru_cache(maxsize=1 << 14)
def _kinds(body: str) -> tuple[str, ...]:
    """The kinds of bodies in a group, as their names begin: ("ủy ban nhân dân xã", …); none for one body."""
    several = _several().search(body)
    if several is None:
        return (body,) if _begins_with_any(body, _phrases("anyone")) else ()
    head = body[: several.start()]
    listed = (_several().sub("", part).strip() for part in _BETWEEN.split(body[several.end() :]))
    return tuple(dict.fromkeys(head + _kind(part) for part in listed if part))


def _kind(part: str) -> str:
    """ "sở" of "sở có liên quan"."""
    for name in _phrases("classes"):
        if f"{part} ".startswith(f"{name} "):
            return name
    return part


@cache
def _several() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(re.escape, _phrases('several')))})\s+")


def _begins_with_any(text: str, names: tuple[str, ...]) -> bool:
    return any(f"{text} ".startswith(f"{name} ") for name in names)


@cache
def _phrases(group: str) -> tuple[str, ...]:
    """A group of agency_groups.toml or agency_phrases.toml, the longest first."""
    found: tuple[str, ...] = _tables()[group]["phrases"]
    return tuple(sorted({fold(one) for one in found}, key=lambda one: (-len(one), one)))


@cache
def _tables() -> Mapping[str, Any]:
    data = files("graph").joinpath("data")
    names = ("agency_phrases.toml", "agency_groups.toml")
    parts = [tomllib.loads(data.joinpath(name).read_text(encoding="utf-8")) for name in names]
    return {group: row for part in parts for group, row in part.items()}
