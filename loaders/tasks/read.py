"""All duties of a document, from its body and its annexes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph.model import Citation, Header, TaskMention
from loaders.layout.lines import Span
from loaders.layout.markers import Style
from loaders.layout.regions import Regions
from loaders.tasks.attached import attached
from loaders.tasks.comments import is_comment
from loaders.tasks.drafted import with_drafted
from loaders.tasks.drafts import Draft, Owner, Stretch
from loaders.tasks.headings import heading_owner, is_heading
from loaders.tasks.lists import Place, closing_duties, unit_duties
from loaders.tasks.monitors import with_monitors
from loaders.tasks.openings import orders_in
from loaders.tasks.pieces import Body, Piece, Unit, read_body
from loaders.tasks.quoted import outside, quoted_provisions
from loaders.tasks.tables import tables
from loaders.tasks.unwalled import unwalled_rows
from loaders.tasks.vocabulary import phrases
from loaders.tasks.voice import Voice, voice
from loaders.tasks.years import with_year

_MANY_ARTICLES = 8
"""A text of so many articles makes rules, whatever its head says."""
_RULES = "Nghị định"
_ANNEX = "Phụ lục"
"""Section of the tables behind the signature."""


def read_tasks(
    text: str, regions: Regions, header: Header, citations: Sequence[Citation]
) -> tuple[TaskMention, ...]:
    """The duties that a document gives, in the order of the text; they never overlap."""
    tabled = tuple(tables(text, regions.body))
    body = read_body(text, regions.body, skip=(*regions.footnotes, *(table.span for table in tabled)))
    speaker = voice(header, comment=is_comment(header, body))
    if not speaker.kind and _articles(body.units) >= _MANY_ARTICLES:  # a scan that lost its head
        speaker = replace(speaker, kind=_RULES)
    found = [draft.task() for draft in _body_drafts(body, speaker)]
    if not speaker.comment:
        found = list(outside(found, quoted_provisions(text, regions.body)))
    for table in tabled:
        found.extend(row.task(_enclosing(body.units, table.span[0])) for row in table.rows)
    for annex in regions.annexes:
        found.extend(row.task(_ANNEX) for table in tables(text, annex) for row in table.rows)
        found.extend(row.task(_ANNEX) for row in unwalled_rows(text, annex))
        found.extend(_attached_tasks(text, annex, regions, speaker))
    ordered = sorted(found, key=lambda task: (task.start, -task.end))
    issued = header.date.value if header.date else None
    dated = [with_year(task, issued) for task in _apart(ordered)]
    return tuple(with_drafted(body, with_monitors(text, dated)))


def _attached_tasks(text: str, annex: Span, regions: Regions, speaker: Voice) -> Iterator[TaskMention]:
    """The duties of a plan or of rules that a decision issues behind its signature."""
    found = attached(text, annex)
    if found is not None:
        body = read_body(text, found.span, skip=regions.footnotes)
        for draft in _body_drafts(body, replace(speaker, kind=found.kind)):
            yield draft.task()


def _enclosing(units: Sequence[Unit], place: int) -> str:
    """Section of the innermost item that begins before a place, "" where none does."""
    before = bisect_left(units, place, key=lambda unit: unit.span[0])
    if before == 0:
        return ""
    unit = units[before - 1]
    return _enclosing(unit.children, place) or unit.section


def _articles(units: Iterable[Unit]) -> int:
    return sum((unit.style is Style.ARTICLE) + _articles(unit.children) for unit in units)


def _body_drafts(body: Body, speaker: Voice) -> Iterator[Draft]:
    """The duties of the opening paragraphs and of the list below them."""
    place = Place(Owner(), speaker)
    frames = [
        index
        for index, piece in enumerate(body.opening)
        if is_heading(piece) and not speaker.titles(piece.text)
    ]
    frame = body.opening[frames[-1]] if frames else None
    if frame is not None:
        place = place._replace(owner=heading_owner(frame, Owner(), speaker))
    yield from _opening_drafts(body.opening, frames, place)
    units = list(body.units)
    for index, unit in enumerate(units):
        if _is_late_frame(unit):
            frame, units = unit.pieces[-1], units[index + 1 :]
            place = place._replace(owner=heading_owner(frame, Owner(), speaker))
            break
    inside: list[Draft] = []
    for index, unit in enumerate(units):
        inside.extend(unit_duties(unit, place._replace(last=index == len(units) - 1)))
    if frame is not None and not inside:
        yield from _frame_duty(frame, place)
    yield from inside


def _is_late_frame(unit: Unit) -> bool:
    """A numbered account of the past may end with the frame: "… Thủ tướng Chính phủ yêu cầu … như sau:"."""
    if unit.children or len(unit.pieces) < 2:
        return False
    last = unit.pieces[-1]
    return last.text.endswith(":") and bool(orders_in(last.words, 0, len(last.words)))


def _opening_drafts(opening: Sequence[Piece], frames: Sequence[int], place: Place) -> Iterator[Draft]:
    """The duties of the paragraphs above the list; what stands before its frame is narration or a request."""
    for index, piece in enumerate(opening):
        asks = place.voice.comment and phrases("requests").match(piece.words, 0) > 0
        if not frames or index > frames[-1] or (asks and index not in frames):
            yield from closing_duties(piece, place)


def _frame_duty(frame: Piece, place: Place) -> Iterator[Draft]:
    """A lead-in over no duties is the duty itself: "đề nghị X định hướng thông tin …, cụ thể như sau:"."""
    orders = orders_in(frame.words, 0, len(frame.words))
    if orders and place.owner.lead:
        start = orders[-1].start
        while start > 0 and frame.words.word(start - 1) not in {".", ";"}:
            start -= 1
        yield Draft((Stretch(frame, start, len(frame.words)),), None, place.owner)


def _apart(tasks: Sequence[TaskMention]) -> Iterator[TaskMention]:
    """The tasks without those that begin inside another."""
    end: int = -1
    for task in tasks:
        if task.start >= end:
            yield task
            end = task.end
