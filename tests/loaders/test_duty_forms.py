"""Forms in which duties are given, each in a short document of our own."""

import pytest

from graph.model import TaskMention
from loaders.read import read_text
from loaders.tasks.glued import parted
from loaders.text.flat import flatten

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÒA AN
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: {symbol}

Hòa An, ngày 03 tháng 11 năm 2025

{title}

"""
FOOT = """

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Mẫu
"""


def duties(
    body: str, *, title: str = "CHỈ THỊ\nVề việc thử", symbol: str = "12/CT-UBND", after: str = ""
) -> tuple[TaskMention, ...]:
    """The duties of a document of a province with this body, and this text behind its signature."""
    return read_text(HEAD.format(title=title, symbol=symbol) + body.strip() + FOOT + after).tasks


def row(task: TaskMention) -> tuple[str | None, str]:
    """Section and leads."""
    return task.section, " + ".join(actor.name for actor in task.lead)


RULES = """
QUY ĐỊNH

PHÂN CẤP QUẢN LÝ CÂY XANH

(Ban hành kèm theo Quyết định số 12/2025/QĐ-UBND ngày 03/11/2025
của Ủy ban nhân dân tỉnh)

Chương I

SỞ XÂY DỰNG VÀ CÂY XANH

Điều 1. Phạm vi điều chỉnh

Quy định này quy định việc quản lý cây xanh.

Điều 2. Cấp phép chặt hạ

1. Sở Xây dựng cấp phép chặt hạ cây xanh do tỉnh quản lý.

2. Tổ chức, cá nhân trồng cây phải bảo đảm an toàn.

3. Chủ tịch UBND xã có trách nhiệm:

a) Kiểm tra việc trồng cây trên địa bàn.

b) Báo cáo Sở Xây dựng trước ngày 15/12/2025.

4. Sở Tài chính có quyền sau:

a) Yêu cầu Sở Xây dựng cung cấp số liệu.

5. Nhiệm kỳ của Hội đồng thẩm định cây xanh theo nhiệm kỳ của Hội đồng nhân dân cùng cấp.

PHỤ LỤC

1. Tổ chức thực hiện việc cấp phép: tính 01 giờ.
"""


def test_rules_behind_a_decision_give_duties_to_named_bodies() -> None:
    found = duties(
        "Điều 1. Ban hành kèm theo Quyết định này Quy định phân cấp quản lý cây xanh.\n\n"
        "Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này./.",
        title="QUYẾT ĐỊNH\nBan hành Quy định phân cấp",
        symbol="12/2025/QĐ-UBND",
        after=RULES,
    )
    assert [row(task) for task in found] == [
        ("Điều 2", "Giám đốc Sở Xây dựng"),
        ("Điều 2.1", "Sở Xây dựng"),
        ("Điều 2.3.a", "Chủ tịch UBND xã"),
        ("Điều 2.3.b", "Chủ tịch UBND xã"),
    ]


SUBJECTS = [
    # a group with the clause that narrows it down
    ("Các cơ quan, tổ chức sử dụng vốn nhà nước để thuê, mua dịch vụ có trách nhiệm theo dõi việc cập nhật.",
     "Các cơ quan, tổ chức sử dụng vốn nhà nước để thuê, mua dịch vụ"),
    ("Các cơ quan được phân công chủ trì nhiệm vụ theo Kế hoạch này chịu trách nhiệm báo cáo.",
     "Các cơ quan được phân công chủ trì nhiệm vụ theo Kế hoạch này"),
    ("Các sở, ngành thực hiện nghiêm quy định, phải công khai kết quả.", "Các sở, ngành"),
    ("Các cơ quan, tổ chức từ Trung ương đến cơ sở có trách nhiệm thực hiện.",
     "Các cơ quan, tổ chức từ Trung ương đến cơ sở"),
    # one head for all groups
    ("Người đứng đầu các cơ quan chuyên môn, các đơn vị sự nghiệp công lập chỉ đạo rà soát hồ sơ.",
     "Người đứng đầu các cơ quan chuyên môn, các đơn vị sự nghiệp công lập"),
    ("Phó Thủ tướng Thường trực Chính phủ Trần Văn Mẫu chỉ đạo việc rà soát.",
     "Phó Thủ tướng Thường trực Chính phủ Trần Văn Mẫu"),
    ("Ban Quản lý các khu công nghệ cao và khu công nghiệp tỉnh cấp giấy phép xây dựng.",
     "Ban Quản lý các khu công nghệ cao và khu công nghiệp tỉnh"),
    ("Ban Thường vụ Tỉnh ủy chỉ đạo tổng kết.", "Ban Thường vụ Tỉnh ủy"),
    ("Văn phòng HĐND và UBND xã niêm yết danh mục.", "Văn phòng HĐND và UBND xã"),
    ("Trách nhiệm của các Sở:\nXây dựng, Tài chính, Nội vụ.\n\na) Hướng dẫn nghiệp vụ cho cấp xã.",
     "các Sở: Xây dựng, Tài chính, Nội vụ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lead"), SUBJECTS)
def test_who_is_told(text: str, lead: str) -> None:
    found = duties(f"II. TỔ CHỨC THỰC HIỆN\n\n1. {text}")
    assert [" + ".join(actor.name for actor in task.lead) for task in found] == [lead]


def test_an_account_may_lead_to_duties() -> None:
    found = duties(
        "I. ĐÁNH GIÁ CHUNG\n\nTỉnh đã đạt nhiều kết quả trong năm qua.\n\n"
        "Để vận hành hiệu quả, thành phố Hòa An cần tập trung thực hiện các nhiệm vụ sau đây:\n\n"
        "1. Rà soát, bố trí cán bộ phù hợp với năng lực.\n\n"
        "2. Thành phố chủ động kiện toàn tổ chức bộ máy.\n\n"
        "II. KIẾN NGHỊ\n\nTỉnh cần tập trung lãnh đạo việc giải ngân vốn đầu tư công.",
        title="THÔNG BÁO\nKết luận tại buổi làm việc",
    )
    assert [row(task) for task in found] == [
        ("I.1", "thành phố Hòa An"),
        ("I.2", "Thành phố"),
        ("II", "Tỉnh"),
    ]


FORMS = [
    # the title of an article ends with its line
    (
        "Điều 5. Trách nhiệm thi hành \nGiám đốc các sở, Chủ tịch Ủy ban nhân dân các xã, phường chịu trách "
        "nhiệm\nthi hành Chỉ thị này kể từ ngày ký ban hành.",
        [("Điều 5", "Giám đốc các sở + Chủ tịch Ủy ban nhân dân các xã, phường")],
    ),
    # the number of an article stands alone on its line
    (
        "Điều 2.\n\n1. Sở Xây dựng rà soát quy hoạch.\n\n2. Các sở, ngành phối hợp trong quá trình rà soát.",
        [("Điều 2.1", "Sở Xây dựng"), ("Điều 2.2", "Các sở, ngành")],
    ),
    # an order at the end of a statement
    (
        "1. Một số căn cứ đã được thay thế, do vậy đề nghị Ban Quản lý dự án tỉnh cập nhật đầy đủ.",
        [("1", "Ban Quản lý dự án tỉnh")],
    ),
    # topic and duty in one paragraph
    (
        "1. Về đề nghị sửa đổi chế độ tiền lương; cơ cấu các phòng: Sở Nội vụ nghiên cứu, đề xuất.",
        [("1", "Sở Nội vụ")],
    ),
    # what the speaker sends is no list of duties
    (
        "Ủy ban nhân dân tỉnh yêu cầu Sở Y tế:\n\n1. Phổ biến rộng rãi nội dung Cẩm nang.\n\n"
        "Ủy ban nhân dân tỉnh gửi kèm bộ tài liệu gồm:\n\n- Cẩm nang nghiệp vụ dành cho cán bộ;\n\n- Bài giảng.",
        [("1", "Sở Y tế")],
    ),
    # the number of a page, and a preposition before an empty line
    (
        "1. Sở Nội vụ theo dõi việc triển khai\n\n3\nthực hiện Chỉ thị, kịp thời phản ánh về\n\nỦy ban nhân dân tỉnh.",
        [("1", "Sở Nội vụ")],
    ),
    # a heading is a group with its clause; owners are parted by a slash; boards go without a name
    (
        "1. Các doanh nghiệp hoạt động trong lĩnh vực khoáng sản, vật liệu nổ\n\na) Rà soát phương án an toàn.\n\n"
        "2. Công an tỉnh/Ban Chỉ huy Quân sự tỉnh\n\na) Kiểm tra các kho chứa.\n\n"
        "3. Nhiệm vụ của Ban Chỉ đạo:\n\na) Đôn đốc việc thực hiện.\n\nb) Ban Chỉ đạo làm việc theo Quy chế.",
        [
            ("1.a", "Các doanh nghiệp hoạt động trong lĩnh vực khoáng sản, vật liệu nổ"),
            ("2.a", "Công an tỉnh + Ban Chỉ huy Quân sự tỉnh"),
            ("3.a", "Ban Chỉ đạo"),
        ],
    ),
    # names of members are no duties
    (
        "1. Kiện toàn Ban Chỉ đạo tỉnh gồm các thành viên sau đây:\n\na) Trưởng ban: Chủ tịch Ủy ban nhân dân tỉnh.\n\n"
        "2. Bộ Nội vụ, cơ quan thường trực của Ban Chỉ đạo hoàn thiện các báo cáo: (i) Báo cáo năm; (ii) Báo cáo quý.",
        [("2", "Bộ Nội vụ, cơ quan thường trực của Ban Chỉ đạo")],
    ),
    # a text to be written, and under it who writes it
    (
        "1. Nghị quyết về phát triển giáo dục trên địa bàn xã đến năm 2030.\n\n"
        "Đảng ủy UBND xã tham mưu, trình trong tháng 12/2025.",
        [("1", "Đảng ủy UBND xã")],
    ),
    # a copy that lost its blanks
    ("1. Đềnghịcác cơ quan, đơn vịtập trung phòng, chống bão.", [("1", "các cơ quan, đơn vị")]),
    # how many of an actor are to be rewarded
    (
        "1. Sở Nội vụ đề xuất khen thưởng.\n\n2. Ban Chỉ đạo của tỉnh: Không quá 05 cá nhân;",
        [("1", "Sở Nội vụ")],
    ),
    # a label may say more than a name
    (
        "1. Chi trả chế độ hỗ trợ\n\nĐơn vị chủ trì tham mưu thực hiện: Các cơ quan, đơn vị theo quy định.",
        [("1", "Các cơ quan, đơn vị theo quy định")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_duties_by_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert [
        row(task) for task in duties("Công tác năm nay có nhiều thay đổi lớn như sau:\n\n" + text)
    ] == expected


WITH_WHOM = [
    # one group of two class words; a verb that a scan misread
    ("phối hợp với các ngành, các cấp tăng cường tuyên truyền", ["các ngành, các cấp"], []),
    ("phối hợp với các cơ quan báo chí, truyền hình đưa tin", ["các cơ quan báo chí, truyền hình"], []),
    ("lựa chọn và phối hợp cùng đơn vị tư vấn rà soát hồ sơ", ["đơn vị tư vấn"], []),
    ("chủ trì, phôi hợp với Sở Y tế rà soát hồ sơ", ["Sở Y tế"], []),
    # the committee of a place; what a bracket says is sent goes to nobody after it
    ("tổng kết Kế hoạch và báo cáo Tỉnh ủy, Ủy ban nhân dân tỉnh", [], ["Tỉnh ủy", "Ủy ban nhân dân tỉnh"]),
    ("căn cứ hồ sơ (được gửi trên Trục liên thông), phối hợp với Sở Y tế rà soát", ["Sở Y tế"], []),
    ("gửi Bộ, ngành trực tiếp quản lý", [], ["Bộ, ngành trực tiếp quản lý"]),
    ("phối hợp chặt chẽ với Đại sứ quán Lào tại Việt Nam và các cơ quan để bảo hộ công dân",
     ["Đại sứ quán Lào tại Việt Nam", "các cơ quan"], []),
    ("phối hợp với Công ty An Phú (đơn vị khai thác công trình), chính quyền địa phương và cơ quan liên quan kiểm tra",
     ["Công ty An Phú (đơn vị khai thác công trình)", "chính quyền địa phương", "cơ quan liên quan"], []),
    # partners of every clause; a place that stands for its government; nobody; others who cooperate
    ("phối hợp với Bộ Y tế hướng dẫn chuyên môn; phối hợp chặt chẽ với Tỉnh rà soát", ["Bộ Y tế", "Tỉnh"], []),
    ("phối hợp với cơ quan chủ trì thực hiện các nhiệm vụ được giao", [], []),
    ("phối hợp và chỉ đạo các đơn vị phối hợp với Cục Thuế tỉnh rà soát hồ sơ", ["Cục Thuế tỉnh"], []),
    ("chỉ đạo đầu mối phối hợp với Cục Thuế tỉnh rà soát hồ sơ", [], []),
    ("tăng cường sự phối hợp giữa các cơ quan", [], []),
    # what the receiver does with a report is no duty of the sender
    ("phản ánh về Sở Tư pháp tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét", [], ["Sở Tư pháp"]),
    ("báo cáo Ủy ban nhân dân tỉnh; tổng hợp, báo cáo Bộ Ngoại giao", [],
     ["Ủy ban nhân dân tỉnh", "Bộ Ngoại giao"]),
    ("gửi kết quả về Sở Tư pháp để tổng hợp, đồng thời báo cáo Bộ Ngoại giao", [], ["Sở Tư pháp", "Bộ Ngoại giao"]),
    ("phản hồi bằng văn bản về Ủy ban nhân dân tỉnh (qua Sở Tư pháp)", [], ["Ủy ban nhân dân tỉnh"]),
    ("kịp thời báo cáo xin ý kiến chỉ đạo của Chủ tịch Ủy ban nhân dân tỉnh", [],
     ["Chủ tịch Ủy ban nhân dân tỉnh"]),
    ("ban hành Quy chế phối hợp giữa Ban quản lý dự án với các cơ quan của tỉnh", [], []),
    ("rà soát, báo cáo Bộ Tài chính (đối với khu kinh tế) và Bộ Công Thương (đối với cụm công nghiệp)", [],
     ["Bộ Tài chính (đối với khu kinh tế)", "Bộ Công Thương (đối với cụm công nghiệp)"]),
    ("tổng hợp khó khăn, báo cáo đề xuất Ủy ban nhân dân tỉnh (qua Sở Tư pháp) giải quyết", [],
     ["Ủy ban nhân dân tỉnh"]),
]  # fmt: skip


@pytest.mark.parametrize(("duty", "partners", "receivers"), WITH_WHOM)
def test_with_whom_and_to_whom(duty: str, partners: list[str], receivers: list[str]) -> None:
    (task,) = duties(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Ngoại vụ {duty}.")
    assert [actor.name for actor in task.coordinate] == partners
    assert [actor.name for actor in task.report_to] == receivers


def test_a_text_to_be_written_belongs_to_its_duty() -> None:
    (task,) = duties(
        "II. NỘI DUNG\n\n1. Nghị quyết về phát triển giáo dục đến năm 2030.\n\nĐảng ủy UBND xã chủ trì tham mưu."
    )
    assert task.end - task.start > 80


def test_syllables_that_ran_together_are_parted() -> None:
    text = "Đềnghịcác sở, Đảng uỷUBND xã chủtrì; Đắk Lắk, VNeID, nghiêng, thuỷ"
    words = parted(flatten(text))
    shown = [words.printed(at, at + 1) for at in range(len(words))]
    assert shown == (
        [
            "Đề",
            "nghị",
            "các",
            "sở",
            ",",
            "Đảng",
            "uỷ",
            "UBND",
            "xã",
            "chủ",
            "trì",
            ";",
            "Đắk",
            "Lắk",
            ",",
            "VNeID",
            ",",
            "nghiêng",
            ",",
            "thuỷ",
        ]
    )


def test_a_time_that_is_only_spoken_of_is_no_deadline() -> None:
    (task,) = duties(
        "II. KIẾN NGHỊ\n\n1. Đề nghị Sở Tư pháp xem xét bỏ cụm từ “trước ngày 01/8/2025” tại điểm a."
    )
    assert task.deadline is None


@pytest.mark.parametrize(
    ("duty", "deadline"),
    [
        # the day of the work before the day of the report
        (
            "sớm bàn giao trong năm 2025 công trình; báo cáo Thủ tướng Chính phủ kết quả trước ngày 31/12/2025",
            "trong năm 2025",
        ),
        # further occasions of a period
        ("báo cáo định kỳ 6 tháng, hàng năm hoặc đột xuất", "định kỳ 6 tháng, hàng năm hoặc đột xuất"),
        ("báo cáo theo định kỳ 6 tháng", "theo định kỳ 6 tháng"),
        ("tổ chức vệ sinh định kỳ hàng tuần (Thứ 7, Chủ nhật)", "định kỳ hàng tuần (Thứ 7, Chủ nhật)"),
        ("sơ kết định kỳ hằng năm, giữa nhiệm kỳ", "định kỳ hằng năm, giữa nhiệm kỳ"),
        ("cập nhật kết quả hàng tuần, báo cáo UBND tỉnh", "hàng tuần"),
        ("báo cáo UBND tỉnh hàng ngày kết quả xử lý", "hàng ngày"),
        # how things were, what is counted, when something takes place
        ("rà soát các cơ sở trước 01/01/2025 là tuyến huyện", ""),
        ("tuyên truyền Tháng hành động (từ ngày 15/11 đến ngày 15/12)", ""),
        ("chuẩn bị hội nghị diễn ra vào ngày 20/12/2025", ""),
        # when something has to be there
        ("bảo đảm tiến độ hoàn thành Dự án vào năm 2026", "vào năm 2026"),
        (
            "chuẩn bị để cấp xã chính thức hoạt động từ ngày 01 tháng 7 năm 2025",
            "từ ngày 01 tháng 7 năm 2025",
        ),
        ("hướng dẫn các khoản thu phát sinh từ ngày 01 tháng 7 năm 2025", ""),
    ],
)
def test_which_time_is_the_deadline(duty: str, deadline: str) -> None:
    (task,) = duties(f"II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Ngoại vụ {duty}.")
    assert (task.deadline.text if task.deadline else "") == deadline


def test_a_time_in_the_topic_is_no_deadline() -> None:
    (task,) = duties(
        "II. KẾT LUẬN\n\n1. Về số vốn chưa giải ngân trong năm 2025: Sở Tài chính rà soát, báo cáo."
    )
    assert task.deadline is None
