"""Parse and print a symbol: number, year, type, then the groups of organs and units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from graph.errors import InvalidSymbol
from graph.model import Symbol
from graph.symbol.characters import compact
from graph.vocabulary.codes import code_key, is_organ, type_codes, unit_codes


class Style(StrEnum):
    """How the symbol is built: state paper with a type, letter, law or resolution of the Assembly, Party."""

    STATE = "state"
    LETTER = "letter"
    LAW = "law"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class SymbolParts:
    """The parts of a symbol as printed."""

    number: str
    style: Style
    groups: tuple[str, ...] = ()
    """What follows the type: the issuer first, then its units or further issuers."""
    type_code: str | None = None
    year: str | None = None
    suffix: str | None = None
    """"nb" (nội bộ) of Party papers for internal use."""

    @property
    def issuer(self) -> str | None:
        """Code of the organ that issues it, without the Assembly's term: "QH" of QH15."""
        return _TERM.sub("", self.groups[0]) if self.groups else None

    @property
    def term(self) -> str | None:
        """Term of the National Assembly (khóa): "15" of QH15 and of UBTVQH15."""
        found = _TERM.search(self.groups[0]) if self.groups else None
        return found.group() if found else None


_TERM = re.compile(r"(?<=QH)\d{1,2}$")
# 05, 1646, 66.10, 30c, 36A; letters also for what a scanner made of a digit (34O)
_NUMBER = r"(?P<number>\d+(?:\.\d+)*[^\W\d_]?)"
# SNN&MT, SVH,TT&DL, V.I, TTg; a slash for a hyphen (QĐ/TTg) is kept inside the group
_GROUP = r"[^\W\d_][\w&.,/]*"
_STATE = re.compile(rf"{_NUMBER}/(?:(?P<year>(?:19|20)\d\d)/)?(?P<tail>{_GROUP}(?:-[^\W_][\w&.,/]*)*)")
_PARTY = re.compile(
    rf"{_NUMBER}-(?P<type>[^\W\d_][^\W_]*)/(?P<tail>{_GROUP}?(?:-[^\W_][\w&.,/]*)*)(?:/(?P<suffix>nb))?"
)
_LAW = re.compile(r"(?:QH|UBTVQH)\d{1,2}")


@lru_cache(maxsize=4096)
def parse(symbol: str) -> SymbolParts:
    """Take a symbol apart; unknown codes are fine, an impossible form raises InvalidSymbol."""
    clean = compact(symbol)
    state = _STATE.fullmatch(clean)
    if state is not None:
        return _state_parts(state["number"], state["year"], state["tail"])
    party = _PARTY.fullmatch(clean)
    if party is not None:
        return SymbolParts(
            number=party["number"],
            style=Style.PARTY,
            groups=tuple(party["tail"].split("-")),
            type_code=party["type"],
            suffix=party["suffix"],
        )
    raise InvalidSymbol(f"{symbol!r} is not a document number; one looks like 866/QĐ-TTg or 57-NQ/TW")


def _state_parts(number: str, year: str | None, tail: str) -> SymbolParts:
    first, *rest = tail.split("-")
    if year and not rest and _LAW.fullmatch(first.upper()):
        return SymbolParts(number=number, style=Style.LAW, groups=(first,), year=year)
    if _is_type(first, rest):
        return SymbolParts(number=number, style=Style.STATE, groups=tuple(rest), type_code=first, year=year)
    return SymbolParts(number=number, style=Style.LETTER, groups=(first, *rest), year=year)


def _is_type(first: str, rest: list[str]) -> bool:
    """CT is Chỉ thị before TTg but Công Thương before QLCNATMT: the type's row says what must follow."""
    row = type_codes("state").get(code_key(first))
    if row is None:
        return False
    if not rest or row["issuer"] == "any":
        return True
    if row["issuer"] == "known":
        return is_organ(rest[0])
    return code_key(rest[0]) not in unit_codes()


def format(parts: SymbolParts) -> Symbol:
    """Print the parts as a symbol: what `parse` took apart comes back as it was."""
    groups = "-".join(parts.groups)
    if parts.style is Style.PARTY:
        suffix = f"/{parts.suffix}" if parts.suffix else ""
        return Symbol(f"{parts.number}-{parts.type_code}/{groups}{suffix}")
    tail = "-".join(part for part in (parts.type_code, groups) if part)
    return Symbol("/".join(part for part in (parts.number, parts.year, tail) if part))


def validate(symbol: str) -> Symbol:
    """The symbol in its stored spelling; raises InvalidSymbol where it has no possible form."""
    return format(parse(symbol))


def is_valid(symbol: str) -> bool:
    """Whether the text has the form of a number and symbol."""
    try:
        parse(symbol)
    except InvalidSymbol:
        return False
    return True
