"""Which citation another one points back to: by a name that the text gave, by number, or by words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from functools import lru_cache

from graph.model import CitationKind, Relation
from graph.text import fold
from loaders.agencies import issuers
from loaders.citations import type_words
from loaders.citations.aliases import Alias
from loaders.citations.anaphora import QUOTED
from loaders.citations.found import Found

_NUMBER = re.compile(r"\d+$")
_SYMBOL_NUMBER = re.compile(r"\d+(?=[-/])")
_key = lru_cache(maxsize=1024)(fold)
_RECENT = 8
"""Issuers that are compared by their words; a text speaks of few at a time."""


def with_antecedents(found: Sequence[Found], defined: Sequence[Alias]) -> list[Found]:
    """Each mention with the index of what it points back to, where it points back."""
    earlier = _Earlier(defined)
    done: list[Found] = []
    for index, item in enumerate(found):
        antecedent = earlier.antecedent(item)
        done.append(item if antecedent is None else item._replace(antecedent=antecedent))
        earlier.add(index, item)
    return done


class _Earlier:
    """What has been read so far, by all that a later mention can point with."""

    def __init__(self, defined: Sequence[Alias]) -> None:
        self._definitions = deque(sorted(defined, key=lambda alias: alias.defined))
        self._last: int | None = None
        self._types: dict[str | None, int] = {}
        self._amended: dict[str | None, int] = {}
        self._numbers: dict[tuple[str | None, str], int] = {}
        self._names: dict[str, int] = {}
        self._issuers: deque[tuple[str, int]] = deque(maxlen=_RECENT)

    def add(self, index: int, item: Found) -> None:
        """Remember a mention that names its document itself."""
        if item.kind is CitationKind.ANAPHORA or item.alias:
            return
        self._last = self._types[item.type] = index
        if item.relation is Relation.AMENDS:
            self._amended[item.type] = index
        if number := _SYMBOL_NUMBER.match(item.symbol or ""):
            self._numbers[item.type, number.group()] = index
        if item.issuer:
            self._issuers.append((item.issuer, index))

    def antecedent(self, item: Found) -> int | None:
        """What the mention points back to."""
        self._define(item.start)
        if item.kind is CitationKind.NUMBERED:
            return None
        named = item.name or (item.type if item.alias else None)
        if named and self._names and (known := self._names.get(_key(named))) is not None:
            return known
        if item.rule == "short_number":  # "Nghị quyết 57" after "Nghị quyết số 57-NQ/TW"
            number = _NUMBER.search(item.name or "")
            return self._numbers.get((item.type, number.group())) if number else None
        return self._pointed_to(item) if item.kind is CitationKind.ANAPHORA else None

    def _define(self, position: int) -> None:
        """Names defined before this place stand for the last document of their type, else for the last."""
        while self._definitions and self._definitions[0].defined <= position:
            alias = self._definitions.popleft()
            word = next(iter(type_words.find(alias.name)), None)
            stands_for = self._types.get(word.type if word else None, self._last)
            if stands_for is not None:
                self._names.setdefault(_key(alias.name), stands_for)

    def _pointed_to(self, item: Found) -> int | None:
        """Of the same body, of the same type, else the last: what "văn bản trên" means."""
        for issuer, index in reversed(self._issuers):
            if item.issuer and _alike(item.issuer, issuer):
                return index
        if item.rule == QUOTED and item.type in self._amended:
            return self._amended[item.type]
        if item.type in self._types:
            return self._types[item.type]
        return self._last if item.type == "Văn bản" else None


def _alike(first: str, second: str) -> bool:
    """One body in two spellings: "Sở Khoa học bvaf Công nghệ", "Hiệp hội" for its full name."""
    same_head = issuers.initials(first)[:2] == issuers.initials(second)[:2]
    return same_head or fold(first) in fold(second)
