"""Reading real documents does not get worse: bars over the labelled documents."""

from __future__ import annotations

from pathlib import Path

import pytest
import scoring

BARS = {
    "numbered F1": 0.97,
    "named F1": 0.80,
    "task F1": 0.80,
    "task.lead": 0.90,
    "task.deadline": 0.93,
    "document.symbol": 0.95,
    "document.type": 0.95,
    "document.date": 0.95,
}


@pytest.fixture(scope="module")
def figures(shared_dir: Path) -> dict[str, float]:
    return scoring.pooled(scoring.counts(scoring.gold(shared_dir), shared_dir).values())


@pytest.mark.parametrize(("name", "bar"), BARS.items())
def test_bar(figures: dict[str, float], name: str, bar: float) -> None:
    assert figures[name] >= bar
