"""Reads labelled documents with `chidao parse` and scores them with the score.py beside the labels."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ASIDE = ("017", "043", "058", "071", "083", "098", "101")
"""Labelled documents that were kept aside while the first rules were written."""

SUMS = ("numbered", "named", "draft", "anaphora", "task")

UNSEEN = Path(__file__).with_name("unseen")
"""Our own labels of other real documents, made by two readers before the program had read them."""

Counts = dict[str, tuple[int, int]]
"""For each figure: how many are right, of how many (an F1: twice the hits, of all there is)."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its labels."""

    name: str
    """With its round before it: one document may have labels of several."""
    text: Path
    labels: Path

    def copy_into(self, folder: str) -> Path:
        """A copy of the text, of a long one only the beginning that was labelled ("characters")."""
        length = json.loads(self.labels.read_text(encoding="utf-8")).get("characters")
        copy = Path(folder, f"{self.name}.txt")
        copy.write_text(_read_text(self.text)[:length], encoding="utf-8", newline="")
        return copy


def gold(shared: Path) -> list[Labelled]:
    """The documents that come with labels."""
    folder = shared / "gold" / "dev"
    return [
        Labelled(path.name.removesuffix(".gold.json"), path.with_name(_text_name(path)), path)
        for path in sorted(folder.glob("*.gold.json"))
    ]


def unseen(shared: Path, round_: str) -> list[Labelled]:
    """The documents of the corpus that we labelled in one round ("first", "second")."""
    found = sorted((UNSEEN / round_).glob("*.gold.json"))
    texts = [shared / "corpus" / _text_name(path) for path in found]
    return [Labelled(f"{round_} {text.stem}", text, path) for text, path in zip(texts, found, strict=True)]


def _read_text(path: Path) -> str:
    """The text with its line ends as they are, which offsets count."""
    with path.open(encoding="utf-8", newline="") as source:
        return source.read()


def _text_name(labels: Path) -> str:
    return labels.name.replace(".gold.json", ".txt")


def counts(documents: Sequence[Labelled], shared: Path, *, show_errors: int = 0) -> dict[str, Counts]:
    """The figures of each document; errors go to standard error as score.py prints them."""
    predictions = _read(documents)
    return {
        document.name: _counted(_scored(document, predictions, shared, show_errors=show_errors))
        for document in documents
    }


def pooled(documents: Iterable[Counts]) -> dict[str, float]:
    """The figures of several documents together, between 0 and 1."""
    sums: dict[str, list[int]] = {}
    for document in documents:
        for figure, (right, of) in document.items():
            row = sums.setdefault(figure, [0, 0])
            row[0] += right
            row[1] += of
    return {figure: right / of if of else 1.0 for figure, (right, of) in sums.items()}


def _read(documents: Sequence[Labelled]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        texts = [str(one.copy_into(folder)) for one in documents]
        command = [sys.executable, "-m", "chidao", "parse", "--jsonl", *texts]
        return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def _scored(document: Labelled, predictions: str, shared: Path, *, show_errors: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        document.copy_into(folder)
        shutil.copy(document.labels, Path(folder, f"{document.name}.gold.json"))
        lines = Path(folder, "predictions.jsonl")
        lines.write_text(predictions, encoding="utf-8")
        script = shared / "gold" / "score.py"
        command = [sys.executable, str(script), folder, str(lines), "--json", f"--errors={show_errors}"]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    sys.stderr.write(done.stderr)
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored


def _counted(scored: dict[str, Any]) -> Counts:
    found = {name: scored[name] for name in SUMS}
    flat = {
        f"{name} F1": (2 * row["tp"], 2 * row["tp"] + row["fp"] + row["fn"]) for name, row in found.items()
    }
    return flat | {name: (row["right"], row["of"]) for name, row in scored["accuracy"].items()}
