"""`chidao verify`: the citations of a draft, checked before it is signed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from chidao import exits, output
from chidao.answers import verify as answers
from chidao.opened import opened
from chidao.options import command_named, day, given, option, place_named
from graph.export.details import details
from graph.model import FileKey, SourceFile
from loaders import RULES_VERSION
from loaders.base import load
from loaders.read import read_text
from queries.evidence import quotes
from queries.verify import verify


@command_named("verify")
@click.argument("file", metavar="FILE")
@option("--on", "on_day", metavar="DATE")
@option("--jurisdiction", metavar="NAME")
def command(*, file: str, on_day: str | None, jurisdiction: str | None) -> int:
    """Found, wrong, superseded, not in the store, unreadable."""
    draft = _read(file, place_named(jurisdiction))
    with opened() as store:
        answer = verify(store, draft, day=day(on_day) or date.today().isoformat())
        words = quotes(store, (edge for one in answer.citations for edge in one.changed_by))
        beside = details(store, answer.nodes.values())
    if given().as_json:
        output.emit_json(answers.as_object(answer, file, words, beside))
    else:
        answers.show(answer)
    return exits.DONE if answer.clean else exits.SOME_FAILED


def _read(file: str, place: str | None) -> SourceFile:
    loaded = load(file)
    return SourceFile(
        key=FileKey(Path(file).name),
        sha256=loaded.sha256,
        text=loaded.text,
        parsed=read_text(loaded.text),
        rules=RULES_VERSION,
        jurisdiction=place,
    )
