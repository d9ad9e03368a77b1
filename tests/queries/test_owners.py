"""Who may hold duties for an agency: by name, as its predecessor, through a group."""

from __future__ import annotations

from typing import Any

import pytest

from graph.identity.agencies import agency
from graph.model import FileKey
from queries.owners import Reason, holders, owners, readings, with_groups

LANG_SON, TUYEN_QUANG, HA_GIANG = "tỉnh Lạng Sơn", "tỉnh Tuyên Quang", "tỉnh Hà Giang"
PRINTED = [
    ("Sở Khoa học và Công nghệ", TUYEN_QUANG),
    ("Sở Khoa học và Công nghệ", HA_GIANG),
    ("STTTT", HA_GIANG),
    ("Sở Tài chính", LANG_SON),
    ("Các sở, ban, ngành", LANG_SON),
    ("Các sở, ban, ngành tỉnh", HA_GIANG),
    ("UBND các xã, phường", LANG_SON),
    ("Các bộ, ngành", None),
    ("Bộ Tài chính", None),
    ("Bộ Kế hoạch và Đầu tư", None),
]


@pytest.fixture
def store(store_of: Any) -> Any:
    return store_of([agency(name, file=FileKey("a.txt"), place=place) for name, place in PRINTED])


def told(found: Any) -> list[str]:
    return [f"{one.reason.value}: {one.agency.name} {one.agency.jurisdiction or ''}".strip() for one in found]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "Sở Tài chính tỉnh Lạng Sơn",
            [f"name: Sở Tài chính {LANG_SON}", f"group: Các sở, ban, ngành {LANG_SON}"],
        ),
        (
            "Sở KH&CN tỉnh Tuyên Quang",
            [
                f"name: Sở Khoa học và Công nghệ {TUYEN_QUANG}",
                f"predecessor: Sở Khoa học và Công nghệ {HA_GIANG}",
                f"predecessor: Sở Thông tin và Truyền thông {HA_GIANG}",
                f"group: Các sở, ban, ngành tỉnh {HA_GIANG}",
            ],
        ),
        (
            "bo tai chinh",
            ["name: Bộ Tài chính", "predecessor: Bộ Kế hoạch và Đầu tư", "group: Các bộ, ngành"],
        ),
        ("so y te tinh lang son", [f"group: Các sở, ban, ngành {LANG_SON}"]),  # named in groups alone
        ("Sở Y tế", [f"group: Các sở, ban, ngành {LANG_SON}", f"group: Các sở, ban, ngành tỉnh {HA_GIANG}"]),
        ("UBND xã", [f"group: Ủy ban nhân dân các xã, phường {LANG_SON}"]),
        ("Công ty Sao Mai", []),
    ],
)
def test_holders(store: Any, name: str, expected: list[str]) -> None:
    assert told(holders(store, name)) == expected


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("vp.ubnd tinh", "van phong uy ban nhan dan tinh"),
        ("so gd-dt", "so giao duc va dao tao"),
        ("so gd&dt", "so giao duc va dao tao"),
        ("so tp", "so tu phap"),
        ("tt pvhcc tinh", "trung tam phuc vu hanh chinh cong tinh"),
        ("bch quan su tinh", "bo chi huy quan su tinh"),
        ("tt. hdnd tinh", "thuong truc hoi dong nhan dan tinh"),
        ("so vh,tt&dl", "so van hoa, the thao va du lich"),
    ],
)
def test_abbreviations_typed_without_diacritics(typed: str, name: str) -> None:
    assert name in [key for key, _ in readings(typed)]


def test_the_steps_say_why(store: Any) -> None:
    (holder,) = (one for one in holders(store, "Sở KH&CN tỉnh Tuyên Quang") if len(one.steps) == 2)
    assert [step.basis for step in holder.steps] == ["Nghị định 45/2025/NĐ-CP", "Nghị quyết 202/2025/QH15"]


def test_a_group_has_the_members_of_its_day(store: Any) -> None:
    ended = holders(store, "Sở Thông tin và Truyền thông tỉnh Hà Giang")
    (group,) = (one for one in ended if one.reason is Reason.GROUP)
    assert group.on("2025-02-28")
    assert not group.on("2025-03-01")
    new = holders(store, "Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn")
    assert [one.on("2024-05-01") for one in new] == [True]  # its predecessors were members then


def test_one_trip(store: Any, counted: Any) -> None:
    view = counted(store)
    with_groups(view, owners(store, "Sở Tài chính"))
    assert view.trips == 1


@pytest.mark.parametrize(
    "typed", ["cac so ban nganh tinh", "các sở - ban - ngành tỉnh", "Các sở, ban, ngành tỉnh"]
)
def test_signs_in_a_name_need_not_be_typed(store: Any, typed: str) -> None:
    assert [one.name for one in owners(store, typed)] == ["Các sở, ban, ngành tỉnh"]
