"""The answer of `chidao chain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import coverage_object, hop_object, nodes_object
from chidao.labels import relation, shorten
from chidao.views import described

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.chain import Chain

COLUMNS = ("from", "relation", "to", "file", "quote")


def as_object(answer: Chain, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/chain.json says."""
    task = answer.nodes[answer.task]
    return {
        "task": answer.task,
        "document": getattr(task, "document", None),
        "nodes": nodes_object(answer.nodes, beside),
        "down": [hop_object(hop, quotes) for hop in answer.down],
        "assigned": proofs(answer.assigned, quotes),
        "roles": [
            {
                "edge": edge.kind,
                "to": edge.target,
                "printed": edge.printed,
                "evidence": proofs([edge], quotes),
            }
            for edge in answer.roles
        ],
        "coverage": coverage_object(answer.coverage),
    }


def show(answer: Chain, quotes: Quotes) -> None:
    """One hop a line, from the source down."""
    rows: list[tuple[object, ...]] = []
    for hop in answer.down:
        file, sentence = first_words(hop.edges, quotes)
        ends = (described(answer.nodes[hop.source]), relation(hop.kind), described(answer.nodes[hop.target]))
        rows.append((*ends, file, shorten(sentence, 200)))
    for edge in (*answer.assigned, *answer.roles):
        file, sentence = first_words([edge], quotes)
        ends = (name(answer.nodes, edge.source), relation(edge.kind), name(answer.nodes, edge.target))
        rows.append((*ends, file, shorten(sentence, 200)))
    output.table(COLUMNS, rows)
    if not answer.down:
        output.note(messages.text("chain.no_source"))
