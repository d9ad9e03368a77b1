"""The server that other tests rest on: it answers, empties, survives its end, and is skipped or failed clearly."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.neo4j_server import artefacts
from tests.neo4j_server.artefacts import REMEDY, Missing
from tests.neo4j_server.choose import chosen_server, our_own
from tests.neo4j_server.server import Database, Server, free_port

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and scripts of Unix")


def fill(server: Database, nodes: int) -> None:
    with server.driver() as driver:
        driver.execute_query(
            "UNWIND range(1, $nodes) AS id CREATE (:Thing {id: id})-[:NEXT]->(:Other)", nodes=nodes
        )


# ---- a server ----------------------------------------------------------------------------------


def test_it_answers_and_is_the_long_term_line(own_neo4j_server: Server) -> None:
    with own_neo4j_server.driver() as driver:
        said = driver.execute_query("CALL dbms.components() YIELD versions, edition").records[0]
    assert (said["versions"], said["edition"]) == ([artefacts.VERSION], "community")


def test_empty_deletes_every_node_and_keeps_constraints(neo4j_server: Database) -> None:
    neo4j_server.empty()
    fill(neo4j_server, 12_000)  # more than one step of the deletion
    assert neo4j_server.count() == 24_000
    with neo4j_server.driver() as driver:
        driver.execute_query("CREATE CONSTRAINT thing IF NOT EXISTS FOR (n:Thing) REQUIRE n.id IS UNIQUE")
        neo4j_server.empty()
        constraints = driver.execute_query("SHOW CONSTRAINTS YIELD name").records
        driver.execute_query("DROP CONSTRAINT thing")
    assert neo4j_server.count() == 0
    assert "thing" in [each["name"] for each in constraints]


def test_committed_data_survives_a_kill(own_neo4j_server: Server) -> None:
    own_neo4j_server.empty()
    fill(own_neo4j_server, 10)
    uri, pid = own_neo4j_server.uri, own_neo4j_server.pid
    own_neo4j_server.kill()
    assert not own_neo4j_server.running
    own_neo4j_server.start()
    assert own_neo4j_server.uri == uri
    assert own_neo4j_server.pid != pid
    assert own_neo4j_server.count() == 20


def test_files_are_imported_while_it_is_stopped(own_neo4j_server: Server, tmp_path: Path) -> None:
    nodes, edges = tmp_path / "nodes.csv", tmp_path / "edges.csv"
    nodes.write_text('key:ID,text,:LABEL\na,"hai\ndòng, ""trích""",Thing\nb,,Thing\n', encoding="utf-8")
    edges.write_text(":START_ID,:END_ID,:TYPE\na,b,NEXT\n", encoding="utf-8")
    own_neo4j_server.stop()
    options = [f"--nodes={nodes}", f"--relationships={edges}", "--multiline-fields=true"]
    own_neo4j_server.admin("database", "import", "full", "neo4j", *options, "--overwrite-destination")
    own_neo4j_server.start()
    with own_neo4j_server.driver() as driver:
        read = driver.execute_query("MATCH (a)-[:NEXT]->(b) RETURN a.text, b.text").records
    assert [tuple(each.values()) for each in read] == [('hai\ndòng, "trích"', None)]


def test_neo4j_admin_says_why_it_failed(own_neo4j_server: Server) -> None:
    with pytest.raises(RuntimeError, match=r"neo4j-admin database nonsense ended with \d+:\n.*nonsense"):
        own_neo4j_server.admin("database", "nonsense")


@pytest.mark.usefixtures("own_neo4j_server")  # only where a server can run
def test_a_server_that_does_not_start_shows_its_log(tmp_path: Path) -> None:
    broken = Server(tmp_path / "home")
    with (tmp_path / "home" / "conf" / "neo4j.conf").open("a", encoding="utf-8") as configuration:
        configuration.write("server.nonsense=1\n")
    with pytest.raises(RuntimeError, match=r"its log ends with\n(?s:.*)server\.nonsense"), broken:
        pytest.fail("it started")
    assert not broken.running


# ---- the server of CHIDAO_TEST_NEO4J -----------------------------------------------------------


@pytest.fixture
def named(own_neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Our own server, named as one that others run."""
    monkeypatch.setenv("CHIDAO_TEST_NEO4J", own_neo4j_server.uri)
    monkeypatch.setenv("CHIDAO_TEST_NEO4J_PASSWORD", own_neo4j_server.password)
    monkeypatch.setenv("CI", "false")
    monkeypatch.delenv("PYTEST_XDIST_WORKER_COUNT", raising=False)
    own_neo4j_server.empty()
    return own_neo4j_server


def test_a_named_server_is_used_and_left_empty(named: Server, tmp_path: Path) -> None:
    with chosen_server(tmp_path / "home") as server:
        assert (server.uri, server.user) == (named.uri, "neo4j")
        fill(server, 2)
        assert named.count() == 4
        with pytest.raises(pytest.skip.Exception, match="not done to the one of CHIDAO_TEST_NEO4J"):
            our_own(server)
    assert named.count() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_named_server_with_data_is_refused_and_kept(named: Server, tmp_path: Path) -> None:
    fill(named, 2)
    with pytest.raises(pytest.fail.Exception, match="holds 4 nodes"), chosen_server(tmp_path):
        pass
    assert named.count() == 4


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("CHIDAO_TEST_NEO4J_PASSWORD", "", "needs CHIDAO_TEST_NEO4J_PASSWORD"),
        ("PYTEST_XDIST_WORKER_COUNT", "2", "run pytest without -n"),
    ],
)
def test_a_named_server_needs(
    name: str, value: str, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHIDAO_TEST_NEO4J", f"bolt://127.0.0.1:{free_port()}")
    monkeypatch.setenv("CHIDAO_TEST_NEO4J_PASSWORD", "a password")
    monkeypatch.setenv(name, value)
    with pytest.raises(pytest.fail.Exception, match=said), chosen_server(tmp_path):
        pass


# ---- a machine without Java, Maven or network --------------------------------------------------

Programs = Callable[..., None]
JAVA_17 = """echo 'openjdk version "17.0.15" 2025-04-15' >&2"""
JAVA_8 = """echo 'java version "1.8.0_402"' >&2"""
NO_JAVA = "exit 1"
FETCHES = (
    'for each in "$@"; do case "$each" in -DoutputDirectory=*) /bin/mkdir -p "${each#*=}/a.jar";; esac; done'
)
FAILS = "echo '[ERROR] Unknown host'; exit 1"


@pytest.fixture
def programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Programs:
    """A machine with these scripts as its only programs, an empty cache, and no named server."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(artefacts, "user_cache_path", lambda name: tmp_path / "cache" / name)
    monkeypatch.delenv("CHIDAO_TEST_NEO4J", raising=False)
    (tmp_path / "bin").mkdir()

    def install(**scripts: str) -> None:
        for name, script in scripts.items():
            path = tmp_path / "bin" / name
            path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            path.chmod(0o755)

    return install


@pytest.mark.parametrize(
    ("scripts", "said"),
    [
        ({}, "needs Java"),
        ({"java": NO_JAVA}, "needs a newer Java"),
        ({"java": JAVA_8, "mvn": FETCHES}, "needs a newer Java"),
        ({"java": JAVA_17}, "needs Maven, which fetches it"),
        ({"java": JAVA_17, "mvn": FAILS}, "could not be fetched by Maven"),
    ],
)
@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_tests_without_a_server_are_skipped_but_fail_in_ci(
    scripts: dict[str, str],
    said: str,
    ci: str,
    outcome: type[BaseException],
    programs: Programs,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    programs(**scripts)
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome) as raised, chosen_server(tmp_path / "home"):
        pass
    assert str(raised.value).splitlines()[0] == f"a Neo4j server {said}: {REMEDY}"
    assert not (tmp_path / "home").exists()


def test_what_maven_said_last_is_shown_and_nothing_is_left(programs: Programs, tmp_path: Path) -> None:
    programs(mvn=FAILS)
    with pytest.raises(Missing, match=re.escape("[ERROR] Unknown host")):
        artefacts.jars()
    assert list((tmp_path / "cache" / "chidao-tests").iterdir()) == []


def test_jars_are_whole_when_several_fetch_them_at_once(programs: Programs, tmp_path: Path) -> None:
    programs(mvn=f"/bin/sleep 0.2\n{FETCHES}")
    with ThreadPoolExecutor(4) as several:
        folders = list(several.map(lambda _: artefacts.jars(), range(4)))
    assert len(set(folders)) == 1
    assert [path.name for path in folders[0].iterdir()] == ["a.jar"]
    assert [path.name for path in folders[0].parent.iterdir()] == [f"neo4j-{artefacts.VERSION}"]


def test_jars_are_fetched_once(programs: Programs) -> None:
    programs(mvn=FETCHES)
    folder = artefacts.jars()
    programs(mvn=FAILS)
    assert artefacts.jars() == folder
