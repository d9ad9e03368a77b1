"""What README and docs show in a `console` block is what the program does, to the letter.

A block is a run of `$ command` lines, each followed by the output that it gives. Blocks of one page run in
order, in one folder with a copy of samples/. Set-up commands (make, pip, git) are run by CI itself.
"""

from __future__ import annotations

import contextlib
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SET_UP = ("make ", "pip ", "pipx ", "git ", "python3 -m venv", "source ", "cd ")
ELLIPSIS = "…"
"""A line of output that is only this stands for any lines."""


def commands(page: Path) -> Iterator[tuple[str, str]]:
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        parts = re.split(r"^\$ ", block, flags=re.MULTILINE)
        for part in parts[1:]:
            command, _, output = part.partition("\n")
            if not command.startswith(SET_UP):
                yield command, output


def matches(shown: str, real: str) -> bool:
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == ELLIPSIS else re.escape(line.rstrip()) + r"[^\S\n]*\n"
        for line in shown.splitlines()
    )
    return re.fullmatch(pattern, real if real.endswith("\n") or not real else real + "\n") is not None


def on_a_terminal(command: str, *, folder: Path, environment: dict[str, str]) -> str:
    """What a person sees who types this command."""
    screen, keyboard = pty.openpty()
    program = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=environment, stdin=keyboard, stdout=keyboard, stderr=keyboard
    )
    os.close(keyboard)
    shown = b""
    with contextlib.suppress(OSError):  # the other end is closed when the program ends
        while part := os.read(screen, 65536):
            shown += part
    program.wait(timeout=120)
    os.close(screen)
    return shown.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_console_block_is_true(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "CHIDAO_STORE": "sqlite:///chidao.db",
        "CHIDAO_LANG": "vi",
        "TERM": "dumb",
        "COLUMNS": "100",
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    for command, shown in commands(page):
        real = on_a_terminal(command, folder=tmp_path, environment=environment)
        assert matches(shown, real), f"{shlex.quote(command)} gives:\n{real}\nand the page shows:\n{shown}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_python_block_runs(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    for block in PYTHON.findall(page.read_text(encoding="utf-8")):
        subprocess.run([sys.executable, "-c", block], cwd=tmp_path, check=True, timeout=120)
