"""How the patterns of the reader are written: blanks that may be line breaks, and many phrases as one."""

from __future__ import annotations

import re
from collections.abc import Iterable


def loose(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, in which each blank also stands for one line break.

    `loaders.text.reading` leaves one blank or one line break between two words, never more.
    """
    return re.compile(source.replace(" ", r"[ \n]"), flags)


_OPEN = r"[^.;:()|]{1,40}?"
"""What "…" in a phrase stands for: a few words of the same clause."""

_Node = dict[str, "_Node"]


def alternatives(phrases: Iterable[str]) -> str:
    """Source of a pattern for `loose` that matches any of the phrases, the longest first.

    Shared beginnings are tried once: a plain alternation would cost an attempt for each phrase.
    """
    root: _Node = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _source(root)


def _source(node: _Node) -> str:
    """Pattern of what can follow; "…" first, so that "được sửa đổi … theo" beats "được sửa đổi"."""
    branches = [
        _letter(letter) + _source(below) for letter, below in sorted(node.items(), key=_order) if letter
    ]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined}|)" if "" in node else joined


def _order(entry: tuple[str, _Node]) -> tuple[bool, str]:
    letter, below = entry
    return not (letter == "…" or "…" in below), letter


def _letter(letter: str) -> str:
    if letter == "…":
        return _OPEN
    return letter if letter == " " else re.escape(letter)
