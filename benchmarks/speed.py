"""How fast files are read: ratios of CPU time inside one run, with the bars that they must reach.

    python benchmarks/speed.py [FOLDER …] [--only steps,hostile,memory,processes,peers]

The steps are measured on the documents of the folders (the labelled ones of ../shared, else samples/) and on
synthetic ones, whose citations are known. FLOOR is UTF-8 decoding, NFC and the count of "/" of each document.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path

from reading import recall
from reading.corpus import ROOT, SHARED, Corpus, make
from reading.hostile import print_hostile
from reading.memory import print_memory
from reading.peers import print_peers
from reading.processes import print_processes
from reading.steps import Documents, print_ingest, print_steps
from reading.table import title

TIMED = 100
"""Synthetic documents that the steps are measured on: a third of a megabyte."""
ENGLISH = 50


@dataclass(frozen=True)
class Texts:
    """What all tables are measured on, made when a table first wants it."""

    given: Documents
    made: Corpus

    @cached_property
    def timed(self) -> Documents:
        """The first synthetic documents."""
        return Documents([path.read_bytes() for path in self.made.files(TIMED)])

    @cached_property
    def wanted(self) -> list[list[recall.Place]]:
        """The symbols known to stand in each of them; nothing where nothing is known."""
        mentioned = islice(self.made.mentioned(), TIMED)
        return [list(recall.places(*each)) for each in zip(self.timed.texts, mentioned, strict=False)]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--only", default=",".join(SECTIONS), help="names of tables, with commas between")
    options = parser.parse_args()
    wanted = options.only.split(",")
    if unknown := set(wanted) - SECTIONS.keys():
        parser.error(f"no such table: {', '.join(sorted(unknown))}; there are {', '.join(SECTIONS)}")
    labelled = SHARED / "gold" / "dev"
    folders = options.folders or [labelled if labelled.is_dir() else ROOT / "samples"]
    given = Documents([path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))])
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        texts = Texts(given, make(Path(place)))
        for name in wanted:
            SECTIONS[name](texts)
    sys.stdout.write(f"\n{time.perf_counter() - started:.0f} seconds\n")


def _steps(texts: Texts) -> None:
    title(f"Steps, {len(texts.given.raw)} documents of the folders")
    print_steps(texts.given)
    title(f"Steps, {len(texts.timed.raw)} {texts.made.name}")
    print_steps(texts.timed)
    print_ingest(texts.timed, texts.made.files(TIMED))
    if texts.wanted:
        title("Symbols known to stand in these, found at their offsets")
        recall.print_recall(texts.timed, texts.wanted)


def _hostile(texts: Texts) -> None:
    title("Hostile text")
    print_hostile("".join(texts.given.texts))


def _memory(texts: Texts) -> None:
    title(f"Memory, {texts.made.name}")
    print_memory(texts.made)


def _processes(texts: Texts) -> None:
    title(f"Processes, {texts.made.name}")
    print_processes(texts.made)


def _peers(texts: Texts) -> None:
    title(f"Peers, {len(texts.timed.raw)} {texts.made.name}; the bar is against citations")
    print_peers(texts.timed, texts.wanted, texts.made.english(ENGLISH))


SECTIONS: dict[str, Callable[[Texts], None]] = {
    "steps": _steps,
    "hostile": _hostile,
    "memory": _memory,
    "processes": _processes,
    "peers": _peers,
}

if __name__ == "__main__":
    main()
