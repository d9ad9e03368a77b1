"""Phrases as scanners spell them: "sửa đổi, bổ sung" is read "sửa đôi, bỗ sung" (scanned_words.csv).

The table holds misreadings that are no words themselves, so that no other sentence is taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, product

from graph.vocabulary.tables import rows, several


@cache
def _misread() -> Mapping[str, tuple[str, ...]]:
    """What is printed, in small letters, and how it is read."""
    return {row["printed"]: tuple(several(row["scanned"])) for row in rows("scanned_words")}


@cache
def _printed() -> re.Pattern[str]:
    words = "|".join(sorted(_misread(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)({words})(?!\w)")


def spellings(phrase: str) -> Iterator[str]:
    """The phrase in small letters, first as it is printed, then as it may be read."""
    parts = _printed().split(phrase.lower())
    yield from map("".join, product(*((part, *_misread().get(part, ())) for part in parts)))


def misread() -> Iterator[str]:
    """All phrases as they are misread."""
    return chain.from_iterable(_misread().values())
