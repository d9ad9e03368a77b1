"""One mention while it is being read: offsets into the flat text, fields filled step by step."""

from __future__ import annotations

from typing import NamedTuple

from graph.model import CitationKind, Relation


class Found(NamedTuple):
    """A mention of another document, not yet complete; `head` is where its own words begin."""

    start: int
    end: int
    kind: CitationKind
    rule: str
    type: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    issuer_route: str | None = None
    pinpoint: str | None = None
    name: str | None = None
    subject: str | None = None
    relation: Relation = Relation.MENTIONS
    antecedent: int | None = None
    head: int = 0
    """Where the type word or "số" begins, after a pinpoint."""
    alias: bool = False
    """Stands for a document by a bare word that the text has made its name."""
