"""What a draft became (bản chính thức): inferred from type, issuer, place, day, and the sources of both.

A draft and its final version stay two documents: what a letter says of the one is not said of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Document, Edge, EdgeKind, NodeId, NodeKind
from graph.store import View
from graph.text import fold
from queries.agreement import same_issuer, same_type
from queries.similar import similarity
from queries.trace import UPWARD

_COMMENTED = frozenset({EdgeKind.COMMENTS_ON})
_INTRODUCED = frozenset({fold("dự án"), fold("dự thảo")})
SAME_TITLE = 80.0
"""A title as alike as this stands for a shared source."""


@dataclass(frozen=True, slots=True)
class Final:
    """A document that may be the final version: `shared` are the sources that both rest on."""

    id: NodeId
    title: float
    """Likeness of the titles, 0 where one has none."""
    shared: tuple[Edge, ...]
    """The edges of the final version to the shared sources."""


def finals(view: View, draft: Document) -> tuple[Final, ...]:
    """The likeliest first, empty for what is no draft; five trips."""
    if not draft.draft:
        return ()
    sources = sorted({edge.target for edge in view.edges_from([draft.id], UPWARD)})
    citing: dict[NodeId, list[Edge]] = {}
    for edge in view.edges_to(sources, UPWARD) if sources else ():
        citing.setdefault(edge.source, []).append(edge)
    title = _proper(draft.subject or "")
    named = view.find(title, limit=200, kind=NodeKind.DOCUMENT) if title else ()
    ids = citing.keys() | {node.id for node in named if isinstance(node, Document)}
    since = _commented_on(view, draft)
    found = [
        final
        for node in view.nodes(sorted(ids)).values()
        if isinstance(node, Document) and _may_be(draft, node, since)
        for final in _final(draft, node, citing)
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.shared), -one.title, one.id)))


def _proper(title: str) -> str:
    """ "Dự án Luật Địa chất và Khoáng sản" is called without its first words when it is a law."""
    words = title.split()
    return " ".join(words[2:]) if fold(" ".join(words[:2])) in _INTRODUCED else title


def _commented_on(view: View, draft: Document) -> str:
    """The day of the first letter that comments on it, "" where none is known."""
    letters = view.nodes(sorted({edge.source for edge in view.edges_to([draft.id], _COMMENTED)}))
    return min(
        (node.date for node in letters.values() if isinstance(node, Document) and node.date), default=""
    )


def _may_be(draft: Document, node: Document, since: str) -> bool:
    """`since` and the date may be cut to a month or year: they are compared as far as both go."""
    date = node.date or since
    if node.draft or node.symbol is None or date[: len(since)] < since[: len(date)]:
        return False
    if draft.type and node.type and not same_type(draft.type, node.type):
        return False
    if draft.issuer and node.issuer and not same_issuer(draft.issuer, node.issuer):
        return False
    return draft.jurisdiction == node.jurisdiction


def _final(draft: Document, node: Document, citing: Mapping[NodeId, Iterable[Edge]]) -> Iterable[Final]:
    title = similarity(draft.subject, node.subject) if draft.subject and node.subject else 0.0
    shared = tuple(citing.get(node.id, ()))
    if shared or title >= SAME_TITLE:
        yield Final(node.id, round(title, 1), shared)
