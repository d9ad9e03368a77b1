"""Comparison keys for Vietnamese text. Keys are for comparing only: text itself is never changed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORDS = 1 << 14
"""Words whose keys are kept: all syllables of Vietnamese."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Huyền, sắc, ngã, hỏi, nặng as combining marks."""

_SYLLABLE = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]){0,60}")
"""Bounded, as the tones of a long word in a row would cost the square of its length to compose."""
_STROKES = str.maketrans(
    {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "\u00a0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None}
)
_PLAIN = str.maketrans(
    dict.fromkeys("đðɖ", "d") | {chr(mark): None for mark in (*range(0x0300, 0x0370), 0x200B, 0xFEFF)}
)
"""For small letters, decomposed: drops every combining mark and the stroke of đ, which is not one."""


def collapse(text: str) -> str:
    """NFC with every run of white space as one blank: how printed words are reported."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "").split())


def fold(text: str) -> str:
    """Key that ignores case, white space and tone placement: "Uỷ ban" and "Ủy  Ban" are one."""
    return " ".join(filter(None, map(fold_word, text.split())))


@lru_cache(maxsize=_WORDS)
def fold_word(word: str) -> str:
    """Key of one word, as `fold` makes it."""
    clean = unicodedata.normalize("NFC", word).translate(_STROKES).lower()
    if clean.isascii():
        return clean
    decomposed = unicodedata.normalize("NFD", clean)
    return unicodedata.normalize("NFC", _SYLLABLE.sub(_tone_last, decomposed))


def _tone_last(match: re.Match[str]) -> str:
    """Old and new placement differ only in the letter that carries the tone: hòa, hoà."""
    word = match.group()
    return "".join(c for c in word if c not in _TONES) + "".join(c for c in word if c in _TONES)


def unaccent(text: str) -> str:
    """Key without any diacritics, đ as d: "Quyết định" is "quyet dinh"."""
    words = text.lower().split()
    return " ".join(words if text.isascii() else filter(None, map(_unaccented, words)))


@lru_cache(maxsize=_WORDS)
def _unaccented(word: str) -> str:
    return unicodedata.normalize("NFD", word).translate(_PLAIN)


def unaccent_letters(text: str) -> str:
    """The same for each letter by itself, so that places stay: white space and what has no key is a blank."""
    return " ".join(map(_letters, text.split(" ")))


@lru_cache(maxsize=_WORDS)
def _letters(word: str) -> str:
    return "".join([unaccent(letter) or " " for letter in word])
