"""Organs behind the codes of symbols: how high they stand, whether a place has its own, their names."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import InvalidSymbol
from graph.symbol import parse
from graph.vocabulary.codes import organ_row
from graph.vocabulary.tiers import COMMUNE

_CENTRE = "TW"


def tier(symbol: str, *, jurisdiction: str | None = None) -> int | None:
    """How high the issuer stands (1 Party centre … 6 commune), None for an unknown code.

    UBND, HĐND, VP and ĐU are signed at two levels: a jurisdiction that names a commune decides.
    """
    row = _issuer_row(symbol)
    if row is None:
        return None
    if row["scope"] == "local" and jurisdiction and "/" in jurisdiction and row["tier"] != "5":
        return COMMUNE
    return int(row["tier"]) if row["tier"] else None


def is_local(symbol: str) -> bool:
    """Whether other places have the same number too; a code that is not known is taken for local.

    "23-KL/LNTPTW" is of the centre (trung ương), as its last letters say.
    """
    row = _issuer_row(symbol)
    return not symbol.upper().endswith(_CENTRE) if row is None else row["scope"] != "national"


def organ_name(symbol: str) -> str | None:
    """The issuer that the code names; None for a shared code (57-NQ/TW) and for an unknown one."""
    row = _issuer_row(symbol)
    return (row["name"] or None) if row else None


def _issuer_row(symbol: str) -> Mapping[str, str] | None:
    """The row of the first group whose place in the state is known: BNNMT of 33/CĐ-BCĐ-BNNMT."""
    try:
        parts = parse(symbol)
    except InvalidSymbol:
        return None
    if not parts.groups:
        return None
    first = organ_row(parts.groups[0])
    if first is None and parts.year and parts.type_code:
        return organ_row(f"B{parts.groups[0]}")  # 30/2011/TT-LĐTBXH
    if first is None or first["tier"] or len(parts.groups) == 1:
        return first
    return organ_row(parts.groups[1]) or first
