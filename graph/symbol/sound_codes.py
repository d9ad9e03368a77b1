"""The sound code behind a damaged one: by the table of confusions, else by the stroke that Đ lost.

A code is of a kind: the types of "state" and "party", and "organ" or "party organ".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.text import fold as fold_text
from graph.vocabulary.codes import code_key, organ_codes, organ_row, type_codes
from graph.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class Exchange:
    """The sound code for a damaged one."""

    sound: str
    reason: str
    certain: bool


def is_known(kind: str, code: str) -> bool:
    """Whether a type ("state", "party") or an organ has this code."""
    return organ_row(code) is not None if "organ" in kind else code_key(code) in type_codes(kind)


def fit(style: str, type_code: str, organ: str) -> bool:
    """Whether both are codes, as they stand or damaged."""
    organ_kind = "party organ" if style == "party" else "organ"
    return all(is_known(k, c) or exchange(k, c, None) for k, c in ((style, type_code), (organ_kind, organ)))


def exchange(kind: str, code: str, type_word: str | None) -> Exchange | None:
    """The sound code: by the table of confusions first, else by the stroke of Đ alone."""
    for row in _confusions().get(code.upper(), ()):
        word_fits = not row["type_word"] or fold_text(row["type_word"]) == fold_text(type_word or "")
        if word_fits and kind in _KINDS[row["part"]]:
            return Exchange(row["sound"], row["reason"], certain=row["certain"] == "yes")
    sound = _by_stroke(kind).get(_stroke_key(code))
    return None if sound is None or is_known(kind, code) else Exchange(sound, "lost Đ", certain=True)


_KINDS = {
    "type": ("state", "party"),
    "organ": ("organ", "party organ"),
    "party organ": ("party organ",),
}
"""Which codes a row of the table is for."""


@cache
def _confusions() -> Mapping[str, list[Mapping[str, str]]]:
    """Rows of the table by the damaged code."""
    found: dict[str, list[Mapping[str, str]]] = {}
    for row in rows("symbol_repairs"):
        found.setdefault(row["damaged"].upper(), []).append(row)
    return found


def _stroke_key(code: str) -> str:
    return code_key(code).replace("Đ", "D")


@cache
def _by_stroke(kind: str) -> Mapping[str, str]:
    """Known codes by their spelling without the stroke of Đ, where only one code is spelt so."""
    groups: dict[str, list[str]] = {}
    for row in (organ_codes() if "organ" in kind else type_codes(kind)).values():
        groups.setdefault(_stroke_key(row["code"]), []).append(row["code"])
    return {key: codes[0] for key, codes in groups.items() if len(codes) == 1}
