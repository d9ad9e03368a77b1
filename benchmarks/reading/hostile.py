"""Hostile text against normal text: no text may cost much more than its length."""

from __future__ import annotations

from functools import partial

from loaders.read import read_text
from reading.clock import cpu
from reading.table import Bar, head, row, short

BAR = Bar(5, 2)
SIZES = {"60 KB": 60_000, "250 KB": 250_000, "1 MB": 1_000_000}
LIMIT = 1.0
"""CPU seconds: a shape that takes longer at one size is not tried at the next."""

SHAPES = {
    "digits": "1234567890",
    "slashes": "12/34/",
    "blank lines": "\n \n",
    "brackets": "([(",
    "brackets with words": "(a [b (",
    "laws": "Luật A ",
    "symbols": "57-NQ/TW; ",
    "symbols cut short": "12/QĐ-",
    "dates": "ngày 1/1/2025 ",
    "types": "Quyết định ",
    "agencies": "Sở Tư pháp, ",
    "duties": "Giao Sở A chủ trì; ",
    "articles": "Điều 1. A\n",
    "items of a list": "- a\n",
    "rows of a table": "| a | b |\n",
    "quotes": "“a ”",
    "capitals": "ABCĐ",
    "loose marks": "e\u0301\u0323",
    "dots": "....",
}
"""What is repeated to a text of the size."""


def print_hostile(normal: str) -> None:
    """Multiples of what a normal text of the same length costs, one run each, the smallest first."""
    usual = {
        name: min(cpu(partial(read_text, of_size(normal, size))) for _ in range(2))
        for name, size in SIZES.items()
    }
    head("text", *(f"{name}, x normal" for name in SIZES), "bar", "reached")
    for shape, unit in SHAPES.items():
        ratios: list[float] = []
        for name, size in SIZES.items():
            spent = cpu(partial(read_text, of_size(unit, size)))
            ratios.append(spent / usual[name])
            if spent > LIMIT:
                break
        cells = [short(ratio) for ratio in ratios] + ["not tried"] * (len(SIZES) - len(ratios))
        row(shape, *cells, *BAR.cells(ratios[-1]))


def of_size(unit: str, size: int) -> str:
    """The text again and again, cut at this number of characters."""
    return (unit * (size // len(unit) + 1))[:size]
