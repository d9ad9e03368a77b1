"""How well files are read: the figures of score.py over a folder of labelled documents.

    python benchmarks/accuracy.py GOLD [--only NAME,NAME] [--errors N]

GOLD holds dev/NAME.txt, dev/NAME.gold.json and score.py. `--aside` scores apart the documents that were kept
aside while rules were written: the gap to the others shows whether rules or documents were learnt.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ASIDE = ("017", "043", "058", "071", "083", "098", "101")
"""Labelled documents that nobody looks at while writing rules."""

SUMS = ("numbered", "named", "draft", "anaphora", "task")


def score(gold: Path, names: Iterable[str], *, errors: int = 0) -> dict[str, Any]:
    """Read these documents with `chidao parse --jsonl` and give the figures of score.py."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in names:
            for suffix in (".txt", ".gold.json"):
                shutil.copy(gold / "dev" / (name + suffix), place)
        files = sorted(place.glob("*.txt"))
        command = [sys.executable, "-m", "chidao", "parse", "--jsonl", *map(str, files)]
        lines = subprocess.run(command, check=True, capture_output=True).stdout
        predictions = place / "predictions.jsonl"
        predictions.write_bytes(lines)
        scorer = [
            sys.executable,
            str(gold / "score.py"),
            folder,
            str(predictions),
            "--json",
            f"--errors={errors}",
        ]
        done = subprocess.run(scorer, check=True, capture_output=True, encoding="utf-8")
        sys.stderr.write(done.stderr)
        figures: dict[str, Any] = json.loads(done.stdout)
        return figures


def names(gold: Path) -> list[str]:
    """Every labelled document."""
    return sorted(path.name.removesuffix(".gold.json") for path in (gold / "dev").glob("*.gold.json"))


def rows(figures: dict[str, Any]) -> dict[str, float]:
    """The figures as one flat table: F1 of the findings, accuracy of their fields."""
    flat = {f"{name} F1": figures[name]["f1"] for name in SUMS}
    return flat | {name: row["accuracy"] for name, row in figures["accuracy"].items()}


def main() -> None:
    """Print one table: all documents, those worked on, those kept aside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    every = names(options.gold)
    aside = [name for name in every if name in ASIDE]
    worked = [name for name in every if name not in ASIDE]
    tables = [
        rows(score(options.gold, every, errors=options.errors)),
        rows(score(options.gold, worked)),
        rows(score(options.gold, aside)),
    ]
    sys.stdout.write(f"| {'':32} | all {len(every):3} | worked {len(worked):2} | aside {len(aside):2} |\n")
    sys.stdout.write("|---|---|---|---|\n")
    for name in tables[0]:
        cells = " | ".join(f"{table.get(name, float('nan')):.4f}" for table in tables)
        sys.stdout.write(f"| {name:32} | {cells} |\n")


if __name__ == "__main__":
    main()
