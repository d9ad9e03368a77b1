"""From a file to its mentions: every place that says which document it means, with all that decides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.identity import keys, names
from graph.identity.drafts import draft_ordinals
from graph.identity.places import NATIONAL, place_of_issuer, place_of_symbol
from graph.identity.readings import Reading, cited_reading, own_reading
from graph.model import (
    OWN_IDENTITY,
    Citation,
    CitationKind,
    DocumentMention,
    SourceFile,
    Stated,
)
from graph.vocabulary import agencies, organs


def mentions(file: SourceFile) -> tuple[DocumentMention, ...]:
    """The file's own identity, then one mention for each citation that names a document itself."""
    return (own_identity(file), *_cited(file))


def lacks_jurisdiction(file: SourceFile) -> bool:
    """Whether the file uses local numbers whose place neither it nor anybody beside it states."""
    return any(mention.local and mention.jurisdiction is None for mention in mentions(file))


def file_place(file: SourceFile) -> str | None:
    """The place that the file states in its own head, else the one stated beside it."""
    stated = file.parsed.header.jurisdiction
    return stated.value if stated else file.jurisdiction


def naming_citation(citations: Sequence[Citation], index: int) -> int | None:
    """The citation that names the document: this one, or what its anaphora points back to, if known."""
    while citations[index].kind is CitationKind.ANAPHORA:
        target = citations[index].antecedent
        if target is None or not 0 <= target < index:
            return None
        index = target
    return index


def own_identity(file: SourceFile) -> DocumentMention:
    """The mention that says which document the file itself is."""
    header = file.parsed.header
    reading = own_reading(header)
    issuer, date = _value(header.issuer), _value(header.date)
    place = None if _counts_nationally(reading, issuer) else file_place(file)
    mention = DocumentMention(
        file=file.key,
        index=OWN_IDENTITY,
        block=keys.by_text(file.text),
        type=_value(header.type),
        date=date,
        issuer=issuer,
        subject=_value(header.subject),
        jurisdiction=place,
        period="",
        sidecar=place is not None and header.jurisdiction is None,
    )
    return mention if reading is None else _with_number(mention, reading, date=date)


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _counts_nationally(reading: Reading | None, issuer: str | None) -> bool:
    """Whether no place belongs to it: by its number, else by who issued it."""
    if reading is not None:
        return not organs.is_local(reading.symbol)
    tier = agencies.canonical_agency(issuer).tier if issuer else None
    return tier is not None and tier <= NATIONAL


def _with_number(mention: DocumentMention, reading: Reading, *, date: str | None) -> DocumentMention:
    """The mention in the block of its number; `date` decides the period."""
    return replace(
        mention,
        block=keys.numbered(reading.symbol),
        symbol=reading.symbol,
        reason=reading.reason,
        printed=reading.printed,
        certain=reading.certain,
        local=organs.is_local(reading.symbol),
        period=keys.period(reading.symbol, date),
    )


# ---- citations ---------------------------------------------------------------------------------


def _cited(file: SourceFile) -> Iterator[DocumentMention]:
    citations = file.parsed.citations
    drafts = draft_ordinals(citations)
    for index, citation in enumerate(citations):
        if citation.kind is not CitationKind.ANAPHORA:
            yield _citation_mention(file, index, drafts)


def _citation_mention(file: SourceFile, index: int, drafts: Mapping[int, int]) -> DocumentMention:
    """A citation by its number, or as a draft, a request, or a name."""
    citation = file.parsed.citations[index]
    reading = cited_reading(citation)
    mention = _printed(file, index)
    if reading is not None:
        return _placed(file, _with_number(mention, reading, date=citation.date), citation)
    if index in drafts:
        block = keys.of_draft(file.key, citation.type or "", drafts[index])
        return replace(mention, block=block, draft=True)
    if citation.name is None:
        return replace(mention, block=keys.of_request(file.key, citation.issuer, citation.date))
    return _named(file, index, mention)


def _printed(file: SourceFile, index: int) -> DocumentMention:
    """What the citation prints, and the place that its issuer or its file states."""
    citation = file.parsed.citations[index]
    place = place_of_issuer(citation.issuer, file_place(file)) if citation.issuer else file_place(file)
    return DocumentMention(
        file=file.key,
        index=index,
        block=keys.by_name(citation.name or ""),
        type=citation.type,
        date=citation.date,
        issuer=citation.issuer,
        subject=citation.subject,
        name=citation.name,
        jurisdiction=None if _counts_nationally(None, citation.issuer) else place,
        period="",
    )


def _placed(file: SourceFile, mention: DocumentMention, citation: Citation) -> DocumentMention:
    """Only local numbers have a place; without a printed issuer the code tells its level."""
    if not mention.local or mention.symbol is None:
        return replace(mention, jurisdiction=None)
    if citation.issuer is None:
        mention = replace(mention, jurisdiction=place_of_symbol(mention.symbol, file_place(file)))
    stated_beside = file.parsed.header.jurisdiction is None and mention.jurisdiction is not None
    return replace(mention, sidecar=stated_beside)


def _named(file: SourceFile, index: int, mention: DocumentMention) -> DocumentMention:
    """A name joins the number that its file or the world gives it; else it is a key of its own."""
    citation = file.parsed.citations[index]
    long = names.defined_in_file(index, file.parsed.citations)
    if long is not None:
        return _like(mention, _citation_mention(file, long, {}))
    known = names.known_number(citation)
    if known is not None:
        numbered = _with_number(mention, Reading(known.symbol, reason="known name"), date=known.date)
        return _placed(file, numbered, citation)
    return replace(
        mention,
        block=keys.by_name(names.bare_name(citation.name or "")),
        local=names.is_local_name(citation),
        period=keys.year(citation.date),
    )


def _like(mention: DocumentMention, long: DocumentMention) -> DocumentMention:
    """What decides is taken from the full citation, what is printed from the short one."""
    return replace(
        long,
        index=mention.index,
        type=mention.type,
        date=mention.date,
        issuer=mention.issuer,
        subject=mention.subject,
        name=mention.name,
    )
