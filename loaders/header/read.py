"""What a document says about itself: type, number, date, issuer, signer, subject, addressees, place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.model import Header, Stated
from graph.vocabulary.doc_types import type_of_symbol
from loaders.header.issuing_body import issuing_body, of_annex, spelled_by_place
from loaders.header.jurisdictions import jurisdiction
from loaders.header.own_number import adopted, annexed, own_number, place_and_date
from loaders.header.receivers import addressees, copied_to
from loaders.header.signers import read_signature, signer_beside, signer_stated
from loaders.header.site_title import SiteFacts, agreeing, site_facts
from loaders.header.subjects import subject
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph, Span, lines
from loaders.layout.regions import Regions


def read_header(text: str, regions: Regions) -> Header:
    """The header of a document, each value with its place and the route by which it was found."""
    top = _lines(text, (regions.letterhead,))
    asked = _lines(text, (regions.addressees,))
    signed = [cell for line in _lines(text, regions.signature) for cell in line.cells()]
    body = _lines(text, (regions.body,))
    whole = Paragraph(tuple(body)) if body else None
    signature = read_signature(signed)
    receivers = addressees(asked)
    symbol, tail = own_number(top)
    place, date = place_and_date([*top, *signed])
    site = SiteFacts() if symbol else agreeing(site_facts(_lines(text, regions.frame)), tail, date)
    names = [receiver.name for receiver in receivers]
    annexes = _lines(text, regions.annexes)
    attached = Paragraph(tuple(annexes)) if annexes else None
    known = symbol or site.symbol
    named = of_annex(attached, known.value) if attached and known else None
    issuer = spelled_by_place(issuing_body(top, signature, whole, asked=names, annexed=named), place)
    listed = _lines(text, regions.recipients)
    copies = copied_to(listed)
    type_ = _type(top, asked) or site.type or _type_of(symbol)
    day = site.date or date or (adopted(whole) if whole else None)
    if day is None and attached and type_:
        day = annexed(attached, type_.value)
    return Header(
        type=type_,
        symbol=known,
        symbol_tail=None if site.symbol else tail,
        date=day,
        issuer=issuer,
        signer=signature.signer or signer_beside(listed) or signer_stated(top),
        subject=subject(top),
        place=place,
        jurisdiction=jurisdiction(issuer, place, top, copies, whole, on=day.value if day else None),
        addressees=receivers,
        copied_to=copies,
    )


def _type_of(symbol: Stated | None) -> Stated | None:
    """The type that the number names, where a copy lost the title: "47/2020/NĐ-CP" is a Nghị định."""
    named = type_of_symbol(symbol.value) if symbol else None
    return replace(symbol, value=named, route="symbol") if symbol and named else None


def _lines(text: str, spans: Sequence[Span | None]) -> list[Line]:
    return [line for span in spans if span for line in lines(text, *span)]


def _type(top: Sequence[Line], asked: Sequence[Line]) -> Stated | None:
    """The printed type; a letter with Kính gửi and no type is a Công văn."""
    for at, line in enumerate(top):
        found = signs.title_type(line, top[at + 1] if at + 1 < len(top) else None)
        if found:
            return Stated(found, line.start, line.end, "title")
    for at, line in enumerate(asked):
        if signs.dear(line, asked[at + 1] if at + 1 < len(asked) else None):
            return Stated("Công văn", line.start, line.end, "addressees")
    return None
