"""The citations of one file with the documents that they mean, and which stand in a stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.mentions import naming_citations
from graph.model import OWN_IDENTITY, Citation, NodeId, SourceFile


@dataclass(frozen=True, slots=True)
class CitedDocuments:
    """Citations in the order of the text, anaphora included, each with its document."""

    own: NodeId
    by_index: Mapping[int, NodeId]
    placed: Sequence[tuple[Citation, NodeId]]

    def inside(self, start: int, end: int) -> Iterator[tuple[Citation, NodeId]]:
        """Citations that lie wholly in this stretch."""
        first = bisect_left(self.placed, start, key=_start)
        last = bisect_left(self.placed, end, key=_start)
        return (pair for pair in self.placed[first:last] if pair[0].end <= end)

    def in_sentence_of(self, place: int) -> Iterator[tuple[Citation, NodeId]]:
        """Citations whose sentence holds this place."""
        last = bisect_right(self.placed, place, key=lambda pair: pair[0].sentence_start)
        for index in range(last - 1, -1, -1):
            if self.placed[index][0].sentence_end <= place:
                return
            yield self.placed[index]


def _start(pair: tuple[Citation, NodeId]) -> int:
    return pair[0].start


def cited_documents(file: SourceFile, documents: Mapping[int, NodeId]) -> CitedDocuments:
    """Join the citations of a file with the documents that its mentions were resolved to."""
    citations = file.parsed.citations
    by_index = {
        index: documents[naming]
        for index, naming in enumerate(naming_citations(citations))
        if naming is not None and naming in documents
    }
    placed = sorted(((citations[index], document) for index, document in by_index.items()), key=_start)
    return CitedDocuments(documents[OWN_IDENTITY], by_index, placed)
