"""Documents cited by name: the number that the file or the world gives it, and how far the name reaches."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model import Citation, CitationKind, Symbol
from graph.symbol import is_valid, parse
from graph.text import fold
from graph.vocabulary import agencies, doc_types, named
from graph.vocabulary.tables import rows
from graph.vocabulary.tiers import NATIONAL

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


def short_forms(citations: Sequence[Citation]) -> dict[int, int]:
    """Index of a short form -> index of its full citation in the file ("Chỉ thị 11" after 11-CT/TU)."""
    numbered = _by_type_and_number(citations)
    found: dict[int, int] = {}
    for index, citation in enumerate(citations):
        if citation.kind is not CitationKind.NAMED:
            continue
        back = citation.antecedent
        if back is not None and 0 <= back < index and citations[back].kind is CitationKind.NUMBERED:
            found[index] = back
        elif short := _SHORT_NUMBER.match(fold(citation.name or "")):
            full = numbered.get((citation.type, short["number"]), {})
            if len(full) == 1:
                found[index] = next(iter(full.values()))
    return found


def _by_type_and_number(
    citations: Sequence[Citation],
) -> dict[tuple[str | None, str], dict[Symbol, int]]:
    """The full citations by printed or implied type and number: each symbol with its first index."""
    found: dict[tuple[str | None, str], dict[Symbol, int]] = defaultdict(dict)
    for index, citation in enumerate(citations):
        symbol = citation.symbol_repaired or citation.symbol
        if symbol is None or not is_valid(symbol):
            continue
        number = parse(symbol).number.lstrip("0")
        for word in {citation.type, doc_types.type_of_symbol(symbol)}:
            found[word, number].setdefault(symbol, index)
    return found


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
