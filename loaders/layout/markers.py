"""Marks in front of list items: "1.", "2.1", "a)", "(ii)", "-", "Điều 6.", "II-".

Styles from the outside in; a style with a higher rank is found inside one with a lower rank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from loaders.text.clean import UPPER


class Style(IntEnum):
    """The style of a mark; its value is its rank."""

    PART = 0
    CHAPTER = 1
    LETTER = 2
    ROMAN = 3
    SECTION = 4
    ARTICLE = 5
    NUMBER = 6
    SMALL = 10
    PAREN_NUMBER = 11
    PAREN_ROMAN = 12
    PAREN_SMALL = 13
    DASH = 14
    PLUS = 15
    BULLET = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the start of a line: `length` characters up to the item's own text."""

    style: Style
    label: str
    """As it stands in a section path: "1", "2.1", "a", "Điều 6", "-"."""
    length: int
    order: int = 0
    """Place among its siblings (3 for "3.", "c)", "III."); 0 for dashes."""

    @property
    def depth(self) -> int:
        """Rank, with a step for each part of a number ("2.1" is inside "2")."""
        return self.style + self.label.count(".") if self.style is Style.NUMBER else self.style


_CAPITALS = "ABCDĐEGH"
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Order of lettered items; f, j, w and z are not in it, but some lists use f and j."""

_ROMAN = r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})"
_AFTER = rf"(?=[\s“\"(\[{UPPER}]|$)"
"""A mark is followed by a blank, a quotation or the text itself ("1.Sở ..."); never by a digit (1.500)."""

_FORMS: tuple[tuple[Style, str], ...] = (
    (Style.PART, r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|[IVX]+\b|\d+\b)[.:]?\s*"),
    (Style.CHAPTER, r"(?:Chương|CHƯƠNG)\s+(?:[IVX]+\b|\d+\b)[.:]?\s*"),
    # "Mục 3 Nghị quyết số ..." at the start of a wrapped line is a pinpoint: a heading closes or ends here.
    (Style.SECTION, r"(?:Mục|MỤC)\s+(?:[IVX]+|\d+)(?:[.:]\s*|$)"),
    (Style.ARTICLE, r"(?:Điều|ĐIỀU)\s+\d{1,3}[a-zđ]?(?:[.:]\s*|$)"),
    (Style.PAREN_NUMBER, r"\(\d{1,2}\)\s*"),
    (Style.PAREN_ROMAN, r"\([ivx]{1,5}\)\s*"),
    (Style.PAREN_SMALL, r"\([a-zđ]\)\s*"),
    # a scan has "V, TỔ CHỨC THỰC HIỆN"
    (
        Style.ROMAN,
        _ROMAN + rf"(?:\.\d{{1,2}}){{0,2}}\s?(?:[.)/\-–:]|,(?=\s[{UPPER}]{{2}}))(?!\d)\s*" + _AFTER,
    ),
    (Style.LETTER, r"[A-HĐ]\s?[.)/\-–](?!\d)\s+"),
    # "2.3." may stand on a line of its own; "379/QĐ-TTg" at the start of a wrapped line is no mark.
    (
        Style.NUMBER,
        r"\d{1,2}(?:\.\d{1,2}){1,3}(?:[.)]?\s+|[.)]$)" + r"|\d{1,3}\s?(?:[.)](?!\d)\s*|[/\-]\s+)" + _AFTER,
    ),
    (Style.SMALL, rf"[a-zđ]\d?\s?[.)/](?=[\s“\"({UPPER}])\s*"),
    (Style.PLUS, r"\+\s*(?=\D)"),
    (Style.BULLET, r"[•◦○❖➢o]\s+|[•◦○❖➢]"),
    (Style.DASH, r"[-–—−~¬]{1,2}\s*(?=[^\s\d\-–—−]|\d+\s?[^\s\d/.,%])"),
)
_WORDS = frozenset({"Điều", "ĐIỀU", "Chương", "CHƯƠNG", "Mục", "MỤC", "Phần", "PHẦN", "-", "–"})
_MARK = re.compile("|".join(f"(?P<s{style.value}>{form})" for style, form in _FORMS))


def is_word(text: str) -> bool:
    """Whether a line is the word of a mark whose number follows ("Điều"), or a dash above its text."""
    return text in _WORDS


def mark_of(text: str) -> Mark | None:
    """The mark that a clean line begins with."""
    match = _MARK.match(text)
    if match is None or match.lastgroup is None:
        return None
    return _read(match.lastgroup, match.group())


@lru_cache(maxsize=1024)
def _read(form: str, printed: str) -> Mark | None:
    """The mark printed in one of the forms; a text has few different ones."""
    style = Style(int(form[1:]))
    label = _label(style, printed)
    if style is Style.SMALL and label[0] not in ALPHABET + "fj":
        return None
    return Mark(style, label, len(printed), _order(style, label))


def as_letter(mark: Mark) -> Mark:
    """The same mark read as a letter: "(i)" after "(h)", "C." after "B."."""
    if mark.style is Style.PAREN_ROMAN and len(mark.label) == 1:
        return Mark(Style.PAREN_SMALL, mark.label, mark.length, ALPHABET.find(mark.label) + 1)
    if mark.style is Style.ROMAN and len(mark.label) == 1:
        return Mark(Style.LETTER, mark.label, mark.length, _CAPITALS.find(mark.label) + 1)
    return mark


def _label(style: Style, printed: str) -> str:
    """The mark without its points and brackets."""
    shown = " ".join(printed.split())
    match style:
        case Style.DASH:
            return "-"
        case Style.PART | Style.CHAPTER | Style.SECTION | Style.ARTICLE:
            word, number = shown.split(" ", 1)
            return f"{word.capitalize()} {number.rstrip('.:')}"
        case _:
            return shown.strip("().,:/-– ") or shown


def _order(style: Style, label: str) -> int:
    """Place among siblings."""
    last = label.rsplit(".", 1)[-1]
    match style:
        case Style.NUMBER | Style.PAREN_NUMBER | Style.ROMAN | Style.PAREN_ROMAN:
            return int(last) if last.isdigit() else roman(last)
        case Style.SMALL | Style.PAREN_SMALL:
            return ALPHABET.find(label[0]) + 1
        case Style.LETTER:
            return _CAPITALS.find(label) + 1
        case Style.DASH | Style.PLUS | Style.BULLET:
            return 0
        case _:
            number = label.split(" ", 1)[1]
            return int(re.sub(r"\D", "", number) or roman(number))


def roman(numeral: str) -> int:
    """Value of a Roman numeral up to XXXIX; 0 for anything else."""
    values = {"I": 1, "V": 5, "X": 10}
    numbers = [values.get(c, 0) for c in numeral.upper()]
    if not numbers or 0 in numbers:
        return 0
    return sum(-n if n < max(numbers[i:]) else n for i, n in enumerate(numbers))
