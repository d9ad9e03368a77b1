"""`chidao lineage`: the duty above that one carries out, and those below that carry it out."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import lineage as answers
from chidao.opened import opened
from chidao.options import command_named, given, option
from graph.export.details import details
from queries.chain import task_named
from queries.evidence import quotes
from queries.lineage import lineage


@command_named("lineage")
@click.argument("task", metavar="TASK")
@option("--limit", type=click.IntRange(1, 1000), default=20)
def command(*, task: str, limit: int) -> None:
    """The most alike first; all of it is inferred."""
    with opened() as store:
        answer = lineage(store, task_named(store, task), limit=limit)
        words = quotes(store, answers.edges(answer))
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
