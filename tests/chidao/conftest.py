"""The command line through real processes, each with its own home, store and language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """What a run of chidao gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output, which ends with exactly one newline."""
        assert self.out.endswith("\n")
        assert not self.out.endswith("\n\n")
        return json.loads(self.out)


Run = Callable[..., Done]


def environment(home: Path, **changes: str) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH") if key in os.environ}
    return (
        kept
        | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "CHIDAO_LANG": "en",
            "COLUMNS": "120",
        }
        | changes
    )


@pytest.fixture
def chidao(tmp_path: Path) -> Run:
    """Runs chidao in a folder of its own: `chidao("trace", "57-NQ/TW", "--json")`."""
    return runner(tmp_path)


def runner(home: Path, **always: str) -> Run:
    def run(*arguments: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "chidao", *map(str, arguments)],
            cwd=home,
            env=environment(home, **always, **(env or {})),
            input=stdin.encode(),
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, samples_dir: Path) -> Run:
    """Runs chidao over a store that holds the samples."""
    home = tmp_path_factory.mktemp("story")
    run = runner(home, CHIDAO_STORE=str(home / "story.db"))
    done = run("ingest", samples_dir)
    assert done.status == 0, done.err
    return run
