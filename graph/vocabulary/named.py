"""Documents that are cited by a name ("Luật Đất đai 2024") or a short number ("Nghị quyết 57") everywhere.

A short number is an alias only while nothing nearer says otherwise: another "Nghị quyết 57" may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.model import Symbol
from graph.text import fold
from graph.vocabulary.tables import rows, several


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """The facts of a well-known document; `confidence` says how sure they are (high, medium, unverified)."""

    name: str
    type: str
    symbol: Symbol | None
    date: str
    issuer: str | None
    title: str | None
    confidence: str


def candidates(name: str, *, date: str | None = None, issuer: str | None = None) -> tuple[NamedDocument, ...]:
    """Every known document of this name, as far as date (or the year in the name) and issuer agree."""
    year = _YEAR_AT_END.search(name)
    said = date or (year["year"] if year else "")
    return tuple(
        document
        for document in _by_name().get(_key(name), ())
        if document.date.startswith(said) and (issuer is None or fold(issuer) == fold(document.issuer or ""))
    )


def lookup(name: str, *, date: str | None = None, issuer: str | None = None) -> NamedDocument | None:
    """The only known document of this name, None where there are none or several."""
    found = candidates(name, date=date, issuer=issuer)
    return found[0] if len(found) == 1 else None


# "Luật Đất đai năm 2024", "Luật Đất đai 2024": the year tells two laws of one name apart
_YEAR_AT_END = re.compile(r"[\s,]{1,2}(?:năm\s)?(?P<year>(?:19|20)\d\d)\s*\Z")
# "Nghị quyết số 57", "Đề án 6"
_NUMBER = re.compile(r"\s(?:số\s)?0*(?P<number>\d+)\Z")


def _key(name: str) -> str:
    bare = _YEAR_AT_END.sub("", " ".join(name.split()))
    return fold(_NUMBER.sub(r" \g<number>", bare))


@cache
def _by_name() -> Mapping[str, tuple[NamedDocument, ...]]:
    found: dict[str, list[NamedDocument]] = {}
    for row in rows("named_documents"):
        for name in several(row["names"]):
            document = NamedDocument(
                name=name,
                type=row["type"],
                symbol=Symbol(row["symbol"]) if row["symbol"] else None,
                date=row["date"],
                issuer=row["issuer"] or None,
                title=row["title"] or None,
                confidence=row["confidence"],
            )
            found.setdefault(_key(name), []).append(document)
    return {name: tuple(documents) for name, documents in found.items()}
