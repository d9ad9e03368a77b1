"""`chidao render`: the chain of a document as one page."""

from __future__ import annotations

import re
from pathlib import Path

import click

from chidao import output
from chidao.opened import opened
from chidao.options import command_named, given, option
from chidao.render.page import html_page, network_page
from chidao.render.picture import picture
from queries.start import start
from queries.subgraph import Subgraph, subgraph

FORMS = {"pyvis": network_page, "html": html_page}


@command_named("render")
@click.argument("document", metavar="SYMBOL|FILE")
@option("-o", "--output", "path", type=click.Path(dir_okay=False))
@option("--format", "form", type=click.Choice(list(FORMS)), default="pyvis")
def command(*, document: str, path: str | None, form: str) -> None:
    """Write the page and say where it is."""
    with opened() as store:
        part = subgraph(store, start(store, document))
    page = FORMS[form](picture(part))
    if path == "-":
        output.emit_raw(page)
        return
    place = Path(path or f"{_file_name(part)}.html")
    place.write_text(page, encoding="utf-8", newline="\n")
    output.say("render.done", path=place, nodes=len(part.nodes), edges=len(part.edges))
    if part.left_out:
        output.say("render.left_out", count=part.left_out)
    if given().as_json:
        output.emit_json({"path": str(place), "nodes": len(part.nodes), "edges": len(part.edges)})


def _file_name(part: Subgraph) -> str:
    """The id of the document with what every file system takes."""
    return re.sub(r"[^\w.-]+", "-", part.start).strip("-.") or "chidao"
