"""How the patterns of the reader are written: blanks that may be line breaks, and many phrases as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache


def loose(source: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, in which each blank also stands for one line break.

    `loaders.text.reading` leaves one blank or one line break between two words, never more.
    """
    return re.compile(source.replace(" ", r"[ \n]"), flags)


def any_case(phrases: Iterable[str], *, guard: str = "") -> str:
    """Source of a pattern for `loose` that matches any of the phrases in any case, the longest first.

    It begins with plain letters, so that a search skips the others; `guard` is tried after the first letter.
    """
    rests: dict[str, list[str]] = {}
    for phrase in phrases:
        rests.setdefault(phrase[0].lower(), []).append(phrase[1:])
    branches = (
        rf"{re.escape(first)}{guard}(?i:{alternatives(rest)})"
        for letter, rest in rests.items()
        for first in sorted({letter, letter.upper()})
    )
    return f"(?:{'|'.join(branches)})"


class WholeWords:
    """Any of some phrases as whole words, in any case, the longest first.

    The pattern begins with the sign before a word and then a plain letter: a search skips other places many
    times as fast as it would try an alternation of any case at each of them.
    """

    def __init__(self, phrases: Iterable[str], *, not_after: Iterable[str] = ()) -> None:
        phrases = tuple(phrases)
        words = any_case(phrases, guard="".join(rf"(?<!(?i:{word}).)" for word in not_after))
        self._first = loose(rf"{words}(?!\w)")
        self._further = loose(rf"{_sign()}{_beginning(phrases)}{words}(?!\w)")

    def spans(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase between two places, in order."""
        if start == 0 and (first := self._first.match(text, 0, end)):
            start = first.end()
            yield 0, start
        for match in self._further.finditer(text, max(0, start - 1), end):
            yield match.start() + 1, match.end()


def _beginning(phrases: Sequence[str]) -> str:
    """A look at the first letters of a word, which passes most words by before any phrase is tried."""
    shown = min(3, *(len(phrase.partition("…")[0]) for phrase in phrases))
    letters = ("".join(phrase[place] for phrase in phrases) for place in range(shown))
    classes = (sorted({*place.lower(), *place.upper()}) for place in letters)
    return f"(?={''.join('[' + re.escape(''.join(each)) + ']' for each in classes)})".replace("\\ ", r"\s")


@cache
def _sign() -> str:
    """A class of all characters that are no part of a word."""
    ends = [code for code in range(1, 0x10000) if _in_word(code) != _in_word(code - 1)]
    signs = zip([0, *ends[1::2]], [*ends[::2], 0x10000], strict=True)
    return "[" + "".join(rf"\u{first:04x}-\u{after - 1:04x}" for first, after in signs) + "]"


def _in_word(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"


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
