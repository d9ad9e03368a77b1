"""Tables of duties: one duty a row, its owner, partners and time in the other cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import AgencyMention, Deadline, Modality, TaskMention
from loaders import deadlines
from loaders.agencies.actors import actors_at
from loaders.layout.items import Span
from loaders.tasks.fields import as_deadline, mentions, receivers
from loaders.tasks.pieces import Piece, piece
from loaders.tasks.vocabulary import phrases

_WALL = re.compile(r"\|")
_GAP = re.compile(r"(?<=\S)\s*\n\s*\n")
_TAB = re.compile(r"\t")
_LINE = re.compile(r"[^\r\n]+")
_LEFT_OUT = re.compile(r"[.…\s_]{6,}")
_ORDINAL = re.compile(r"(?:[IVX]{1,5}|\d{1,3}(?:\.\d{1,2}){0,3}|[A-HĐ]|[a-zđ])[.)]?")
_NUMERAL = re.compile(r"([IVX]{1,5}|[A-HĐ])[.)]?(?: |$)")
COLUMNS = ("labels_duty", "labels_lead", "labels_coordinate", "labels_time")
_NEEDED = {"labels_duty", "labels_lead"}
_MAX_COLUMNS = 12
_FEWEST_WALLS = 4
"""Walls of a row of titles and one of cells, three columns each."""
_NARROWEST = 3
"""Cells of the narrowest row with a duty: its number or time, the duty, its owner."""


@dataclass(frozen=True, slots=True)
class Row:
    """One duty with what the other cells say of it; `marks`: its group and its number, "" for none."""

    duty: Piece
    lead: tuple[AgencyMention, ...]
    coordinate: tuple[AgencyMention, ...]
    time: Deadline | None
    marks: tuple[str, str]

    def task(self, name: str) -> TaskMention:
        """The duty; `name`: the section path of its table."""
        start, end = self.duty.raw(0, len(self.duty.words))
        return TaskMention(
            start=start,
            end=end,
            modality=Modality.ASSIGNED,
            section=".".join(filter(None, (name, *self.marks))) or None,
            lead=self.lead,
            coordinate=self.coordinate,
            report_to=receivers(self.duty, 0, len(self.duty.words)),
            deadline=self.time,
            sentence_start=start,
            sentence_end=end,
            rule="table",
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A table of duties: its raw span, from the titles of its columns to its last row."""

    span: Span
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Header:
    """Which column holds what."""

    width: int
    columns: dict[str, int]


def tables(text: str, span: Span) -> Iterator[Table]:
    """The tables of duties in a part of a raw text."""
    if max(text.count("|", *span), text.count("\t", *span)) < _FEWEST_WALLS:
        return
    words = piece(text, span).words
    if not all(phrases(group).among(words, 0, len(words)) for group in _NEEDED):
        return
    cells = _cells(text, span)
    place = 0
    while place < len(cells):
        header = _header(cells, place)
        if header is None:
            place += 1
            continue
        rows, after = _rows(cells, place + header.width + 1, header)
        shown = [cell for cell in cells[place:after] if cell is not None]
        yield Table((_start(shown[0]), _end(shown[-1])), tuple(rows))
        place = after


def _start(cell: Piece) -> int:
    return cell.raw(0, 1)[0]


def _end(cell: Piece) -> int:
    return cell.raw(len(cell.words) - 1, len(cell.words))[1]


def _cells(text: str, span: Span) -> list[Piece | None]:
    """What stands between the walls, None where nothing does."""
    if text.find("|", *span) < 0:
        return [cell for row in _tabbed(text, span) for cell in (*_pieces(text, row), None)]
    walls = [m.start() for m in _WALL.finditer(text, *span)]
    gap = _GAP.search(text, walls[-1] + 1, span[1])
    walls.append(gap.start() if gap else span[1])  # the last cell may have no wall
    return _pieces(text, [(a + 1, b) for a, b in pairwise(walls)])


def _pieces(text: str, spans: Sequence[Span]) -> list[Piece | None]:
    made = [piece(text, span) for span in spans]
    return [cell if len(cell.words) else None for cell in made]


def _tabbed(text: str, span: Span) -> Iterator[list[Span]]:
    """The rows of tables with tabs for walls; a row goes on below until it is as wide as the first."""
    row: list[Span] = []
    width = 0
    for line in _LINE.finditer(text, *span):
        walls = (tab.start() for tab in _TAB.finditer(text, *line.span()))
        tabs = [line.start() - 1, *walls, line.end()]
        cells = [(a + 1, b) for a, b in pairwise(tabs)]
        if row and len(row) < width and _goes_on(text, cells, width - len(row)):
            row[-1] = (row[-1][0], cells[0][1])
            row += cells[1:]
            continue
        if row:
            yield row
        row = cells if len(cells) > 1 else []
        width = max(width, len(row))
    if row:
        yield row


def _goes_on(text: str, cells: Sequence[Span], missing: int) -> bool:
    """Whether a line goes on with the row above, which still misses some cells."""
    first = text[slice(*cells[0])].strip()
    return len(cells) == 1 or not first or (len(cells) - 1 <= missing and not first[0].isdigit())


def _header(cells: Sequence[Piece | None], place: int) -> _Header | None:
    """The header row that starts here: a column of duties and a column of owners."""
    columns: dict[str, int] = {}
    width = 0
    for cell in cells[place : place + _MAX_COLUMNS]:
        if cell is None:
            break
        group = _column(cell)
        if group:
            columns.setdefault(group, width)
        width += 1
    if not columns.keys() >= _NEEDED or columns["labels_duty"] > 2:
        return None
    return _Header(width, columns)


def _column(cell: Piece) -> str:
    """What a column is by its title, "" for another one."""
    size, group = phrases(*COLUMNS).find(cell.words, 0)
    return group if size and len(cell.words) - size <= 6 else ""


def _rows(cells: Sequence[Piece | None], place: int, header: _Header) -> tuple[list[Row], int]:
    """The rows below a header, and the index of the cell after the last of them."""
    rows: list[Row] = []
    group, after = "", place
    while place < len(cells):
        run = _run(cells, place)
        if run == 0:
            place += 1
            continue
        first = cells[place]
        if first is not None and _LEFT_OUT.fullmatch(first.text):
            group, place = "", place + 1
        elif run >= _NARROWEST:
            row = _row(cells[place : place + header.width], header, group)
            place += header.width
            if row is not None:
                rows.append(row)
                after = place
        else:
            group = _group(cells[place : place + run]) or group
            place += run
    return rows, min(after, len(cells))


def _run(cells: Sequence[Piece | None], place: int) -> int:
    run = 0
    while place + run < len(cells) and cells[place + run] is not None:
        run += 1
    return run


def _group(row: Sequence[Piece | None]) -> str:
    """The mark of a row that heads a group: "I" of "I. NÂNG CAO NHẬN THỨC"."""
    match = _NUMERAL.match(row[0].text) if row and row[0] is not None else None
    return match.group(1) if match else ""


def _row(row: Sequence[Piece | None], header: _Header, group: str) -> Row | None:
    """One row, None where it has no duty or no owner."""
    duty = _cell(row, header.columns["labels_duty"])
    lead = actors_in(_cell(row, header.columns["labels_lead"]))
    if duty is None or not lead:
        return None
    number = row[0].text.rstrip(".) ") if row[0] is not None and _ORDINAL.fullmatch(row[0].text) else ""
    coordinate = actors_in(_cell(row, header.columns.get("labels_coordinate")))
    return Row(duty, lead, coordinate, _time(_cell(row, header.columns.get("labels_time"))), (group, number))


def _cell(row: Sequence[Piece | None], column: int | None) -> Piece | None:
    return row[column] if column is not None and column < len(row) else None


def actors_in(cell: Piece | None) -> tuple[AgencyMention, ...]:
    """The actors that a cell begins with."""
    if cell is None:
        return ()
    listed = actors_at(cell.words, 0, semicolons=True)
    return mentions(cell, listed.actors) if listed else ()


def _time(cell: Piece | None) -> Deadline | None:
    return None if cell is None else as_deadline(cell, deadlines.value(cell.text), 0)
