"""The built wheel, in a clean environment, started from a folder that is in its way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT]
    subprocess.run(command, check=True)
    (built,) = folder.glob("chidao-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the programs of an environment that holds chidao and what it needs, nothing else."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=True)
    bin_folder = home / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([bin_folder / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    return bin_folder


@pytest.fixture
def decoys(tmp_path: Path) -> Path:
    """A working folder with modules of the same names, which must never run."""
    for name in ("graph.py", "queries.py"):
        (tmp_path / name).write_text("raise SystemExit('the decoy ran')\n")
    (tmp_path / "loaders").mkdir()
    (tmp_path / "loaders" / "__init__.py").write_text("raise SystemExit('the decoy ran')\n")
    return tmp_path


def run(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "CHIDAO_STORE": f"sqlite:///{cwd}/wheel.db", "LANG": "C.UTF-8"}
    return subprocess.run(
        [program, *arguments], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def test_the_wheel_holds_the_packages_the_samples_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"graph", "loaders", "queries", "chidao"}
    assert sum(name.startswith("chidao/samples/") and name.endswith(".txt") for name in names) >= 12
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {"graph/py.typed", "loaders/py.typed", "queries/py.typed", "chidao/py.typed"} <= set(names)


def test_it_tells_the_story_beside_decoys(installed: Path, decoys: Path) -> None:
    demo = run(installed / "chidao", "demo", cwd=decoys)
    assert demo.returncode == 0, demo.stderr
    assert "57-NQ/TW" in demo.stdout
    again = run(installed / "chidao", "demo", cwd=decoys)
    assert again.returncode == 0, again.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["status", "--json"]])
def test_it_starts_without_development_tools(installed: Path, decoys: Path, arguments: list[str]) -> None:
    done = run(installed / "chidao", *arguments, cwd=decoys)
    assert done.returncode in {0, 4}, done.stderr
    assert "Traceback" not in done.stderr


def test_no_other_distribution_owns_the_names(installed: Path, decoys: Path) -> None:
    code = (
        "import importlib.metadata as m, json;"
        "d = m.packages_distributions();"
        "print(json.dumps({n: d.get(n) for n in ('graph', 'loaders', 'queries', 'chidao')}))"
    )
    done = run(installed / "python", "-P", "-c", code, cwd=decoys)
    assert set(map(tuple, json.loads(done.stdout).values())) == {("chidao",)}
