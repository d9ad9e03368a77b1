"""`chidao impact`: what hangs on a document."""

from __future__ import annotations

import click

from chidao import output, views
from chidao.json_answers import impact_object
from chidao.opened import opened
from chidao.options import command_named, follow_kinds, given, option
from graph.export.details import Details, details
from queries.evidence import quotes
from queries.impact import impact
from queries.start import start


@command_named("impact")
@click.argument("document", metavar="SYMBOL|FILE")
@option("--follow", metavar="RELATIONS")
def command(*, document: str, follow: str | None) -> None:
    """Every document below, and the tasks in them."""
    with opened() as store:
        answer = impact(store, start(store, document), follow=follow_kinds(follow))
        words = quotes(store, (edge for below in answer.documents for edge in below.hop.edges))
        beside = details(store, answer.nodes.values()) if given().as_json else Details()
    if given().as_json:
        output.emit_json(impact_object(answer, words, beside))
    else:
        views.impact(answer, words)
