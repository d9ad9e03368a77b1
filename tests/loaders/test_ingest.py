"""The graph is a function of the files: laws and cases of ingest, on both stores."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.export.jsonl import dump
from graph.networkx_view import NetworkxStore
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore
from loaders import ingest as engine
from loaders.ingest import ingest, rebuild, remove

LETTERS = {
    "ke-hoach.txt": """ỦY BAN NHÂN DÂN
TỈNH SÔNG HÀ
Số: 88/KH-UBND
Sông Hà, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị

1. Sở Khoa học và Công nghệ chủ trì, phối hợp với Công an tỉnh xây dựng nền tảng dữ liệu, hoàn thành
trước ngày 30/6/2025.
2. Sở Tài chính bố trí kinh phí thực hiện.
""",
    "cong-van.txt": """Kính gửi: Sở Khoa học và Công nghệ.
Thực hiện Kế hoạch số 88/KH-UBND ngày 10/3/2025 của UBND tỉnh Sông Hà và Nghị quyết số 57-NQ/TW,
UBND tỉnh Sông Hà yêu cầu Sở Khoa học và Công nghệ báo cáo kết quả trước ngày 15/5/2025./.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lê Văn Mẫu
""",
    "gop-y.txt": """Kính gửi: Sở Nội vụ.
Theo đề nghị của Sở Nội vụ tại Công văn số 12/SNV-CCHC ngày 02/4/2025, Văn phòng UBND tỉnh có ý kiến như sau:
1. Đề nghị Sở Nội vụ bổ sung căn cứ Nghị quyết số 57-NQ/TW./.
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "van-ban"
    place.mkdir()
    for name, text in LETTERS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(params=["sqlite", "networkx"])
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], GraphStore]]:
    opened: list[GraphStore] = []

    def new() -> GraphStore:
        name = tmp_path / f"{len(opened)}.db"
        opened.append(SqliteStore(name) if request.param == "sqlite" else NetworkxStore())
        return opened[-1]

    yield new
    for store in opened:
        store.close()


def lines(store: GraphStore) -> list[str]:
    return list(dump(store))


def test_new_then_unchanged(new_store: Callable[[], GraphStore], folder: Path) -> None:
    store = new_store()
    first = ingest(store, [folder])
    before = lines(store)
    second = ingest(store, [folder])
    assert (first.files, first.new, first.failed) == (3, 3, [])
    assert (second.new, second.changed, second.unchanged) == (0, 0, 3)
    assert lines(store) == before


def test_order_batches_and_processes_do_not_matter(
    new_store: Callable[[], GraphStore], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = new_store()
    ingest(reference, [folder])
    for seed in range(3):
        names = sorted(LETTERS)
        random.Random(seed).shuffle(names)  # noqa: S311
        store = new_store()
        for name in names:
            ingest(store, [folder / name])
        assert lines(store) == lines(reference)
    several = new_store()
    monkeypatch.setattr(type(several), "batch", 1)
    ingest(several, [folder], workers=2)
    assert lines(several) == lines(reference)


def test_a_removed_file_is_as_if_it_never_came(new_store: Callable[[], GraphStore], folder: Path) -> None:
    without, removed = new_store(), new_store()
    ingest(without, [folder / "ke-hoach.txt", folder / "gop-y.txt"])
    ingest(removed, [folder])
    report = remove(removed, [folder / "cong-van.txt"])
    assert report.removed == 1
    assert lines(removed) == lines(without)


def test_replace_makes_the_folder_what_it_is_now(new_store: Callable[[], GraphStore], folder: Path) -> None:
    store, fresh = new_store(), new_store()
    ingest(store, [folder])
    (folder / "gop-y.txt").unlink()
    assert ingest(store, [folder]).removed == 0
    assert ingest(store, [folder], replace_folder=True).removed == 1
    ingest(fresh, [folder])
    assert lines(store) == lines(fresh)


def test_an_unreadable_file_keeps_its_last_good_version(
    new_store: Callable[[], GraphStore], folder: Path
) -> None:
    store = new_store()
    ingest(store, [folder])
    before = lines(store)
    (folder / "ke-hoach.txt").write_bytes(b"\x00\x01\x02 not text \xff")
    report = ingest(store, [folder])
    assert [failure.file for failure in report.failed] == ["ke-hoach.txt"]
    assert (report.unchanged, report.changed) == (2, 0)
    assert lines(store) == before


def test_one_bad_file_does_not_cost_the_others(new_store: Callable[[], GraphStore], folder: Path) -> None:
    (folder / "hong.txt").write_bytes(b"\x00\x01\xff\xfe\x00")
    report = ingest(new_store(), [folder])
    assert (report.files, report.new, len(report.failed)) == (4, 3, 1)


def test_two_folders_with_the_same_name_do_not_replace_each_other(
    new_store: Callable[[], GraphStore], folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khac"
    other.mkdir()
    (other / "gop-y.txt").write_text(LETTERS["cong-van.txt"], encoding="utf-8")
    store = new_store()
    ingest(store, [folder])
    before = lines(store)
    report = ingest(store, [other])
    assert [failure.kind for failure in report.failed] == ["same_name"]
    assert lines(store) == before


def test_a_dry_run_writes_nothing(new_store: Callable[[], GraphStore], folder: Path) -> None:
    store = new_store()
    assert ingest(store, [folder], dry_run=True).new == 3
    assert lines(store) == []


def test_an_interrupt_keeps_what_was_acknowledged(
    new_store: Callable[[], GraphStore], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = new_store()
    monkeypatch.setattr(type(store), "batch", 1)

    def interrupt_after_two(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(store, [folder], progress=interrupt_after_two, workers=1)
    assert [row.key for row in store.ledger()] == sorted(LETTERS)[:2]
    assert ingest(store, [folder]).new == 1


def test_files_without_a_place_are_named_and_a_place_can_be_stated(
    new_store: Callable[[], GraphStore], folder: Path
) -> None:
    store = new_store()
    report = ingest(store, [folder])
    assert report.without_jurisdiction == ["gop-y.txt"]
    stated = ingest(store, [folder], jurisdiction="tỉnh Sông Hà")
    assert (stated.changed, stated.without_jurisdiction) == (3, [])
    assert ingest(store, [folder]).unchanged == 3


def test_rebuild_reads_again_what_older_rules_read(
    new_store: Callable[[], GraphStore], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, fresh = new_store(), new_store()
    with monkeypatch.context() as older:
        older.setattr(engine, "RULES_VERSION", "0")
        ingest(store, [folder])
    assert rebuild(store).files == 3
    assert rebuild(store).files == 0
    ingest(fresh, [folder])
    assert lines(store) == lines(fresh)
