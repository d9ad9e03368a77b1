"""Labelled clauses: "Cơ quan chủ trì: …", "Cơ quan phối hợp: …", "Thời gian hoàn thành: …" (GUIDE T6)."""

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
    lines = [*own, *(piece for child in unit.children for piece in child.pieces)]
    stated = {group: (piece, at) for piece in lines for group, at in [label_at(piece.words, 0)] if group}
    if "labels_lead" not in stated or label_at(own[0].words, 0)[0]:
        return None
    lead = _actors(*stated["labels_lead"])
    if not lead:
        return None
    partners = _actors(*stated["labels_coordinate"]) if "labels_coordinate" in stated else ()
    time = _time(*stated["labels_time"]) if "labels_time" in stated else None
    stretches = tuple(Stretch(piece, 0, len(piece.words)) for piece in _through_last_label(lines))
    return replace(Draft(stretches, unit.section, Owner(lead, partners, rule="label")), shared=time)


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
