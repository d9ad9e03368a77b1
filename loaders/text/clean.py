"""Text that patterns can be matched on, with the way back to the raw offsets.

Gone are what a copy adds and print does not show (markdown `*`, zero-width marks); letters are composed
(NFC) and look-alikes are what they stand for (Ð is Đ). Line ends stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from loaders.text.glyphs import letter
from loaders.text.offsets import Offsets

UPPER = "".join(
    c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and unicodedata.name(c).startswith("LATIN")
)
"""Capital letters for a class in a pattern: no range holds them and only them ("Đ" is among small ones)."""
LOWER = UPPER.lower()
"""Small letters for a class in a pattern."""

_LETTERS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư", "\u2028": "\n"}
"""Ƣ stands for Ư in the text layer of some printers ("Bộ Công Thƣơng")."""
_BULLETS = {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "•", "●": "•", "▪": "•"}

_SPECIAL = re.compile(
    r"(?P<none>[*\\\u200b\ufeff\u2060]+)"
    r"|(?P<blank>[ \t\u00a0\u202f\u2003\u2009\u3000]{2,}|[\t\u00a0\u202f\u2003\u2009\u3000])"
    r"|(?P<letter>[ÐðƉƢƣ\u2028\uf02d\uf0b7\uf0a7●▪])"
    r"|(?P<composed>.[\u0300-\u036f]{1,4})"
    r"|\(cid:(?P<glyph>\d{1,4})\)"
)
_WIDE = 4
"""A run of this many blanks separates columns, like a tab; fewer come from justified lines."""


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text; `raw` gives the raw offsets of a part of it."""

    text: str
    places: Offsets = field(repr=False)

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw start and end of a non-empty part of the clean text."""
        return self.places.start(start), self.places.stop(end - 1)


def clean(text: str, start: int = 0, end: int | None = None) -> Clean:
    """The part of a raw text, ready for patterns; offsets count from the start of the whole text."""
    end = len(text) if end is None else end
    parts: list[str] = []
    places = Offsets()
    done = start
    for match in _SPECIAL.finditer(text, start, end):
        at = match.start()
        shown = _shown(match)
        parts += (text[done:at], shown)
        places.copied(done, at)
        done = match.end()
        places.replaced(at, done, shown=len(shown))
    parts.append(text[done:end])
    places.copied(done, end)
    return Clean("".join(parts), places)


def _shown(match: re.Match[str]) -> str:
    """What a special run of characters stands for."""
    run = match.group()
    match match.lastgroup:
        case "none":
            return ""
        case "blank":
            return "\t" if "\t" in run or len(run) >= _WIDE else " "
        case "glyph":
            return letter(int(match["glyph"])) or run
        case "letter":
            return _LETTERS.get(run) or _BULLETS[run]
        case _:
            return unicodedata.normalize("NFC", run)
