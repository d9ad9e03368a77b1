"""What in a list is a duty, and what only looks like one: a ground, names, a quota, narration."""

from __future__ import annotations

import re

from loaders.agencies.actors import actors_at
from loaders.tasks.clauses import Part
from loaders.tasks.openings import Trigger, find_opening, opening_at
from loaders.tasks.pieces import Piece
from loaders.tasks.vocabulary import phrases, predicate
from loaders.tasks.voice import Voice
from loaders.text.coding import Words, letters

_LONG_ENOUGH = 12
"""Words from which an item counts as a duty though its first word is no known verb."""
_CLAUSE_SIGNS = frozenset(",:;")
_AMENDED = letters("đổi")
"""Before its comma: "sửa đổi, bổ sung" names a text."""

_RECEIVERS = re.compile(r": [A-ZĐ]{2,6}, [A-ZĐ]{2,6}\b")
"""After the actor of a line of receivers: "- VPUB: CVP, PCVP, TH"."""


def is_duty(piece: Piece) -> bool:
    """Whether a lead-in tells somebody to do something itself."""
    opening = find_opening(piece.words, 0, len(piece.words))
    if opening is None:
        return phrases("predicates").match(piece.words, 0) > 0
    return opening.trigger is not Trigger.HEADING


def is_bare(piece: Piece, part: Part) -> bool:
    """Whether the words only name an actor: a heading of a text elsewhere, or a quota ("…: tối đa 05")."""
    opening = opening_at(piece.words, part.first)
    if opening is None or opening.trigger is not Trigger.HEADING:
        return False
    if opening.after >= part.after - 1 or _RECEIVERS.match(piece.words.printed(opening.after, part.after)):
        return True
    return phrases("quotas").match(piece.words, opening.after + 1) > 0


def looks_like_duty(piece: Piece, part: Part, voice: Voice) -> bool:
    """False for narration and for nouns in a list, except what a comment letter asks to add."""
    words = piece.words
    if voice.comment and part.owner.lead:
        return True
    if _only_cites(words, part) or _only_names(words, part):
        return False
    first = part.first + (not words.is_word(part.first))
    no_duty = phrases("narration", "nouns").match(words, first)
    does = phrases("predicates", "connectives", "adverbials").match(words, first)
    long_enough = part.after - first >= _LONG_ENOUGH and not voice.is_kind("normative")
    return no_duty < does or (not no_duty and long_enough)


def _only_cites(words: Words, part: Part) -> bool:
    """Whether an item is but a ground: "- Căn cứ khoản 1 Điều 3 Nghị định số 12/2025/NĐ-CP …"."""
    if not phrases("grounds").match(words, part.first):
        return False
    commas = (place for place in range(part.first, part.after) if words.word(place) in _CLAUSE_SIGNS)
    return not any(predicate(words, at + 1) and words.word(at - 1) not in _AMENDED for at in commas)


def _only_names(words: Words, part: Part) -> bool:
    """Whether an item is a list of receivers: "Chính phủ; - Cục Thống kê, Bộ Tài chính; …"."""
    if actors_at(words, part.first) is None:
        return False
    acts = (predicate(words, place) and not words.capital(place) for place in range(part.first, part.after))
    return not any(acts)
