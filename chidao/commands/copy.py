"""`chidao copy`: one store made the same as another, an embedded one and a server for example."""

from __future__ import annotations

from dataclasses import asdict

from chidao import output
from chidao.opened import store_at
from chidao.options import command_named, given, option
from graph.copying import copy


@command_named("copy")
@option("--from", "source", metavar="URL", required=True)
@option("--to", "target", metavar="URL", required=True)
def command(*, source: str, target: str) -> None:
    """Only what differs is sent; what went goes there too."""
    with (
        store_at(source, readonly=True) as read,
        store_at(target, readonly=False) as written,
        output.progress("copy.sending") as bar,
    ):
        report = asdict(copy(read, written, progress=bar))
    output.say("copy.done", **report)
    if given().as_json:
        output.emit_json(report)
