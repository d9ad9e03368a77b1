"""Habits of the whole program: help, languages, colours, exit statuses, broken pipes, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from chidao.cli import COMMANDS
from tests.chidao.conftest import environment

HEAVY = ("networkx", "pyvis", "rich", "spacy", "jinja2", "IPython", "sqlite3")


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    program = (
        "import sys, time; from chidao.cli import main; status = main(['--help']);"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr);"
        "print(time.process_time(), file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(tmp_path), capture_output=True, text=True, check=True
    )
    loaded, seconds = done.stderr.split("\n")[:2]
    assert loaded == "[]"
    assert float(seconds) < 0.3


def test_help_lists_every_command_in_both_languages(chidao: Any) -> None:
    english, vietnamese = chidao("--help"), chidao("--help", "--lang", "vi")
    for name in COMMANDS:
        assert f"\n  {name} " in english.out
        assert f"\n  {name} " in vietnamese.out
    assert "Commands:" in english.out
    assert "Lệnh:" in vietnamese.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_every_option_in_both_languages(name: str, chidao: Any) -> None:
    english, vietnamese = chidao(name, "--help"), chidao(name, "--lang", "vi", "--help")
    assert (english.status, vietnamese.status) == (0, 0)
    assert english.out != vietnamese.out
    assert "Where the graph lies" in english.out
    assert "Kho ở đâu" in vietnamese.out


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"CHIDAO_LANG": "vi", "LANG": "en_US.UTF-8"}, "Lệnh"),
        ({"CHIDAO_LANG": "", "LANG": "vi_VN.UTF-8"}, "Lệnh"),
        ({"CHIDAO_LANG": "", "LANG": "fr_FR.UTF-8"}, "Commands"),
        ({"CHIDAO_LANG": "", "LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "Commands"),
    ],
)
def test_the_language_comes_from_the_environment(
    variables: dict[str, str], expected: str, chidao: Any
) -> None:
    assert expected in chidao("--help", env=variables).out


def test_version(chidao: Any) -> None:
    assert chidao("--version").out.startswith("chidao ")


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["nonsense"], 2),
        (["trace"], 2),
        (["tasks", "--role", "king"], 2),
        (["tasks", "--today", "2025-01-01"], 2),
        (["tasks", "--due-before", "31/2/2025"], 2),
        (["trace", "57-NQ/TW"], 4),
        (["--store", "ftp://x", "trace", "57-NQ/TW"], 2),
        (["parse", "nothing.txt"], 1),
        (["parse", "a.txt", "b.txt"], 2),
    ],
)
def test_exit_statuses_without_a_store(arguments: list[str], status: int, chidao: Any) -> None:
    done = chidao(*arguments)
    assert done.status == status, done.err
    assert done.out == ""
    assert done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("arguments", [["tasks", "--role", "king"], ["trace"], ["tasks", "--today", "x"]])
def test_wrong_use_is_an_object_too(arguments: list[str], chidao: Any) -> None:
    done = chidao(*arguments, "--json")
    assert (done.status, done.json["error"]["kind"]) == (2, "usage")


def test_a_file_that_is_no_store(chidao: Any, tmp_path: Path) -> None:
    (tmp_path / "other.db").write_text("something else")
    done = chidao("--store", "other.db", "search", "x")
    assert done.status == 4
    assert "Traceback" not in done.err


def test_a_settings_file_gives_the_store_and_a_broken_one_is_named(chidao: Any, tmp_path: Path) -> None:
    settings = tmp_path / "config" / "chidao" / "chidao.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('store = "mine.db"\n', encoding="utf-8")
    assert "mine.db" in chidao("search", "x").err
    settings.write_text("store = 3\n", encoding="utf-8")
    done = chidao("search", "x")
    assert done.status == 2
    assert "chidao.toml" in done.err


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"CLICOLOR": "0"}, False),
    ],
)
def test_colours(variables: dict[str, str], coloured: bool, chidao: Any) -> None:
    assert ("\x1b[" in chidao("parse", "nothing.txt", env=variables).err) is coloured


def test_a_broken_pipe_ends_quietly(story: Any, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m chidao export | head -1 >/dev/null"],
        env=environment(tmp_path, CHIDAO_STORE=str(story_path(story))),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def story_path(story: Any) -> str:
    return str(story("status", "--json").json["settings"]["store"]["value"])


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_ctrl_c_ends_with_130(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "chidao", "parse", "--jsonl", "-"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(b"nothing.txt\n")
    process.stdin.flush()
    assert b'"error"' in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_full_disk_is_said_in_one_line(story: Any) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full to stand for a full disk")
    done = story("export", "--output", "/dev/full")
    assert done.status == 1
    assert "Traceback" not in done.err
