"""Codes inside a symbol, looked up by their folded form: types (QĐ, TTr) and organs (UBND, TTg).

`graph.symbol` decides by them how a symbol is read, so this module knows nothing of symbols.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from graph.vocabulary.tables import rows

_TERM = re.compile(r"(?<=QH)\d{1,2}$")


@lru_cache(maxsize=4_096)
def code_key(code: str) -> str:
    """Look-up key of a code: upper case, no "&", no term of the National Assembly (QH15)."""
    return _TERM.sub("", code.upper().replace("&", ""))


@cache
def type_codes(style: str) -> Mapping[str, Mapping[str, str]]:
    """Rows of type_codes.csv for one style ("state" or "party"), by code."""
    return {code_key(row["code"]): row for row in rows("type_codes") if row["style"] == style}


@cache
def organ_codes() -> Mapping[str, Mapping[str, str]]:
    """Rows of organ_codes.csv by code."""
    return {code_key(row["code"]): row for row in rows("organ_codes")}


_TERM_OF_COMMITTEE = re.compile(r"1\d$")


def organ_row(code: str) -> Mapping[str, str] | None:
    """The row of the organ that signs with this code, None where the code is not known."""
    key = code_key(code)
    organs = organ_codes()
    # UBPLTP15: committees of the National Assembly carry its term too
    return organs.get(key) or organs.get(_TERM_OF_COMMITTEE.sub("", key))


def is_organ(code: str) -> bool:
    """Whether an organ signs with this code; before 2007 ministries left their B out (30/2011/TT-LĐTBXH)."""
    return organ_row(code) is not None or code_key(f"B{code}") in organ_codes()


@cache
def unit_codes() -> frozenset[str]:
    """Codes of fields and units that stand last in a letter's symbol and issue nothing: KHTH, QLCN."""
    return frozenset(code_key(row["code"]) for row in rows("unit_codes"))
