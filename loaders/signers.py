"""Who signed: the authority and position lines, and the name under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model import Stated
from graph.text import fold, unaccent
from loaders import signs
from loaders.closing import goes_on, is_name
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
    for at, line in enumerate(found):
        if phrases and signs.upper(line) and (not signs.position(line) or phrases[-1][-1].text[-1] == ","):
            phrases[-1].append(line)
        elif signs.position(line):
            phrases.append([line])
        elif phrases and (signer := _signer(found[at : at + 2])):
            return Signature(tuple(Paragraph(tuple(p)) for p in phrases), signer)
    return Signature(tuple(Paragraph(tuple(p)) for p in phrases))


def _signer(found: Sequence[Line]) -> Stated | None:
    """The person's name on a line, or on two that belong together, without rank and title."""
    broken = len(found) > 1 and goes_on(found[0], found[1])
    shown = Paragraph(tuple(found if broken else found[:1]))
    name = shown.text.strip(" .,;")
    for title in words("honorific"):
        key = unaccent(name)
        if key.startswith(title + " ") or (title.endswith(".") and key.startswith(title)):
            name = name[len(title) :].strip(" .")
    if not is_name(name):
        return None
    start = shown.text.index(name)
    return Stated(name, *shown.raw(start, start + len(name)), "signature")
