"""List items of a text region: marker, level, parent, own text, and the section path that names them.

Items that stand inside a sentence ("... sau: (1) ...; (2) ...") are found by `inline_items`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from loaders.lines import Line, Paragraph, Setting, Span, continues, is_closed, lines, setting
from loaders.markers import Mark, Style, as_letter, mark_of

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
        line = self.paragraph.lines[0]
        at = self.mark.length if self.mark else 0
        return line.raw(at, at + 1)[0] if at < len(line.text) else self.paragraph.end


def blocks(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Block, ...]:
    """The paragraphs of a region in order, marked and unmarked ones."""
    found = [line for line in lines(text, start, end, skip=skip) if not line.rule]
    how = setting(found)
    made: list[tuple[list[Line], Mark | None]] = []
    marks: list[Mark] = []
    for line in found:
        above = made[-1][0][-1] if made else None
        mark = mark_of(line.text)
        if mark and (above is None or _begins_item(above, line, mark, marks, how)):
            mark = _in_sequence(mark, marks)
            marks.append(mark)
            made.append(([line], mark))
        elif above is not None and continues(above, line, how):
            made[-1][0].append(line)
        else:
            made.append(([line], None))
    return tuple(Block(Paragraph(tuple(part)), mark) for part, mark in made)


def _begins_item(above: Line, line: Line, mark: Mark, marks: Sequence[Mark], how: Setting) -> bool:
    """True for a mark, False for a number or dash that a wrapped sentence goes on with.

    "... ngày 28/5/2025 / 2. " and "đường cao tốc Bến Lức / - Long Thành": the line above is full and open.
    """
    on_purpose = (line.gap and not how.spaced) or line.bar or how.had_room(above, line)
    if not is_closed(above) and not on_purpose and not above.text.endswith(","):
        return False
    if mark.style is not Style.NUMBER:
        return True
    last = next((m for m in reversed(marks) if m.depth == mark.depth), None)
    return (
        mark.order == 1
        or "." in mark.label
        or (last is not None and 0 < mark.order - last.order <= 3)
        or on_purpose
    )


def _in_sequence(mark: Mark, marks: Sequence[Mark]) -> Mark:
    """A mark that may be a letter or a numeral is what comes next in its list: "(i)" after "(h)"."""
    letter = as_letter(mark)
    if letter is mark:
        return mark
    last = next((m for m in reversed(marks) if m.style in (mark.style, letter.style)), None)
    return letter if last and last.style is letter.style and letter.order == last.order + 1 else mark


def items(
    text: str, start: int = 0, end: int | None = None, *, skip: Iterable[Span] = ()
) -> tuple[Item, ...]:
    """The list items of a region in order; paragraphs without a mark belong to the item above them."""
    found: list[Item] = []
    open_items: list[int] = []
    for block in blocks(text, start, end, skip=skip):
        if block.mark is None:
            if open_items:
                _add_paragraph(found, open_items, (block.paragraph.start, block.paragraph.end))
            continue
        while open_items and found[open_items[-1]].mark.depth >= block.mark.depth:
            open_items.pop()
        parent = open_items[-1] if open_items else None
        found.append(_item(block, block.mark, parent, found, len(open_items)))
        open_items.append(len(found) - 1)
        for index in open_items[:-1]:
            found[index] = replace(found[index], end=block.paragraph.end)
    return tuple(found)


def _item(block: Block, mark: Mark, parent: int | None, found: Sequence[Item], level: int) -> Item:
    first = (block.text_start, block.paragraph.end)
    section = _section(mark, parent, found)
    return Item(mark, section, parent, level, block.paragraph.start, first[0], first[1], (first,))


def _add_paragraph(found: list[Item], open_items: Sequence[int], span: Span) -> None:
    last = open_items[-1]
    found[last] = replace(found[last], paragraphs=(*found[last].paragraphs, span))
    for index in open_items:
        found[index] = replace(found[index], end=span[1])


def _section(mark: Mark, parent: int | None, found: Sequence[Item]) -> str:
    """Path of marks; one that contains its parent ("3.1") or is unique (Điều 6) stands without it."""
    if parent is None or mark.style in (Style.PART, Style.CHAPTER, Style.ARTICLE):
        return mark.label
    above = found[parent]
    if above.mark.style in (Style.CHAPTER, Style.SECTION):
        return mark.label
    if mark.label.startswith(above.mark.label + "."):
        return above.section[: -len(above.mark.label)] + mark.label
    return f"{above.section}.{mark.label}"
