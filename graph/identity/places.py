"""The place for which a local number or agency counts: what the words say, else the citing file's own."""

from __future__ import annotations

from graph.vocabulary import agencies, organs, places
from graph.vocabulary.tiers import COMMUNE, DEPARTMENT, PROVINCE


def place_of_issuer(issuer: str, file_place: str | None) -> str | None:
    """Place of an issuer as printed: "UBND tỉnh X" says it, "UBND tỉnh" is the province of the file."""
    agency = agencies.canonical_agency(issuer)
    if agency.jurisdiction:
        return within(agency.jurisdiction, file_place)
    if agency.tier == COMMUNE and file_place and "/" not in file_place:
        return None  # some commune of the province
    return at_level(file_place, agency.tier)


def place_of_symbol(symbol: str, file_place: str | None) -> str | None:
    """Place of a local code: SKHCN and TU are the province's, UBND and ĐU may be a commune's too."""
    provincial = organs.tier(symbol) == DEPARTMENT or symbol.upper().endswith("TU")
    return at_level(file_place, PROVINCE if provincial else None)


def at_level(file_place: str | None, tier: int | None) -> str | None:
    """The province of the file's place for what only provinces have, else the whole place."""
    if file_place is not None and tier in (PROVINCE, DEPARTMENT):
        return province_part(file_place)
    return file_place


def within(place: str, file_place: str | None) -> str | None:
    """A full path: a commune named alone lies in the province of the file; without one it is not known."""
    top = province_part(place)
    if top.startswith("tỉnh ") or places.province(top) is not None:
        return place
    return f"{province_part(file_place)}/{place}" if file_place else None


def province_part(path: str) -> str:
    """ "tỉnh Lạng Sơn" of "tỉnh Lạng Sơn/xã Đồng Đăng"."""
    return path.partition("/")[0]
