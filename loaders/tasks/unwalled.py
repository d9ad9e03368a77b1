"""Tables of duties whose walls a copy lost: cells stand below one another in the order of the columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from graph.model import Deadline, DeadlineOperator
from loaders import deadlines
from loaders.agencies.actors import actors_at
from loaders.layout.lines import Line, Span, lines
from loaders.tasks.fields import as_deadline
from loaders.tasks.pieces import Piece, piece
from loaders.tasks.tables import COLUMNS, Row, actors_in
from loaders.tasks.vocabulary import phrases
from loaders.text.coding import words_of

_COUNTED = frozenset({"stt", "tt", "so tt", "s tt"})
"""Title of the column of numbers, with which a table begins."""
_TITLES = 16
"""Lines of the longest titles of columns."""
_NUMBERED = re.compile(r"(\d{1,3})[.)]?(?:\s+(?=\S)|$)")
_GROUP = re.compile(r"([IVX]{1,5}|[A-HĐ])[.)]\s+\S")
_LONGEST = 60
"""Lines of the longest duty of a row."""
_NARROW = 0.6
"""Two lines that are shorter than this share of the lines above them stand in a narrower column."""
_NAME, _TIME_LINES = 5, 3
"""Lines over which a name may break in a narrow cell, and a time."""
_OPEN = frozenset(
    ["-", "và", "các", "Các", "của", "thuộc", "ở", "với", "trình", "Bộ", "Sở", "Ban", "Ủy", "Hội"]
)
"""Last words of a line that goes on below, in a cell."""
_ROOM = 0.93
"""A line shorter than this share of the widest one of its cell, next word included, ended on purpose."""


@dataclass(slots=True)
class _Numbered:
    """A row while its lines are read."""

    group: str
    number: int
    lines: list[Line] = field(default_factory=list)


def unwalled_rows(text: str, span: Span) -> Iterator[Row]:
    """The duties of such tables in a part of a raw text."""
    if text.find("|", *span) >= 0 or text.find("\t", *span) >= 0:
        return
    shown = lines(text, *span)
    for at in range(len(shown)):
        columns, first = _columns(shown, at)
        if columns[:2] == ["labels_duty", "labels_lead"]:
            for row in _numbered(shown[first:], first - at):
                yield from _row(text, row, columns)
            return


def _columns(shown: Sequence[Line], at: int) -> tuple[list[str], int]:
    """What the columns hold, in order, where the titles of a table begin; and the first line below them."""
    if shown[at].key not in _COUNTED:
        return [], at
    below = shown[at + 1 : at + 1 + _TITLES]
    titles = list(
        takewhile(lambda line: not _NUMBERED.match(line.text) and not _GROUP.match(line.text), below)
    )
    words = words_of(" ".join(line.text for line in titles))
    found: list[str] = []
    place = 0
    while place < len(words):
        size, group = phrases(*COLUMNS).find(words, place)
        if size and words.capital(place):
            found.append(group)
        place += size or 1
    return found, at + 1 + len(titles)


def _numbered(shown: Sequence[Line], titles: int) -> Iterator[_Numbered]:
    """The rows by their numbers; titles that a new page repeats are skipped."""
    row = _Numbered("", 0)
    group, skipped, heading = "", 0, False
    for line in shown:
        if skipped:
            skipped -= 1
            continue
        number = _NUMBERED.match(line.text)
        if line.key in _COUNTED:
            skipped = titles - 1
        elif mark := _GROUP.match(line.text):
            group, heading = mark.group(1), True
        elif number and int(number.group(1)) == row.number + 1:
            if row.lines:
                yield row
            row, heading = _Numbered(group, row.number + 1), False
            if number.end() < len(line.text):
                row.lines.append(Line(line.source, line.left + number.end(), line.right))
        elif row.number and not heading:
            row.lines.append(line)
    if row.lines:
        yield row


def _row(text: str, row: _Numbered, columns: Sequence[str]) -> Iterator[Row]:
    """The duty of a row, none where no owner can be told from it."""
    owned = _owner_line(row.lines)
    if owned is None:
        return
    duty = piece(text, (row.lines[0].start, row.lines[owned - 1].end))
    cells = _cells(text, row.lines[owned:])
    second = cells[1] if len(cells) > 1 and "labels_coordinate" in columns else None
    yield Row(
        duty,
        actors_in(cells[0]),
        actors_in(second),
        _time(text, row.lines[owned:]) if columns[-1] == "labels_time" else None,
        (row.group, str(row.number)),
    )


def _owner_line(found: Sequence[Line]) -> int | None:
    """Index of the line with which the owners begin: below a line that ended on purpose."""
    width = 0
    for at in range(1, min(len(found), _LONGEST)):
        above, line = found[at - 1], found[at]
        width = max(width, len(above.text))
        room = len(above.text) + 1 + len(line.text.split(maxsplit=1)[0]) <= _ROOM * width
        narrow = all(len(one.text) < _NARROW * width for one in found[at : at + 2])
        ended = room or narrow or above.closed or at == 1
        if ended and line.text[0].isupper() and _names(found[at : at + _NAME]):
            return at
    return None


def _names(found: Sequence[Line]) -> bool:
    return actors_at(words_of(" ".join(line.text for line in found)), 0) is not None


def _cells(text: str, found: Sequence[Line]) -> list[Piece]:
    """The cells of some lines: one begins with a capital below a line that is whole."""
    starts = [at for at in range(len(found)) if at == 0 or _parts(found[at - 1], found[at])]
    ends = [*starts[1:], len(found)]
    return [piece(text, (found[a].start, found[b - 1].end)) for a, b in zip(starts, ends, strict=True)]


def _parts(above: Line, line: Line) -> bool:
    """Whether a line begins another cell: not in "Các⏎bộ⏎ở⏎Trung ương,⏎Ủy ban nhân⏎dân", "Bộ⏎Y tế"."""
    open_ = above.text[-1] in ",;" or above.text.rsplit(maxsplit=1)[-1] in _OPEN
    return line.text[0].isupper() and not open_


def _time(text: str, found: Sequence[Line]) -> Deadline | None:
    """The time in the last lines of a row, the fewest that say one."""
    for count in range(1, min(_TIME_LINES, len(found) - 1) + 1):
        cell = piece(text, (found[-count].start, found[-1].end))
        said = deadlines.value(cell.text)
        if said.operator is not DeadlineOperator.RELATIVE:
            return as_deadline(cell, said, 0)
    return None
