"""What a document says about itself."""

from __future__ import annotations

import unicodedata

import pytest

from graph.model import Header, Stated
from loaders.header import read_header
from loaders.header.casing import sentence_case
from loaders.layout.regions import regions
from loaders.text.glyphs import letter
from tests.loaders import letters


def header(text: str) -> Header:
    return read_header(text, regions(text))


def value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


@pytest.mark.parametrize(
    ("layout", "identity"),
    [
        ("side by side", "Công văn | 21/SCT-VP | 2026-02-05 | Sở Công Thương tỉnh Lào Cai | Trần Thị Thử"),
        ("web copy", "Công văn | 12/VPCP-KT | 2026-03-09 | Văn phòng Chính phủ | Lê Văn Mẫu"),
        ("spaced", "Công văn | None | None | Văn phòng Ủy ban nhân dân tỉnh | Phạm Thị Giả"),
        ("party", "Kết luận | 15-KL/TW | 2025-11-18 | Bộ Chính trị, Ban Bí thư | Đỗ Văn Ví"),
        ("blank number", "Kế hoạch | None | 2026-01 | Ủy ban nhân dân tỉnh Quảng Ngãi | Hoàng Văn Nháp"),
        ("dispatch", "Công điện | 99/CĐ-TTg | 2025-11-16 | Thủ tướng Chính phủ | Vũ Thị Tạm"),
    ],
)
def test_own_identity(layout: str, identity: str) -> None:
    found = header(letters.ALL[layout])
    facts = (found.type, found.symbol, found.date, found.issuer, found.signer)
    assert " | ".join(str(value(fact)) for fact in facts) == identity


@pytest.mark.parametrize(
    ("layout", "subject", "jurisdiction", "addressees", "copied_to"),
    [
        (
            "side by side",
            "rà soát máy in của các phòng",
            "tỉnh Lào Cai",
            ["Sở Nội vụ", "Ủy ban nhân dân các xã, phường"],
            ["UBND tỉnh Lào Cai"],
        ),
        ("web copy", "rà soát máy in của các phòng", None, ["Bộ Nội vụ"], ["Bộ Tài chính"]),
        ("spaced", None, None, ["Sở Khoa học và Công nghệ"], ["VPUB"]),
        ("party", "QUẢN LÝ MÁY IN", None, [], ["Các cơ quan, ban đảng Trung ương"]),
        (
            "blank number",
            "Thực hiện kiểm kê máy in trên địa bàn tỉnh",
            "tỉnh Quảng Ngãi",
            [],
            ["Bộ Tài chính"],
        ),
        (
            "dispatch",
            "CHỦ ĐỘNG PHÒNG, CHỐNG MƯA LŨ",
            None,
            ["Chủ tịch Ủy ban nhân dân các tỉnh: Hà Tĩnh, Quảng Trị", "Bộ trưởng Bộ Xây dựng"],
            [],
        ),
    ],
)
def test_subject_and_receivers(
    layout: str, subject: str | None, jurisdiction: str | None, addressees: list[str], copied_to: list[str]
) -> None:
    found = header(letters.ALL[layout])
    assert value(found.subject) == subject
    assert value(found.jurisdiction) == jurisdiction
    assert [a.name for a in found.addressees] == addressees
    assert [a.name for a in found.copied_to] == copied_to


HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
BODY = "\nKính gửi: Sở Nội vụ.\nThực hiện Kế hoạch số 7/KH-UBND, đề nghị Sở Nội vụ kiểm kê máy in./.\n"


@pytest.mark.parametrize(
    ("names", "issuer"),
    [
        ("BỘ NỘI VỤ", "Bộ Nội vụ"),
        ("BỘ NÔNG NGHIỆP VÀ\nMÔI TRƯỜNG", "Bộ Nông nghiệp và Môi trường"),
        ("ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("UBND TỈNH LẠNG SƠN\nVĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lạng Sơn"),
        ("UBND TỈNH LẠNG SƠN\nSỞ KHOA HỌC VÀ CÔNG NGHỆ", "Sở Khoa học và Công nghệ tỉnh Lạng Sơn"),
        ("BỘ CÔNG THƯƠNG\nCỤC HÓA CHẤT", "Cục Hóa chất"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG", "Văn phòng Trung ương Đảng"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC", "Ban Tổ chức Trung ương"),
        ("ĐẢNG BỘ TỈNH KHÁNH HOÀ\nĐẢNG UỶ XÃ CÔNG HẢI", "Đảng ủy xã Công Hải"),
        ("SỞ GDĐT TỈNH ĐỒNG THÁP\nTRƯỜNG THPT ĐỐC BINH KIỀU", "Trường THPT Đốc Binh Kiều"),
        ("THỦ\nTƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("CHỦ TỊCH ỦY BAN\nNHÂN DÂN\nTỈNH GIA LAI", "Chủ tịch Ủy ban nhân dân tỉnh Gia Lai"),
    ],
)
def test_issuers_of_letterheads(names: str, issuer: str) -> None:
    text = f"{names}\n{HEAD}Số: 7/X-Y\nHà Nội, ngày 02 tháng 3 năm 2026{BODY}"
    assert value(header(text).issuer) == issuer


@pytest.mark.parametrize(
    ("place_line", "date"),
    [
        ("Lạng Sơn, ngày 05 tháng 01 năm 2026", "2026-01-05"),
        ("Lạng Sơn, ngày       tháng  01 năm 2026", "2026-01"),
        ("Lạng Sơn, ngày      tháng     năm 2026", "2026"),
        ("Lạng Sơn, ngày22 tháng 9 năm 2025", "2025-09-22"),
        ("Lạng Sơn, ngày 4} tháng 11 năm 2025", "2025-11"),
        ("Lạng Sơn, ngày 15/4/2025", "2025-04-15"),
        ("Lạng Sơn, ngày\n18 tháng 11 năm 2025", "2025-11-18"),
    ],
)
def test_dates_have_the_printed_precision(place_line: str, date: str) -> None:
    found = header(f"{HEAD}Số: 7/X-Y\n{place_line}\n{BODY}")
    assert value(found.date) == date
    assert value(found.place) == "Lạng Sơn"


@pytest.mark.parametrize(
    ("number", "symbol", "tail"),
    [
        ("Số: 11306/VPCP-NN", "11306/VPCP-NN", None),
        ("Số:10988/BNV-CQĐP", "10988/BNV-CQĐP", None),
        ("Số 432-TB/VPTW", "432-TB/VPTW", None),
        ("Số: 66.4/2025/NQ-CP", "66.4/2025/NQ-CP", None),
        ("Số:  788 / STP - HCBT", "788/STP-HCBT", None),
        ("Số: 617/SKHCN-BCVT&CĐS", "617/SKHCN-BCVT&CĐS", None),
        ("Số:\n44/2025/QĐ-CTUBND", "44/2025/QĐ-CTUBND", None),
        ("Số:       /VP-TTPVHCC Lạng Sơn, ngày   tháng 01 năm 2026", None, "/VP-TTPVHCC"),
        ("Số: II /2026/QĐ-UBND", None, "/2026/QĐ-UBND"),
        ("Số:     /QĐ - UBND", None, "/QĐ-UBND"),
        ("Luật số: 51/2024/QH15", "51/2024/QH15", None),
    ],
)
def test_own_numbers(number: str, symbol: str | None, tail: str | None) -> None:
    found = header(f"BỘ NỘI VỤ\n{HEAD}{number}\n{BODY}")
    assert value(found.symbol) == symbol
    assert found.symbol_tail == tail


@pytest.mark.parametrize(
    ("signed", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nNguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("TƯ LỆNH\nThiếu tướng Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("GIÁM ĐỐC\nPGS.TS. Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", None),
    ],
)
def test_signers(signed: str, signer: str | None) -> None:
    text = f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}Nơi nhận:\n- Như trên;\n- Lưu: VT.\n{signed}\n"
    assert value(header(text).signer) == signer


@pytest.mark.parametrize(
    "closing",
    [
        "Nơi nhận: KT. CHỦ TỊCH\n- Như trên; PHÓ CHỦ TỊCH\n- Lưu: VT (2). Nguyễn Văn Mẫu\n",
        "Nơi nhận: Ti h ˆ\n- Chính phủ; TM. ỦY BAN NHÂN DÂN\n- Bộ Y tế; HỦ TỊCH\n~ Lưu: VT.\n\nNguyễn Văn Mẫu\n",
    ],
)
def test_the_name_beside_the_list_of_a_scan(closing: str) -> None:
    assert value(header(f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}{closing}").signer) == "Nguyễn Văn Mẫu"


def test_a_speaking_chairman_without_letterhead() -> None:
    text = (
        "Kính gửi: Các sở, ban, ngành tỉnh.\nThực hiện Công văn số 6/TTg-KSTT, "
        "Chủ tịch UBND tỉnh yêu cầu các sở kiểm kê máy in./.\nNơi nhận:\n- Như trên.\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n"
    )
    issuer = header(text).issuer
    assert issuer is not None
    assert (issuer.value, issuer.route) == ("Chủ tịch Ủy ban nhân dân tỉnh", "text")
    assert text[issuer.start : issuer.end] == "Chủ tịch UBND tỉnh"


def test_a_missing_letterhead_is_made_up_for_by_the_title_of_the_site() -> None:
    text = (
        "**Kính gửi:** Các sở.\nThực hiện kế hoạch, các sở kiểm kê máy in./.\nNơi nhận:\n- Như trên.\n|\n"
        "**KT. CHỦ TỊCH**\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n|\n"
        "Công văn 71/CV-BCĐ năm 2025 kiểm kê máy in do Ban Chỉ đạo ban hành\n"
    )
    found = header(text)
    assert (value(found.symbol), value(found.date)) == ("71/CV-BCĐ", "2025")


def test_an_assembly_says_when_it_passed_a_law() -> None:
    text = (
        f"QUỐC HỘI\n{HEAD}Luật số: 51/2024/QH15\nLUẬT\nVỀ MÁY IN\nCăn cứ Hiến pháp;\n"
        "Luật này được Quốc hội khóa XV, kỳ họp thứ 8 thông qua ngày 27 tháng 11 năm 2024.\n"
    )
    found = header(text)
    assert (value(found.type), value(found.date)) == ("Luật", "2024-11-27")


def test_a_commune_is_placed_by_the_name_above_it() -> None:
    names = "ĐẢNG BỘ TỈNH KHÁNH HOÀ\nĐẢNG UỶ XÃ CÔNG HẢI\n*\nSố 7-CV/ĐU\nHoãn họp về máy in\n"
    text = f"{names}ĐẢNG CỘNG SẢN VIỆT NAM\nCông Hải, ngày tháng 11 năm 2025{BODY}"
    found = header(text)
    assert value(found.jurisdiction) == "tỉnh Khánh Hòa/xã Công Hải"
    assert value(found.subject) == "Hoãn họp về máy in"


@pytest.mark.parametrize("layout", letters.ALL)
def test_values_lie_where_they_say(layout: str) -> None:
    text = letters.ALL[layout]
    found = header(text)
    for stated in (
        found.type,
        found.symbol,
        found.date,
        found.issuer,
        found.signer,
        found.subject,
        found.place,
    ):
        if stated is not None:
            assert 0 <= stated.start < stated.end <= len(text)
    if found.signer is not None:
        assert " ".join(text[found.signer.start : found.signer.end].split()) == found.signer.value
    for agency in (*found.addressees, *found.copied_to):
        assert text[agency.start : agency.end].split()[0] == agency.name.split()[0]


@pytest.mark.parametrize("layout", letters.ALL)
def test_decomposed_letters_say_the_same(layout: str) -> None:
    text = letters.ALL[layout]
    composed, decomposed = header(text), header(unicodedata.normalize("NFD", text))
    for name in ("type", "symbol", "date", "issuer", "signer", "subject", "place", "jurisdiction"):
        assert value(getattr(composed, name)) == value(getattr(decomposed, name))
    assert [a.name for a in composed.addressees] == [a.name for a in decomposed.addressees]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("UỶ BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("UBND TP ĐÀ NẴNG", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội"),
        ("BAN CHỈ ĐẠO CỦA CHÍNH PHỦ", "Ban Chỉ đạo của Chính phủ"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("CỤC HÓA CHÁT", "Cục Hóa chất"),  # as a scan reads it
    ],
)
def test_sentence_case(printed: str, name: str) -> None:
    assert sentence_case(printed) == name


def test_an_old_file_that_lost_its_capitals() -> None:
    text = (
        "Chính phủ\n===\nSố: 28/2003/NĐ-CP\nCộng hoà xã hội chủ nghĩa việt nam\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nội, ngày 31 tháng 3 năm 2003\nNghị định của chính phủ\nQuy định về máy in\n-----\n"
        "Căn cứ Luật Tổ chức Chính phủ;\nĐiều 1. Kiểm kê máy in.\n"
        "Nơi nhận:\n- Các bộ;\n- Lưu: VT.\nthủ tướng chính phủ\n(Đã ký)\nTrần Văn Mẫu\n"
    )
    found = header(text)
    facts = (found.type, found.symbol, found.date, found.issuer, found.signer, found.subject)
    assert [value(fact) for fact in facts] == [
        "Nghị định",
        "28/2003/NĐ-CP",
        "2003-03-31",
        "Chính phủ",
        "Trần Văn Mẫu",
        "Quy định về máy in",
    ]


@pytest.mark.parametrize("noise", [": ", "ĐẾN Ngày: 12/4.... ", ""])
def test_the_noise_of_a_stamp_before_the_title(noise: str) -> None:
    title = f"{noise}THÔNG BẢO\nKết luận về máy in\nNgày 9/3/2026, họp.\n"
    text = f"VĂN PHÒNG CHÍNH PHỦ {HEAD}Số: 7/TB-VPCP\n{title}"
    found = header(text)
    assert (value(found.type), value(found.issuer)) == ("Thông báo", "Văn phòng Chính phủ")
    assert value(found.subject) == "Kết luận về máy in"


def test_an_addressee_on_a_dash_line_of_its_own() -> None:
    text = (
        f"BỘ NỘI VỤ\n{HEAD}Số: 7/BNV-VP\nKính gửi:\n- Bộ Tài chính;\n- Đồng kính gửi Văn phòng Chính phủ.\n\n"
        "Trả lời công văn số 1/BTC-VP.\n"
    )
    assert [a.name for a in header(text).addressees] == ["Bộ Tài chính", "Văn phòng Chính phủ"]


def test_a_signer_below_the_title_of_a_copy() -> None:
    text = (
        "# NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ\n\n**Số: 9-NQ/TW**\n\n**Người ký: Tổng Bí thư Nguyễn Văn Mẫu**\n\n"
        "## I- TÌNH HÌNH\n\nTrong những năm qua, tỉnh đã phát triển.\n"
    )
    assert value(header(text).signer) == "Nguyễn Văn Mẫu"


def test_a_broken_address_line() -> None:
    text = (
        f"BỘ NỘI VỤ\n{HEAD}Số: 7/BNV-VP\n**Kính\ngửi: **Tổng công ty\nMáy in.\nTrả lời công văn số 1/MI-VP.\n"
    )
    found = header(text)
    assert value(found.type) == "Công văn"
    assert [a.name for a in found.addressees] == ["Tổng công ty Máy in"]


PARTY_PROGRAMME = """\
         TỈNH UỶ SÔNG HÀ                            ĐẢNG CỘNG SẢN VIỆT NAM
                *
          Số 24-CTr/TU                         Sông Hà, ngày 24 tháng 01 năm 2025


NGHỊ QUYẾT
CỦA BAN THƯỜNG VỤ TỈNH UỶ
về chuyển đổi số trong cơ quan Đảng
-----

Căn cứ Điều lệ Đảng, Ban Thường vụ Tỉnh uỷ quyết nghị như sau:

I. MỤC TIÊU
1. Văn phòng Tỉnh uỷ số hóa hồ sơ.

Nơi nhận:                                          T/M BAN THƯỜNG VỤ
- Các huyện uỷ;                                       (Đã ký)
- Lưu Văn phòng.
"""

ASSISTING_BODY = PARTY_PROGRAMME.replace(
    "         TỈNH UỶ SÔNG HÀ    ", "     BAN CHỈ ĐẠO TRUNG ƯƠNG"
).replace("                *\n", "        TỔ GIÚP VIỆC\n             *\n", 1)


def test_a_party_committee_its_place_and_the_title_below_its_owner() -> None:
    header = read_header(PARTY_PROGRAMME, regions(PARTY_PROGRAMME))
    assert header.issuer and header.issuer.value == "Tỉnh ủy Sông Hà"
    assert header.jurisdiction and header.jurisdiction.value == "tỉnh Sông Hà"
    assert header.subject and header.subject.value == "chuyển đổi số trong cơ quan Đảng"
    assert [agency.name for agency in header.copied_to] == ["Các huyện uỷ"]


def test_a_body_that_assists_another_is_named_by_it() -> None:
    header = read_header(ASSISTING_BODY, regions(ASSISTING_BODY))
    assert header.issuer and header.issuer.value == "Tổ giúp việc Ban Chỉ đạo Trung ương"


def test_the_place_line_of_a_provincial_office_is_its_province() -> None:
    text = (
        "Số:       /VP-TTHC Sông Hà, ngày       tháng  01 năm 2026\n\nV/v thực hiện Chương trình hành động số 24-\n"
        "CTr/TU\n\nKính gửi: Sở Tư pháp.\n\nVăn phòng UBND tỉnh có ý kiến như sau: thống nhất.\n\nNơi nhận:\n"
        "- Như trên;\n- Lưu: VT.\n\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\n\nBế Hồng Quyên\n"
    )
    header = read_header(text, regions(text))
    assert header.jurisdiction and header.jurisdiction.value == "tỉnh Sông Hà"
    assert header.subject and header.subject.value == "thực hiện Chương trình hành động số 24- CTr/TU"


def test_a_number_and_a_day_that_were_stamped_in_a_layer_of_their_own() -> None:
    text = (
        f"UBND TỈNH LÀO CAI\nVĂN PHÒNG\n\n{HEAD}\n466\n\nSố:           /PC-VPUBND\n\n"
        f"Lào Cai, ngày        tháng      năm 2026\n\n12\n\n5\n\nPHIẾU CHUYỂN\nĐơn về máy in\n{BODY}"
    )
    found = header(text)
    assert (value(found.symbol), value(found.date)) == ("466/PC-VPUBND", "2026-05-12")
    assert value(found.subject) == "Đơn về máy in"


@pytest.mark.parametrize(
    ("row", "symbol", "date"),
    [
        ("**Số hiệu:** 177-CV/ĐU | **Ngày ban hành:** Ngày 05/11/2025", "177-CV/ĐU", "2025-11-05"),
        ("**Số hiệu:** 177-CV/ĐU | **Ngày ban hành:** Ngày 05/12/2025", "177-CV/ĐU", "2025-11"),
        ("**Số hiệu:** 177/UBND-VX | **Ngày ban hành:** Ngày 05/11/2025", None, "2025-11"),
    ],
)
def test_a_site_completes_what_the_letterhead_left_blank(row: str, symbol: str | None, date: str) -> None:
    text = (
        f"# HOÃN HỌP\n\n{row}\n\n### Toàn văn\n\n```text\nĐẢNG BỘ TỈNH KHÁNH HOÀ\nĐẢNG UỶ XÃ CÔNG HẢI\n*\n"
        f"Số -CV/ĐU\nHoãn họp\nĐẢNG CỘNG SẢN VIỆT NAM\nCông Hải, ngày tháng 11 năm 2025{BODY}"
    )
    found = header(text)
    assert (value(found.symbol), value(found.date)) == (symbol, date)


def test_glyph_numbers_of_a_font_without_letters() -> None:
    text = (
        "UBND (cid:55)(cid:1228)(cid:49)(cid:43) LÀO CAI\n(cid:57)(cid:258)(cid:49) PHÒNG\n"
        f"{HEAD}(cid:54)(cid:1237)(cid:29) 7/PC-VPUBND\n{BODY}"
    )
    found = header(text)
    assert value(found.issuer) == "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"
    assert value(found.symbol) == "7/PC-VPUBND"


@pytest.mark.parametrize(
    ("glyph", "shown"),
    [
        (3, " "),
        (55, "T"),
        (123, "ô"),
        (126, "ú"),
        (255, "đ"),
        (1133, "ư"),
        (1228, "Ỉ"),
        (885, "ử"),
        (9999, None),
    ],
)
def test_glyphs_of_times_new_roman(glyph: int, shown: str | None) -> None:
    assert letter(glyph) == shown


def test_an_annex_names_the_issuer_of_a_letter_without_letterhead() -> None:
    text = (
        "**Số hiệu:**\n|\n40/UBND-ĐT\n|\n**Tình trạng:**\n|\nĐã biết\n|\n"
        "**Kính gửi:** Sở Nội vụ.\n|\nThực hiện kế hoạch, Chủ tịch UBND tỉnh chỉ đạo:\n"
        "1. Sở Nội vụ kiểm kê máy in./.\nNơi nhận:\n- Như trên.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n"
        "PHỤ LỤC\nDanh mục máy in\n(kèm theo Công văn số 40/UBND-ĐT ngày 24/11/2025 của Ủy ban\nnhân dân tỉnh)\n1. Máy in.\n"
    )
    issuer = header(text).issuer
    assert issuer is not None
    assert (issuer.value, issuer.route) == ("Ủy ban nhân dân tỉnh", "annex")


@pytest.mark.parametrize(
    ("own", "day"),
    [
        ("Văn bản số:      /UBND-NNMT ngày     tháng     năm 2025 của UBND Thành phố", "2025"),
        ("Công văn số 40/UBND-ĐT ngày 24/11/2025 của UBND tỉnh", "2025-11-24"),
        ("Quyết định số 40/QĐ-UBND ngày 24/11/2025 của UBND tỉnh", None),
    ],
)
def test_an_annex_dates_a_letter_without_letterhead(own: str, day: str | None) -> None:
    text = (
        "|\n**Kính gửi:** Sở Nội vụ.\n|\nThực hiện kế hoạch, Chủ tịch UBND tỉnh chỉ đạo:\n"
        "1. Sở Nội vụ kiểm kê máy in./.\nNơi nhận:\n- Như trên.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Mẫu\n"
        f"PHỤ LỤC\nDanh mục máy in\n(kèm theo {own})\n1. Máy in.\n"
    )
    assert value(header(text).date) == day


@pytest.mark.parametrize("position", ["KT. CHỦ TỊCH", "L.BỘ TRƯỞNG, CHỦ NHIỆM"])
def test_the_name_beside_the_file_entry_of_a_scan(position: str) -> None:
    closing = (
        f"Nới nhận: {position}\n- Như trên; - Áo... CHỦ\n- Lưu: VT, KGVX (2). tren 8 ZZ Nguyễn Văn Mẫu\n"
    )
    assert value(header(f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}{closing}").signer) == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("below", "subject"),
    [
        (
            "Quy định về máy in\n\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\n",
            "Quy định về máy in",
        ),
        (
            "VỀ MÁY IN CỦA\nBỘ CÔNG THƯƠNG\n\nBỘ\nTRƯỞNG BỘ CÔNG THƯƠNG\n\nCăn cứ Luật X;\n",
            "MÁY IN CỦA BỘ CÔNG THƯƠNG",
        ),
        ("về máy in\n\nbộ trưởng bộ tài chính\n\nCăn cứ Luật X;\n", "máy in"),
        ("VỀ MÁY IN\nNĂM 2025\nTHỦ TƯỚNG CHÍNH PHỦ\nCăn cứ Luật X;\n", "MÁY IN NĂM 2025"),
        ("Kiểm kê máy in\ncủa tỉnh\n\nđã có nhiều máy in ở các phòng của tỉnh\n", "Kiểm kê máy in của tỉnh"),
    ],
)
def test_the_subject_ends_before_issuer_and_text(below: str, subject: str) -> None:
    text = f"CHÍNH PHỦ\n{HEAD}Số: 7/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2026\n\nNGHỊ ĐỊNH\n{below}Điều 1. Máy in.\n"
    assert value(header(text).subject) == subject


def test_the_motto_of_the_other_column_is_no_subject() -> None:
    text = (
        f"BỘ NỘI VỤ\nSố: 7/BNV-VP\nV/v kiểm kê máy in\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{HEAD[-29:]}{BODY}"
    )
    assert value(header(text).subject) == "kiểm kê máy in"


def test_an_addressee_whose_name_goes_on() -> None:
    text = f"BỘ NỘI VỤ\n{HEAD}Số: 7/BNV-VP\nKính gửi: Các cơ quan thuộc\nChính phủ\nXét báo cáo của Bộ X, đề nghị kiểm kê.\n"
    assert [a.name for a in header(text).addressees] == ["Các cơ quan thuộc Chính phủ"]


@pytest.mark.parametrize(
    ("entry", "names"),
    [
        ("- Phòng: Đô thị, Dự án;", ["Phòng: Đô thị, Dự án"]),
        ("- Sở: NV, TC;", ["Sở: NV, TC"]),
        ("- VPCP: BTCN, các PCN;", ["VPCP"]),
        ("- Bộ Nội vụ; Bộ Tài chính;", ["Bộ Nội vụ; Bộ Tài chính"]),
        ("- Chính phủ; TM. ỦY BAN NHÂN DÂN", ["Chính phủ"]),
        ("- Sở Tài chính; lo l4 ⁄/2", ["Sở Tài chính"]),
        ("- Các đơn vị\n  trực thuộc Bộ;", ["Các đơn vị trực thuộc Bộ"]),
        ("- Các sở; (để thông tin, gửi các đơn vị)", ["Các sở"]),
    ],
)
def test_names_of_copied_bodies(entry: str, names: list[str]) -> None:
    text = f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}Nơi nhận:\n- Như trên;\n{entry}\n- Lưu: VT.\nBỘ TRƯỞNG\nTrần Văn Mẫu\n"
    assert [a.name for a in header(text).copied_to] == names


def test_a_list_that_goes_on_after_the_name() -> None:
    closing = "Nơi nhận:\tCHỦ TỊCH\n- Như trên;\n- Các phòng, đơn vị\tTrần Văn Mẫu\n  trực thuộc tỉnh\n- Các xã;\n- Lưu: VT.\n"
    found = header(f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}{closing}")
    assert [a.name for a in found.copied_to] == ["Các phòng, đơn vị trực thuộc tỉnh", "Các xã"]


def test_a_commune_is_placed_by_the_province_that_it_sends_a_copy_to() -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LẠCH\n{HEAD}Số: 7/UBND-VP\nĐồng Lạch, ngày 02 tháng 3 năm 2026{BODY}"
        "Nơi nhận:\n- UBND tỉnh Sông Hà (b/c);\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Mẫu\n"
    )
    assert value(header(text).jurisdiction) == "tỉnh Sông Hà/xã Đồng Lạch"


def test_a_copy_in_markdown_has_number_and_day_below_the_title() -> None:
    text = (
        "---\ntitle: máy in\nsource: vanban.vn\n---\n\n# NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ\n\n**Số: 16-NQ/TW**\n\n"
        "**Hà Nội, ngày 21 tháng 7 năm 2026**\n\n**Người ký: Trần Văn Mẫu**\n\n## I- TÌNH HÌNH\n\nMáy in đã cũ.\n"
    )
    found = header(text)
    facts = (found.type, found.symbol, found.date, found.issuer, found.subject)
    assert [value(fact) for fact in facts] == ["Nghị quyết", "16-NQ/TW", "2026-07-21", "Bộ Chính trị", None]


def test_the_people_that_speak_with_their_abbreviation() -> None:
    text = (
        "Kính gửi: Các sở.\nỦy ban nhân dân (UBND) thành phố Hà Nội yêu cầu các sở kiểm kê máy in./.\n"
        "Nơi nhận:\n- Như trên.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu\n"
    )
    found = header(text)
    assert value(found.issuer) == "Ủy ban nhân dân thành phố Hà Nội"
    assert value(found.jurisdiction) == "thành phố Hà Nội"


@pytest.mark.parametrize("dear", ["Kính gửi:", "ĐẾN Giờ ....| Kính gửi:", "Kíinhgửi:"])
def test_a_letter_without_type_is_a_cong_van(dear: str) -> None:
    found = header(
        f"BỘ NỘI VỤ\n{HEAD}Số: 7/BNV-VP\nV/v máy in\n{dear} Sở Nội vụ.\nThực hiện Luật X, kiểm kê máy in.\n"
    )
    assert (value(found.type), value(found.subject)) == ("Công văn", "máy in")


@pytest.mark.parametrize(
    ("entry", "signer"),
    [
        ("- Đà Nẵng, Cần Thơ; Nguyên Văn Mẫu\n- Lưu: VT (2b).Sơn. ¿3", "Nguyên Văn Mẫu"),  # after an entry
        ("- PCT UBND tỉnh Nguyễn Văn Mẫu\n- Lưu: VT.", None),  # within an entry
        ("- Các bộ;\n- Lưu: VT. Tran Van Mau", None),  # not legible
    ],
)
def test_a_name_beside_an_entry(entry: str, signer: str | None) -> None:
    closing = f"Nơi nhận: Chính phủ đẻ be) KT..BỘ TRƯỚNG, CHỦ NHIỆM\n- Như trên; - Áo... CHỦ\n{entry}\n"
    assert value(header(f"BỘ NỘI VỤ\n{HEAD}Số: 7/X-Y{BODY}{closing}").signer) == signer


def test_a_letterhead_that_lost_its_letters_is_known_by_its_number_and_day() -> None:
    text = (
        "C  N  P Ủ\n\nCỘNG  ÒA XÃ  ỘI C Ủ NG ĨA VIỆT NAM\n\nĐộc lập - Tự do -  ạnh phúc\n\n"
        "Số: 47/2020/NĐ-CP\n\nHà Nội, ngày 09 tháng 4 năm 2020\n\nNG Ị ĐỊN \n\nQuản lý máy in\n\n"
        "Căn cứ Luật Tổ chức Chính phủ;\n\nChính phủ ban hành Nghị định về quản lý máy in.\n\n"
        "Điều 1. Phạm vi điều chỉnh\n\nNghị định này quy định về máy in.\n"
    )
    found = header(text)
    assert [value(v) for v in (found.symbol, found.date, found.type, found.issuer)] == [
        "47/2020/NĐ-CP",
        "2020-04-09",
        "Nghị định",
        "Chính phủ",
    ]
