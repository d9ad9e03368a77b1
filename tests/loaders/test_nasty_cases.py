"""The hardest cases of the citation reader, each by its name, in short forms as they are printed."""

from __future__ import annotations

import pytest

from graph.model import Citation, Header, Relation
from loaders.citations import read_citations


def read(text: str) -> tuple[Citation, ...]:
    return read_citations(text, None, Header())[0]


SYMBOLS = {
    "number broken over lines": (
        "thực hiện Nghị quyết số 57-\n\nNQ/TW … Công điện số 69/CĐ-\n\nTTg ngày 22/5/2025",
        ["57-NQ/TW", "69/CĐ-TTg"],
    ),
    "blank around the hyphen": (
        "Nghị định số 93/2025/NĐ - CP | Nghị định số 15/2026/NĐ-CP - Điều 32 | số 44/2023/NĐ-CP.\n- Bản sao",
        ["93/2025/NĐ-CP", "15/2026/NĐ-CP", "44/2023/NĐ-CP"],
    ),
    "three different 66": (
        "số 66/NQ-CP | số 66-NQ/TW | số 66.10/2025/NQ-CP | số 66.2/2025/NQ-CP",
        ["66/NQ-CP", "66-NQ/TW", "66.10/2025/NQ-CP", "66.2/2025/NQ-CP"],
    ),
    "same Party number in two terms": (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 | Nghị quyết số 18-NQ/TW ngày 16/6/2022",
        ["18-NQ/TW", "18-NQ/TW"],
    ),
    "elliptic lists": (
        "các Quyết định số: 1127/QĐ-UBND; 1646/QĐ-UBND | QĐ số 1656 và 1662/QĐ-UBND | "
        "Thông tư số 01, 02/2023/TT-VPCP",
        [
            "1127/QĐ-UBND",
            "1646/QĐ-UBND",
            "1656/QĐ-UBND",
            "1662/QĐ-UBND",
            "01/2023/TT-VPCP",
            "02/2023/TT-VPCP",
        ],
    ),
    "Eth, soft hyphen, look-alike numbers": (
        "866/QÐ-TTg | 57\u00adNQ/TW | TT 15 - Cơ sở | 2021-2025 | 24/7 | QCVN 102:2016/BTTTT | "
        "1.001612.000.00.00.H01",
        ["866/QĐ-TTg", "57-NQ/TW"],
    ),
}


@pytest.mark.parametrize(("text", "symbols"), SYMBOLS.values(), ids=SYMBOLS)
def test_symbols(text: str, symbols: list[str]) -> None:
    assert [c.symbol for c in read(text)] == symbols


DAMAGED = {
    "181/2024/NĐCP": "181/2024/NĐ-CP",
    "26/2021/TTBGTVT": "26/2021/TT-BGTVT",
    "893/QD-TTg": "893/QĐ-TTg",
    "338/QĐ/TTg": "338/QĐ-TTg",
    "1407/QĐ-ƯBND": "1407/QĐ-UBND",
}


@pytest.mark.parametrize(("printed", "repaired"), DAMAGED.items())
def test_damage_is_shown_as_printed_and_repaired_beside(printed: str, repaired: str) -> None:
    (found,) = read(f"Quyết định số {printed} về")
    assert (found.symbol, found.symbol_repaired) == (printed, repaired)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("số 7725/BTP-VP1 ngày 27/11/2025 …\n1 Công văn số 7725/BTP-VP", ["7725/BTP-VP", "7725/BTP-VP"]),
        ("Nghị quyết số 170/2024/QH151.\n1 Nghị quyết của Quốc hội", ["170/2024/QH15"]),
        (
            "số 218/UBND-NL2 | số 1102/CAT-PC07 | số 170/2024/QH15",
            ["218/UBND-NL2", "1102/CAT-PC07", "170/2024/QH15"],
        ),
    ],
)
def test_a_footnote_mark_is_stripped_only_with_proof(text: str, symbols: list[str]) -> None:
    assert [c.symbol for c in read(text)] == symbols


def test_the_day_and_the_span_go_on_after_a_footnote_mark() -> None:
    text = (
        "Công văn số 7725/BTP-VP1 ngày \n\n27/11/2025 (biểu mẫu).\n\n1 Công văn số 7725/BTP-VP về thống kê."
    )
    found = read(text)[0]
    assert (found.date, text[found.end - 4 : found.end]) == ("2025-11-27", "2025")


def test_the_date_of_an_elliptic_list_is_shared() -> None:
    assert [c.date for c in read("QĐ số 1656 và 1662/QĐ-UBND ngày 30/10/2009")] == ["2009-10-30"] * 2
    assert [c.date for c in read("số 66/NT-PCCC, số 67/NT-PCCC ngày 01/7/2025")] == ["2025-07-01"] * 2


def test_a_number_left_blank_is_no_citation() -> None:
    assert read("Số:       /VP-TTPVHCC Lạng Sơn, ngày       tháng  01 năm 2026") == ()


def test_the_printed_type_word_is_kept_even_if_the_symbol_disagrees() -> None:
    text = "Công văn số 412/BC-SNNMT | Văn bản số 312/GM-VPUBND | Công văn số 01/TTr-CT05"
    assert [c.type for c in read(text)] == ["Công văn", "Văn bản", "Công văn"]


def test_a_year_behind_the_issuer_belongs_to_the_plan_that_is_spoken_of() -> None:
    text = (
        "V/v góp ý dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị năm 2026"
    )
    draft, resolution = read(text)
    assert (str(draft.kind), draft.relation, draft.issuer) == ("draft", Relation.COMMENTS_ON, "UBND tỉnh")
    assert (resolution.date, resolution.issuer) == (None, "Bộ Chính trị")


def test_the_first_about_belongs_to_the_issuer_and_the_second_opens_the_title() -> None:
    text = (
        "Thông báo số 53-TB/TGV ngày 23/11/2025 của Tổ giúp việc Ban chỉ đạo trung ương về phát triển "
        "khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số về Kết luận cuộc họp trong triển khai "
        "thực hiện Nghị quyết số 57-NQ/TW (gửi kèm theo)."
    )
    notice, resolution = read(text)
    assert notice.issuer is not None
    assert notice.issuer.endswith("đổi mới sáng tạo và chuyển đổi số")
    assert notice.subject is not None
    assert notice.subject.startswith("Kết luận cuộc họp")
    assert resolution.relation is Relation.IMPLEMENTS


def test_a_bracket_list_with_a_type_word_broken_over_lines() -> None:
    text = (
        "các văn bản chỉ đạo của Chủ tịch UBND tỉnh (Kế hoạch số 125/KH-UBND ngày 15/4/2025, Công \n\n"
        "văn số 2431/UBND-NC ngày 28/5/2025 của Chủ tịch UBND tỉnh)"
    )
    assert [(c.type, c.issuer) for c in read(text)] == [
        ("Kế hoạch", "Chủ tịch UBND tỉnh"),
        ("Công văn", "Chủ tịch UBND tỉnh"),
    ]


def test_aliases_with_a_number_stay_named() -> None:
    text = "Chỉ thị số 11-CT/TU của Ban Thường vụ Tỉnh ủy (viết tắt là Chỉ thị 11). Thực hiện Chỉ thị 11"
    assert [(str(c.kind), c.name) for c in read(text)] == [
        ("numbered", None),
        ("named", "Chỉ thị 11"),
        ("named", "Chỉ thị 11"),
    ]


def test_a_quoted_task_leaves_the_draft_it_speaks_of() -> None:
    text = "Tại điểm b khoản 2 dự thảo Công văn, đề nghị chỉnh sửa thành “b) Sở Nội vụ chủ trì”"
    (draft,) = read(text)
    assert (str(draft.kind), draft.pinpoint, draft.relation) == (
        "draft",
        "điểm b khoản 2",
        Relation.COMMENTS_ON,
    )
