"""The province or commune whose organ issued a document (the jurisdiction of its number)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model import AgencyMention, Stated
from graph.text import unaccent
from graph.vocabulary import places
from loaders.header.casing import sentence_case
from loaders.layout import signs
from loaders.layout.lines import Line
from loaders.text.words import words


def jurisdiction(
    issuer: Stated | None,
    place: Stated | None,
    top: Sequence[Line],
    receivers: Iterable[AgencyMention],
    *,
    on: str | None = None,
) -> Stated | None:
    """The canonical path of the place, as letterhead, place line or Nơi nhận of a local organ say it.

    "Hà Nội, ngày ..." above a letter of a ministry says where its house stands, and no jurisdiction.
    """
    if issuer is None:
        return None
    path = places.jurisdiction_of(issuer.value) or _in_province(issuer.value, top)
    if path:
        return Stated(path, issuer.start, issuer.end, issuer.route)
    if not unaccent(issuer.value).startswith(words("local_issuer")):
        return None
    province = _of_place_line(issuer.value, place.value, on=on) if place else None
    if place and province:
        return Stated(province, place.start, place.end, "place line")
    return _of_receivers(issuer.value, receivers)


def _of_place_line(issuer: str, place: str, *, on: str | None) -> str | None:
    """A provincial organ writes the name of its province (địa danh, NĐ 30/2020 Phụ lục I.II.4)."""
    known = places.province(place, on=on if on and len(on) == 10 else None)
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


def _of_receivers(issuer: str, receivers: Iterable[AgencyMention]) -> Stated | None:
    """The one province that the distribution list names, with the commune of the issuer; none of several."""
    found = [(path, receiver) for receiver in receivers if (path := places.jurisdiction_of(receiver.name))]
    provinces = {path.split("/")[0] for path, _ in found}
    if len(provinces) != 1:
        return None
    own = places.find_place(issuer)
    path = "/".join((*provinces, *([own.path] if own else [])))
    return Stated(path, found[0][1].start, found[0][1].end, "recipients")
