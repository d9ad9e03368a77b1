"""Letters that comment on a draft (góp ý): quoted tasks and statements of responsibility are proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import Deadline, Header, Modality
from graph.text import fold
from loaders import deadlines
from loaders.agencies.actors import actors_at
from loaders.tasks.drafts import Draft, Owner, Stretch
from loaders.tasks.fields import as_deadline, mentions, partners, sentence_starts
from loaders.tasks.inline import inline_items
from loaders.tasks.labels import label_at
from loaders.tasks.openings import Trigger, opening_at, orders_in
from loaders.tasks.pieces import Body, Piece, Unit, piece
from loaders.tasks.vocabulary import phrases
from loaders.tasks.voice import Voice
from loaders.text.coding import Words, letters

_ACT = tuple(
    fold(w)
    for w in ("góp ý", "tham gia ý kiến", "tham gia góp ý", "có ý kiến", "ý kiến tham gia", "ý kiến như sau")
)
_TOLD = letters("đó", "việc", "theo", "các", "được", "nội", "dung")
_DRAFT = fold("dự thảo")
_LETTERS = tuple(fold(w) for w in ("Công văn", "Văn bản", "Phiếu góp ý", "Phiếu lấy ý kiến"))
_QUOTE = re.compile(r"“([^”]{30,4000})”")
# "chỉnh sửa thành “b) …”", "đề xuất bổ sung nội dung … như sau: “…”"
_EDIT = re.compile(r"(?:thành|như sau|bổ sung|cụ thể|nội dung sau|là)\W{0,4}$", re.IGNORECASE)
_MARK = re.compile(r"(?:([a-zđ]|\d{1,2})[.)]|-) ?")
_RESPONSIBLE = re.compile(
    r"(?:thuộc trách nhiệm(?: [^\W\d_]+){0,2} của|trách nhiệm của|thuộc thẩm quyền của) ", re.IGNORECASE
)


def is_comment(header: Header, body: Body) -> bool:
    """Whether a letter gives an opinion on a draft to an equal or higher body."""
    if header.type is not None and fold(header.type.value) not in _LETTERS:
        return False
    said = " ".join(fold(part.text) for part in body.opening)
    subject = fold(header.subject.value) if header.subject else ""
    return _DRAFT in said + subject and any(act in said or act in subject for act in _ACT)


def quoted_duties(unit: Unit) -> tuple[list[Draft], list[Piece]] | None:
    """The quoted tasks of an item and its paragraphs without them; None for an item that quotes no task."""
    found = list(_quotes(unit))
    if not found:
        return None
    drafts = [draft for whole, left, right in found for draft in _quoted(unit, whole, left, right)]
    places = [whole.flat.raw(left, right) for whole, left, right in found]
    apart = [one for one in unit.pieces if not _touches(one, places)]
    return drafts, [said for one in apart for said in _without_lead_in(unit, one)]


def _without_lead_in(unit: Unit, one: Piece) -> Iterator[Piece]:
    """A paragraph without the sentence that leads to the quotation: "… đề xuất bổ sung … như sau:"."""
    if not one.text.endswith(":"):
        yield one
        return
    *_, last = sentence_starts(one.words, 0, len(one.words))
    if last > 0:
        yield piece(unit.source, one.raw(0, last))


def _quotes(unit: Unit) -> Iterator[tuple[Piece, int, int]]:
    """The quotations that stand where a text is to be changed."""
    whole = piece(unit.source, unit.span)
    for match in _QUOTE.finditer(whole.text):
        if _EDIT.search(whole.text, max(0, match.start() - 30), match.start()):
            yield whole, match.start(1), match.end(1)


def _touches(one: Piece, places: Sequence[tuple[int, int]]) -> bool:
    start, end = one.raw(0, len(one.words))
    return any(start < right and left < end for left, right in places)


def _quoted(unit: Unit, whole: Piece, left: int, right: int) -> Iterator[Draft]:
    """The tasks of one quotation."""
    mark = _MARK.match(whole.text, left, right)
    section = f"{unit.section}.{mark.group(1)}" if mark and mark.group(1) else unit.section
    first = whole.words.at(mark.end() if mark else left)
    after = whole.words.at(right)
    opening = opening_at(whole.words, first)
    if opening is None:
        return
    owner = Owner(mentions(whole, opening.actors), rule="quoted", modality=Modality.PROPOSED)
    inside = list(inline_items(whole, first, after))
    if inside:
        owner = owner.with_partners(partners(whole, first, inside[0].first))
    for label, start, end in [(i.label, i.first, i.after) for i in inside] or [("", first, after)]:
        draft = Draft((Stretch(whole, start, end),), f"{section}.{label}" if label else section, owner)
        yield replace(draft, shared=_labelled_time(whole, start, end))


def _labelled_time(whole: Piece, first: int, after: int) -> Deadline | None:
    """ "- Thời gian hoàn thành: Nhiệm vụ thường xuyên." inside a quotation."""
    for place in range(first, after):
        group, at = label_at(whole.words, place) if whole.words.word(place - 1) == "-" else ("", place)
        if group == "labels_time" and at < after:
            start, end = whole.words.start(at), whole.words.end(after - 1)
            printed = whole.text[start:end].rstrip(" .;")
            return as_deadline(whole, deadlines.value(printed), start)
    return None


def responsible(one: Piece, first: int, after: int) -> Owner | None:
    """The owner in "việc rà soát … thuộc trách nhiệm của Sở X"."""
    left, right = one.words.start(first), one.words.end(after - 1)
    found = list(_RESPONSIBLE.finditer(one.text, left, right))
    for match in reversed(found):
        listed = actors_at(one.words, one.words.at(match.end()))
        if listed is not None:
            return Owner(mentions(one, listed.actors), rule="responsible", modality=Modality.PROPOSED)
    return None


def _asks(words: Words, at: int) -> bool:
    """Whether a request stands here that is not told of: no "theo đó đề nghị", no "việc đề nghị"."""
    return phrases("requests").match(words, at) > 0 and words.word(at - 1) not in _TOLD


def asks_addressee(one: Piece, voice: Voice) -> Owner | None:
    """The addressee, where a request names nobody: "Đề nghị xem lại và bỏ"."""
    if not voice.comment or not voice.addressees:
        return None
    asks = any(_asks(one.words, at) for at in range(len(one.words)))
    if not asks or orders_in(one.words, 0, len(one.words)):
        return None
    return Owner(voice.addressees, rule=Trigger.REQUEST.value, modality=Modality.REQUESTED)
