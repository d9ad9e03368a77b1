"""From what is typed to the documents that may be meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.identity.lookup import candidates
from graph.model import Citation, SourceFile

File = Callable[..., SourceFile]
Cite = Callable[..., Citation]

NUMBERS = (
    "57-NQ/TW",
    "15/CT-TTg",
    "30/2020/NĐ-CP",
    "4725/VPCP-KSTT",
    "617/SKHCN-BCVT&CĐS",
    "78/CĐ-TTg",
    "06/QĐ-TTg",
)


@pytest.fixture
def full(graph: Any, file: File, cite: Cite) -> Any:
    return graph.put(
        file(
            "thu-muc/a.txt",
            place="tỉnh Lạng Sơn",
            cites=[cite(number, date="2024-12-22") for number in NUMBERS],
        )
    )


@pytest.mark.parametrize(
    ("typed", "symbol"),
    [
        ("57-NQ/TW", "57-NQ/TW"),
        ("57-nq/tw", "57-NQ/TW"),
        ("57 nq tw", "57-NQ/TW"),
        ("57nqtw", "57-NQ/TW"),
        ("57 - NQ / TW", "57-NQ/TW"),
        ("57-NQ-TW", "57-NQ/TW"),
        ("15/ct-ttg", "15/CT-TTg"),
        ("15 CT TTg", "15/CT-TTg"),
        ("30/2020/nd-cp", "30/2020/NĐ-CP"),
        ("30 2020 nđ cp", "30/2020/NĐ-CP"),
        ("4725/VPCPKSTT", "4725/VPCP-KSTT"),
        ("4725 vpcp kstt", "4725/VPCP-KSTT"),
        ("617/skhcn-bcvt&cds", "617/SKHCN-BCVT&CĐS"),
        ("78/CÐ-TTg", "78/CĐ-TTg"),
        ("6/QĐ-TTg", "06/QĐ-TTg"),
        ("06 qd ttg", "06/QĐ-TTg"),
    ],
)
def test_a_symbol_in_any_spelling(full: Any, typed: str, symbol: str) -> None:
    assert [one.symbol for one in candidates(full, typed)] == [symbol]


@pytest.mark.parametrize("typed", ["thu-muc/a.txt", "a.txt"])
def test_a_file_by_its_key_or_its_base_name(full: Any, typed: str) -> None:
    assert candidates(full, typed) == [full.meant("thu-muc/a.txt", -1)]


def test_an_id_is_the_document_itself(full: Any) -> None:
    for document in full.documents():
        assert candidates(full, document.id) == [document]


@pytest.mark.parametrize(
    "typed", ["", " ", "không có", "99/QĐ-TTg", "57", "doc:", "doc:99qd-ttg:x", "a" * 10_000, "7 " * 5000]
)
def test_nothing_is_found_for_what_is_not_there(full: Any, typed: str) -> None:
    assert candidates(full, typed) == []


def test_several_documents_of_one_number_are_all_given(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file(cites=[cite("18-NQ/TW", date="2017-10-25"), cite("18-NQ/TW", date="2022-06-16")]))
    assert len(candidates(graph, "18-NQ/TW")) == 2


def test_an_older_id_leads_to_what_became_of_it(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file("a", cites=[cite("18-NQ/TW")]))
    old = graph.meant("a", 0).id
    graph.put(file("b", cites=[cite("18-NQ/TW", date="2017-10-25")]))
    assert graph.meant("a", 0).id != old
    assert candidates(graph, old) == [graph.meant("b", 0)]


def test_a_damaged_spelling_is_found_as_printed(graph: Any, file: File, cite: Cite) -> None:
    doubtful = cite("866/TTg", type="Quyết định", symbol_repaired="866/QĐ-TTg", repair="type left out")
    graph.put(file(cites=[doubtful]))
    assert candidates(graph, "866/TTg") == [graph.meant("a.txt", 0)]
