"""Another `graph`, `loaders` or `queries` in the way is named, not run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from chidao.ownership import HOME, in_the_way
from tests.chidao.conftest import environment


def test_ours_is_ours() -> None:
    assert in_the_way() is None


def test_a_distribution_that_owns_one_of_the_names(tmp_path: Path) -> None:
    for name in ("queries-2.1.1", "chidao-0.1.0"):
        record = tmp_path / f"{name}.dist-info" / "RECORD"
        record.parent.mkdir()
        record.write_text("queries/__init__.py,sha256=x,1\n", encoding="utf-8")
    assert in_the_way(tmp_path, ()) is None
    from chidao.ownership import other_distribution

    assert other_distribution(tmp_path, ("queries",)) == ("queries", "queries-2.1.1")


def test_a_file_in_the_way_stops_the_program_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "queries.py").write_text("raise SystemExit('decoy was run')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from chidao.cli import main; sys.exit(main(['--help']))"],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=f"{tmp_path}:{HOME}"),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode != 0
    assert "'queries' is not chidao's own" in done.stderr
    assert str(tmp_path / "queries.py") in done.stderr
    assert "Traceback" not in done.stderr
