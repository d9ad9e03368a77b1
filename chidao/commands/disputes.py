"""`chidao disputes`: one duty claimed for different owners."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import disputes as answers
from chidao.opened import opened
from chidao.options import command_named, given, option
from graph.export.details import details
from queries.disputes import disputes
from queries.evidence import quotes_at


@command_named("disputes")
@option("--limit", type=click.IntRange(1, 1000), default=100)
def command(*, limit: int) -> None:
    """Every kind of dispute, with both quotes."""
    with opened() as store:
        answer = disputes(store, limit=limit)
        words = quotes_at(store, answers.places(answer))
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
