"""The words of a flat text, coded: one letter a word, so that phrases are looked up as patterns.

A sign stands for itself, a word of the vocabulary has a letter of its own, all other words share one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, update_wrapper
from itertools import accumulate, chain, count, pairwise
from operator import add
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from graph.text import fold, unaccent
from loaders.text.vocabulary import phrase_groups

# "KH&CN" is one word; every other sign stands by itself
_WORD = re.compile(r"\w+(?:&\w+)*|[^\w\s]")
_OTHER, _NUMBER = "_", "0"
"""Letters of the words that are in no table, and of the numbers among them."""
_FIRST = 0x4E00
"""The letters are Han letters: no sign is one, and words in that script are in no table."""
_KNOWN, _LONG, _KEPT = 1 << 15, 40, 1 << 12
"""Chunks between blanks whose letters are remembered, their longest, and those whose places are."""

_VOCABULARY = ("agency_phrases.toml", "task_phrases.toml")
"""Data files whose words are known before any text is read."""
_letters: dict[str, str] = {}


def letters(*words: str) -> frozenset[str]:
    """The letters of some words, which enter the vocabulary."""
    return frozenset(map(_entered, words))


def numbers() -> frozenset[str]:
    """The letters of all numbers."""
    return frozenset(letter for word, letter in _letters.items() if word[0].isdigit()) | {_NUMBER}


def code_of(phrase: str) -> str:
    """The letters of a phrase, whose words enter the vocabulary."""
    return "".join(map(_entered, _WORD.findall(phrase)))


def _entered(word: str) -> str:
    key = fold(word)
    if key not in _letters:
        if _coding.cache_info().currsize:  # else what a text says would depend on what was read before it
            raise RuntimeError(f'"{word}" enters the vocabulary when texts were read already')
        _letters[key] = chr(_FIRST + len(_letters)) if key[0].isalnum() else key
    return _letters[key]


def anchors(*letters: Iterable[str]) -> re.Pattern[str]:
    """Finds the words of these letters in a code."""
    return re.compile(f"[{re.escape(''.join(sorted(set(chain(*letters)))))}]")


class _Coding(dict[str, str]):
    """Letters and shapes of the words between two blanks, of all that were met."""

    def __init__(self, seam: re.Pattern[str] | None) -> None:
        super().__init__()
        self._seam = seam
        self.places_of_short = lru_cache(maxsize=_KEPT)(self.places)
        for name in _VOCABULARY:
            for phrase in chain.from_iterable(phrase_groups(name).values()):
                code_of(phrase)

    def __missing__(self, chunk: str) -> str:
        made = "".join(map(_pair, self.words(chunk)))
        if len(self) >= _KNOWN:
            self.clear()
        if len(chunk) <= _LONG:
            self[chunk] = made
        return made

    def words(self, chunk: str) -> Iterable[str]:
        """The words of a chunk."""
        found = _WORD.findall(chunk)
        return chain.from_iterable(map(self._seam.split, found)) if self._seam else found

    def places(self, chunk: str) -> tuple[list[int], list[int]]:
        """Where the words of a chunk start and end."""
        starts, ends = [], []
        end = 0
        for word in self.words(chunk):
            start = chunk.index(word, end)
            end = start + len(word)
            starts.append(start)
            ends.append(end)
        return starts, ends


@lru_cache(maxsize=_KEPT)
def _pair(word: str) -> str:
    """Letter and shape; a long chunk says the same few signs and words again and again."""
    return _letter(word) + _shape(word[0])


def _letter(word: str) -> str:
    key = fold(word)
    is_sign = len(key) == 1 and not (key.isalnum() or key == "_")
    return _letters.get(key) or (key if is_sign else _NUMBER if key[:1].isdigit() else _OTHER)


def _shape(first: str) -> str:
    """Two facts in one letter: whether it is a word ("A", "a") and whether it is capital ("A", "^")."""
    capital = first.isupper() or first.isdigit()
    return ("A" if capital else "a") if first.isalnum() else ("^" if capital else ".")


_SMALL = str.maketrans("A^", "a.")
_coding = cache(_Coding)


@cache
def _printed() -> tuple[Mapping[tuple[str, str], str], Mapping[str, str]]:
    """Letters of the pairs of words in the vocabulary, and of its words, by their keys without diacritics.

    Only what no other one shares its key with.
    """
    phrases = (phrase for name in _VOCABULARY for group in phrase_groups(name).values() for phrase in group)
    pairs = {pair: code_of(" ".join(pair)) for phrase in phrases for pair in pairwise(phrase.split())}
    return (
        _unshared((code, (unaccent(first), unaccent(second))) for (first, second), code in pairs.items()),
        _unshared((letter, unaccent(word)) for word, letter in _letters.items()),
    )


_Key = TypeVar("_Key")


def _unshared(coded: Iterable[tuple[str, _Key]]) -> dict[_Key, str]:
    found: dict[_Key, set[str]] = {}
    for code, key in coded:
        found.setdefault(key, set()).add(code)
    return {key: min(codes) for key, codes in found.items() if len(codes) == 1}


def _as_printed(words: Sequence[str], code: str) -> str:
    """The letters of what a scanner misread: "tô chức" is "tổ chức", "đoàn thê" is "đoàn thể"."""
    pairs, single = _printed()
    keys = list(map(unaccent, words))
    letters_ = [
        single.get(key, _OTHER) if letter == _OTHER else letter
        for key, letter in zip(keys, code, strict=True)
    ]
    found = {at: pairs[pair] for at, pair in enumerate(pairwise(keys)) if pair in pairs}
    right = {at for at, read in found.items() if code[at : at + 2] == read}
    for at, read in found.items():
        if not {at - 1, at, at + 1} & right:  # "hướng dẫn cụ thể": no "dân cư" in the middle
            letters_[at : at + 2] = read
    return "".join(letters_)


class Coded:
    """A text coded once, parts of which are asked for as words."""

    def __init__(self, text: str, seam: re.Pattern[str] | None = None) -> None:
        self.text = text
        self._known = _coding(seam)
        self._chunks = text.split(" ")
        self._coded = list(map(self._known.__getitem__, self._chunks))
        pairs = "".join(self._coded)
        self._code, self._shapes = pairs[::2], pairs[1::2]
        self._long: dict[int, tuple[list[int], list[int]]] = {}

    def as_printed(self) -> Self:
        """The same with the letters of what a scanner misread."""
        words = list(chain.from_iterable(map(self._known.words, self._chunks)))
        self._code = _as_printed(words, self._code)
        return self

    @cached_property
    def _begins(self) -> list[int]:
        """Where each chunk starts; made when it is first asked for: of many texts no word is reported."""
        return list(map(add, accumulate(map(len, self._chunks), initial=0), count()))

    @cached_property
    def _counts(self) -> list[int]:
        """Twice the words before each chunk."""
        return list(accumulate(map(len, self._coded), initial=0))

    def whole(self) -> Words:
        """All words of the text."""
        return self._words(0, len(self._code), 0, self.text)

    def part(self, start: int, end: int) -> Words | None:
        """The words between two places; None where one of them cuts a word."""
        first, after = self._edge(start), self._edge(end)
        return (
            None if first is None or after is None else self._words(first, after, start, self.text[start:end])
        )

    def _edge(self, place: int) -> int | None:
        """Index of the word that begins at or after a place, None inside a word."""
        chunk = bisect_right(self._begins, place) - 1
        inside = place - self._begins[chunk]
        if inside == 0:
            return self._counts[chunk] // 2
        if inside >= len(self._chunks[chunk]):
            return self._counts[chunk + 1] // 2
        starts, ends = self._inside(chunk)
        at = bisect_left(starts, inside)
        return None if at and ends[at - 1] > inside else self._counts[chunk] // 2 + at

    def _words(self, first: int, after: int, start: int, text: str) -> Words:
        shapes = self._shapes[first:after]
        if text.isupper():  # as titles are: capitals tell nothing there
            shapes = shapes.translate(_SMALL)
        return Words(text, self._code[first:after], shapes, self, first, start)

    def span(self, index: int) -> tuple[int, int]:
        """Start and end of a word."""
        chunk = bisect_right(self._counts, 2 * index) - 1
        starts, ends = self._inside(chunk)
        begin, at = self._begins[chunk], index - self._counts[chunk] // 2
        return begin + starts[at], begin + ends[at]

    def at(self, place: int) -> int:
        """Index of the first word that starts at or after a place."""
        chunk = bisect_right(self._begins, place) - 1
        starts, _ = self._inside(chunk)
        return self._counts[chunk] // 2 + bisect_left(starts, place - self._begins[chunk])

    def _inside(self, index: int) -> tuple[list[int], list[int]]:
        """Where the words of a chunk are in it."""
        chunk = self._chunks[index]
        if len(chunk) <= _LONG:
            return self._known.places_of_short(chunk)
        if index not in self._long:
            self._long[index] = self._known.places(chunk)
        return self._long[index]


@dataclass(slots=True)
class Words:
    """The words of a flat text."""

    text: str
    code: str
    """One letter a word."""
    _shapes: str = field(repr=False)
    _source: Coded = field(repr=False, compare=False)
    _first: int = field(repr=False, compare=False)
    _start: int = field(repr=False, compare=False)
    """The first word and the first place of this text in its source."""
    memo: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was found out about these words."""

    def __len__(self) -> int:
        return len(self.code)

    def word(self, index: int) -> str:
        """The letter of a word, "" outside the text."""
        return self.code[index : index + 1]

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital letter or a digit."""
        return index < len(self._shapes) and self._shapes[index] in "A^"

    def is_word(self, index: int) -> bool:
        """Whether this is a word, not a sign."""
        return index < len(self._shapes) and self._shapes[index] in "Aa"

    def start(self, index: int) -> int:
        """Where a word starts in the text."""
        return self._source.span(self._first + index)[0] - self._start

    def end(self, index: int) -> int:
        """Where a word ends in the text."""
        return self._source.span(self._first + index)[1] - self._start

    def printed(self, first: int, after: int) -> str:
        """The text from word `first` up to, not including, word `after`."""
        return self.text[self.start(first) : self.end(after - 1)]

    def places(self, anchor: re.Pattern[str], start: int, end: int) -> Iterator[int]:
        """Indexes of the words between two that an anchor finds."""
        return (found.start() for found in anchor.finditer(self.code, start, end))

    def at(self, place: int) -> int:
        """Index of the first word that starts at or after a place of the text."""
        return self._source.at(self._start + place) - self._first


_Flags = ParamSpec("_Flags")
_Found = TypeVar("_Found")
_Reading = Callable[Concatenate[Words, int, _Flags], _Found]


def remembered(read: _Reading[_Flags, _Found]) -> _Reading[_Flags, _Found]:
    """A reading of the words at a place, done once for each place and kept with the words."""

    def found(words: Words, index: int, /, *args: _Flags.args, **flags: _Flags.kwargs) -> _Found:
        key = (read, index, *flags.items())
        if key not in words.memo:
            words.memo[key] = read(words, index, *args, **flags)
        known: _Found = words.memo[key]
        return known

    update_wrapper(found, read)
    return found


def words_of(text: str, seam: re.Pattern[str] | None = None) -> Words:
    """The words of a text; a seam parts those that ran together."""
    return Coded(text, seam).whole()
