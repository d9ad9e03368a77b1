"""Everything that one text says, put together: header, citations, topics and tasks."""

from __future__ import annotations

from graph.model import ParsedDocument
from loaders.citations import read_citations
from loaders.header import read_header
from loaders.layout.frame import without_page
from loaders.layout.lines import Span
from loaders.layout.regions import Regions, regions
from loaders.tasks import read_tasks
from loaders.topics import read_topics


def read_text(text: str) -> ParsedDocument:
    """What a text says, as spans into it: a pure function of the text and the rules."""
    text = without_page(text)
    parts = regions(text)
    header = read_header(text, parts)
    citations, links = read_citations(text, parts, header)
    return ParsedDocument(
        header=header,
        citations=citations,
        links=links,
        topics=read_topics(text, _receivers(parts)),
        tasks=read_tasks(text, parts, header, citations),
    )


def _receivers(parts: Regions) -> tuple[Span, ...]:
    """Who gets the document: Kính gửi and Nơi nhận."""
    return (*parts.recipients, *((parts.addressees,) if parts.addressees else ()))
