"""`chidao rebuild`: read again, from the stored text, what older rules read."""

from __future__ import annotations

from chidao import output
from chidao.commands.ingest import tell
from chidao.opened import opened
from chidao.options import command_named, option
from loaders import ingest


@command_named("rebuild")
@option("--all", "everything", is_flag=True)
def command(*, everything: bool) -> int:
    """Bring the graph to the rules of this version."""
    with opened(readonly=False) as store, output.progress("ingest.reading") as bar:
        report = ingest.rebuild(store, everything=everything, progress=bar)
    return tell(report)
