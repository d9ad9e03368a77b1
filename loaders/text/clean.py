"""Text that patterns can be matched on, with the way back to the raw offsets.

Gone are what a copy adds and print does not show (markdown `*`, zero-width marks); letters are composed
(NFC) and look-alikes are what they stand for (Ð is Đ). Line ends stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.text.copies import Copy, rewritten, runs
from loaders.text.glyphs import letter

UPPER = "".join(
    c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and unicodedata.name(c).startswith("LATIN")
)
"""Capital letters for a class in a pattern: no range holds them and only them ("Đ" is among small ones)."""
LOWER = UPPER.lower()
"""Small letters for a class in a pattern."""

_LETTERS = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "Ƣ": "Ư", "ƣ": "ư", "\u2028": "\n"}
"""Ƣ stands for Ư in the text layer of some printers ("Bộ Công Thƣơng")."""
_BULLETS = {"\uf02d": "-", "\uf0b7": "•", "\uf0a7": "•", "●": "•", "▪": "•"}
_SHOWN = _LETTERS | _BULLETS

_NOTHING = "*\\\u200b\ufeff\u2060"
_BLANK = " \t\u00a0\u202f\u2003\u2009\u3000"
_ODD = re.escape(_NOTHING + _BLANK[1:] + "".join(_SHOWN))
# an odd character, or the first of several blanks; then all the rest of its run
_RUN = (
    rf"[ {_ODD}](?:(?<! )|(?=[{_BLANK}]))"
    rf"(?:(?<=[{_BLANK}])[{_BLANK}]*|(?<=[{re.escape(_NOTHING)}])[{re.escape(_NOTHING)}]*)?"
)
_GLYPH = re.compile(r"\(cid:\d{1,4}\)")
_MARKS = "[\u0300-\u036f]"
_MARK = re.compile(_MARKS)
_MARK_BYTES = (b"\xcc", b"\xcd")
"""With which these marks, and few other signs, begin in UTF-8."""
_RARE_RUN = rf"{_RUN}|.{_MARKS}{{1,4}}|{_GLYPH.pattern}"
"""Slower, for texts with decomposed letters or with glyphs."""
_GAZETTE = tuple(unicodedata.normalize(form, "CÔNG BÁO/") for form in ("NFC", "NFD"))
# "⏎⏎58⏎CÔNG BÁO/Số 851 + 852/Ngày 01-7-2025⏎⏎", "CÔNG BÁO/Số 281/Ngày 21-05-2026⏎100⏎⏎": a page turns
_HEADER = (
    rf"(?:\A|\n)[\s\d]{{0,60}}?(?:{'|'.join(map(re.escape, _GAZETTE))})[^\n]{{3,60}}(?:\n|\Z)"
    r"(?:\s{0,8}\d{1,3}[ \t]{0,4}\n)?\s{0,40}"
)
_PLAIN, _RARE = runs(_RUN), runs(_RARE_RUN)
_PAGED, _PAGED_RARE = runs(f"{_HEADER}|{_RUN}"), runs(f"{_HEADER}|{_RARE_RUN}")
_WIDE = 4
"""A run of this many blanks separates columns, like a tab; fewer come from justified lines."""


@lru_cache(maxsize=1)
def clean(text: str) -> Copy:
    """A raw text, ready for patterns; each step of reading asks for it again."""
    encoded = text.encode("utf-8", "surrogatepass")
    rare = "(cid:" in text or any(lead in encoded for lead in _MARK_BYTES)
    if _of_gazette(text):
        return rewritten(text, _PAGED_RARE if rare else _PAGED, _shown)
    return rewritten(text, _RARE if rare else _PLAIN, _shown)


def _of_gazette(text: str) -> bool:
    return any(name in text for name in _GAZETTE)


@lru_cache(maxsize=1024)
def _shown(run: str) -> str:
    """What a special run of characters stands for; a text has few different ones."""
    first = run[0]
    if _of_gazette(run):
        return "\n"
    if _GLYPH.fullmatch(run):
        return letter(int(run.removeprefix("(cid:").removesuffix(")"))) or run
    if len(run) > 1 and _MARK.match(run, 1):
        return unicodedata.normalize("NFC", run)
    if first in _BLANK:
        return "\t" if "\t" in run or len(run) >= _WIDE else " "
    return _SHOWN.get(first, "")
