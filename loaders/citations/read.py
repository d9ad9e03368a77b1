"""All citations of one text: gathered, then completed from each other and from the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from graph.model import Citation, Header, Link, Symbol
from graph.symbol import Repair, repair
from loaders.citations import aliases, antecedents, context, links, lists, relate, titles, type_words
from loaders.citations.found import Found
from loaders.citations.gather import gather
from loaders.layout.regions import Regions
from loaders.text.copies import Copy
from loaders.text.reading import reading
from loaders.text.sentences import Sentences


def read_citations(
    text: str, regions: Regions | None, header: Header
) -> tuple[tuple[Citation, ...], tuple[Link, ...]]:
    """The citations of a raw text in order, and the relations between cited documents."""
    copy = reading(text)
    plain = copy.text
    sentences = Sentences(plain, _parts(copy, regions))
    types = tuple(type_words.find(plain))
    defined = tuple(aliases.find(plain))
    found = gather(copy, types, sentences, regions or Regions(), header, defined=defined)
    found = context.complete(plain, found, sentences)
    found = lists.share_dates(plain, lists.share_issuers(plain, found))
    found = relate.relate(plain, found, sentences)
    found = titles.with_subjects(plain, antecedents.with_antecedents(found, defined), sentences)
    made = links.links(plain, found, sentences)
    raw = cache(copy.raw)  # many stand in one sentence
    return tuple(_citation(raw, item, sentences.around(item.head)) for item in found), tuple(made)


def _parts(copy: Copy, regions: Regions | None) -> Iterator[int]:
    """Where letterhead, addressees, body, annexes and the frame of a web site begin and end."""
    if regions is None:
        return
    for span in (*regions.frame, regions.letterhead, regions.addressees, regions.body, *regions.annexes):
        if span:
            yield from (copy.at(place) for place in span)


@lru_cache(maxsize=4096)
def _repaired(symbol: Symbol, type_word: str | None) -> Repair | None:
    """Texts repeat the same few symbols."""
    return repair(symbol, type_word=type_word)


def _citation(raw: Callable[[int, int], tuple[int, int]], item: Found, around: tuple[int, int]) -> Citation:
    """The mention in raw offsets, with its sentence and its repaired symbol."""
    start, end = raw(item.start, item.end)
    sentence_start, sentence_end = raw(min(around[0], item.start), max(around[1], item.end))
    symbol = Symbol(item.symbol) if item.symbol else None
    fixed = _repaired(symbol, item.type) if symbol else None
    return Citation(
        start=start,
        end=end,
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        kind=item.kind,
        relation=item.relation,
        rule=item.rule,
        type=item.type,
        symbol=symbol,
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
