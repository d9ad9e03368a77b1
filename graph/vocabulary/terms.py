"""Terms of the Party (nhiệm kỳ): the periods in which its numbers count up before they begin anew."""

from __future__ import annotations

from graph.days import first_day, last_day
from graph.errors import InvalidSymbol
from graph.symbol import parse
from graph.vocabulary.codes import code_key, organ_row
from graph.vocabulary.tables import rows


def party_term(date: str, symbol: str) -> str | None:
    """Term in which a Party number of this date counts ("XIII"), None where the date spans two terms.

    Organs whose congresses are not known count by the calendar year, which never joins two documents.
    """
    level = _level(symbol)
    if level is None:
        return date[:4]
    first, last = first_day(date), last_day(date)
    for row in rows("party_terms"):
        if row["level"] == level and row["from"] <= first and last <= row["to"]:
            return row["term"]
    return None


def _level(symbol: str) -> str | None:
    """Whose congress counts: the centre's, the province's (tỉnh ủy), or the committee's own (đảng ủy)."""
    try:
        issuer = parse(symbol).issuer or ""
    except InvalidSymbol:
        return None
    row = organ_row(issuer)
    if row is not None and row["tier"] == "1":
        return "centre"
    key = code_key(issuer)
    if key.endswith("TU"):
        return "province"
    return "base" if key == "ĐU" else None
