"""The characters of a symbol: one spelling for what looks the same, and the key for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from graph.model import BlockKey, Symbol

LOOKALIKES = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ"} | dict(
    zip(
        "АВЕКМНОРСТУХІЅЈ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "ABEKMHOPCTYXISJ" + "ABEZHIKMNOPTYX",
        strict=True,
    )
)
"""Eth for Đ, then Cyrillic and Greek capitals: "16495/BТС-PTHT" was typed with a Russian keyboard."""

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad"
"""Hyphen, its relatives, minus, and the soft hyphen that a cleaner would drop ("57\u00adNQ/TW")."""

IGNORED = "\u200b\u200c\u200d\u2060\ufeff*\\"
"""Zero-width characters, and the marks that bold and escaped text leaves ("203**/2025/QH15")."""

_ONE_SPELLING = str.maketrans(LOOKALIKES | dict.fromkeys(DASHES, "-") | dict.fromkeys(IGNORED, ""))
_FRAME = "_.,;:()[]|“”\"'`"
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_NO_STROKE = str.maketrans({"Đ": "D", "-": None})


@lru_cache(maxsize=4096)
def compact(text: str) -> Symbol:
    """The symbol as it is stored: NFC, no blanks, ASCII hyphens, Đ as U+0110; nothing is repaired."""
    clean = unicodedata.normalize("NFC", text).translate(_ONE_SPELLING)
    return Symbol("".join(clean.split()).strip(_FRAME))


@lru_cache(maxsize=4096)
def fold(symbol: str) -> BlockKey:
    """Key on which damaged and sound spellings meet: upper case, no hyphens, Đ as D, 05 as 5."""
    return BlockKey(_LEADING_ZEROS.sub("", compact(symbol).upper().translate(_NO_STROKE)))
