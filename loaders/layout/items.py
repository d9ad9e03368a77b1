"""List items of a text region: marker, level, parent, own text, and the section path that names them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from loaders.layout.lines import Line, Paragraph, Setting, Span, continues, lines, setting
from loaders.layout.markers import Mark, Style, as_letter, is_word, mark_of

__all__ = ["Block", "Item", "Line", "Paragraph", "Span", "blocks", "items", "lines"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list: `end` is where its own paragraphs and all items inside it end."""

    mark: Mark
    section: str
    """Path of marks: "3.a", "II.2", "1.-", "Điều 6.1", "4.1.i"."""
    parent: int | None
    """Index of the item that this one is inside."""
    level: int
    start: int
    """Raw offset of the marker."""
    text_start: int
    """Raw offset of the first letter after the marker."""
    end: int
    paragraphs: tuple[Span, ...]
    """Its own paragraphs: the first begins at `text_start`, the others go on without a marker."""

    @property
    def own_end(self) -> int:
        """Raw end of the item's own paragraphs, before the items inside it."""
        return self.paragraphs[-1][1]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph and the mark it begins with, if any."""

    paragraph: Paragraph
    mark: Mark | None

    @property
    def text_start(self) -> int:
        """Raw offset of the first letter after the mark."""
        at = self.mark.length if self.mark else 0
        for line in self.paragraph.lines:
            if at < len(line.text):
                return line.raw(at, at + 1)[0]
            at = max(0, at - len(line.text) - 1)
        return self.paragraph.end


@dataclass(slots=True)
class _Seen:
    """The last mark of each depth and style, so that a mark can be compared with the one before it."""

    by_depth: dict[int, Mark] = field(default_factory=dict)
    by_style: dict[Style, tuple[int, Mark]] = field(default_factory=dict)
    count: int = 0

    def add(self, mark: Mark) -> None:
        """Note a mark."""
        self.count += 1
        self.by_depth[mark.depth] = mark
        self.by_style[mark.style] = (self.count, mark)

    def latest(self, *styles: Style) -> Mark | None:
        """The last mark of any of these styles."""
        found = [self.by_style[style] for style in styles if style in self.by_style]
        return max(found, key=lambda pair: pair[0])[1] if found else None


def blocks(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Block, ...]:
    """The paragraphs of a region in order, marked and unmarked ones."""
    found = [line for line in lines(text, start, end, skip=skip) if not line.rule]
    how = setting(found)
    made: list[tuple[list[Line], Mark | None]] = []
    seen = _Seen()
    cut = False
    for line, following in zip_longest(found, found[1:]):
        above = made[-1][0][-1] if made else None
        if above and cut:
            made[-1][0].append(line)
            cut = False
            continue
        mark, cut = _mark(line, following)
        if mark and (above is None or _begins_item(above, line, mark, seen, how)):
            mark = _in_sequence(mark, seen)
            seen.add(mark)
            made.append(([line], mark))
        elif above is not None and continues(above, line, how) and not _is_title(made[-1], line, how):
            made[-1][0].append(line)
        else:
            made.append(([line], None))
    return tuple(Block(Paragraph(tuple(part)), mark) for part, mark in made)


def _is_title(block: tuple[list[Line], Mark | None], line: Line, how: Setting) -> bool:
    """Whether a block is the title of an article, which ends where its line had room for more."""
    above, mark = block
    titled = mark is not None and mark.style is Style.ARTICLE and len(above) == 1
    return titled and line.text[0].isupper() and how.had_room(above[-1], line)


def _mark(line: Line, following: Line | None) -> tuple[Mark | None, bool]:
    """The mark of a line, and whether its number stands on the next one: "Điều / 10. Quản lý …"."""
    broken = following and is_word(line.text) and mark_of(f"{line.text} {following.text}")
    return (broken, True) if broken else (mark_of(line.text), False)


def _begins_item(above: Line, line: Line, mark: Mark, seen: _Seen, how: Setting) -> bool:
    """True for a mark, False for a number or dash that a wrapped sentence goes on with.

    "... ngày 28/5/2025 / 2. " and "đường cao tốc Bến Lức / - Long Thành": the line above is full and open.
    """
    first = mark.style is not Style.NUMBER or mark.order == 1 or "." in mark.label
    if first and above.closed:
        return True
    heading = above.bold or above.text.isupper()
    on_purpose = (line.gap and not how.spaced) or line.bar or heading or how.had_room(above, line)
    if not above.closed and not on_purpose and not above.text.endswith(","):
        return False
    if first or on_purpose:
        return True
    last = seen.by_depth.get(mark.depth)
    return last is not None and 0 < mark.order - last.order <= 3


def _in_sequence(mark: Mark, seen: _Seen) -> Mark:
    """A mark that may be a letter or a numeral is what comes next in its list: "(i)" after "(h)"."""
    letter = as_letter(mark)
    if letter is mark:
        return mark
    last = seen.latest(mark.style, letter.style)
    return letter if last and last.style is letter.style and letter.order == last.order + 1 else mark


def items(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Item, ...]:
    """The list items of a region in order."""
    return listed(blocks(text, start, end, skip=skip))


def listed(found: Iterable[Block]) -> tuple[Item, ...]:
    """The list items among blocks in order; paragraphs without a mark belong to the item above them."""
    made: list[_Growing] = []
    opened: list[int] = []
    for block in found:
        if block.mark is not None:
            while opened and made[opened[-1]].mark.depth >= block.mark.depth:
                opened.pop()
            made.append(_Growing(block, block.mark, opened[-1] if opened else None, len(opened)))
            opened.append(len(made) - 1)
        elif opened:
            made[opened[-1]].paragraphs.append((block.paragraph.start, block.paragraph.end))
        for index in opened:
            made[index].end = block.paragraph.end
    return _finished(made)


@dataclass(slots=True)
class _Growing:
    """An item while later paragraphs may still belong to it."""

    block: Block
    mark: Mark
    parent: int | None
    level: int
    end: int = 0
    paragraphs: list[Span] = field(default_factory=list)


def _finished(made: Sequence[_Growing]) -> tuple[Item, ...]:
    found: list[Item] = []
    for grown in made:
        first = (grown.block.text_start, grown.block.paragraph.end)
        above = found[grown.parent] if grown.parent is not None else None
        found.append(
            Item(
                mark=grown.mark,
                section=_section(grown.mark, above),
                parent=grown.parent,
                level=grown.level,
                start=grown.block.paragraph.start,
                text_start=first[0],
                end=grown.end,
                paragraphs=(first, *grown.paragraphs),
            )
        )
    return tuple(found)


def _section(mark: Mark, above: Item | None) -> str:
    """Path of marks; one that contains its parent ("3.1") or is unique (Điều 6) stands without it."""
    if above is None or mark.style in (Style.PART, Style.CHAPTER, Style.ARTICLE):
        return mark.label
    if above.mark.style in (Style.CHAPTER, Style.SECTION):
        return mark.label
    if mark.label.startswith(above.mark.label + "."):
        return above.section[: -len(above.mark.label)] + mark.label
    return f"{above.section}.{mark.label}"
