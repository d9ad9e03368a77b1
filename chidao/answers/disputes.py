"""The answer of `chidao disputes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, name
from chidao.json_answers import nodes_object, owners_object, place_object, reach_object
from chidao.labels import shorten
from chidao.views import around

if TYPE_CHECKING:
    from graph.export.details import Details
    from graph.model import Evidence
    from queries.claims import Claim
    from queries.disputes import Dispute, Disputes

COLUMNS = ("kind", "topic", "owner", "against", "score", "file", "quote", "other_quote")


def places(answer: Disputes) -> Iterator[Evidence]:
    """Every place that is quoted."""
    for one in (*answer.disputes, *answer.possible):
        yield from (claim.evidence for claim in one.claims)


def as_object(answer: Disputes, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/disputes.json says."""
    return {
        "nodes": nodes_object(answer.nodes, beside),
        "coverage": reach_object(answer.nodes),
        "counts": dict(answer.counts),
        "disputes": [_dispute(one, quotes) for one in answer.disputes],
        "possible": [_dispute(one, quotes) for one in answer.possible],
    }


def _dispute(one: Dispute, quotes: Quotes) -> Object:
    return {
        "kind": one.kind,
        "jurisdiction": one.place,
        "topics": list(one.topics),
        "score": one.score,
        "claims": [_claim(claim, quotes) for claim in one.claims],
    }


def _claim(claim: Claim, quotes: Quotes) -> Object:
    return {
        "owners": owners_object(claim.owners),
        "document": claim.document,
        "task": claim.task,
        "pinpoint": claim.pinpoint,
        "evidence": [place_object(claim.evidence, quotes, pinpoint=claim.pinpoint)],
    }


def show(answer: Disputes, quotes: Quotes) -> None:
    """Each dispute with both quotes, the possible ones last, then how many there are of each kind."""
    if output.on_terminal():
        for number, one in enumerate((*answer.disputes, *answer.possible), 1):
            _side_by_side(number, one, answer, quotes)
    else:
        output.table(COLUMNS, [*_rows(answer, answer.disputes, quotes), *_possible(answer, quotes)])
    counted = [
        f"{messages.text(f'dispute.{kind}')}: {count}" for kind, count in answer.counts.items() if count
    ]
    output.note("; ".join(counted) or messages.text("disputes.none"))


def _side_by_side(number: int, one: Dispute, answer: Disputes, quotes: Quotes) -> None:
    topics = "; ".join(name(answer.nodes, topic) for topic in one.topics)
    output.heading(f"{number}. {' — '.join(filter(None, (_kind(one.kind), topics)))}")
    for claim in one.claims:
        output.emit_visible(f"   {_owners(claim)}")
        output.quoted("      ", around(quotes[claim.evidence]), claim.evidence.file)


def _possible(answer: Disputes, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for kind, *rest in _rows(answer, answer.possible, quotes):
        yield (f"{_kind('possible')}: {kind}", *rest)


def _rows(answer: Disputes, found: Iterable[Dispute], quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for one in found:
        first, second = one.claims
        yield (
            _kind(one.kind),
            "; ".join(name(answer.nodes, topic) for topic in one.topics),
            _owners(first),
            _owners(second),
            "" if one.score is None else f"{one.score:.0f}",
            ", ".join(dict.fromkeys(claim.evidence.file for claim in one.claims)),
            *(shorten(quotes[claim.evidence].sentence, 300) for claim in one.claims),
        )


def _owners(claim: Claim) -> str:
    return "; ".join(owner.name for owner in claim.owners) or (claim.pinpoint or "")


def _kind(kind: str) -> str:
    return messages.text(f"dispute.{kind}") if output.on_terminal() else kind
