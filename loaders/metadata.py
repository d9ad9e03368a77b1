"""metadata.csv in a folder of files: what staff know of a document and a scan does not say.

    file,symbol,date,issuer,jurisdiction,subject
    quet/001.txt,617/SKHCN-BCVT&CĐS,04/8/2025,,tỉnh Sông Hà,

UTF-8 with or without a byte order mark, columns in any order, empty cells where nothing is stated; `file` is
the path relative to the folder of the table.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.errors import Malformed
from graph.model import Beside, Symbol
from graph.symbol import compact
from graph.text import collapse
from graph.vocabulary.places import jurisdiction_of, province
from loaders import plain_text
from loaders.base import read_bytes
from loaders.dates import at
from loaders.paths import key_of

NAME = "metadata.csv"
COLUMNS = ("file", "symbol", "date", "issuer", "jurisdiction", "subject")

MOST_ROWS = 1_000_000
LONGEST_CELL = 2_000
"""Characters; a title of a law may have four hundred."""

_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class StatedOf:
    """What a row states of its file."""

    jurisdiction: str | None
    beside: Beside


def read_metadata(folder: Path) -> dict[str, StatedOf]:
    """The rows of the folder's table by the key of their file, none where there is no table.

    Malformed, with the line, for a table that cannot be right: nothing of it is used then.
    """
    place = folder / NAME
    if not place.is_file():
        return {}
    text = plain_text.decode(read_bytes(place), name=str(place))
    rows = csv.reader(text.splitlines(), strict=True)
    found: dict[str, StatedOf] = {}
    try:
        columns = _columns(next(rows, []), place)
        for cells in rows:
            if any(cell.strip() for cell in cells):
                row = dict(zip(columns, (collapse(cell) for cell in cells), strict=False))
                found[_key(row, cells, columns, place, rows.line_num)] = _stated(row, place, rows.line_num)
    except csv.Error as error:
        raise _wrong(place, rows.line_num, str(error)) from None
    return found


def _columns(cells: list[str], place: Path) -> list[str]:
    columns = [collapse(cell).lower() for cell in cells]
    unknown = [name for name in columns if name not in COLUMNS]
    if "file" not in columns or unknown or len(set(columns)) != len(columns):
        raise _wrong(place, 1, f"the columns are {', '.join(COLUMNS)}, file being the one that must be there")
    return columns


def _key(row: Mapping[str, str], cells: list[str], columns: list[str], place: Path, line: int) -> str:
    if len(cells) > len(columns) or max(map(len, cells)) > LONGEST_CELL or line > MOST_ROWS:
        raise _wrong(place, line, "too many cells, too long a cell, or too many rows")
    if not row.get("file"):
        raise _wrong(place, line, "no file is named")
    return key_of(row["file"])


def _stated(row: Mapping[str, str], place: Path, line: int) -> StatedOf:
    def cell(name: str, read: Callable[[str], str | None]) -> str | None:
        value = row.get(name)
        if not value:
            return None
        meant = read(value)
        if meant is None:
            raise _wrong(place, line, f'"{value}" is no {name}')
        return meant

    symbol = cell("symbol", compact)
    return StatedOf(
        cell("jurisdiction", lambda value: province(value) or jurisdiction_of(value)),
        Beside(
            symbol=Symbol(symbol) if symbol else None,
            date=cell("date", _date),
            issuer=cell("issuer", str),
            subject=cell("subject", str),
        ),
    )


def _date(value: str) -> str | None:
    """ISO, or as people here write it: 04/8/2025, 8/2025, 2025."""
    if _ISO.fullmatch(value):
        return value
    for words in (value, f"tháng {value}", f"năm {value}"):
        date = at(words, 0)
        if date is not None and date.end == len(words):
            return date.iso
    return None


def _wrong(place: Path, line: int, reason: str) -> Malformed:
    return Malformed(
        f"{place}, line {line}: {reason}; nothing of this table was used",
        code="metadata",
        name=str(place),
        line=line,
        reason=reason,
    )
