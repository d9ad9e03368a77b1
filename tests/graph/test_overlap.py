"""Whether two names of owners may mean one body, by table."""

from __future__ import annotations

import pytest

from graph.vocabulary.overlap import overlap

ONE = [
    ("Sở Y tế", "SYT"),
    ("Sở Y tế", "Giám đốc Sở Y tế"),
    ("UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
    ("VP. UBND tỉnh", "Văn phòng UBND tỉnh (Trung tâm Phục vụ hành chính công tỉnh)"),
    ("Các sở, ban, ngành", "Sở Tư pháp"),
    ("Thủ trưởng các sở, ban, ngành tỉnh", "Sở Tư pháp"),
    ("UBND các xã, phường", "UBND xã Đồng Lạch"),
    ("UBND cấp xã", "UBND xã Đồng Lạch"),
    ("Các bộ, ngành", "Bộ Y tế"),
    ("Các sở", "Các sở, ban, ngành"),
    ("Các cơ quan, đơn vị", "Sở Y tế"),
    ("cơ quan soạn thảo", "Sở Y tế"),
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
]
TWO = [
    ("Sở Y tế", "Sở Tư pháp"),
    ("Bộ Y tế", "Bộ Nội vụ"),
    ("Văn phòng UBND tỉnh", "UBND tỉnh"),
    ("UBND các xã", "Sở Y tế"),
    ("UBND tỉnh", "UBND các xã, phường"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_body(one: str, other: str) -> None:
    assert overlap(one, other)
    assert overlap(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_bodies(one: str, other: str) -> None:
    assert not overlap(one, other)
    assert not overlap(other, one)
