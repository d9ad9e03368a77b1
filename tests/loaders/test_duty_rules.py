"""Rules of the language by which duties are found or left out, each with sentences of our own."""

import pytest

from tests.loaders.test_duty_forms import duties, row

HEADINGS = [
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
    # what a body may decide is a power
    (
        "1. Sở Xây dựng quyết định điều chuyển tài sản có giá trị dưới 01 tỷ đồng.\n\n"
        "2. Sở Tài chính hướng dẫn thực hiện.",
        [("2", "Sở Tài chính")],
    ),
]  # fmt: skip


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
