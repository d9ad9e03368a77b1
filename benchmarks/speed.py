"""How fast files are read, as multiples of the least that must be done to a text.

    python benchmarks/speed.py [FOLDER …]

FLOOR is UTF-8 decoding, NFC and the count of "/" of each document. All steps take turns in one process, on
the documents of the folders (samples/ by default); the figure is the median of the rounds, in CPU time.
"""

from __future__ import annotations

import statistics
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from loaders.citations import read_citations
from loaders.header import read_header
from loaders.layout.regions import regions
from loaders.plain_text import decode
from loaders.read import read_text
from loaders.symbols import find
from loaders.tasks import read_tasks
from loaders.topics import read_topics

ROUNDS = 5
MEGABYTE = 1_000_000
HOSTILE = {
    "digits": "1234567890",
    "slashes": "12/34/",
    "blank lines": "\n \n",
    "brackets": "([(",
    "laws": "Luật A ",
}
"""What is repeated to a text that should cost no more than its length."""


def main() -> None:
    """Print the tables."""
    folders = [Path(name) for name in sys.argv[1:]] or [Path(__file__).parents[1] / "samples"]
    raw = [path.read_bytes() for folder in folders for path in sorted(folder.glob("*.txt"))]
    _print_steps(raw)
    _print_hostile("".join(decode(data, name="") for data in raw))


def _print_steps(raw: list[bytes]) -> None:
    texts = [decode(data, name="") for data in raw]
    parts = [regions(text) for text in texts]
    headers = [read_header(text, part) for text, part in zip(texts, parts, strict=True)]
    cited = [read_citations(t, p, h)[0] for t, p, h in zip(texts, parts, headers, strict=True)]
    steps: dict[str, Callable[[], object]] = {
        "FLOOR": lambda: [
            unicodedata.normalize("NFC", data.decode("utf-8", "replace")).count("/") for data in raw
        ],
        "numbers": lambda: [find(text) for text in texts],
        "parts of the document": lambda: [regions(text) for text in texts],
        "header": lambda: [read_header(*each) for each in zip(texts, parts, strict=True)],
        "citations": lambda: [read_citations(*each) for each in zip(texts, parts, headers, strict=True)],
        "duties": lambda: [read_tasks(*each) for each in zip(texts, parts, headers, cited, strict=True)],
        "named systems": lambda: [read_topics(text) for text in texts],
        "all": lambda: [read_text(text) for text in texts],
    }
    rounds = [{name: _cpu(step) for name, step in steps.items()} for _ in range(ROUNDS)]
    medians = {name: statistics.median(each[name] for each in rounds) for name in steps}
    characters = sum(map(len, texts))
    _row("step", "x FLOOR", "MB/s")
    _row("---", "---", "---")
    for name, seconds in medians.items():
        _row(name, f"{seconds / medians['FLOOR']:.0f}", f"{characters / seconds / MEGABYTE:.2f}")


def _print_hostile(normal: str) -> None:
    sys.stdout.write("\n")
    size = MEGABYTE // 4
    usual = _cpu(lambda: read_text((normal * (size // len(normal) + 1))[:size]))
    _row("250 KB of", "x a normal text of this length")
    _row("---", "---")
    for name, unit in HOSTILE.items():
        text = (unit * (size // len(unit) + 1))[:size]
        _row(name, f"{_cpu(lambda text=text: read_text(text)) / usual:.2f}")


def _cpu(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start


def _row(*cells: str) -> None:
    sys.stdout.write("| " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()
