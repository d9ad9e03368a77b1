"""`chidao export`: the whole graph for programs."""

from __future__ import annotations

import click

from chidao import output
from chidao.opened import opened
from chidao.options import command_named, option
from graph.export.jsonl import dump


@command_named("export")
@option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl")
@option("-o", "--output", "path", type=click.Path(dir_okay=False, writable=True), default="-")
def command(*, form: str, path: str) -> None:
    """One object a line, sorted: the same inputs give the same bytes."""
    with opened() as store, click.open_file(path, "w", encoding="utf-8", lazy=False) as file:
        for line in dump(store):
            file.write(line if line.endswith("\n") else line + "\n")
    if path != "-":
        output.say("export.done", path=path)
