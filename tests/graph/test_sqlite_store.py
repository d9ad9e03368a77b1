"""The SQLite store against kills, other programs, other versions and other files."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import Locked, Newer, StoreError, Unavailable, UsageError
from graph.export.details import details
from graph.lot import lot
from graph.model import BlockKey, ChangeSet, Claims, Count, Document, EdgeKind, FileKey, NodeId, NodeKind
from graph.open_store import open_store
from graph.sqlite_store import SqliteStore, migrations, opening, schema, walking
from graph.store import TaskFilter

Make = SimpleNamespace

EDGES = 20

WRITER = f"""
import os, random, signal, sqlite3, sys
from graph.model import *
from graph.sqlite_store import SqliteStore

path, start, die_at = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])

def changes(n):
    key = FileKey(f"{{n:05}}.txt")
    names = [f"doc{{n:05}}", "law0", "law1", "law2"]
    nodes = [Document(NodeId(name), BlockKey("B")) for name in names]
    nodes += [Agency(NodeId(f"org{{n:05}}"), "Sở Y tế")]
    places = [Evidence(key, i, i + 1, "x", 0, 9, "t") for i in range({EDGES})]
    ends = [nodes[1 + i % 4].id for i in range({EDGES})]
    edges = [Edge(EdgeKind.BASIS, nodes[0].id, end, place) for end, place in zip(ends, places)]
    file = SourceFile(key, "0", "Căn cứ " * 500, ParsedDocument(Header()), "1")
    mention = Resolved(DocumentMention(key, -1, BlockKey("B")), nodes[0].id)
    return ChangeSet((), (key,), (file,), (), tuple(nodes), (mention,), tuple(edges))

statements = 0
def count(statement):
    global statements
    statements += 1
    if die_at and statements == die_at:
        os.kill(os.getpid(), signal.SIGKILL)

connect = sqlite3.connect
def counted(*args, **options):
    connection = connect(*args, **options)
    connection.set_trace_callback(count)
    return connection
sqlite3.connect = counted

store = SqliteStore(path)
n = start
while True:
    store.apply(changes(n))
    sys.stdout.write(f"{{n}}\\n")
    sys.stdout.flush()
    n += 1
"""


def start_writer(path: Path, start: int, *, die_at: int = 0) -> subprocess.Popen[str]:
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(start), str(die_at)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )


def whole_documents(path: Path) -> list[int]:
    """The documents of the writer that are there, each proved whole."""
    with SqliteStore(path) as store:
        assert store.problems() == ()
        ledger = [row.key for row in store.ledger()]
        files = list(store.files(ledger))
        loaded = [node.id for node in store.scan(NodeKind.DOCUMENT) if node.id.startswith("doc")]
        assert files == ledger == [f"{id[3:]}.txt" for id in loaded]
        assert [each.document for each in store.mentions(ledger)] == loaded
        assert len(store.edges_from(loaded)) == EDGES * len(loaded)
        assert [node.id[3:] for node in store.scan(NodeKind.AGENCY)] == [id[3:] for id in loaded]
        assert len(store.find("y te", limit=10**6)) == len(loaded)
        return [int(id[3:]) for id in loaded]


# ---- kills -------------------------------------------------------------------------------------


def test_kill_9_at_random_moments_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    acknowledged: list[int] = []
    for kill in range(8):
        with start_writer(path, start=len(acknowledged)) as child:
            assert child.stdout is not None
            for _ in range(1 + 3 * kill):
                acknowledged.append(int(child.stdout.readline()))
            child.kill()
            acknowledged += [int(line) for line in child.stdout]
        there = whole_documents(path)
        assert there[: len(acknowledged)] == acknowledged
        assert len(there) <= len(acknowledged) + 1
        acknowledged = there


@pytest.mark.parametrize("die_at", [*range(1, 45, 4), *range(45, 200, 11)])
def test_kill_9_at_a_statement_leaves_nothing_half(tmp_path: Path, die_at: int) -> None:
    """About thirty statements make a store, about seventy write one document."""
    path = tmp_path / "store.db"
    with start_writer(path, start=0, die_at=die_at) as child:
        assert child.stdout is not None
        acknowledged = [int(line) for line in child.stdout]
    assert child.returncode == -signal.SIGKILL
    assert whole_documents(path)[: len(acknowledged)] == acknowledged


def test_a_failed_apply_leaves_the_store_usable(tmp_path: Path, make: Make) -> None:
    with SqliteStore(tmp_path / "store.db") as store:
        with pytest.raises(StoreError):
            store.apply(ChangeSet(nodes=(make.document("doc1"),), edges=(make.edge("doc1 basis no"),)))
        store.apply(ChangeSet(nodes=(make.document("doc2"),)))
        assert [node.id for node in store.scan(NodeKind.DOCUMENT)] == ["doc2"]


# ---- versions and foreign files ----------------------------------------------------------------


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        yield connection


@pytest.mark.parametrize("readonly", [False, True])
def test_a_newer_store_is_refused_and_not_touched(tmp_path: Path, readonly: bool) -> None:
    SqliteStore(tmp_path / "store.db").close()
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = snapshot(tmp_path)
    with pytest.raises(Newer, match="update chidao"):
        SqliteStore(tmp_path / "store.db", readonly=readonly)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize("content", [b"Can cu Nghi quyet", b"\0", b"SQLite format 3\0", b"x" * 5000])
def test_a_file_of_another_kind_is_refused_and_not_touched(
    tmp_path: Path,
    content: bytes,
    readonly: bool,
) -> None:
    (tmp_path / "store.db").write_bytes(content)
    with pytest.raises(Unavailable, match="not a chidao store"):
        SqliteStore(tmp_path / "store.db", readonly=readonly)
    assert snapshot(tmp_path) == {"store.db": content}


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_database_of_another_program_is_refused_and_not_touched(
    tmp_path: Path, database: sqlite3.Connection, mode: str
) -> None:
    database.execute(f"PRAGMA journal_mode = {mode}")
    database.execute("CREATE TABLE node (x)")
    before = snapshot(tmp_path)
    with pytest.raises(Unavailable, match="not a chidao store"):
        SqliteStore(tmp_path / "store.db")
    assert snapshot(tmp_path) == before


def test_a_damaged_store_says_so(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path) as store:
        store.apply(ChangeSet(nodes=tuple(make.document(f"doc{n}", subject="x" * 500) for n in range(500))))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    with pytest.raises(Unavailable, match="damaged"), SqliteStore(path) as store:
        list(store.scan(NodeKind.DOCUMENT))


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="check the path"):
        SqliteStore(tmp_path)


def test_the_header_says_whose_file_it_is(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "store.db").close()
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        pragmas = ("application_id", "user_version", "journal_mode")
        found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == [schema.APPLICATION_ID, len(schema.MIGRATIONS), "wal"]


# ---- migrations --------------------------------------------------------------------------------


def test_an_older_store_is_copied_then_taken_further(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path) as store:
        store.apply(ChangeSet(nodes=(make.document("doc1"),)))
    newest = len(schema.MIGRATIONS)
    following = ("ALTER TABLE node ADD COLUMN note TEXT", f"PRAGMA user_version = {newest + 1}")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.migrate(connection, path, (*schema.MIGRATIONS, following))
        assert migrations.version_of(connection) == newest + 1
        assert connection.execute("SELECT id, note FROM node").fetchall() == [("doc1", None)]
    with SqliteStore(tmp_path / f"store.db.v{newest}", readonly=True) as copy:
        assert [node.id for node in copy.scan(NodeKind.DOCUMENT)] == ["doc1"]
    assert sorted(snapshot(tmp_path)) == ["store.db", f"store.db.v{newest}"]


def test_the_groups_of_a_first_store_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    key = BlockKey("57NQ/TW")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.migrate(connection, path, (schema.FIRST,))
        node = '{"id":"doc1","block":"57NQ/TW","claims":[{"field":"date","values":[["2024",["a.txt"]]]}]}'
        connection.execute("INSERT INTO node VALUES (1, 'doc1', 'document', ?)", [node])
        for number, file in enumerate(("a.txt", "b.txt"), start=1):
            connection.execute("INSERT INTO file (key, path) VALUES (?, ?)", [number, file])
            said = '{"date":"2024","period":"xiii"}'
            connection.execute("INSERT INTO mention VALUES (?, 0, ?, 1, ?)", [number, key, said])
    with SqliteStore(path) as store:
        [group] = store.groups([key])
        assert (group.mentions, group.counts, group.document) == (2, (Count("date", "2024", 2),), "doc1")
        assert store.nodes([NodeId("doc1")])[NodeId("doc1")] == Document(NodeId("doc1"), key)
        assert details(store, store.nodes([NodeId("doc1")]).values()).claims == {
            NodeId("doc1"): (Claims("date", (("2024", (FileKey("a.txt"), FileKey("b.txt"))),)),)
        }


def test_the_nodes_of_a_second_store_get_their_lots(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "store.db"
    nodes = (
        make.document("doc1", subject="Đề án"),
        make.document("doc2"),
        make.task("job1", document="doc1"),
    )
    edges = (make.edge("doc2 basis doc1"), make.edge("doc1 assigns job1"))
    with SqliteStore(path) as store:
        store.apply(ChangeSet(nodes=nodes, edges=edges, resolved=(make.resolved("a.txt", 0, "X", "doc1"),)))
        before = everything(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        count_keys_as_the_second_did(connection)
    with SqliteStore(path) as store:
        assert everything(store) == before
        assert store.problems() == ()
        assert set(store._connection.execute("SELECT key, id FROM node")) == {
            (lot(n.id), n.id) for n in nodes
        }


def count_keys_as_the_second_did(connection: sqlite3.Connection) -> None:
    for number, (key,) in enumerate(connection.execute("SELECT key FROM node").fetchall(), start=1):
        for statement in (
            "UPDATE edge SET source = ?1 WHERE source = ?2",
            "UPDATE edge SET target = ?1 WHERE target = ?2",
            "UPDATE mention SET document = ?1 WHERE document = ?2",
            "UPDATE task SET node = ?1 WHERE node = ?2",
            "INSERT INTO search (rowid, words) SELECT ?1, words FROM search WHERE rowid = ?2",
            "DELETE FROM search WHERE rowid <> ?1 AND rowid = ?2",
            "UPDATE node SET key = ?1 WHERE key = ?2",
        ):
            connection.execute(statement, [number, key])
    connection.execute("UPDATE node SET data = json_insert(data, '$.id', id)")
    connection.execute("PRAGMA user_version = 2")


def everything(store: SqliteStore) -> list[object]:
    ids = [NodeId(id) for id in ("doc1", "doc2", "job1")]
    return [
        store.nodes(ids),
        store.edges_from(ids),
        store.mentions_of(ids),
        store.tasks(TaskFilter()),
        store.find("de an", limit=9),
        store.downward(ids[0], frozenset(EdgeKind)),
    ]


def test_a_step_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    SqliteStore(path).close()
    broken = ("CREATE TABLE extra (x)", "CREATE TABLE node (x)", "PRAGMA user_version = 2")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrations.migrate(connection, path, (*schema.MIGRATIONS, broken))
        assert migrations.version_of(connection) == len(schema.MIGRATIONS)
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'extra'").fetchall() == []
    SqliteStore(path).close()


def test_programs_that_make_the_same_store_at_once_both_succeed(tmp_path: Path) -> None:
    failures: list[BaseException] = []

    def open_and_write(n: int) -> None:
        try:
            with SqliteStore(tmp_path / "store.db") as store:
                store.apply(ChangeSet(nodes=(Document(NodeId(f"doc{n}"), BlockKey("B")),)))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with SqliteStore(tmp_path / "store.db", readonly=True) as store:
        assert [node.id for node in store.scan(NodeKind.DOCUMENT)] == [f"doc{n}" for n in range(6)]


# ---- other programs ----------------------------------------------------------------------------


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    SqliteStore(path).close()
    children = [start_writer(path, start) for start in (0, 50_000)]
    written: set[int] = set()
    for child in children:
        assert child.stdout is not None
        written.update(int(child.stdout.readline()) for _ in range(15))
    for child in children:
        with child:
            child.kill()
            assert child.stdout is not None
            written.update(int(line) for line in child.stdout)
    there = set(whole_documents(path))
    assert written <= there
    assert len(there) <= len(written) + len(children)


def test_a_lock_that_stays_is_reported(tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    path = tmp_path / "store.db"
    with SqliteStore(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match="another program"):
            store.apply(ChangeSet(nodes=(make.document("doc1"),)))
        other.execute("ROLLBACK")
        store.apply(ChangeSet(nodes=(make.document("doc1"),)))


def test_a_reader_shows_one_moment_and_never_waits(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "store.db"
    with SqliteStore(path) as writer:
        writer.apply(ChangeSet(nodes=(make.document("doc1"),)))
        with SqliteStore(path, readonly=True) as reader:
            writer.apply(ChangeSet(nodes=(make.document("doc2"),)))
            assert [node.id for node in reader.scan(NodeKind.DOCUMENT)] == ["doc1"]
        with SqliteStore(path, readonly=True) as reader:
            assert [node.id for node in reader.scan(NodeKind.DOCUMENT)] == ["doc1", "doc2"]


def test_a_reader_cannot_write(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "store.db"
    SqliteStore(path).close()
    with SqliteStore(path, readonly=True) as reader, pytest.raises(StoreError, match="read-only"):
        reader.apply(ChangeSet(nodes=(make.document("doc1"),)))


@pytest.mark.parametrize("content", [None, b""])
def test_reading_what_is_not_there_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "store.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Unavailable, match="run `chidao ingest` first"):
        SqliteStore(path, readonly=True)
    assert path.exists() == (content is not None)


def test_what_was_written_is_there_after_reopening(tmp_path: Path, make: Make) -> None:
    file = make.source("a.txt", "Căn cứ Luật Đất đai", origin="/x")
    node = make.document("doc1", subject="đ\x00\U0001f600")
    with SqliteStore(tmp_path / "store.db") as store:
        store.apply(ChangeSet(files=(file,), nodes=(node,)))
    with SqliteStore(tmp_path / "store.db") as store:
        assert store.files([FileKey("a.txt")]) == {"a.txt": file}
        assert store.nodes([NodeId("doc1")]) == {"doc1": node}
    assert os.listdir(tmp_path) == ["store.db"]  # noqa: PTH208


# ---- addresses ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("sqlite:///a.db", "a.db"),
        ("SQLite:///a.db", "a.db"),
        ("sqlite:///c%C3%B4ng%20v%C4%83n.db", "công văn.db"),
        ("sqlite:///a%3Fb%23c.db", "a?b#c.db"),
        ("a.db", "a.db"),
        ("a%20b.db", "a%20b.db"),
        ("./new/folder/a.db", "new/folder/a.db"),
    ],
)
def test_an_address_names_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    open_store(url).close()
    assert (tmp_path / name).is_file()


def test_four_strokes_make_an_absolute_path(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/a.db").close()
    open_store(f"sqlite:///{tmp_path}/a.db", readonly=True).close()
    assert (tmp_path / "a.db").is_file()


@pytest.mark.parametrize("url", ["redis://host/1", "sqlite://a.db", "sqlite://host/a.db", "sqlite:///", ""])
def test_an_address_that_means_nothing_says_what_exists(url: str) -> None:
    with pytest.raises(UsageError, match="sqlite:///path"):
        open_store(url)


# ---- walks -------------------------------------------------------------------------------------


@pytest.mark.parametrize("most_kept", [0, 3, 100])
def test_what_a_readonly_store_remembers_changes_no_answer(
    tmp_path: Path, make: Make, most_kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "MOST_KEPT", most_kept)
    chance = random.Random(3)  # noqa: S311
    nodes = [make.document(f"d{n}") for n in range(30)]
    edges = [
        make.edge(f"d{chance.randrange(30)} {kind} d{chance.randrange(30)}", at=(n, n + 1))
        for n in range(30)
        for kind in ("basis", "guides")
    ]
    kinds = [frozenset({EdgeKind.BASIS}), frozenset({EdgeKind.BASIS, EdgeKind.GUIDES})]
    path = tmp_path / "store.db"
    with SqliteStore(path) as store:
        store.apply(ChangeSet(nodes=tuple(nodes), edges=tuple(edges)))
        with SqliteStore(path, readonly=True) as reader:
            asked = [(node.id, some) for node in nodes for some in kinds] * 2
            before = [list(store.upward(*each).links.items()) for each in asked]
            assert [list(reader.upward(*each).links.items()) for each in asked] == before
            store.apply(ChangeSet(removed=(FileKey("a.txt"),)))
            assert store.upward(*asked[0]).links == {"d0": ()}
            assert [list(reader.upward(*each).links.items()) for each in asked] == before
