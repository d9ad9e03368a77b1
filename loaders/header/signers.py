"""Who signed: the authority and position lines, and the name under them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from graph.model import Stated
from graph.text import fold, unaccent
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph
from loaders.layout.people import goes_on, without_title
from loaders.text.clean import LOWER, UPPER
from loaders.text.words import entries, words

_SIGNED_BY = "nguoi ky:"
_BESIDE = 2
"""First lines of the list beside which the authority stands."""
_POSITION = 60
"""Longest position beside "Nơi nhận:"."""


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
    name = without_title(shown.text)
    if name is None:
        return None
    start = shown.text.index(name)
    return Stated(name, *shown.raw(start, start + len(name)), "signature")


def signer_stated(found: Sequence[Line]) -> Stated | None:
    """The name that a copy without signature has below the title: "Người ký: Tổng Bí thư Nguyễn Văn An"."""
    line = next((line for line in found if line.key.startswith(_SIGNED_BY)), None)
    if line is None:
        return None
    printed = line.text.partition(":")[2].strip()
    key = unaccent(printed)
    held = next((word for word in words("position") if key.startswith(f"{word} ")), "")
    name = without_title(" ".join(printed.split()[len(held.split()) :]))
    if name is None:
        return None
    start = line.text.rindex(name)
    return Stated(name, *line.raw(start, start + len(name)), "below the title")


def signer_beside(listed: Sequence[Line]) -> Stated | None:
    """The name behind an entry of Nơi nhận, where a scan runs both columns together.

    "Nơi nhận: KT. BỘ TRƯỞNG / ... / - Lưu: VT, TH (2). Nguyễn Văn An": after the end of an entry, or anywhere
    from the file entry on, and only a name that is legible from its family name on.
    """
    if not any(_beside(line) for line in listed[:_BESIDE]):
        return None
    filed = next((at for at, line in enumerate(listed) if "lưu" in line.text[:8].lower()), len(listed))
    for at, line in enumerate(listed):
        match = _name_at_end().search(line.text)
        if (
            match
            and _is_family(match["family"])
            and (at >= filed or line.text[: match.start()].endswith(";"))
        ):
            return Stated(match["name"], *line.raw(*match.span("name")), "beside the distribution list")
    return None


def _beside(line: Line) -> bool:
    """A position in capitals ends the line of "Nơi nhận:", its mark perhaps damaged ("L.BỘ TRƯỞNG").

    Below it, where the columns are shifted, only "TM. ỦY BAN NHÂN DÂN".
    """
    _, first, beside = line.text.partition(":")
    if not first:
        at = line.text.find("TM. ")
        return at >= 0 and signs.authority(Line(line.source, line.left + at, line.right)) is not None
    capitals = [*takewhile(lambda word: word == word.upper(), reversed(beside.split()))]
    position = unaccent(" ".join(reversed(capitals))[-_POSITION:]).replace(".", " ")
    return any(f" {word}" in f" {position}" for word in words("position"))


@cache
def _name_at_end() -> re.Pattern[str]:
    given = rf"(?: [{UPPER}][{LOWER}]+){{1,3}}"
    return re.compile(rf"(?:^|(?<![{LOWER}])\s)(?P<name>(?P<family>[{UPPER}][{LOWER}']*){given})$")


def _is_family(word: str) -> bool:
    """A family name; a scan may have lost one of its marks ("Nguyên"), not all of them."""
    names = [name for entry in entries("family_name") for name in entry["words"]]
    return word in names or (not word.isascii() and unaccent(word) in map(unaccent, names))
