"""`chidao chain`: one duty from its central source to those who are told."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import chain as answers
from chidao.opened import opened
from chidao.options import command_named, given
from graph.export.details import details
from queries.chain import chain, task_named
from queries.evidence import quotes


@command_named("chain")
@click.argument("task", metavar="TASK")
def command(*, task: str) -> None:
    """One hop a line with its quote."""
    with opened() as store:
        answer = chain(store, task_named(store, task))
        edges = [edge for hop in answer.down for edge in hop.edges]
        words = quotes(store, (*edges, *answer.assigned, *answer.roles))
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
