"""How a printed symbol is read: as it stands, or repaired."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graph.model import Beside, Citation, Header, Symbol
from graph.symbol import repair


@dataclass(frozen=True, slots=True)
class Reading:
    """A symbol, and, where it was repaired, what is printed and why; an uncertain one waits for proof."""

    symbol: Symbol
    printed: Symbol | None = None
    reason: str | None = None
    certain: bool = True


def own_reading(header: Header) -> Reading | None:
    """The number of the file itself."""
    if header.symbol is None:
        return None
    return _read(Symbol(header.symbol.value), header.type.value if header.type else None)


def beside_reading(beside: Beside) -> Reading | None:
    """The number that people state for a file that shows none."""
    return _read(beside.symbol, None) if beside.symbol else None


def cited_reading(citation: Citation) -> Reading | None:
    """The number of a cited document; the repair that its file names comes first."""
    if citation.symbol is None:
        return None
    reading = _read(citation.symbol, citation.type)
    if citation.symbol_repaired in (None, citation.symbol, reading.symbol):
        return reading
    return Reading(Symbol(citation.symbol_repaired or ""), citation.symbol, citation.repair)


@lru_cache(maxsize=16_384)
def _read(printed: Symbol, type_word: str | None) -> Reading:
    found = repair(printed, type_word=type_word)
    if found is None:
        return Reading(printed)
    return Reading(found.symbol, printed, found.reason, found.certain)
