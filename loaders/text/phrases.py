"""Text as words, and tables of phrases that are looked up word by word, the longest first."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from graph.text import fold

# "KH&CN" is one word; every other sign stands by itself.
_WORD = re.compile(r"\w+(?:&\w+)*|[^\w\s]")

_folded = lru_cache(maxsize=1 << 16)(fold)


def folded(*words: str) -> frozenset[str]:
    """Words as they are compared."""
    return frozenset(_folded(word) for word in words)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a flat text: their places and their folded forms."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]
    upper: bool = False
    """All in capitals, as titles are: capitals tell nothing there."""

    def __len__(self) -> int:
        return len(self.folded)

    def word(self, index: int) -> str:
        """The folded word, "" outside the text."""
        return self.folded[index] if 0 <= index < len(self.folded) else ""

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter or a digit."""
        if self.upper or index >= len(self.folded):
            return False
        first = self.text[self.starts[index]]
        return first.isupper() or first.isdigit()

    def is_word(self, index: int) -> bool:
        """Whether this is a word, not a sign."""
        return index < len(self.folded) and self.text[self.starts[index]].isalnum()

    def at(self, place: int) -> int:
        """Index of the first word that starts at or after a place of the text."""
        return bisect_left(self.starts, place)


def words_of(text: str) -> Words:
    """The words of a flat text."""
    starts: list[int] = []
    ends: list[int] = []
    found: list[str] = []
    for word in _WORD.finditer(text):
        starts.append(word.start())
        ends.append(word.end())
        found.append(word[0])
    return Words(text, tuple(starts), tuple(ends), tuple(map(_folded, found)), text.isupper())


@dataclass(slots=True)
class _Node:
    """One step in a table of phrases."""

    value: str | None = None
    after: dict[str, _Node] = field(default_factory=dict)


class Phrases:
    """A table of phrases with values, found in as many steps as a phrase has words."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for phrase, value in phrases:
            node = self._root
            for word in words_of(phrase).folded:
                node = node.after.setdefault(word, _Node())
            node.value = value

    def match(self, words: Words, index: int) -> int:
        """Number of words of the longest phrase that starts here, 0 when there is none."""
        folded = words.folded
        if index >= len(folded) or folded[index] not in self._root.after:
            return 0  # most words begin no phrase
        return self.find(words, index)[0]

    def find(self, words: Words, index: int) -> tuple[int, str]:
        """Length and value of the longest phrase that starts here; (0, "") when there is none."""
        node, place, best = self._root, index, (0, "")
        while place < len(words.folded):
            following = node.after.get(words.folded[place])
            if following is None:
                break
            node, place = following, place + 1
            if node.value is not None:
                best = (place - index, node.value)
        return best


@cache
def phrase_groups(name: str) -> dict[str, tuple[str, ...]]:
    """The groups of phrases of a data file: name of the group -> its phrases."""
    with files("graph").joinpath("data", name).open("rb") as source:
        return {group: tuple(row["phrases"]) for group, row in tomllib.load(source).items()}


@cache
def table(name: str, *groups: str) -> Phrases:
    """A table of some groups of a data file; the value of a phrase is its group."""
    found = phrase_groups(name)
    return Phrases((phrase, group) for group in groups for phrase in found[group])
