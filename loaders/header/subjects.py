"""The subject of a document (trích yếu): the V/v block of a letter, the lines below a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.model import Stated
from graph.text import collapse, unaccent, unaccent_letters
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph

_INTRODUCER = re.compile(r"\s*(?:v ?/ ?v|v\.v|ve viec|ve)\b[:.]?\s*")
_OWNER = re.compile(r"\s{0,2}cua\s")
_ATTACHED = re.compile(r"\W{0,2}(?:ban hanh )?kem theo|\W{0,2}cap lan")
_NEW_LETTER = re.compile(r"so .{0,20}-")
"""A Party letter has its subject under the number, without V/v: "Số 177-CV/ĐU / Hoãn tổ chức Hội nghị"."""


def subject(top: Sequence[Line]) -> Stated | None:
    """The subject that the letterhead states, without its introducer."""
    for at, line in enumerate(top):
        if signs.about(line):
            return _stated([line.cells()[0], *_below(top, at)])
        if signs.title_type(line, top[at + 1] if at + 1 < len(top) else None):
            return _of_title(top, at)
    return _of_party_letter(top)


def _below(top: Sequence[Line], at: int) -> list[Line]:
    """Lines that go on with the subject of a letter."""
    found: list[Line] = []
    for above, line in pairwise(top[at:]):
        broken_number = above.text.endswith("-")  # "số 24-" above "CTr/TU"
        if line.bar or line.rule or signs.dated(line) or signs.dear(line) or signs.national(line):
            break
        if _other_column(line) and not broken_number:
            break
        found.append(line)
    return found


def _other_column(line: Line) -> bool:
    """Capitals from the right column; a number in capitals ("136/2025/NĐ-CP") goes on with the subject."""
    return signs.upper(line) and not any(c.isdigit() for c in line.text)


def _of_title(top: Sequence[Line], at: int) -> Stated | None:
    """What follows the type on its own line, and the lines below; a Party title names its issuer first."""
    broken = signs.title_type(top[at]) is None
    rest = None if broken else _after_type(top[at])
    found = [rest] if rest else []
    for line in top[at + 1 + broken :]:
        key = line.key
        if _ATTACHED.match(key):
            break
        if line.rule or (not found and (_OWNER.match(key) or signs.states_fact(line))):
            continue
        if not found and not _INTRODUCER.match(key) and _owner_goes_on(top, line):
            continue
        found.append(line)
    return _stated(found)


def _after_type(line: Line) -> Line | None:
    """The rest of a title line ("THÔNG BÁO KẾT LUẬN"), unless it is the issuer or the noise of a scan."""
    type_ = signs.title_type(line) or ""
    rest = Line(line.source, line.left + len(type_), line.right)
    plain = line.key.startswith(unaccent(type_))
    return rest if plain and rest.text.strip() and not _OWNER.match(rest.key + " ") else None


def _owner_goes_on(top: Sequence[Line], line: Line) -> bool:
    """Second line of "CỦA BỘ CHÍNH TRỊ, / BAN BÍ THƯ" above the line that begins with "VỀ"."""
    at = top.index(line)
    above = [other.key for other in top[:at]]
    below = [other.key for other in top[at + 1 :]]
    return any(_OWNER.match(key) for key in above[-2:]) and any(_INTRODUCER.match(key) for key in below[:1])


def _of_party_letter(top: Sequence[Line]) -> Stated | None:
    at = next(
        (i for i, line in enumerate(top) if signs.numbered(line) and _NEW_LETTER.match(line.key)),
        None,
    )
    return _stated(_below(top, at)) if at is not None else None


def _stated(found: Sequence[Line]) -> Stated | None:
    shown = Paragraph(tuple(line for line in found if line.text))
    if not shown.lines:
        return None
    introduced = _INTRODUCER.match(unaccent_letters(shown.text))
    start = introduced.end() if introduced else 0
    start += len(shown.text[start:]) - len(shown.text[start:].lstrip())
    value = collapse(shown.text[start:])
    return Stated(value, *shown.raw(start, len(shown.text)), "letterhead") if value else None
