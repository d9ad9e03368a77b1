"""`chidao check`: what is wrong in the data."""

from __future__ import annotations

from chidao import output
from chidao.answers import check as answers
from chidao.opened import opened
from chidao.options import command_named, given
from graph.export.details import details
from queries.check import check


@command_named("check")
def command() -> None:
    """Contradictions, open mentions, files without a place, misprints."""
    with opened() as store:
        answer = check(store)
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, beside))
    else:
        answers.show(answer)
