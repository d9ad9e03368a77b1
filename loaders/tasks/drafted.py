"""Whom the draft that a letter comments on gives a duty to: "nhiệm vụ giao Sở Y tế trong dự thảo"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from graph.model import Drafted, Modality, TaskMention
from loaders.agencies.actors import Actor, actors_at
from loaders.tasks.fields import mentions, sentence_starts
from loaders.tasks.openings import opening_at
from loaders.tasks.pieces import Body, Piece, Unit
from loaders.tasks.vocabulary import phrases
from loaders.text.coding import Words, anchors, letters, remembered

_LEAD_IN = 6
"""Words of the longest phrase that leads to the draft's own words."""
_ADDING = letters("sung", "thêm", "thành", "bằng")
"""Last words of "bổ sung", "sửa thành": the words that follow are the letter's, not the draft's."""
_QUOTE, _MARK_ENDS = anchors("“"), frozenset(").")


def with_drafted(body: Body, tasks: Iterable[TaskMention]) -> list[TaskMention]:
    """The duties of a body; proposed ones with whom the draft gives them to, where the letter says it."""
    return [
        replace(task, drafted=_drafted(body, task)) if task.modality is Modality.PROPOSED else task
        for task in tasks
    ]


def _drafted(body: Body, task: TaskMention) -> Drafted | None:
    """What the nearest paragraph says: of the item itself, of the items around it, of the lead-in."""
    around = [one for unit in _around(body.units, task.start) for one in unit.pieces]
    for one in reversed([*body.opening[-1:], *around]):
        said = [(place, actors) for place, actors in _said(one.words, 0) if _starts(one, place) < task.end]
        if said:
            return _as_drafted(one, *said[-1])
    return None


def _starts(one: Piece, place: int) -> int:
    return one.raw(place, place + 1)[0]


def _around(units: Sequence[Unit], place: int) -> Iterator[Unit]:
    """The items that hold a place, the outermost first."""
    index = bisect_right(units, place, key=lambda unit: unit.span[0]) - 1
    if index >= 0 and place < units[index].span[1]:
        yield units[index]
        yield from _around(units[index].children, place)


@remembered
def _said(words: Words, index: int) -> list[tuple[int, Sequence[Actor]]]:
    """From a word on, every place that says whom the draft gives a duty to, and whom it names."""
    given = phrases("drafted")
    found: list[tuple[int, Sequence[Actor]]] = []
    for place in given.places(words, index, len(words)):
        listed = actors_at(words, place + given.match(words, place))
        if listed is not None:
            found.append((place, listed.actors))
    for place in words.places(_QUOTE, index, len(words)):
        opening = opening_at(words, _after_mark(words, place + 1)) if _quotes_draft(words, place) else None
        if opening is not None:
            found.append((opening.start, opening.actors))
    return sorted(found, key=itemgetter(0))


@remembered
def _sentences(words: Words, index: int) -> list[int]:
    return list(sentence_starts(words, index, len(words)))


def _quotes_draft(words: Words, place: int) -> bool:
    """Whether what is quoted here is the draft: "có nội dung “…”", not "bổ sung nội dung “…”"."""
    lead_in = phrases("draft_words")
    sizes = [
        size for size in range(1, min(_LEAD_IN, place + 1)) if lead_in.match(words, place - size) == size
    ]
    return bool(sizes) and words.word(place - max(sizes) - 1) not in _ADDING


def _after_mark(words: Words, place: int) -> int:
    """Index after "c)", "1." or "-" at the start of a quotation."""
    if words.word(place) == "-":
        return place + 1
    marked = words.word(place + 1) in _MARK_ENDS and words.end(place) - words.start(place) <= 2
    return place + 2 if marked else place


def _as_drafted(one: Piece, place: int, actors: Sequence[Actor]) -> Drafted:
    starts = [*_sentences(one.words, 0), len(one.words)]
    after = bisect_right(starts, place, 0, len(starts) - 1)
    start, end = one.raw(place, actors[-1].end)
    sentence_start, sentence_end = one.raw(starts[after - 1], starts[after])
    return Drafted(mentions(one, actors), start, end, sentence_start, sentence_end)
