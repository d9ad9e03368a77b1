"""Labelled clauses: "Cơ quan chủ trì: …", "Cơ quan phối hợp: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from graph.model import AgencyMention, Deadline
from loaders import deadlines
from loaders.agencies.actors import Actor, actors_at
from loaders.tasks.drafts import Draft, Owner, Stretch
from loaders.tasks.fields import as_deadline, mentions
from loaders.tasks.pieces import Piece, Unit
from loaders.tasks.vocabulary import phrases
from loaders.text.coding import Words, anchors

_NARROW = 6
"""Words that may narrow the actor of a label down."""
_SIGNS = anchors(".;")
_LABELS = ("labels_lead", "labels_coordinate", "labels_time")


def label_at(words: Words, index: int) -> tuple[str, int]:
    """The label that a line begins with and the index after its colon; ("", index) when there is none."""
    size, group = phrases(*_LABELS).find(words, index)
    if size and words.word(index + size) == ":":
        return group, index + size + 1
    return "", index


def labels_of(words: Words) -> list[tuple[str, int, int]]:
    """Group, first word and end of each value of a label line: "Đơn vị chủ trì: …; Đơn vị phối hợp: …"."""
    group, at = label_at(words, 0)
    found: list[tuple[str, int, int]] = []
    for place in words.places(_SIGNS, at, len(words) if group else 0):
        following = label_at(words, place + 1)
        if following[0]:
            found.append((group, at, place))
            group, at = following
    return [*found, (group, at, len(words))] if group else []


def labelled(unit: Unit, own: Sequence[Piece]) -> Draft | None:
    """The duty of a clause that ends in label lines, None for any other item."""
    heads = [*own[1:], *(child.pieces[0] for child in unit.children if child.pieces), *_tail(unit)]
    if label_at(own[0].words, 0)[0] or not any(label_at(head.words, 0)[0] == "labels_lead" for head in heads):
        return None
    lines = [*own, *(piece for child in unit.children for piece in _lines(child))]
    lead = _stated(lines, "labels_lead")
    if not lead:
        return None
    stretches = tuple(Stretch(piece, 0, len(piece.words)) for piece in _through_last_label(lines))
    owner = Owner(lead, _stated(lines, "labels_coordinate"), rule="label")
    return replace(Draft(stretches, unit.section, owner), shared=_stated_time(lines), labelled=True)


def _tail(unit: Unit) -> Sequence[Piece]:
    """Label lines below a list, which close its last item in print but speak of all items."""
    if not unit.children or any(_is_labelled(child) for child in unit.children[:-1]):
        return ()
    return unit.children[-1].pieces[1:]


def _is_labelled(unit: Unit) -> bool:
    return any(label_at(piece.words, 0)[0] for piece in unit.pieces[1:])


def _lines(unit: Unit) -> Iterator[Piece]:
    yield from unit.pieces
    for child in unit.children:
        yield from _lines(child)


def _stated(lines: Sequence[Piece], group: str) -> tuple[AgencyMention, ...]:
    """The actors of the first label line of a group that names any, there or on the line below it."""
    for piece, below in zip_longest(lines, lines[1:]):
        for found, at, end in labels_of(piece.words):
            under = below if at == end and below and not label_at(below.words, 0)[0] else None
            stated = (under, 0, len(under.words)) if under else (piece, at, end)
            actors = _actors(*stated) if found == group else ()
            if actors:
                return actors
    return ()


def _stated_time(lines: Sequence[Piece]) -> Deadline | None:
    """The first time that a label line states."""
    for piece in lines:
        for group, at, end in labels_of(piece.words):
            time = _time(piece, at, end) if group == "labels_time" else None
            if time is not None:
                return time
    return None


def _through_last_label(lines: Sequence[Piece]) -> Iterator[Piece]:
    last = max(i for i, piece in enumerate(lines) if label_at(piece.words, 0)[0])
    alone = label_at(lines[last].words, 0)[1] == len(lines[last].words)
    yield from lines if alone else lines[: last + 1]


def _actors(piece: Piece, index: int, after: int) -> tuple[AgencyMention, ...]:
    """The actors of a label's value."""
    listed = actors_at(piece.words, index, semicolons=True)
    found = [actor for actor in listed.actors if actor.start < after] if listed else []
    if len(found) == 1 and _goes_on(piece.words, found[0].end, after):
        found = [Actor(found[0].start, after - (piece.words.word(after - 1) == "."))]
    return mentions(piece, found)


def _goes_on(words: Words, index: int, after: int) -> bool:
    """Whether a few words narrow a single actor down: "Các cơ quan, đơn vị | theo quy định"."""
    rest = words.code[index:after]
    return 1 < len(rest) <= _NARROW and not {",", ";", ":", "("} & set(rest)


def _time(piece: Piece, index: int, after: int) -> Deadline | None:
    """The time after a label, as printed, up to the next label."""
    if index >= after:
        return None
    start = piece.words.start(index)
    printed = piece.text[start : piece.words.end(after - 1)].rstrip(' .;”"')
    return as_deadline(piece, deadlines.value(printed), start) if printed else None
