"""Phrases that are found as whole words, in any case, and as fast in a text of any shape."""

from __future__ import annotations

import time

import pytest

from graph.model import Header
from loaders.citations import read_citations
from loaders.text.patterns import WholeWords
from loaders.topics import read_topics

WORDS = WholeWords(("thông tư", "thông tư liên tịch", "luật"), not_after=("pháp ",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật và thông tư", ["Luật", "thông tư"]),
        ("THÔNG TƯ\nLIÊN TỊCH", ["THÔNG TƯ\nLIÊN TỊCH"]),
        ("(Thông tư)“luật”", ["Thông tư", "luật"]),
        ("luật luật", ["luật", "luật"]),
        ("pháp luật, Pháp Luật, luậtsư, xluật", []),
        ("", []),
    ],
)
def test_whole_words_in_any_case(text: str, found: list[str]) -> None:
    """The longest phrase wins; blanks may be line breaks; a part of a word is none."""
    assert [text[start:end] for start, end in WORDS.spans(text, 0, len(text))] == found


def test_a_window_begins_inside_a_word() -> None:
    """What stands before the window still counts."""
    text = "kluật luật"
    assert list(WORDS.spans(text, 1, len(text))) == [(6, 10)]
    assert list(WORDS.spans(text, 6, len(text))) == [(6, 10)]
    assert list(WORDS.spans(text, 6, 8)) == []


@pytest.mark.parametrize(
    "unit",
    [
        "Luật A ",
        "Điều 1 khoản 2 ",
        "Nghị quyết 57 ",
        "Quyết định số 1/QĐ-TTg, ",
        "dự thảo Luật ",
        "sau đây gọi là Nghị định). Nghị định này ",
        "như sau: “",
        "Hệ thống ",
        "số 12 và ",
        "QĐ-",
        "1/\n",
    ],
)
def test_hostile_text_costs_its_length(unit: str) -> None:
    """Twice as much of it costs about twice the time."""
    half = unit * (10_000 // len(unit))
    _read(half)
    assert min(_read(half * 2) for _ in range(2)) < 4 * min(_read(half) for _ in range(2)) + 0.05


def _read(text: str) -> float:
    start = time.process_time()
    read_citations(text, None, Header())
    read_topics(text)
    return time.process_time() - start
