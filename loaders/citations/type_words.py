"""Words for kinds of documents, as they head a citation ("Công văn", "QĐ", "Thông báo kết luận")."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from graph.vocabulary import doc_types
from graph.vocabulary.tables import rows, several
from loaders.text.patterns import WholeWords
from loaders.text.scanned import spellings


class TypeWord(NamedTuple):
    """A type word in the text, and the canonical noun that it stands for."""

    start: int
    end: int
    type: str


@cache
def _words() -> Mapping[str, str]:
    """Canonical noun by the lower-case word: the types of the vocabulary, then words that stand for them."""
    with files("graph").joinpath("data", "citation_types.toml").open("rb") as table:
        more = tomllib.load(table)
    words = {word.lower(): doc_types.canonical_type(word) or word for word in doc_types.type_words()}
    words |= {word.lower(): word for word in more["types"]["words"]}
    words |= {word.lower(): type_ for word, type_ in more["variants"]["words"].items()}
    return {read: type_ for word, type_ in words.items() for read in spellings(word)} | words


@cache
def abbreviations() -> Mapping[str, str]:
    """Canonical noun by printed abbreviation ("CV 3954/UBND-VX")."""
    return {
        short: row["is_a"] or row["name"]
        for row in rows("doc_types")
        for short in several(row["abbreviations"])
    }


@cache
def _pattern() -> WholeWords:
    return WholeWords(_words(), not_after=("pháp ", "kỷ "))  # "pháp luật", "kỷ luật"


def find(text: str, start: int = 0, end: int | None = None) -> Iterator[TypeWord]:
    """Every type word between two places of a flat text, in order."""
    words = _words()
    for first, after in _pattern().spans(text, start, len(text) if end is None else end):
        printed = text[first:after].lower()
        yield TypeWord(first, after, words.get(printed) or words[" ".join(printed.split())])
