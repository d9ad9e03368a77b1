"""Documents cited by name: the number that the file or the world gives it, and how far the name reaches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.errors import InvalidSymbol
from graph.identity.places import NATIONAL
from graph.model import Citation, CitationKind, Symbol
from graph.symbol import parse
from graph.text import fold
from graph.vocabulary import agencies, doc_types, named
from graph.vocabulary.tables import rows

# "Nghị quyết 57", "Chỉ thị số 11", "Đề án 06"
_SHORT_NUMBER = re.compile(r"^\D{1,40}0{0,3}(?P<number>[1-9]\d{0,5}(?:\.\d{1,2})?)$")
_HYPHEN = re.compile(r"\s?[-–]\s?")
# "Luật Đất đai năm 2024", "Luật Xây dựng 2014": the year is told apart from the name
_YEAR = re.compile(r"[ ,]{1,2}(?:năm )?(?:19|20)\d\d$")


def is_request(citation: Citation) -> bool:
    """Whether it is known by who sent it and when ("đề nghị của Sở X ngày 03/9/2025")."""
    return citation.name is None or (citation.type is None and citation.issuer is not None)


def key_name(citation: Citation) -> str:
    """The name as a key: of laws without the year behind it, "2021 - 2030" as "2021-2030"."""
    name = fold(_HYPHEN.sub("-", citation.name or ""))
    return _YEAR.sub("", name) if citation.type in _values("law") else name


def is_local_name(citation: Citation) -> bool:
    """Whether every place may have a document of this name ("Đề án 153", "Báo cáo chính trị")."""
    name = citation.name or ""
    if citation.type in _values("law") or _has(name, _values("national word")):
        return False
    tier = agencies.canonical_agency(citation.issuer).tier if citation.issuer else None
    if tier is not None:
        return tier > NATIONAL
    return citation.type not in _values("plan") or _has(name, _values("place word"))


@cache
def _values(kind: str) -> frozenset[str]:
    """Types of name_scope.csv that only the country has, and words that say how far a name reaches."""
    return frozenset(row["value"] for row in rows("name_scope") if row["kind"] == kind)


def _has(name: str, words: Iterable[str]) -> bool:
    spaced = f" {fold(name)} "
    return any(f" {fold(word)} " in spaced for word in words)


def defined_in_file(index: int, citations: Sequence[Citation]) -> int | None:
    """The numbered citation of the same file whose short form this is ("Chỉ thị 11" after 11-CT/TU)."""
    citation = citations[index]
    if citation.antecedent is not None:
        long = citations[citation.antecedent] if citation.antecedent < index else citation
        return citation.antecedent if long.kind is CitationKind.NUMBERED else None
    short = _SHORT_NUMBER.match(fold(citation.name or ""))
    if short is None:
        return None
    fitting: dict[Symbol | None, int] = {}
    for place, other in enumerate(citations):
        if _is_short_for(short["number"], citation.type, other):
            fitting.setdefault(_symbol(other), place)
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _symbol(citation: Citation) -> Symbol | None:
    return citation.symbol_repaired or citation.symbol


def _is_short_for(number: str, type_word: str | None, other: Citation) -> bool:
    symbol = _symbol(other)
    if other.kind is not CitationKind.NUMBERED or symbol is None:
        return False
    try:
        same_number = parse(symbol).number.lstrip("0") == number
    except InvalidSymbol:
        return False
    return same_number and type_word in (other.type, doc_types.type_of_symbol(symbol))


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """The number that the world gives to a name, and its day."""

    symbol: Symbol
    date: str | None


def known_number(citation: Citation) -> KnownNumber | None:
    """The number of what everybody knows by name ("Luật Đất đai năm 2024", "Nghị quyết 57")."""
    issuer = None if citation.type in _values("law") else citation.issuer
    found = named.lookup(citation.name or "", date=citation.date, issuer=issuer)
    if found is None or found.symbol is None:
        return None
    return KnownNumber(Symbol(found.symbol), found.date)
