"""The parts of a document (thể thức): letterhead, addressees, body, Nơi nhận, signature, annexes, footnotes.

Two columns come out of files in every order (side by side, line by line, left column first), so each line
is judged by what it says. All parts are raw spans that do not overlap; footnotes may lie inside the body.
"""

from __future__ import annotations

from bisect import bisect_left as bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from loaders.layout.closing import closing
from loaders.layout.footnotes import footnotes
from loaders.layout.frame import leading_frame, site_title, trailing_frame
from loaders.layout.letterhead import head
from loaders.layout.lines import Line, Span, lines
from loaders.layout.signs import annex_title


@dataclass(frozen=True, slots=True)
class Regions:
    """The parts of one text. A part that the text does not have is empty."""

    frame: tuple[Span, ...] = ()
    """Text of the web site around the document: news summary, "Xem chi tiết", title line at the end."""
    letterhead: Span | None = None
    """Quốc hiệu, issuer, number, place and date, V/v, type title with its subject."""
    addressees: Span | None = None
    """Kính gửi with its list, "điện:" in a Công điện."""
    body: Span = (0, 0)
    recipients: tuple[Span, ...] = ()
    """Nơi nhận; several spans where its lines and those of the signature take turns."""
    signature: tuple[Span, ...] = ()
    """Authority, position and name of the signer."""
    annexes: tuple[Span, ...] = ()
    """Phụ lục, one for each, and what else follows the signature."""
    footnotes: tuple[Span, ...] = ()


def regions(text: str) -> Regions:
    """The parts of a raw text."""
    found = lines(text)
    last = trailing_frame(found)
    inner = found[:last]
    first = leading_frame(inner)
    top = head(inner, first)
    notes = footnotes(text, inner)
    outside = set(chain(*notes))
    end = closing(inner, top.end, skip=outside)
    last = site_title(found, end.stop, last)
    rest = [at for at in range(end.stop, last) if at not in outside and not inner[at].rule]
    return Regions(
        frame=tuple(span for span in (_span(found, 0, top.start), _span(found, last, len(found))) if span),
        letterhead=_span(found, top.start, top.title_end),
        addressees=_span(found, top.title_end, top.end),
        body=_span(found, top.end, end.body_stop) or (0, 0),
        recipients=_joined(end.recipients, end.signature),
        signature=_joined(end.signature, end.recipients),
        annexes=_annexes(inner, rest),
        footnotes=tuple((found[note[0]].start, found[note[-1]].end) for note in notes if note[0] < last),
    )


def _span(found: Sequence[Line], start: int, end: int) -> Span | None:
    """Raw span from line `start` up to, not including, line `end`."""
    return (found[start].start, found[end - 1].end) if start < end else None


def _joined(pieces: Sequence[Line], others: Sequence[Line]) -> tuple[Span, ...]:
    """Spans of pieces; pieces with none of the others between them are one span."""
    walls = sorted(other.start for other in others)
    spans: list[Span] = []
    for piece in sorted(pieces, key=lambda line: line.start):
        if spans and bisect(walls, spans[-1][1]) == bisect(walls, piece.start):
            spans[-1] = (spans[-1][0], piece.end)
        else:
            spans.append((piece.start, piece.end))
    return tuple(spans)


def _annexes(found: Sequence[Line], rest: Sequence[int]) -> tuple[Span, ...]:
    """What follows the closing, parted at each annex title."""
    groups: list[list[int]] = []
    for at in rest:
        if groups and groups[-1][-1] == at - 1 and not annex_title(found[at]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return tuple((found[group[0]].start, found[group[-1]].end) for group in groups)
