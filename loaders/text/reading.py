"""A plain reading copy of a raw text, and the way back from its offsets to the raw ones.

Rules of the language are written against the copy, so they need to know neither NFD, nor look-alike
letters, nor how many empty lines a page layout put inside a phrase ("Nghị quyết số 57-⏎⏎NQ/TW").
Unlike a line on its own, the copy keeps where lines and table cells end.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.text.copies import Copy, rewritten, runs

_ONE_FOR_ONE = tuple(zip("Ðð\u0189Ƣƣ\u2010\u2011\u2013\u2014\u2212", "ĐđĐƯư-----", strict=True))
"""One letter for one letter: they move no offset."""

_BETWEEN = r"[\s*\u200b\ufeff]"
"""What may stand between two words: blanks, line breaks, Markdown stars, invisible characters."""
_ODD = r"\t\r\f\v\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000*\u200b\ufeff"
"""All of these but the common ones, the single blank and the single line break."""
_RUN = rf"[{_ODD} \n\\](?:(?<!\\){_BETWEEN}+|(?<![ \n]))"
_PLAIN = runs(_RUN)
_DECOMPOSED = runs(rf"{_RUN}|[^\W\d_][\u0300-\u036f]{{1,4}}")
"""Slower, for texts with letters that are followed by their marks (NFD)."""
_MARK = re.compile("[\u0300-\u036f]")


def reading(raw: str) -> Copy:
    """The text in NFC, in which each run of blanks is one blank or one line break."""
    for odd, plain in _ONE_FOR_ONE:
        raw = raw.replace(odd, plain)
    return rewritten(raw, _DECOMPOSED if _MARK.search(raw) else _PLAIN, _plain)


@lru_cache(maxsize=1024)
def _plain(run: str) -> str:
    """What a changed stretch reads as; a text has few different ones."""
    if run[0].isalpha():
        return unicodedata.normalize("NFC", run)
    if "\n" in run:
        return "\n"
    return " " if any(c.isspace() for c in run) else ""
