"""Every row of the nasty cases that the reader of texts answers for, each by its number and title.

Rows 7, 8, 13, 14 and 24 are cases of resolution: tests/graph/identity and tests/graph/test_symbol.py.
"""

from __future__ import annotations

import pytest

from graph.model import AgencyMention, Citation, DeadlineOperator, Header, Link, Modality, Relation
from loaders import deadlines, pinpoints
from loaders.citations import read_citations
from loaders.read import read_text


def read(text: str) -> tuple[Citation, ...]:
    return read_citations(text, None, Header())[0]


def names(agencies: tuple[AgencyMention, ...]) -> list[str]:
    return [agency.name for agency in agencies]


def symbols(text: str) -> list[str | None]:
    return [c.symbol for c in read(text)]


def test_row_01_number_broken_over_lines_and_empty_lines() -> None:
    text = (
        "thực hiện Nghị quyết số 57-\n\nNQ/TW của Bộ Chính trị … Công điện số 69/CĐ-\n\nTTg ngày 22/5/2025 … "
        "Nghị quyết số 124/NQ-\n\nCP ngày 08/5/2025"
    )
    assert [(c.symbol, c.date) for c in read(text)] == [
        ("57-NQ/TW", None),
        ("69/CĐ-TTg", "2025-05-22"),
        ("124/NQ-CP", "2025-05-08"),
    ]


def test_row_02_blank_around_the_hyphen() -> None:
    text = (
        "Nghị định số 93/2025/NĐ - CP ngày 02 tháng 7 năm 2025 | Nghị định số 15/2026/NĐ-CP - Điều 32 và Điều 33 | "
        "Nghị định số 44/2023/NĐ-CP.\n- Bản sao văn bằng | 939 /SNN&MT - TLKS"
    )
    assert symbols(text) == ["93/2025/NĐ-CP", "15/2026/NĐ-CP", "44/2023/NĐ-CP", "939/SNN&MT-TLKS"]


DAMAGED = {
    "181/2024/NĐCP": "181/2024/NĐ-CP",
    "26/2021/TTBGTVT": "26/2021/TT-BGTVT",
    "1961/QĐUBND": "1961/QĐ-UBND",
    "893/QD-TTg": "893/QĐ-TTg",
    "541/CD-TTg": "541/CĐ-TTg",
    "338/QĐ/TTg": "338/QĐ-TTg",
    "1407/QĐ-ƯBND": "1407/QĐ-UBND",
    "965/UBNN-KT": "965/UBND-KT",
}


@pytest.mark.parametrize(("printed", "sound"), DAMAGED.items(), ids=DAMAGED)
def test_row_03_lost_hyphen_lost_d_slash_for_hyphen(printed: str, sound: str) -> None:
    (found,) = read(f"Quyết định số {printed} về")
    assert (found.symbol, found.symbol_repaired) == (printed, sound)


def test_row_04_footnote_mark_glued_to_the_symbol() -> None:
    text = (
        "Trên cơ sở hướng dẫn do Bộ Tư pháp tại Công văn số 7725/BTP-VP1 ngày \n\n27/11/2025 (biểu mẫu).\n\n"
        "1 Công văn số 7725/BTP-VP ngày 27/11/2025 về thống kê, rà soát TTHC ở 3 cấp chính quyền."
    )
    first, second = read(text)
    assert (first.symbol, first.date, first.issuer) == ("7725/BTP-VP", "2025-11-27", "Bộ Tư pháp")
    assert text[first.end - 4 : first.end] == "2025"
    assert (second.symbol, second.subject) == ("7725/BTP-VP", "thống kê, rà soát TTHC ở 3 cấp chính quyền")


@pytest.mark.parametrize(
    "symbol", ["218/UBND-NL2", "1102/CAT-PC07", "2147/C07-P4", "1576/UBND-NN11", "170/2024/QH15"]
)
def test_row_04_unit_codes_keep_their_digits(symbol: str) -> None:
    assert symbols(f"văn bản số {symbol} về") == [symbol]


def test_row_04_a_mark_behind_the_term_of_the_assembly() -> None:
    assert symbols("Nghị quyết số 170/2024/QH151.\n1 Nghị quyết của Quốc hội") == ["170/2024/QH15"]


def test_row_05_own_number_and_day_blank() -> None:
    text = (
        "UBND TỈNH LẠNG SƠN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nVĂN PHÒNG Độc lập - Tự do - Hạnh phúc\n"
        "Số:       /VP-TTPVHCC Lạng Sơn, ngày       tháng  01 năm 2026\nKính gửi: Sở Nội vụ\nĐề nghị Sở Nội vụ rà soát."
    )
    document = read_text(text)
    assert document.header.symbol is None
    assert document.header.date is not None
    assert document.header.date.value == "2026-01"
    assert document.citations == ()


def test_row_06_three_different_66_and_decimal_numbers() -> None:
    text = (
        "Nghị quyết số 66/NQ-CP ngày 26/3/2025 | Nghị quyết số 66-NQ/TW ngày 30/4/2025 | "
        "Nghị quyết số 66.10/2025/NQ-CP | Nghị quyết số 66.2/2025/NQ-CP"
    )
    assert symbols(text) == ["66/NQ-CP", "66-NQ/TW", "66.10/2025/NQ-CP", "66.2/2025/NQ-CP"]


def test_row_09_issuer_distributed_over_a_coordination() -> None:
    text = (
        "Công văn số 623/TTg-KSTT ngày 30/5/2025 của Thủ tướng Chính phủ, Công văn số 4695/VPCP-KSTT ngày 28/5/2025 "
        "và Công văn số 4725/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ. Hoàn thành trước ngày 20/6/2025."
    )
    assert [(c.symbol, c.issuer) for c in read(text)] == [
        ("623/TTg-KSTT", "Thủ tướng Chính phủ"),
        ("4695/VPCP-KSTT", "Văn phòng Chính phủ"),
        ("4725/VPCP-KSTT", "Văn phòng Chính phủ"),
    ]


def test_row_10_issuer_before_the_citation_pinpoint_between() -> None:
    text = (
        "theo chỉ đạo của Chính phủ tại Điểm 7 Mục 3 Nghị quyết số 124/NQ-CP ngày 08/5/2025 và các văn bản hướng dẫn "
        "của trung ương: Công văn số 4725/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ về việc …; "
        "Công văn số 1953/BKHCN-CĐSQG ngày 30/5/2025 của Bộ Khoa học và Công nghệ …"
    )
    found = read(text)
    assert [(c.symbol, c.issuer) for c in found] == [
        ("124/NQ-CP", "Chính phủ"),
        ("4725/VPCP-KSTT", "Văn phòng Chính phủ"),
        ("1953/BKHCN-CĐSQG", "Bộ Khoa học và Công nghệ"),
    ]
    assert pinpoints.paths(found[0].pinpoint or "") == (("Mục 3", "Điểm 7"),)


def test_row_11_elliptic_lists() -> None:
    text = (
        "các Quyết định số: 1127/QĐ-UBND ngày 08/5/2008; 1646/QĐ-UBND ngày … | "
        "QĐ số 1656 và 1662/QĐ-UBND ngày 30/10/2009 | số 66/NT-PCCC, số 67/NT-PCCC ngày 01/7/2025 | "
        "Thông tư số 01, 02/2023/TT-VPCP"
    )
    assert [(c.symbol, c.date) for c in read(text)] == [
        ("1127/QĐ-UBND", "2008-05-08"),
        ("1646/QĐ-UBND", None),
        ("1656/QĐ-UBND", "2009-10-30"),
        ("1662/QĐ-UBND", "2009-10-30"),
        ("66/NT-PCCC", "2025-07-01"),
        ("67/NT-PCCC", "2025-07-01"),
        ("01/2023/TT-VPCP", None),
        ("02/2023/TT-VPCP", None),
    ]


def test_row_12_the_printed_type_is_kept_where_the_symbol_contradicts_it() -> None:
    text = (
        "Công văn số 412/BC-SNNMT | Văn bản số 312/GM-VPUBND | Công văn số 01/TTr-CT05 | Văn bản số 5721/BKHCN-CĐSQG | "
        "Kế hoạch KH 1629/SCT-CN"
    )
    assert [c.type for c in read(text)] == ["Công văn", "Văn bản", "Công văn", "Văn bản", "Kế hoạch"]


def test_row_15_alias_defined_in_the_text_then_used_alone() -> None:
    text = (
        "Chỉ thị số 11-CT/TU của Ban Thường vụ Tỉnh ủy (viết tắt là Chỉ thị 11). Thực hiện Chỉ thị 11 và "
        "Quyết định số 893/QD-TTg ngày 26/7/2023 (Quy hoạch 893), Luật Đầu tư theo phương thức đối tác công tư "
        "(sau đây gọi là Luật PPP). Theo Quy hoạch 893 và Luật PPP"
    )
    found = read(text)
    named = [(c.name, c.antecedent) for c in found if c.kind.value == "named"]
    assert named[:2] == [("Chỉ thị 11", 0), ("Chỉ thị 11", 0)]
    assert named[-1] == ("Luật PPP", 5)
    assert found[5].name == "Luật Đầu tư theo phương thức đối tác công tư"


def test_row_16_anaphora() -> None:
    text = (
        "Theo đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025 về việc lấy ý kiến góp ý dự thảo văn bản triển khai "
        "Thông báo số 35-TB/TGV; do Sở Khoa học bvaf Công nghệ tổ chức lấy ý kiến tại văn bản trên."
    )
    found = read(text)
    assert (found[-1].kind.value, found[-1].antecedent) == ("anaphora", 0)
    assert found[0].date == "2025-09-03"


def test_row_17_pinpoint_into_a_draft_and_a_quoted_task() -> None:
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/VP-KT\nV/v góp ý dự thảo Công văn\nKính gửi: Sở Khoa học và Công nghệ\n"
        "Văn phòng UBND tỉnh có ý kiến góp ý như sau:\n1. Tại điểm b khoản 2 dự thảo Công văn, đề nghị chỉnh sửa "
        "thành “b) Sở Khoa học và Công nghệ chủ trì phối hợp với Văn phòng Ủy ban nhân dân tỉnh rà soát danh mục.”\n"
    )
    document = read_text(text)
    (_, draft) = document.citations
    assert (draft.kind.value, draft.pinpoint, draft.relation) == (
        "draft",
        "điểm b khoản 2",
        Relation.COMMENTS_ON,
    )
    (task,) = document.tasks
    assert task.modality is Modality.PROPOSED
    assert names(task.lead) == ["Sở Khoa học và Công nghệ"]
    assert "Văn phòng Ủy ban nhân dân tỉnh" in names(task.coordinate)


def test_row_18_a_citation_inside_a_title_and_a_year_that_belongs_elsewhere() -> None:
    text = (
        "V/v góp ý dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị năm 2026"
    )
    (draft, resolution), made = read_citations(text, None, Header())
    assert (draft.kind.value, draft.relation, draft.issuer) == ("draft", Relation.COMMENTS_ON, "UBND tỉnh")
    assert (resolution.date, resolution.issuer) == (None, "Bộ Chính trị")
    assert made == (Link(0, 1, Relation.IMPLEMENTS),)


def test_row_19_issuer_name_with_about_comma_and_and() -> None:
    body = "về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
    text = (
        f"Thông báo số 53-TB/TGV ngày 23/11/2025 của Tổ giúp việc Ban chỉ đạo trung ương {body} về Kết luận cuộc họp "
        f"của lãnh đạo Ban Chỉ đạo Trung ương {body} trong triển khai thực hiện Nghị quyết số 57-NQ/TW (gửi kèm theo)."
    )
    notice, resolution = read(text)
    assert notice.issuer == f"Tổ giúp việc Ban chỉ đạo trung ương {body}"
    assert (notice.subject or "").startswith("Kết luận cuộc họp của lãnh đạo")
    assert resolution.relation is Relation.IMPLEMENTS


def test_row_20_mixed_list_in_brackets() -> None:
    text = (
        "các văn bản chỉ đạo của Chủ tịch UBND tỉnh (Kế hoạch số 125/KH-UBND ngày 15/4/2025, Công \n\n"
        "văn số 2431/UBND-NC ngày 28/5/2025 của Chủ tịch UBND tỉnh, Công văn số \n\n2213/UBND-NC ngày 16/5/2025 "
        "của Chủ tịch UBND tỉnh)"
    )
    assert [(c.symbol, c.type, c.issuer) for c in read(text)] == [
        ("125/KH-UBND", "Kế hoạch", "Chủ tịch UBND tỉnh"),
        ("2431/UBND-NC", "Công văn", "Chủ tịch UBND tỉnh"),
        ("2213/UBND-NC", "Công văn", "Chủ tịch UBND tỉnh"),
    ]


def test_row_21_signer_stack_and_issuer() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: 574/UBND-KT\nQuảng Ngãi, ngày 05 tháng 02 năm 2021\n"
        "Kính gửi: Sở Tài chính\nĐề nghị Sở Tài chính tham mưu UBND tỉnh.\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nTrần Văn An"
    )
    header = read_text(text).header
    assert header.issuer is not None
    assert header.issuer.value == "Ủy ban nhân dân tỉnh Quảng Ngãi"
    assert header.signer is not None
    assert header.signer.value == "Trần Văn An"


def test_row_22_heading_governs_its_bullets_and_one_bullet_overrides() -> None:
    text = (
        "Kính gửi: Các Sở, ban, ngành tỉnh\nChủ tịch UBND tỉnh yêu cầu:\n1. Các Sở, ban, ngành tỉnh\n"
        "- Trên cơ sở hướng dẫn, tổ chức rà soát. Gửi kết quả về Sở Tư pháp tổng hợp trước ngày 04/12/2025.\n"
        "- Sở Tư pháp chịu trách nhiệm thống kê, báo cáo Bộ Tư pháp trước ngày 05/12/2025.\n"
        "2. Sở Khoa học và Công nghệ chủ trì, phối hợp Công an tỉnh, Văn phòng UBND tỉnh \n"
        "và các đơn vị có liên quan\n- Hướng dẫn, đôn đốc các đơn vị thực hiện số hóa hồ sơ.\n- Rà soát hạ tầng.\n"
    )
    first, second, third, _ = read_text(text).tasks
    assert names(first.lead) == ["Các Sở, ban, ngành tỉnh"]
    assert first.deadline is not None
    assert first.deadline.date == "2025-12-04"
    assert (names(second.lead), names(second.report_to)) == (["Sở Tư pháp"], ["Bộ Tư pháp"])
    assert names(third.lead) == ["Sở Khoa học và Công nghệ"]
    assert names(third.coordinate) == ["Công an tỉnh", "Văn phòng UBND tỉnh", "các đơn vị có liên quan"]


@pytest.mark.parametrize(
    ("text", "operator", "date"),
    [
        ("định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu", DeadlineOperator.RECURRING, None),
        ("trước ngày 28 tháng 02 hằng năm", DeadlineOperator.RECURRING, None),
        ("trong quý 2/2026", DeadlineOperator.BY, "2026"),
        ("chậm nhất 05 ngày làm việc kể từ ngày nhận được hồ sơ", DeadlineOperator.RELATIVE, None),
        ("từ ngày 01/7/2025", DeadlineOperator.START, "2025-07-01"),
        ("Nhiệm vụ thường xuyên", DeadlineOperator.CONTINUOUS, None),
    ],
)
def test_row_23_deadlines_that_are_not_dates(text: str, operator: DeadlineOperator, date: str | None) -> None:
    found = deadlines.value(text)
    assert (found.operator, found.date) == (operator, date)


def test_row_23_a_weight_is_no_deadline() -> None:
    assert list(deadlines.find("không quá 100kg")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("866/Q\u00d0-TTg", ["866/QĐ-TTg"]),
        ("57\u00adNQ/TW", ["57-NQ/TW"]),
        ("TT 15 - Cơ sở kinh doanh", []),
        ("giai đoạn 2021-2025", []),
        ("24/7", []),
        ("QCVN 102:2016/BTTTT", []),
        ("1.001612.000.00.00.H01", []),
    ],
)
def test_row_25_characters_and_look_alike_numbers(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected
