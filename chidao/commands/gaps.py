"""`chidao gaps`: what is missing in the store and in what it holds."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import gaps as answers
from chidao.opened import opened
from chidao.options import command_named, given, option
from graph.export.details import details
from queries.evidence import quotes
from queries.gaps import gaps


@command_named("gaps")
@option("--limit", type=click.IntRange(1, 1000), default=20)
def command(*, limit: int) -> None:
    """Every kind of gap."""
    with opened() as store:
        answer = gaps(store, limit=limit)
        edges = [edge for one in answer.missing for edge in one.edges]
        edges += [edge for one in answer.outdated for edge in (one.edge, *one.ended_by)]
        words = quotes(store, edges)
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
