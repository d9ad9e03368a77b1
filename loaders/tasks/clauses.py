"""The duties of one paragraph: the item itself, and each clause that tells somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.model import AgencyMention
from loaders.agencies.actors import Actor, actors_at, is_named
from loaders.agencies.parts import OF, names_one
from loaders.tasks.drafts import Owner
from loaders.tasks.fields import mentions, sentence_starts
from loaders.tasks.openings import Opening, Trigger, find_opening
from loaders.tasks.pieces import Piece
from loaders.tasks.vocabulary import phrases, predicate
from loaders.tasks.voice import Voice, written_out
from loaders.text.coding import Words, words_of

_GROUP = 8
"""Words that may narrow a group down before its colon."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a paragraph that are one duty, and who is told; `explicit`: the words say so themselves."""

    first: int
    after: int
    owner: Owner
    explicit: bool


def parts(
    piece: Piece, owner: Owner, voice: Voice, *, closing: bool = False, headed: bool = False
) -> list[Part]:
    """The duties of a paragraph under an owner.

    `closing`: contingent reports are duties of their own. `headed`: the owner is named by a heading of the
    same item, which its sentences only repeat in part ("… các sở, ngành …; UBND các xã …").
    """
    words = piece.words
    starts = list(sentence_starts(words, 0, len(words)))
    ends = [*starts[1:], len(words)]
    found: list[Part] = []
    for start, end in zip(starts, ends, strict=True):
        if is_courtesy(words, start, end, closing=closing):
            continue
        opening = _concerned(words, start, end, owner) or find_opening(words, start, end)
        if _tells_nobody(piece, start, end, opening, voice):
            continue
        opening = heard(opening, voice)
        current = found[-1].owner if found else owner
        if found and not _parts_here(words, start, opening, current, piece, closing=closing):
            found[-1] = Part(found[-1].first, end, found[-1].owner, found[-1].explicit)
            continue
        if found and opening is None and phrases("connectives").match(words, start):
            found[-1] = Part(found[-1].first, end, found[-1].owner, found[-1].explicit)
            continue
        told = _owner(piece, opening, current, voice, headed=headed or bool(found))
        found.append(Part(start, end, told, opening is not None))
    return _with_topic(words, found)


def _concerned(words: Words, start: int, end: int, owner: Owner) -> Opening | None:
    """The group of "Đối với các xã còn trồng lúa: cần tập trung …", where its duty follows the colon.

    Without "cần" only below an owner who directs nobody: "Các cơ sở sản xuất: Đối với các lò gạch: …".
    """
    size = phrases("concerns").match(words, start)
    listed = actors_at(words, start + size) if size else None
    if listed is None or is_named(words, listed.actors[-1]):
        return None
    colon = words.code.find(":", listed.end, min(end, listed.end + _GROUP))
    if colon < 0 or any(names_one(words, at) for at in range(listed.end, colon)):
        return None
    nobody = bool(owner.lead) and not tells_public_body(owner)
    below = nobody and predicate(words, colon + 1) > 0
    if not (below or phrases("charged").match(words, colon + 1)):
        return None
    group = Actor(listed.actors[-1].start, colon)
    return Opening(start, colon, (*listed.actors[:-1], group), Trigger.SUBJECT)


def tells_public_body(owner: Owner) -> bool:
    """Whether the State or the Party is told, as "Sở Xây dựng cấp giấy phép …", not just anybody."""
    leads = [words_of(lead.name) for lead in owner.lead]
    return any(is_named(name, Actor(0, len(name))) or _is_public(name) for name in leads)


def _is_public(name: Words) -> bool:
    """Whether a group is of public bodies: "Các Sở quản lý công trình", "Đơn vị … của các bộ"."""
    owned = (at + 1 for at in range(len(name)) if name.word(at) in OF)
    return any(phrases("public").among(name, at, at + 2) for at in (0, *owned))


def _with_topic(words: Words, found: list[Part]) -> list[Part]:
    """The first duty with the topic before it: "Về …: Chính phủ đã … . Các bộ, ngành hoàn thiện …"."""
    if len(found) < 2 or found[0].owner.lead or not phrases("topics").match(words, found[0].first):
        return found
    return [replace(found[1], first=found[0].first), *found[2:]]


def _parts_here(
    words: Words, start: int, opening: Opening | None, owner: Owner, piece: Piece, *, closing: bool
) -> bool:
    """Whether a sentence is a duty apart from the one before it."""
    if closing and phrases("contingent").match(words, start) and words.word(start - 1) != ";":
        return True
    if opening is None or opening.trigger is Trigger.HEADING or _own_demand(words, start, opening, owner):
        return False
    if phrases("contingent", "finals").match(words, start) and words.word(start - 1) == ".":
        return not same_actors(mentions(piece, opening.actors), owner.lead)
    if opening.trigger is Trigger.SUBJECT and not any(is_named(words, actor) for actor in opening.actors):
        return not owner.lead and (closing or phrases("charged").match(words, opening.after) > 0)
    return not same_actors(mentions(piece, opening.actors), owner.lead)


def same_actors(told: tuple[AgencyMention, ...], lead: tuple[AgencyMention, ...]) -> bool:
    """Whether all that are told are among the lead already, or part of a group in it."""
    keys = [written_out(name.name) for name in lead]
    return all(
        any(written_out(name.name) in key or key in written_out(name.name) for key in keys) for name in told
    )


def _owner(piece: Piece, opening: Opening | None, owner: Owner, voice: Voice, *, headed: bool) -> Owner:
    """Who is told by an opening; the inherited owner when it names nobody else."""
    if opening is None or not opening.actors:
        return owner
    if _own_demand(piece.words, 0, opening, owner):
        return owner
    told = mentions(piece, opening.actors)
    if opening.trigger in (Trigger.SUBJECT, Trigger.HEADING) and owner.lead and same_actors(told, owner.lead):
        return owner if headed else replace(owner, lead=told)
    modality = voice.modality(opening.trigger, told)
    if not headed and opening.trigger is Trigger.SUBJECT and owner.rule == Trigger.REQUEST:
        modality = owner.modality  # "đề nghị …: - Trường hợp …, các đơn vị tạm dừng": still a request
    return Owner(told, (), modality, opening.trigger.value)


def _own_demand(words: Words, start: int, opening: Opening, owner: Owner) -> bool:
    """Whether a body named in a heading demands something itself, at the start of an item or after ";".

    "4. Sở Y tế ⏎ - Yêu cầu các trạm …; đồng thời yêu cầu các tổ chức, cá nhân …"
    """
    if owner.rule != Trigger.HEADING or opening.trigger is not Trigger.ORDER:
        return False
    first = start == opening.start == 0
    later = words.word(start - 1) == ";" and not any(is_named(words, one) for one in opening.actors)
    return (first or later) and phrases("demanding").match(words, start) > 0


def heard(opening: Opening | None, voice: Voice) -> Opening | None:
    """The opening, unless it only tells what somebody did: reports and submissions give no orders."""
    if opening is None or not voice.is_kind("accounts"):
        return opening
    return opening if opening.trigger in (Trigger.ORDER, Trigger.REQUEST) else None


def speaks(words: Words, opening: Opening, end: int) -> bool:
    """ "Phó Thủ tướng Chính phủ có ý kiến như sau:" tells nobody, nor "Ban Chỉ đạo làm việc theo …".

    Nor is it work to decide what is asked for: "đề nghị Hội đồng nhân dân tỉnh xem xét, thông qua".
    """
    if opening.trigger is Trigger.REQUEST:
        return phrases("approvals").match(words, opening.after) > 0
    if opening.trigger is not Trigger.SUBJECT:
        return False
    if words.word(end - 1) != ":":
        return phrases("working").match(words, opening.after) > 0
    return phrases("speech").match(words, opening.after) > 0


def _tells_nobody(piece: Piece, start: int, end: int, opening: Opening | None, voice: Voice) -> bool:
    """Whether a sentence speaks about the document ("Trên đây là ý kiến …") or only says something."""
    told = opening is not None and opening.trigger in (Trigger.ORDER, Trigger.REQUEST)
    if not told and phrases("remarks").match(piece.words, start):
        return True
    if opening is None:
        return False
    return (
        speaks(piece.words, opening, end) or _says(piece, opening, voice) or _submits(piece, opening, voice)
    )


def _submits(piece: Piece, opening: Opening, voice: Voice) -> bool:
    """Whether a submission asks those it is made to: "đề nghị đồng chí Phó Chủ tịch xem xét, cho ý kiến"."""
    asked = opening.trigger is Trigger.REQUEST and voice.is_kind("submissions")
    return asked and phrases("considers").match(piece.words, opening.after) > 0


def _says(piece: Piece, opening: Opening, voice: Voice) -> bool:
    """Whether the speaker only says what it thinks: "Bộ Tài chính đề nghị điều chỉnh …" in its own letter."""
    if opening.trigger is not Trigger.SUBJECT or not phrases("sayings").match(piece.words, opening.after):
        return False
    return voice.speaks(mentions(piece, opening.actors)[0].name)


def is_courtesy(words: Words, start: int, end: int, *, closing: bool) -> bool:
    """ "Văn phòng Chính phủ thông báo để … biết, thực hiện", and in closings "Kính gửi X tổng hợp"."""
    table = phrases("courtesy") if closing else phrases("informs")
    return table.among(words, start, end)


def told_in(piece: Piece, voice: Voice) -> Iterator[Part]:
    """The duties of a paragraph outside lists: only what names its actor itself."""
    for part in parts(piece, Owner(), voice, closing=True):
        if part.owner.lead and not (part.owner.rule == Trigger.SUBJECT and _is_own_act(piece, part, voice)):
            yield part


def _is_own_act(piece: Piece, part: Part, voice: Voice) -> bool:
    """Whether a sentence tells what the speaker itself does: "Chính phủ ban hành Nghị định về …"."""
    opening = find_opening(piece.words, part.first, part.after)
    enacts = opening is not None and phrases("enacts").match(piece.words, opening.after) > 0
    return enacts or voice.speaks(part.owner.lead[0].name)
