"""The answer of `chidao gaps`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import nodes_object, reach_object, task_object
from chidao.labels import shorten
from chidao.views import described
from graph.model import Edge

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.gaps import Gaps

COLUMNS = ("gap", "document", "why", "file", "quote")


def as_object(answer: Gaps, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/gaps.json says."""
    return {
        "nodes": nodes_object(answer.nodes, beside),
        "coverage": reach_object(answer.nodes),
        "counts": dict(answer.counts),
        "missing": [
            {
                "id": one.id,
                "documents": one.documents,
                "tasks": one.tasks,
                "evidence": proofs(one.edges, quotes),
            }
            for one in answer.missing
        ],
        "without_lead": [task_object(row) for row in answer.without_lead],
        "without_deadline": [task_object(row) for row in answer.without_deadline],
        "not_carried_out": list(answer.not_carried_out),
        "without_source": list(answer.without_source),
        "outdated": [
            {
                "from": one.edge.source,
                "to": one.edge.target,
                "evidence": proofs([one.edge], quotes),
                "ended_by": [
                    {"id": edge.source, "edge": edge.kind, "evidence": proofs([edge], quotes)}
                    for edge in one.ended_by
                ],
            }
            for one in answer.outdated
        ],
    }


def show(answer: Gaps, quotes: Quotes) -> None:
    """Each kind of gap in turn, then how many there are of each."""
    output.table(COLUMNS, list(_rows(answer, quotes)))
    for kind, count in answer.counts.items():
        output.note(f"{messages.text(f'gap.{kind}')}: {count}")


def _rows(answer: Gaps, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for one in answer.missing:
        why = messages.text("gaps.hang", documents=one.documents, tasks=one.tasks)
        yield (_kind("missing"), described(answer.nodes[one.id]), why, *_words(one.edges, quotes))
    for old in answer.outdated:
        why = messages.text("gaps.ended_by", name=name(answer.nodes, old.ended_by[0].source))
        pair = f"{name(answer.nodes, old.edge.source)} → {name(answer.nodes, old.edge.target)}"
        yield (_kind("outdated"), pair, why, *_words([old.edge], quotes))
    for kind, ids in (("not_carried_out", answer.not_carried_out), ("without_source", answer.without_source)):
        for id in ids:
            yield (_kind(kind), described(answer.nodes[id]), "", "", "")
    for kind, tasks in (("without_lead", answer.without_lead), ("without_deadline", answer.without_deadline)):
        for row in tasks:
            file = row.places[0].evidence.file if row.places else ""
            yield (_kind(kind), "", "", file, shorten(row.task.text, 200))


def _kind(kind: str) -> str:
    return messages.text(f"gap.{kind}") if output.on_terminal() else kind


def _words(edges: Iterable[Edge], quotes: Quotes) -> tuple[str, str]:
    file, sentence = first_words(edges, quotes)
    return file, shorten(sentence, 200)
