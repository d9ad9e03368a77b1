"""What types, organs, places, terms, agencies and names mean: tables of questions and answers."""

from __future__ import annotations

import csv
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.symbol import parse
from graph.vocabulary import agencies, doc_types, named, organs, places, terms

# ---- types -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("công văn", "Công văn"),
        ("CÔNG VĂN", "Công văn"),
        ("Công \n\nvăn", "Công văn"),
        ("Công va\u0306n", "Công văn"),
        ("CV", "Công văn"),
        ("QĐ", "Quyết định"),
        ("Thông tư liên tịch", "Thông tư liên tịch"),
        ("Kế hoạch thanh tra", "Kế hoạch"),
        ("Báo cáo thẩm tra", "Báo cáo"),
        ("Chương trình hành động", "Chương trình hành động"),
        ("Thông báo kết luận", "Thông báo"),
        ("Luật Đất đai", "Luật"),
        ("hoá đơn", None),
        ("", None),
    ],
)
def test_canonical_type(word: str, name: str | None) -> None:
    assert doc_types.canonical_type(word) == name


@pytest.mark.parametrize(
    ("symbol", "name"),
    [
        ("412/BC-SNNMT", "Báo cáo"),
        ("312/GM-VPUBND", "Giấy mời"),
        ("01/TTr-CT05", "Tờ trình"),
        ("4725/VPCP-KSTT", "Công văn"),
        ("5721/BKHCN-CĐSQG", "Công văn"),
        ("1629/SCT-CN", "Công văn"),
        ("957/CT-QLCNATMT", "Công văn"),
        ("72/2025/QH15", None),  # a law or a resolution: the word decides
        ("110/2025/UBTVQH15", None),
        ("399-QĐ/TW", None),  # Quyết định or Quy định
        ("632-QĐ/TU", None),
        ("08-QĐi/TW", "Quy định"),
        ("01/QĐ-BCĐTW", "Quyết định"),
        ("1899/QĐ-TTG", "Quyết định"),
        ("04-TT/TW", "Thông tri"),
        ("01/2023/TT-VPCP", "Thông tư"),
        ("18/2025/TT-CTM", None),
        ("866/TTg", None),
        ("12-XYZ/TU", None),
        ("no symbol", None),
    ],
)
def test_type_of_symbol(symbol: str, name: str | None) -> None:
    assert doc_types.type_of_symbol(symbol) == name


def test_type_of_parts_and_of_text_agree() -> None:
    assert (
        doc_types.type_of_symbol(parse("125/KH-UBND"))
        == doc_types.type_of_symbol("125/KH-UBND")
        == "Kế hoạch"
    )


def test_longer_type_words_come_first() -> None:
    words = doc_types.type_words()
    assert words.index("Thông tư liên tịch") < words.index("Thông tư")
    assert words.index("Chương trình hành động") < words.index("Chương trình")


# ---- organs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "tier", "local", "name"),
    [
        ("57-NQ/TW", 1, False, None),  # shared by three organs of the centre
        ("35-TB/TGV", 1, False, "Tổ giúp việc Ban Chỉ đạo Trung ương"),
        ("72/2025/QH15", 2, False, "Quốc hội"),
        ("1673/NQ-UBTVQH15", 2, False, "Ủy ban Thường vụ Quốc hội"),
        ("414/BC-UBPLTP15", 2, False, "Ủy ban Pháp luật và Tư pháp của Quốc hội"),
        ("66/NQ-CP", 2, False, "Chính phủ"),
        ("623/TTg-KSTT", 2, False, "Thủ tướng Chính phủ"),
        ("1899/QĐ-TTG", 2, False, "Thủ tướng Chính phủ"),
        ("4725/VPCP-KSTT", 3, False, "Văn phòng Chính phủ"),
        ("1953/BKHCN-CĐSQG", 3, False, "Bộ Khoa học và Công nghệ"),
        ("33/CĐ-BCĐ-BNNMT", 3, False, "Bộ Nông nghiệp và Môi trường"),
        ("30/2011/TT-LĐTBXH", 3, False, "Bộ Lao động - Thương binh và Xã hội"),
        ("125/KH-UBND", 4, True, "Ủy ban nhân dân"),
        ("05/NQ-HĐND", 4, True, "Hội đồng nhân dân"),
        ("34-NQ/TU", 4, True, "Tỉnh ủy"),
        ("1955/VP-TTHC", 4, True, "Văn phòng"),
        ("617/SKHCN-BCVT&CĐS", 5, True, "Sở Khoa học và Công nghệ"),
        ("24/SKHCN-KH&QLCN", 5, True, "Sở Khoa học và Công nghệ"),
        ("939/SNN&MT-TLKS", 5, True, "Sở Nông nghiệp và Môi trường"),
        ("296-NQ/ĐU", None, True, "Đảng ủy"),
        ("45/BV-KHTH", None, True, None),
        ("36A/TTr-TRD", None, True, None),
        ("338/QĐ", None, True, None),
        ("no symbol", None, True, None),
    ],
)
def test_organ(symbol: str, tier: int | None, local: bool, name: str | None) -> None:
    assert (organs.tier(symbol), organs.is_local(symbol), organs.organ_name(symbol)) == (tier, local, name)


def test_a_commune_makes_the_tier_of_a_shared_code() -> None:
    commune = "tỉnh Lạng Sơn/xã Đồng Đăng"
    assert organs.tier("101/TTr-UBND", jurisdiction=commune) == 6
    assert organs.tier("296-NQ/ĐU", jurisdiction=commune) == 6
    assert organs.tier("617/SKHCN-CĐS", jurisdiction=commune) == 5
    assert organs.tier("66/NQ-CP", jurisdiction=commune) == 2
    assert organs.tier("125/KH-UBND", jurisdiction="tỉnh Lạng Sơn") == 4


# ---- terms of the Party ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "symbol", "term"),
    [
        ("2017-10-25", "18-NQ/TW", "XII"),
        ("2022-06-16", "18-NQ/TW", "XIII"),
        ("2026-01-09", "399-QĐ/TW", "XIII"),
        ("2026-05-27", "05-HD/VPTW", "XIV"),
        ("2022", "18-NQ/TW", "XIII"),
        ("2026", "18-KL/TW", None),  # two terms in one year
        ("2026-01", "18-KL/TW", None),
        ("2025-12", "18-KL/TW", "XIII"),
        ("2023-06-06", "31-CT/TU", "2020-2025"),
        ("2025-12-29", "30-CTr/TU", "2025-2030"),
        ("2025-11-01", "42-KH/ĐU", "2025-2030"),
        ("1950-01-01", "1-NQ/TW", None),
        ("2025-03-01", "12-KH/XYZ", "2025"),  # whose congress is not known: the year
        ("2025-03-01", "no symbol", None),
    ],
)
def test_party_term(date: str, symbol: str, term: str | None) -> None:
    expected = "2025" if symbol == "no symbol" else term
    assert terms.party_term(date, symbol) == expected


# ---- places ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Ủy ban nhân dân tỉnh Lạng Sơn", "tỉnh Lạng Sơn"),
        ("UỶ BAN NHÂN DÂN TỈNH LẠNG SƠN", "tỉnh Lạng Sơn"),
        ("UBND xã Đồng Đăng, tỉnh Lạng Sơn", "tỉnh Lạng Sơn/xã Đồng Đăng"),
        ("UBND XÃ ĐỒNG ĐĂNG TỈNH LẠNG SƠN", "tỉnh Lạng Sơn/xã Đồng Đăng"),
        ("xã Đồng Đăng - tỉnh Lạng Sơn", "tỉnh Lạng Sơn/xã Đồng Đăng"),
        ("UBND phường 12, TP. HCM", "thành phố Hồ Chí Minh/phường 12"),
        ("xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn", "tỉnh Bắc Kạn/huyện Chợ Đồn/xã Tân Lập"),
        ("UBND tỉnh", None),
        ("UBND Thành phố", None),
        ("UBND xã Đồng Đăng", None),
        ("UBND các xã, phường", None),
        ("Sở Khoa học và Công nghệ Lạng Sơn", "tỉnh Lạng Sơn"),
        ("Tỉnh uỷ Lào Cai", "tỉnh Lào Cai"),
        ("UBND TP.HCM", "thành phố Hồ Chí Minh"),
        ("UBND Tp. Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("UBND thành phố Lào Cai", "tỉnh Lào Cai/thành phố Lào Cai"),
        ("UBND thành phố Huế", "thành phố Huế"),
        ("UBND tỉnh Thừa Thiên Huế", "tỉnh Thừa Thiên Huế"),
        ("UBND tỉnh Hoà Bình", "tỉnh Hòa Bình"),
        ("UBND tỉnh Bà Rịa – Vũng Tàu", "tỉnh Bà Rịa - Vũng Tàu"),
        ("UBND phường Điện Biên", None),
        ("UBND tỉnh Sông Hà", "tỉnh Sông Hà"),  # not in the table, yet said to be a province
        ("Chủ tịch UBND tỉnh Nguyễn Văn Minh", None),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA XVII", None),
        ("Bộ Xây dựng", None),
        ("tỉnh Lạng Sơn/xã Đồng Đăng", "tỉnh Lạng Sơn/xã Đồng Đăng"),
        ("", None),
    ],
)
def test_jurisdiction(text: str, path: str | None) -> None:
    assert places.jurisdiction_of(text) == path


@pytest.mark.parametrize(
    ("name", "day", "province"),
    [
        ("Lạng Sơn", None, "tỉnh Lạng Sơn"),
        ("lang son", None, "tỉnh Lạng Sơn"),
        ("TPHCM", None, "thành phố Hồ Chí Minh"),
        ("HN", None, "thành phố Hà Nội"),
        ("Đăk Lăk", None, "tỉnh Đắk Lắk"),
        ("Yên Bái", None, "tỉnh Yên Bái"),
        ("Đồng Nai", "2025-12-01", "tỉnh Đồng Nai"),
        ("Đồng Nai", "2026-05-01", "thành phố Đồng Nai"),
        ("tỉnh Sông Hà", None, "tỉnh Sông Hà"),
        ("Sông Hà", None, None),
        ("xã Đồng Đăng", None, None),
    ],
)
def test_province(name: str, day: str | None, province: str | None) -> None:
    assert places.province(name, on=day) == province


@given(
    st.sampled_from(["Ủy ban nhân dân tỉnh Lạng Sơn", "UBND xã Đồng Đăng, tỉnh Hoà Bình", "TP. Hồ Chí Minh"])
)
def test_law_decomposed_places_are_the_same(text: str) -> None:
    assert places.jurisdiction_of(unicodedata.normalize("NFD", text)) == places.jurisdiction_of(text)


@given(st.text(max_size=80))
def test_law_a_path_says_its_own_place(text: str) -> None:
    path = places.jurisdiction_of(text)
    assert path is None or places.province(path.partition("/")[0]) == path.partition("/")[0]


# ---- agencies ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "name", "jurisdiction", "tier"),
    [
        ("Sở KH&CN", "Sở Khoa học và Công nghệ", None, 5),
        ("SKHCN", "Sở Khoa học và Công nghệ", None, 5),
        ("Sở Khoa học và \n Công nghệ", "Sở Khoa học và Công nghệ", None, 5),
        ("SỞ CÔNG THƯƠNG TỈNH LÀO CAI", "Sở Công Thương", "tỉnh Lào Cai", 5),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch", None, 5),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch", None, 5),
        ("Giám đốc Sở GD&ĐT", "Giám đốc Sở Giáo dục và Đào tạo", None, 5),
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh", None, 4),
        ("Uỷ ban nhân dân Tỉnh", "Ủy ban nhân dân tỉnh", None, 4),
        ("UBND tỉnh Lạng Sơn", "Ủy ban nhân dân tỉnh", "tỉnh Lạng Sơn", 4),
        ("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "Ủy ban nhân dân tỉnh", "tỉnh Lạng Sơn", 4),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", None, 4),
        ("VP. UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh", None, 4),
        ("Văn phòng UBND tỉnh (Trung tâm PVHCC tỉnh)", "Văn phòng Ủy ban nhân dân tỉnh", None, 4),
        ("UBND TP.HCM", "Ủy ban nhân dân thành phố", "thành phố Hồ Chí Minh", 4),
        ("UBND xã Đồng Đăng", "Ủy ban nhân dân xã", "xã Đồng Đăng", 6),
        ("UBND xã Đồng Đăng, tỉnh Lạng Sơn", "Ủy ban nhân dân xã", "tỉnh Lạng Sơn/xã Đồng Đăng", 6),
        ("UBND thành phố Lào Cai", "Ủy ban nhân dân thành phố", "tỉnh Lào Cai/thành phố Lào Cai", 6),
        ("UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân các huyện, thị xã, thành phố", None, 6),
        ("UBND các xã, phường, đặc khu Cồn Cỏ", "Ủy ban nhân dân các xã, phường, đặc khu Cồn Cỏ", None, 6),
        ("Tỉnh uỷ Lào Cai", "Tỉnh ủy", "tỉnh Lào Cai", 4),
        ("Công an tỉnh", "Công an tỉnh", None, 4),
        ("Hội Nông dân tỉnh Lạng Sơn", "Hội Nông dân tỉnh", "tỉnh Lạng Sơn", 4),
        ("Thủ tướng", "Thủ tướng Chính phủ", None, 2),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ", None, 2),
        ("Văn phòng Chính phủ", "Văn phòng Chính phủ", None, 3),
        ("Bộ trưởng Bộ Xây dựng", "Bộ trưởng Bộ Xây dựng", None, 3),
        ("Bộ Lao động-Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội", None, 3),
        ("Bộ Tài chính - Cơ quan Thường trực Ban Chỉ đạo 751", "Bộ Tài chính", None, 3),
        ("các bộ, ngành", "Các bộ, ngành", None, 3),
        ("Các sở, ban, ngành", "Các sở, ban, ngành", None, 5),
        ("Đại học Quốc gia Hà Nội", "Đại học Quốc gia Hà Nội", "thành phố Hà Nội", None),
        ("Phó Thủ tướng Nguyễn Hòa Bình", "Phó Thủ tướng Nguyễn Hòa Bình", None, 2),
        ("Công ty Sao Mai", "Công ty Sao Mai", None, None),
    ],
)
def test_agency(printed: str, name: str, jurisdiction: str | None, tier: int | None) -> None:
    assert agencies.canonical_agency(printed) == agencies.AgencyName(name, jurisdiction, tier)


def test_spellings_of_the_working_group_are_one() -> None:
    field = "phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"
    printed = [
        f"Tổ giúp việc Ban chỉ đạo trung ương về {field}",
        f"Tổ Giúp việc Ban Chỉ đạo Trung ương về {field}",
        "Tổ giúp việc Ban Chỉ đạo Trung ương",
        "TGV BCĐ TW",
    ]
    assert len({agencies.canonical_agency(words) for words in printed}) == 1


def test_three_bodies_of_one_committee_stay_apart() -> None:
    names = {
        agencies.canonical_agency(words).name for words in ("UBND tỉnh", "Chủ tịch UBND tỉnh", "VP UBND tỉnh")
    }
    assert len(names) == 3


@given(st.text(max_size=60))
def test_law_a_canonical_name_is_its_own(text: str) -> None:
    once = agencies.canonical_agency(text)
    assert agencies.canonical_agency(text) == once
    assert once.name or not text.strip()


# ---- named documents ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("Nghị quyết 57", "57-NQ/TW"),
        ("Nghị quyết số 57", "57-NQ/TW"),
        ("Đề án 6", "06/QĐ-TTg"),
        ("luật đất đai năm 2024", "31/2024/QH15"),
        ("Luật Đất đai 2013", "45/2013/QH13"),
        ("Luật Đất đai", None),  # two laws of this name
        ("Nghị quyết 66", None),  # the Party's and the Government's
        ("Nghị quyết 18", None),  # of two terms
        ("Nghị quyết 5", None),
    ],
)
def test_named(name: str, symbol: str | None) -> None:
    found = named.lookup(name)
    assert (found.symbol if found else None) == symbol


def test_issuer_and_date_choose_between_namesakes() -> None:
    government = named.lookup("Nghị quyết 66", issuer="CHÍNH PHỦ")
    law = named.lookup("Luật Tổ chức chính quyền địa phương", date="2025-06-16")
    assert government is not None and government.symbol == "66/NQ-CP"
    assert law is not None and law.symbol == "72/2025/QH15"
    assert [one.date for one in named.candidates("Nghị quyết 18")] == ["2017-10-25", "2022-06-16"]


# ---- real documents ----------------------------------------------------------------------------


def test_every_province_and_organ_of_the_reference_is_known(shared_dir: Path) -> None:
    data = shared_dir / "reference" / "data"
    for table, column in (("provinces_succession.csv", "old_name"), ("provinces_current.csv", "name")):
        with (data / table).open(encoding="utf-8") as lines:
            names = [row[column] for row in csv.DictReader(lines)]
        assert [name for name in names if (places.jurisdiction_of(name) or "").lower() != name.lower()] == []


def test_issuers_of_labelled_documents_have_a_tier(shared_dir: Path) -> None:
    unknown, count = set(), 0
    for path in sorted((shared_dir / "gold" / "dev").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        issuers = {gold["document"]["issuer"], *(citation["issuer"] for citation in gold["citations"])} - {
            None
        }
        count += len(issuers)
        unknown |= {issuer for issuer in issuers if agencies.canonical_agency(issuer).tier is None}
    assert count > 60
    assert len(unknown) <= 3, unknown


@pytest.mark.parametrize(
    ("printed", "path"),
    [
        ("TỈNH UỶ SÔNG HÀ", "tỉnh Sông Hà"),
        ("Ban Thường vụ Tỉnh ủy Lạng Sơn", "tỉnh Lạng Sơn"),
        ("Thành ủy Hà Nội", "thành phố Hà Nội"),
        ("Tỉnh Ủy", None),
        ("các tỉnh ủy, thành ủy", None),
        ("Thành ủy Vinh", None),
    ],
)
def test_a_party_committee_says_its_place(printed: str, path: str | None) -> None:
    assert places.jurisdiction_of(printed) == path
