"""A document node from the groups of mentions that mean it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.identity.claims import Said, said_in, shown
from graph.identity.keys import ClusterKey
from graph.model import Document, MentionGroup, NodeId, Status, Symbol
from graph.vocabulary import agencies, doc_types, organs
from graph.vocabulary.tiers import COMMUNE


def document(
    node: NodeId,
    key: ClusterKey,
    groups: Sequence[MentionGroup],
    *,
    candidates: tuple[NodeId, ...],
    eliminated: bool,
) -> Document:
    """The node that shows what the mentions in these groups, those of one document, say."""
    said = said_in(groups)
    symbol = key.printed or _symbol(said)
    type_ = _type(symbol, shown(said, "type"))
    issuer = shown(said, "issuer") or _implied_issuer(symbol, type_)
    jurisdiction = shown(said, "jurisdiction")
    own = tuple(sorted({file for group in groups for file in group.own}))
    return Document(
        id=node,
        block=groups[0].block,
        symbol=symbol,
        type=type_,
        issuer=issuer,
        date=shown(said, "date"),
        subject=_subject(symbol, shown(said, "subject"), shown(said, "name")),
        jurisdiction=jurisdiction,
        tier=_tier(symbol, issuer, jurisdiction),
        status=Status.LOADED if own else Status.CITED,
        draft=all(group.drafts == group.mentions for group in groups),
        files=own,
        candidates=candidates,
        reason=_reason(key, eliminated=eliminated, ambiguous=bool(candidates)),
    )


def _symbol(said: Said) -> Symbol | None:
    value = shown(said, "symbol")
    return None if value is None else Symbol(value)


def _type(symbol: Symbol | None, printed: str | None) -> str | None:
    """The type in the symbol beats the word: "Công văn số 412/BC-SNNMT" is a Báo cáo.

    A longer word of the same type stays ("Chương trình hành động" on a CTr).
    """
    implied = doc_types.type_of_symbol(symbol) if symbol else None
    if implied is None or (printed and printed.startswith(implied)):
        return printed
    return implied


def _subject(symbol: Symbol | None, subject: str | None, name: str | None) -> str | None:
    """Trích yếu; what has no number is known by its name ("Luật Đất đai")."""
    return subject or name if symbol else name or subject


def _implied_issuer(symbol: Symbol | None, type_: str | None) -> str | None:
    """The organ that the code names where there is only one of it (VP may be any office), or the type."""
    if symbol is not None and not organs.is_local(symbol):
        return organs.organ_name(symbol)
    return doc_types.issuer_of_type(type_) if type_ and symbol is None else None


def _tier(symbol: Symbol | None, issuer: str | None, jurisdiction: str | None) -> int | None:
    """Level of the issuer by the code in its symbol, else by its name, which tells UBND xã from UBND tỉnh."""
    by_symbol = organs.tier(symbol, jurisdiction=jurisdiction) if symbol else None
    by_name = agencies.canonical_agency(issuer).tier if issuer is not None else None
    return by_name if by_symbol is None or by_name == COMMUNE else by_symbol


def _reason(key: ClusterKey, *, eliminated: bool, ambiguous: bool) -> str | None:
    """Why the mentions came together or stayed apart, where that needs saying."""
    if key.printed is not None:
        return "doubtful repair"
    if key.file is not None:
        return "no place"
    if ambiguous:
        return "no type" if key.type is None else "no date"
    return "elimination" if eliminated else None
