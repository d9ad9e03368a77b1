"""Read a damaged symbol as what was meant, with the reason, and whether that is the only reading.

Nothing here guesses: a step applies only where it turns an unknown code into a known one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Symbol
from graph.symbol.characters import compact
from graph.symbol.grammar import Style, SymbolParts, format, is_valid, parse
from graph.text import fold as fold_text
from graph.vocabulary.codes import code_key, organ_codes, organ_row, type_codes
from graph.vocabulary.tables import rows

REPAIRS: Mapping[str, str] = {
    "misread digit": "a scanner read a digit as a letter (34O-CV/ĐU)",
    "misread letter": "a scanner or typist mistook a letter of the organ (QĐ-ƯBND)",
    "lost hyphen": "the hyphen after the type is gone (181/2024/NĐCP, 57NQ/TW)",
    "slash for hyphen": "another sign stands for the hyphen after the type (338/QĐ/TTg, 45/QĐ.UBND)",
    "lost Đ": "Đ became D, or the other way round (893/QD-TTg)",
    "lost letter": "a letter of the type is gone (57/2018/T-BCT)",
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
_NUMBER = re.compile(r"[\dOolI]*\d[\dOolI]*(?=[/-])|[OolI]\d+(?=[/-])")


def _misread_digit(symbol: str, _: str | None) -> Repair | None:
    number = _NUMBER.match(symbol)
    if number is None:
        return None
    return Repair(
        Symbol(number.group().translate(_MISREAD_DIGITS) + symbol[number.end() :]),
        "misread digit",
        certain=True,
    )


_GLUED_PARTY = re.compile(r"(\d+)([^\W\d_]{2,5})/(\D.*)")
_GLUED_STATE = re.compile(r"(\d[\d.]*[^\W\d_]?/(?:\d{4}/)?)([^\W\d_]+)(.*)")


def _lost_hyphen(symbol: str, _: str | None) -> Repair | None:
    """57NQ/TW, 181/2024/NĐCP: the pieces must be a known type and a known organ."""
    party = _GLUED_PARTY.fullmatch(symbol)
    if party is not None and _sound("party", party[2], party[3].split("/")[0]):
        return Repair(Symbol(f"{party[1]}-{party[2]}/{party[3]}"), "lost hyphen", certain=True)
    state = _GLUED_STATE.fullmatch(symbol)
    if state is None or organ_row(state[2]) or _type_row("state", state[2]):
        return None
    for cut in range(len(state[2]) - 1, 0, -1):
        if _sound("state", state[2][:cut], state[2][cut:]):
            glued = f"{state[1]}{state[2][:cut]}-{state[2][cut:]}{state[3]}"
            return Repair(Symbol(glued), "lost hyphen", certain=True)
    return None


_OTHER_SIGN = re.compile(r"(\d[\d.]*[^\W\d_]?/(?:\d{4}/)?)([^\W\d_]+)[/.]([^\W\d_][\w&-]*)")


def _slash_for_hyphen(symbol: str, _: str | None) -> Repair | None:
    found = _OTHER_SIGN.fullmatch(symbol)
    if found is None or not _sound("state", found[2], found[3].split("-")[0]):
        return None
    return Repair(Symbol(f"{found[1]}{found[2]}-{found[3]}"), "slash for hyphen", certain=True)


def _type_row(style: str, code: str) -> Mapping[str, str] | None:
    """The type, also when its Đ is lost."""
    codes = type_codes(style)
    return codes.get(code_key(code)) or codes.get(code_key(_by_stroke(style).get(_stroke_key(code), "")))


def _sound(style: str, type_code: str, organ: str) -> bool:
    """Whether both are known, as they stand or with a lost Đ."""
    known_organ = organ_row(organ) is not None or _stroke_key(organ) in _by_stroke("organ")
    return known_organ and _type_row(style, type_code) is not None


def _stroke_key(code: str) -> str:
    return code_key(code).replace("Đ", "D")


@cache
def _by_stroke(kind: str) -> Mapping[str, str]:
    """Known codes by their spelling without the stroke of Đ, where only one code is spelt so."""
    table = organ_codes() if kind == "organ" else type_codes(kind)
    groups: dict[str, list[str]] = {}
    for row in table.values():
        groups.setdefault(_stroke_key(row["code"]), []).append(row["code"])
    return {key: codes[0] for key, codes in groups.items() if len(codes) == 1}


def _damaged_type(symbol: str, type_word: str | None) -> Repair | None:
    if not is_valid(symbol):
        return None
    parts = parse(symbol)
    style = "party" if parts.style is Style.PARTY else "state"
    code = parts.type_code
    if code is None:
        # NĐ without its stroke is no type yet, so the parser took it for the issuer of a letter
        code, rest = (parts.groups[0], parts.groups[1:]) if parts.groups else ("", ())
        if not rest or organ_row(code) is not None:
            return None
        parts = replace(parts, style=Style.STATE, groups=rest)
    return _exchange(style, code, type_word, lambda sound: replace(parts, type_code=sound))


def _damaged_organ(symbol: str, type_word: str | None) -> Repair | None:
    if not is_valid(symbol):
        return None
    parts = parse(symbol)
    if not parts.groups or parts.style is Style.LAW:
        return None
    first, *rest = parts.groups
    return _exchange("organ", first, type_word, lambda sound: replace(parts, groups=(sound, *rest)))


def _exchange(
    kind: str, code: str, type_word: str | None, put: Callable[[str], SymbolParts]
) -> Repair | None:
    """Put the sound code for a damaged one: by the table of confusions first, else by the stroke alone."""
    part = "organ" if kind == "organ" else "type"
    for row in rows("symbol_repairs"):
        word_fits = not row["type_word"] or fold_text(row["type_word"]) == fold_text(type_word or "")
        if row["part"] == part and row["damaged"] == code.upper() and word_fits:
            return Repair(format(put(row["sound"])), row["reason"], certain=row["certain"] == "yes")
    known = organ_row(code) if kind == "organ" else type_codes(kind).get(code_key(code))
    sound = _by_stroke(kind).get(_stroke_key(code))
    if known is not None or sound is None:
        return None
    return Repair(format(put(sound)), "lost Đ", certain=True)


def _type_left_out(symbol: str, type_word: str | None) -> Repair | None:
    """Quyết định số 866/TTg: the word gives the type, yet another number may be meant."""
    if not type_word or not is_valid(symbol):
        return None
    parts = parse(symbol)
    if parts.style is not Style.LETTER or len(parts.groups) != 1 or organ_row(parts.groups[0]) is None:
        return None
    for row in type_codes("state").values():
        if fold_text(row["name"]) == fold_text(type_word) and row["code"] != "CV":
            typed = replace(parts, style=Style.STATE, type_code=row["code"])
            return Repair(format(typed), "type left out", certain=False)
    return None


_PARTY_ONLY = frozenset({"TW", "VPTW", "TU", "ĐU"})


def _state_style(symbol: str, _: str | None) -> Repair | None:
    """35/NQ-TU: these organs number in the Party's manner alone."""
    if not is_valid(symbol):
        return None
    parts = parse(symbol)
    if parts.style is not Style.STATE or parts.year or parts.groups[:1] == () or parts.type_code is None:
        return None
    if parts.groups[0].upper() not in _PARTY_ONLY or code_key(parts.type_code) not in type_codes("party"):
        return None
    return Repair(format(replace(parts, style=Style.PARTY)), "state style", certain=False)


_STEPS: tuple[_Step, ...] = (
    _misread_digit,
    _slash_for_hyphen,
    _lost_hyphen,
    _damaged_type,
    _damaged_organ,
    _type_left_out,
    _state_style,
)
