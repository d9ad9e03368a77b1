"""How far the name of a document reaches: what only the country has, and what every place may have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.identity.names import is_local_name, key_name
from graph.model import Citation

Cite = Callable[..., Citation]


@pytest.mark.parametrize(
    ("type_word", "name", "issuer"),
    [
        ("Luật", "Luật Tổ chức chính quyền địa phương", None),
        ("Hiến pháp", "Hiến pháp năm 2013", None),
        ("Quy hoạch", "Quy hoạch mạng lưới đường bộ thời kỳ 2021 - 2030", None),
        ("Chiến lược", "Chiến lược quốc gia về bình đẳng giới", None),
        ("Nghị quyết", "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", None),
        ("Nghị quyết", "Nghị quyết Trung ương 6 khóa XII", None),
        ("Nghị quyết", "Nghị quyết 71", "Bộ Chính trị"),
    ],
)
def test_one_in_the_country(cite: Cite, type_word: str, name: str, issuer: str | None) -> None:
    assert not is_local_name(cite(type=type_word, name=name, issuer=issuer))


@pytest.mark.parametrize(
    ("type_word", "name", "issuer"),
    [
        ("Đề án", "Đề án 153", None),
        ("Báo cáo", "Báo cáo chính trị", None),
        ("Quy hoạch", "Quy hoạch tỉnh Lào Cai thời kỳ 2021-2030", None),
        ("Nghị quyết", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I", None),
        ("Nghị quyết", "Nghị quyết 57", "HĐND tỉnh"),
    ],
)
def test_one_in_every_place(cite: Cite, type_word: str, name: str, issuer: str | None) -> None:
    assert is_local_name(cite(type=type_word, name=name, issuer=issuer))


@pytest.mark.parametrize(
    ("type_word", "first", "second"),
    [
        ("Luật", "Luật Đất đai năm 2024", "LUẬT ĐẤT ĐAI"),
        ("Quy hoạch", "Quy hoạch điện thời kỳ 2021-2030", "Quy hoạch điện thời kỳ 2021 - 2030"),
    ],
)
def test_two_spellings_are_one_name(cite: Cite, type_word: str, first: str, second: str) -> None:
    assert key_name(cite(type=type_word, name=first)) == key_name(cite(type=type_word, name=second))
