"""From a file to its mentions: every place that says which document it means, with all that decides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.identity import keys, names
from graph.identity.drafts import draft_ordinals, proper_name
from graph.identity.places import place_of_issuer, place_of_symbol, within
from graph.identity.readings import Reading, beside_reading, cited_reading, own_reading
from graph.model import (
    NOTHING_BESIDE,
    OWN_IDENTITY,
    STATED_BESIDE,
    Citation,
    CitationKind,
    DocumentMention,
    FileKey,
    SourceFile,
    Stated,
)
from graph.vocabulary import agencies, organs
from graph.vocabulary.tiers import NATIONAL


def mentions(file: SourceFile) -> tuple[DocumentMention, ...]:
    """The file's own identity, what is stated beside it, then each citation that names a document itself."""
    own = own_identity(file)
    return (own, *_stated_beside(file, own), *_cited(file))


def lacks_jurisdiction(file: SourceFile) -> bool:
    """Whether the file uses local numbers whose place neither it nor anybody beside it states."""
    return any(mention.local and mention.jurisdiction is None for mention in mentions(file))


def file_place(file: SourceFile) -> str | None:
    """The place that the file states in its own head, else the one stated beside it.

    A commune in the head lies in the province beside it.
    """
    stated, issuer = _value(file.parsed.header.jurisdiction), _issuer(file)
    if stated is None and issuer is not None:
        stated = agencies.canonical_agency(issuer).jurisdiction
    return within(stated, file.jurisdiction) if stated else file.jurisdiction


def naming_citations(citations: Sequence[Citation]) -> list[int | None]:
    """For each citation the one that names its document: itself, or what an anaphora points back to."""
    naming: list[int | None] = []
    for index, citation in enumerate(citations):
        target: int | None = index
        if citation.kind is CitationKind.ANAPHORA:
            back = citation.antecedent
            target = naming[back] if back is not None and 0 <= back < index else None
        naming.append(target)
    return naming


def own_identity(file: SourceFile) -> DocumentMention:
    """The mention that says which document the file itself is."""
    header = file.parsed.header
    reading = own_reading(header) or beside_reading(file.beside)
    issuer, date = _value(header.issuer), _value(header.date)
    place = None if _counts_nationally(reading, _issuer(file)) else _own_place(file)
    mention = DocumentMention(
        file=file.key,
        index=OWN_IDENTITY,
        block=keys.by_text(file.text if reading is None else ""),
        type=_value(header.type),
        date=date,
        issuer=issuer,
        subject=_value(header.subject),
        jurisdiction=place,
        period="",
        sidecar=place is not None and header.jurisdiction is None and file.jurisdiction is not None,
    )
    return mention if reading is None else _with_number(mention, reading, date=date or file.beside.date)


def _stated_beside(file: SourceFile, own: DocumentMention) -> Iterator[DocumentMention]:
    """What people say of the same document; its letterhead decides which one that is."""
    beside = file.beside
    if beside != NOTHING_BESIDE:
        other = beside.symbol if beside.symbol != own.symbol else None
        yield replace(
            own,
            index=STATED_BESIDE,
            date=beside.date,
            issuer=beside.issuer,
            subject=beside.subject,
            printed=other if other and own.certain else own.printed,
            sidecar=True,
        )


def _own_place(file: SourceFile) -> str | None:
    """The place of the file's issuer: beside "UBND xã" a province says too little."""
    place, issuer = file_place(file), _issuer(file)
    if file.parsed.header.jurisdiction is not None or issuer is None:
        return place
    return place_of_issuer(issuer, place)


def _issuer(file: SourceFile) -> str | None:
    """Who issued the file: what its letterhead prints, else what is stated beside it."""
    return _value(file.parsed.header.issuer) or file.beside.issuer


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
    drafts, short_forms = draft_ordinals(citations), names.short_forms(citations)
    for index, citation in enumerate(citations):
        if citation.kind is not CitationKind.ANAPHORA:
            mention = _citation_mention(file, index, drafts)
            full = short_forms.get(index)
            yield mention if full is None else _like(mention, _citation_mention(file, full, drafts))


def _citation_mention(file: SourceFile, index: int, drafts: Mapping[int, int]) -> DocumentMention:
    """A citation by its number, or as a draft, a request, or a name."""
    citation = file.parsed.citations[index]
    mention = _printed(file.key, index, citation)
    reading = cited_reading(citation)
    if reading is not None:
        return _placed(file, citation, _with_number(mention, reading, date=citation.date))
    if index in drafts:
        block = keys.of_draft(file.key, citation.type or "", drafts[index])
        name = citation.name if proper_name(citation) else None
        return _of_this_file(file, citation, replace(mention, block=block, draft=True, name=name))
    if names.is_request(citation):
        block = keys.of_request(file.key, citation.issuer, citation.date)
        return _of_this_file(file, citation, replace(mention, block=block, name=None))
    return _placed(file, citation, _named(mention, citation))


def _printed(file: FileKey, index: int, citation: Citation) -> DocumentMention:
    """What the citation prints."""
    return DocumentMention(
        file=file,
        index=index,
        block=keys.by_name(names.key_name(citation)),
        type=citation.type,
        date=citation.date,
        issuer=citation.issuer,
        subject=citation.subject,
        name=citation.name,
        period="",
    )


def _named(mention: DocumentMention, citation: Citation) -> DocumentMention:
    """A name is the number that everybody knows for it, else a key of its own."""
    known = names.known_number(citation)
    if known is not None:
        return _with_number(mention, Reading(known.symbol, reason="known name"), date=known.date)
    return replace(mention, local=names.is_local_name(citation), period=keys.year(citation.date))


def _placed(file: SourceFile, citation: Citation, mention: DocumentMention) -> DocumentMention:
    """With its place, if it is local: what its issuer says, else what its code says of the file's place."""
    if not mention.local:
        return mention
    place = file_place(file)
    if citation.issuer is not None:
        place = place_of_issuer(citation.issuer, place)
    elif mention.symbol is not None:
        place = place_of_symbol(mention.symbol, place)
    beside = file.parsed.header.jurisdiction is None and place == file.jurisdiction
    return replace(mention, jurisdiction=place, sidecar=beside and place is not None)


def _of_this_file(file: SourceFile, citation: Citation, mention: DocumentMention) -> DocumentMention:
    """A draft or request, which only this file can mean; it is of a place unless its issuer is national."""
    if _counts_nationally(None, citation.issuer):
        return mention
    return replace(_placed(file, citation, replace(mention, local=True)), local=False)


def _like(mention: DocumentMention, full: DocumentMention) -> DocumentMention:
    """What decides is taken from the full citation, what is printed from the short one."""
    return replace(
        full,
        index=mention.index,
        type=mention.type,
        date=mention.date,
        issuer=mention.issuer,
        subject=mention.subject,
        name=mention.name,
    )
