"""Duties read from short documents of our own: each shows one habit of Vietnamese directives."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import AgencyMention, Header, Modality, Stated, TaskMention
from graph.text import collapse
from loaders.layout.regions import Regions
from loaders.tasks import read_tasks


def tasks(
    text: str, *, issuer: str = "Ủy ban nhân dân tỉnh Hòa An", to: str = "", subject: str = ""
) -> tuple[TaskMention, ...]:
    """The duties of a text that is all body; "PHỤ LỤC" begins its annex."""
    header = Header(
        issuer=Stated(issuer, 0, 0, "letterhead"),
        subject=Stated(subject, 0, 0, "letterhead") if subject else None,
        addressees=(AgencyMention(to, 0, 0),) if to else (),
    )
    annex = max(text.find(unicodedata.normalize(form, "PHỤ LỤC")) for form in ("NFC", "NFD"))
    body = (0, annex if annex >= 0 else len(text))
    regions = Regions(body=body, annexes=((annex, len(text)),) if annex >= 0 else ())
    return read_tasks(text, regions, header, ())


def row(task: TaskMention) -> tuple[str | None, str, str, str, str, str]:
    """Section, leads, partners, deadline, receivers, modality."""
    return (
        task.section,
        " + ".join(a.name for a in task.lead),
        " + ".join(a.name for a in task.coordinate),
        task.deadline.text if task.deadline else "",
        " + ".join(a.name for a in task.report_to),
        task.modality.value,
    )


HEADINGS = """
Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở, ban, ngành thực hiện các nhiệm vụ sau:

1. Các sở, ban, ngành tỉnh

- Rà soát danh mục dịch vụ, gửi kết quả về Sở Tư pháp tổng hợp trước ngày 04/12/2025.

- Sở Tư pháp chịu trách nhiệm thống kê, báo cáo Bộ Tư pháp trước ngày 05/12/2025.

2. Sở Khoa học và Công nghệ chủ trì, phối hợp Công an tỉnh và các đơn vị có liên quan

- Hướng dẫn các đơn vị kết nối hệ thống.

- Tham mưu ban hành văn bản hướng dẫn, hoàn thành trong tháng 12/2025.

3. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc; tổng hợp, báo cáo Chủ tịch UBND tỉnh.

Yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện. Trường hợp phát sinh vướng mắc,
kịp thời báo cáo UBND tỉnh (qua Văn phòng UBND tỉnh) để xem xét./.
"""

SECTIONS = """
I. MỤC ĐÍCH, YÊU CẦU

1. Các sở, ngành triển khai đồng bộ, hiệu quả.

II. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

Hỗ trợ doanh nghiệp kinh doanh trên môi trường số.

2. Đề nghị: Hội Nông dân tỉnh, Liên minh Hợp tác xã tỉnh

a) Tuyên truyền, vận động hội viên tham gia.

b) Phối hợp với Sở Công Thương đánh giá nhu cầu của hội viên.

3. Về kiến nghị sửa đổi quy hoạch mạng lưới chợ:

Giao Sở Xây dựng nghiên cứu, báo cáo cấp có thẩm quyền xem xét, quyết định trong quý IV/2025.

Văn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./.
"""

LABELS = """
1. Kiện toàn đội ngũ cán bộ

- Rà soát, bố trí cán bộ đúng vị trí.

- Cơ quan thực hiện: Sở Nội vụ, UBND cấp xã.

- Cơ quan phối hợp: Sở Tài chính.

- Thời gian hoàn thành: Thường xuyên.
"""

INLINE = """
1. Giao Đảng uỷ Chính phủ: (i) Chỉ đạo Đảng uỷ Bộ Y tế xây dựng quy trình;
(ii) Chỉ đạo Đảng uỷ Bộ Tư pháp rà soát văn bản.

2. Cơ quan thanh tra hoàn thành kết luận; UBND thành phố Hòa An khẩn trương xác định các dự án.
Thời hạn hoàn thành: trước ngày 30/11/2025.
"""

TABLE = """
Thực hiện theo Phụ lục.

PHỤ LỤC
|
STT
|
Nội dung thực hiện
|
Cơ quan chủ trì
|
Cơ quan phối hợp
|
Thời gian hoàn thành
|
|
I
|
KIỆN TOÀN TỔ CHỨC
|
|
1
|
Ban hành quy chế hoạt động
|
Bộ CHQS tỉnh; UBND cấp xã
|
Các sở, ban, ngành
|
Trước ngày 30/11/2025
|
|
2
|
Diễn tập theo kế hoạch
|
Sở Y tế
|
|
2026
|
"""

DECISION = """
Điều 1. Ban hành Quy chế quản lý hồ sơ.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Nội vụ và Thủ trưởng các cơ quan
có liên quan chịu trách nhiệm thi hành Quyết định này./.
"""

DOCUMENTS = [
    (
        HEADINGS,
        [
            ("1.-", "Các sở, ban, ngành tỉnh", "", "trước ngày 04/12/2025", "Sở Tư pháp", "assigned"),
            ("1.-", "Sở Tư pháp", "", "trước ngày 05/12/2025", "Bộ Tư pháp", "assigned"),
            ("2.-", "Sở Khoa học và Công nghệ", "Công an tỉnh + các đơn vị có liên quan", "", "", "assigned"),
            (
                "2.-",
                "Sở Khoa học và Công nghệ",
                "Công an tỉnh + các đơn vị có liên quan",
                "trong tháng 12/2025",
                "",
                "assigned",
            ),
            ("3", "Văn phòng UBND tỉnh", "", "", "Chủ tịch UBND tỉnh", "assigned"),
            (None, "các cơ quan, đơn vị", "", "", "", "assigned"),
            (None, "các cơ quan, đơn vị", "", "", "UBND tỉnh", "assigned"),
        ],
    ),
    (
        SECTIONS,
        [
            ("II.1", "Sở Công Thương", "", "", "", "assigned"),
            ("II.2.a", "Hội Nông dân tỉnh + Liên minh Hợp tác xã tỉnh", "", "", "", "requested"),
            (
                "II.2.b",
                "Hội Nông dân tỉnh + Liên minh Hợp tác xã tỉnh",
                "Sở Công Thương",
                "",
                "",
                "requested",
            ),
            ("II.3", "Sở Xây dựng", "", "trong quý IV/2025", "cấp có thẩm quyền", "assigned"),
        ],
    ),
    (LABELS, [("1", "Sở Nội vụ + UBND cấp xã", "Sở Tài chính", "Thường xuyên", "", "assigned")]),
    (
        INLINE,
        [
            ("1.i", "Đảng uỷ Chính phủ", "", "", "", "assigned"),
            ("1.ii", "Đảng uỷ Chính phủ", "", "", "", "assigned"),
            ("2", "Cơ quan thanh tra", "", "trước ngày 30/11/2025", "", "assigned"),
            ("2", "UBND thành phố Hòa An", "", "trước ngày 30/11/2025", "", "assigned"),
        ],
    ),
    (
        TABLE,
        [
            (
                "Phụ lục.I.1",
                "Bộ CHQS tỉnh + UBND cấp xã",
                "Các sở, ban, ngành",
                "Trước ngày 30/11/2025",
                "",
                "assigned",
            ),
            ("Phụ lục.I.2", "Sở Y tế", "", "2026", "", "assigned"),
        ],
    ),
    (
        DECISION,
        [
            (
                "Điều 3",
                "Chánh Văn phòng Ủy ban nhân dân tỉnh + Giám đốc Sở Nội vụ + "
                "Thủ trưởng các cơ quan có liên quan",
                "",
                "",
                "",
                "assigned",
            )
        ],
    ),
]
IDS = ["headings", "sections", "labels", "inline", "table", "decision"]


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS, ids=IDS)
def test_duties(text, expected):
    assert [row(task) for task in tasks(text)] == expected


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS, ids=IDS)
def test_duties_of_decomposed_text(text, expected):
    assert [row(task) for task in tasks(unicodedata.normalize("NFD", text))] == expected


def test_a_duty_is_the_item_without_its_mark():
    first, *_ = tasks(HEADINGS)
    printed = HEADINGS[first.start : first.end]
    assert printed.startswith("Rà soát danh mục") and printed.endswith("04/12/2025.")


def test_a_clause_without_bullets_begins_with_its_actor():
    first, *_ = tasks(SECTIONS)
    assert (
        collapse(SECTIONS[first.start : first.end])
        == "Sở Công Thương Hỗ trợ doanh nghiệp kinh doanh trên môi trường số."
    )


COMMENT = """
Văn phòng UBND tỉnh có ý kiến đối với dự thảo Kế hoạch như sau:

1. Tại điểm b khoản 2, đề nghị cơ quan soạn thảo chỉnh sửa
thành “b) Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát, cập nhật cơ sở dữ liệu của ngành.”.

2. Việc vận hành hệ thống thuộc trách nhiệm của Sở Tài chính.

3. Đề nghị xem lại và bỏ điểm c khoản 3.

Kính gửi Sở Nội vụ nghiên cứu, tổng hợp./.
"""


def test_a_comment_letter_proposes_and_requests():
    found = tasks(
        COMMENT, issuer="Văn phòng Ủy ban nhân dân tỉnh", to="Sở Nội vụ", subject="góp ý dự thảo Kế hoạch"
    )
    assert [row(task) for task in found] == [
        ("1.b", "Sở Y tế", "Công an tỉnh", "", "", "proposed"),
        ("2", "Sở Tài chính", "", "", "", "proposed"),
        ("3", "Sở Nội vụ", "", "", "", "requested"),
    ]


LEAD_IN = "Bộ Nội vụ đề nghị Bộ Tài chính, Báo Nhân dân thông tin đúng về chủ trương, cụ thể như sau:\n\n"


def test_a_lead_in_over_an_account_of_the_past_is_the_duty():
    text = (
        LEAD_IN
        + "1. Trong thời gian qua, công tác này đã đạt nhiều kết quả.\n\n"
        + "2. Ngày 16/6/2025, Quốc hội đã thông qua Luật mới.\n"
    )
    assert [row(task)[:2] for task in tasks(text, issuer="Bộ Nội vụ")] == [
        (None, "Bộ Tài chính + Báo Nhân dân")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng Chính phủ thông báo để Bộ Y tế biết, thực hiện./.",
        "Các nhiệm vụ được giao tại Nghị quyết số 1/NQ-CP đã hoàn thành.",
        "Thủ tướng Chính phủ đã giao Bộ Y tế rà soát.",
        "Theo đề nghị của Sở Y tế tại Tờ trình số 12/TTr-SYT.",
        "Phó Thủ tướng Chính phủ có ý kiến như sau:",
    ],
)
def test_no_duty(text: str) -> None:
    assert tasks(text) == ()


def test_who_asks_decides_what_a_request_is():
    text = "Đề nghị Sở Y tế rà soát số liệu.\n"
    (order,), (request,) = tasks(text), tasks(text, issuer="Sở Tài chính tỉnh Hòa An")
    assert (order.modality, request.modality) == (Modality.ASSIGNED, Modality.REQUESTED)


LINES = st.lists(
    st.sampled_from(
        [
            "1. Sở Y tế chủ trì, phối hợp với Công an tỉnh:",
            "2. Giao Bộ Tài chính rà soát; UBND tỉnh báo cáo Chính phủ trước ngày 01/12/2025.",
            "- Rà soát danh mục; Sở Nội vụ tổng hợp.",
            "a) Chỉ đạo các đơn vị: (i) Báo cáo; (ii) Tổng hợp.",
            "Đề nghị các cơ quan, đơn vị thực hiện.",
            "- Cơ quan chủ trì: Sở Tài chính.",
            "I. MỤC TIÊU",
            "|",
            "“a) Sở Y tế",
            "",
        ]
    ),
    max_size=14,
)


@given(LINES)
def test_duties_do_not_overlap_and_lie_inside_the_text(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    found = tasks(text)
    assert all(0 <= task.start < task.end <= len(text) for task in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    for task in found:
        for actor in (*task.lead, *task.coordinate, *task.report_to):
            assert collapse(text[actor.start : actor.end].replace("|", " ")) == actor.name


@given(LINES)
def test_a_reading_of_composed_and_decomposed_text_is_the_same(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    decomposed = unicodedata.normalize("NFD", text)
    assert [row(task) for task in tasks(text)] == [row(task) for task in tasks(decomposed)]


def test_two_labels_on_one_line():
    text = (
        "1. Nâng cấp hệ thống\n\n- Rà soát hiện trạng.\n\n"
        "- Đơn vị chủ trì: Văn phòng Sở; Đơn vị phối hợp: Phòng Quản lý Công nghiệp.\n"
    )
    assert [row(task)[:3] for task in tasks(text)] == [("1", "Văn phòng Sở", "Phòng Quản lý Công nghiệp")]


def test_who_follows_up_watches_over_the_other_duties():
    watched, watching = tasks(
        "1. Sở Y tế rà soát số liệu.\n\n"
        "2. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc việc thực hiện các nhiệm vụ được giao.\n"
    )
    assert [a.name for a in watched.monitor] == ["Văn phòng UBND tỉnh"]
    assert watching.monitor == ()


def test_a_table_whose_cells_are_parted_by_tabs():
    found = tasks(
        "1. Sở Y tế rà soát số liệu.\n\nPHỤ LỤC\n\n"
        "TT\tTên nhiệm vụ\tSở, ngành chủ trì\tĐơn vị phối hợp\tThời gian thực hiện\tGhi chú\n"
        "\t(1)\t(2)\t(3)\t(4)\t(5)\n"
        "1\tKiểm kê máy in\tSở Nội vụ; Sở Y tế\tCác sở, ban, ngành\tXong trong Quý II/2026\t\n"
        "2\tRà soát, phân loại\nmáy in cũ.\n\tSở Xây dựng\tSở Tài chính\tThường xuyên\t\n"
    )
    assert [row(task) for task in found[1:]] == [
        ("Phụ lục.1", "Sở Nội vụ + Sở Y tế", "Các sở, ban, ngành", "trong Quý II/2026", "", "assigned"),
        ("Phụ lục.2", "Sở Xây dựng", "Sở Tài chính", "Thường xuyên", "", "assigned"),
    ]


def test_nobody_watches_over_himself():
    own, other, named, _ = tasks(
        "1. Sở Y tế rà soát số liệu.\n\n2. Sở Nội vụ bố trí kinh phí.\n\n"
        "3. Sở Y tế thành phố Hòa An kiểm kê thuốc.\n\n"
        "4. Giao Giám đốc Sở Y tế (Thường trực Ban Chỉ đạo) chủ trì, phối hợp với Văn phòng Ủy ban nhân dân "
        "tỉnh theo dõi, đôn đốc các đơn vị triển khai thực hiện.\n"
    )
    assert [len(task.monitor) for task in (own, other, named)] == [0, 1, 0]
