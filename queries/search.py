"""Find documents, agencies, tasks, topics (tìm kiếm): typed without diacritics, a number in any spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import Agency, Document, Node, NodeId, Status, Task, Topic
from graph.store import View
from graph.symbol import fold as fold_symbol
from graph.text import fold, unaccent

MOST_CANDIDATES = 1_000
"""The store brings at most this many for ranking."""

SYMBOL, SYMBOL_START, PHRASE, WORDS, FOLDED_PHRASE, FOLDED_WORDS = 60, 50, 40, 30, 20, 10


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found and how well it fits."""

    node: Node
    score: int


def search(view: View, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """The best hits: exact numbers, then exact diacritics, then folded ones; loaded before cited."""
    found: dict[NodeId, Node] = dict(_by_symbol(view, text))
    found |= {node.id: node for node in view.find(text, limit=MOST_CANDIDATES)}
    return tuple(ranked(Hit(node, score(node, text)) for node in found.values())[:limit])


def _by_symbol(view: View, text: str) -> Iterator[tuple[NodeId, Node]]:
    """Words are no number: only text with a digit can be one."""
    if any(char.isdigit() for char in text):
        resolved = view.blocks([fold_symbol(text)])
        yield from view.nodes(sorted({mention.document for mention in resolved})).items()


def score(node: Node, text: str) -> int:
    """How well a node fits what was typed, from SYMBOL down to FOLDED_WORDS; 0 for a stray one."""
    if isinstance(node, Document) and node.symbol:
        key, wanted = fold_symbol(node.symbol), fold_symbol(text)
        if wanted and key == wanted:
            return SYMBOL
        if any(char.isdigit() for char in wanted) and key.startswith(wanted):
            return SYMBOL_START
    words = _words(node)
    for key_of, phrase, all_words in ((fold, PHRASE, WORDS), (unaccent, FOLDED_PHRASE, FOLDED_WORDS)):
        typed, there = key_of(text), key_of(words)
        if f" {typed} " in f" {there} ":
            return phrase
        if set(typed.split()) <= set(there.split()):
            return all_words
    return 0


def _words(node: Node) -> str:
    """The text in which a person would look for it."""
    match node:
        case Document():
            return " ".join(filter(None, (node.type, node.symbol, node.subject, node.issuer)))
        case Agency() | Topic():
            return node.name
        case Task():
            return node.text


def ranked(hits: Iterable[Hit]) -> list[Hit]:
    """Best score first; among equals what is loaded, then what is newest, then by id."""
    by_id = sorted(hits, key=lambda hit: hit.node.id)
    newest_first = sorted(by_id, key=lambda hit: _date(hit.node), reverse=True)
    return sorted(newest_first, key=lambda hit: (-hit.score, _only_cited(hit.node)))


def _date(node: Node) -> str:
    return (node.date or "") if isinstance(node, Document) else ""


def _only_cited(node: Node) -> bool:
    return isinstance(node, Document) and node.status is Status.CITED
