"""Who watches over the duties of a whole document: "Giao X theo dõi, đôn đốc …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from graph.model import AgencyMention, TaskMention
from graph.text import fold
from graph.vocabulary.agencies import written_out
from loaders.agencies.parts import vocabulary
from loaders.tasks.openings import find_opening
from loaders.tasks.pieces import piece
from loaders.tasks.vocabulary import phrases
from loaders.text.coding import words_of

_NEAR, _REACH = 24, 40
"""Words after the actor in which the watching begins, and in which its object stands."""


def with_monitors(text: str, tasks: Sequence[TaskMention]) -> list[TaskMention]:
    """The duties of a document, each with those who watch over it; nobody watches over himself."""
    watching = [task for task in tasks if _watches(text, task)]
    if not watching:
        return list(tasks)
    monitors = tuple({actor.name: actor for task in watching for actor in task.lead}.values())
    return [task if task in watching else replace(task, monitor=_others(task, monitors)) for task in tasks]


def _others(task: TaskMention, monitors: Sequence[AgencyMention]) -> tuple[AgencyMention, ...]:
    leads = [_body(actor.name) for actor in task.lead]
    return tuple(actor for actor in monitors if not any(_same(_body(actor.name), lead) for lead in leads))


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are of one body, the place of which may be left unnamed ("… Thành phố")."""
    size = min(len(one), len(other))
    return one[:size] == other[:size]


@lru_cache(maxsize=1024)
def _body(actor: str) -> tuple[str, ...]:
    """The words of its body, without post and bracket: "Giám đốc Sở Nội vụ (Thường trực)" is Sở Nội vụ."""
    name = fold(written_out(actor.partition("(")[0]))
    words = words_of(name)
    title = vocabulary().titles.match(words, 0)
    return tuple((name[words.start(title) :] if 0 < title < len(words) else name).split())


def _watches(text: str, task: TaskMention) -> bool:
    """Whether a duty is to watch over the duties of the document."""
    words = piece(text, (task.start, task.end)).words
    if not all(phrases(group).among(words, 0, len(words)) for group in ("monitors", "monitored")):
        return False
    opening = find_opening(words, 0, len(words))
    start = opening.after if opening else 0
    near = phrases("monitors").among(words, start, start + _NEAR)
    return near and phrases("monitored").among(words, start, start + _REACH)
