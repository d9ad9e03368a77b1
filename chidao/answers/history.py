"""The answer of `chidao history`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import coverage_object, nodes_object
from chidao.labels import label, readable_date, relation, shorten

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.history import Change, History

COLUMNS = ("date", "from", "relation", "to", "pinpoint", "file", "quote")


def as_object(answer: History, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/history.json says."""
    return {
        "start": answer.start,
        "nodes": nodes_object(answer.nodes, beside),
        "day": answer.day,
        "standing": answer.standing,
        "certain": answer.certain,
        "changed_by": [_change(change, quotes) for change in answer.changed_by],
        "changes": [_change(change, quotes) for change in answer.changes],
        "proposed": [_change(change, quotes) for change in answer.proposed],
        "coverage": coverage_object(answer.coverage),
    }


def _change(change: Change, quotes: Quotes) -> Object:
    return {
        "edge": change.kind,
        "from": change.by,
        "to": change.of,
        "date": change.date,
        "partial": change.partial,
        "evidence": proofs(change.edges, quotes),
    }


def show(answer: History, quotes: Quotes) -> None:
    """Changes by date, then how the document stands."""
    output.table(COLUMNS, list(_rows(answer, quotes)))
    standing = messages.text(f"standing.{answer.standing}")
    words = {
        "name": label(answer.nodes[answer.start]),
        "day": readable_date(answer.day),
        "standing": standing,
    }
    output.say("history.standing" if answer.certain else "history.uncertain", **words)


def _rows(answer: History, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for change in (*answer.changed_by, *answer.changes, *answer.proposed):
        file, sentence = first_words(change.edges, quotes)
        part = ", ".join(dict.fromkeys(edge.pinpoint for edge in change.edges if edge.pinpoint))
        ends = (name(answer.nodes, change.by), relation(change.kind), name(answer.nodes, change.of))
        yield (readable_date(change.date), *ends, part, file, shorten(sentence, 200))
