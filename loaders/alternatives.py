"""Many phrases as one pattern: shared beginnings are tried once, the longest phrase wins.

An alternation of a hundred phrases costs a hundred attempts at every word; this one costs a few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BLANK = r"[ \n]"
OPEN = r"[^.;:()|]{1,40}?"
"""What "…" in a phrase stands for: a few words of the same clause."""

_Node = dict[str, "_Node"]


def alternatives(phrases: Iterable[str]) -> str:
    """Source of a pattern that matches any of the phrases; a blank may be a line break."""
    root: _Node = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _source(root)


def _source(node: _Node) -> str:
    """Pattern of what can follow; "…" first, so that "được sửa đổi … theo" beats "được sửa đổi"."""
    branches = [_letter(letter) + _source(below) for letter, below in sorted(node.items(), key=_order) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined}|)" if "" in node else joined


def _order(entry: tuple[str, _Node]) -> tuple[bool, str]:
    letter, below = entry
    return not (letter == "…" or "…" in below), letter


def _letter(letter: str) -> str:
    if letter == "…":
        return OPEN
    return BLANK if letter == " " else re.escape(letter)
