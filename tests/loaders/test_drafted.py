"""Whom the draft that a letter comments on gives a duty to."""

from __future__ import annotations

import pytest

from loaders.read import read_text

HEAD = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/SNV-VP\nV/v góp ý dự thảo Kế hoạch\nKính gửi: Sở Y tế\n"
    "Sở Nội vụ có ý kiến góp ý như sau:\n"
)
EDIT = (
    "đề nghị chỉnh sửa thành “c) Sở Tài chính chủ trì, phối hợp với Sở Y tế bố trí kinh phí mua máy in mới”."
)

CASES = [
    ("1. Tại khoản 4 dự thảo Kế hoạch giao Sở Nội vụ bố trí kinh phí; " + EDIT, ["Sở Nội vụ"]),
    ("1. Về nội dung giao Sở Nội vụ và Sở Xây dựng mua máy in: " + EDIT, ["Sở Nội vụ", "Sở Xây dựng"]),
    ("1. Dự thảo có nội dung “Sở Nội vụ chủ trì mua máy in cho các trạm”, " + EDIT, ["Sở Nội vụ"]),
    ("1. Về dự thảo Kế hoạch: “c) Sở Nội vụ chủ trì mua máy in cho các trạm”. Do đó, " + EDIT, ["Sở Nội vụ"]),
    ("1. Đề nghị sửa nhiệm vụ giao Sở Nội vụ:\na) Tại điểm c, " + EDIT, ["Sở Nội vụ"]),
    ("1. Bổ sung nội dung “Sở Nội vụ chủ trì mua máy in cho các trạm”; " + EDIT, []),
    ("1. Theo nhiệm vụ được giao, Sở Nội vụ thống nhất. Tại khoản 4, " + EDIT, []),
    ("1. Tại khoản 4 dự thảo Kế hoạch, " + EDIT, []),
]


@pytest.mark.parametrize(("item", "names"), CASES)
def test_owner_in_the_draft(item: str, names: list[str]) -> None:
    text = f"{HEAD}{item}\nTrên đây là ý kiến của Sở Nội vụ./.\n"
    (task,) = [task for task in read_text(text).tasks if [one.name for one in task.lead] == ["Sở Tài chính"]]
    said = task.drafted
    assert ([one.name for one in said.agencies] if said else []) == names
    if said is not None:
        assert said.sentence_start <= said.start < said.end <= said.sentence_end
        assert all(text[one.start : one.end] == one.name for one in said.agencies)


def test_only_proposals_meet_a_draft() -> None:
    text = "UBND tỉnh có ý kiến về nhiệm vụ giao Sở Nội vụ như sau:\n1. Giao Sở Tài chính mua máy in mới.\n"
    assert [task.drafted for task in read_text(text).tasks] == [None]
