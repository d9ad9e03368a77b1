"""Rules of the language by which duties are found or left out, each with sentences of our own."""

import pytest

from graph.model import Modality
from loaders.read import read_text
from tests.loaders.test_duty_forms import duties, row

HEADINGS = [
    # a group with a long clause after "đối với"; a smaller group that is told after its colon
    (
        "1. Đối với các đơn vị thực hiện dịch vụ thu gom, vận chuyển, xử lý chất thải rắn (theo danh sách tại Phụ lục):"
        "\n\n- Tăng cường vệ sinh tại các chợ.",
        [
            (
                "1.-",
                "các đơn vị thực hiện dịch vụ thu gom, vận chuyển, xử lý chất thải rắn (theo danh sách tại Phụ lục)",
            )
        ],
    ),
    (
        "1. UBND các xã, phường:\n\n- Đối với các xã còn trồng lúa: cần tuyên truyền việc không đốt rơm rạ.",
        [("1.-", "các xã còn trồng lúa")],
    ),
    (
        "1. Các cơ sở sản xuất:\n\n- Đối với các nhà máy gạch, ngói: Tăng cường sử dụng nguyên liệu sạch.",
        [("1.-", "các nhà máy gạch, ngói")],
    ),
    (
        "1. Sở Y tế:\n\n- Đối với các cơ sở y tế tư nhân: Hướng dẫn thực hiện việc cấp lại giấy phép.",
        [("1.-", "Sở Y tế")],
    ),
    # a body named in a heading gives the work to a force of its own
    (
        "1. UBND các xã, phường:\n\n- Giao lực lượng Công an cấp xã làm nòng cốt trong công tác tuần tra.",
        [("1.-", "UBND các xã, phường")],
    ),
    # the receivers of a scan whose "Nơi nhận" is lost; a post whose word a scan misread
    (
        "1. Giao Sở Y tế rà soát quy hoạch.\n\n- VPUB: CVP, PCVP; KTTH\n- Lưu: VT, KGVX rrr aaa bbb ccc ddd eee ooo",
        [("1", "Sở Y tế")],
    ),
    (
        "1. Giám đôc Sở Y tế chịu trách nhiệm thi hành văn bản này.",
        [("1", "Giám đôc Sở Y tế")],
    ),
    # a short place name ends a sentence
    (
        "1. Sở Y tế kiểm tra các cơ sở trên địa bàn tỉnh Nghệ An. Đề nghị Hội Nông dân tỉnh phối hợp tuyên truyền.",
        [("1", "Sở Y tế"), ("1", "Hội Nông dân tỉnh")],
    ),
    # what is asked for in general, under an order; what is laid down under no order stays silent
    (
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:\n\n"
        "1. Yêu cầu chung:\n\n1.1. Rà soát kỹ hồ sơ mời thầu trước khi phê duyệt.",
        [("1.1", "các sở, ban, ngành")],
    ),
    # a heading of time goes on to duties
    (
        "V. THỜI GIAN VÀ TRÁCH NHIỆM THỰC HIỆN\n\n1. Sở Nội vụ hướng dẫn khen thưởng phong trào.",
        [("V.1", "Sở Nội vụ")],
    ),
    # criteria are what is judged
    (
        "III. TIÊU CHÍ THI ĐUA\n\n1. Đối với các doanh nghiệp\n\n- Sản xuất kinh doanh hiệu quả, bền vững.\n\n"
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính bố trí kinh phí.",
        [("IV.1", "Sở Tài chính")],
    ),
    # a report with its writer is no text to be written: what closes the list is apart from it
    (
        "1. Trách nhiệm tổng hợp:\n\n- Báo cáo năm: Sở Tài chính tổng hợp tình hình đấu thầu của tỉnh.\n\n"
        "Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị liên hệ với Sở Tài chính.",
        [("1.-", "Sở Tài chính"), (None, "các cơ quan, đơn vị")],
    ),
    # the role of a body is not the body that is told
    (
        "1. Về kho dự trữ: với vai trò là chủ đầu tư, Tập đoàn Dầu khí Việt Nam chủ động làm việc với đối tác.",
        [("1", "Tập đoàn Dầu khí Việt Nam")],
    ),
    # a lead-in among the aims, and one that lost its number
    (
        "II. MỤC TIÊU CỦA KẾ HOẠCH\n\n1. Tháng hành động\n\nCăn cứ tình hình thực tế, các cơ quan, đơn vị "
        "phối hợp thực hiện các hoạt động sau:\n\n- Tổ chức Lễ phát động với hình thức phù hợp.",
        [("II.1.-", "các cơ quan, đơn vị")],
    ),
    (
        "1. Sở Tài chính có trách nhiệm:\n\na) Tổ chức phát hành trái phiếu.\n\nb) Bố trí nguồn vốn.\n\n"
        "Sở Giáo dục và Đào tạo có trách nhiệm:\n\na) Rà soát các khoản thu.",
        [("1.a", "Sở Tài chính"), ("1.b", "Sở Tài chính"), ("1.a", "Sở Giáo dục và Đào tạo")],
    ),
    # documents under a duty are what it is about, receivers below it are nobody's duty
    (
        "1. Sở Tư pháp phổ biến, quán triệt:\n\n- Ý kiến chỉ đạo của Ban Thường vụ Tỉnh ủy tại Văn bản số "
        "43-CV/TU ngày 12/11/2025 về đấu thầu;\n\n- Chỉ thị số 24/CT-TTg về nâng cao hiệu quả thi hành Luật "
        "Đấu thầu trong tình hình mới.\n\n2. Sở Tài chính giám sát việc thực hiện.\n\n"
        "Chỉ thị này được phổ biến rộng rãi.\n\n- Chính phủ; - Cục Thống kê, Bộ Tài chính; Đoàn đại biểu "
        "Quốc hội tỉnh;",
        [("1", "Sở Tư pháp"), ("2", "Sở Tài chính")],
    ),
    # a lead-in after a semicolon, with the short name of its groups
    (
        "II. NỘI DUNG\n\nĐể phong trào thành công, toàn dân đồng lòng; các sở, ban, ngành (sau đây gọi tắt là "
        "đơn vị) và UBND các xã triển khai các nội dung sau:\n\n1. Thi đua cải cách hành chính.",
        [("II.1", "các sở, ban, ngành + UBND các xã")],
    ),
    # a contingent report of others, and whose reports are to be sent
    (
        "1. Sở Y tế kiểm tra các cơ sở. Trong quá trình thực hiện nếu có vướng mắc, các địa phương kịp thời báo "
        "cáo Ủy ban nhân dân tỉnh.\n\nBáo cáo của các cơ quan, đơn vị gửi về Sở Y tế trước ngày 12/6/2026.",
        [("1", "Sở Y tế"), ("1", "các địa phương"), (None, "các cơ quan, đơn vị")],
    ),
    # dashes of a bad scan
    (
        "1. Sở Tư pháp:\n\n¬ Rà soát văn bản.\n\n~ Tham mưu, trình Ủy ban nhân dân tỉnh.",
        [("1.-", "Sở Tư pháp"), ("1.-", "Sở Tư pháp")],
    ),
    # a dash alone above its text, and the last sentence of a letter
    (
        "1. Sở Y tế:\n\n-\nKiểm tra các cơ sở.\n\n-\nBáo cáo kết quả. Căn cứ nội dung trên, các cơ quan, đơn vị "
        "liên quan nghiêm túc triển khai thực hiện.",
        [("1.-", "Sở Y tế"), ("1.-", "Sở Y tế"), ("1.-", "các cơ quan, đơn vị liên quan")],
    ),
    # where those who are told are found
    (
        "Ủy ban nhân dân tỉnh yêu cầu UBND các xã nơi có hộ dân bị thiệt hại do bão, khẩn trương triển khai các "
        "nội dung sau:\n\n1. Thống kê thiệt hại.",
        [("1", "UBND các xã")],
    ),
    # an owner label whose value is a list below it
    (
        "1. Hoạt động 1\n\n- Nội dung: Tuyên truyền phòng ngừa bạo lực.\n\n- Cơ quan thực hiện:\n\n"
        "+ Sở Văn hóa và Thể thao chủ trì, phối hợp với các sở.\n\n+ Sở Xây dựng đăng tải thông điệp.",
        [("1", "Sở Văn hóa và Thể thao")],
    ),
    # closing orders stay inside the part that holds them
    (
        "1. Tổ chức thực hiện\n\na) Sở Y tế kiểm tra các cơ sở.\n\nb) Sở Tài chính bố trí kinh phí.\n\n"
        "Yêu cầu Thủ trưởng các sở nghiêm túc thực hiện.",
        [("1.a", "Sở Y tế"), ("1.b", "Sở Tài chính"), ("1", "Thủ trưởng các sở")],
    ),
    # what a body may decide is a power
    (
        "1. Sở Xây dựng quyết định điều chuyển tài sản có giá trị dưới 01 tỷ đồng.\n\n"
        "2. Sở Tài chính hướng dẫn thực hiện.",
        [("2", "Sở Tài chính")],
    ),
]  # fmt: skip


LEADS = [
    # a heading that asks, and one of duties, with the clause of its group
    ("1. Đề nghị UBND các xã, các đơn vị được giao làm chủ đầu tư dự án:\n\na) Khẩn trương lập hồ sơ mời thầu.",
     "UBND các xã + các đơn vị được giao làm chủ đầu tư dự án"),
    ("1. Trách nhiệm các cơ quan, đơn vị cấp tỉnh và Ủy ban nhân dân xã\n\na) Triển khai Quy định này.",
     "các cơ quan, đơn vị cấp tỉnh + Ủy ban nhân dân xã"),
    ("1. Trách nhiệm của Thủ trưởng các đơn vị thuộc Sở được phân cấp\n\na) Gửi Sở Nội vụ các quyết định.",
     "Thủ trưởng các đơn vị thuộc Sở được phân cấp"),
    ("1. Nội dung giám sát\n\n- Nội dung giám sát của chủ chương trình\n\n+ Theo dõi, kiểm tra tiến độ.",
     "chủ chương trình"),
    ("1. Đề nghị các Hội được Nhà nước giao nhiệm vụ trên địa bàn tỉnh; UBND các xã: tổ chức kiểm điểm.",
     "các Hội được Nhà nước giao nhiệm vụ trên địa bàn tỉnh + UBND các xã"),
    ("1. Yêu cầu UBND các xã, các đơn vị được giao nhiệm vụ chủ đầu tư, căn cứ Thông tư số 80/2025/TT-BTC, báo "
     "cáo tình hình đấu thầu.", "UBND các xã + các đơn vị được giao nhiệm vụ chủ đầu tư"),
    # what a body under whose name it stands demands itself
    ("1. Sở Y tế\n\n- Yêu cầu các trạm y tế xây dựng kế hoạch.", "Sở Y tế"),
    # a department of a province without its class word; state groups by their fields
    ("1. Sở Y tế Hà Nội\n\na) Tăng cường kiểm tra việc kê đơn thuốc.", "Sở Y tế Hà Nội"),
    ("1. Các Tập đoàn: Điện lực Việt Nam, Dầu khí Việt Nam chủ động bảo đảm nguồn điện.",
     "Các Tập đoàn: Điện lực Việt Nam, Dầu khí Việt Nam"),
    # a name that goes on to the verb, and a class that is charged
    ("1. Ban Quản lý các Khu chế xuất và công nghiệp Thành phố chủ trì, phối hợp với các sở rà soát.",
     "Ban Quản lý các Khu chế xuất và công nghiệp Thành phố"),
    ("1. Cơ sở khám bệnh, chữa bệnh chịu trách nhiệm về số liệu.", "Cơ sở khám bệnh, chữa bệnh"),
    ("1. Các bệnh viện cấp chuyên sâu, cấp cơ bản tập trung khám bệnh theo phân cấp.",
     "Các bệnh viện cấp chuyên sâu, cấp cơ bản"),
    # the verb is no part of the actor; an order after a topic that says more
    ("1. Nếu có vướng mắc, đề nghị các cơ quan, đơn vị báo cáo về Sở Nội vụ.", "các cơ quan, đơn vị"),
    ("1. Về cán bộ: tăng số cấp phó, bố trí đủ biên chế: giao Sở Nội vụ chủ trì nghiên cứu.", "Sở Nội vụ"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "leads"), LEADS)
def test_whom_a_rule_names(text: str, leads: str) -> None:
    (found,) = duties("Công tác năm nay có nhiều thay đổi lớn.\n\n" + text)
    assert row(found)[1] == leads


NO_DUTIES = [
    # a courtesy, and a paragraph about the document itself
    "Đề nghị các bộ, ngành, địa phương quan tâm thực hiện./.",
    "(Thông báo này thay cho Giấy mời, các cơ quan, đơn vị có mặt đúng giờ)./.",
    "Trên đây là ý kiến của Sở Xây dựng để Quý Công ty nghiên cứu, thực hiện./.",
    # a superior is asked to decide
    "Đề nghị Thường trực HĐND tỉnh xem xét, quyết định.",
    # the speaker says what it thinks
    "1. Về mức thu: Ủy ban nhân dân tỉnh đề nghị điều chỉnh từ 2 triệu đồng lên 3 triệu đồng.",
    # a ground alone
    "1. Sở Tài chính:\n\n- Căn cứ khoản 1 Điều 3 Nghị định số 12/2025/NĐ-CP được sửa đổi, bổ sung năm 2026.",
    # how many may be rewarded
    "1. Ban Chỉ đạo tỉnh: Chỉ tiêu xét tối đa 03 tập thể.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DUTIES)
def test_what_is_no_duty(text: str) -> None:
    assert duties("Công tác năm nay có nhiều thay đổi lớn.\n\n" + text) == ()


ARTICLES = """
Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Phê duyệt Danh mục cây xanh cần bảo vệ.

Điều 2.

1. Sở Xây dựng có trách nhiệm:

a) Rà soát cây xanh trên địa bàn.

2. Sở Tài chính bố trí kinh phí.

Điều 3. Quyết định này có hiệu lực từ ngày ký.

Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.
"""


def test_an_article_that_is_its_number_alone_holds_clauses() -> None:
    found = duties(ARTICLES, title="QUYẾT ĐỊNH\nPhê duyệt danh mục", symbol="12/QĐ-UBND")
    assert [row(task) for task in found] == [
        ("Điều 2.1.a", "Sở Xây dựng"),
        ("Điều 2.2", "Sở Tài chính"),
        ("Điều 3", "Giám đốc các sở"),
    ]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_duties_by_rule(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = duties("Công tác năm nay có nhiều thay đổi lớn.\n\n" + text)
    assert [row(task) for task in found] == expected


LETTER = """CỤC THUẾ
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/CT-CS

Hà Nội, ngày 03 tháng 11 năm 2025

Kính gửi: Thuế tỉnh Ninh Bình

Cục Thuế có ý kiến về tiền sử dụng đất như sau.

{body}

Nơi nhận:
- Như trên.

CỤC TRƯỞNG

Lê Văn Mẫu
"""
SUBMISSION = LETTER.replace("Thuế tỉnh Ninh Bình", "Thủ tướng Chính phủ").replace("CỤC THUẾ", "BỘ TÀI CHÍNH")


def test_an_order_in_a_letter_to_the_government_is_a_draft_of_one() -> None:
    (found,) = read_text(
        SUBMISSION.format(body="- Giao Bộ Y tế rà soát, báo cáo trước ngày 15/12/2025.")
    ).tasks
    assert found.modality is Modality.PROPOSED


REQUESTS = [
    # a central authority orders its branches, and asks everybody else
    ("Đề nghị Thuế tỉnh Ninh Bình căn cứ quy định để xử lý hồ sơ.", ["assigned"]),
    ("Đề nghị Sở Tài chính tỉnh Ninh Bình phối hợp xử lý hồ sơ.", ["requested"]),
    # what others have to do under a request is asked for too
    ("Đề nghị Sở Tài chính phối hợp:\n\n- Rà soát số liệu.\n\n- Khi có vướng mắc, các đơn vị liên quan cùng xử lý.",
     ["requested", "requested"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "modalities"), REQUESTS)
def test_what_a_request_is(body: str, modalities: list[str]) -> None:
    found = read_text(LETTER.format(body=body)).tasks
    assert [task.modality.value for task in found] == modalities


def test_a_submission_asks_its_readers_for_no_work() -> None:
    text = "Từ các nội dung trên, Văn phòng kính đề nghị các đồng chí Phó Chủ tịch UBND tỉnh xem xét, cho ý kiến."
    assert duties(text, title="PHIẾU TRÌNH\nVề cây xanh", symbol="12/PTr-VP") == ()


def test_the_ground_of_an_order_may_be_long() -> None:
    ground = (
        "rà soát, thay thế các loại cây xanh đã già cỗi trên các tuyến đường trong khu vực nội thành " * 4
    )
    (task,) = duties(
        f"Theo đề nghị của Bộ Y tế về {ground}, Chủ tịch UBND tỉnh giao Sở Y tế chủ trì rà soát."
    )
    assert row(task)[1] == "Sở Y tế"


def test_a_lead_in_bounds_the_items_below_that_name_no_day() -> None:
    found = duties(
        "1. Sở Nội vụ rà soát biên chế.\n\n"
        "2. Các Sở: Tài chính, Y tế khắc phục bất cập, hoàn thành trong tháng 11 năm 2025, cụ thể:\n\n"
        "- Sở Tài chính kết nối cơ sở dữ liệu.\n\n"
        "- Sở Y tế nâng cấp hệ thống trước ngày 15/10/2025."
    )
    assert [task.deadline and task.deadline.date for task in found] == [None, "2025-11", "2025-10-15"]


def test_a_lead_in_that_only_tells_a_time_bounds_nothing() -> None:
    found = duties(
        "1. Trong năm 2025, các Sở thực hiện các việc sau:\n\n- Sở Tài chính kết nối cơ sở dữ liệu."
    )
    assert [task.deadline for task in found] == [None]


def test_a_text_without_preamble_begins_with_its_first_item() -> None:
    found = duties(
        "1. Sở Nội vụ rà soát biên chế.\n\n2. Sở Tài chính kết nối cơ sở dữ liệu.",
        title="KẾ HOẠCH\nTriển khai nhiệm vụ",
    )
    assert [task.section for task in found] == ["1", "2"]
