"""The answer of `chidao chain`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import coverage_object, hop_object, nodes_object
from chidao.labels import relation, shorten
from chidao.views import around, described

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
    """One hop a line, from the source down to who is told."""
    if output.on_terminal():
        _stairs(answer, quotes)
    else:
        output.table(COLUMNS, list(_rows(answer, quotes)))
    if not answer.down:
        output.note(messages.text("chain.no_source"))


def _stairs(answer: Chain, quotes: Quotes) -> None:
    """Each document under the one that it carries out, then the duty and its agencies."""
    if answer.down:
        output.heading(described(answer.nodes[answer.down[0].target]))
    for depth, hop in enumerate(answer.down, 1):
        indent = "   " * depth
        output.emit_visible(f"{indent}└─ {described(answer.nodes[hop.source])}: {relation(hop.kind)}")
        for edge in hop.edges:
            output.quoted(indent + "   ", around(quotes[edge.evidence]), edge.evidence.file)
    indent = "   " * (len(answer.down) + 1)
    for edge in answer.assigned:
        output.emit_visible(f"{indent}└─ {relation(edge.kind)}")
        output.quoted(indent + "   ", around(quotes[edge.evidence]), edge.evidence.file)
    for edge in answer.roles:
        words = f"{relation(edge.kind)}: {name(answer.nodes, edge.target)}"
        output.emit_visible(f"{indent}   {words} (“{quotes[edge.evidence].quote}”)")


def _rows(answer: Chain, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for hop in answer.down:
        file, sentence = first_words(hop.edges, quotes)
        ends = (described(answer.nodes[hop.source]), relation(hop.kind), described(answer.nodes[hop.target]))
        yield (*ends, file, shorten(sentence, 200))
    for edge in (*answer.assigned, *answer.roles):
        words = quotes[edge.evidence]
        shown = words.sentence if edge in answer.assigned else words.quote
        ends = (name(answer.nodes, edge.source), relation(edge.kind), name(answer.nodes, edge.target))
        yield (*ends, edge.evidence.file, shorten(shown, 200))
