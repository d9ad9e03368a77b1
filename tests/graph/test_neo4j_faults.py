"""A Neo4j server that dies, freezes, is cut off or is another's: the graph stays the same, errors say what to do."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from neo4j import GraphDatabase, Transaction

from chidao import messages
from graph.copying import copy
from graph.errors import StoreError
from graph.export.jsonl import dump
from graph.neo4j_store import Neo4jStore, connecting, schema, statements
from graph.neo4j_store.address import Login, address_of
from graph.networkx_view import NetworkxStore
from graph.open_store import open_store
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore, View
from loaders.ingest import Progress, ingest, remove
from tests.neo4j_server.proxy import At, Break, Proxy
from tests.neo4j_server.server import Database, Server, free_port

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")

IN_TIME = 20.0
"""Seconds within which every error comes after what causes it."""

CUTS = int(os.environ.get("CHIDAO_TEST_CUTS", "30"))

LETTERS = 40

LETTER = """\
UBND TỈNH SÔNG HÀ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ Y TẾ\tĐộc lập - Tự do - Hạnh phúc
Số: {n}/SYT-VP\tSông Hà, ngày {day:02} tháng 6 năm 2025
V/v rà soát thiết bị của trạm y tế số {n}

Kính gửi: Ủy ban nhân dân các xã, phường.

Căn cứ Luật Khám bệnh, chữa bệnh ngày 09 tháng 01 năm 2023;
Căn cứ Nghị quyết số {few}/NQ-CP ngày 26/3/2025 của Chính phủ;
Thực hiện {cited} và tiếp theo Công văn số {other}/SYT-VP của Sở Y tế, Sở Y tế đề nghị:
1. Ủy ban nhân dân các xã, phường báo cáo Sở Y tế trước ngày 30/6/2025.
2. Văn phòng Sở chủ trì, phối hợp với Sở Tài chính tổng hợp, hoàn thành trước ngày {day:02}/7/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.
"""

CITED = (
    "Công văn số 12/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ",
    "Công văn số 12/VPCP-KSTT",
    "Công văn số 12/VPCP-KSTT ngày 04/3/2024 của Văn phòng Chính phủ",
    "Công văn số 12/VPCP-KSTT của Văn phòng Chính phủ",
)
"""One number of two documents: what is meant without a date depends on what other files say."""


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of letters that cite the same laws and numbers, and each other."""
    folder = tmp_path_factory.mktemp("letters")
    for n in range(1, LETTERS + 1):
        other = n * 7 % LETTERS + 1
        text = LETTER.format(n=n, day=n % 28 + 1, few=n % 5 + 1, other=other, cited=CITED[n % len(CITED)])
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def undisturbed(letters: Path) -> list[object]:
    """What a store holds when nothing happens."""
    store = NetworkxStore()
    ingest(store, [letters])
    return everything(store)


def everything(store: View) -> list[object]:
    """The whole graph, and what it was made of."""
    ledger = list(store.ledger())
    mentions = store.mentions(row.key for row in ledger)
    groups = store.groups({each.mention.block for each in mentions})
    return [*dump(store), *ledger, *mentions, *groups]


# ---- a server and what it holds ----------------------------------------------------------------

TWICE = """
    MATCH (n) WITH labels(n) AS kind, n.id AS id, n.key AS key, n.block AS block, count(*) AS times
    WHERE times > 1 AND NOT 'Text' IN kind RETURN kind, id, key, times
    UNION ALL
    MATCH (source)-[r]->(target)
    WITH source, type(r) AS kind, target, r.file AS file, r.start AS start, r.end AS end, r.index AS index,
        count(*) AS times
    WHERE times > 1 RETURN kind, source.id AS id, coalesce(file, source.key) AS key, times
"""
"""Nodes of one name, and relationships of one type at one place between the same two."""


def opened(server: Database, uri: str | None = None, **options: Any) -> Neo4jStore:
    return Neo4jStore(address_of(uri or server.uri), Login(server.user, server.password), **options)


def asked(server: Database, statement: str, **values: object) -> list[dict[str, Any]]:
    with server.driver() as driver:
        return [record.data() for record in driver.execute_query(statement, values).records]


def bare(server: Database) -> None:
    """As a new server is: no nodes, no constraints, no indexes."""
    server.empty()
    with server.driver() as driver, driver.session() as session:
        for kind, names in [
            ("CONSTRAINT", "SHOW CONSTRAINTS"),
            ("INDEX", "SHOW INDEXES WHERE type <> 'LOOKUP'"),
        ]:
            for name in [row["name"] for row in session.run(names)]:
                session.run(f"DROP {kind} {name}").consume()


def content(server: Database) -> list[dict[str, Any]]:
    """Everything in a server, to see that nothing was touched."""
    nodes = asked(server, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS own ORDER BY elementId(n)")
    return nodes + asked(server, "SHOW INDEXES YIELD name ORDER BY name")


def assert_holds(server: Database, wanted: list[object]) -> None:
    with opened(server) as store:
        assert everything(store) == wanted
    assert asked(server, TWICE) == []


class Fault:
    """The moment from which an error is waited for."""

    def __init__(self) -> None:
        self.now()

    def now(self) -> None:
        self.begin = time.monotonic()


@contextmanager
def refused(code: str) -> Iterator[Fault]:
    """A StoreError of this code, in time after the fault, with its advice in Vietnamese too."""
    fault = Fault()
    with pytest.raises(StoreError) as raised:
        yield fault
    took = time.monotonic() - fault.begin
    error = raised.value
    assert error.code == code, error
    assert took < IN_TIME
    advice = messages.entry(f"error.{code}")["vi"].format(**error.details)
    assert str(error.details["name"]) in advice


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many transactions that something can happen between and in them."""
    monkeypatch.setattr(Neo4jStore, "batch", 5)


@pytest.fixture
def quick_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first retry comes at once, so that many fit into a test."""
    quick = partial(GraphDatabase.driver, initial_retry_delay=0.05)
    monkeypatch.setattr(connecting.GraphDatabase, "driver", quick)


@pytest.fixture
def line(neo4j_server: Database) -> Iterator[Proxy]:
    """The way to an empty server."""
    neo4j_server.empty()
    with Proxy(neo4j_server.uri) as proxy:
        yield proxy


def after(files: int, do: Callable[[], object]) -> Progress:
    """Lets something happen after the step that brings `ingest` to so many files."""

    def told(done: int, _: int) -> None:
        if done == files:
            do()

    return told


def ingest_until_done(server: Database, line: Proxy, paths: Sequence[Path]) -> None:
    """As a person does: after an error, the same again."""
    for last in (False, True):
        try:
            with opened(server, line.uri) as store:
                ingest(store, paths)
            return
        except StoreError as error:
            assert error.code == "neo4j_away", error
            assert not last


# ---- the line breaks ---------------------------------------------------------------------------


@pytest.mark.usefixtures("small_steps", "quick_retry")
@pytest.mark.parametrize("at", [At.BEFORE_COMMIT, At.IN_COMMIT, At.WITH_COMMIT, At.AFTER_COMMIT])
def test_a_break_at_every_commit_is_mended_unseen(
    at: At, neo4j_server: Database, line: Proxy, letters: Path, undisturbed: list[object]
) -> None:
    def break_the_next(files: int, _: int = 0) -> None:
        assert not line.breaks
        if files < LETTERS:
            line.breaks.append(Break(at, abort=files % 2 == 0))

    with opened(neo4j_server, line.uri) as store:
        break_the_next(1)
        list(store.ledger())  # questions end in a COMMIT too
        break_the_next(0)
        ingest(store, [letters], progress=break_the_next)
    assert_holds(neo4j_server, undisturbed)


@pytest.mark.usefixtures("small_steps", "quick_retry")
def test_breaks_at_the_commit_and_again_at_its_retry(
    neo4j_server: Database, line: Proxy, letters: Path, undisturbed: list[object]
) -> None:
    twice = [Break(At.AFTER_COMMIT), Break(At.AFTER_COMMIT)]
    with opened(neo4j_server, line.uri) as store:
        with refused("neo4j_away"):
            ingest(store, [letters], progress=after(10, lambda: line.breaks.extend(twice)))
        report = ingest(store, [letters])
    assert report.unchanged == 15  # the step was done, though nobody heard of it
    assert_holds(neo4j_server, undisturbed)


@pytest.mark.usefixtures("small_steps")
def test_a_line_that_is_dead_for_seconds_between_two_steps(
    neo4j_server: Database, line: Proxy, letters: Path, undisturbed: list[object]
) -> None:
    def away(files: int, _: int) -> None:
        if files == 10:
            line.cut()
        if files == 20:
            line.refuse()
            threading.Timer(2, line.accept).start()

    with opened(neo4j_server, line.uri) as store:
        ingest(store, [letters], progress=away)
    assert_holds(neo4j_server, undisturbed)


@pytest.mark.usefixtures("small_steps", "quick_retry")
@pytest.mark.parametrize("seed", range(CUTS // 10))
def test_ten_breaks_anywhere_leave_the_same_graph(
    seed: int, neo4j_server: Database, line: Proxy, letters: Path, undisturbed: list[object]
) -> None:
    random = Random(seed)  # noqa: S311
    files = sorted(letters.iterdir())
    random.shuffle(files)
    for some in (files[n::10] for n in range(10)):
        line.breaks.append(any_break(random))
        ingest_until_done(neo4j_server, line, some)
    assert not line.breaks
    assert_holds(neo4j_server, undisturbed)


def any_break(random: Random) -> Break:
    at = random.choice(list(At))
    most = {At.SENT: 30_000, At.ANSWERED: 5_000}.get(at, 0)
    return Break(at, random.randint(0, most), abort=random.random() < 0.5)


# ---- the wrong address -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("uri", "code"),
    [
        ("bolt://{server}/khong-co", "neo4j_database"),
        ("neo4j://{server}/khong-co", "neo4j_database"),
        ("bolt+s://{server}", "neo4j_away"),
        ("neo4j+ssc://{server}", "neo4j_away"),
        ("bolt://127.0.0.1:{nothing}", "neo4j_away"),
        ("neo4j://127.0.0.1:{nothing}", "neo4j_away"),
        ("bolt://khong-co.invalid", "neo4j_away"),
    ],
)
def test_an_address_that_is_wrong(uri: str, code: str, neo4j_server: Database) -> None:
    before = content(neo4j_server)
    where = uri.format(server=neo4j_server.uri.partition("://")[2], nothing=free_port())
    with refused(code):
        opened(neo4j_server, where)
    assert content(neo4j_server) == before


def test_a_wrong_password(neo4j_server: Database) -> None:
    before = content(neo4j_server)
    for user in (neo4j_server.user, "khong-co"):
        with refused("neo4j_auth"):
            Neo4jStore(address_of(neo4j_server.uri), Login(user, "sai"))
    assert content(neo4j_server) == before


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
@pytest.mark.parametrize(
    "says",
    [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"220 mail\r\n", b""],
    ids=["web", "ssh", "mail", "nothing"],
)
def test_a_port_of_another_program(scheme: str, says: bytes) -> None:
    with listener(says) as port, refused("neo4j_away"):
        Neo4jStore(address_of(f"{scheme}://127.0.0.1:{port}"), Login("neo4j", "x"))


def test_a_port_that_is_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, refused("neo4j_away"):
        Neo4jStore(address_of(f"bolt://127.0.0.1:{silent.getsockname()[1]}"), Login("neo4j", "x"))


@contextmanager
def listener(says: bytes) -> Iterator[int]:
    """A port where one program after the other is told this, and no more."""

    def answer(server: socket.socket) -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            with client:
                client.recv(100)
                client.sendall(says)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=answer, args=(server,), daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


# ---- the database of another ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("CREATE (:ChidaoStore {name: 'chidao', schema: $version - 1}), (:Entity {id: 'a'})", "neo4j_older"),
        ("CREATE (:ChidaoStore {name: 'chidao'})", "neo4j_older"),
        ("CREATE (:ChidaoStore {name: 'chidao', schema: $version + 1})", "store_newer"),
        ("CREATE (:Person {name: 'An'})-[:KNOWS]->(:Person {name: 'Bình'})", "neo4j_not_a_store"),
        ("CREATE (:Entity {id: 'a'})", "neo4j_not_a_store"),
    ],
)
def test_what_is_no_store_of_this_version_is_not_touched(
    statement: str, code: str, neo4j_server: Database
) -> None:
    bare(neo4j_server)
    asked(neo4j_server, statement, version=schema.VERSION)
    before = content(neo4j_server)
    with refused(code):
        opened(neo4j_server)
    assert content(neo4j_server) == before


def test_to_read_an_empty_database_says_to_ingest_and_makes_nothing(neo4j_server: Database) -> None:
    bare(neo4j_server)
    before = content(neo4j_server)
    with refused("neo4j_no_store"):
        opened(neo4j_server, readonly=True)
    assert content(neo4j_server) == before


@pytest.mark.parametrize("readonly", [False, True])
def test_what_is_missing_of_indexes_is_made_at_opening(readonly: bool, neo4j_server: Database) -> None:
    bare(neo4j_server)
    opened(neo4j_server).close()
    every = asked(neo4j_server, "SHOW INDEXES YIELD name, type, state ORDER BY name")
    for kind, name in [
        ("CONSTRAINT", "entity_id"),
        ("INDEX", statements.SEARCH_INDEX),
        ("INDEX", "basis_file"),
    ]:
        asked(neo4j_server, f"DROP {kind} {name}")
    opened(neo4j_server, readonly=readonly).close()
    assert asked(neo4j_server, "SHOW INDEXES YIELD name, type, state ORDER BY name") == every
    assert {each["state"] for each in every} == {"ONLINE"}


def test_a_database_that_is_emptied_while_we_write(neo4j_server: Database, letters: Path) -> None:
    bare(neo4j_server)
    with opened(neo4j_server) as store:
        neo4j_server.empty()
        with refused("neo4j_emptied"):
            ingest(store, [letters])
    assert neo4j_server.count() == 0


def test_a_relationship_made_by_hand_keeps_its_node_and_is_said(
    neo4j_server: Database, letters: Path, undisturbed: list[object]
) -> None:
    bare(neo4j_server)
    with opened(neo4j_server) as store:
        ingest(store, [letters])
        asked(neo4j_server, "MATCH (n:Entity) CREATE (:Note)-[:ABOUT]->(n)")
        with refused("neo4j_by_hand"):
            remove(store, [letters])
        asked(neo4j_server, "MATCH (n:Note) DETACH DELETE n")
    assert_holds(neo4j_server, undisturbed)


def test_a_database_that_another_program_makes_a_store_while_we_look(
    neo4j_server: Database, letters: Path, undisturbed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    bare(neo4j_server)
    look = schema._version

    def look_and_be_overtaken(*where: Any) -> int | None:
        monkeypatch.setattr(schema, "_version", look)
        found = look(*where)
        with opened(neo4j_server) as store:
            ingest(store, [letters])
        return found

    monkeypatch.setattr(schema, "_version", look_and_be_overtaken)
    assert_holds(neo4j_server, undisturbed)


# ---- two at once -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def two() -> Iterator[ProcessPoolExecutor]:
    """Two processes that begin together."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn, initializer=spawn.Barrier(2).wait) as pool:
        yield pool


def _ingest(open_it: Callable[[], GraphStore], files: Sequence[Path], batch: int) -> None:
    Neo4jStore.batch = SqliteStore.batch = batch
    with open_it() as store:
        ingest(store, files)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("back_end", ["sqlite", "neo4j"])
def test_two_that_ingest_at_once_make_the_graph_of_one(
    back_end: str,
    seed: int,
    two: ProcessPoolExecutor,
    letters: Path,
    undisturbed: list[object],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> None:
    if back_end == "neo4j":
        server: Database = request.getfixturevalue("neo4j_server")
        bare(server)
        open_it = partial(opened, Database(server.uri, server.password, server.user))
    else:
        open_it = partial(open_store, str(tmp_path / "store.db"))
    files = sorted(letters.iterdir())
    Random(seed).shuffle(files)  # noqa: S311
    third = LETTERS // 3
    shares = [files[: 2 * third], files[third:]]  # a third of them in both
    both = [two.submit(_ingest, open_it, share, 2 + seed) for share in shares]
    for each in both:
        each.result()
    with open_it() as store:
        assert everything(store) == undisturbed
    if back_end == "neo4j":
        assert asked(server, TWICE) == []


# ---- the server takes its time -----------------------------------------------------------------


@contextmanager
def held(server: Database) -> Iterator[Transaction]:
    """Another program is writing."""
    with server.driver() as driver, driver.session() as session, session.begin_transaction() as transaction:
        transaction.run(statements.LOCK).consume()
        yield transaction
        if not transaction.closed():
            transaction.rollback()


def test_a_long_wait_for_another_writer_is_no_fault(
    neo4j_server: Database, letters: Path, undisturbed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "SILENT_SECONDS", 0.5)
    neo4j_server.empty()
    with opened(neo4j_server) as store, held(neo4j_server) as other:
        threading.Timer(3, other.rollback).start()
        ingest(store, [letters])
    assert_holds(neo4j_server, undisturbed)


def test_a_writer_that_never_ends_is_said(
    neo4j_server: Database, letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.neo4j_store.store.LOCK_SECONDS", 1)
    neo4j_server.empty()
    with opened(neo4j_server) as store:
        before = content(neo4j_server)
        with held(neo4j_server), refused("neo4j_busy"):
            ingest(store, [letters])
    assert content(neo4j_server) == before


# ---- the server dies ---------------------------------------------------------------------------


@pytest.mark.usefixtures("small_steps")
def test_ingest_goes_on_by_itself_when_the_server_comes_back(
    own_neo4j_server: Server, letters: Path, undisturbed: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "RETRY_SECONDS", 60)  # a busy machine starts a server slowly
    own_neo4j_server.empty()
    with (
        ThreadPoolExecutor(1) as beside,
        Proxy(own_neo4j_server.uri) as line,
        opened(own_neo4j_server, line.uri) as store,
    ):

        def die_and_come_back() -> None:
            own_neo4j_server.kill()
            beside.submit(own_neo4j_server.start)

        at_commit = Break(At.WITH_COMMIT, then=die_and_come_back)
        report = ingest(store, [letters], progress=after(10, lambda: line.breaks.append(at_commit)))
        assert not line.breaks
    assert report.new == LETTERS
    assert_holds(own_neo4j_server, undisturbed)


@pytest.mark.usefixtures("small_steps")
def test_a_server_that_stays_away_is_said_and_the_next_ingest_finishes(
    own_neo4j_server: Server, letters: Path, undisturbed: list[object]
) -> None:
    own_neo4j_server.empty()
    with opened(own_neo4j_server) as store, refused("neo4j_away") as fault:

        def die() -> None:
            own_neo4j_server.kill()
            fault.now()

        ingest(store, [letters], progress=after(20, die))
    own_neo4j_server.start()
    with opened(own_neo4j_server) as store:
        report = ingest(store, [letters])
    assert (report.unchanged, report.new) == (20, LETTERS - 20)
    assert_holds(own_neo4j_server, undisturbed)


def test_a_copy_whose_target_dies_goes_on_when_it_is_run_again(
    own_neo4j_server: Server,
    letters: Path,
    undisturbed: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Neo4jStore, "batch", 8)
    monkeypatch.setattr(connecting, "RETRY_SECONDS", 0)
    own_neo4j_server.empty()
    with open_store(str(tmp_path / "store.db")) as source, Proxy(own_neo4j_server.uri) as line:
        ingest(source, [letters])
        with opened(own_neo4j_server, line.uri) as target, refused("neo4j_away"):
            line.breaks.append(Break(At.SENT, 200_000, then=own_neo4j_server.kill))
            copy(source, target)
        own_neo4j_server.start()
        with opened(own_neo4j_server) as target:
            report = copy(source, target)
        assert 0 < report.unchanged < LETTERS
        assert report.unchanged + report.new == LETTERS
    assert_holds(own_neo4j_server, undisturbed)


@pytest.mark.usefixtures("small_steps")
def test_a_frozen_server_is_said_and_used_again_when_it_thaws(
    own_neo4j_server: Server, letters: Path, undisturbed: list[object]
) -> None:
    own_neo4j_server.empty()

    with opened(own_neo4j_server) as store:
        freeze = partial(os.kill, own_neo4j_server.pid, signal.SIGSTOP)
        try:
            with refused("neo4j_away"):
                ingest(store, [letters], progress=after(10, freeze))
        finally:
            os.kill(own_neo4j_server.pid, signal.SIGCONT)
        ingest(store, [letters])
    assert_holds(own_neo4j_server, undisturbed)
