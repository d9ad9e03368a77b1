"""`chidao search`: documents, agencies, tasks and topics, typed without diacritics."""

from __future__ import annotations

import click

from chidao import exits, output, views
from chidao.json_answers import search_object
from chidao.opened import opened
from chidao.options import command_named, given, option
from graph.export.details import Details, details
from queries.search import search


@command_named("search")
@click.argument("words", nargs=-1, required=True, metavar="TEXT…")
@option("--limit", type=click.IntRange(1, 1000), default=20)
def command(*, words: tuple[str, ...], limit: int) -> int:
    """The best hits first."""
    text = " ".join(words)
    with opened() as store:
        hits = search(store, text, limit=limit)
        beside = details(store, (hit.node for hit in hits)) if given().as_json else Details()
    if given().as_json:
        output.emit_json(search_object(hits, beside))
    elif hits:
        views.hits(hits)
    else:
        output.say("search.nothing", text=text)
    return exits.DONE if hits else exits.NOT_FOUND
