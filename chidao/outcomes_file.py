"""The file of outcomes that people keep: a CSV with the columns task, status, note, date."""

from __future__ import annotations

import csv
from pathlib import Path

from chidao.options import day
from graph.errors import Malformed
from graph.model import NodeId
from loaders import plain_text
from loaders.base import read_bytes
from queries.outcomes import Outcome

COLUMNS = ("task", "status", "note", "date")


def read_outcomes(path: str) -> list[Outcome]:
    """Every line in its order; Malformed, with the line, where one cannot be right."""
    place = Path(path)
    rows = csv.DictReader(plain_text.decode(read_bytes(place), name=path).splitlines(), strict=True)
    found: list[Outcome] = []
    try:
        columns = [(name or "").strip().lower() for name in rows.fieldnames or ()]
        if not {"task", "status"} <= set(columns) <= set(COLUMNS):
            raise _wrong(path, 1, f"the columns are {', '.join(COLUMNS)}; task and status must be there")
        rows.fieldnames = columns
        for row in rows:
            if None in row or not (row["task"] or "").strip() or not (row["status"] or "").strip():
                raise _wrong(path, rows.line_num, "a line needs a task and a status, and no more cells")
            when = (row.get("date") or "").strip()
            found.append(
                Outcome(
                    task=NodeId(row["task"].strip()),
                    status=row["status"].strip(),
                    note=(row.get("note") or "").strip() or None,
                    date=day(when) if when else None,
                )
            )
    except csv.Error as error:
        raise _wrong(path, rows.line_num, str(error)) from None
    return found


def _wrong(path: str, line: int, reason: str) -> Malformed:
    return Malformed(f"{path}, line {line}: {reason}", code="outcomes", name=path, line=line, reason=reason)
