"""Words for full-text search without diacritics, the same for every store.

A store keeps `words_of(node)` and brings the nodes that hold every word of one of the `readings` of what was
typed. A number is kept whole and glued: "06/QĐ-TTg" is found as itself, as "06 qd ttg" and as "06/QĐTTg".
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.model import Agency, Document, Node, Task, Topic
from graph.symbol import fold
from graph.text import unaccent

_WORD = re.compile(r"[^\W_]+")


def words_of(node: Node) -> frozenset[str]:
    """Every folded word by which this node is found."""
    return _words(_found_by(node))


def reading_order(node: Node) -> list[str]:
    """The same words as they stand in the text, for an index that knows of places."""
    return _WORD.findall(unaccent(_found_by(node)))


def _found_by(node: Node) -> str:
    match node:
        case Document():
            parts = [node.symbol, node.type, node.subject, node.issuer]
            if node.symbol:
                parts.append(fold(node.symbol))
        case Agency() | Topic():
            parts = [node.name]
        case Task():
            parts = [node.text]
    return " ".join(part for part in parts if part)


def readings(text: str) -> tuple[frozenset[str], ...]:
    """What was typed as words, and again with its numbers ("06/QĐ-TTg") as folded keys; () without a word."""
    glued = " ".join(fold(piece) if "/" in piece else piece for piece in text.split())
    both = dict.fromkeys((_words(text), _words(glued)))
    return tuple(words for words in both if words)


@lru_cache(maxsize=4_096)  # a document that many cite is put again with each of them
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(unaccent(text)))
