"""The texts to measure on: synthetic ones with known citations (from ../shared), else samples/ repeated."""

from __future__ import annotations

import json
import subprocess
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import Literal

from loaders.plain_text import decode

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
DOCUMENTS = 2_000


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The symbols of one document in the order of its text, its own number first."""

    form: Literal["NFC", "NFD"]
    """As the text is written."""
    symbols: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files below one folder."""

    folder: Path
    name: str

    def files(self, count: int = DOCUMENTS) -> list[Path]:
        """The first files, in order."""
        return sorted((self.folder / "txt").rglob("*.txt"))[:count]

    def mentioned(self) -> Iterator[Mentioned]:
        """What each document cites, where that is known."""
        labels = self.folder / "gold.jsonl"
        for line in labels.read_text(encoding="utf-8").splitlines() if labels.exists() else ():
            document = json.loads(line)
            yield Mentioned(document["form"], tuple(cite[2] for cite in document["cites"]))

    def english(self, count: int) -> list[str]:
        """English texts with citations of courts; none where the corpus has none."""
        pack, places = self.folder / "en.pack", array("Q")
        if not pack.exists():
            return []
        places.frombytes(pack.with_suffix(".idx").read_bytes())
        data = pack.read_bytes()
        return [data[start:end].decode() for start, end in islice(pairwise(places), count)]


def make(folder: Path) -> Corpus:
    """Write the documents into a folder."""
    maker = SHARED / "bench" / "make_corpus.py"
    if maker.exists():
        seeds = SHARED / "gold" / "dev"
        command = [sys.executable, str(maker), "--seeds", str(seeds), "--out", str(folder)]
        subprocess.run([*command, "--docs", str(DOCUMENTS)], check=True, stdout=subprocess.DEVNULL)
        return Corpus(folder, "synthetic documents")
    _repeat_samples(folder / "txt")
    return Corpus(folder, "documents of samples/, repeated")


def _repeat_samples(folder: Path) -> None:
    """Each repetition has another last line, so that nobody gains by remembering a text."""
    folder.mkdir(parents=True)
    samples = [decode(path.read_bytes()) for path in sorted((ROOT / "samples").glob("*.txt"))]
    for n in range(DOCUMENTS):
        text = f"{samples[n % len(samples)]}\n{n}\n"
        Path(folder, f"{n:06}.txt").write_text(text, encoding="utf-8", newline="\n")
