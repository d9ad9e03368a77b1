"""The words that prove an edge: the quote and the sentence around it, cut from the text of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Edge, Evidence
from graph.store import View


@dataclass(frozen=True, slots=True)
class Quote:
    """A mention as its file prints it: `sentence` is what people are shown as proof."""

    quote: str
    sentence: str
    offset: int
    """Where the quote stands in the sentence."""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence in three parts: before the quote, the quote, after it."""
        end = self.offset + len(self.quote)
        return self.sentence[: self.offset], self.quote, self.sentence[end:]


def quotes(view: View, edges: Iterable[Edge]) -> dict[Evidence, Quote]:
    """Every evidence of these edges with its quote and sentence; the store is asked once."""
    return quotes_at(view, (edge.evidence for edge in edges))


def quotes_at(view: View, places: Iterable[Evidence]) -> dict[Evidence, Quote]:
    """Every place with its quote and sentence; the store is asked once."""
    places = list(dict.fromkeys(places))
    texts = view.texts(sorted({place.file for place in places}))
    return {place: _cut(place, texts.get(place.file)) for place in places}


def _cut(place: Evidence, text: str | None) -> Quote:
    """A text that is no longer there leaves the quote that the edge itself keeps."""
    if text is None:
        return Quote(place.quote, place.quote, 0)
    start = min(place.sentence_start, place.start)
    end = max(place.sentence_end, place.end)
    return Quote(text[place.start : place.end], text[start:end], place.start - start)
