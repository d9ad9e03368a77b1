"""Pinpoints that head a citation, and the places that they name."""

from __future__ import annotations

import time

import pytest

from loaders import pinpoints

C_TO_P = tuple("cdđeghiklmnop")

RUNS = [
    ("điểm b khoản 1 Điều 18 ", [("Điều 18", "khoản 1", "điểm b")]),
    ("điểm d, khoản 2, Điều 38, ", [("Điều 38", "khoản 2", "điểm d")]),
    ("điểm a.2 khoản 1 Điều 20 ", [("Điều 20", "khoản 1", "điểm a.2")]),
    ("phân II Phụ lục I ", [("Phụ lục I", "phân II")]),
    ("mục 3 Phụ lục II ban hành kèm ", [("Phụ lục II", "mục 3")]),
    ("Điểm 7 Mục 3 ", [("Mục 3", "Điểm 7")]),
    ("khoản 2, 3 Điều 77 ", [("Điều 77", "khoản 2"), ("Điều 77", "khoản 3")]),
    ("Điều 79, 80 ", [("Điều 79",), ("Điều 80",)]),
    ("Điều 7, Điều 8 ", [("Điều 7",), ("Điều 8",)]),
    ("Khoản 24 và khoản 25 Điều 1 ", [("Điều 1", "Khoản 24"), ("Điều 1", "khoản 25")]),
    (
        "khoản 1 Điều 6, Điều 9 và điểm b khoản 1 Điều 18 ",
        [("Điều 6", "khoản 1"), ("Điều 9",), ("Điều 18", "khoản 1", "điểm b")],
    ),
    (
        "các khoản 2, 3 và 12 Điều 17 ",
        [("Điều 17", "khoản 2"), ("Điều 17", "khoản 3"), ("Điều 17", "khoản 12")],
    ),
    ("điểm c đến điểm p khoản 1 Điều 3 ", [("Điều 3", "khoản 1", f"điểm {letter}") for letter in C_TO_P]),
    (
        "khoản 3 đến khoản 5 Điều 4 của ",
        [("Điều 4", "khoản 3"), ("Điều 4", "khoản 4"), ("Điều 4", "khoản 5")],
    ),
    ("Điều 10a ", [("Điều 10a",)]),
    ("điểm a1 khoản 2a Điều 4 ", [("Điều 4", "khoản 2a", "điểm a1")]),
    ("Chương II ", [("Chương II",)]),
    ("Tiểu mục 1 Mục 1 Chương III ", [("Chương III", "Mục 1", "Tiểu mục 1")]),
    ("điểm g mục 9 của ", [("mục 9", "điểm g")]),
    ("Phụ lục II kèm theo ", [("Phụ lục II",)]),
    ("Phụ lục I.11 ", [("Phụ lục I.11",)]),
    (
        "khoản 3 Mục III Phụ lục I Phân loại công trình theo công năng sử dụng, ban hành kèm theo ",
        [("Phụ lục I", "Mục III", "khoản 3")],
    ),
    ("khoản 2 Điêu 157 ", [("Điêu 157", "khoản 2")]),
    ("khoản 8 Phụ lục 6.2 kèm ", [("Phụ lục 6.2", "khoản 8")]),
    ("Mẫu số 01B tại Phụ lục kèm theo ", [("Phụ lục", "Mẫu 01B")]),
    ("Mẫu số 17 Phần II Phụ lục ban hành kèm theo ", [("Phụ lục", "Phần II", "Mẫu 17")]),
    ("khoản\n2 Điều 11, khoản 2 Điều 12 ", [("Điều 11", "khoản 2"), ("Điều 12", "khoản 2")]),
]


@pytest.mark.parametrize(("text", "places"), RUNS)
def test_a_run_is_read_whole_and_names_its_places(text: str, places: list[tuple[str, ...]]) -> None:
    found = pinpoints.before(text, len(text))
    assert found is not None
    assert found.start == 0
    assert list(pinpoints.paths(found.text)) == places


@pytest.mark.parametrize(
    "text", ["các quan điểm ", "thời điểm ", "theo hướng dẫn tại ", "Mục tiêu ", "phần mềm ", ""]
)
def test_other_words_are_no_pinpoints(text: str) -> None:
    assert pinpoints.before(text, len(text)) is None


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("phổ biến Điều 15 Tội trốn thuế của ⟦Bộ luật Thuế⟧", "Điều 15"),
        ("theo ⟦Nghị định A⟧ (trong đó có quy định tại điểm c khoản 1 Điều 8)", "điểm c khoản 1 Điều 8"),
        ("hiệu lực của ⟦Nghị định A⟧ quy định cụ thể tại Điều 21.", "Điều 21"),
        ("nội dung ⟦Nghị định A⟧ quy định tại Điều 21 của Luật B", None),
        ("theo ⟦Nghị định A⟧ tại Điều 21 Nghị định B", None),
        ("làm theo ⟦Nghị định A⟧ tại địa phương", None),
    ],
)
def test_a_run_may_stand_apart_from_its_document(text: str, run: str | None) -> None:
    start, end = text.index("⟦"), text.index("⟧") - 1
    assert pinpoints.apart(text.replace("⟦", "").replace("⟧", ""), start, end) == run


def test_a_run_never_reaches_into_the_citation_before() -> None:
    text = "Điều 5 Luật A và khoản 2 Điều 6 "
    found = pinpoints.before(text, len(text), floor=len("Điều 5 Luật A và "))
    assert found == pinpoints.Pinpoint(len("Điều 5 Luật A và "), "khoản 2 Điều 6")


def test_a_hostile_run_of_commas_takes_no_time() -> None:
    text = "điểm a, b, c, d, " * 2000
    started = time.process_time()
    for position in range(200, len(text), 17):
        pinpoints.before(text, position)
    assert time.process_time() - started < 2
