"""Memory of reading, above an interpreter that has only imported the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reading.corpus import Corpus
from reading.table import Bar, head, row

BAR = Bar(40, 15)
COUNTS = (200, 2_000)


def print_memory(corpus: Corpus) -> None:
    """Peaks after some and after many documents, which one process reads one by one."""
    program = Path(__file__).with_name("one_by_one.py")
    command = [sys.executable, str(program), str(corpus.folder / "txt"), *map(str, COUNTS)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    bare, imported, *peaks = (int(line) / 1024 for line in told)
    head("peak memory", "MB", "bar", "reached")
    row("interpreter", f"{bare:.1f}", "", "")
    row("import of the package, above that", f"{imported - bare:.1f}", "", "")
    for count, peak in zip(COUNTS, peaks, strict=True):
        above = peak - imported
        row(f"{count:,} documents read, above both", f"{above:.1f}", *BAR.cells(above))
