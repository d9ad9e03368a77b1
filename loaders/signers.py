"""Who signed: the authority and position lines, and the name under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Stated
from graph.text import fold, unaccent
from loaders import signs
from loaders.closing import is_name
from loaders.lines import Line, Paragraph
from loaders.words import words


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature block, read: each position phrase in order ("KT. BỘ TRƯỞNG, CHỦ NHIỆM")."""

    positions: tuple[Paragraph, ...] = ()
    signer: Stated | None = None

    @property
    def collective(self) -> str | None:
        """The body that TM. names ("BAN BÍ THƯ")."""
        for phrase in self.positions:
            mark, _, rest = phrase.text.partition("." if "." in phrase.text[:4] else " ")
            if fold(mark) in ("tm", "t/m") and rest.strip():
                return rest.strip()
        return None


def read_signature(found: Sequence[Line]) -> Signature:
    """The signature among the lines (or columns) of a signature block."""
    phrases: list[list[Line]] = []
    for line in found:
        if signs.position(line):
            phrases.append([line])
        elif phrases and signs.upper(line) and not is_name(line.text.title()):
            phrases[-1].append(line)
        elif (
            phrases and signs.upper(line) and (phrases[-1][-1].text[-1] in ",-" or len(line.text.split()) < 2)
        ):
            phrases[-1].append(line)
        elif phrases and (signer := _signer(line)):
            return Signature(tuple(Paragraph(tuple(p)) for p in phrases), signer)
    return Signature(tuple(Paragraph(tuple(p)) for p in phrases))


def _signer(line: Line) -> Stated | None:
    """The person's name on a line, without rank and title."""
    shown = line.text.strip(" .,;")
    key = unaccent(shown)
    for title in words("honorific"):
        if key.startswith(title + " ") or (title.endswith(".") and key.startswith(title)):
            shown = shown[len(title) :].strip(" .")
            key = unaccent(shown)
    if not is_name(shown):
        return None
    start = line.text.index(shown)
    return Stated(shown, *line.raw(start, start + len(shown)), "signature")
