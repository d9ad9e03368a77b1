"""The code stays small: limits on the length of modules and functions, and on their medians."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graph", "loaders", "queries", "chidao")

LONGEST_MODULE, MEDIAN_MODULE = 400, 120
LONGEST_FUNCTION, MEDIAN_FUNCTION = 50, 9


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.name, node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_and_no_function_is_too_long(path: Path) -> None:
    length = len(path.read_text(encoding="utf-8").splitlines())
    assert length <= LONGEST_MODULE
    assert [(name, lines) for name, lines in functions(path) if lines > LONGEST_FUNCTION] == []


def test_the_medians_stay_small() -> None:
    lengths = [
        len(path.read_text(encoding="utf-8").splitlines()) for path in modules() if path.stat().st_size
    ]
    assert statistics.median(lengths) <= MEDIAN_MODULE
    sizes = [lines for path in modules() for _, lines in functions(path)]
    assert statistics.median(sizes) <= MEDIAN_FUNCTION
