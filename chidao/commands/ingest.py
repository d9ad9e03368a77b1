"""`chidao ingest`: files and folders into the store."""

from __future__ import annotations

import click

from chidao import exits, messages, output
from chidao.json_answers import report_object
from chidao.opened import opened
from chidao.options import command_named, given, option, paths_given, place_named
from loaders import ingest
from loaders.ingest import IngestReport


@command_named("ingest")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@option("--remove", is_flag=True)
@option("--replace", is_flag=True)
@option("--jurisdiction", metavar="NAME")
@option("--workers", type=click.IntRange(1, 64))
@option("--dry-run", is_flag=True)
def command(
    *,
    paths: tuple[str, ...],
    remove: bool,
    replace: bool,
    jurisdiction: str | None,
    workers: int | None,
    dry_run: bool,
) -> int:
    """Read files into the store, or take them out of it."""
    wanted = list(paths_given(paths))
    place = place_named(jurisdiction)
    with opened(readonly=False) as store:
        if remove:
            report = ingest.remove(store, wanted, dry_run=dry_run)
        else:
            with output.progress("ingest.reading") as bar:
                report = ingest.ingest(
                    store,
                    wanted,
                    replace_folder=replace,
                    jurisdiction=place,
                    workers=workers,
                    progress=bar,
                    dry_run=dry_run,
                )
    return tell(report, dry_run=dry_run)


def tell(report: IngestReport, *, dry_run: bool = False) -> int:
    """What was done, to people and programs; the exit status."""
    for failure in report.failed:
        output.fail(messages.of(failure))
    if report.without_jurisdiction:
        output.say(
            "ingest.no_place",
            count=len(report.without_jurisdiction),
            files=", ".join(report.without_jurisdiction[:3]),
        )
    counts = report_object(report)
    output.say("ingest.dry" if dry_run else "ingest.done", **counts | {"failed": len(report.failed)})
    if given().as_json:
        output.emit_json(counts)
    return exits.SOME_FAILED if report.failed else exits.DONE
