"""The citations of one file with the documents that they mean, and which stand in a stretch of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.mentions import naming_citation
from graph.model import OWN_IDENTITY, Citation, NodeId, SourceFile


@dataclass(frozen=True, slots=True)
class CitedDocuments:
    """Citations in the order of the text, anaphora included, each with its document."""

    own: NodeId
    by_index: Mapping[int, NodeId]
    placed: Sequence[tuple[Citation, NodeId]]

    def inside(self, start: int, end: int) -> Iterator[tuple[Citation, NodeId]]:
        """Citations that lie wholly in this stretch."""
        first = bisect_left(self.placed, start, key=lambda pair: pair[0].start)
        for citation, document in self.placed[first:]:
            if citation.start >= end:
                return
            if citation.end <= end:
                yield citation, document

    def in_sentence_of(self, place: int) -> Iterator[tuple[Citation, NodeId]]:
        """Citations whose sentence holds this place."""
        last = bisect_right(self.placed, place, key=lambda pair: pair[0].sentence_start)
        for citation, document in reversed(self.placed[:last]):
            if citation.sentence_end <= place:
                return
            yield citation, document


def cited_documents(file: SourceFile, documents: Mapping[int, NodeId]) -> CitedDocuments:
    """Join the citations of a file with the documents that its mentions were resolved to."""
    citations = file.parsed.citations
    by_index = {
        index: documents[naming]
        for index in range(len(citations))
        if (naming := naming_citation(citations, index)) is not None and naming in documents
    }
    placed = sorted(
        ((citations[index], document) for index, document in by_index.items()), key=lambda pair: pair[0].start
    )
    return CitedDocuments(documents[OWN_IDENTITY], by_index, placed)
