"""Every row of the table of citation forms: one short real example, read whole.

A citation is given as its span, type, symbol, date, issuer and pinpoint.
"""

from __future__ import annotations

import pytest

from graph.model import Citation, Header, Link, Relation
from loaders import dates
from loaders.citations import read_citations

Fields = tuple[str, str | None, str | None, str | None, str | None, str | None]


def read(text: str) -> tuple[tuple[Citation, ...], tuple[Link, ...]]:
    return read_citations(text, None, Header())


ROWS: dict[str, tuple[str, list[Fields]]] = {
    "full_dmy_slash": (
        "Công văn số 623/TTg-KSTT ngày 30/5/2025 của Thủ tướng Chính phủ",
        [
            (
                "Công văn số 623/TTg-KSTT ngày 30/5/2025 của Thủ tướng Chính phủ",
                "Công văn",
                "623/TTg-KSTT",
                "2025-05-30",
                "Thủ tướng Chính phủ",
                None,
            ),
        ],
    ),
    "full_dmy_words": (
        "Công văn số 617/SKHCN-BCVT&CĐS ngày 04 tháng 8 năm 2025",
        [
            (
                "Công văn số 617/SKHCN-BCVT&CĐS ngày 04 tháng 8 năm 2025",
                "Công văn",
                "617/SKHCN-BCVT&CĐS",
                "2025-08-04",
                None,
                None,
            ),
        ],
    ),
    "comma_before_date": (
        "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 | Văn bản số 736 /SCT-QLCN , ngày 16 tháng 5 năm 2025",
        [
            ("Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026", "Nghị quyết", "12-NQ/ĐU", "2026-09-05", None, None),
            (
                "Văn bản số 736 /SCT-QLCN , ngày 16 tháng 5 năm 2025",
                "Văn bản",
                "736/SCT-QLCN",
                "2025-05-16",
                None,
                None,
            ),
        ],
    ),
    "no_so": (
        "Quyết định 866/QĐ-TTg | Nghị quyết 34-NQ/TU | Công văn 311/BCT-ATMT ngày 16/6/2025",
        [
            ("Quyết định 866/QĐ-TTg", "Quyết định", "866/QĐ-TTg", None, None, None),
            ("Nghị quyết 34-NQ/TU", "Nghị quyết", "34-NQ/TU", None, None, None),
            ("Công văn 311/BCT-ATMT ngày 16/6/2025", "Công văn", "311/BCT-ATMT", "2025-06-16", None, None),
        ],
    ),
    "so_colon": (
        "Quyết định số: 1127/QĐ-UBND ngày 08/5/2008",
        [
            (
                "Quyết định số: 1127/QĐ-UBND ngày 08/5/2008",
                "Quyết định",
                "1127/QĐ-UBND",
                "2008-05-08",
                None,
                None,
            ),
        ],
    ),
    "abbrev_type": (
        "CV 3954/UBND-VX 17/5/2026 | KH 134/KH-UBND | TT 41/2024/TT-BGTVT | BC 3241/BC-SCT 22/12/2025",
        [
            ("CV 3954/UBND-VX 17/5/2026", "Công văn", "3954/UBND-VX", "2026-05-17", None, None),
            ("KH 134/KH-UBND", "Kế hoạch", "134/KH-UBND", None, None, None),
            ("TT 41/2024/TT-BGTVT", "Thông tư", "41/2024/TT-BGTVT", None, None, None),
            ("BC 3241/BC-SCT 22/12/2025", "Báo cáo", "3241/BC-SCT", "2025-12-22", None, None),
        ],
    ),
    "year_only": (
        "văn bản số 1698/TTg-CN năm 2019 | Thông tư 02/TT-BCT năm 2026",
        [
            ("văn bản số 1698/TTg-CN năm 2019", "Văn bản", "1698/TTg-CN", "2019", None, None),
            ("Thông tư 02/TT-BCT năm 2026", "Thông tư", "02/TT-BCT", "2026", None, None),
        ],
    ),
    "month_only": (
        "Văn bản số 02/GĐN-ĐD tháng 4 năm 2026",
        [
            ("Văn bản số 02/GĐN-ĐD tháng 4 năm 2026", "Văn bản", "02/GĐN-ĐD", "2026-04", None, None),
        ],
    ),
    "no_date": (
        "Nghị quyết số 57-NQ/TW của Bộ Chính trị",
        [
            ("Nghị quyết số 57-NQ/TW của Bộ Chính trị", "Nghị quyết", "57-NQ/TW", None, "Bộ Chính trị", None),
        ],
    ),
    "no_date_no_issuer": (
        "trong triển khai thực hiện Nghị quyết số 57-NQ/TW (gửi kèm theo)",
        [
            ("Nghị quyết số 57-NQ/TW", "Nghị quyết", "57-NQ/TW", None, None, None),
        ],
    ),
    "issuer_after": (
        "Công văn số 4657/VPCP-KSTT ngày 26/5/2025 của Văn phòng Chính phủ",
        [
            (
                "Công văn số 4657/VPCP-KSTT ngày 26/5/2025 của Văn phòng Chính phủ",
                "Công văn",
                "4657/VPCP-KSTT",
                "2025-05-26",
                "Văn phòng Chính phủ",
                None,
            ),
        ],
    ),
    "issuer_before_tai": (
        "Trên cơ sở hướng dẫn do Bộ Tư pháp tại Công văn số 7725/BTP-VP1 ngày 27/11/2025 | Theo đề nghị của Sở Khoa học và Công nghệ tại Công văn số 617/SKHCN-BCVT&CĐS",
        [
            (
                "Công văn số 7725/BTP-VP1 ngày 27/11/2025",
                "Công văn",
                "7725/BTP-VP1",
                "2025-11-27",
                "Bộ Tư pháp",
                None,
            ),
            (
                "Công văn số 617/SKHCN-BCVT&CĐS",
                "Công văn",
                "617/SKHCN-BCVT&CĐS",
                None,
                "Sở Khoa học và Công nghệ",
                None,
            ),
        ],
    ),
    "issuer_before_pinpoint": (
        "theo chỉ đạo của Chính phủ tại Điểm 7 Mục 3 Nghị quyết số 124/NQ-CP ngày 08/5/2025",
        [
            (
                "Điểm 7 Mục 3 Nghị quyết số 124/NQ-CP ngày 08/5/2025",
                "Nghị quyết",
                "124/NQ-CP",
                "2025-05-08",
                "Chính phủ",
                "Điểm 7 Mục 3",
            ),
        ],
    ),
    "issuer_distributed": (
        "Công văn số 4695/VPCP-KSTT ngày 28/5/2025 và Công văn số 4725/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ",
        [
            (
                "Công văn số 4695/VPCP-KSTT ngày 28/5/2025",
                "Công văn",
                "4695/VPCP-KSTT",
                "2025-05-28",
                "Văn phòng Chính phủ",
                None,
            ),
            (
                "Công văn số 4725/VPCP-KSTT ngày 28/5/2025 của Văn phòng Chính phủ",
                "Công văn",
                "4725/VPCP-KSTT",
                "2025-05-28",
                "Văn phòng Chính phủ",
                None,
            ),
        ],
    ),
    "issuer_not_distributed": (
        "Kế hoạch số 125/KH-UBND ngày 15/4/2025, Công văn số 2431/UBND-NC ngày 28/5/2025 của Chủ tịch UBND tỉnh, Công văn số 2213/UBND-NC ngày 16/5/2025 của Chủ tịch UBND tỉnh",
        [
            (
                "Kế hoạch số 125/KH-UBND ngày 15/4/2025",
                "Kế hoạch",
                "125/KH-UBND",
                "2025-04-15",
                "Chủ tịch UBND tỉnh",
                None,
            ),
            (
                "Công văn số 2431/UBND-NC ngày 28/5/2025 của Chủ tịch UBND tỉnh",
                "Công văn",
                "2431/UBND-NC",
                "2025-05-28",
                "Chủ tịch UBND tỉnh",
                None,
            ),
            (
                "Công văn số 2213/UBND-NC ngày 16/5/2025 của Chủ tịch UBND tỉnh",
                "Công văn",
                "2213/UBND-NC",
                "2025-05-16",
                "Chủ tịch UBND tỉnh",
                None,
            ),
        ],
    ),
    "elliptic_type_plural": (
        "các Quyết định số: 1127/QĐ-UBND ngày 08/5/2008; 1646/QĐ-UBND ngày …",
        [
            (
                "Quyết định số: 1127/QĐ-UBND ngày 08/5/2008",
                "Quyết định",
                "1127/QĐ-UBND",
                "2008-05-08",
                None,
                None,
            ),
            ("1646/QĐ-UBND", "Quyết định", "1646/QĐ-UBND", None, None, None),
        ],
    ),
    "elliptic_symbol_shared": (
        "QĐ số 1656 và 1662/QĐ-UBND ngày 30/10/2009",
        [
            ("QĐ số 1656", "Quyết định", "1656/QĐ-UBND", "2009-10-30", None, None),
            ("1662/QĐ-UBND ngày 30/10/2009", "Quyết định", "1662/QĐ-UBND", "2009-10-30", None, None),
        ],
    ),
    "elliptic_year_shared": (
        "Thông tư số 01, 02/2023/TT-VPCP",
        [
            ("Thông tư số 01", "Thông tư", "01/2023/TT-VPCP", None, None, None),
            ("02/2023/TT-VPCP", "Thông tư", "02/2023/TT-VPCP", None, None, None),
        ],
    ),
    "elliptic_so_repeated": (
        "số 66/NT-PCCC, số 67/NT-PCCC ngày 01/7/2025",
        [
            ("số 66/NT-PCCC", None, "66/NT-PCCC", "2025-07-01", None, None),
            ("số 67/NT-PCCC ngày 01/7/2025", None, "67/NT-PCCC", "2025-07-01", None, None),
        ],
    ),
    "law_by_number": (
        "Luật số 03/2016/QH14, Luật số 35/2018/QH14",
        [
            ("Luật số 03/2016/QH14", "Luật", "03/2016/QH14", None, None, None),
            ("Luật số 35/2018/QH14", "Luật", "35/2018/QH14", None, None, None),
        ],
    ),
    "law_by_name_date": (
        "Luật Tổ chức chính quyền địa phương ngày 16/6/2025 | Luật Xây dựng ngày 18 tháng 6 năm 2014",
        [
            ("Luật Tổ chức chính quyền địa phương ngày 16/6/2025", "Luật", None, "2025-06-16", None, None),
            ("Luật Xây dựng ngày 18 tháng 6 năm 2014", "Luật", None, "2014-06-18", None, None),
        ],
    ),
    "law_by_name_year": (
        "Luật Đất đai 2024 | Luật Đất đai năm 2024 | Luật Đất đai số 31/2024/QH15",
        [
            ("Luật Đất đai 2024", "Luật", None, "2024", None, None),
            ("Luật Đất đai năm 2024", "Luật", None, "2024", None, None),
            ("Luật Đất đai số 31/2024/QH15", "Luật", "31/2024/QH15", None, None, None),
        ],
    ),
    "law_by_name_only": (
        "quy định tại Luật Ngân sách nhà nước",
        [
            ("Luật Ngân sách nhà nước", "Luật", None, None, None, None),
        ],
    ),
    "law_with_amendment_chain": (
        "Luật Đường sắt số 95/2025/QH15 đã được sửa đổi, bổ sung …",
        [
            ("Luật Đường sắt số 95/2025/QH15", "Luật", "95/2025/QH15", None, None, None),
        ],
    ),
    "constitution": (
        "Hiến pháp năm 2013",
        [
            ("Hiến pháp năm 2013", "Hiến pháp", None, "2013", None, None),
        ],
    ),
    "short_number": (
        "Nghị quyết số 71 của Bộ Chính trị | Quyết định 866 | Đề án số 08 | Công điện số 86 | Kế hoạch số 01",
        [
            ("Nghị quyết số 71 của Bộ Chính trị", "Nghị quyết", None, None, "Bộ Chính trị", None),
            ("Quyết định 866", "Quyết định", None, None, None, None),
            ("Đề án số 08", "Đề án", None, None, None, None),
            ("Công điện số 86", "Công điện", None, None, None, None),
            ("Kế hoạch số 01", "Kế hoạch", None, None, None, None),
        ],
    ),
    "scheme_name": (
        "Đề án 06 | Đề án 1816 | Đề án 641 | Đề án 08-ĐA/TU",
        [
            ("Đề án 06", "Đề án", None, None, None, None),
            ("Đề án 1816", "Đề án", None, None, None, None),
            ("Đề án 641", "Đề án", None, None, None, None),
            ("Đề án 08-ĐA/TU", "Đề án", "08-ĐA/TU", None, None, None),
        ],
    ),
    "plan_nickname": (
        "Quyết định số 893/QD-TTg ngày 26/7/2023 (Quy hoạch 893) | Quy hoạch 866",
        [
            ("Quyết định số 893/QD-TTg ngày 26/7/2023", "Quyết định", "893/QD-TTg", "2023-07-26", None, None),
            ("Quy hoạch 893", "Quy hoạch", None, None, None, None),
            ("Quy hoạch 866", "Quy hoạch", None, None, None, None),
        ],
    ),
    "congress": (
        "Nghị quyết Đại hội XIV của Đảng",
        [
            ("Nghị quyết Đại hội XIV của Đảng", "Nghị quyết", None, None, None, None),
        ],
    ),
    "defined_alias": (
        "… về tăng cường quản lý nhà nước về khoáng sản trên địa bàn tỉnh Lào Cai (viết tắt là Chỉ thị 11) | (sau đây gọi là Luật PPP) | (sau đây gọi là Quyết định số 1363/QĐ-TTg)",
        [
            ("Chỉ thị 11", "Chỉ thị", None, None, None, None),
            ("Luật PPP", "Luật", None, None, None, None),
            ("Quyết định số 1363/QĐ-TTg", "Quyết định", "1363/QĐ-TTg", None, None, None),
        ],
    ),
    "anaphora_this": ("Điều 2 của Quyết định này | Ban hành kèm theo Quyết định này …", []),
    "anaphora_plural_tasks": ("nghiêm túc triển khai thực hiện các nội dung nêu trên", []),
    "draft": (
        "dự thảo Công văn của Chủ tịch UBND tỉnh triển khai thực hiện chuyển đổi số … | dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW",
        [
            ("dự thảo Công văn của Chủ tịch UBND tỉnh", "Công văn", None, None, "Chủ tịch UBND tỉnh", None),
            ("dự thảo Kế hoạch của UBND tỉnh", "Kế hoạch", None, None, "UBND tỉnh", None),
            ("Nghị quyết số 57-NQ/TW", "Nghị quyết", "57-NQ/TW", None, None, None),
        ],
    ),
    "unnumbered_request": (
        "Theo đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025 về việc lấy ý kiến góp ý dự thảo …",
        [
            (
                "đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025",
                None,
                None,
                "2025-09-03",
                "Sở Khoa học và Công nghệ",
                None,
            ),
        ],
    ),
    "attachment_of": (
        "Phụ lục II kèm theo Công văn số 4695/VPCP-KSTT | ban hành kèm theo Thông tư số 40/2025/TT-BCT",
        [
            (
                "Phụ lục II kèm theo Công văn số 4695/VPCP-KSTT",
                "Công văn",
                "4695/VPCP-KSTT",
                None,
                None,
                "Phụ lục II",
            ),
            ("Thông tư số 40/2025/TT-BCT", "Thông tư", "40/2025/TT-BCT", None, None, None),
        ],
    ),
    "title_verb": (
        "Công văn số 1953/BKHCN-CĐSQG ngày 30/5/2025 của Bộ Khoa học và Công nghệ hướng dẫn các bộ, ngành, địa phương nâng cấp …",
        [
            (
                "Công văn số 1953/BKHCN-CĐSQG ngày 30/5/2025 của Bộ Khoa học và Công nghệ",
                "Công văn",
                "1953/BKHCN-CĐSQG",
                "2025-05-30",
                "Bộ Khoa học và Công nghệ",
                None,
            ),
        ],
    ),
    "title_vv": (
        "V/v góp ý dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị năm 2026",
        [
            ("dự thảo Kế hoạch của UBND tỉnh", "Kế hoạch", None, None, "UBND tỉnh", None),
            ("Nghị quyết số 57-NQ/TW của Bộ Chính trị", "Nghị quyết", "57-NQ/TW", None, "Bộ Chính trị", None),
        ],
    ),
    "type_word_differs": (
        "Công văn số 412/BC-SNNMT | Văn bản số 312/GM-VPUBND | Công văn số 01/TTr-CT05 | Văn bản số 135/BC-UBND",
        [
            ("Công văn số 412/BC-SNNMT", "Công văn", "412/BC-SNNMT", None, None, None),
            ("Văn bản số 312/GM-VPUBND", "Văn bản", "312/GM-VPUBND", None, None, None),
            ("Công văn số 01/TTr-CT05", "Công văn", "01/TTr-CT05", None, None, None),
            ("Văn bản số 135/BC-UBND", "Văn bản", "135/BC-UBND", None, None, None),
        ],
    ),
    "bracket_list": (
        "(Kế hoạch số 125/KH-UBND ngày 15/4/2025, Công văn số 2431/UBND-NC …)",
        [
            ("Kế hoạch số 125/KH-UBND ngày 15/4/2025", "Kế hoạch", "125/KH-UBND", "2025-04-15", None, None),
            ("Công văn số 2431/UBND-NC", "Công văn", "2431/UBND-NC", None, None, None),
        ],
    ),
    "colon_list": (
        "các văn bản hướng dẫn của trung ương: Công văn số 4725/VPCP-KSTT ngày 28/5/2025 …; Công văn số 1953/BKHCN-CĐSQG …",
        [
            (
                "Công văn số 4725/VPCP-KSTT ngày 28/5/2025",
                "Công văn",
                "4725/VPCP-KSTT",
                "2025-05-28",
                None,
                None,
            ),
            ("Công văn số 1953/BKHCN-CĐSQG", "Công văn", "1953/BKHCN-CĐSQG", None, None, None),
        ],
    ),
    "chain": (
        "Kế hoạch 200/KH-UBND … thực hiện Chương trình hành động số 39-CTr/TU … thực hiện Nghị quyết số 10-NQ/TW",
        [
            ("Kế hoạch 200/KH-UBND", "Kế hoạch", "200/KH-UBND", None, None, None),
            ("Chương trình hành động số 39-CTr/TU", "Chương trình hành động", "39-CTr/TU", None, None, None),
            ("Nghị quyết số 10-NQ/TW", "Nghị quyết", "10-NQ/TW", None, None, None),
        ],
    ),
    "inside_title": (
        "V/v góp ý dự thảo Kế hoạch của UBND tỉnh thực hiện Nghị quyết số 57-NQ/TW",
        [
            ("dự thảo Kế hoạch của UBND tỉnh", "Kế hoạch", None, None, "UBND tỉnh", None),
            ("Nghị quyết số 57-NQ/TW", "Nghị quyết", "57-NQ/TW", None, None, None),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_form(text: str, expected: list[Fields]) -> None:
    found, _ = read(text)
    assert [
        (text[c.start : c.end], c.type, c.symbol, c.date, c.issuer, c.pinpoint) for c in found
    ] == expected


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        pytest.param("ngày 29 tháng 11năm 2021", "2021-11-29", id="spaces_in_date: lost"),
        pytest.param("ngày 09/ 05/ 2025", "2025-05-09", id="spaces_in_date: added"),
        pytest.param("ngày 28-4-2022", "2022-04-28", id="dash_date"),
        pytest.param("ngày 27 tháng 02 tháng 2026", "2026-02-27", id="broken_date"),
    ],
)
def test_form_of_a_date(text: str, iso: str) -> None:
    (found,) = dates.find(text)
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        pytest.param(
            "Công văn số 4657/VPCP-KSTT của Văn phòng Chính phủ về việc rà soát danh mục TTHC đủ điều kiện thực hiện "
            "dịch vụ công trực tuyến toàn trình và hướng dẫn số hóa; Công điện số 69/CĐ-TTg",
            [
                "rà soát danh mục TTHC đủ điều kiện thực hiện dịch vụ công trực tuyến toàn trình và hướng dẫn số hóa",
                None,
            ],
            id="title_ve_viec",
        ),
        pytest.param(
            "Thông báo số 53-TB/TGV ngày 23/11/2025 của Tổ giúp việc Ban Chỉ đạo Trung ương về phát triển khoa học, "
            "công nghệ, đổi mới sáng tạo và chuyển đổi số về Kết luận cuộc họp",
            ["Kết luận cuộc họp"],
            id="title_ve",
        ),
        pytest.param(
            "Công văn số 1953/BKHCN-CĐSQG ngày 30/5/2025 của Bộ Khoa học và Công nghệ hướng dẫn các bộ, ngành",
            ["hướng dẫn các bộ, ngành"],
            id="title_verb",
        ),
        pytest.param(
            "1 Công văn số 7725/BTP-VP ngày 27/11/2025 về thống kê, rà soát TTHC ở 3 cấp chính quyền.",
            ["thống kê, rà soát TTHC ở 3 cấp chính quyền"],
            id="footnote_restatement",
        ),
    ],
)
def test_form_of_a_title(text: str, subjects: list[str | None]) -> None:
    assert [c.subject for c in read(text)[0]] == subjects


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ROWS["chain"][0], (Link(0, 1, Relation.IMPLEMENTS), Link(1, 2, Relation.IMPLEMENTS)), id="chain"
        ),
        pytest.param(ROWS["inside_title"][0], (Link(0, 1, Relation.IMPLEMENTS),), id="inside_title"),
        pytest.param(ROWS["title_vv"][0], (Link(0, 1, Relation.IMPLEMENTS),), id="title_vv"),
        pytest.param(
            "Luật Đường sắt số 95/2025/QH15 đã được sửa đổi, bổ sung một số điều theo Luật số 1/2026/QH15",
            (Link(1, 0, Relation.AMENDS),),
            id="law_with_amendment_chain",
        ),
    ],
)
def test_form_of_a_link(text: str, expected: tuple[Link, ...]) -> None:
    assert read(text)[1] == expected


def test_anaphora_above() -> None:
    text = (
        "Theo đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025 về việc lấy ý kiến góp ý dự thảo văn bản triển khai "
        "Thông báo số 35-TB/TGV; các nội dung do Sở Khoa học bvaf Công nghệ tổ chức lấy ý kiến tại văn bản trên."
    )
    found, _ = read(text)
    assert (found[-1].kind.value, found[-1].issuer, found[-1].antecedent) == (
        "anaphora",
        "Sở Khoa học bvaf Công nghệ",
        0,
    )


def test_conflicting_dates() -> None:
    found, _ = read("Chỉ thị 11-CT/TU ngày 04/01/2026 và Chỉ thị số 11-CT/TU ngày 04/02/2026")
    assert [(c.symbol, c.date) for c in found] == [("11-CT/TU", "2026-01-04"), ("11-CT/TU", "2026-02-04")]


def test_self_number_blank() -> None:
    assert read("Số:       /VP-TTPVHCC Lạng Sơn, ngày       tháng  01 năm 2026")[0] == ()


def test_type_word_of_a_bracket_list_is_that_of_its_own_item() -> None:
    found, _ = read("các văn bản của Chủ tịch UBND tỉnh (Kế hoạch số 125/KH-UBND, Công văn số 2431/UBND-NC)")
    assert [(c.type, c.issuer_route) for c in found] == [("Kế hoạch", "heading"), ("Công văn", "heading")]
