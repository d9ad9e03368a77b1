"""Rows of a table, and the bars that stand beside the figures."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach, and what is aimed at."""

    must: float
    aim: float
    at_least: bool = False
    """More is better."""

    def cells(self, value: float) -> tuple[str, str]:
        """The bar, and how far the value has come."""
        sign = ">=" if self.at_least else "<="
        return f"{sign} {self.must:g}, aim {self.aim:g}", self.reached(value)

    def reached(self, value: float) -> str:
        """aim | bar | no."""
        if self._holds(value, self.aim):
            return "aim"
        return "bar" if self._holds(value, self.must) else "no"

    def _holds(self, value: float, limit: float) -> bool:
        return value >= limit if self.at_least else value <= limit


def judged(value: float, bar: Bar | None) -> tuple[str, str]:
    """The last two cells of a row, empty where there is no bar."""
    return bar.cells(value) if bar else ("", "")


def short(value: float) -> str:
    """Three digits are enough for a ratio."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def title(text: str) -> None:
    """What the next table is about."""
    sys.stdout.write(f"\n{text}\n\n")


def head(*cells: str) -> None:
    """The first two lines of a table."""
    row(*cells)
    row(*("---" for _ in cells))


def row(*cells: str) -> None:
    """One line of a table, shown at once."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()
