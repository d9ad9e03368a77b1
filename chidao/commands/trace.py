"""`chidao trace`: where a document comes from, each hop with the words that prove it."""

from __future__ import annotations

import click

from chidao import output, views
from chidao.json_answers import trace_object
from chidao.opened import opened
from chidao.options import command_named, follow_kinds, given, option
from graph.export.details import Details, details
from queries.evidence import quotes
from queries.start import start
from queries.trace import trace


@command_named("trace")
@click.argument("document", metavar="SYMBOL|FILE")
@option("--all", "all_paths", is_flag=True)
@option("--follow", metavar="RELATIONS")
def command(*, document: str, all_paths: bool, follow: str | None) -> None:
    """The chains up to the sources."""
    with opened() as store:
        answer = trace(store, start(store, document), follow=follow_kinds(follow), all_paths=all_paths)
        words = quotes(store, (edge for path in answer.paths for hop in path for edge in hop.edges))
        beside = details(store, answer.nodes.values()) if given().as_json else Details()
    if given().as_json:
        output.emit_json(trace_object(answer, words, beside))
    else:
        views.trace(answer, words)
