"""Who is said to hold a duty (nhận trách nhiệm): one side of a dispute, and whether two sides differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.model import Agency, Document, Evidence, Node, NodeId
from graph.vocabulary.overlap import overlap
from graph.vocabulary.tables import rows
from graph.vocabulary.tiers import COMMUNE, NATIONAL
from graph.vocabulary.turns import plain_words, subject_words
from queries.tasks import Owner, TaskRow

CENTRAL = ""
"""The place of what central bodies give out: it counts for the whole country."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a dispute, proved by a place in a file."""

    owners: tuple[Owner, ...]
    """Empty where a letter rewrites a part of a draft and nothing says whose it is there."""
    evidence: Evidence
    document: NodeId
    task: NodeId | None = None
    """None for what a draft says: it is known from the letter alone."""
    pinpoint: str | None = None
    """The part of the draft."""


def claim_of(row: TaskRow) -> Claim:
    """What the first place of a task says."""
    return Claim(row.lead, row.places[0].evidence, row.task.document, row.task.id)


def differ(one: Iterable[Owner], other: Iterable[Owner]) -> bool:
    """Whether both sides name owners, and no owner of one may be an owner of the other."""
    first, second = tuple(one), tuple(other)
    return bool(first and second) and not any(_may_be_one(own, far) for own in first for far in second)


def _may_be_one(one: Owner, other: Owner) -> bool:
    return one.id == other.id or overlap(one.printed or one.name, other.printed or other.name)


def place_of(document: Node | None) -> str | None:
    """The place for which a document speaks: a jurisdiction, CENTRAL, or None where it is not known."""
    if not isinstance(document, Document):
        return None
    if document.tier is not None and document.tier <= NATIONAL:
        return CENTRAL
    return document.jurisdiction


def level_of(agency: Node | None) -> str | None:
    """Whether a body is of the centre, a province or a commune; None where it is not known."""
    tier = agency.tier if isinstance(agency, Agency) else None
    if tier is None:
        return None
    return "centre" if tier <= NATIONAL else "commune" if tier == COMMUNE else "province"


def points_at_itself(text: str) -> bool:
    """Whether a duty is about its own document ("theo dõi việc thực hiện Kế hoạch này")."""
    return _this_document().search(plain_words(text)) is not None


@cache
def _this_document() -> re.Pattern[str]:
    types = sorted({plain_words(row["name"]) for row in rows("doc_types")}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, types))}) {plain_words('này')}\b")


def duty_words(row: TaskRow) -> str:
    """The words that say what a duty is about, without who does it, who is told and until when."""
    text = row.task.text
    named = {one.printed for one in (*row.lead, *row.coordinate, *row.report_to) if one.printed}
    until = {row.task.deadline.text} if row.task.deadline else set()
    for printed in sorted(named | until, key=lambda printed: (-len(printed), printed)):
        text = text.replace(printed, " ")
    return subject_words(text)
