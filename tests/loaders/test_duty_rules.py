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


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_duties_by_rule(text: str, expected: list[tuple[str | None, str]]) -> None:
    found = duties("Công tác năm nay có nhiều thay đổi lớn.\n\n" + text)
    assert [row(task) for task in found] == expected
