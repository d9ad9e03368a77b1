"""`chidao history`: what became of a document, and how it stands on a day."""

from __future__ import annotations

from datetime import date

import click

from chidao import output
from chidao.answers import history as answers
from chidao.opened import opened
from chidao.options import command_named, day, given, option
from graph.export.details import details
from queries.evidence import quotes
from queries.history import history
from queries.start import start


@command_named("history")
@click.argument("document", metavar="SYMBOL|FILE")
@option("--on", "on_day", metavar="DATE")
def command(*, document: str, on_day: str | None) -> None:
    """Amended, replaced, repealed, by what and when."""
    with opened() as store:
        answer = history(store, start(store, document), day=day(on_day) or date.today().isoformat())
        words = quotes(
            store,
            (edge for one in (*answer.changed_by, *answer.changes, *answer.proposed) for edge in one.edges),
        )
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, words, beside))
    else:
        answers.show(answer, words)
