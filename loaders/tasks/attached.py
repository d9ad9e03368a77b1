"""Texts that a document issues: the plan or the rules behind a decision's signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.text import unaccent
from loaders.layout.lines import Line, Span, lines
from loaders.layout.signs import annex_title
from loaders.tasks.vocabulary import DATA
from loaders.text.vocabulary import phrase_groups

_HEAD, _NOTE_LINES = 30, 5
"""Lines of the longest head (letterhead, type, subject), and of the longest note under it."""
# "(Ban hành kèm theo Quyết định số 12/QĐ-UBND …)", "(Kèm theo Nghị quyết số …)"
_NOTE = re.compile(r"\W{0,3}(?:ban hanh )?kem theo\b")


@dataclass(frozen=True, slots=True)
class Attached:
    """A text of its own inside an annex: its type word and the span below its head."""

    kind: str
    span: Span


def attached(text: str, annex: Span) -> Attached | None:
    """The text that an annex holds, up to annexes of its own; None for lists, forms and tables."""
    shown = lines(text, *annex)
    kind = ""
    for at, line in enumerate(shown[:_HEAD]):
        kind = kind or _kind(line)
        if kind and _NOTE.match(line.key):
            start = _after_note(shown[at : at + _NOTE_LINES])
            inner = (below.start for below in shown[at + 1 :] if annex_title(below))
            return Attached(kind, (start, next(inner, annex[1])))
    return None


def _kind(line: Line) -> str:
    """The type word that a title line in capitals begins with, its marks as a scan has them ("KẺ HOẠCH")."""
    if not line.text.isupper():
        return ""
    key = line.key.lstrip(":.'*_- ")
    return next((kind for plain, kind in _kinds() if key.startswith(plain)), "")


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Type words without diacritics, and as they are printed."""
    return tuple((unaccent(kind), kind) for kind in phrase_groups(DATA)["attached"])


def _after_note(note: Sequence[Line]) -> int:
    """Raw end of a note, which may go on over some lines to its bracket."""
    closed = (line.end for line in note if line.text.rstrip("*_ .").endswith(")"))
    return next(closed, note[0].end)
