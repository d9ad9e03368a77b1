"""The reading copy of a text, and the way back from its offsets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.text.reading import reading
from loaders.text.sentences import Sentences

COPIES = [
    ("Công \n\nvăn  số", "Công\nvăn số"),
    ("**Các** công điện:** số", "Các công điện: số"),
    ("866/QÐ-TTg – 1", "866/QĐ-TTg - 1"),
    ("a\u00a0b\u200bc", "a bc"),
    (unicodedata.normalize("NFD", "Nghị định"), "Nghị định"),
    ("Công Thƣơng", "Công Thương"),
]


@pytest.mark.parametrize(("raw", "copy"), COPIES)
def test_the_copy_reads_plainly(raw: str, copy: str) -> None:
    assert reading(raw).text == copy


def test_a_part_of_the_copy_leads_back_to_whole_letters() -> None:
    raw = unicodedata.normalize("NFD", "Số:  Nghị \n\n định")
    copy = reading(raw)
    start = copy.text.index("Nghị")
    first, last = copy.raw(start, start + len("Nghị"))
    assert unicodedata.normalize("NFC", raw[first:last]) == "Nghị"


@given(st.text(alphabet="aă \n*\u200b\u0323\u0302ĐÐe|-", max_size=80))
def test_every_part_has_its_place_in_the_raw_text(raw: str) -> None:
    copy = reading(raw)
    for start in range(len(copy.text)):
        first, last = copy.raw(start, start + 1)
        assert 0 <= first < last <= len(raw)
        assert copy.at(first) <= start < copy.at(last) or last == len(raw)


SENTENCES = [
    ("Giao Sở A.\nBáo cáo trước 5/7. Sở B làm.", "Sở B", "Sở B làm."),
    ("Nghị quyết số\n\n57 của Bộ Chính trị. Hết.", "57", "Nghị quyết số\n57 của Bộ Chính trị."),
    ("Lời dẫn:\n- Mục một;\n- Mục hai.", "hai", "- Mục hai."),
    ("Ô một\n|\nÔ hai\n|", "hai", "Ô hai"),
    ("UBND TP. Huế và Sở A. Hết.", "Sở A", "UBND TP. Huế và Sở A."),
    ("xem mục 5.2. nội dung tiếp theo. Hết.", "tiếp", "xem mục 5.2. nội dung tiếp theo."),
]


@pytest.mark.parametrize(("raw", "word", "sentence"), SENTENCES)
def test_a_line_break_ends_no_sentence_and_a_marker_begins_one(raw: str, word: str, sentence: str) -> None:
    text = reading(raw).text
    start, end = Sentences(text).around(text.index(word))
    assert text[start:end] == sentence


def test_a_short_heading_is_no_part_of_the_sentence_below() -> None:
    text = (
        "1. Công tác triển khai\nSau khi được ban hành, "
        + "các sở đã thực hiện nghiêm túc. " * 4
        + "\n"
        + "x" * 90
    )
    start, _ = Sentences(text).around(text.index("ban hành"))
    assert text.startswith("Sau khi", start)
