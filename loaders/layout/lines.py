"""Lines and paragraphs of a text, with what a copy puts between them looked through.

Table bars, markdown marks, rules and page breaks are no text. An empty line ends a paragraph in most files;
in some every visual line is followed by one, and there the line itself tells ("had it room for more?").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from graph.text import unaccent
from loaders.text.clean import clean
from loaders.text.copies import Copy

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n\f\v\x85]+")
_BLANKS = " \t|"
_NOISE = _BLANKS + "_"
_DRAWN = "-_=–—.~"
_RULE = re.compile(rf"[{_DRAWN}]{{3,}}(?:0?[{_DRAWN}]{{1,}})?")
"""A line under a heading; "-0-" and longer forms of old files are rules too."""
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
"""The mark of a heading in Markdown."""
_COLUMN = re.compile(r"[^\t|]+")
_EDGES = _NOISE + "#"
_BOLD_END = re.compile(r"\*\*(?=\s{0,5}(?:[\r\n]|\Z)|\s{6})")
_MOST = 0.7
"""Share of capitals in a line "in capitals"."""
_CLOSED = re.compile(r"[.;:?!…][”\"'’)\]/*\d]{0,4}$")
"""Ends like a sentence, an item or a lead-in."""
_END = 5
"""Characters that this end has at most."""
_PAGE_NUMBER = re.compile(r"[-–]?\s?\d{1,3}\s?[-–]?")


@dataclass(slots=True, init=False)
class Line:
    """One visual line that shows something, without the marks around it."""

    source: Copy = field(repr=False, compare=False)
    left: int
    right: int
    gap: bool
    """An empty line stands above."""
    bar: bool
    """A table bar stands above: another cell."""
    page: bool
    """First line of a page."""
    bold: bool
    """Bold (markdown) up to its end, as headings are."""
    text: str
    """The line as it reads: NFC, one blank between words, a tab between columns."""
    _key: str | None = field(repr=False, compare=False)
    _capitals: bool | None = field(repr=False, compare=False)
    _closed: bool | None = field(repr=False, compare=False)

    def __init__(
        self,
        source: Copy,
        left: int,
        right: int,
        *,
        gap: bool = False,
        bar: bool = False,
        page: bool = False,
        bold: bool = False,
    ) -> None:
        self.source, self.left, self.right = source, left, right
        self.gap, self.bar, self.page, self.bold = gap, bar, page, bold
        self.text = source.text[left:right]
        self._key = self._capitals = self._closed = None

    @property
    def key(self) -> str:
        """The text without case and diacritics; made when it is first asked for."""
        if self._key is None:
            self._key = unaccent(self.text)
        return self._key

    @property
    def capitals(self) -> bool:
        """Whether most letters are capitals."""
        if self._capitals is None:
            letters = sum(map(str.isalpha, self.text))
            self._capitals = letters > 0 and sum(map(str.isupper, self.text)) >= _MOST * letters
        return self._capitals

    @property
    def closed(self) -> bool:
        """Whether the line ends like a sentence, an item or a lead-in."""
        if self._closed is None:
            self._closed = _CLOSED.search(self.text, max(0, len(self.text) - _END)) is not None
        return self._closed

    @property
    def start(self) -> int:
        """Raw offset of the first letter."""
        return self.source.start(self.left)

    @property
    def end(self) -> int:
        """Raw offset after the last letter."""
        return self.source.stop(self.right - 1)

    @property
    def rule(self) -> bool:
        """Only a drawn line (-----, _____)."""
        return self.text[:1] in _DRAWN and _RULE.fullmatch(self.text) is not None

    def raw(self, start: int, end: int) -> Span:
        """Raw offsets of `text[start:end]`."""
        return self.source.raw(self.left + start, self.left + end)

    def cells(self) -> list[Line]:
        """The columns of the line: it parts at tabs and wide blanks."""
        shown = self.text
        if not ("\t" in shown or "|" in shown or shown[:1] in _NOISE or shown[-1:] in _NOISE):
            return [Line(self.source, self.left, self.right)]
        parts = _COLUMN.finditer(shown)
        found = [_trim(self.source.text, self.left + m.start(), self.left + m.end()) for m in parts]
        return [Line(self.source, *span) for span in found if span[0] < span[1]]


def _trim(text: str, left: int, right: int, noise: str = _NOISE) -> Span:
    """Edges without blanks, bars and underscores."""
    kept = text[left:right].rstrip(noise)
    right = left + len(kept)
    return right - len(kept.lstrip(noise)), right


def lines(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Line, ...]:
    """The lines that show something between two raw offsets, those that begin in `skip` left out."""
    source = clean(text)
    left, right = source.at(start), len(source.text) if end is None else source.at(end)
    whole = _all_lines(text)
    first = bisect_left(whole, left, key=_left)
    found = whole[first : bisect_left(whole, right, key=_left)]
    if not found or found[0].left > left > 0 or found[-1].right > right:  # a part that cuts lines
        found = _scan(text, source, left, right)
    elif left > 0:
        found = (Line(source, found[0].left, found[0].right, bold=found[0].bold), *found[1:])
    skipped = tuple(skip)
    if not skipped:
        return found
    return tuple(line for line in found if not any(a <= line.start < b for a, b in skipped))


_left = attrgetter("left")


@lru_cache(maxsize=1)
def _all_lines(text: str) -> tuple[Line, ...]:
    """The lines of a whole text: each step of reading asks for some of them."""
    source = clean(text)
    return _scan(text, source, 0, len(source.text))


def _scan(text: str, source: Copy, start: int, end: int) -> tuple[Line, ...]:
    """The lines of a part of the clean text that show something."""
    found: list[Line] = []
    shown, bold_ends = source.text, _bold_ends(text)
    done, bar, gap, page = start, False, False, False
    for first, piece in _pieces(shown, start, end):
        left, right = first, first + len(piece)
        after = right
        if piece[0] in _EDGES or piece[-1] in _NOISE:
            left, right = _inner(shown, left, right)
            if left >= right:
                bar = bar or "|" in piece
                continue
        if first - done == 1 and shown[done] == "\n":
            gap = page = False
        else:
            between = shown[done:first]
            gap, page = between.count("\n") > 1 or between.count("\r") > 1, "\f" in between
        done = after
        if page and _PAGE_NUMBER.fullmatch(piece.strip()):
            continue
        walled = bar or (first < left and "|" in shown[first:left])
        bold = right in bold_ends
        found.append(Line(source, left, right, gap=gap, bar=walled, page=page, bold=bold))
        bar = right < after and "|" in shown[right:after]
    return tuple(found)


def _pieces(shown: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What stands between line breaks and is more than nothing, with its place."""
    if any(shown.find(odd, start, end) >= 0 for odd in "\r\f\v\x85"):
        yield from ((match.start(), match[0]) for match in _LINE.finditer(shown, start, end))
        return
    for piece in shown[start:end].split("\n"):
        if piece.strip(" \t"):
            yield start, piece
        start += len(piece) + 1


def _inner(shown: str, left: int, right: int) -> Span:
    """What a line shows, without bars, blanks and heading mark; underscores only as a drawn line."""
    left, right = _trim(shown, left, right, noise=_BLANKS)
    if left < right and shown[left] == "#" and (heading := _HEADING.match(shown, left, right)):
        left = heading.end()
    elif not (shown.startswith("_", left, right) or shown.endswith("_", left, right)):
        return left, right
    drawn = _RULE.fullmatch(shown, left, right) is not None
    return (left, right) if drawn else _trim(shown, left, right)


@lru_cache(maxsize=1)
def _bold_ends(text: str) -> frozenset[int]:
    """Places of the clean text after a letter right after which bold is closed up to the end of the line."""
    if "**" not in text:
        return frozenset()
    source = clean(text)
    places = ((source.at(m.start()), m.start()) for m in _BOLD_END.finditer(text))
    return frozenset(place for place, mark in places if place and source.stop(place - 1) == mark)


# ---- paragraphs --------------------------------------------------------------------------------

_SPACED = 0.6
"""Share of wrapped lines with an empty line between them that makes a file a "spaced" one."""
_PAPER = 180
"""Characters that no printed line has; a file of wider lines has a line for each paragraph."""
_TYPED = 100
"""Characters of the longest printed lines; wider ones, none of which goes on below, were not broken."""
_ENOUGH = 10
"""Lines from which it shows that none goes on below."""
_ROOM = 0.93
"""A line shorter than this share of the usual width, next word included, ended on purpose."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a text are set: their usual width, and what empty lines and line ends mean."""

    width: int
    spaced: bool
    """Empty lines mean nothing."""
    whole: bool = False
    """Lines were never broken: each is a paragraph."""

    def had_room(self, line: Line, following: Line) -> bool:
        """True when the next word would have fitted on the line, so that the line ended on purpose."""
        if self.whole:
            return True
        taken, room = len(line.text) + 1, _ROOM * self.width
        return taken < room and taken + len(following.text.split(maxsplit=1)[0]) <= room


def setting(found: Sequence[Line]) -> Setting:
    """The usual width of the longer lines, and the meaning of empty lines, read off the lines."""
    lengths = sorted(len(line.text) for line in found)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    wrapped = [b for a, b in pairwise(found) if not a.closed and _goes_on_small(b)]
    spaced = bool(wrapped) and sum(line.gap for line in wrapped) >= _SPACED * len(wrapped)
    unbroken = width > _TYPED and len(found) >= _ENOUGH and not wrapped
    return Setting(width, spaced, whole=width > _PAPER or unbroken)


def _goes_on_small(line: Line) -> bool:
    """True for a small letter that is no mark: "a)" and "b." begin items."""
    return line.text[0].islower() and line.text[1:2] not in {")", "."}


def continues(above: Line, line: Line, how: Setting) -> bool:
    """True when `line`, which bears no marker, goes on with the paragraph of `above`; neither is a rule."""
    first = line.text[0]
    if first.islower() and not above.closed:
        return True
    if (line.gap and not how.spaced and not line.page) or line.bar:
        return False
    if above.closed:
        listed = above.text[-1] == ";" and first.isupper()
        return first.islower() or not (listed or how.had_room(above, line))
    if above.text.isupper() != line.text.isupper() or above.bold or (how.whole and first.isupper()):
        return False
    return not how.had_room(above, line) or not first.isupper() or len(above.text) < 0.4 * how.width


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that read on as one."""

    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        """Raw offset of the first letter."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Raw offset after the last letter."""
        return self.lines[-1].end

    @property
    def text(self) -> str:
        """The paragraph on one line."""
        return " ".join(line.text for line in self.lines)

    def raw(self, start: int, end: int) -> Span:
        """Raw offsets of `text[start:end]`."""
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> Span:
        """Raw offsets of one letter of `text`; a blank between lines stands for the end of the first."""
        for line in self.lines:
            if at < len(line.text):
                return line.raw(at, at + 1)
            if at == len(line.text):
                return line.end, line.end
            at -= len(line.text) + 1
        return self.end, self.end
