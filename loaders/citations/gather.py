"""The mentions of one text, gathered kind by kind; of two that overlap the surer kind stays."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter

from graph.model import Header
from graph.symbol import fold
from loaders import symbols
from loaders.citations import aliases, anaphora, drafts, lists, named, numbered
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.layout.regions import Regions
from loaders.text.copies import Copy
from loaders.text.patterns import loose
from loaders.text.sentences import Sentences

_YEARLY = re.compile(r"/(?:19|20)\d\d/")
_PROGRAMMES = ("Chương trình", "Dự án")
"""What a text calls so is an undertaking, not the document that approved it."""


def gather(
    copy: Copy,
    types: Sequence[TypeWord],
    sentences: Sentences,
    regions: Regions,
    header: Header,
    *,
    defined: Sequence[aliases.Alias],
) -> list[Found]:
    """Every mention of another document, in order: numbered, drafts, named, what the text names itself."""
    text = copy.text
    found = _others(numbered.find(text, symbols.find(text), types), header)
    heading = _inside(copy, [regions.letterhead])
    found = [item for item in found if not (heading(item) and text.startswith("Số", item.start))]
    found = [item for item in found if not _is_sample(text, item)]
    found = lists.share_types(text, found, types, sentences)
    drafted = list(drafts.find(text, types))
    found = _merged(found, drafted)
    planned = drafts.planned_laws(text, drafted)
    by_name = [
        item
        for item in named.find(text, types)
        if not _is_own_title(text, item, header, heading) and (item.date or item.name not in planned)
    ]
    found = _merged(found, by_name)
    places = {alias.start for alias in defined}
    found = [item._replace(rule=aliases.DEFINITION) if item.start in places else item for item in found]
    framed = _inside(copy, regions.frame)
    own = header.type.value if header.type else None
    aliased = _aliased(text, types, found, defined)
    found = _merged(found, (i for i in aliased if not framed(i) and i.type not in (own, *_PROGRAMMES)))
    pointing = anaphora.pointing(text, types, own=own, cited=found)
    in_frame = {item.type for item in found if framed(item)}
    return _merged(found, (item for item in pointing if item.type in in_frame or not framed(item)))


def _inside(copy: Copy, spans: Iterable[tuple[int, int] | None]) -> Callable[[Found], bool]:
    """Whether a mention begins in one of these raw spans."""
    places = [(copy.at(span[0]), copy.at(span[1])) for span in spans if span]
    return lambda item: any(start <= item.start < end for start, end in places)


def _others(found: Iterable[Found], header: Header) -> list[Found]:
    """Mentions of other documents: the text's own number is none, wherever it stands."""
    if header.symbol is None:
        return list(found)
    own, day = fold(header.symbol.value), header.date.value if header.date else None
    if _YEARLY.search(header.symbol.value):  # 02/2025/TT-BTC is one document; another day is a misprint
        day = None
    return [item for item in found if fold(item.symbol or "") != own or not _same_day(day, item.date)]


_LINE = 200
"""Letters of the longest line with an example."""
_EXAMPLE = re.compile(r"\W{0,3}Ví dụ(?: \d{1,2})? ?:")


def _is_sample(text: str, item: Found) -> bool:
    """Whether a number shows how numbers are written: "Ví dụ 1: Báo cáo của đại hội⏎Số 16-BC/ĐH"."""
    line = text.rfind("\n", max(0, item.start - _LINE), item.start) + 1
    above = text.rfind("\n", max(0, line - _LINE), max(0, line - 1)) + 1
    alone = text.startswith("Số ", line) and item.start == line
    return _EXAMPLE.match(text, line) is not None or (alone and _EXAMPLE.match(text, above) is not None)


_OF = loose(r" của $", re.IGNORECASE)


def _is_own_title(text: str, item: Found, header: Header, heading: Callable[[Found], bool]) -> bool:
    """Whether the name is the title of the text itself: "LUẬT⏎BẢO HIỂM Y TẾ" in the letterhead of a law."""
    if header.type is None or item.type != header.type.value or not heading(item):
        return False
    upper = text[item.head : item.head + len(item.type)].isupper()
    return upper and not _OF.search(text, max(0, item.head - 6), item.head)


def _same_day(own: str | None, cited: str | None) -> bool:
    """Whether two printed dates may be one day."""
    return own is None or cited is None or own.startswith(cited) or cited.startswith(own)


def _aliased(
    text: str, types: Sequence[TypeWord], found: Sequence[Found], defined: Sequence[aliases.Alias]
) -> Iterator[Found]:
    """Uses of the short names that the text defines. The frame of a web site does not know them."""
    words = {word.start: word for word in types}
    cited = {item.head for item in found}
    typed = [alias for alias in defined if alias.start in words and alias.start not in cited]
    yield from anaphora.bare(
        text, types, {words[a.start].type: a for a in typed if words[a.start].end == a.end}
    )
    yield from anaphora.phrases(text, [a for a in typed if words[a.start].end < a.end])


_START = attrgetter("start")


def _merged(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Both in order; of two that overlap the one that was found first."""
    starts = [item.start for item in found]
    new = [item for item in more if not _overlaps(found, starts, item)]
    return sorted(found + _apart(new), key=_START) if new else found


def _overlaps(found: Sequence[Found], starts: Sequence[int], item: Found) -> bool:
    index = bisect_left(starts, item.end)
    return index > 0 and found[index - 1].end > item.start


def _apart(items: Iterable[Found]) -> list[Found]:
    """In order, none inside another."""
    kept: list[Found] = []
    for item in sorted(items, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
