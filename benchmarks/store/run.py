"""How the benchmarks of the store are called: how many documents, and where the store is kept."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def run(
    about: str | None, report: Callable[[Path, int], Iterable[str]], *, documents: int, store_help: str
) -> None:
    """Prints the report line by line; without `--store` the store goes when the run ends."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="?", type=int, default=documents)
    parser.add_argument("--store", type=Path, help=store_help)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for line in report(options.store or Path(folder, "bench.db"), options.documents):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
