"""Lines, paragraphs and list items with their section paths."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.items import blocks, items, lines
from loaders.layout.markers import Style, mark_of, roman
from loaders.layout.regions import regions
from tests.loaders import letters


@pytest.mark.parametrize(
    ("line", "style", "label", "rest"),
    [
        ("1. Sở Nội vụ", Style.NUMBER, "1", "Sở Nội vụ"),
        ("1.Sở Nội vụ", Style.NUMBER, "1", "Sở Nội vụ"),
        ("2.1. Nâng cấp", Style.NUMBER, "2.1", "Nâng cấp"),
        ("3.2 Rà soát", Style.NUMBER, "3.2", "Rà soát"),
        ("2) Rà soát", Style.NUMBER, "2", "Rà soát"),
        ("a) Rà soát", Style.SMALL, "a", "Rà soát"),
        ("đ) Rà soát", Style.SMALL, "đ", "Rà soát"),
        ("(1) Tiếp tục", Style.PAREN_NUMBER, "1", "Tiếp tục"),
        ("(ii) Chỉ đạo", Style.PAREN_ROMAN, "ii", "Chỉ đạo"),
        ("II. NHIỆM VỤ", Style.ROMAN, "II", "NHIỆM VỤ"),
        ("I- HƯỚNG DẪN CHUNG", Style.ROMAN, "I", "HƯỚNG DẪN CHUNG"),
        ("II.2. Tổ chức", Style.ROMAN, "II.2", "Tổ chức"),
        ("A. NỘI DUNG", Style.LETTER, "A", "NỘI DUNG"),
        ("Điều 6. Tổ chức", Style.ARTICLE, "Điều 6", "Tổ chức"),
        ("Chương II", Style.CHAPTER, "Chương II", ""),
        ("Phần thứ nhất", Style.PART, "Phần thứ nhất", ""),
        ("- Sở Tư pháp", Style.DASH, "-", "Sở Tư pháp"),
        ("-Sở Tư pháp", Style.DASH, "-", "Sở Tư pháp"),
        ("– 02 phòng", Style.DASH, "-", "02 phòng"),
        ("+ Sở Tư pháp", Style.PLUS, "+", "Sở Tư pháp"),
        ("• Sở Tư pháp", Style.BULLET, "•", "Sở Tư pháp"),
    ],
)
def test_marks(line: str, style: Style, label: str, rest: str) -> None:
    mark = mark_of(line)
    assert mark is not None
    assert (mark.style, mark.label, line[mark.length :]) == (style, label, rest)


@pytest.mark.parametrize(
    "line",
    [
        "2025, Văn phòng Chính phủ nhận văn bản",
        "16/CV-HHTACN của Hội",
        "1.500 hồ sơ",
        "Mục 3 Nghị quyết số 124/NQ-CP",
        "Điều 6 Luật Đất đai",
        "-10%",
        "28-4-2022",
        "w) không có",
    ],
)
def test_no_mark(line: str) -> None:
    assert mark_of(line) is None


def test_roman_numerals() -> None:
    assert [roman(n) for n in ("I", "IV", "IX", "XIV", "viii", "A", "")] == [1, 4, 9, 14, 8, 0, 0]


def sections(text: str) -> list[tuple[str, str]]:
    return [(item.section, text[item.text_start : item.paragraphs[0][1]]) for item in items(text)]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("1. A b:\na) C d;\nb) E f.\n2. G h.\n- I k.", ["1", "1.a", "1.b", "2", "2.-"]),
        ("I. A\n1. B c.\n2. D e.\nII. F\n1. G h.", ["I", "I.1", "I.2", "II", "II.1"]),
        ("3. A b:\n3.1. C d.\n3.2. E f.\n4. G h.", ["3", "3.1", "3.2", "4"]),
        ("IV. A\n6. B:\n6.1. C d.\n- E f.\n+ G h.", ["IV", "IV.6", "IV.6.1", "IV.6.1.-", "IV.6.1.-.+"]),
        (
            "Chương I\nQUY ĐỊNH\nĐiều 6. Thi hành\n1. Bộ Nội vụ kiểm kê máy in:\na) Máy cũ.",
            ["Chương I", "Điều 6", "Điều 6.1", "Điều 6.1.a"],
        ),
        ("4.1. A b:\n(i) C d;\n(ii) E f.", ["4.1", "4.1.i", "4.1.ii"]),
        ("1. A:\n(g) B c;\n(h) D e;\n(i) F g;\n(k) H i.", ["1", "1.g", "1.h", "1.i", "1.k"]),
        ("**1. A b**\n|\n*2.* C d.\n", ["1", "2"]),
    ],
)
def test_section_paths(text: str, paths: list[str]) -> None:
    assert [path for path, _ in sections(text)] == paths


def test_a_paragraph_without_mark_belongs_to_the_item_above() -> None:
    text = "1. Sở Nội vụ kiểm kê.\n\nKết quả gửi Sở Tài chính.\n\n2. Sở Tài chính tổng hợp."
    first, second = items(text)
    assert [text[a:b] for a, b in first.paragraphs] == ["Sở Nội vụ kiểm kê.", "Kết quả gửi Sở Tài chính."]
    assert text[first.start : first.end].endswith("Sở Tài chính.")
    assert text[second.text_start : second.end] == "Sở Tài chính tổng hợp."


def test_an_empty_line_after_every_line_ends_nothing() -> None:
    text = letters.SPACED
    found = regions(text)
    assert [item.section for item in items(text, *found.body)] == ["1", "2"]
    last = items(text, *found.body)[-1]
    assert text[last.text_start : last.end].endswith("- Long Thành vào khoản 3.")


def test_a_file_of_wide_lines_has_a_line_for_each_paragraph() -> None:
    wide = "Sở Nội vụ hướng dẫn kiểm kê máy in của các phòng, tổng hợp kết quả và báo cáo Ủy ban nhân dân tỉnh xem xét"
    text = "\n".join(["1. Ban Giám hiệu nhà trường", *[wide] * 10])
    (item,) = items(text)
    assert len(item.paragraphs) == 11


def test_a_number_that_a_wrapped_sentence_goes_on_with_is_no_item() -> None:
    wide = "1. Sở Nội vụ chủ trì rà soát toàn bộ máy in của các phòng trước ngày 28/5/2025 và khoản\n"
    text = wide + "2. Điều này nêu trên chỉ áp dụng cho các phòng đã được cấp máy in trong năm ngoái.\n" * 1
    assert [item.section for item in items(text)] == ["1"]


def test_a_bold_heading_is_a_paragraph_of_its_own() -> None:
    text = "**3. Về cơ sở vật chất, trụ sở và\ntài sản công**\nTiếp tục rà soát máy in.\n"
    (item,) = items(text)
    assert [text[a:b] for a, b in item.paragraphs][1] == "Tiếp tục rà soát máy in."


def test_noise_is_looked_through() -> None:
    text = "|\n**1. Sở\u00a0Nội vụ**\n---\n|\n\f2\n__Nơi nhận__:\n"
    assert [line.text for line in lines(text)] == ["1. Sở Nội vụ", "---", "Nơi nhận__:"]


def test_skipped_spans_are_not_read() -> None:
    text = "1. A b.\nnote\n2. C d."
    start = text.index("note")
    assert [item.section for item in items(text, skip=[(start, start + 4)])] == ["1", "2"]
    assert all("note" not in block.paragraph.text for block in blocks(text, skip=[(start, start + 4)]))


PIECES = st.sampled_from(
    [
        "1. A b.",
        "2. C d",
        "a) e",
        "b) F;",
        "- g",
        "+ h",
        "I. K",
        "(1) l",
        "(i) m",
        "Điều 3. N",
        "o p",
        "Q.",
        "|",
        "",
    ]
)


@given(st.lists(PIECES, max_size=30).map("\n".join), st.sampled_from(["NFC", "NFD"]))
def test_items_are_nested_and_lie_in_the_text(text: str, form: str) -> None:
    text = unicodedata.normalize(form, text)
    found = items(text)
    for index, item in enumerate(found):
        assert 0 <= item.start <= item.text_start <= item.own_end <= item.end <= len(text)
        if item.parent is not None:
            above = found[item.parent]
            assert item.parent < index
            assert above.start <= item.start
            assert item.end <= above.end
    for before, after in pairwise(found):
        assert before.own_end <= after.start


@given(st.text(alphabet="abĐ đé1.)(-+*|_ \n\t\r\f\u0301\u00a0", max_size=80))
def test_any_text_has_lines_that_lie_in_it(text: str) -> None:
    for line in lines(text):
        assert 0 <= line.start < line.end <= len(text)
        assert line.text == line.text.strip()
        assert line.text


def test_a_mark_may_break_before_its_number():
    text = "**Điều\n10. Quản lý cây xanh**\n\n1. Sở Xây dựng cấp phép.\n\n**Chương\nII**\n\nQUY ĐỊNH KHÁC\n\nĐiều 11. Kinh phí"
    found = items(text)
    assert [item.section for item in found] == ["Điều 10", "Điều 10.1", "Chương II", "Điều 11"]
    assert text[found[0].text_start :].startswith("Quản lý")
