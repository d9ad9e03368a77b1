"""Tables of graph/data as rows of named columns, read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import StringIO


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Every row of graph/data/NAME.csv in the order of the file."""
    text = files("graph").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(StringIO(text)))


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by "|"."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())
