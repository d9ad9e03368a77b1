"""Which of the known symbols are found, and at the right place: a fast reader that misses them is no gain."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from graph.model import Citation
from loaders.symbols import SymbolSpan, find
from reading.corpus import Mentioned
from reading.steps import Documents
from reading.table import head, row

Place = tuple[int, int, str]
"""Start and end in the raw text, and the symbol."""


def print_recall(documents: Documents, wanted: Sequence[Sequence[Place]]) -> None:
    """The known symbols: found as numbers at their exact offsets, and inside a citation that names them."""
    head("found as", "of", "share")
    numbers = sum(of_numbers(find(text), known) for text, known in zip(documents.texts, wanted, strict=True))
    total = sum(map(len, wanted))
    row("numbers", f"{total:,}", f"{numbers / total:.4f}")
    # the first symbol of a document is its own, which no citation names
    cited = sum(of_citations(*each) for each in zip(documents.cited, (w[1:] for w in wanted), strict=True))
    total -= len(wanted)
    row("numbered citations", f"{total:,}", f"{cited / total:.4f}")


def places(text: str, mentioned: Mentioned) -> Iterator[Place]:
    """Where the symbols stand: in their order, each after the one before, over line ends after a hyphen."""
    position = 0
    for symbol in mentioned.symbols:
        written = unicodedata.normalize(mentioned.form, symbol)
        spelling = re.escape(written).replace(r"\-", r"-\s{0,8}")
        found = re.compile(rf"(?<!\d){spelling}").search(text, position)
        if found is None:
            raise ValueError(f"{symbol} does not stand in its document after place {position}")
        position = found.end()
        yield found.start(), found.end(), symbol


def of_numbers(spans: Iterable[SymbolSpan], wanted: Sequence[Place]) -> int:
    """How many symbols are found with their exact offsets."""
    found = {(span.start, span.end, str(span.symbol)) for span in spans}
    return sum(place in found for place in wanted)


def of_citations(citations: Sequence[Citation], wanted: Sequence[Place]) -> int:
    """How many symbols stand inside a citation that names them."""
    return sum(
        any(c.start <= start and end <= c.end and c.symbol == symbol for c in citations)
        for start, end, symbol in wanted
    )


def of_spans(spans: Sequence[tuple[int, int]], wanted: Sequence[Place]) -> int:
    """How many symbols stand inside a span; the spans are in order and do not overlap."""
    starts = [start for start, _ in spans]
    inside = 0
    for start, end, _ in wanted:
        last = bisect_right(starts, start) - 1
        inside += last >= 0 and end <= spans[last][1]
    return inside
