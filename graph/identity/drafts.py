"""Which mentions of drafts (dự thảo) in one file are one draft.

In one letter "dự thảo văn bản của Chủ tịch UBND tỉnh", "dự thảo văn bản của UBND tỉnh" and "dự thảo văn bản"
are one; a draft of the same type by another authority, or of another name, is another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Citation, CitationKind
from graph.text import fold
from graph.vocabulary import agencies

_LEADS = (fold("dự thảo"), fold("dự án"))
# "Chủ tịch UBND tỉnh" and "UBND tỉnh" sign the same paper
_HEADS = (fold("Phó Chủ tịch "), fold("Chủ tịch "))


@dataclass(slots=True)
class _Draft:
    authority: str | None
    name: str | None

    def takes(self, other: _Draft) -> bool:
        """Whether nothing that both state differs."""
        pairs = ((self.authority, other.authority), (self.name, other.name))
        return all(None in pair or pair[0] == pair[1] for pair in pairs)

    def learn(self, other: _Draft) -> None:
        self.authority = self.authority or other.authority
        self.name = self.name or other.name


def draft_ordinals(citations: Sequence[Citation]) -> dict[int, int]:
    """For the index of each citation of a draft: which draft of its type it is, counted from 1."""
    known: dict[str, list[_Draft]] = defaultdict(list)
    return {
        index: _ordinal(_draft(citation), known[fold(citation.type or "")])
        for index, citation in enumerate(citations)
        if citation.kind is CitationKind.DRAFT
    }


def _ordinal(draft: _Draft, known: list[_Draft]) -> int:
    """Place among the known drafts of its type; a new one is added."""
    for ordinal, one in enumerate(known, start=1):
        if one.takes(draft):
            one.learn(draft)
            return ordinal
    known.append(draft)
    return len(known)


def _draft(citation: Citation) -> _Draft:
    issuer = citation.issuer
    return _Draft(
        authority=_authority(issuer) if issuer else None,
        name=proper_name(citation),
    )


def proper_name(citation: Citation) -> str | None:
    """What the draft is called beside its type, folded: nothing in "dự thảo Công văn"."""
    name = fold(citation.name or "")
    for lead in (*_LEADS, fold(citation.type or "")):
        name = name.removeprefix(lead).lstrip()
    return name or None


def _authority(issuer: str) -> str:
    name = fold(agencies.canonical_agency(issuer).name)
    for head in _HEADS:
        name = name.removeprefix(head).lstrip()
    return name
