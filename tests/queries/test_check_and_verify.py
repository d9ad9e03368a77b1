"""What is wrong in the data, and the citations of a draft, through resolution of whole files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.identity import changes
from graph.model import (
    Citation,
    CitationKind,
    FileKey,
    Header,
    ParsedDocument,
    Relation,
    SourceFile,
    Stated,
    Symbol,
)
from queries.agreement import same_date, same_issuer, same_type
from queries.check import check
from queries.history import Standing
from queries.verify import Finding, Mismatch, verify

DAY = "2026-06-01"


def stated(value: str | None) -> Stated | None:
    return Stated(value, 0, 1, "letterhead") if value else None


def cite(symbol: str, relation: Relation = Relation.BASIS, **rest: Any) -> Citation:
    return Citation(0, 0, 0, 0, CitationKind.NUMBERED, relation, "numbered", symbol=Symbol(symbol), **rest)


def file(key: str, *cited: Citation, **head: str | None) -> SourceFile:
    """A file whose text is its citations, one a line."""
    text, placed = "", []
    for citation in cited:
        start = len(text)
        text += f"{citation.type or 'Văn bản'} số {citation.symbol}\n"
        end = len(text) - 1
        placed.append(replace(citation, start=start, end=end, sentence_start=start, sentence_end=end))
    header = Header(**{name: stated(value) for name, value in head.items()})  # type: ignore[arg-type]
    return SourceFile(FileKey(key), key, text + key, ParsedDocument(header, tuple(placed)), "1")


@pytest.fixture(params=["sqlite", "networkx"])
def loaded(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[..., Any]:
    from graph.networkx_view import NetworkxStore
    from graph.sqlite_store import SqliteStore

    def put(*files: SourceFile) -> Any:
        store = SqliteStore(tmp_path / "s.db") if request.param == "sqlite" else NetworkxStore()
        store.apply(changes(store, put=files))
        return store

    return put


LAW = file(
    "nd.txt",
    cite("12/2015/NĐ-CP", Relation.REPLACES, type="Nghị định"),
    type="Nghị định",
    symbol="40/2024/NĐ-CP",
    date="2024-05-20",
    issuer="Chính phủ",
    subject="định danh và xác thực điện tử",
)


@pytest.mark.parametrize(
    ("citation", "finding", "mismatches"),
    [
        (cite("40/2024/NĐ-CP", type="Nghị định", date="2024-05-20"), Finding.FOUND, ()),
        (cite("40/2024/NĐ-CP", date="2024"), Finding.FOUND, ()),
        (
            cite("40/2024/NĐ-CP", date="2024-05-02"),
            Finding.MISMATCH,
            (Mismatch("date", "2024-05-02", "2024-05-20"),),
        ),
        (
            cite("40/2024/NĐ-CP", issuer="Thủ tướng Chính phủ"),
            Finding.MISMATCH,
            (Mismatch("issuer", "Thủ tướng Chính phủ", "Chính phủ"),),
        ),
        (
            cite("40/2024/NĐ-CP", type="Thông tư"),
            Finding.MISMATCH,
            (Mismatch("type", "Thông tư", "Nghị định"),),
        ),
        (
            cite("40/2024/NĐ-CP", subject="quản lý khai thác khoáng sản"),
            Finding.MISMATCH,
            (Mismatch("title", "quản lý khai thác khoáng sản", "định danh và xác thực điện tử"),),
        ),
        (
            cite("41/2024/NĐ-CP", type="Nghị định", subject="định danh và xác thực điện tử"),
            Finding.MISMATCH,
            (Mismatch("symbol", "41/2024/NĐ-CP", "40/2024/NĐ-CP"),),
        ),
        (cite("12/2015/NĐ-CP"), Finding.SUPERSEDED, ()),
        (cite("99/2023/NĐ-CP"), Finding.NOT_IN_STORE, ()),
    ],
)
def test_each_finding(
    loaded: Callable[..., Any], citation: Citation, finding: Finding, mismatches: tuple[Mismatch, ...]
) -> None:
    [found] = verify(loaded(LAW), file("draft.txt", citation), day=DAY).citations
    assert (found.finding, found.mismatches) == (finding, mismatches)
    assert found.quote == found.sentence == f"{citation.type or 'Văn bản'} số {citation.symbol}"


def test_a_year_that_the_store_does_not_know_is_wrong(loaded: Callable[..., Any]) -> None:
    store = loaded(file("a.txt", cite("866/QĐ-TTg", date="2023-07-18")))
    [found] = verify(store, file("draft.txt", cite("866/QĐ-TTg", date="2024-07-18")), day=DAY).citations
    assert found.mismatches == (Mismatch("date", "2024-07-18", "2023-07-18"),)


def test_two_years_of_one_number_are_a_question(loaded: Callable[..., Any]) -> None:
    store = loaded(file("a.txt", cite("866/QĐ-TTg", date="2023"), cite("866/QĐ-TTg", date="2024")))
    [found] = verify(store, file("draft.txt", cite("866/QĐ-TTg")), day=DAY).citations
    assert (found.finding, len(found.documents)) == (Finding.AMBIGUOUS, 2)


def test_numbers_of_another_province_prove_nothing(loaded: Callable[..., Any]) -> None:
    store = loaded(file("a.txt", type="Kế hoạch", symbol="9/KH-UBND", date="2025-01-05",
                        issuer="Ủy ban nhân dân tỉnh Lào Cai", jurisdiction="tỉnh Lào Cai"))  # fmt: skip
    draft = file("draft.txt", cite("9/KH-UBND", date="2025-01-05"), jurisdiction="tỉnh Lạng Sơn")
    [found] = verify(store, draft, day=DAY).citations
    assert found.finding is Finding.NOT_IN_STORE
    at_home = file("draft.txt", cite("9/KH-UBND", date="2025-01-05"), jurisdiction="tỉnh Lào Cai")
    assert verify(store, at_home, day=DAY).citations[0].finding is Finding.FOUND


def test_a_draft_in_the_store_does_not_prove_itself(loaded: Callable[..., Any]) -> None:
    draft = file("draft.txt", cite("99/2023/NĐ-CP"), cite("40/2024/NĐ-CP"))
    answer = verify(loaded(LAW, draft), draft, day=DAY)
    assert [one.finding for one in answer.citations] == [Finding.NOT_IN_STORE, Finding.FOUND]
    assert answer.clean


def test_in_force_on_the_day_that_counts(loaded: Callable[..., Any]) -> None:
    [found] = verify(loaded(LAW), file("d.txt", cite("12/2015/NĐ-CP")), day="2020-01-01").citations
    assert (found.finding, found.standing) == (Finding.FOUND, Standing.IN_FORCE)


@pytest.mark.parametrize(
    ("agree", "one", "other", "expected"),
    [
        (same_date, "2024", "2024-12-22", True),
        (same_date, "2024-12-21", "2024-12-22", False),
        (same_issuer, "UBND tỉnh", "Ủy ban nhân dân tỉnh", True),
        (same_issuer, "Bộ trưởng Bộ Y tế", "Bộ Y tế", True),
        (same_issuer, "Chính phủ", "Thủ tướng Chính phủ", False),
        (same_issuer, "Bộ Lao động Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội", True),
        (same_type, "Chương trình hành động", "Chương trình", True),
        (same_type, "Văn bản", "Báo cáo", True),
        (same_type, "Chỉ thị", "Quyết định", False),
    ],
)
def test_what_agrees(agree: Callable[[str, str], bool], one: str, other: str, expected: bool) -> None:
    assert agree(one, other) is agree(other, one) is expected


def test_conflicts_misprints_and_files_without_a_place(loaded: Callable[..., Any]) -> None:
    store = loaded(
        file("a.txt", cite("57-NQ/TW", date="2024-12-21"), cite("9/KH-UBND", date="2025")),
        file("b.txt", cite("57-NQ/TW", date="2024-12-22"), cite("893/QD-TTg", date="2024")),
        file("c.txt", cite("57-NQ/TW", date="2024-12-22", issuer="Bộ Chính trị")),
    )
    answer = check(store)
    [conflict] = answer.conflicts
    assert (conflict.field, conflict.likely) == ("date", "2024-12-22")
    assert conflict.values == (("2024-12-21", ("a.txt",)), ("2024-12-22", ("b.txt", "c.txt")))
    assert [(one.file, one.printed, one.likely) for one in answer.misprints] == [
        ("b.txt", "893/QD-TTg", "893/QĐ-TTg")
    ]
    assert answer.without_jurisdiction == ("a.txt",)
    assert conflict.document in answer.nodes
