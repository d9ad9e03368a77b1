"""`chidao related`: documents that rest on the same sources."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import related as answers
from chidao.opened import opened
from chidao.options import command_named, given, option
from graph.export.details import details
from queries.evidence import quotes
from queries.related import related
from queries.start import start


@command_named("related")
@click.argument("document", metavar="SYMBOL|FILE")
@option("--limit", type=click.IntRange(1, 1000), default=20)
def command(*, document: str, limit: int) -> None:
    """The closest documents first."""
    with opened() as store:
        answer = related(store, start(store, document), limit=limit)
        words = quotes(store, (*answer.own, *(edge for one in answer.relatives for edge in one.edges)))
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
