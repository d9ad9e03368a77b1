"""What each step of reading costs, as multiples of FLOOR."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path

from graph.model import Citation, Header
from graph.open_store import open_store
from loaders.citations import read_citations
from loaders.header import read_header
from loaders.ingest import ingest
from loaders.layout.regions import Regions, regions
from loaders.plain_text import decode
from loaders.read import read_text
from loaders.symbols import find
from loaders.tasks import read_tasks
from loaders.topics import read_topics
from reading.clock import Measured, Step, in_turns
from reading.table import Bar, head, judged, row, short

BARS = {"citations": Bar(10, 5), "all": Bar(100, 15), "ingest into a store": Bar(200, 60)}
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Documents:
    """Documents with what the earlier steps say of them, which the later ones start from."""

    raw: Sequence[bytes]

    @cached_property
    def texts(self) -> list[str]:
        """Decoded."""
        return [decode(data) for data in self.raw]

    @cached_property
    def parts(self) -> list[Regions]:
        """The parts of each."""
        return [regions(text) for text in self.texts]

    @cached_property
    def headers(self) -> list[Header]:
        """What each says of itself."""
        return [read_header(*each) for each in zip(self.texts, self.parts, strict=True)]

    @cached_property
    def cited(self) -> list[tuple[Citation, ...]]:
        """The citations of each."""
        every = zip(self.texts, self.parts, self.headers, strict=True)
        return [read_citations(*each)[0] for each in every]


def steps(documents: Documents) -> dict[str, Step]:
    """Each step over all documents, given what the steps before it found; "all" starts from the text."""
    texts, parts, headers = documents.texts, documents.parts, documents.headers
    cited = documents.cited
    return {
        "numbers": lambda: [find(text) for text in texts],
        "parts of the document": lambda: [regions(text) for text in texts],
        "header": lambda: [read_header(*each) for each in zip(texts, parts, strict=True)],
        "citations": lambda: [read_citations(*each) for each in zip(texts, parts, headers, strict=True)],
        "duties": lambda: [read_tasks(*each) for each in zip(texts, parts, headers, cited, strict=True)],
        "named systems": lambda: [read_topics(text) for text in texts],
        "all": lambda: [read_text(text) for text in texts],
    }


def print_steps(documents: Documents) -> None:
    """The table of the steps."""
    head("step", "x FLOOR", "MB/s", "documents/s", "bar", "reached")
    for name, each in in_turns(documents.raw, steps(documents)).items():
        _print_step(name, each, documents)


def print_ingest(documents: Documents, files: Sequence[Path]) -> None:
    """One more row: the whole way of these documents, from their files into a store on the disk."""
    name = "ingest into a store"
    with tempfile.TemporaryDirectory() as folder:
        measured = in_turns(documents.raw, {name: _into_store(files, folder)}, rounds=3)
    _print_step(name, measured[name], documents)


def _print_step(name: str, each: Measured, documents: Documents) -> None:
    megabytes = sum(map(len, documents.raw)) / MEGABYTE
    speed = f"{megabytes / each.seconds:.3g}", f"{len(documents.raw) / each.seconds:.0f}"
    row(name, short(each.floors), *speed, *judged(each.floors, BARS.get(name)))


def _into_store(files: Sequence[Path], folder: str) -> Step:
    """One process reads, resolves and writes; every run makes a store of its own."""
    number = count()

    def run() -> None:
        with open_store(str(Path(folder, f"{next(number)}.db"))) as store:
            ingest(store, files, workers=1)

    return run
