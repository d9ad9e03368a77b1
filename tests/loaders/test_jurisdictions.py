"""The province of a commune's organ, which its own letterhead does not name."""

from __future__ import annotations

import pytest

from loaders.header.read import read_header
from loaders.layout.regions import regions

TITLE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def placed(names: str, place: str, opening: str) -> tuple[str | None, str | None]:
    """Jurisdiction and the route to it of a plan with this letterhead, place line and first sentence."""
    text = (
        f"{names}\n{TITLE}Số: 7/KH-UBND\n{place}, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nKiểm kê máy in\n\n"
        f"{opening}, Ủy ban nhân dân xây dựng Kế hoạch như sau:\n1. Các thôn kiểm kê máy in.\n\n"
        "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu\n"
    )
    found = read_header(text, regions(text)).jurisdiction
    if found is None:
        return None, None
    assert text[found.start : found.end].strip()
    return found.value, found.route


COMMUNE = "ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LẠCH"
WARD = "ỦY BAN NHÂN DÂN\nPHƯỜNG BẮC GIANG"
PLAN = "Thực hiện Kế hoạch số 3/KH-UBND ngày 05/01/2026 của"


@pytest.mark.parametrize(
    ("names", "place", "opening", "path"),
    [
        (COMMUNE, "Đồng Lạch", f"{PLAN} UBND tỉnh Sông Hà", "tỉnh Sông Hà/xã Đồng Lạch"),
        (
            COMMUNE,
            "Đồng Lạch",
            "Căn cứ Nghị quyết số 5-NQ/TU của Tỉnh uỷ Lạng Sơn",
            "tỉnh Lạng Sơn/xã Đồng Lạch",
        ),
        (
            COMMUNE,
            "Đồng Lạch",
            f"{PLAN} Ủy ban nhân dân\nthành phố Đà Nẵng",
            "thành phố Đà Nẵng/xã Đồng Lạch",
        ),
        (COMMUNE, "Đồng Lạch", f"{PLAN} UBND tỉnh", None),
        (COMMUNE, "Đồng Lạch", f"{PLAN} UBND tỉnh Lạng Sơn, kinh nghiệm của UBND tỉnh Lào Cai", None),
        (COMMUNE, "Đồng Lạch", "Căn cứ tình hình của tỉnh Lạng Sơn", None),
        (WARD, "Bắc Giang", f"{PLAN} UBND tỉnh Bắc Ninh", "tỉnh Bắc Ninh/phường Bắc Giang"),
        (WARD, "Bắc Giang", f"{PLAN} UBND tỉnh", None),
    ],
)
def test_a_commune_lies_in_the_province_of_its_superior(
    names: str, place: str, opening: str, path: str | None
) -> None:
    assert placed(names, place, opening) == (path, "superior" if path else None)


def test_a_province_is_not_placed_by_what_it_cites() -> None:
    opening = f"{PLAN} UBND tỉnh Lạng Sơn"
    assert placed("ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "Lào Cai", opening) == ("tỉnh Lào Cai", "letterhead")
