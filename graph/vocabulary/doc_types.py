"""Types of documents (tên loại văn bản): from the printed word, and from the code in the symbol."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from graph.errors import InvalidSymbol
from graph.symbol import Style, SymbolParts, parse
from graph.text import fold
from graph.vocabulary.codes import code_key, type_codes
from graph.vocabulary.tables import rows, several


@cache
def type_words() -> tuple[str, ...]:
    """The names of all types, longest first, so that "Thông tư liên tịch" is tried before "Thông tư"."""
    return tuple(sorted((row["name"] for row in rows("doc_types")), key=lambda name: (-len(name), name)))


@cache
def _by_word() -> Mapping[str, str]:
    """Folded names and abbreviations -> name; "Thông báo kết luận" is a Thông báo."""
    words: dict[str, str] = {}
    for row in rows("doc_types"):
        name = row["is_a"] or row["name"]
        for word in (row["name"], *several(row["abbreviations"])):
            words.setdefault(fold(word), name)
    return words


@cache
def canonical_type(word: str) -> str | None:
    """The noun for a printed type word: "CÔNG VĂN", "CV" -> "Công văn"; "Báo cáo thẩm tra" -> "Báo cáo"."""
    syllables = fold(word).split(" ")
    for length in range(len(syllables), 0, -1):
        name = _by_word().get(" ".join(syllables[:length]))
        if name is not None:
            return name
    return None


@cache
def issuer_of_type(name: str) -> str | None:
    """The one body that issues this type: only Quốc hội passes a Luật (Luật 64/2025/QH15 Điều 4)."""
    return next((row["only_from"] or None for row in rows("doc_types") if row["name"] == name), None)


@lru_cache(maxsize=16_384)
def type_of_symbol(symbol: SymbolParts | str) -> str | None:
    """The type that the symbol implies; None where only the word tells (72/2025/QH15, 399-QĐ/TW)."""
    try:
        parts = parse(symbol) if isinstance(symbol, str) else symbol
    except InvalidSymbol:
        return None
    if parts.style is Style.LETTER:
        return "Công văn" if len(parts.groups) > 1 and not parts.year else None
    if parts.type_code is None:
        return None
    row = type_codes("party" if parts.style is Style.PARTY else "state").get(code_key(parts.type_code))
    return (row["name"] or None) if row else None
