"""The answer of `chidao lineage`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, name, proofs
from chidao.json_answers import coverage_object, hop_object, nodes_object, task_object
from chidao.labels import shorten

if TYPE_CHECKING:
    from graph.export.details import Details
    from graph.model import Edge
    from queries.lineage import Kin, Lineage

COLUMNS = ("relation", "score", "document", "lead", "file", "quote", "other_quote")


def edges(answer: Lineage) -> Iterator[Edge]:
    """Every edge whose words are shown."""
    yield from answer.row.places
    for kin in (*answer.higher, *answer.lower):
        yield from kin.row.places
        yield from (edge for hop in kin.hops for edge in hop.edges)


def as_object(answer: Lineage, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/lineage.json says."""
    return {
        "task": task_object(answer.row),
        "evidence": proofs(answer.row.places, quotes),
        "nodes": nodes_object(answer.nodes, beside),
        "inferred": True,
        "threshold": answer.threshold,
        "higher": [_kin(kin, quotes) for kin in answer.higher],
        "lower": [_kin(kin, quotes) for kin in answer.lower],
        "coverage": coverage_object(answer.coverage),
    }


def _kin(kin: Kin, quotes: Quotes) -> Object:
    return {
        "task": task_object(kin.row),
        "score": kin.score,
        "inferred": True,
        "evidence": proofs(kin.row.places, quotes),
        "path": [hop_object(hop, quotes) for hop in kin.hops],
    }


def show(answer: Lineage, quotes: Quotes) -> None:
    """The higher duties, then the lower ones, each beside the words of the start."""
    own = _words(answer.row.places, quotes)
    output.table(COLUMNS, [*_rows(answer, "higher", own, quotes), *_rows(answer, "lower", own, quotes)])
    output.say(
        "lineage.count",
        higher=len(answer.higher),
        lower=len(answer.lower),
        threshold=f"{answer.threshold:.0f}",
    )


def _rows(answer: Lineage, side: str, own: str, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for kin in answer.higher if side == "higher" else answer.lower:
        yield (
            messages.text(f"lineage.{side}") if output.on_terminal() else f"{side} (inferred)",
            f"{kin.score:.0f}",
            name(answer.nodes, kin.row.task.document),
            "; ".join(owner.name for owner in kin.row.lead),
            kin.row.places[0].evidence.file if kin.row.places else "",
            own,
            _words(kin.row.places, quotes),
        )


def _words(places: tuple[Edge, ...], quotes: Quotes) -> str:
    return shorten(quotes[places[0].evidence].sentence, 200) if places else ""
