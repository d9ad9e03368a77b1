"""Numbers and symbols as data: written, taken apart, compared, repaired."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InvalidSymbol
from graph.symbol import (
    REPAIRS,
    Repair,
    Style,
    SymbolParts,
    compact,
    fold,
    format,
    is_valid,
    parse,
    repair,
    validate,
)


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("57-\n\nNQ/TW", "57-NQ/TW"),
        ("93/2025/NĐ - CP", "93/2025/NĐ-CP"),
        ("939 /SNN&MT - TLKS", "939/SNN&MT-TLKS"),
        ("866/QÐ-TTg", "866/QĐ-TTg"),
        ("57\u00adNQ/TW", "57-NQ/TW"),
        ("26/2021/TT\u2011BGTVT", "26/2021/TT-BGTVT"),
        ("16495/BТС-PTHT", "16495/BTC-PTHT"),  # Cyrillic Т and С
        ("1407/QĐ-U\u031bBND", "1407/QĐ-ƯBND"),
        ("57\u200b-NQ/TW", "57-NQ/TW"),
        (" 203**/2025/QH15**, ", "203/2025/QH15"),
        ("[338/QĐ/TTg]", "338/QĐ/TTg"),
    ],
)
def test_one_spelling(printed: str, symbol: str) -> None:
    assert compact(printed) == symbol


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("866/QĐ-TTg", SymbolParts("866", Style.STATE, ("TTg",), "QĐ")),
        ("30/2020/NĐ-CP", SymbolParts("30", Style.STATE, ("CP",), "NĐ", "2020")),
        ("66.10/2025/NQ-CP", SymbolParts("66.10", Style.STATE, ("CP",), "NQ", "2025")),
        ("30c/NQ-CP", SymbolParts("30c", Style.STATE, ("CP",), "NQ")),
        ("36A/TTr-TRD", SymbolParts("36A", Style.STATE, ("TRD",), "TTr")),
        ("33/CĐ-BCĐ-BNNMT", SymbolParts("33", Style.STATE, ("BCĐ", "BNNMT"), "CĐ")),
        (
            "20/2013/TTLT-BYT-BCT-BNNPTNT",
            SymbolParts("20", Style.STATE, ("BYT", "BCT", "BNNPTNT"), "TTLT", "2013"),
        ),
        ("338/QĐ", SymbolParts("338", Style.STATE, (), "QĐ")),
        ("4725/VPCP-KSTT", SymbolParts("4725", Style.LETTER, ("VPCP", "KSTT"))),
        ("617/SKHCN-BCVT&CĐS", SymbolParts("617", Style.LETTER, ("SKHCN", "BCVT&CĐS"))),
        ("11554/VPCP-V.I", SymbolParts("11554", Style.LETTER, ("VPCP", "V.I"))),
        ("12258/ANKT-ANTCĐT", SymbolParts("12258", Style.LETTER, ("ANKT", "ANTCĐT"))),
        ("866/TTg", SymbolParts("866", Style.LETTER, ("TTg",))),
        ("52/SNgV-LS", SymbolParts("52", Style.LETTER, ("SNgV", "LS"))),
        ("72/2025/QH15", SymbolParts("72", Style.LAW, ("QH15",), year="2025")),
        ("110/2025/UBTVQH15", SymbolParts("110", Style.LAW, ("UBTVQH15",), year="2025")),
        ("57-NQ/TW", SymbolParts("57", Style.PARTY, ("TW",), "NQ")),
        ("08-QĐi/TW", SymbolParts("08", Style.PARTY, ("TW",), "QĐi")),
        ("5053-CV/VPTW/nb", SymbolParts("5053", Style.PARTY, ("VPTW",), "CV", suffix="nb")),
        ("33-KH/TWĐTN-BTG", SymbolParts("33", Style.PARTY, ("TWĐTN", "BTG"), "KH")),
        ("01-TĐ/BBTN", SymbolParts("01", Style.PARTY, ("BBTN",), "TĐ")),
    ],
)
def test_parts(symbol: str, parts: SymbolParts) -> None:
    assert parse(symbol) == parts
    assert format(parts) == symbol


@pytest.mark.parametrize(
    ("symbol", "type_code"),
    [
        ("38/CT-TTg", "CT"),
        ("957/CT-QLCNATMT", None),  # a letter of Công Thương
        ("5526/CT-CS", None),
        ("412/BC-SNNMT", "BC"),
        ("22621/BC-KHTH", None),  # a letter of the post office
        ("02/TT-BCT", "TT"),
        ("30/2011/TT-LĐTBXH", "TT"),
        ("18/2025/TT-CTM", None),  # a submission of a company
        ("207/QĐ-MTTW-BTT", "QĐ"),
    ],
)
def test_what_follows_decides_whether_the_first_group_is_a_type(symbol: str, type_code: str | None) -> None:
    assert parse(symbol).type_code == type_code


def test_term_and_issuer_of_the_assembly() -> None:
    assert (parse("72/2025/QH15").issuer, parse("72/2025/QH15").term) == ("QH", "15")
    assert (parse("1673/NQ-UBTVQH15").issuer, parse("1673/NQ-UBTVQH15").term) == ("UBTVQH", "15")
    assert (parse("66/NQ-CP").issuer, parse("66/NQ-CP").term) == ("CP", None)
    assert parse("338/QĐ").issuer is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "57",
        "24/7",
        "03/9/2025",
        "2021-2025",
        "QCVN 102:2016/BTTTT",
        "1.001612.000.00.00.H01",
        "/VP-TTPVHCC",
    ],
)
def test_no_symbol(text: str) -> None:
    assert not is_valid(text)
    with pytest.raises(InvalidSymbol, match="866/QĐ-TTg"):
        validate(text)


def test_validate_gives_the_stored_spelling() -> None:
    assert validate("57 – NQ/TW") == "57-NQ/TW"


def test_unknown_codes_are_codes() -> None:
    assert parse("12/XYZ-KLM").groups == ("XYZ", "KLM")
    assert parse("12-XYZ/KLM").type_code == "XYZ"


@pytest.mark.parametrize(
    "same",
    [
        ("866/QĐ-TTg", "866/QD-TTg", "866/QÐ-TTG", "866/QĐTTg", "866/QĐ -TTg"),
        ("05/CT-TTg", "5/CT-TTg", "005/CT-TTg"),
        ("181/2024/NĐ-CP", "181/2024/NĐCP"),
    ],
)
def test_damaged_and_sound_spellings_meet(same: tuple[str, ...]) -> None:
    assert len({fold(symbol) for symbol in same}) == 1


def test_three_documents_with_66() -> None:
    symbols = ("66/NQ-CP", "66-NQ/TW", "66.10/2025/NQ-CP", "66.1/2025/NQ-CP", "6610/2025/NQ-CP")
    assert len({fold(symbol) for symbol in symbols}) == len(symbols)


@pytest.mark.parametrize(
    ("damaged", "type_word", "sound", "reason", "certain"),
    [
        ("181/2024/NĐCP", None, "181/2024/NĐ-CP", "lost hyphen", True),
        ("26/2021/TTBGTVT", None, "26/2021/TT-BGTVT", "lost hyphen", True),
        ("1961/QĐUBND", None, "1961/QĐ-UBND", "lost hyphen", True),
        ("1626/QĐTTg", None, "1626/QĐ-TTg", "lost hyphen", True),
        ("27/CTTg", None, "27/CT-TTg", "lost hyphen", True),
        ("57NQ/TW", None, "57-NQ/TW", "lost hyphen", True),
        ("893/QD-TTg", None, "893/QĐ-TTg", "lost Đ", True),
        ("541/CD-TTg", None, "541/CĐ-TTg", "lost Đ", True),
        ("05/NQ-HDND", None, "05/NQ-HĐND", "lost Đ", True),
        ("12-NQ/DU", None, "12-NQ/ĐU", "lost Đ", True),
        ("328-CV/U", None, "328-CV/ĐU", "lost Đ", True),
        ("2114/BGDDT-GDTH", None, "2114/BGDĐT-GDTH", "lost Đ", True),
        ("08-DA/TU", "Đề án", "08-ĐA/TU", "lost Đ", True),
        ("338/QĐ/TTg", None, "338/QĐ-TTg", "slash for hyphen", True),
        ("24/2026/NĐ.CP", None, "24/2026/NĐ-CP", "slash for hyphen", True),
        ("1407/QĐ-ƯBND", None, "1407/QĐ-UBND", "misread letter", True),
        ("965/UBNN-KT", None, "965/UBND-KT", "misread letter", True),
        ("34O-CV/ĐU", None, "340-CV/ĐU", "misread digit", True),
        ("I7/NQ-CP", None, "17/NQ-CP", "misread digit", True),
        ("866/QĐ-Tg", None, "866/QĐ-TTg", "lost letter", True),
        ("57/2018/T-BCT", "Thông tư", "57/2018/TT-BCT", "lost letter", False),
        ("49/2025TT-BCT", None, "49/2025/TT-BCT", "lost slash", True),
        ("48/2017-TT-BYT", None, "48/2017/TT-BYT", "lost slash", True),
        ("866/TTg", "Quyết định", "866/QĐ-TTg", "type left out", False),
        ("35/NQ-TU", None, "35-NQ/TU", "state style", False),
        ("12/QDUBND", None, "12/QĐ-UBND", "lost hyphen; lost Đ", True),
    ],
)
def test_repair(damaged: str, type_word: str | None, sound: str, reason: str, certain: bool) -> None:
    assert repair(damaged, type_word=type_word) == Repair(compact(sound), reason, certain)
    assert set(reason.split("; ")) <= set(REPAIRS)


@pytest.mark.parametrize(
    "symbol",
    [
        "866/QĐ-TTg",
        "57-NQ/TW",
        "08-DA/TU",  # Dự án, unless the word says Đề án
        "12/HD-SNV",
        "7725/BTP-VP1",  # only the page knows that 1 is a footnote
        "36/TTr-TRD",
        "30c/NQ-CP",
        "12258/ANKT-ANTCĐT",
        "5262/UBND",
        "452/BC-TTCP",
        "45/QĐ-CTUBND",
        "328/U-KT",
        "01/NQ-CP/TW",
    ],
)
def test_nothing_to_repair(symbol: str) -> None:
    assert repair(symbol) is None


def test_a_letter_without_type_stays_as_it_is() -> None:
    assert repair("5262/UBND", type_word="Công văn") is None


# ---- laws --------------------------------------------------------------------------------------

codes = st.text("ABCĐGHKLMNPQSTUVXY", min_size=2, max_size=6)
numbers = st.from_regex(r"[1-9][0-9]{0,4}(\.[1-9][0-9]?)?[a-c]?", fullmatch=True)
groups = st.lists(codes, min_size=1, max_size=3).map(tuple)
years = st.integers(1945, 2030).map(str)
state = st.builds(
    lambda number, year, tail: compact("/".join(filter(None, (number, year, "-".join(tail))))),
    numbers,
    years | st.none(),
    groups,
)
party = st.builds(
    lambda number, kind, tail, suffix: compact(f"{number}-{kind}/{'-'.join(tail)}{suffix}"),
    numbers,
    codes,
    groups,
    st.sampled_from(["", "/nb"]),
)
symbols = state | party


@given(symbols)
def test_law_what_is_parsed_comes_back(symbol: str) -> None:
    assert format(parse(symbol)) == symbol


@given(st.text(max_size=30) | symbols)
def test_law_compact_twice_is_once(text: str) -> None:
    assert compact(compact(text)) == compact(text)


@given(st.text(max_size=30) | symbols)
def test_law_decomposed_is_composed(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert compact(unicodedata.normalize("NFD", composed)) == compact(composed)
    assert fold(unicodedata.normalize("NFD", composed)) == fold(composed)


@given(symbols)
def test_law_a_repaired_symbol_is_sound(symbol: str) -> None:
    found = repair(symbol)
    if found is not None:
        assert is_valid(found.symbol)
        assert repair(found.symbol) is None


@given(st.text(max_size=200))
def test_law_nothing_breaks_the_parser(text: str) -> None:
    found = repair(text)
    assert found is None or found.symbol != compact(text)
    assert is_valid(text) == is_valid(compact(text))


# ---- real symbols ------------------------------------------------------------------------------


def test_observed_shapes_are_symbols(shared_dir: Path) -> None:
    """Every shape counted in real documents, well cut or not, can be taken apart and put together."""
    with (shared_dir / "reference" / "data" / "symbols_observed.csv").open(encoding="utf-8") as table:
        shapes = [row["shape"] for row in csv.DictReader(table)]
    symbols = [shape.replace("NUM", "12").replace("YYYY", "2025") for shape in shapes]
    assert len(symbols) > 400
    assert [symbol for symbol in symbols if not is_valid(symbol)] == []
    assert [format(parse(symbol)) for symbol in symbols] == symbols
