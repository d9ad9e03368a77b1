"""House rules that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(
    path for name in ("graph", "loaders", "queries", "chidao") for path in (ROOT / name).rglob("*.py")
)


def calls(path: Path) -> list[ast.Call]:
    return [
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_output_prints(path: Path) -> None:
    printing = [
        call.lineno
        for call in calls(path)
        if ast.unparse(call.func)
        in {"print", "click.echo", "click.secho", "sys.stdout.write", "sys.stderr.write"}
    ]
    assert printing == [] or path == ROOT / "chidao" / "output.py"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_statements_are_never_built_from_data(path: Path) -> None:
    built = [
        call.lineno
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"execute", "executemany", "executescript", "run"}
        and call.args
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert built == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_range_of_accented_letters_in_a_pattern(path: Path) -> None:
    """[à-ỹ] contains the capitals Đ, Ă, Ơ and Ư: a pattern with it is wrong about case."""
    assert not re.search("à-ỹ|À-Ỹ", path.read_text(encoding="utf-8"))
