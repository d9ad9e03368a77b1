"""All citations of one text: each kind from its own anchors, then the fields they share, then relations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.model import Citation, CitationKind, Header, Link, Symbol
from graph.symbol import fold, repair
from loaders import symbols
from loaders.citations import context, lists, numbered, relate, type_words
from loaders.citations.found import Found
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
    found = lists.share_types(plain, found)
    found = context.complete(plain, found, sentences)
    found = lists.share_issuers(plain, found)
    found = relate.relate(plain, found, sentences)
    made = tuple(_citation(copy, item, sentences) for item in found)
    return made, tuple(relate.links(plain, found, sentences))


def _others(found: Iterable[Found], header: Header) -> list[Found]:
    """Mentions of other documents: the text's own number is none, wherever it stands."""
    own = fold(header.symbol.value) if header.symbol else None
    day = header.date.value if header.date else None
    return [item for item in found if item.symbol is None or fold(item.symbol) != own or not _same_day(day, item.date)]


def _same_day(own: str | None, cited: str | None) -> bool:
    """Whether two printed dates may be one day."""
    return own is None or cited is None or own.startswith(cited) or cited.startswith(own)


def _citation(copy: Reading, item: Found, sentences: Sentences) -> Citation:
    around = sentences.around(item.head)
    start, end = copy.raw(item.start, item.end)
    sentence_start, sentence_end = copy.raw(min(around[0], item.start), max(around[1], item.end))
    fixed = repair(Symbol(item.symbol), type_word=item.type) if item.symbol else None
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
