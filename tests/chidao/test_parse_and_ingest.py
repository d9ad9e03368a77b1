"""`chidao parse` and `chidao ingest` through real processes."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.chidao.conftest import environment
from tests.chidao.test_answers import check

DIRECTIVE = "07-chi-thi-15-ct-ubnd.txt"


def test_parse_one_file(chidao: Any, samples_dir: Path) -> None:
    done = chidao("parse", samples_dir / DIRECTIVE, "--json")
    parsed = check("parse", done.json)
    assert (parsed["file"], parsed["document"]["symbol"]) == (DIRECTIVE, "15/CT-UBND")
    text = chidao("parse", "--text", samples_dir / DIRECTIVE).out
    numbers = {text[each["start"] : each["end"]] for each in parsed["citations"] if each["symbol"]}
    assert any("19-TB/TGV" in number for number in numbers)


def test_parse_text_is_the_text_to_the_byte(chidao: Any, tmp_path: Path) -> None:
    raw = "Số: 1/QĐ-TTg\r\nCăn cứ\x1b[31m\r\n\tđ\u0301ường"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + raw.encode())
    done = subprocess.run(
        [sys.executable, "-m", "chidao", "parse", "--text", "a.txt"],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=True,
    )  # fmt: skip
    assert done.stdout == raw.encode()


def test_parse_many_files_and_a_bad_one(chidao: Any, samples_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\xfd\x00\x01")
    good = samples_dir / DIRECTIVE
    done = chidao("parse", "--jsonl", "-", stdin=f"{tmp_path / 'bad.txt'}\n{good}\n")
    assert done.status == 1
    first, second = [check("parse", json.loads(line)) for line in done.out.splitlines()]
    assert set(first) == {"file", "path", "error"}
    assert second["document"]["symbol"] == "15/CT-UBND"
    assert len(done.err.splitlines()) == 1
    assert "bad.txt" in done.err


def test_parse_shows_no_control_characters(chidao: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Căn cứ Nghị quyết số 57-NQ/TW của \x1b[31mBộ Chính trị;\n", encoding="utf-8"
    )
    assert "\x1b" not in chidao("parse", "a.txt").out


def test_parse_stores_nothing(chidao: Any, samples_dir: Path, tmp_path: Path) -> None:
    chidao("parse", samples_dir / DIRECTIVE, "--json")
    assert list(tmp_path.iterdir()) == []


def test_ingest_twice_changes_nothing(chidao: Any, samples_dir: Path) -> None:
    store = ["--store", "a.db", "--json"]
    first, second = chidao("ingest", samples_dir, *store), chidao("ingest", samples_dir, *store)
    count = check("ingest", first.json)["new"]
    assert count >= 12
    assert check("ingest", second.json)["unchanged"] == count
    assert f"{count} files: {count} new, 0 changed, 0 unchanged, 0 removed, 0 failed" in first.err


def test_ingest_names_what_failed_and_takes_the_rest(chidao: Any, samples_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "thư mục có dấu cách"
    folder.mkdir()
    (folder / "ok.txt").write_bytes((samples_dir / DIRECTIVE).read_bytes())
    (folder / "bad.txt").write_bytes(b"\xff\xfe\xfd\x00\x01")
    done = chidao("--store", "a.db", "ingest", folder, "--json")
    assert done.status == 1
    report = check("ingest", done.json)
    assert (report["new"], [each["file"] for each in report["failed"]]) == (1, ["bad.txt"])
    assert "bad.txt" in done.err


def test_ingest_dry_run_remove_and_replace(chidao: Any, samples_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in (5, 6):
        (path,) = samples_dir.glob(f"{number:02}-*")
        (folder / f"{number}.txt").write_bytes(path.read_bytes())
    store = ["--store", "a.db", "--json"]
    assert chidao("ingest", folder, "--dry-run", *store).json["new"] == 2
    assert chidao("ingest", folder, *store).json["new"] == 2
    assert chidao("ingest", "--remove", "6.txt", *store).json["removed"] == 1
    assert chidao("ingest", folder, *store).json["new"] == 1
    (folder / "5.txt").unlink()
    assert chidao("ingest", folder, "--replace", *store).json["removed"] == 1
    assert chidao("status", "--files", *store).json["store"]["file_keys"] == ["6.txt"]


def test_ingest_says_how_to_state_the_province(chidao: Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Thực hiện Công văn số 125/UBND-TH ngày 01/6/2025, đề nghị xem xét.\n", encoding="utf-8"
    )
    done = chidao("--store", "a.db", "ingest", "a.txt")
    assert "--jurisdiction" in done.err
    stated = chidao("--store", "a.db", "ingest", "a.txt", "--jurisdiction", "lang son", "--json")
    assert stated.json["changed"] == 1
    assert "--jurisdiction" not in stated.err
    assert chidao("--store", "a.db", "ingest", "a.txt", "--jurisdiction", "Atlantis").status == 2


def test_rebuild_reads_again_from_the_stored_text(chidao: Any, samples_dir: Path) -> None:
    chidao("--store", "a.db", "ingest", samples_dir / DIRECTIVE)
    before = chidao("--store", "a.db", "export").out
    assert check("ingest", chidao("--store", "a.db", "rebuild", "--json").json)["files"] == 0
    assert check("ingest", chidao("--store", "a.db", "rebuild", "--all", "--json").json)["unchanged"] == 1
    assert chidao("--store", "a.db", "export").out == before


@pytest.mark.parametrize("variables", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {}])
def test_output_is_utf8_everywhere(variables: dict[str, str], chidao: Any, samples_dir: Path) -> None:
    done = chidao("parse", samples_dir / DIRECTIVE, "--json", env=variables)
    assert "Ủy ban" in done.out


LOST_IN_AN_IMPORT = re.compile(
    rb"Exception ignored in: .*?_get_module_lock.*?KeyboardInterrupt: \n", re.DOTALL
)
"""Python itself swallows a Ctrl-C that comes while it gives back the lock of a module."""


@pytest.mark.skipif(os.name == "nt", reason="process groups are those of POSIX")
@pytest.mark.parametrize("seconds", [0.0, 1.0, 2.5])
def test_ctrl_c_ends_an_ingest_in_several_processes(chidao: Any, tmp_path: Path, seconds: float) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        line = f"Thực hiện Công văn số {number}/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ, Sở Y tế báo cáo.\n"
        (folder / f"{number:03}.txt").write_text(line * 20, encoding="utf-8")
    command = [sys.executable, "-m", "chidao", "--store", "a.db", "ingest", "many", "--workers", "2"]
    program = subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), start_new_session=True, stderr=subprocess.PIPE
    )
    until = time.monotonic() + 60
    while not (tmp_path / "a.db").exists() and time.monotonic() < until:
        time.sleep(0.01)  # a busy machine may take a while to read the program
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGINT)
    _, told = program.communicate(timeout=30)
    assert program.returncode in {0, 130}, told
    assert b"Traceback" not in LOST_IN_AN_IMPORT.sub(b"", told)
    chidao("--store", "a.db", "ingest", "many")
    chidao("--store", "b.db", "ingest", "many")
    assert chidao("--store", "a.db", "export").out == chidao("--store", "b.db", "export").out
