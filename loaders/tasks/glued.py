"""Words that a copy ran together, parted again: "Đềnghịcác cơ quan", "Đảng uỷUBND xã chủtrì".

Some files lose the blank after a syllable that ends in a vowel with a tone. No Vietnamese syllable goes on
with a consonant and a vowel there, nor with a capital.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.text.clean import LOWER, UPPER
from loaders.text.coding import Coded, Words, words_of
from loaders.text.flat import Flat
from loaders.text.phrases import Phrases
from loaders.text.scanned import misread

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWELS = "".join(c for c in LOWER if unicodedata.normalize("NFD", c)[0] in "aeiouy")
_TONED = "".join(c for c in _VOWELS if _TONES & set(unicodedata.normalize("NFD", c)))
_ONSET = r"(?:ngh|ng|nh|ch|th|tr|ph|kh|gi|gh|qu|[bcdđghklmnpqrstvx])"
_SEAM = re.compile(rf"(?<=[{_TONED}])(?:(?={_ONSET}[{_VOWELS}])|(?=[{UPPER}]))")

_MISREAD = Phrases((phrase, "") for phrase in misread())


def parted(flat: Flat) -> Words:
    """The words of a part of a text, each of those that ran together by itself."""
    return _coded(flat.whole).part(*flat.span) or words_of(flat.text, _SEAM)


@lru_cache(maxsize=1)
def _coded(text: str) -> Coded:
    """A whole text: each part of it is asked for."""
    coded = Coded(text, _SEAM)
    return coded.as_printed() if is_scan(coded.whole()) else coded


def is_scan(words: Words) -> bool:
    """Whether a text has misread words, as scans have; one may be a misprint."""
    first = _MISREAD.next(words, 0)
    return first >= 0 and _MISREAD.next(words, first + 1) >= 0
