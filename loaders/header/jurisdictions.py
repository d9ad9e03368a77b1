"""The province or commune whose organ issued a document (the jurisdiction of its number)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from graph.days import is_day
from graph.model import AgencyMention, Stated
from graph.text import unaccent
from graph.vocabulary import places
from loaders.header.casing import sentence_case
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph
from loaders.text.clean import UPPER
from loaders.text.words import words

# "UBND tỉnh Sông Hà", "Tỉnh ủy Lạng Sơn"
_COUNCIL = r"(?:UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân) (?:[Tt]ỉnh|[Tt]hành phố|TP\.?)"
_COMMITTEE = r"(?:Tỉnh|Thành) (?:ủy|uỷ)"
_SUPERIOR = re.compile(rf"(?<!\w)(?:{_COUNCIL}|{_COMMITTEE})(?: (?:- )?[{UPPER}]\w{{0,9}}){{1,5}}")
"""A body of a province, by its name."""


def jurisdiction(
    issuer: Stated | None,
    place: Stated | None,
    top: Sequence[Line],
    receivers: Iterable[AgencyMention],
    body: Paragraph | None = None,
    *,
    on: str | None = None,
) -> Stated | None:
    """The canonical path of the place, as letterhead, place line or Nơi nhận of a local organ say it.

    "Hà Nội, ngày ..." above a letter of a ministry says where its house stands, and no jurisdiction.
    A commune writes its own name there ("Bắc Giang, ngày ..." of phường Bắc Giang): its superior says it.
    """
    if issuer is None:
        return None
    path = places.jurisdiction_of(issuer.value) or _in_province(issuer.value, top)
    if path:
        return Stated(path, issuer.start, issuer.end, issuer.route)
    if not unaccent(issuer.value).startswith(words("local_issuer")):
        return None
    if (own := places.find_place(issuer.value)) is not None:
        return _of_receivers(own.path, receivers) or (_of_superior(own.path, body) if body else None)
    province = _of_place_line(issuer.value, place.value, on=on) if place else None
    if place and province:
        return Stated(province, place.start, place.end, "place line")
    return _of_receivers("", receivers)


def _of_place_line(issuer: str, place: str, *, on: str | None) -> str | None:
    """A provincial organ writes the name of its province (địa danh, NĐ 30/2020 Phụ lục I.II.4)."""
    known = places.province(place, on=on if on and is_day(on) else None)
    names_province = unaccent(issuer).endswith(" tinh") and place.istitle() and len(place.split()) <= 3
    return known or (f"tỉnh {place}" if names_province else None)


def _in_province(issuer: str, top: Sequence[Line]) -> str | None:
    """A commune's organ below its province's: "ĐẢNG BỘ TỈNH X / ĐẢNG UỶ XÃ Y"."""
    own = places.find_place(issuer)
    if own is None:
        return None
    named = [sentence_case(line.text) for line in top if signs.upper(line) and not line.rule]
    above = next((path for name in named if (path := places.jurisdiction_of(name))), None)
    return f"{above}/{own.path}" if above and "/" not in above else None


def _of_receivers(commune: str, receivers: Iterable[AgencyMention]) -> Stated | None:
    """The one province that the distribution list names, with the commune of the issuer; none of several."""
    found = [(path, receiver) for receiver in receivers if (path := places.jurisdiction_of(receiver.name))]
    province = _only_province(path for path, _ in found)
    if province is None:
        return None
    return Stated(_down_to(province, commune), found[0][1].start, found[0][1].end, "recipients")


def _of_superior(commune: str, body: Paragraph) -> Stated | None:
    """The province of the one superior that a commune names: "Kế hoạch số 3/KH-UBND của UBND tỉnh Lạng Sơn".

    Bodies of a commune stand below those of one province alone (Luật 72/2025/QH15).
    """
    found = [
        (path, match)
        for match in _SUPERIOR.finditer(body.text)
        if (path := places.jurisdiction_of(match.group()))
    ]
    province = _only_province(path for path, _ in found)
    if province is None:
        return None
    return Stated(_down_to(province, commune), *body.raw(*found[0][1].span()), "superior")


def _only_province(paths: Iterable[str]) -> str | None:
    provinces = {path.partition("/")[0] for path in paths}
    return provinces.pop() if len(provinces) == 1 else None


def _down_to(province: str, commune: str) -> str:
    return f"{province}/{commune}" if commune else province
