"""The answer of `chidao agency`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, first_words, name, proofs
from chidao.json_answers import nodes_object, reach_object, step_object, task_object
from chidao.labels import shorten
from chidao.views import TASK_COLUMNS, described, task_row
from graph.export.jsonl import node_object

if TYPE_CHECKING:
    from graph.export.details import Details
    from graph.vocabulary.succession import Step
    from queries.agency import AgencyPage
    from queries.owners import Holder

COLUMNS = ("role", "document", "file", "quote")


def as_object(answer: AgencyPage, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/agency.json says."""
    return {
        "agencies": [node_object(agency) for agency in answer.agencies],
        "successors": {id: [step_object(step) for step in chain] for id, chain in answer.successors.items()},
        "nodes": nodes_object(answer.nodes, beside),
        "coverage": reach_object(answer.nodes),
        "letters": {
            role: [{"document": one.document, "evidence": proofs(one.edges, quotes)} for one in letters]
            for role, letters in answer.letters.items()
        },
        "tasks": {role: [task_object(row) for row in rows] for role, rows in answer.tasks.items()},
        "through": [
            {
                "agency": node_object(one.holder.agency),
                "reason": one.holder.reason,
                "steps": [step_object(step) for step in one.holder.steps],
                "tasks": [task_object(row) for row in one.tasks],
            }
            for one in answer.through
        ],
    }


def show(answer: AgencyPage, quotes: Quotes) -> None:
    """Who it is today, its letters, its duties, and those it may have through others."""
    for agency in answer.agencies:
        output.heading(described(agency))
        for step in answer.successors.get(agency.id, ()):
            output.emit_visible(f"   → {_words(step)}")
    output.table(COLUMNS, list(_letters(answer, quotes)))
    for role, rows in answer.tasks.items():
        if rows:
            output.heading(messages.text(f"agency.{role}"))
            output.table(TASK_COLUMNS, [task_row(row) for row in rows])
    for one in answer.through:
        output.heading(
            f"{messages.text('agency.through')}: {described(one.holder.agency)} ({_reason(one.holder)})"
        )
        output.table(TASK_COLUMNS, [task_row(row) for row in one.tasks])


def _letters(answer: AgencyPage, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for role, letters in answer.letters.items():
        word = messages.text(f"agency.{role}") if output.on_terminal() else role
        for one in letters:
            file, sentence = first_words(one.edges, quotes)
            yield (word, name(answer.nodes, one.document), file, shorten(sentence, 160))


def _reason(holder: Holder) -> str:
    steps = "; ".join(_words(step) for step in holder.steps)
    word = messages.text(f"reason.{holder.reason}")
    return f"{word}: {steps}" if steps else word


def _words(step: Step) -> str:
    who = step.agency.name if step.agency else step.holder or ""
    return f"{who} ({step.effective}, {step.basis})" if step.basis else f"{who} ({step.effective})"
