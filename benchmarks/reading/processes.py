"""Two processes against one: `ingest` as it works, without the writing."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from graph.open_store import open_store
from loaders.ingest import ingest
from reading.corpus import Corpus
from reading.table import Bar, head, row

BAR = Bar(1.3, 1.5, at_least=True)
ROUNDS = 3
LONG_ENOUGH = 4.0
"""Seconds that one process should read, so that starting the others does not count for too much."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of one ingest: by the clock on the wall, and of CPU in all its processes."""

    wall: float
    cpu: float


def print_processes(corpus: Corpus) -> None:
    """The gain by the clock, and what the CPU time would allow on two cores that nobody else uses."""
    with tempfile.TemporaryDirectory() as folder:
        probe = corpus.files(50)
        count = int(LONG_ENOUGH * len(probe) / _ingest(probe, folder, workers=1).cpu)
        files = corpus.files(max(count, 200))
        turns = [[_ingest(files, folder, workers=n) for n in (1, 2)] for _ in range(ROUNDS)]
    gain = statistics.median(one.wall / two.wall for one, two in turns)
    allowed = statistics.median(2 * one.cpu / two.cpu for one, two in turns)
    busy = f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else ""
    title = f"{len(files):,} documents, {ROUNDS} rounds"
    head(title, "times faster", "load of the machine", "bar", "reached")
    row("two processes against one, wall", f"{gain:.2f}", busy, *BAR.cells(gain))
    row("at most, by the CPU time of all processes", f"{allowed:.2f}", "", "", "")


def _ingest(files: list[Path], folder: str, *, workers: int) -> Spent:
    with open_store(str(Path(folder, "empty.db"))) as store:
        wall, cpu = time.perf_counter(), _cpu_of_all()
        ingest(store, files, workers=workers, dry_run=True)
        return Spent(time.perf_counter() - wall, _cpu_of_all() - cpu)


def _cpu_of_all() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    return sum(os.times()[:4])
