"""`chidao demo`: the sample story, from files to answers and a picture."""

from __future__ import annotations

from pathlib import Path

import click

from chidao import messages, output, views
from chidao.json_answers import report_object
from chidao.options import command_named, given, option
from chidao.ownership import HOME
from chidao.render.page import network_page
from chidao.render.picture import picture
from graph.model import NodeId
from graph.open_store import open_store
from graph.store import GraphStore
from loaders.ingest import IngestReport, ingest
from queries.evidence import quotes
from queries.start import start
from queries.subgraph import subgraph
from queries.tasks import tasks
from queries.trace import trace

CHAINS = 2
"""Chains that the story shows in full."""
DIRECTIVE = "07-chi-thi-15-ct-ubnd.txt"
"""The province's directive, with which the story begins."""


@command_named("demo")
@option("--folder", type=click.Path(file_okay=False), default="demo", show_default=True)
def command(*, folder: str) -> None:
    """Ingest the samples, answer three questions, draw the picture."""
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    typed = given().store
    url = typed.value if typed.origin == "--store" else f"sqlite:///{place / 'chidao.db'}"
    with open_store(url) as store:
        report = _read(store)
        directive = start(store, DIRECTIVE)
        if not given().as_json:
            _answer(store, directive)
        page = network_page(picture(subgraph(store, directive)))
    drawn = _write(place / "15-CT-UBND.html", page)
    if given().as_json:
        output.emit_json(
            {"ingest": report_object(report), "store": url, "picture": str(place / "15-CT-UBND.html")}
        )
    else:
        _say_what_next(url, place, changed=drawn or report.unchanged < report.files)


def samples() -> Path:
    """The sample files: in the wheel beside the package, in a checkout beside the packages."""
    shipped = HOME / "chidao" / "samples"
    return shipped if shipped.is_dir() else HOME / "samples"


def _read(store: GraphStore) -> IngestReport:
    with output.progress("ingest.reading") as bar:
        report = ingest(store, [samples()], progress=bar)
    output.say("ingest.done", **report_object(report) | {"failed": len(report.failed)})
    return report


def _answer(store: GraphStore, directive: NodeId) -> None:
    chain = trace(store, directive)
    words = quotes(store, (edge for path in chain.paths for hop in path for edge in hop.edges))
    output.title("demo.trace")
    views.chains(chain, words, most=CHAINS)
    if len(chain.paths) > CHAINS:
        output.emit_visible(messages.text("demo.more", count=len(chain.paths) - CHAINS))
    output.title("demo.tasks")
    views.duties(tasks(store, document=directive))


def _write(path: Path, page: str) -> bool:
    """Write the page unless it is there already; whether it was written."""
    if path.is_file() and path.read_text(encoding="utf-8") == page:
        return False
    path.write_text(page, encoding="utf-8", newline="\n")
    return True


def _say_what_next(url: str, folder: Path, *, changed: bool) -> None:
    output.title("demo.next")
    output.emit_visible(str(folder / "15-CT-UBND.html"))
    for line in ("trace 15/CT-UBND", "tasks --owner 'so khcn'", "search 'ho so'", "impact 57-NQ/TW"):
        output.emit_visible(f"   chidao --store {url} {line}")
    if not changed:
        output.say("demo.unchanged")
