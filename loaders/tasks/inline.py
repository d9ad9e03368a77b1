"""Items inside a sentence: "(i) Chỉ đạo …; (ii) Chỉ đạo …", "(1) Tiếp tục rà soát …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.text import fold
from loaders.tasks.openings import opening_at
from loaders.tasks.pieces import Piece
from loaders.tasks.vocabulary import predicate
from loaders.text.coding import Words

_MARK = re.compile(r"\((i{1,3}|iv|vi{0,3}|ix|x|\d{1,2})\) ?")
_FIRST = frozenset({"1", "i"})


@dataclass(frozen=True, slots=True)
class InlineItem:
    """One item: its label, its first word and the word after its last."""

    label: str
    first: int
    after: int


def inline_items(one: Piece, first: int, after: int) -> Iterator[InlineItem]:
    """The items between two words; nothing where the marks count nouns, not duties."""
    words = one.words
    left, right = words.start(first), words.end(after - 1)
    marks = list(_MARK.finditer(one.text, left, right))
    if not marks or marks[0].group(1) not in _FIRST:
        return
    starts = [words.at(mark.end()) for mark in marks]
    if not all(predicate(words, at) or opening_at(words, at) for at in starts) or _counts(words, starts):
        return
    ends = [*(words.at(mark.start()) for mark in marks[1:]), after]
    for mark, start, end in zip(marks, starts, ends, strict=True):
        if start < end:
            yield InlineItem(mark.group(1), start, end)


def _counts(words: Words, starts: Sequence[int]) -> bool:
    """Whether the marks count things that the lead-in names: "hoàn thiện các báo cáo: (i) Báo cáo …"."""
    colon = next((at for at in range(starts[0] - 1, max(0, starts[0] - 6), -1) if words.word(at) == ":"), 0)
    named = _folded(words, max(0, colon - 2), colon)
    return len(named) == 2 and all(_folded(words, at, at + 2) == named for at in starts)


def _folded(words: Words, first: int, after: int) -> list[str]:
    return [fold(words.printed(at, at + 1)) for at in range(first, min(after, len(words)))]
