"""The command line on a server: the same answers as from the embedded store, and what people are told."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.chidao.conftest import Run, environment, runner
from tests.neo4j_server.server import Database

QUESTIONS = [
    "trace 15/CT-UBND --all",
    "tasks --owner so|khoa|hoc|va|cong|nghe --through",
    "impact 57-NQ/TW",
    "history 88/KH-UBND",
    "related 15/CT-UBND",
    "agency so|tu|phap",
    "disputes",
    "gaps",
    "check",
    "search thu|tuc|hanh|chinh",
    "show 15/CT-UBND",
]


@pytest.fixture(scope="module")
def both(
    tmp_path_factory: pytest.TempPathFactory, samples_dir: Path, neo4j_server: Database
) -> tuple[Run, Run]:
    """The story ingested into a file and into the emptied server."""
    neo4j_server.empty()
    home = tmp_path_factory.mktemp("both")
    embedded = runner(home, CHIDAO_STORE="story.db")
    server = runner(home, CHIDAO_STORE=neo4j_server.uri, CHIDAO_NEO4J_PASSWORD=neo4j_server.password)
    for run in (embedded, server):
        assert run("ingest", samples_dir).status == 0
    return embedded, server


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_command_answers_alike(both: tuple[Run, Run], question: str) -> None:
    arguments = [word.replace("|", " ") for word in question.split()]
    embedded, server = (run(*arguments, "--json") for run in both)
    assert server.out == embedded.out
    assert server.status == embedded.status


def test_the_export_is_the_same_byte_for_byte(both: tuple[Run, Run]) -> None:
    embedded, server = (run("export") for run in both)
    assert len(server.out.splitlines()) > 500
    assert server.out == embedded.out


def test_the_status_counts_and_checks_the_server(both: tuple[Run, Run]) -> None:
    embedded, server = (run("status", "--json").json["store"] for run in both)
    assert server == embedded
    assert server["integrity"] == "ok"


def test_copies_go_both_ways_and_send_only_what_differs(
    both: tuple[Run, Run], chidao: Run, samples_dir: Path, neo4j_server: Database
) -> None:
    _, server = both
    there, password = neo4j_server.uri, {"CHIDAO_NEO4J_PASSWORD": neo4j_server.password}
    first = chidao("copy", "--from", there, "--to", "a.db", "--json", env=password)
    assert first.json == {"files": 16, "new": 16, "changed": 0, "unchanged": 0, "removed": 0}
    assert chidao("--store", "a.db", "export").out == server("export").out
    chidao("--store", "a.db", "ingest", "--remove", samples_dir / "04-thong-bao-19-tb-tgv.txt")
    again = chidao("copy", "--from", "a.db", "--to", there, "--json", env=password)
    assert again.json == {"files": 15, "new": 0, "changed": 0, "unchanged": 15, "removed": 1}
    assert chidao("--store", "a.db", "export").out == server("export").out
    assert server("ingest", samples_dir).status == 0


SECRET = "9f-not-the-password"  # noqa: S105


@pytest.mark.parametrize(
    ("address", "variables", "english", "vietnamese"),
    [
        ("{uri}", {"CHIDAO_NEO4J_PASSWORD": SECRET}, "refuses the user or password", "không nhận"),
        ("{uri}", {"NEO4J_PASSWORD": SECRET}, "refuses the user or password", "không nhận"),
        ("{uri}", {}, "set CHIDAO_NEO4J_PASSWORD", "hãy đặt CHIDAO_NEO4J_PASSWORD"),
        ("bolt://127.0.0.1:9", {"CHIDAO_NEO4J_PASSWORD": SECRET}, "does not answer", "không trả lời"),
        ("neo4j://127.0.0.1:9", {"CHIDAO_NEO4J_PASSWORD": SECRET}, "does not answer", "không trả lời"),
        ("neo4j://me:" + SECRET + "@127.0.0.1", {}, "seen by every program", "mọi chương trình"),
        ("neo4j://", {}, "write neo4j://host:7687", "neo4j://máy:7687"),
        ("bolt://host:port", {}, "write bolt://host:7687", "bolt://máy:7687"),
        ("bolt://host/a/b", {}, "write bolt://host:7687", "bolt://máy:7687"),
        ("redis://host", {}, "no store of this kind", "không có loại kho này"),
    ],
)
def test_what_cannot_be_reached_says_what_to_do(
    address: str,
    variables: dict[str, str],
    english: str,
    vietnamese: str,
    chidao: Run,
    neo4j_server: Database,
) -> None:
    url = address.format(uri=neo4j_server.uri)
    for language, sentence in (("en", english), ("vi", vietnamese)):
        done = chidao("--store", url, "trace", "57-NQ/TW", "--lang", language, env=variables)
        assert sentence in done.err
        assert done.status in {2, 4}
        assert SECRET not in done.err + done.out


def test_a_person_is_asked_for_the_password(tmp_path: Path, both: Any, neo4j_server: Database) -> None:
    screen, keyboard = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "chidao", "--store", neo4j_server.uri, "trace", "57-NQ/TW", "--json"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdin=keyboard,
        stdout=subprocess.PIPE,
        stderr=keyboard,
    )
    shown = b""
    while b"Password of neo4j at" not in shown:
        shown += os.read(screen, 1024)
    os.write(screen, neo4j_server.password.encode() + b"\n")
    out, _ = program.communicate(timeout=60)
    os.close(keyboard)
    os.close(screen)
    assert b"57-NQ/TW" in out


def test_the_folder_for_the_import_is_new(both: tuple[Run, Run], chidao: Run) -> None:
    embedded, _ = both
    told = embedded("export", "--format", "neo4j-csv", "-o", "csv")
    assert "neo4j-admin database import full neo4j @import.args" in told.err
    again = embedded("export", "--format", "neo4j-csv", "-o", "csv")
    assert (again.status, "not empty" in again.err) == (2, True)
    assert embedded("export", "--format", "neo4j-csv").status == 2
