"""Duties in kinds of texts of their own: regulations, charters, scans, tables, quoted provisions."""

import pytest

from graph.model import TaskMention
from loaders.tasks.glued import is_scan
from loaders.text.coding import words_of
from tests.loaders.test_duty_forms import duties, row

LEADS = [
    # a class word in a heading that says whose duties stand below it
    (
        "1. Trách nhiệm của chủ đầu tư\n\n- Tổ chức triển khai dự án đúng tiến độ.",
        [("1.-", "chủ đầu tư")],
    ),
    (
        "1. Về trách nhiệm của các cấp ủy, tổ chức đảng:\n\n1.1. Chịu trách nhiệm về nội dung của mình.",
        [("1.1", "các cấp ủy, tổ chức đảng")],
    ),
    # rights are no duties, but what stands beside them is
    (
        "1. Quyền hạn và nghĩa vụ\n\n1.1. Quyền hạn của Quỹ:\n\na) Được vay vốn theo quy định.\n\n"
        "1.2. Nghĩa vụ của Quỹ:\n\na) Sử dụng tài chính tiết kiệm, đúng mục đích.",
        [("1.2.a", "Quỹ")],
    ),
    # a class word with a capital is the name of the body that a regulation is about
    (
        "1. Căn cứ kế hoạch đã được phê duyệt, Trung tâm thông báo chiêu sinh đến các đơn vị.",
        [("1", "Trung tâm")],
    ),
    ("1. Giám đốc Trung tâm phân công viên chức trực lớp.", [("1", "Giám đốc Trung tâm")]),
    # names that hold verbs
    ("1. Cục Việc làm chủ trì xây dựng biểu mẫu.", [("1", "Cục Việc làm")]),
    (
        "1. Phó Chủ tịch Hội đồng quản lý Quỹ thực hiện nhiệm vụ được phân công.",
        [("1", "Phó Chủ tịch Hội đồng quản lý Quỹ")],
    ),
    (
        "1. Công ty Cổ phần đầu tư hạ tầng Sông Thử có trách nhiệm hoàn trả mặt bằng.",
        [("1", "Công ty Cổ phần đầu tư hạ tầng Sông Thử")],
    ),
    # an actor in brackets belongs to the one before it, and the list goes on
    (
        "1. Giám đốc các Sở; Chủ tịch UBND các xã, phường (UBND cấp xã); Thủ trưởng các đơn vị thuộc, trực thuộc "
        "Sở chịu trách nhiệm thi hành.",
        [
            (
                "1",
                "Giám đốc các Sở + Chủ tịch UBND các xã, phường (UBND cấp xã) + "
                "Thủ trưởng các đơn vị thuộc, trực thuộc Sở",
            )
        ],
    ),
    # under nobody a group is told by "phải", "có trách nhiệm"
    (
        "1. Tăng cường lãnh đạo công tác phòng cháy. Mỗi cán bộ, đảng viên phải gương mẫu chấp hành.",
        [("1", "Mỗi cán bộ, đảng viên")],
    ),
    # who is told stands after "thì"; a power is no duty
    (
        "1. Trường hợp sổ gốc bị mất thì Sở Nội vụ có trách nhiệm lập biên bản.",
        [("1", "Sở Nội vụ")],
    ),
    # what a body named in the heading demands of a group is its own duty
    (
        "1. Sở Xây dựng\n\n- Kiểm tra các mỏ; đồng thời yêu cầu các tổ chức, cá nhân chấm dứt vi phạm.",
        [("1.-", "Sở Xây dựng")],
    ),
    # a second paragraph that tells the same body is the same duty
    (
        "1. Giao Công an tỉnh rà soát địa bàn.\n\nĐồng thời, giao Công an tỉnh tổng hợp kết quả.",
        [("1", "Công an tỉnh")],
    ),
    # a heading in capitals, or a model letterhead, tells nobody
    ("1. Sở Y tế kiểm kê thuốc.\n\n2. Ví dụ:\n\n- VĂN PHÒNG TỈNH ỦY", [("1", "Sở Y tế")]),
]


@pytest.mark.parametrize(("text", "expected"), LEADS)
def test_who_is_told(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert [row(task) for task in duties(text)] == expected


def partners(task: TaskMention) -> list[str]:
    return [actor.name for actor in task.coordinate]


PARTNERS = [
    # the lead-in breaks off before its partners, which begin the items
    (
        "1. Công an tỉnh\n\na) Chủ trì, phối hợp\n\n- Sở Tài chính và các đơn vị có liên quan bố trí kinh phí.\n\n"
        "- Sở Nội vụ quy định phân cấp quản lý.",
        [("Công an tỉnh", ["Sở Tài chính", "các đơn vị có liên quan"]), ("Công an tỉnh", ["Sở Nội vụ"])],
    ),
    # with whom the advised body works together
    (
        "1. Sở Y tế chủ trì, phối hợp với các đơn vị liên quan tham mưu Ủy ban nhân dân tỉnh phối hợp Bộ Y tế "
        "triển khai Dự án 6.",
        [("Sở Y tế", ["các đơn vị liên quan"])],
    ),
    # every paragraph of a duty may name some
    (
        "1. Sở Y tế\n\nChủ trì, phối hợp với Sở Nội vụ rà soát biên chế.\n\nPhối hợp với Sở Tài chính lập dự toán.",
        [("Sở Y tế", ["Sở Nội vụ", "Sở Tài chính"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTNERS)
def test_with_whom(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(row(task)[1], partners(task)) for task in duties(text)] == expected


SCAN = """
1. Sở Nội vụ tô chức kiêm tra, tồng hợp két quả và bô sung hô sơ.

V, TÔ CHỨC THỰC HIỆN

1. Giám đốc các Sở, ban, ngành, đoàn thê tỉnh chuân bị nội dung, hướng dẫn cụ thể các phường thực hiện.

2. Kết thúc cuộc kiêm tra, Văn phòng UBND tỉnh thông bảo kêt quả.
"""


def test_what_a_scanner_misread_is_read_as_printed() -> None:
    assert is_scan(words_of(SCAN.replace("\n", " ")))
    assert [row(task) for task in duties(SCAN)] == [
        ("1", "Sở Nội vụ"),
        ("V.1", "Giám đốc các Sở, ban, ngành, đoàn thê tỉnh"),
        ("V.2", "Văn phòng UBND tỉnh"),
    ]


def test_a_clean_text_is_no_scan() -> None:
    clean = "Sở Nội vụ tổ chức kiểm tra, tổng hợp kết quả và bổ sung hồ sơ; hướng dẫn cụ thể."
    assert not is_scan(words_of(clean))


ATTACHED = """

: KẺ HOẠCH
KIỂM TRA CẢI CÁCH HÀNH CHÍNH
(Kèm theo Quyết định số 12/QĐ-UBND ngày 03/11/2025
của Ủy ban nhân dân tỉnh)

1. Sở Nội vụ chủ trì kiểm tra.
"""


def test_the_type_of_an_attached_text_may_have_wrong_marks() -> None:
    found = duties(
        "Điều 1. Ban hành Kế hoạch.",
        title="QUYẾT ĐỊNH\nBan hành Kế hoạch",
        symbol="12/QĐ-UBND",
        after=ATTACHED,
    )
    assert [row(task) for task in found] == [("1", "Sở Nội vụ")]


QUOTED = """
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 5/2020/QĐ-UBND

1. Sửa đổi khoản 2 Điều 4 như sau:

“2. Sở Y tế có trách nhiệm kiểm kê thuốc.

3. Sở Nội vụ có trách nhiệm rà soát biên chế.”.

Điều 2. Sở Tài chính chịu trách nhiệm thi hành Quyết định này.
"""


def test_a_quoted_provision_orders_nothing() -> None:
    found = duties(QUOTED, title="QUYẾT ĐỊNH\nSửa đổi quy định", symbol="12/2025/QĐ-UBND")
    assert [row(task) for task in found] == [("Điều 2", "Sở Tài chính")]


def test_a_quotation_that_is_not_closed_hides_nothing() -> None:
    found = duties("1. Sở Y tế kiểm kê thuốc.\n\n“Ghi chú\n\n2. Sở Nội vụ rà soát biên chế.")
    assert [row(task)[1] for task in found] == ["Sở Y tế", "Sở Nội vụ"]


TIMETABLE = (
    "1. Mục tiêu chung của tuần lễ.\n\n2. Chương trình chi tiết:\n\n"
    "Thời gian\tNội dung\tĐơn vị/ cá nhân phụ trách\n"
    "Buổi sáng – tập trung dưới sân cờ\n"
    "7h00 - 7h15\tỔn định tổ chức\tBan Giám hiệu, GVCN các lớp\n"
    "7h15 - 8h00\tGiới thiệu câu lạc bộ;\ngiới thiệu nội quy\tĐoàn trường\n\n"
    "3. Thầy Lê Văn Thử là đầu mối tổng hợp.\n"
)


def test_a_table_inside_the_body() -> None:
    assert [row(task) for task in duties(TIMETABLE)] == [
        ("2", "Ban Giám hiệu + GVCN các lớp"),
        ("2", "Đoàn trường"),
        ("3", "Thầy Lê Văn Thử"),
    ]


LOST_WALLS = """

PHỤ LỤC
DANH MỤC NHIỆM VỤ

STT
Tên nhiệm vụ cụ thể
Cơ quan
chủ trì
Cơ quan
phối hợp
Kết quả
Thời gian hoàn
thành
I. Nâng cao nhận thức
1.
Tăng cường lãnh đạo, chỉ đạo xây dựng và
tổ chức thực hiện hiệu quả các chương trình.
Các
bộ
ở
Trung ương,
Ủy ban nhân
dân cấp tỉnh
Các cơ quan
liên quan.
Văn bản chỉ đạo
Thường xuyên
2.
Xây dựng Đề án về đổi mới truyền thông trong
giai đoạn mới
Bộ
Tài chính
Bộ Y tế, Bộ
Tư pháp
Quyết định ban
hành Đề án
Quý I/2027
STT
Tên nhiệm vụ cụ thể
Cơ quan
chủ trì
Cơ quan
phối hợp
Kết quả
Thời gian hoàn
thành
II. Hoàn thiện thể chế
3. Xây dựng quy định về chi phí quản lý chung
Bộ Y tế
Bộ Tài chính
Nghị định
Hằng năm và
từng giai đoạn
"""


def test_a_table_whose_walls_a_copy_lost() -> None:
    found = [task for task in duties("1. Sở Y tế kiểm kê thuốc.", after=LOST_WALLS) if task.rule == "table"]
    assert [(*row(task), partners(task), task.deadline and task.deadline.text) for task in found] == [
        (
            "Phụ lục.I.1",
            "Các bộ ở Trung ương + Ủy ban nhân dân cấp tỉnh",
            ["Các cơ quan liên quan"],
            "Thường xuyên",
        ),
        ("Phụ lục.I.2", "Bộ Tài chính", ["Bộ Y tế", "Bộ Tư pháp"], "Quý I/2027"),
        ("Phụ lục.II.3", "Bộ Y tế", ["Bộ Tài chính"], "Hằng năm và từng giai đoạn"),
    ]
