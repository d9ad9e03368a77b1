"""The reader reads everything: no real document makes it fail, and every span lies in its text."""

from __future__ import annotations

from pathlib import Path

from loaders.base import load
from loaders.read import read_text


def test_the_whole_corpus_is_read(shared_dir: Path) -> None:
    paths = sorted((shared_dir / "corpus").glob("*.txt")) + sorted(
        (shared_dir / "gold" / "dev").glob("*.txt")
    )
    assert len(paths) >= 100
    for path in paths:
        text = load(path).text
        parsed = read_text(text)
        for found in (*parsed.citations, *parsed.tasks, *parsed.topics):
            assert 0 <= found.start < found.end <= len(text), path.name
