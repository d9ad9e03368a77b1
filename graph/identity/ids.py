"""Ids: readable slugs of a key plus a short hash of it, equal in every store and on every machine.

doc:57nq-tw:xiii:5f1c0a9be2d4, agency:so-tu-phap:tinh-lang-son:…, task:doc-57nq-tw-…:3.a:…
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from graph.model import BlockKey, NodeId
from graph.text import fold, unaccent

_HASH = 12
"""Hexadecimal digits: with the slug beside them, enough for any number of documents."""
_SLUG = 60
"""Longest part of an id that is there for people."""

_NO_SLUG = re.compile(r"[^a-z0-9.+]+")
_OF_BLOCK = str.maketrans({"/": "-", "&": "+"})
_TO_BLOCK = str.maketrans({"-": "/", "+": "&"})


def digest(*parts: str) -> str:
    """Short hash of these parts in this order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_HASH]


def text_digest(text: str) -> str:
    """Hash of what a text says: line breaks, blanks and case do not matter, so .txt and .pdf meet."""
    return digest(fold(text))


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Words for people in an id: ASCII, no blanks, cut after sixty letters."""
    return _NO_SLUG.sub("-", unaccent(text)).strip("-")[:_SLUG].strip("-.")


def node_id(kind: str, *key: str, unseen: tuple[str, ...] = ()) -> NodeId:
    """Id of a node from the parts of its key; the unseen ones only count in the hash."""
    shown = [words for part in key if (words := slug(part))]
    return NodeId(":".join([kind, *shown, digest(*key, *unseen)]))


def document_id(block: BlockKey, *key: str) -> NodeId:
    """Id of a document: its block can be read back from it (`block_of`)."""
    return node_id("doc", block.lower().translate(_OF_BLOCK), *key)


def block_of(text: str) -> BlockKey | None:
    """The block that an id of a numbered document speaks of, also one that knowledge has since replaced."""
    kind, _, rest = text.partition(":")
    if kind != "doc" or not rest:
        return None
    return BlockKey(rest.partition(":")[0].translate(_TO_BLOCK).upper())


def in_front(name: str) -> str:
    """A name as it stands at the beginning of a line: "các sở, ban, ngành" with a capital."""
    return name[:1].upper() + name[1:]
