"""How alike two texts are, by their words, without order or case; and which of many may be alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from zlib import crc32

from graph.vocabulary.turns import plain_words

ALL_PAIRS = 60
"""Among so few texts every pair is looked at: 1,770 comparisons take 0.01 s."""
_RUN = 3
"""Words of a run: two of them ("dịch vụ", "trực tuyến") stand in a tenth of all duties."""
_KEYS = 12
"""Runs under which a text is found: a changed word spoils three, so two texts of one duty share some."""
_MOST_SHARING = 50
"""A run that more texts have is a turn of phrase."""


def similarity(one: str, other: str) -> float:
    """0 (nothing in common) to 100 (the words of one are all in the other)."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415

    return float(token_set_ratio(plain_words(one), plain_words(other)))


def likeness(one: str, other: str) -> float:
    """0 to 100 (the same words): like `similarity`, but what only one of them has counts half.

    Both are words as `plain_words` or `subject_words` gives them.
    """
    from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio  # noqa: PLC0415

    return round((token_set_ratio(one, other) + token_sort_ratio(one, other)) / 2, 1)


def near(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Indexes of the texts (words between blanks) that may be alike, the lower first; each pair once.

    Many texts are found by the rarest runs of words that they share, so the time grows with their number.
    """
    if len(texts) <= ALL_PAIRS:
        yield from combinations(range(len(texts)), 2)
        return
    runs = [_runs(text) for text in texts]
    sharing = Counter(run for each in runs for run in each)
    under: dict[int, list[int]] = defaultdict(list)
    for index, each in enumerate(runs):
        shared = [run for run in each if 1 < sharing[run] <= _MOST_SHARING]
        keys = sorted(shared, key=lambda run: (sharing[run], run))[:_KEYS]
        for other in sorted({other for key in keys for other in under[key]}):
            yield other, index
        for key in keys:
            under[key].append(index)


def _runs(text: str) -> frozenset[int]:
    """Runs of words as numbers, which take less room; two runs with one number only cost a comparison."""
    parts = text.split()
    runs = (" ".join(parts[at : at + _RUN]) for at in range(len(parts) - _RUN + 1))
    return frozenset(crc32(run.encode()) for run in runs)
