"""The duties of list items: what a heading says is inherited, what an item says itself comes first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.model import AgencyMention, Deadline
from loaders.agencies.actors import actors_at
from loaders.layout.markers import Style
from loaders.tasks.clauses import Part, parts, same_actors, tells_public_body, told_in
from loaders.tasks.comments import asks_addressee, quoted_duties, responsible
from loaders.tasks.drafts import Draft, Owner, Stretch
from loaders.tasks.fields import before_colon, deadline, last_sentence, mentions, partners
from loaders.tasks.headings import (
    heading_owner,
    introduces,
    is_aim,
    is_chapter,
    is_closing_part,
    is_heading,
    is_implementation,
    is_lead_in,
    is_silent,
)
from loaders.tasks.inline import InlineItem, inline_items
from loaders.tasks.labels import labelled
from loaders.tasks.openings import Trigger, find_opening, opening_at
from loaders.tasks.pieces import PARTS, Piece, Unit
from loaders.tasks.resemblance import is_bare, is_duty, looks_like_duty
from loaders.tasks.vocabulary import phrases
from loaders.tasks.voice import Voice
from loaders.text.coding import code_of, letters

_COMPLETED = re.compile("hoàn thành", re.IGNORECASE)
_COOPERATE, _WITH = code_of("phối hợp"), letters("với")
_THIS = letters("này")
"""After its type word a document speaks of itself: "Quyết định này có hiệu lực …"."""


class Place(NamedTuple):
    """Where a unit stands: who is told above it, and the part of the document around its list."""

    owner: Owner
    voice: Voice
    enclosing: str | None = None
    ruled: bool = False
    """Below a heading on implementation ("Trách nhiệm thi hành")."""
    last: bool = True
    """Whether the list ends with this unit: its last paragraphs may be outside the list."""


def unit_duties(unit: Unit, place: Place) -> Iterator[Draft]:
    """The duties of an item and of all items inside it."""
    if unit.pieces and is_silent(unit):
        yield from _after_account(unit, place)
        return
    ruled = place.ruled or (bool(unit.pieces) and is_implementation(unit))
    holds = unit.style in PARTS or (bool(unit.children) and is_closing_part(unit))
    here = place._replace(ruled=ruled, enclosing=unit.section if holds else place.enclosing)
    found = _unit_duties(unit, here)
    if unit.style is Style.ARTICLE and place.voice.is_kind("normative") and not ruled:
        yield from (draft for draft in found if tells_public_body(draft.owner))
    else:
        yield from found


def _after_account(unit: Unit, place: Place) -> Iterator[Draft]:
    """The items that an account of the past leads to: "…, tỉnh Hòa An cần thực hiện các nhiệm vụ sau:"."""
    if not unit.pieces:
        return
    leads = is_heading(unit.pieces[-1])
    owner = heading_owner(unit.pieces[-1], Owner(), place.voice) if leads else Owner()
    if len(unit.pieces) > 1 and owner.lead:
        for child in unit.children:
            yield from unit_duties(child, place._replace(owner=owner, enclosing=unit.section))
    elif not is_aim(unit):
        for child in unit.children:
            yield from _after_account(child, place)


def _unit_duties(unit: Unit, here: Place) -> Iterator[Draft]:
    """The duties of an item in its place; "Điều 2." alone on its line only holds its clauses."""
    if not unit.pieces:
        yield from _inside(unit, here)
        return
    own, outside = _split_outside(unit, here)
    label = labelled(unit, own)
    quoted = quoted_duties(unit) if here.voice.comment else None
    if label is not None:
        yield label
    elif quoted is not None:
        if quoted[1]:
            yield from _item(quoted[1], unit.section, here)
        yield from quoted[0]
    elif unit.children and not introduces(unit, here.voice):
        yield from _branch(unit, own, here)
    else:
        yield from _leaf(unit, own, here)
    for piece in outside:
        yield from closing_duties(piece, here)


def closing_duties(piece: Piece, place: Place) -> Iterator[Draft]:
    """The duties of a paragraph that is outside the list."""
    addressee = asks_addressee(piece, place.voice)
    if addressee is not None:
        yield _draft((Stretch(piece, 0, len(piece.words)),), place.enclosing, addressee)
    for part in told_in(piece, place.voice):
        if is_bare(piece, part):
            continue
        yield _draft((Stretch(piece, part.first, part.after),), place.enclosing, part.owner)


def _draft(stretches: tuple[Stretch, ...], section: str | None, owner: Owner) -> Draft:
    return Draft(stretches, section, owner)


# ---- items -------------------------------------------------------------------------------------


def _branch(unit: Unit, own: Sequence[Piece], place: Place) -> Iterator[Draft]:
    """An item with items inside: its lead-in lends its actor, its duty paragraphs are duties."""
    owner = place.owner
    before: list[Draft] = []
    for piece in own:
        if is_heading(piece) or len(own) == 1:
            before.extend(_ahead(piece, unit.section, place._replace(owner=owner)))
            before.extend(_begun_inline(piece, unit, place._replace(owner=owner)))
            owner = owner if is_chapter(unit) else heading_owner(piece, owner, place.voice)
        else:
            before.extend(_item((piece,), unit.section, place._replace(owner=owner)))
            lends = before and not phrases("closings", "contingent").match(piece.words, 0)
            owner = before[-1].owner if lends and before[-1].owner.rule != place.owner.rule else owner
    if owner.lead and _seeks_partners(own[-1]):
        yield from before
        yield from _with_partners(unit, place._replace(owner=owner))
        return
    inside = list(bounded(_inside(unit, place._replace(owner=owner)), own[-1]))
    yield from before
    if not inside and not before and owner.lead and is_duty(own[-1]):
        whole = len(own) == len(unit.pieces)  # else a paragraph that has left the list stands before them
        yield _draft(_all_stretches(unit) if whole else _stretches(own), unit.section, owner)
    yield from inside


def _ahead(piece: Piece, section: str | None, place: Place) -> Iterator[Draft]:
    """Duties in the same paragraph: "Sở … tiếp nhận hồ sơ. Trong thời hạn 03 ngày, Sở có trách nhiệm:"."""
    last = last_sentence(piece.words) if piece.text.endswith(":") else 0
    if not last or find_opening(piece.words, last, len(piece.words)) is None:
        return
    for part in parts(piece, place.owner, place.voice):
        if part.explicit and part.first < last and not is_bare(piece, part):
            yield _draft((Stretch(piece, part.first, min(part.after, last)),), section, part.owner)


def _seeks_partners(piece: Piece) -> bool:
    """Whether a lead-in breaks off before its partners: "b) Chủ trì, phối hợp với:"."""
    words = piece.words
    end = before_colon(words)
    end -= words.word(end - 1) in _WITH
    return words.code[max(0, end - len(_COOPERATE)) : end] == _COOPERATE


def _with_partners(unit: Unit, place: Place) -> Iterator[Draft]:
    """Items that begin with the partners of their lead-in: "- Sở Tài chính và các đơn vị tham mưu …"."""
    for child in unit.children:
        listed = actors_at(child.pieces[0].words, 0) if child.pieces and not child.children else None
        if listed is None:
            yield from unit_duties(child, place)
        else:
            partners_ = mentions(child.pieces[0], listed.actors)
            yield _draft(_stretches(child.pieces), child.section, place.owner.with_partners(partners_))


def bounded(drafts: Iterable[Draft], lead_in: Piece) -> Iterator[Draft]:
    """Duties under a lead-in with a time, which bounds those without one.

    "…, hoàn thành trong tháng 11 năm 2025, cụ thể:"; "Trong thời hạn 03 ngày sau khi …, Sở có trách nhiệm:".
    """
    until = _until(lead_in) if lead_in.text.endswith(":") else None
    for draft in drafts:
        yield replace(draft, shared=until) if until and draft.shared is None else draft


def _until(lead_in: Piece) -> Deadline | None:
    words, start = lead_in.words, last_sentence(lead_in.words)
    if phrases("within").match(words, start):
        return deadline(lead_in, start, len(words))
    until = deadline(lead_in, 0, len(words)) if _COMPLETED.search(lead_in.text) else None
    return until if until and until.date else None


def _inside(unit: Unit, place: Place) -> Iterator[Draft]:
    """The duties of the items inside an item."""
    for index, child in enumerate(unit.children):
        last = place.last and index == len(unit.children) - 1
        yield from unit_duties(child, place._replace(last=last))
        if len(child.pieces) > 1 and is_lead_in(child.pieces[-1]):
            place = place._replace(owner=heading_owner(child.pieces[-1], place.owner, place.voice))


def _begun_inline(piece: Piece, unit: Unit, place: Place) -> Iterator[Draft]:
    """The first items of a series inside a sentence, whose later marks happen to begin lines."""
    if unit.children[0].style in (Style.PAREN_NUMBER, Style.PAREN_ROMAN):
        inside = _series(piece)
        if inside:
            yield from _inline(piece, inside, unit.section, place)


def _all_stretches(unit: Unit) -> tuple[Stretch, ...]:
    inside = (stretch for child in unit.children for stretch in _all_stretches(child))
    return (*_stretches(unit.pieces), *inside)


def _stretches(pieces: Sequence[Piece]) -> tuple[Stretch, ...]:
    return tuple(Stretch(piece, 0, len(piece.words)) for piece in pieces)


def _leaf(unit: Unit, own: Sequence[Piece], place: Place) -> Iterator[Draft]:
    """An item without items inside."""
    if not own:
        return
    for at, piece in enumerate(own):
        if series := _series(piece):
            yield from _with_series(unit, own, at, series, place)
            return
    head, rest = own[0], own[1:]
    opening = opening_at(head.words, 0)
    if len(rest) == 1 and _is_deliverable(head):
        yield from _deliverable(head, rest[0], unit.section, place)
        return
    if not rest or not is_heading(head):
        yield from _item(own, unit.section, place)
        return
    if opening is not None:
        owner = heading_owner(head, place.owner, place.voice)
        yield from _item(own, unit.section, place._replace(owner=owner))
        return
    owner = heading_owner(head, place.owner, place.voice)
    for piece in rest:
        yield from _item((piece,), unit.section, place._replace(owner=owner))


def _series(piece: Piece) -> list[InlineItem]:
    return list(inline_items(piece, 0, len(piece.words)))


def _with_series(
    unit: Unit, own: Sequence[Piece], at: int, series: Sequence[InlineItem], place: Place
) -> Iterator[Draft]:
    """An item one paragraph of which holds a series: "…, cụ thể: (i) Rà soát …; (ii) Chỉ đạo …"."""
    above = own[:at]
    if above and is_heading(above[0]):
        place = place._replace(owner=heading_owner(above[0], place.owner, place.voice))
        above = above[1:]
    yield from _leaf(unit, above, place)
    yield from _inline(own[at], series, unit.section, place)
    yield from _leaf(unit, own[at + 1 :], place)


def _is_deliverable(piece: Piece) -> bool:
    """Whether a paragraph only names a text to be written: no "Báo cáo tháng: Sở Tài chính tổng hợp …"."""
    words = piece.words
    size = phrases("deliverables").match(words, 0)
    return size > 0 and words.word(size) not in _THIS and find_opening(words, 0, len(words)) is None


def _deliverable(name: Piece, duty: Piece, section: str, place: Place) -> Iterator[Draft]:
    """A text to be written, and who writes it: "Nghị quyết về …⏎Đảng ủy xã tham mưu, trình …"."""
    for draft in _item((duty,), section, place):
        first = draft.stretches[0]
        above = (Stretch(name, 0, len(name.words)),) if first.piece is duty and first.first == 0 else ()
        yield replace(draft, stretches=(*above, *draft.stretches))


def _inline(piece: Piece, inside: Sequence[InlineItem], section: str, place: Place) -> Iterator[Draft]:
    """Items inside a sentence, under what the sentence says before them."""
    opening = find_opening(piece.words, 0, inside[0].first)
    owner = place.owner
    if opening is not None:
        told = mentions(piece, opening.actors)
        owner = Owner(told, (), place.voice.modality(opening.trigger, told), opening.trigger.value)
    owner = owner.with_partners(partners(piece, 0, inside[0].first))
    for item in inside:
        if owner.lead:
            yield _draft((Stretch(piece, item.first, item.after),), f"{section}.{item.label}", owner)


def _item(pieces: Sequence[Piece], section: str | None, place: Place) -> Iterator[Draft]:
    """The duty of an item, continuation paragraphs included, and the duties of others in it."""
    owner, main = place.owner, None
    done: list[Draft] = []
    for piece in pieces:
        if place.voice.comment:
            owner = _commented(piece, owner, place.voice)
        for part in _duty_parts(piece, owner, place.voice, first=main is None):
            stretch = Stretch(piece, part.first, part.after)
            if (len(pieces) == 1 or piece is not pieces[0]) and is_bare(piece, part):
                continue
            if piece.printed(part.first, part.after).isupper():  # a heading, or a model letterhead
                continue
            if main is None or (part.explicit and not same_actors(part.owner.lead, owner.lead)):
                main = _draft((stretch,), section, part.owner)
                done.append(main)
                owner = part.owner
            else:
                main = replace(main, stretches=(*main.stretches, stretch))
                done[-1] = main
    yield from _share_deadline([draft for draft in done if draft.owner.lead])


def _commented(piece: Piece, owner: Owner, voice: Voice) -> Owner:
    """In a comment letter: who is said to be responsible, else the addressee of a request without a name."""
    return responsible(piece, 0, len(piece.words)) or asks_addressee(piece, voice) or owner


def _duty_parts(piece: Piece, owner: Owner, voice: Voice, *, first: bool) -> list[Part]:
    found = parts(piece, owner, voice, headed=not first)
    if first and found and not found[0].explicit and not looks_like_duty(piece, found[0], voice):
        return [part for part in found[1:] if part.explicit]
    return found


def _share_deadline(drafts: list[Draft]) -> list[Draft]:
    """ "Thời hạn hoàn thành: trước ngày …" at the end of an item is for all its parts."""
    if len(drafts) < 2:
        return drafts
    last = drafts[-1]
    end = last.stretches[-1]
    if not phrases("labels_time").match(end.piece.words, _last_sentence(end)):
        return drafts
    shared = last.task().deadline
    return [replace(draft, shared=shared) for draft in drafts]


def _last_sentence(stretch: Stretch) -> int:
    """Index of the first word of the last sentence."""
    code = stretch.piece.words.code
    last = max(code.rfind(sign, stretch.first, stretch.after - 1) for sign in ".;")
    return last + 1 if last >= 0 else stretch.first


# ---- what leaves the list ----------------------------------------------------------------------


def _split_outside(unit: Unit, place: Place) -> tuple[list[Piece], list[Piece]]:
    """An item's own paragraphs, and those after it that belong to the whole document."""
    own = [unit.pieces[0]]
    topic = is_heading(own[0]) or _is_deliverable(own[0])
    first = opening_at(own[0].words, 0)
    told = mentions(own[0], first.actors) if first else ()
    for index, piece in enumerate(unit.pieces[1:], start=1):
        if not unit.children and is_lead_in(piece) and piece is unit.pieces[-1] and not topic:
            break
        if _leaves(piece, place, told, topic=topic and index == 1):
            return own, list(unit.pieces[index:])
        own.append(piece)
    return own, []


def _leaves(piece: Piece, place: Place, told: tuple[AgencyMention, ...], *, topic: bool) -> bool:
    """Whether a paragraph opens with an order to others than those `told` above, or is addressed to all."""
    words = piece.words
    if topic:
        return False
    if phrases("closings").match(words, 0):
        return True
    opening = opening_at(words, 0)
    if opening is None:
        return phrases("courtesy").among(words, 0, len(words))
    if opening.trigger in (Trigger.ORDER, Trigger.REQUEST):
        return not told or not same_actors(mentions(piece, opening.actors), told)
    return place.last
