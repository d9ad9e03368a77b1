"""The end of a document: Nơi nhận and the signature, which stand side by side on paper."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from loaders.layout import signs
from loaders.layout.lines import Line
from loaders.layout.people import goes_on, is_name, without_title

_MAY_BE_SIGNED = re.compile(r"\W*[dDđĐ]")
_SIGNED = re.compile(r"\W*da ky\W*")
"""What a copy writes in place of the signature: "(Đã ký)"."""

_OTHER = ("Phụ", "PHỤ", "CỘNG", "Độc", "ĐỘC")
"""First words of an annex, and of a letterhead."""
_LONGEST = 80
"""Lines of the longest distribution list with its signature."""


@dataclass(frozen=True, slots=True)
class Closing:
    """`body_stop` and `stop` are line indexes; the pieces may be columns of lines."""

    body_stop: int
    stop: int
    """First line after the closing."""
    recipients: tuple[Line, ...] = ()
    signature: tuple[Line, ...] = ()


def closing(found: Sequence[Line], first: int, *, skip: Collection[int] = ()) -> Closing:
    """The closing of the document whose body begins at line `first`."""
    start = _start(found, first)
    if start is None:
        return Closing(len(found), len(found))
    pieces = _Pieces([], [])
    stop = start
    for at in range(start, min(len(found), start + _LONGEST)):
        following = found[at + 1] if at + 1 < len(found) else None
        if at in skip or _begins_other(found[at], following) or pieces.over(found[at], following):
            break
        for cell in found[at].cells() or [found[at]]:
            pieces.put(cell, following)
        stop = at + 1
    return Closing(start, stop, tuple(pieces.recipients), tuple(pieces.signature))


def _begins_other(line: Line, following: Line | None) -> bool:
    """An annex, or the letterhead of what is issued behind the signature."""
    return signs.annex_title(line) or signs.national(line, following)


@dataclass(slots=True)
class _Pieces:
    """Sorts the columns of a closing into the distribution list and the signature."""

    recipients: list[Line]
    signature: list[Line]
    listing: bool = False
    """Below "Nơi nhận" and not below a position."""
    named: bool = False
    filed: bool = False
    """Below "Lưu: VT", the last entry of the list."""

    def put(self, cell: Line, following: Line | None) -> None:
        """Add the next column."""
        dash = cell.text[0] in "-–+~"
        self.filed = self.filed or cell.key.lstrip("-–+~ ").startswith("luu")
        if signs.recipients(cell, following):
            self.listing = True
            self.recipients.append(cell)
        elif not dash and (signs.position(cell) or self._of_signature(cell)):
            self.named = not (signs.position(cell) or signs.upper(cell))
            self.signature.append(cell)
        elif self._more_of_name(cell) or (_MAY_BE_SIGNED.match(cell.text) and _SIGNED.fullmatch(cell.key)):
            self.signature.append(cell)
        else:
            (self.recipients if self.listing else self.signature).append(cell)

    def _of_signature(self, cell: Line) -> bool:
        """Below a position: the rest of it in capitals, or the name."""
        if not self.signature or self.named:
            return False
        one_word = cell.text.istitle() and " " not in cell.text
        return signs.upper(cell) or one_word or without_title(cell.text) is not None

    def _more_of_list(self, line: Line) -> bool:
        """The rest of a name in the list: "... đơn vị / trực thuộc Bộ Tài chính"."""
        return line.text[0].islower() and not line.gap and self.recipients[-1].text[-1] not in ".;"

    def _more_of_name(self, cell: Line) -> bool:
        return self.named and goes_on(self.signature[-1], cell)

    def over(self, line: Line, following: Line | None) -> bool:
        """Whether a line below the closing begins something else: a title or text below the file entry."""
        if self.named:
            return self.ended(line)
        return self.filed and (signs.title_type(line, following) is not None or signs.opens_body(line))

    def ended(self, line: Line) -> bool:
        """After the name only its rest and what is left of the distribution list belong to the closing."""
        listed = self.listing and not line.bar and (line.text[0] in "-–+~" or self._more_of_list(line))
        return not listed and not goes_on(self.signature[-1], line)


def _start(found: Sequence[Line], first: int) -> int | None:
    """Line of "Nơi nhận", or of the signature that stands above or without it."""
    at = signs.first_recipients(found, first)
    if at is None:
        return _signature_start(found, first)
    likely = (i for i in range(first, at) if found[i].text.startswith(_OTHER))
    other = next((i for i in likely if _begins_other(found[i], found[i + 1])), None)
    signed = _signature_start(found[:other], first) if other is not None else None
    if signed is not None:  # the list is that of a form in an annex
        return signed
    while at > first + 1 and signs.position(found[at - 1]):
        at -= 1
    return at


def _signature_start(found: Sequence[Line], first: int) -> int | None:
    """The first position line that a name follows, with the position lines above it."""
    for at in range(first, len(found)):
        if not signs.position(found[at]):
            continue
        shown = [line for line in found[at + 1 : at + 6] if any(c.isalpha() for c in line.text)]
        below = [line for line in shown if not signs.position(line)]  # rests of a stamp, "[", are no name
        if below and is_name(below[0].text):
            return at
    return None
