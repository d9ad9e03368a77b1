"""The benchmark of reading counts what it says it counts."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from reading import corpus, hostile, one_by_one, peers, recall
from reading.clock import in_turns
from reading.corpus import Mentioned
from reading.table import Bar

from loaders.read import read_text
from loaders.symbols import find

TEXT = "Số: 12/KH-UBND\nCăn cứ Nghị định số 2/2025/NĐ- \n\nCP và 12/KH-UBND, Công văn số 33/VPCP-CNS&BCVT."
SYMBOLS = ("12/KH-UBND", "2/2025/NĐ-CP", "12/KH-UBND", "33/VPCP-CNS&BCVT")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_known_symbols_are_placed_in_their_order_and_found(form: str) -> None:
    text = unicodedata.normalize(form, TEXT)
    wanted = list(recall.places(text, Mentioned(form, SYMBOLS)))
    shown = [unicodedata.normalize("NFC", text[start:end]) for start, end, _ in wanted]
    assert shown == ["12/KH-UBND", "2/2025/NĐ- \n\nCP", "12/KH-UBND", "33/VPCP-CNS&BCVT"]
    assert recall.of_numbers(find(text), wanted) == len(SYMBOLS)
    assert recall.of_citations(read_text(text).citations, wanted[1:]) == len(SYMBOLS) - 1


def test_a_symbol_is_not_the_end_of_a_longer_number() -> None:
    (place,) = recall.places("112/QĐ-TTg, 12/QĐ-TTg", Mentioned("NFC", ("12/QĐ-TTg",)))
    assert place == (12, 21, "12/QĐ-TTg")


def test_labels_that_do_not_fit_their_text_are_an_error() -> None:
    with pytest.raises(ValueError, match="5/QĐ-TTg does not stand"):
        list(recall.places(TEXT, Mentioned("NFC", ("5/QĐ-TTg",))))


@pytest.mark.parametrize("peer", [peers.spacy_matcher, peers.one_big_re])
def test_peers_find_the_same_symbols(peer: peers.MakeFind) -> None:
    wanted = list(recall.places(TEXT, Mentioned("NFC", SYMBOLS)))
    assert recall.of_spans(peer()(TEXT), wanted) == len(SYMBOLS)
    assert recall.of_spans(peer()("Không viện dẫn văn bản nào."), wanted) == 0


def test_floor_is_one() -> None:
    measured = in_turns([TEXT.encode()] * 50, {"twice": lambda: [find(TEXT)] * 2}, rounds=2)
    assert measured["FLOOR"].floors == 1
    assert measured["twice"].seconds > 0


@pytest.mark.parametrize(
    ("bar", "value", "cells"),
    [
        (Bar(10, 5), 4.9, ("<= 10, aim 5", "aim")),
        (Bar(10, 5), 10, ("<= 10, aim 5", "bar")),
        (Bar(10, 5), 11, ("<= 10, aim 5", "no")),
        (Bar(1.3, 1.5, at_least=True), 1.4, (">= 1.3, aim 1.5", "bar")),
    ],
)
def test_bars(bar: Bar, value: float, cells: tuple[str, str]) -> None:
    assert bar.cells(value) == cells


def test_hostile_texts_have_the_size_that_they_are_named_for() -> None:
    assert {len(hostile.of_size(unit, 1_001)) for unit in hostile.SHAPES.values()} == {1_001}


def test_without_real_documents_the_samples_are_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "SHARED", tmp_path / "nowhere")
    monkeypatch.setattr(corpus, "DOCUMENTS", 20)
    made = corpus.make(tmp_path / "made")
    texts = [path.read_text(encoding="utf-8") for path in made.files()]
    assert len(set(texts)) == 20
    assert (list(made.mentioned()), made.english(5)) == ([], [])


def test_memory_is_told_for_each_count(tmp_path: Path) -> None:
    for number in range(3):
        Path(tmp_path, f"{number}.txt").write_text(TEXT, encoding="utf-8")
    command = [sys.executable, one_by_one.__file__, str(tmp_path), "1", "3"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    peaks = [int(line) for line in told]
    assert len(peaks) == 4
    assert peaks == sorted(peaks)
