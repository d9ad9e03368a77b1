"""`chidao export`: the whole graph for programs."""

from __future__ import annotations

from pathlib import Path

import click

from chidao import output
from chidao.opened import opened
from chidao.options import command_named, option
from graph.errors import UsageError
from graph.export.jsonl import dump
from graph.store import View

FORMATS = ("jsonl", "neo4j-csv")


@command_named("export")
@option("--format", "form", type=click.Choice(FORMATS), default="jsonl")
@option("-o", "--output", "path", type=click.Path(writable=True), default="-")
def command(*, form: str, path: str) -> None:
    """One object a line, sorted: the same inputs give the same bytes. Or a folder of files for Neo4j."""
    with opened() as store:
        if form == "jsonl":
            _write_lines(store, path)
        else:
            _write_folder(store, path)
    if path != "-":
        output.say("export.done" if form == "jsonl" else "export.folder", path=path)


def _write_lines(store: View, path: str) -> None:
    with click.open_file(path, "w", encoding="utf-8", lazy=False) as file:
        for line in dump(store):
            file.write(line if line.endswith("\n") else line + "\n")


def _write_folder(store: View, path: str) -> None:
    from graph.export.neo4j_csv import write  # noqa: PLC0415

    if path == "-":
        raise UsageError(
            "neo4j-csv is a folder of files; name it with --output FOLDER", code="export_needs_folder"
        )
    write(store, Path(path))
