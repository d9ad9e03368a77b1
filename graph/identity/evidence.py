"""Evidence: the place in a file that proves an edge."""

from __future__ import annotations

from graph.model import Citation, Evidence, SourceFile

Span = tuple[int, int]


def evidence(
    file: SourceFile, span: Span, *, rule: str, sentence: Span | None = None, page: int | None = None
) -> Evidence:
    """The words at `span`; without a sentence they are their own."""
    start, end = span
    sentence_start, sentence_end = sentence or span
    return Evidence(
        file=file.key,
        start=start,
        end=end,
        quote=file.text[start:end],
        sentence_start=sentence_start,
        sentence_end=sentence_end,
        rule=rule,
        page=page,
    )


def at_citation(file: SourceFile, citation: Citation) -> Evidence:
    """The words of a citation in their sentence."""
    return evidence(
        file,
        (citation.start, citation.end),
        sentence=(citation.sentence_start, citation.sentence_end),
        rule=citation.rule,
        page=citation.page,
    )


def between(file: SourceFile, first: Citation, second: Citation, *, rule: str) -> Evidence:
    """The words from one citation to another: what proves a relation between the two."""
    pair = (first, second)
    return evidence(
        file,
        (min(one.start for one in pair), max(one.end for one in pair)),
        sentence=(min(one.sentence_start for one in pair), max(one.sentence_end for one in pair)),
        rule=rule,
        page=min(pair, key=lambda one: one.start).page,
    )
