"""Whether two statements about one document can both be right: one may say less than the other."""

from __future__ import annotations

from functools import cache

from graph.text import fold
from graph.vocabulary import doc_types
from graph.vocabulary.agencies import canonical_agency
from graph.vocabulary.tables import rows

_GENERAL = frozenset({"Văn bản", "Công văn"})
"""Type words that are right for any document."""


def same_date(one: str, other: str) -> bool:
    """ "2024" and "2024-12-22" agree, two days do not."""
    return one.startswith(other) or other.startswith(one)


def same_issuer(one: str, other: str) -> bool:
    """ "UBND tỉnh" and "Ủy ban nhân dân tỉnh Lạng Sơn" agree, as do a ministry and its minister.

    Two bodies of the registry are two: Chính phủ is not Thủ tướng Chính phủ.
    """
    first, second = (fold(canonical_agency(name).name).replace(" - ", " ") for name in (one, other))
    if first == second:
        return True
    if {first, second} <= _registered():
        return False
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def same_type(one: str, other: str) -> bool:
    """ "Chương trình" and "Chương trình hành động" agree; Văn bản and Công văn may be anything."""
    if one in _GENERAL or other in _GENERAL:
        return True
    first, second = (doc_types.canonical_type(word) or word for word in (one, other))
    return first.startswith(second) or second.startswith(first)


@cache
def _registered() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in rows("agencies"))
