"""The parts of a document, in the layouts that files come in."""

from __future__ import annotations

import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.header import read_header
from loaders.layout.frame import without_page
from loaders.layout.items import items
from loaders.layout.lines import Span
from loaders.layout.regions import Regions, regions
from loaders.text.flat import flatten
from tests.loaders import letters

PARTS = ("frame", "letterhead", "addressees", "body", "recipients", "signature", "annexes", "footnotes")


def spans_of(found: Regions, part: str) -> list[Span]:
    value = getattr(found, part)
    if part in ("letterhead", "addressees", "body"):
        return [value] if value else []
    return list(value)


@pytest.mark.parametrize(
    ("layout", "part", "first", "last"),
    [
        ("side by side", "letterhead", "UBND TỈNH LÀO CAI", "của các phòng"),
        ("side by side", "addressees", "Kính gửi:", "các xã, phường."),
        ("side by side", "body", "Thực hiện Kế hoạch", "b) Báo cáo kết quả."),
        ("side by side", "recipients", "Nơi nhận:", "- Lưu: VT, VP."),
        ("side by side", "signature", "KT. GIÁM ĐỐC", "Trần Thị Thử"),
        ("web copy", "frame", "Rà soát", "Công văn 12/VPCP-KT."),
        ("web copy", "letterhead", "VĂN PHÒNG CHÍNH", "tháng 3 năm 2026"),
        ("web copy", "body", "Xét đề nghị", "máy in[1]."),
        ("web copy", "signature", "KT. BỘ TRƯỞNG,", "Mẫu"),
        ("web copy", "footnotes", "[1] Máy in", "năm 2024."),
        ("spaced", "addressees", "Kính gửi:", "Khoa học và Công nghệ."),
        ("spaced", "signature", "KT. CHÁNH VĂN PHÒNG", "Phạm Thị Giả"),
        ("party", "letterhead", "BAN CHẤP HÀNH TRUNG ƯƠNG", "-----"),
        ("party", "signature", "T/M BAN BÍ THƯ", "Đỗ Văn Ví"),
        ("blank number", "body", "Căn cứ Luật", "Sở Tài chính kiểm kê."),
        ("blank number", "annexes", "PHỤ LỤC I", "máy in phòng số 1."),
        ("dispatch", "addressees", "THỦ TƯỚNG CHÍNH PHỦ điện:", "(để báo cáo)."),
    ],
)
def test_where_a_part_begins_and_ends(layout: str, part: str, first: str, last: str) -> None:
    text = letters.ALL[layout]
    start, end = spans_of(regions(text), part)[0]
    shown = text[start:end]
    assert shown.startswith(first)
    assert shown.lower().endswith(last.lower())


def test_columns_that_take_turns_are_sorted() -> None:
    text = letters.BLANK_NUMBER
    found = regions(text)
    assert [text[a:b] for a, b in found.signature] == [
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Hoàng Văn Nháp",
    ]
    assert [text[a:b] for a, b in found.recipients][1:] == ["- Như trên;", "- Bộ Tài chính;", "- Lưu: VT."]


def test_the_title_line_of_a_site_is_frame() -> None:
    text = letters.WEB_COPY
    start, end = regions(text).frame[-1]
    assert text[start:end].startswith("Công văn 12/VPCP-KT năm 2026")


CLOSING = "Giám đốc các sở chịu trách nhiệm thi hành./.\n\nNơi nhận: GIÁM ĐỐC\n- Như Điều 3; ˆ h Ti\n- Lưu: VT (2).\n"


@pytest.mark.parametrize(
    "behind",
    [
        "Phụ lục ‹\nDANH MỤC MÁY IN\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nQUY ĐỊNH\nVề máy in\n",
        "QUY CHẾ\nQuản lý máy in\n",
    ],
)
def test_a_closing_without_a_legible_name_ends_before_what_it_issues(behind: str) -> None:
    text = f"SỞ NỘI VỤ\nSố: 7/QĐ-SNV\nQUYẾT ĐỊNH\nVề máy in\nCăn cứ Luật Máy in;\n{CLOSING}{behind}"
    start, _ = regions(text).annexes[0]
    assert text[start:].startswith(behind.split("\n", maxsplit=1)[0])


def test_the_list_of_a_form_in_an_annex_is_not_that_of_the_document() -> None:
    text = (
        "CHÍNH PHỦ\nSố: 7/NĐ-CP\nNGHỊ ĐỊNH\nVề máy in\nCăn cứ Luật Máy in;\nĐiều 1. Kiểm kê máy in.\n\n"
        "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\n\nNguyễn Văn Mẫu\n\nPhụ lục I\nMẪU ĐƠN\n\nNơi nhận:\n- Ông (bà);\n- Lưu: VT.\n"
    )
    found = regions(text)
    assert text[slice(*found.signature[0])].endswith("Nguyễn Văn Mẫu")
    assert not found.recipients


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "header",
    ["\n\n58 \nCÔNG BÁO/Số 7 + 8/Ngày 01-7-2025 \n  \n", "\n\nCÔNG BÁO/Số 7/Ngày 01-7-2025\n59 \n\n"],
)
def test_the_header_of_a_page_of_the_gazette_is_not_read(header: str, form: str) -> None:
    text = unicodedata.normalize(form, f"Điều 1. Sở Nội vụ kiểm kê máy in và báo cáo{header}kết quả.{header}")
    (item,) = items(text)
    (only,) = item.paragraphs
    assert text[slice(*only)].endswith(unicodedata.normalize(form, "kết quả."))
    assert flatten(text, *only).text == "Sở Nội vụ kiểm kê máy in và báo cáo kết quả."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_page_that_goes_on_is_no_part_of_the_document(form: str) -> None:
    document = unicodedata.normalize(form, letters.WEB_COPY)
    page = "## Văn bản liên quan\n\nKính gửi: Quý khách, Nghị định 13/2023/NĐ-CP yêu cầu xác nhận.\n"
    assert without_page(document + unicodedata.normalize(form, page)) == document
    assert without_page(document) == document


def test_a_footnote_at_the_foot_of_a_page_is_cut_out() -> None:
    text = (
        "Kính gửi: Sở Nội vụ.\n\nSở Nội vụ kiểm kê máy in theo Công văn \n\nsố 7/BTP-VP1.\n\n"
        + " " * 40
        + "\n1 Công văn số 7/BTP-VP ngày 27/11/2025.\n Chủ tịch yêu cầu các cơ quan thực hiện./.\n"
    )
    (note,) = regions(text).footnotes
    assert text[slice(*note)] == "1 Công văn số 7/BTP-VP ngày 27/11/2025."


@pytest.mark.parametrize("text", ["", " ", "|\n|\n", "\n\f\n", "Kính gửi:", "Nơi nhận:", "* * *"])
def test_almost_nothing_has_no_parts_out_of_place(text: str) -> None:
    assert_apart(text)


@pytest.mark.parametrize("layout", letters.ALL)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_decomposed_letters_change_nothing(layout: str, form: str) -> None:
    text = unicodedata.normalize(form, letters.ALL[layout])
    plain = letters.ALL[layout]
    for part in PARTS:
        shown = [text[a:b] for a, b in spans_of(regions(text), part)]
        expected = [plain[a:b] for a, b in spans_of(regions(plain), part)]
        assert [unicodedata.normalize("NFC", s) for s in shown] == expected


PIECES = st.sampled_from(
    [line for text in letters.ALL.values() for line in text.split("\n")] + ["\f", "|", "*", "\r\n", "\t", "2"]
)


@given(st.lists(PIECES, max_size=40).map("\n".join))
def test_parts_lie_in_the_text_and_apart(text: str) -> None:
    assert_apart(text)


def assert_apart(text: str) -> None:
    """Every part lies in the text; none overlaps another, footnotes in the body aside."""
    found = regions(text)
    taken: list[Span] = []
    for part in PARTS:
        for start, end in spans_of(found, part):
            assert 0 <= start <= end <= len(text)
            if part != "footnotes" and start < end:
                taken.append((start, end))
    taken.sort()
    assert all(before[1] <= after[0] for before, after in pairwise(taken))


@pytest.mark.parametrize(
    "piece",
    [
        "- a\n", "1. a\n", "Số: ", "| ", "*", "ngày tháng năm ", "CỘNG HÒA\n", "KT. CHỦ TỊCH\n", "[1] a.\n",
        ", Sở a b", "Nơi nhận:\n- A;\n", "Công văn 12/VPCP-KT năm 2025 ab\n", " " * 30 + "\n1 Aa.\n",
        "e\u0301", "a\r", "\f",
    ],
)  # fmt: skip
def test_hostile_text_costs_its_length(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    read_header(text, regions(text))
    items(text)
    assert time.process_time() - start < 5
