"""A store as files, taken in by the import tool of a real server: the same store again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.export import neo4j_csv
from graph.export.jsonl import dump
from graph.model import Beside, FileKey
from graph.neo4j_store import Neo4jStore, statements
from graph.neo4j_store.address import Login, address_of
from graph.sqlite_store import SqliteStore
from loaders.ingest import ingest
from tests.neo4j_server.artefacts import Missing
from tests.neo4j_server.choose import skip_or_fail
from tests.neo4j_server.server import Server

NASTY = """ỦY BAN NHÂN DÂN TỈNH SÔNG HÀ
Số: 77/UBND-"KT"
"Dấu ""nháy"" kép", \\dấu\\ chéo; phẩy, tab\tvà dòng\r\nxuống \u2028 '\x1e' 漢字 🙂 \\"
Thực hiện Công văn số 12/VPCP-
KSTT ngày 28/5/2025 của Văn phòng Chính phủ về "một; hai, ba",
giao Sở "Y tế" báo cáo
trước ngày 30/6/2025.
"""


@pytest.fixture
def store(tmp_path: Path, samples_dir: Path) -> Iterator[SqliteStore]:
    """The sample story, and a file that holds all that a CSV can break on."""
    folder = tmp_path / "in, 'a' \"folder\"; đ"
    folder.mkdir()
    (folder / 'công văn; "7", 7.txt').write_text(NASTY, encoding="utf-8", newline="")
    with SqliteStore(tmp_path / "a.db") as store:
        assert ingest(store, [samples_dir]).failed == []
        assert ingest(store, [folder], jurisdiction="tỉnh Sông Hà").failed == []
        yield store


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Server]:
    """A new server that was never started."""
    try:
        server = Server(tmp_path / "home")
    except Missing as missing:
        skip_or_fail(str(missing))
    yield server
    server.kill()


def test_what_is_imported_is_the_same_store(store: SqliteStore, stopped: Server, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    neo4j_csv.write(store, folder)
    stopped.admin("database", "import", "full", "neo4j", f"@{neo4j_csv.ARGUMENTS}", folder=folder)
    stopped.start()
    login = Login(stopped.user, stopped.password)
    with Neo4jStore(address_of(stopped.uri), login, readonly=True) as imported:
        keys = [row.key for row in store.ledger()]
        assert list(dump(imported)) == list(dump(store))
        assert list(imported.ledger()) == list(store.ledger())
        assert imported.files(keys) == store.files(keys)
        assert imported.mentions(keys) == store.mentions(keys)
        assert imported.find("so y te", limit=9) == store.find("so y te", limit=9)
    with stopped.driver() as driver:
        names = {row[0] for row in driver.execute_query("SHOW INDEXES YIELD name").records}
        assert statements.SCHEMA.keys() <= names
    with Neo4jStore(address_of(stopped.uri), login) as imported:
        for each in (imported, store):
            ingest_again(each)
        assert list(dump(imported)) == list(dump(store))


def ingest_again(store: SqliteStore | Neo4jStore) -> None:
    """A changed file resolves as it does in the store that was exported: the groups came along."""
    from graph.identity import changes

    file = store.files([FileKey("07-chi-thi-15-ct-ubnd.txt")]).popitem()[1]
    other = replace(file, beside=Beside(subject="Tên khác"))
    store.update(lambda view: changes(view, put=[other], remove=[FileKey("04-thong-bao-19-tb-tgv.txt")]))


def test_a_folder_with_files_is_not_overwritten(store: SqliteStore, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not empty"):
        neo4j_csv.write(store, tmp_path)
