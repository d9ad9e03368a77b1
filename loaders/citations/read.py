"""All citations of one text: each kind from its own anchors, then the fields they share, then relations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from graph.model import Citation, Header, Link, Symbol
from graph.symbol import Repair, fold, repair
from loaders import symbols
from loaders.citations import (
    aliases,
    anaphora,
    context,
    drafts,
    lists,
    named,
    numbered,
    relate,
    titles,
    type_words,
)
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.reading import Reading, reading
from loaders.regions import Regions
from loaders.sentences import Sentences


def read_citations(
    text: str, regions: Regions | None, header: Header
) -> tuple[tuple[Citation, ...], tuple[Link, ...]]:
    """The citations of a raw text in order, and the relations between cited documents."""
    copy = reading(text)
    plain = copy.text
    types = tuple(type_words.find(plain))
    sentences = Sentences(plain)
    found = _others(numbered.find(plain, symbols.find(plain), types), header)
    found = lists.share_types(plain, found, types, sentences)
    found = _merged(found, drafts.find(plain, types))
    found = _merged(found, named.find(plain, types))
    found = _merged(found, _named_by_text(plain, types, found, header))
    found = context.complete(plain, found, sentences)
    found = lists.share_dates(plain, lists.share_issuers(plain, found))
    found = relate.relate(plain, found, sentences)
    found = titles.with_subjects(plain, anaphora.with_antecedents(found), sentences)
    made = tuple(_citation(copy, item, sentences) for item in found)
    return made, tuple(relate.links(plain, found, sentences))


def _others(found: Iterable[Found], header: Header) -> list[Found]:
    """Mentions of other documents: the text's own number is none, wherever it stands."""
    own = fold(header.symbol.value) if header.symbol else None
    day = header.date.value if header.date else None
    return [
        item
        for item in found
        if item.symbol is None or fold(item.symbol) != own or not _same_day(day, item.date)
    ]


def _merged(found: list[Found], more: Iterable[Found]) -> list[Found]:
    """Both in order; of two that overlap the one that was found first."""
    starts = [item.start for item in found]
    new = [item for item in more if not _overlaps(found, starts, item)]
    return sorted(found + _apart(new), key=lambda item: item.start)


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


def _named_by_text(
    text: str, types: Sequence[TypeWord], found: Sequence[Found], header: Header
) -> Iterator[Found]:
    """What the text itself makes a name of: words that point back, and short names that it defines."""
    by_start = {(item.head, item.end) for item in found}
    defined = [a for a in aliases.find(text) if (a.start, a.end) not in by_start]
    words = {word.start: word for word in types}
    bare = {words[a.start].type: a for a in defined if a.start in words and words[a.start].end == a.end}
    longer = [a for a in defined if a.start in words and words[a.start].end < a.end]
    own = header.type.value if header.type else None
    yield from anaphora.bare(text, types, bare)
    yield from anaphora.phrases(text, longer)
    yield from anaphora.pointing(text, types, own=own, cited=found)


def _same_day(own: str | None, cited: str | None) -> bool:
    """Whether two printed dates may be one day."""
    return own is None or cited is None or own.startswith(cited) or cited.startswith(own)


@lru_cache(maxsize=4096)
def _repaired(symbol: Symbol, type_word: str | None) -> Repair | None:
    """Texts repeat the same few symbols."""
    return repair(symbol, type_word=type_word)


def _citation(copy: Reading, item: Found, sentences: Sentences) -> Citation:
    around = sentences.around(item.head)
    start, end = copy.raw(item.start, item.end)
    sentence_start, sentence_end = copy.raw(min(around[0], item.start), max(around[1], item.end))
    fixed = _repaired(Symbol(item.symbol), item.type) if item.symbol else None
    return Citation(
        start=start,
        end=end,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        kind=item.kind,
        relation=item.relation,
        rule=item.rule,
        type=item.type,
        symbol=Symbol(item.symbol) if item.symbol else None,
        date=item.date,
        issuer=item.issuer,
        issuer_route=item.issuer_route,
        pinpoint=item.pinpoint,
        name=item.name,
        subject=item.subject,
        symbol_repaired=fixed.symbol if fixed else None,
        repair=fixed.reason if fixed else None,
        antecedent=item.antecedent,
    )
