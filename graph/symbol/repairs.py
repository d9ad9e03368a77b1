"""Read a damaged symbol as what was meant, with the reason, and whether that is the only reading.

Nothing here guesses: a step applies only where it turns an unknown code into a known one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph.model import Symbol
from graph.symbol.characters import compact
from graph.symbol.grammar import Style, SymbolParts, format, is_valid, parse
from graph.symbol.sound_codes import exchange, fit
from graph.text import fold as fold_text
from graph.vocabulary.codes import code_key, organ_row, type_codes

REPAIRS: Mapping[str, str] = {
    "misread digit": "a scanner read a digit as a letter (34O-CV/ĐU)",
    "misread letter": "a scanner or typist mistook a letter of the organ (QĐ-ƯBND)",
    "lost hyphen": "the hyphen after the type is gone (181/2024/NĐCP, 57NQ/TW)",
    "slash for hyphen": "another sign stands for the hyphen after the type (338/QĐ/TTg, 45/QĐ.UBND)",
    "lost Đ": "Đ became D, or the other way round (893/QD-TTg)",
    "lost letter": "a letter of the type or organ is gone (57/2018/T-BCT, 866/QĐ-Tg)",
    "lost slash": "the slash after the year is gone or a hyphen (49/2025TT-BCT, 48/2017-TT-BYT)",
    "type left out": "the type stands only in the word before the number (Quyết định số 866/TTg)",
    "state style": "a Party number written in the manner of the state (35/NQ-TU)",
}
"""Every reason that `repair` gives, with what it means."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The symbol that was meant; `certain` where no other reading is possible."""

    symbol: Symbol
    reason: str
    certain: bool


_LONGEST = 80
"""No symbol is longer; what is would only cost time."""

_Step = Callable[[str, str | None], Repair | None]


def repair(symbol: str, *, type_word: str | None = None) -> Repair | None:
    """The repaired symbol, or None where nothing is damaged or nothing sound is near.

    `type_word` is the printed type: with "Đề án" DA is a lost Đ, without it DA is Dự án.
    """
    current, reasons, certain = compact(symbol), list[str](), True
    if len(current) > _LONGEST:
        return None
    for step in _STEPS:
        found = step(current, type_word)
        if found is not None and found.symbol != current:
            current = found.symbol
            reasons.append(found.reason)
            certain = certain and found.certain
    return Repair(current, "; ".join(dict.fromkeys(reasons)), certain) if reasons else None


_MISREAD_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_NUMBER = re.compile(r"[\dOolI]*\d[\dOolI]*(?=[/-])")


def _misread_digit(symbol: str, _: str | None) -> Repair | None:
    """34O-CV/ĐU, O1-KL/TW."""
    number = _NUMBER.match(symbol)
    if number is None:
        return None
    digits = number.group().translate(_MISREAD_DIGITS)
    return Repair(Symbol(digits + symbol[number.end() :]), "misread digit", certain=True)


_NO_SLASH = re.compile(r"(\d[\d.]*/(?:19|20)\d\d)-?([^\W\d_].*)")


def _lost_slash(symbol: str, _: str | None) -> Repair | None:
    """49/2025TT-BCT, 48/2017-TT-BYT."""
    found = _NO_SLASH.fullmatch(symbol)
    return None if found is None else Repair(Symbol(f"{found[1]}/{found[2]}"), "lost slash", certain=True)


_HEAD = r"(\d[\d.]*[^\W\d_]?/(?:\d{4}/)?)"
_OTHER_SIGN = re.compile(_HEAD + r"([^\W\d_]+)[/.]([^\W\d_][\w&-]*)")
_GLUED_STATE = re.compile(_HEAD + r"([^\W\d_]+)(.*)")
_GLUED_PARTY = re.compile(r"(\d+)([^\W\d_]{2,5})/(\D.*)")


def _slash_for_hyphen(symbol: str, _: str | None) -> Repair | None:
    """338/QĐ/TTg, 45/QĐ.UBND."""
    found = _OTHER_SIGN.fullmatch(symbol)
    if found is None or not fit("state", found[2], found[3].split("-")[0]):
        return None
    return Repair(Symbol(f"{found[1]}{found[2]}-{found[3]}"), "slash for hyphen", certain=True)


def _lost_hyphen(symbol: str, _: str | None) -> Repair | None:
    """57NQ/TW, 181/2024/NĐCP: the pieces must be a known type and a known organ."""
    party = _GLUED_PARTY.fullmatch(symbol)
    if party is not None and fit("party", party[2], party[3].split("/")[0]):
        return Repair(Symbol(f"{party[1]}-{party[2]}/{party[3]}"), "lost hyphen", certain=True)
    state = _GLUED_STATE.fullmatch(symbol)
    if state is None or organ_row(state[2]) or code_key(state[2]) in type_codes("state"):
        return None
    for cut in range(len(state[2]) - 1, 0, -1):
        type_code, organ = state[2][:cut], state[2][cut:]
        if fit("state", type_code, organ):
            damaged = exchange("organ", organ, None)  # 27/CTTg
            glued = f"{state[1]}{type_code}-{damaged.sound if damaged else organ}{state[3]}"
            return Repair(Symbol(glued), "lost hyphen", certain=True)
    return None


def _damaged_type(symbol: str, type_word: str | None) -> Repair | None:
    """893/QD-TTg."""
    parts = _parts(symbol)
    if parts is None or not parts.groups:
        return None
    kind, code = ("party" if parts.style is Style.PARTY else "state"), parts.type_code
    if code is None:
        # NĐ without its stroke is no type yet, so the parser took it for the issuer of a letter
        code, *rest = parts.groups
        if not rest or organ_row(code) is not None:
            return None
        parts = replace(parts, style=Style.STATE, groups=tuple(rest))
    found = exchange(kind, code, type_word)
    if found is None:
        return None
    return Repair(format(replace(parts, type_code=found.sound)), found.reason, found.certain)


def _damaged_organ(symbol: str, type_word: str | None) -> Repair | None:
    """1407/QĐ-ƯBND."""
    parts = _parts(symbol)
    if parts is None or not parts.groups or parts.style is Style.LAW:
        return None
    first, *rest = parts.groups
    found = exchange("party organ" if parts.style is Style.PARTY else "organ", first, type_word)
    if found is None:
        return None
    return Repair(format(replace(parts, groups=(found.sound, *rest))), found.reason, found.certain)


def _type_left_out(symbol: str, type_word: str | None) -> Repair | None:
    """Quyết định số 866/TTg: the word gives the type, yet another number may be meant."""
    parts = _parts(symbol)
    if not type_word or parts is None or parts.style is not Style.LETTER or len(parts.groups) != 1:
        return None
    if organ_row(parts.groups[0]) is None or fold_text(type_word) == fold_text("Công văn"):
        return None
    for row in type_codes("state").values():
        if fold_text(row["name"]) == fold_text(type_word):
            typed = replace(parts, style=Style.STATE, type_code=row["code"])
            return Repair(format(typed), "type left out", certain=False)
    return None


_PARTY_ONLY = frozenset({"TW", "VPTW", "TU", "ĐU"})


def _state_style(symbol: str, _: str | None) -> Repair | None:
    """35/NQ-TU: these organs number in the Party's manner alone."""
    parts = _parts(symbol)
    if parts is None or parts.style is not Style.STATE or parts.year or not parts.groups:
        return None
    if parts.groups[0].upper() not in _PARTY_ONLY or code_key(parts.type_code or "") not in type_codes(
        "party"
    ):
        return None
    return Repair(format(replace(parts, style=Style.PARTY)), "state style", certain=False)


def _parts(symbol: str) -> SymbolParts | None:
    return parse(symbol) if is_valid(symbol) else None


_STEPS: tuple[_Step, ...] = (
    _misread_digit,
    _lost_slash,
    _slash_for_hyphen,
    _lost_hyphen,
    _damaged_type,
    _damaged_organ,
    _type_left_out,
    _state_style,
)
