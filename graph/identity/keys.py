"""Keys: the block in which a mention may meet others, and what in it decides that two are one document."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.errors import InvalidSymbol
from graph.identity.ids import text_digest
from graph.model import BlockKey, DocumentMention, FileKey, Symbol
from graph.symbol import Style, parse
from graph.symbol import fold as fold_symbol
from graph.text import fold
from graph.vocabulary import doc_types, terms

_NO_TYPE = frozenset({"Văn bản", "Công văn"})
"""Words that do not tell a law from a resolution, nor Quy định from Quyết định."""


def numbered(symbol: Symbol) -> BlockKey:
    """Block of a number: damaged and sound spellings meet, 05 is 5."""
    return fold_symbol(symbol)


def by_text(text: str) -> BlockKey:
    """Block of a file without a number: its text, so that the .txt and the .pdf of one document meet."""
    return BlockKey(f"text {text_digest(text)}")


def by_name(name: str) -> BlockKey:
    """Block of a document known by its name, which comes folded ("luật đất đai")."""
    return BlockKey(f"name {name}")


def of_request(file: FileKey, issuer: str | None, date: str | None) -> BlockKey:
    """Block of a request without number: "đề nghị của Sở X ngày 03/9/2025" is one document of its file."""
    return BlockKey(f"request {file}: {fold(issuer or '').replace(':', '')} {date or ''}")


def of_draft(file: FileKey, type_word: str, ordinal: int) -> BlockKey:
    """Block of a draft: each file speaks of its own, counted for each type."""
    return BlockKey(f"draft {file}: {fold(type_word)} {ordinal}")


def period(symbol: Symbol, date: str | None) -> str | None:
    """Period in which the number counts: congress term or year; "" where it never comes again."""
    try:
        parts = parse(symbol)
    except InvalidSymbol:
        return year(date)
    if parts.style is Style.PARTY:
        return terms.party_term(date, symbol) if date else None
    if parts.year or parts.term:
        return ""
    return year(date)


def year(date: str | None) -> str | None:
    """Calendar year of a printed date."""
    return date[:4] if date else None


@dataclass(frozen=True, slots=True)
class ClusterKey:
    """What mentions of one block must share to be one document; None where they do not say."""

    type: str | None = ""
    """Only where the symbol has no type: QH, UBTVQH, QĐ of the Party."""
    place: str | None = ""
    file: FileKey | None = None
    """Stands for the place where that is not known: never joined across files."""
    period: str | None = ""
    printed: Symbol | None = None
    """A damaged spelling that nothing sound confirms."""

    @property
    def complete(self) -> bool:
        """Whether nothing that decides is missing."""
        return None not in (self.type, self.place, self.period) and self.printed is None

    def may_be(self, other: ClusterKey) -> bool:
        """Whether type, place and period, as far as both say them, are the same."""
        pairs = ((self.type, other.type), (self.place, other.place), (self.period, other.period))
        return all(None in pair or pair[0] == pair[1] for pair in pairs)

    def written(self) -> str:
        """The key as one text, which `read_key` reads back."""
        return _written(self)

    def parts(self) -> tuple[str, ...]:
        """The key as words for an id."""
        return (self.type or "", self.place or "", self.file or "", self.period or "", self.printed or "")


@lru_cache(maxsize=16384)
def _written(key: ClusterKey) -> str:
    fields = (key.type, key.place, key.file, key.period, key.printed)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def read_key(written: str) -> ClusterKey:
    """The key that `ClusterKey.written` gave this for."""
    return ClusterKey(*json.loads(written))


def cluster_key(mention: DocumentMention) -> ClusterKey:
    """What a mention itself says of the key."""
    key = ClusterKey(type=_key_type(mention), period=mention.period)
    if mention.local:
        place = mention.jurisdiction
        key = replace(key, place=place, file=None if place else mention.file)
    if not mention.certain:
        key = replace(key, printed=mention.printed)
    return key


def _key_type(mention: DocumentMention) -> str | None:
    """The printed type where the symbol has none, "" where the symbol has one."""
    if mention.symbol is None or doc_types.type_of_symbol(mention.symbol) is not None:
        return ""
    word = doc_types.canonical_type(mention.type) if mention.type else None
    if word is None or word in _NO_TYPE:
        return None
    return "Luật" if word == "Bộ luật" else word
