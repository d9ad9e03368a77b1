"""One agency under every spelling: abbreviations, joints, levels; and bodies that stay apart."""

from __future__ import annotations

import pytest

from graph.vocabulary.agencies import canonical_agency

SPELLINGS = {
    "Sở Khoa học và Công nghệ": (
        "Sở KH&CN|Sở KHCN|SKHCN|SKH&CN|Sở KH và CN|Sở KH-CN|Sở Khoa học & Công nghệ|Sở Khoa học, Công nghệ"
        "|SỞ KHOA HỌC VÀ CÔNG NGHỆ|Sở Khoa học và Công nghệ tỉnh|sở Khoa học và Công nghệ"
    ),
    "Sở Giáo dục và Đào tạo": "Sở GD&ĐT|Sở GDĐT|Sở GD-ĐT|Sở GD và ĐT|SGD&ĐT|SGDĐT|Sở Giáo dục - Đào tạo",
    "Sở Nông nghiệp và Môi trường": "Sở NN&MT|Sở NNMT|SNN&MT|Sở NN và MT|Sở Nông nghiệp - Môi trường",
    "Sở Văn hóa, Thể thao và Du lịch": (
        "Sở VH,TT&DL|Sở VH, TT&DL|Sở VHTT&DL|Sở VHTTDL|SVHTTDL|SVH,TT&DL|Sở VHTT và DL"
        "|Sở Văn hoá - Thể thao và Du lịch|Sở Văn hóa Thể thao và Du lịch"
    ),
    "Sở Thông tin và Truyền thông": "STTTT|Sở TTTT|Sở TT&TT|Sở TT và TT",
    "Sở Lao động - Thương binh và Xã hội": "Sở LĐ-TB&XH|Sở LĐTB&XH|SLĐTBXH|Sở Lao động, Thương binh và Xã hội",
    "Sở Tài chính": "STC|Sở TC|Sở Tài chính tỉnh|Sở Tài chính thành phố",
    "Ủy ban nhân dân tỉnh": "UBND tỉnh|UBND Tỉnh|Uỷ ban Nhân dân tỉnh|ỦY BAN NHÂN DÂN TỈNH",
    "Chủ tịch Ủy ban nhân dân tỉnh": "Chủ tịch UBND tỉnh|CT UBND tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh": "VP UBND tỉnh|VP. UBND tỉnh|VP.UBND tỉnh|VPUBND tỉnh|Văn phòng UBND tỉnh",
    "Ủy ban nhân dân thành phố": "UBND TP|UBND TP.|UBND Thành phố",
    "Trung tâm Phục vụ hành chính công tỉnh": (
        "TT PVHCC tỉnh|TTPVHCC tỉnh|Trung tâm PVHCC tỉnh|TT Phục vụ HCC tỉnh|TTHCC tỉnh"
    ),
    "Bộ Chỉ huy quân sự tỉnh": "BCH Quân sự tỉnh|Bộ CHQS tỉnh|BCHQS tỉnh|Bộ Chỉ huy Quân sự tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh": (
        "UBMTTQVN tỉnh|UBMTTQ tỉnh|UBMTTQ Việt Nam tỉnh|UB MTTQ tỉnh|Ủy ban MTTQ tỉnh|MTTQ tỉnh"
        "|Ủy ban MTTQ Việt Nam tỉnh|Mặt trận Tổ quốc tỉnh"
    ),
    "Thường trực Tỉnh ủy": "TT. Tỉnh ủy|TT Tỉnh ủy|TT. TU|Thường trực Tỉnh uỷ",
    "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh": (
        "Văn phòng ĐĐBQH&HĐND tỉnh|VP Đoàn ĐBQH và HĐND tỉnh"
    ),
    "Bộ Lao động - Thương binh và Xã hội": "Bộ LĐ-TB&XH|Bộ LĐTB&XH|BLĐTBXH|Bộ LĐTBXH",
    "Ban Dân tộc": "Ban Dân tộc tỉnh|BDT",
    "Tỉnh đoàn": "Tỉnh Đoàn|TỈNH ĐOÀN",
}


@pytest.mark.parametrize(
    ("printed", "name"), [(each, name) for name, all_ in SPELLINGS.items() for each in all_.split("|")]
)
def test_spelling(printed: str, name: str) -> None:
    assert canonical_agency(printed).name == name
    assert canonical_agency(printed).tier is not None


def test_bodies_of_one_committee_stay_apart() -> None:
    assert len({canonical_agency(names.split("|")[0]).name for names in SPELLINGS.values()}) == len(SPELLINGS)


@pytest.mark.parametrize(
    ("printed", "jurisdiction", "tier"),
    [
        ("Cục Thống kê tỉnh Lào Cai", "tỉnh Lào Cai", 4),  # a ministry's office in a province
        ("Cục Thuế tỉnh", None, 4),
        ("Cục Hóa chất", None, 3),
        ("Ban Dân tộc tỉnh Lạng Sơn", "tỉnh Lạng Sơn", 5),
        ("Sở KH&CN tỉnh Lạng Sơn", "tỉnh Lạng Sơn", 5),
        ("Tỉnh Đoàn Lạng Sơn", "tỉnh Lạng Sơn", 4),
    ],
)
def test_place_and_tier(printed: str, jurisdiction: str | None, tier: int) -> None:
    found = canonical_agency(printed)
    assert (found.jurisdiction, found.tier) == (jurisdiction, tier)
