"""Whom the draft that a letter comments on gives a duty to: "nhiệm vụ giao Sở Y tế trong dự thảo"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model import Drafted, Modality, TaskMention
from loaders.agencies.actors import Actor, actors_at
from loaders.tasks.fields import mentions, sentence_starts
from loaders.tasks.openings import opening_at, phrases
from loaders.tasks.pieces import Body, Piece, Unit
from loaders.text.phrases import Words, folded

_LEAD_IN = 6
"""Words of the longest phrase that leads to the draft's own words."""
_ADDING = folded("sung", "thêm", "thành", "bằng")
"""Last words of "bổ sung", "sửa thành": the words that follow are the letter's, not the draft's."""
_MARK_ENDS = frozenset(").")


def with_drafted(body: Body, tasks: Iterable[TaskMention]) -> list[TaskMention]:
    """The duties of a body; proposed ones with whom the draft gives them to, where the letter says it."""
    return [
        replace(task, drafted=_drafted(body, task)) if task.modality is Modality.PROPOSED else task
        for task in tasks
    ]


def _drafted(body: Body, task: TaskMention) -> Drafted | None:
    """What the nearest paragraph says: of the item itself, of the items around it, of the opening."""
    around = [one for unit in _around(body.units, task.start) for one in unit.pieces]
    for one in reversed([*body.opening, *around]):
        if one.raw(0, 1)[0] < task.end:
            found = [said for said in _statements(one) if said.start < task.end]
            if found:
                return found[-1]
    return None


def _around(units: Sequence[Unit], place: int) -> Iterator[Unit]:
    """The items that hold a place, the outermost first."""
    for unit in units:
        if unit.span[0] <= place < unit.span[1]:
            yield unit
            yield from _around(unit.children, place)


def _statements(one: Piece) -> Iterator[Drafted]:
    """Every place of a paragraph that says whom the draft gives a duty to."""
    words = one.words
    for place in range(len(words)):
        size = phrases("drafted").match(words, place)
        listed = actors_at(words, place + size) if size else None
        if listed is not None:
            yield _said(one, place, listed.actors)
        elif words.word(place) == "“" and _quotes_draft(words, place):
            opening = opening_at(words, _after_mark(words, place + 1))
            if opening is not None:
                yield _said(one, opening.start, opening.actors)


def _quotes_draft(words: Words, place: int) -> bool:
    """Whether what is quoted here is the draft: "có nội dung “…”", not "bổ sung nội dung “…”"."""
    lead_in = phrases("draft_words")
    sizes = [size for size in range(1, _LEAD_IN) if lead_in.match(words, place - size) == size]
    return bool(sizes) and words.word(place - max(sizes) - 1) not in _ADDING


def _after_mark(words: Words, place: int) -> int:
    """Index after "c)", "1." or "-" at the start of a quotation."""
    if words.word(place) == "-":
        return place + 1
    return place + 2 if words.word(place + 1) in _MARK_ENDS and len(words.word(place)) <= 2 else place


def _said(one: Piece, place: int, actors: Sequence[Actor]) -> Drafted:
    starts = list(sentence_starts(one.words, 0, len(one.words)))
    first = max(start for start in starts if start <= place)
    after = min((start for start in starts if start > place), default=len(one.words))
    start, end = one.raw(place, actors[-1].end)
    sentence_start, sentence_end = one.raw(first, after)
    return Drafted(mentions(one, actors), start, end, sentence_start, sentence_end)
