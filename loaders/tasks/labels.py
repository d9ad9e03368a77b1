"""Labelled clauses: "Cơ quan chủ trì: …", "Cơ quan phối hợp: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.model import AgencyMention, Deadline
from loaders import deadlines
from loaders.agencies import actors_at
from loaders.phrases import Words
from loaders.tasks.drafts import Draft, Owner, Stretch
from loaders.tasks.fields import as_deadline, mentions
from loaders.tasks.openings import phrases
from loaders.tasks.pieces import Piece, Unit

_LABELS = ("labels_lead", "labels_coordinate", "labels_time")


def label_at(words: Words, index: int) -> tuple[str, int]:
    """The label that a line begins with and the index after its colon; ("", index) when there is none."""
    size, group = phrases(*_LABELS).find(words, index)
    if size and words.word(index + size) == ":":
        return group, index + size + 1
    return "", index


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
    """The actors of the first label line of a group that names any."""
    for piece in lines:
        found, at = label_at(piece.words, 0)
        actors = _actors(piece, at) if found == group else ()
        if actors:
            return actors
    return ()


def _stated_time(lines: Sequence[Piece]) -> Deadline | None:
    found = (label_at(piece.words, 0) for piece in lines)
    times = (
        _time(piece, at) for piece, (group, at) in zip(lines, found, strict=True) if group == "labels_time"
    )
    return next((time for time in times if time is not None), None)


def _through_last_label(lines: Sequence[Piece]) -> Iterator[Piece]:
    last = max(i for i, piece in enumerate(lines) if label_at(piece.words, 0)[0])
    yield from lines[: last + 1]


def _actors(piece: Piece, index: int) -> tuple[AgencyMention, ...]:
    """The actors after a label."""
    listed = actors_at(piece.words, index, semicolons=True)
    return mentions(piece, listed.actors) if listed else ()


def _time(piece: Piece, index: int) -> Deadline | None:
    """The time after a label, as printed."""
    if index >= len(piece.words):
        return None
    start = piece.words.starts[index]
    end = len(piece.text.rstrip(' .;”"'))
    return as_deadline(piece, deadlines.value(piece.text[start:end]), start) if start < end else None
