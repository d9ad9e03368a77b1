"""Find documents, agencies, tasks, topics (tìm kiếm): typed without diacritics, a number in any spelling."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from graph.identity.lookup import candidates
from graph.model import Agency, Document, Node, NodeId, Status, Task, Topic
from graph.store import View
from graph.text import fold, unaccent

MOST_CANDIDATES = 300
"""The store brings at most this many for ranking, or as many as are wanted: each costs about 15 µs."""

SYMBOL, NUMBER, PHRASE, WORDS, FOLDED_PHRASE, FOLDED_WORDS, GLUED = 70, 60, 50, 40, 30, 20, 10
"""The symbol itself, the number at its head ("4725"); then all words, with diacritics before without."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_SYLLABLES = 1 << 14
"""Words whose keys are kept: a few thousand candidates share the syllables of Vietnamese."""


@lru_cache(maxsize=_SYLLABLES)
def _folded(word: str) -> str:
    return " ".join(_WORD.findall(fold(word)))


@lru_cache(maxsize=_SYLLABLES)
def _without_diacritics(word: str) -> str:
    return " ".join(_WORD.findall(unaccent(word)))


_KEYS = ((_folded, PHRASE, WORDS), (_without_diacritics, FOLDED_PHRASE, FOLDED_WORDS))


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found, and how well it fits."""

    node: Node
    score: int


def search(view: View, text: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """The best hits: exact numbers, then exact diacritics, then folded ones; loaded before cited."""
    exact: dict[NodeId, Node] = {document.id: document for document in _by_number(view, text)}
    found = exact | {node.id: node for node in view.find(text, limit=max(limit, MOST_CANDIDATES))}
    hits = [Hit(node, SYMBOL if id in exact else score(node, text)) for id, node in found.items()]
    return tuple(ranked(hits)[:limit])


def _by_number(view: View, text: str) -> Iterator[Document]:
    """Documents whose number the text is, or holds ("Nghị quyết 57-NQ/TW"); words alone are no number."""
    numbers = [text, *(piece for piece in text.split() if "/" in piece)]
    for number in dict.fromkeys(numbers):
        if any(char.isdigit() for char in number):
            yield from candidates(view, number, in_folders="." in number)


def score(node: Node, text: str) -> int:
    """How well the words of a node fit what was typed, from NUMBER down to GLUED."""
    if isinstance(node, Document) and re.split("[/-]", node.symbol or "")[0] == text.strip() != "":
        return NUMBER
    words = _words(node)
    for (key, phrase, all_words), typed in zip(_KEYS, _typed(text), strict=True):
        there = _between_blanks(words, key)
        if typed in there:
            return phrase
        if set(typed.split()) <= set(there.split()):
            return all_words
    return GLUED


@lru_cache(maxsize=64)
def _typed(text: str) -> tuple[str, ...]:
    """What was typed, under each key: the same for all candidates."""
    return tuple(_between_blanks(text, key) for key, _, _ in _KEYS)


def _between_blanks(text: str, key: Callable[[str], str]) -> str:
    """The keys of the words, so that what begins and ends with a blank is found as whole words only."""
    return f" {' '.join(filter(None, map(key, text.split())))} "


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
    """Best score first; among equals documents, loaded ones before cited, then what is newest, then by id."""
    by_id = sorted(hits, key=lambda hit: hit.node.id)
    newest_first = sorted(by_id, key=lambda hit: _date(hit.node), reverse=True)
    return sorted(newest_first, key=lambda hit: (-hit.score, _standing(hit.node)))


def _date(node: Node) -> str:
    return (node.date or "") if isinstance(node, Document) else ""


def _standing(node: Node) -> int:
    if isinstance(node, Document):
        return 0 if node.status is Status.LOADED else 1
    return 2
