"""Tables of phrases, looked up in coded words: the longest phrase that starts at a word, or every place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.text.coding import Words, code_of
from loaders.text.vocabulary import phrase_groups

__all__ = ["Phrases", "phrase_groups", "table"]


class Phrases:
    """A table of phrases with values."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._values = {code_of(phrase): value for phrase, value in phrases}
        sizes: dict[str, set[int]] = {}
        for code in self._values:
            sizes.setdefault(code[0], set()).add(len(code))
        self._sizes = {letter: sorted(found, reverse=True) for letter, found in sizes.items()}
        self._reach = max(map(len, self._values)) - 1
        self._search = re.compile(_source(self._values)).search

    @property
    def firsts(self) -> frozenset[str]:
        """Letters of the words that begin a phrase."""
        return frozenset(self._sizes)

    def match(self, words: Words, index: int) -> int:
        """Number of words of the longest phrase that starts here, 0 when there is none."""
        sizes = self._sizes.get(words.code[index : index + 1])
        if sizes is None:  # as most often
            return 0
        code = words.code
        for size in sizes:
            part = code[index : index + size]
            if part in self._values:
                return len(part)
        return 0

    def find(self, words: Words, index: int) -> tuple[int, str]:
        """Length and value of the longest phrase that starts here; (0, "") when there is none."""
        size = self.match(words, index)
        return (size, self._values[words.code[index : index + size]]) if size else (0, "")

    def among(self, words: Words, start: int, end: int) -> bool:
        """Whether a phrase starts between two words."""
        found = self._search(words.code, start, end + self._reach)
        return found is not None and found.start() < end

    def next(self, words: Words, start: int) -> int:
        """Index of the first word from one on at which a phrase starts; -1 where there is none."""
        found = self._search(words.code, start)
        return found.start() if found else -1

    def places(self, words: Words, start: int, end: int) -> Iterator[int]:
        """Indexes of the words between two at which a phrase starts."""
        found = self._search(words.code, start, end + self._reach)
        while found and found.start() < end:
            yield found.start()
            found = self._search(words.code, found.start() + 1, end + self._reach)


def _source(codes: Iterable[str]) -> str:
    """Pattern of some codes: a tree, so that no letter is tried twice."""
    tails: dict[str, list[str]] = {}
    for code in codes:
        if code:
            tails.setdefault(code[0], []).append(code[1:])
    lone = "".join(re.escape(letter) for letter, after in tails.items() if after == [""])
    branches = [f"[{lone}]"] if lone else []
    for letter, after in tails.items():
        if after != [""]:
            branches.append(re.escape(letter) + _source(after) + ("?" if "" in after else ""))
    return f"(?:{'|'.join(branches)})"


@cache
def table(name: str, *groups: str) -> Phrases:
    """A table of some groups of a data file; the value of a phrase is its group."""
    found = phrase_groups(name)
    return Phrases((phrase, group) for group in groups for phrase in found[group])
