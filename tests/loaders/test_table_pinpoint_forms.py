"""Every row of the table of pinpoint forms: what is printed before a document, and the places it names."""

from __future__ import annotations

import pytest

from graph.model import Header
from loaders import pinpoints
from loaders.citations import read_citations

Paths = list[tuple[str, ...]]
DECREE = "Nghị định số 1/2025/NĐ-CP"

ROWS: dict[str, tuple[str, str, Paths]] = {
    "p_std": ("điểm b khoản 1 Điều 18", DECREE, [("Điều 18", "khoản 1", "điểm b")]),
    "p_commas": ("điểm d, khoản 2, Điều 38,", "Luật Giá", [("Điều 38", "khoản 2", "điểm d")]),
    "p_case: Điểm": ("Điểm 7 Mục 3", "Nghị quyết số 124/NQ-CP", [("Mục 3", "Điểm 7")]),
    "p_case: Khoản": ("Khoản 4, 5 Điều 60", DECREE, [("Điều 60", "Khoản 4"), ("Điều 60", "Khoản 5")]),
    "p_list_khoan": ("khoản 2, 3 Điều 77", DECREE, [("Điều 77", "khoản 2"), ("Điều 77", "khoản 3")]),
    "p_list_dieu": ("Điều 79, 80", "Luật Đất đai", [("Điều 79",), ("Điều 80",)]),
    "p_list_dieu_full": ("Điều 7, Điều 8", "Luật Đất đai", [("Điều 7",), ("Điều 8",)]),
    "p_list_khoan_va": (
        "Khoản 24 và khoản 25 Điều 1",
        DECREE,
        [("Điều 1", "Khoản 24"), ("Điều 1", "khoản 25")],
    ),
    "p_mixed_list": (
        "khoản 1 Điều 6, Điều 9 và điểm b khoản 1 Điều 18",
        DECREE,
        [("Điều 6", "khoản 1"), ("Điều 9",), ("Điều 18", "khoản 1", "điểm b")],
    ),
    "p_list_then_cac": (
        "các khoản 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 và 12 Điều 17",
        DECREE,
        [("Điều 17", f"khoản {number}") for number in range(2, 13)],
    ),
    "p_range: letters": (
        "điểm c đến điểm p khoản 1 Điều 3",
        DECREE,
        [("Điều 3", "khoản 1", f"điểm {letter}") for letter in "cdđeghiklmnop"],
    ),
    "p_range: numbers": (
        "khoản 3 đến khoản 14 Điều 4 của",
        "Luật Đất đai",
        [("Điều 4", f"khoản {number}") for number in range(3, 15)],
    ),
    "p_inserted": ("điểm a1 khoản 2a Điều 10a", DECREE, [("Điều 10a", "khoản 2a", "điểm a1")]),
    "p_chuong": ("Chương II", "Thông tư số 01/2023/TT-VPCP", [("Chương II",)]),
    "p_muc_chuong": (
        "Tiểu mục 1 Mục 1 Chương III",
        DECREE,
        [("Chương III", "Mục 1", "Tiểu mục 1")],
    ),
    "p_diem_muc": ("Điểm 7 Mục 3", "Nghị quyết số 124/NQ-CP ngày 08/5/2025", [("Mục 3", "Điểm 7")]),
    "p_diem_muc_cua": ("điểm g mục 9 của", "Quyết định số 5/QĐ-TTg", [("mục 9", "điểm g")]),
    "p_phuluc": ("Phụ lục II kèm theo", "Công văn số 4695/VPCP-KSTT", [("Phụ lục II",)]),
    "p_phuluc_dotted: Roman": ("Phụ lục I.11", "Nghị quyết số 66.16/2026/NQ-CP", [("Phụ lục I.11",)]),
    "p_phuluc_dotted: Arabic": (
        "khoản 8 Phụ lục 6.2 kèm",
        "Quyết định số 5/QĐ-TTg",
        [("Phụ lục 6.2", "khoản 8")],
    ),
    "p_phuluc_nested": (
        "khoản I, II Mục 2 Phụ lục I.13",
        DECREE,
        [("Phụ lục I.13", "Mục 2", "khoản I"), ("Phụ lục I.13", "Mục 2", "khoản II")],
    ),
    "p_mau: in an annex": ("Mẫu số 01B tại Phụ lục kèm theo", DECREE, [("Phụ lục", "Mẫu 01B")]),
    "p_mau: in a part": (
        "Mẫu số 17 Phần II Phụ lục ban hành kèm theo",
        "Thông tư số 40/2025/TT-BCT",
        [("Phụ lục", "Phần II", "Mẫu 17")],
    ),
    "p_draft": ("điểm b khoản 2", "dự thảo Công văn", [("khoản 2", "điểm b")]),
    "p_khoan_only": (
        "khoản 1 về nhiệm vụ giao Văn phòng UBND tỉnh trong",
        "dự thảo văn bản",
        [("khoản 1",)],
    ),
    "p_bare: the document follows": ("Điều 2", DECREE, [("Điều 2",)]),
    "p_amended: B": (
        "Luật Quản lý ngoại thương năm 2017 được sửa đổi, bổ sung tại điểm a khoản 12 Điều 8",
        "Luật số 90/2025/QH15",
        [("Điều 8", "khoản 12", "điểm a")],
    ),
    "p_tiet": ("tiết b điểm 2 mục III", DECREE, [("mục III", "điểm 2", "tiết b")]),
    "p_stt": ("STT 15 Phụ lục II", DECREE, [("Phụ lục II", "STT 15")]),
}


@pytest.mark.parametrize(("printed", "document", "places"), ROWS.values(), ids=ROWS)
def test_pinpoint_form(printed: str, document: str, places: Paths) -> None:
    found = read_citations(f"Theo quy định tại {printed} {document}.", None, Header())[0][-1]
    assert found.pinpoint is not None
    assert list(pinpoints.paths(found.pinpoint)) == places


def test_p_amended_names_a_place_in_both_laws() -> None:
    text = (
        "khoản 2 Điều 4 Luật Quản lý ngoại thương năm 2017 được sửa đổi, bổ sung tại điểm a khoản 12 Điều 8 "
        "Luật số 90/2025/QH15"
    )
    found, links = read_citations(text, None, Header())
    assert [c.pinpoint for c in found] == ["khoản 2 Điều 4", "điểm a khoản 12 Điều 8"]
    assert [(link.source, link.target) for link in links] == [(1, 0)]


@pytest.mark.parametrize(
    ("printed", "places"),
    [
        pytest.param(
            "mục 5.2. Thủ tục hành chính, dịch vụ công trực tuyến, thuộc Phần III. NHIỆM VỤ VÀ GIẢI PHÁP",
            [("Phần III", "mục 5.2")],
            id="p_decimal_muc",
        ),
        pytest.param("đoạn thứ hai", [("đoạn thứ hai",)], id="p_doan"),
    ],
)
def test_places_of_a_run_without_a_document(printed: str, places: Paths) -> None:
    assert list(pinpoints.paths(printed)) == places


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Điều 2 của Quyết định này", id="p_this"),
        pytest.param("Bãi bỏ Điều 2.", id="p_bare"),
        pytest.param("đoạn thứ hai của điểm này", id="p_doan"),
        pytest.param("tại mục 5.2. Thủ tục hành chính, thuộc Phần III. NHIỆM VỤ", id="p_decimal_muc"),
    ],
)
def test_a_place_without_another_document_is_no_citation(text: str) -> None:
    assert read_citations(text, None, Header())[0] == ()
