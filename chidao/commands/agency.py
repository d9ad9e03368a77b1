"""`chidao agency`: a page of one office."""

from __future__ import annotations

import click

from chidao import output
from chidao.answers import agency as answers
from chidao.opened import opened
from chidao.options import command_named, given
from graph.export.details import details
from queries.agency import agency
from queries.evidence import quotes


@command_named("agency")
@click.argument("name", metavar="NAME")
def command(*, name: str) -> None:
    """Issued, received, leads, coordinates, hears of."""
    with opened() as store:
        answer = agency(store, name)
        words = quotes(
            store, (edge for letters in answer.letters.values() for one in letters for edge in one.edges)
        )
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
