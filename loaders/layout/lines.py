"""Lines and paragraphs of a text, with what a copy puts between them looked through.

Table bars, markdown marks, rules and page breaks are no text. An empty line ends a paragraph in most files;
in some every visual line is followed by one, and there the line itself tells ("had it room for more?").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from loaders.text.clean import Clean, clean

Span = tuple[int, int]

_LINE = re.compile(r"[^\r\n\f\v\x85]+")
_NOISE = " \t|_"
_RULE = re.compile(r"[-_=–—.~]{3,}(?:0?[-_=–—.~]{1,})?")
"""A line under a heading; "-0-" and longer forms of old files are rules too."""
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
"""The mark of a heading in Markdown."""
_PAGE_NUMBER = re.compile(r"[-–]?\s?\d{1,3}\s?[-–]?")


@dataclass(frozen=True)
class Line:
    """One visual line that shows something, without the marks around it."""

    source: Clean = field(repr=False, compare=False)
    left: int
    right: int
    gap: bool = False
    """An empty line stands above."""
    bar: bool = False
    """A table bar stands above: another cell."""
    page: bool = False
    """First line of a page."""
    bold: bool = False
    """Bold (markdown) up to its end, as headings are."""

    @cached_property
    def text(self) -> str:
        """The line as it reads: NFC, one blank between words, a tab between columns."""
        return self.source.text[self.left : self.right]

    @property
    def start(self) -> int:
        """Raw offset of the first letter."""
        return self.source.places.start(self.left)

    @property
    def end(self) -> int:
        """Raw offset after the last letter."""
        return self.source.places.stop(self.right - 1)

    @property
    def rule(self) -> bool:
        """Only a drawn line (-----, _____)."""
        return _RULE.fullmatch(self.text) is not None

    def raw(self, start: int, end: int) -> Span:
        """Raw offsets of `text[start:end]`."""
        return self.source.raw(self.left + start, self.left + end)

    def cells(self) -> list[Line]:
        """The columns of the line: it parts at tabs and wide blanks."""
        parts = re.finditer(r"[^\t|]+", self.text)
        found = [_trim(self.source, self.left + m.start(), self.left + m.end()) for m in parts]
        return [Line(self.source, *span) for span in found if span[0] < span[1]]


def _trim(source: Clean, left: int, right: int, noise: str = _NOISE) -> Span:
    """Edges without blanks, bars and underscores."""
    text = source.text
    while left < right and text[left] in noise:
        left += 1
    while left < right and text[right - 1] in noise:
        right -= 1
    return left, right


def lines(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Line, ...]:
    """The lines that show something between two raw offsets, those that begin in `skip` left out."""
    source = clean(text, start, end)
    skipped = tuple(skip)
    found: list[Line] = []
    done, bar = 0, False
    for match in _LINE.finditer(source.text):
        left, right = _shown(source, match)
        if left >= right:
            bar = bar or "|" in match.group()
            continue
        between = source.text[done : match.start()]
        done, page = match.end(), "\f" in between
        at = source.places.start(left)
        if any(a <= at < b for a, b in skipped) or (page and _PAGE_NUMBER.fullmatch(match.group().strip())):
            continue
        gap = max(between.count("\n"), between.count("\r")) > 1
        walled = bar or "|" in source.text[match.start() : left]
        bold = _ends_bold(text, source.places.stop(right - 1))
        found.append(Line(source, left, right, gap=gap, bar=walled, page=page, bold=bold))
        bar = "|" in source.text[right : match.end()]
    return tuple(found)


def _shown(source: Clean, match: re.Match[str]) -> Span:
    """What a line shows, without bars, blanks and heading mark; underscores only as a drawn line."""
    left, right = _trim(source, *match.span(), noise=" \t|")
    heading = _HEADING.match(source.text, left, right)
    left = heading.end() if heading else left
    drawn = _RULE.fullmatch(source.text, left, right) is not None
    return (left, right) if drawn else _trim(source, left, right)


def _ends_bold(text: str, end: int) -> bool:
    """True when bold is closed right after the last letter of a line."""
    return re.match(r"\*\*\s*(?:[\r\n]|$)", text[end : end + 8]) is not None


# ---- paragraphs --------------------------------------------------------------------------------

_CLOSED = re.compile(r"[.;:?!…][”\"'’)\]/*\d]{0,4}$")
"""Ends like a sentence, an item or a lead-in."""
_SPACED = 0.6
"""Share of wrapped lines with an empty line between them that makes a file a "spaced" one."""
_ROOM = 0.93
"""A line shorter than this share of the usual width, next word included, ended on purpose."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a text are set: their usual width, and whether empty lines mean nothing."""

    width: int
    spaced: bool

    def had_room(self, line: Line, following: Line) -> bool:
        """True when the next word would have fitted on the line, so that the line ended on purpose."""
        word = following.text.split(maxsplit=1)[0]
        return len(line.text) + 1 + len(word) <= _ROOM * self.width


def setting(found: Sequence[Line]) -> Setting:
    """The usual width of the longer lines, and the meaning of empty lines, read off the lines."""
    lengths = sorted(len(line.text) for line in found)
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    wrapped = [b for a, b in pairwise(found) if not is_closed(a) and _goes_on_small(b)]
    spaced = bool(wrapped) and sum(line.gap for line in wrapped) >= _SPACED * len(wrapped)
    return Setting(width, spaced)


def _goes_on_small(line: Line) -> bool:
    """True for a small letter that is no mark: "a)" and "b." begin items."""
    return line.text[0].islower() and line.text[1:2] not in {")", "."}


def is_closed(line: Line) -> bool:
    """True for a line that ends like a sentence, an item or a lead-in."""
    return _CLOSED.search(line.text) is not None


def continues(above: Line, line: Line, how: Setting) -> bool:
    """True when `line`, which bears no marker, goes on with the paragraph of `above`."""
    first = line.text[0]
    if above.rule or line.rule:
        return False
    if first.islower() and not is_closed(above):
        return True
    if (line.gap and not how.spaced and not line.page) or line.bar:
        return False
    if is_closed(above):
        listed = above.text[-1] == ";" and first.isupper()
        return first.islower() or not (listed or how.had_room(above, line))
    if above.text.isupper() != line.text.isupper() or above.bold:
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
