"""The answer of `chidao related`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chidao import output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import coverage_object, nodes_object
from chidao.labels import label, shorten
from chidao.views import described

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.related import Related

COLUMNS = ("score", "document", "shared", "file", "quote")


def as_object(answer: Related, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/related.json says."""
    return {
        "start": answer.start,
        "nodes": nodes_object(answer.nodes, beside),
        "sources": list(answer.sources),
        "own": proofs(answer.own, quotes),
        "related": [
            {
                "id": one.id,
                "score": one.score,
                "shared": list(one.shared),
                "evidence": proofs(one.edges, quotes),
            }
            for one in answer.relatives
        ],
        "coverage": coverage_object(answer.coverage),
    }


def show(answer: Related, quotes: Quotes) -> None:
    """The closest first."""
    rows = []
    for one in answer.relatives:
        shared = "; ".join(name(answer.nodes, source) for source in one.shared)
        file, sentence = first_words(one.edges, quotes)
        rows.append(
            (f"{one.score:.2f}", described(answer.nodes[one.id]), shared, file, shorten(sentence, 200))
        )
    output.table(COLUMNS, rows)
    output.say("related.count", count=len(rows), name=label(answer.nodes[answer.start]))
