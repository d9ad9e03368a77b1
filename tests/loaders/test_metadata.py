"""metadata.csv: what is stated beside a file, from the table to the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import Malformed
from graph.export.jsonl import dump
from graph.identity.lookup import candidates
from graph.model import Beside, Symbol
from graph.networkx_view import NetworkxStore
from graph.sqlite_store import SqliteStore
from loaders.ingest import ingest
from loaders.metadata import read_metadata

SCAN = """Kính gửi: Sở Khoa học và Công nghệ.
Thực hiện Nghị quyết số 57-NQ/TW, đề nghị Sở Khoa học và Công nghệ báo cáo kết quả./.
"""
REPLY = """Kính gửi: Văn phòng UBND tỉnh Sông Hà.
Thực hiện Công văn số 617/VP-TTHC ngày 04/8/2025 của Văn phòng UBND tỉnh Sông Hà, Sở Tư pháp báo cáo như sau./.
"""


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "metadata.csv").write_text(text, encoding=encoding)
    return folder


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_row_states_what_its_cells_say(tmp_path: Path, encoding: str) -> None:
    folder = table(
        tmp_path,
        "date,file,symbol,jurisdiction,subject\n04/8/2025,quet/a.txt, 617/VP - TTHC ,Lạng Sơn,\n\n"
        '2025,b.txt,,,"Về việc ""x, y"""\n',
        encoding,
    )
    found = read_metadata(folder)
    assert found["quet/a.txt"].beside == Beside(symbol=Symbol("617/VP-TTHC"), date="2025-08-04")
    assert found["quet/a.txt"].jurisdiction == "tỉnh Lạng Sơn"
    assert found["b.txt"].beside.date == "2025"


def test_no_table_states_nothing(tmp_path: Path) -> None:
    assert read_metadata(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("tep,symbol\n", 1, "file"),
        ("file,file\n", 1, "file"),
        ("symbol,date\nx,2025\n", 1, "file"),
        ("file,date\na.txt,hôm qua\n", 2, "hôm qua"),
        ("file,date\na.txt,31/02/2025\n", 2, "31/02/2025"),
        ("file,jurisdiction\na.txt,chỗ nào đó\n", 2, "chỗ nào đó"),
        ("file,symbol\n,5/KH-UBND\n", 2, "no file"),
        ("file\na.txt,b,c\n", 2, "too many"),
        ('file,subject\na.txt,"mở mà không đóng\n', 2, ""),
    ],
)
def test_a_table_that_cannot_be_right_says_where(tmp_path: Path, text: str, line: int, word: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_metadata(table(tmp_path, text))
    assert (caught.value.code, caught.value.details["line"]) == ("metadata", line)
    assert word in str(caught.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "van-ban"
    place.mkdir()
    (place / "quet.txt").write_text(SCAN, encoding="utf-8")
    (place / "tra-loi.txt").write_text(REPLY, encoding="utf-8")
    return place


def test_a_scan_meets_its_citations_when_its_number_is_stated(tmp_path: Path, folder: Path) -> None:
    with SqliteStore(tmp_path / "s.db") as store:
        ingest(store, [folder])
        [cited] = candidates(store, "617/VP-TTHC")
        assert cited.status == "cited"
        stated = "file,symbol,date,issuer,jurisdiction\nquet.txt,617/VP-TTHC,04/8/2025,Văn phòng UBND tỉnh,tỉnh Sông Hà\n"
        report = ingest(store, [table(folder, stated)])
        assert (report.changed, report.unchanged, report.failed) == (1, 1, [])
        [known] = candidates(store, "617/VP-TTHC")
        assert (known.id, known.files, known.date) == (cited.id, ("quet.txt",), "2025-08-04")
        assert ingest(store, [folder]).unchanged == 2


def test_the_order_of_table_and_files_does_not_matter(tmp_path: Path, folder: Path) -> None:
    stated = "file,symbol,date,jurisdiction\nquet.txt,617/VP-TTHC,04/8/2025,tỉnh Sông Hà\n"
    first, second = NetworkxStore(), NetworkxStore()
    ingest(first, [folder])
    ingest(first, [table(folder, stated)])
    ingest(second, [folder / "tra-loi.txt"])
    ingest(second, [folder])
    assert list(dump(first)) == list(dump(second))
    (folder / "metadata.csv").unlink()
    ingest(first, [folder], jurisdiction=None)
    assert [one.status for one in candidates(first, "617/VP-TTHC")] == ["cited"]


def test_the_letterhead_comes_before_the_table_and_both_are_claims(tmp_path: Path) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    head = "ỦY BAN NHÂN DÂN\nTỈNH SÔNG HÀ\nSố: 88/KH-UBND\nSông Hà, ngày 10 tháng 3 năm 2025\n\nKẾ HOẠCH\n1. x.\n"
    (folder / "a.txt").write_text(head, encoding="utf-8")
    store = NetworkxStore()
    ingest(store, [table(folder, "file,symbol,date\na.txt,89/KH-UBND,11/3/2025\n")])
    [node] = candidates(store, "88/KH-UBND")
    assert (node.symbol, node.date) == ("88/KH-UBND", "2025-03-10")
    lines = [line for line in dump(store) if '"88/KH-UBND"' in line and '"node":"document"' in line]
    assert '"2025-03-11"' in lines[0]
    assert '"89/KH-UBND"' in lines[0]


def test_a_broken_table_is_reported_and_the_files_go_on(tmp_path: Path, folder: Path) -> None:
    with SqliteStore(tmp_path / "s.db") as store:
        ingest(store, [table(folder, "file,symbol\nquet.txt,617/VP-TTHC\n")])
        report = ingest(store, [table(folder, "file,so\n")])
        assert [one.kind for one in report.failed] == ["malformed"]
        assert report.unchanged == 2
        assert candidates(store, "617/VP-TTHC")
        report = ingest(store, [table(folder, "file,symbol\nkhong-co.txt,1/KH-UBND\n")])
        assert [one.code for one in report.failed] == ["metadata_no_file"]
