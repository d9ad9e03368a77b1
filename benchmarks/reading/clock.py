"""Time as multiples of FLOOR, the least that must be done to a text: only ratios travel between machines."""

from __future__ import annotations

import statistics
import time
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Step = Callable[[], object]

LEAST = 0.05
"""Seconds: a shorter step is repeated until it has taken so long, or the clock would be measured."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run of a step takes: CPU seconds, and the multiple of FLOOR, medians of the rounds."""

    seconds: float
    floors: float


def floor(raw: Sequence[bytes]) -> int:
    """UTF-8 decoding, NFC and the count of "/" of each document."""
    return sum(unicodedata.normalize("NFC", data.decode("utf-8", "replace")).count("/") for data in raw)


def cpu(step: Step) -> float:
    """CPU seconds of one run of the step in this process."""
    runs = 0
    start = time.process_time()
    while (spent := time.process_time() - start) < LEAST:
        step()
        runs += 1
    return spent / runs


def in_turns(raw: Sequence[bytes], steps: Mapping[str, Step], *, rounds: int = 5) -> dict[str, Measured]:
    """FLOOR of these documents and each step, which take turns so that a busy machine slows all alike."""
    named = {"FLOOR": lambda: floor(raw), **steps}
    turns = [{name: cpu(step) for name, step in named.items()} for _ in range(rounds)]
    return {
        name: Measured(
            statistics.median(turn[name] for turn in turns),
            statistics.median(turn[name] / turn["FLOOR"] for turn in turns),
        )
        for name in named
    }
