"""Where an issuer phrase ends, and which body issues a symbol."""

from __future__ import annotations

import pytest

from loaders.agencies import issuers

HELPERS = (
    "Tổ giúp việc Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
)

PHRASES = [
    ("Bộ Khoa học và Công nghệ hướng dẫn các bộ", "Bộ Khoa học và Công nghệ"),
    ("Thủ tướng Chính phủ về việc", "Thủ tướng Chính phủ"),
    ("Văn phòng Chính phủ.", "Văn phòng Chính phủ"),
    ("Bộ Văn hóa, Thể thao và Du lịch; Công văn", "Bộ Văn hóa, Thể thao và Du lịch"),
    ("Bộ Chính trị, Ban Bí thư kết luận", "Bộ Chính trị, Ban Bí thư"),
    ("Bộ Tài chính và Nghị quyết số 5", "Bộ Tài chính"),
    ("Bộ Tài chính và Ủy ban nhân dân tỉnh", "Bộ Tài chính"),
    ("UBND xã Đồng Đăng, tỉnh Lạng Sơn về", "UBND xã Đồng Đăng, tỉnh Lạng Sơn"),
    ("Ủy ban nhân dân TP. Hồ Chí Minh về", "Ủy ban nhân dân TP. Hồ Chí Minh"),
    ("Ban Chấp hành Trung ương Đảng khóa XIII về", "Ban Chấp hành Trung ương Đảng khóa XIII"),
    ("Hội Chăn nuôi Việt Nam - Hiệp hội Thức ăn gửi", "Hội Chăn nuôi Việt Nam - Hiệp hội Thức ăn"),
    ("THỦ TƯỚNG CHÍNH PHỦ BAN HÀNH KẾ HOẠCH", "THỦ TƯỚNG CHÍNH PHỦ"),
    ("Ủy ban nhân dân tỉnh Yên Bái Ban hành Quy định", "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Quốc hội\nCông điện 230", "Quốc hội"),
    ("Bộ Chính trị năm 2026", "Bộ Chính trị"),
    ("Sở Kế hoạch và Đầu tư tại", "Sở Kế hoạch và Đầu tư"),
    ("Đoàn Luật sư tỉnh Bình Thuận về", "Đoàn Luật sư tỉnh Bình Thuận"),
    ("Chính phủ Biểu thuế nhập khẩu ưu đãi", "Chính phủ"),
    ("Thủ tướng Chính phủ ở một số nơi", "Thủ tướng Chính phủ"),
    ("UBND tỉnh tổng hợp kết quả rà soát", "UBND tỉnh"),
    ("Bộ trưởng Bộ Công an và Kế hoạch này", "Bộ trưởng Bộ Công an"),
    ("Cục\nQuản lý môi trường y tế - Bộ Y tế về", "Cục Quản lý môi trường y tế - Bộ Y tế"),
    ("Ủy ban nhân dân tỉnh Lào\n20\nCai về", "Ủy ban nhân dân tỉnh Lào Cai"),
    ("Bộ trưởng - Khoản 2 Điều 5", "Bộ trưởng"),
    (
        f"{HELPERS} về Kết luận",
        HELPERS,
    ),
]


@pytest.mark.parametrize(("text", "name"), PHRASES)
def test_a_phrase_ends_where_the_name_ends(text: str, name: str) -> None:
    found = issuers.at(text, 0)
    assert found is not None
    assert found.name == name


BEFORE = [
    (
        "theo chỉ đạo của Thủ tướng Chính phủ và hướng dẫn của Thanh tra Chính phủ tại ",
        "15/KH-TTCP",
        "Thanh tra Chính phủ",
    ),
    ("ý kiến chỉ đạo của Chính phủ, Thủ tướng Chính phủ tại ", "13/CT-TTg", "Thủ tướng Chính phủ"),
    ("ý kiến của Phó Thủ tướng Chính phủ tại ", "6721/VPCP-KTTH", None),
    ("Bộ Chính trị, Ban Bí thư đã có ", "212-KL/TW", "Bộ Chính trị, Ban Bí thư"),
    ("hướng dẫn do Bộ Tư pháp tại ", "7725/BTP-VP", "Bộ Tư pháp"),
    ("Chủ tịch UBND tỉnh tiếp tục chỉ đạo tại ", "50/TB-UBND", "Chủ tịch UBND tỉnh"),
    ("Giao Sở Nội vụ rà soát, sửa đổi ", "5/QĐ-UBND", None),
    ("đã được Chính phủ trình Quốc hội tại ", "985/TTr-CP", "Chính phủ"),
    ("trên cơ sở UBTVQH đã ban hành ", "110/2025/UBTVQH15", "UBTVQH"),
    ("(Sở Tài chính đã tổng hợp và đề nghị tại ", "97/STC-NS", "Sở Tài chính"),
    ("như báo cáo của Tỉnh tại ", "878/BC-UBND", "Tỉnh"),
    ("thảo luận tại Hội trường Quốc hội tại ", "5/BC-UBND", None),
]


@pytest.mark.parametrize(("text", "symbol", "name"), BEFORE)
def test_the_body_before_the_document_issues_it_if_the_symbol_allows(
    text: str, symbol: str, name: str | None
) -> None:
    found = issuers.before(text, 0, len(text), symbol=symbol)
    assert (found.name if found else None) == name


FITS = [
    ("Bộ Nông nghiệp và Môi trường", "36/2025/TT-BNNMT", True),
    ("Thủ tướng Chính phủ", "86/NQ-CP", False),
    ("Chính phủ", "86/NQ-CP", True),
    ("Ủy ban nhân dân tỉnh", "12/KH-UBND", True),
    ("Chủ tịch UBND tỉnh", "12/VP-NC", False),
    ("Bộ Chính trị", "57-NQ/TW", None),
    ("Ban Tổ chức Trung ương", "96-CV/BTCTW", True),
    ("Bộ Xây dựng", None, None),
]


@pytest.mark.parametrize(("name", "symbol", "verdict"), FITS)
def test_a_symbol_confirms_or_denies_a_body(name: str, symbol: str | None, verdict: bool | None) -> None:
    assert issuers.fits(name, symbol) is verdict
