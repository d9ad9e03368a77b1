"""One store made the same as another: only files that differ are sent, and those that went go too.

A graph is a function of its files, so what is copied is the files with their parses; the other store resolves
them by itself and holds the same nodes and edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from graph.batches import Progress, in_batches
from graph.identity import changes
from graph.store import GraphStore, View


@dataclass(frozen=True, slots=True)
class CopyReport:
    """How many files there are now, and what was done to them."""

    files: int
    new: int
    changed: int
    unchanged: int
    removed: int


def copy(source: View, target: GraphStore, *, progress: Progress | None = None) -> CopyReport:
    """Make `target` hold the files of `source` and no others; stopped and run again, it goes on."""
    wanted = {row.key: row for row in source.ledger()}
    there = {row.key: row for row in target.ledger()}
    gone = [key for key in there if key not in wanted]
    differing = [key for key, row in wanted.items() if there.get(key) != row]
    done, total = 0, len(gone) + len(differing)
    for keys in in_batches(gone, target.batch):
        target.update(partial(changes, put=(), remove=keys))
        done = _told(progress, done + len(keys), total)
    for keys in in_batches(differing, target.batch):
        target.update(partial(changes, put=list(source.files(keys).values())))
        done = _told(progress, done + len(keys), total)
    new = sum(key not in there for key in differing)
    return CopyReport(
        files=len(wanted),
        new=new,
        changed=len(differing) - new,
        unchanged=len(wanted) - len(differing),
        removed=len(gone),
    )


def _told(progress: Progress | None, done: int, total: int) -> int:
    if progress:
        progress(done, total)
    return done
