"""Headings and lead-ins of lists: what they are, and whom they name for what stands below."""

from __future__ import annotations

from loaders.agencies.actors import actors_at
from loaders.layout.markers import Style
from loaders.tasks.clauses import heard, speaks
from loaders.tasks.drafts import Owner
from loaders.tasks.fields import before_colon, last_sentence, mentions, partners
from loaders.tasks.narrowing import narrowed_group
from loaders.tasks.openings import Opening, Trigger, find_opening, opening_at, orders_in
from loaders.tasks.pieces import Piece, Unit
from loaders.tasks.vocabulary import phrases
from loaders.tasks.voice import Voice
from loaders.text.coding import Words, letters

_CLOSED = tuple(".;!?…")
_AND = letters("và", ",")
_ABOUT = letters("về")
_TITLE = 25
"""Words of a heading in which its subject shows."""
_SHORT = 40
"""Words of the longest heading that ends without a sign."""


def is_heading(piece: Piece) -> bool:
    """A colon at the end, or few words and no sign."""
    text = piece.text.rstrip("*_ ")
    if text.endswith(":"):
        return True
    return not text.endswith(_CLOSED) and len(piece.words) <= _SHORT


def is_silent(unit: Unit) -> bool:
    """A heading under which nothing is ordered: "MỤC ĐÍCH, YÊU CẦU"."""
    words = unit.pieces[0].words
    if unit.children and phrases("members", "rights").among(words, 0, len(words)):
        return True
    if unit.children and phrases("rights_of").match(words, 0):
        return True
    size = phrases("silent").match(words, 0)
    if not size or not (unit.children or len(unit.pieces) > 1) or not is_heading(unit.pieces[0]):
        return False
    if phrases("demands").match(words, 0) >= size or _names_duties(words, size):
        return False
    return len(words) - size <= 14 and actors_at(words, size) is None


def is_aim(unit: Unit) -> bool:
    """Whether a silent heading is of aims and demands, where even a lead-in orders nothing."""
    return phrases("aims").match(unit.pieces[0].words, 0) > 0


def is_lead_in(piece: Piece) -> bool:
    """Whether a paragraph without a mark opens a list: "Bộ Y tế có trách nhiệm:" (its "2." was lost)."""
    words = piece.words
    opening = opening_at(words, 0) if piece.text.endswith(":") else None
    return (
        opening is not None
        and opening.trigger is Trigger.SUBJECT
        and opening.after + phrases("charged").match(words, opening.after) == len(words) - 1
    )


def _names_duties(words: Words, index: int) -> bool:
    """Whether a heading goes on to duties: "THỜI GIAN | VÀ TRÁCH NHIỆM THỰC HIỆN"."""
    return words.word(index) in _AND and phrases("implementation", "duties_of").match(words, index + 1) > 0


def is_implementation(unit: Unit) -> bool:
    """A heading on who carries the rules out: "Điều 12. Trách nhiệm của Bộ Y tế"."""
    words = unit.pieces[0].words
    title = words.code.index(".") if "." in words.code else len(words)
    return phrases("implementation").among(words, 0, min(title, _TITLE))


def is_closing_part(unit: Unit) -> bool:
    """Whether a heading holds the closing orders of a document: "3. Tổ chức thực hiện"."""
    if not unit.pieces:
        return False
    piece = unit.pieces[0]
    return is_heading(piece) and phrases("implementation").match(piece.words, 0) == len(piece.words)


def heading_owner(piece: Piece, owner: Owner, voice: Voice) -> Owner:
    """The owner that a heading or lead-in gives to what stands below it."""
    opening = heard(_heading_opening(piece), voice)
    partners_ = partners(piece, 0, len(piece.words))
    if opening is None:
        return owner.with_partners(partners_)
    told = mentions(piece, opening.actors)
    return Owner(told, partners_, voice.modality(opening.trigger, told), opening.trigger.value)


def _heading_opening(piece: Piece) -> Opening | None:
    """The actors of a heading: at its start, after an order in it, or the subject of its last sentence."""
    words = piece.words
    last = last_sentence(words)
    found = find_opening(words, last, len(words)) if last else None
    if found is not None and found.trigger is Trigger.SUBJECT:
        return found
    about = words.word(0) in _ABOUT
    size = phrases("duties_of").match(words, about)
    first = about + size if size else 0  # "1. Về trách nhiệm của | các cấp ủy …"
    group = narrowed_group(words, first)
    if group is not None:
        return Opening(first, group.end, group.actors, Trigger.HEADING)
    found = opening_at(words, first) or (_class_alone(words, first) if first else None)
    if found is not None and found.trigger is Trigger.SUBJECT and speaks(words, found, len(words)):
        found = None
    if found is not None:
        return found
    orders = orders_in(words, 0, len(words))
    if orders:
        return orders[-1]
    found = None if phrases("topics").match(words, 0) else find_opening(words, 0, len(words))
    return None if found is None or speaks(words, found, len(words)) else found


def _class_alone(words: Words, index: int) -> Opening | None:
    """ "Trách nhiệm của | chủ đầu tư": the heading makes somebody in particular of a bare class word."""
    listed = actors_at(words, index)
    if listed is None or listed.end < before_colon(words):
        return None
    return Opening(index, listed.end, listed.actors, Trigger.HEADING)


def is_chapter(unit: Unit) -> bool:
    """Whether a heading is the title of a chapter ("BẢO HIỂM XÃ HỘI BẮT BUỘC"), not of somebody's duties."""
    titled = phrases("duties_of").match(unit.pieces[0].words, 0) > 0
    return unit.style in (Style.PART, Style.CHAPTER, Style.SECTION) and not titled


def introduces(unit: Unit, voice: Voice) -> bool:
    """Whether the last paragraph leads to what the speaker sends: "Bộ Tài chính gửi kèm bộ tài liệu gồm:"."""
    last = unit.pieces[-1]
    opening = opening_at(last.words, 0) if len(unit.pieces) > 1 and is_heading(last) else None
    if opening is None or opening.trigger is not Trigger.SUBJECT:
        return False
    return voice.speaks(mentions(last, opening.actors)[0].name)
