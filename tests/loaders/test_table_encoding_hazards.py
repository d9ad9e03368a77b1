"""Every row of the table of encoding hazards that concerns the reading of text.

Rows of packages that are not used (viparse, ftfy) and rows for comparison keys of other data are named in
docs/decisions/0003-tables.md with the reason why they have no test here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Header
from graph.symbol import compact, repair
from graph.symbol import fold as symbol_key
from graph.text import collapse, fold, unaccent
from loaders import deadlines
from loaders.citations import read_citations
from loaders.symbols import find
from loaders.text.clean import clean

LOADERS = Path(__file__).parents[2] / "loaders"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        pytest.param("Nghi\u0323 quyê\u0301t sô\u0301 57-NQ/TW", "57-NQ/TW", id="e_nfd"),
        pytest.param("866/Q\u00d0-TTg", "866/QĐ-TTg", id="e_eth"),
        pytest.param("866/Q\u0189-TTg", "866/QĐ-TTg", id="e_eth: African D"),
        pytest.param("57\u00adNQ/TW", "57-NQ/TW", id="e_shy"),
        pytest.param("26/2021/TT\u2011BGTVT", "26/2021/TT-BGTVT", id="e_dash: U+2011"),
        pytest.param("15/2026/NĐ\u2013CP", "15/2026/NĐ-CP", id="e_dash: U+2013"),
        pytest.param("15/2026/NĐ\u2014CP", "15/2026/NĐ-CP", id="e_dash: U+2014"),
        pytest.param("15/2026/NĐ\u2212CP", "15/2026/NĐ-CP", id="e_dash: U+2212"),
        pytest.param("số\u00a057\u200b-NQ/TW", "57-NQ/TW", id="e_nbsp"),
        pytest.param("số 57-\n\f\nNQ/TW", "57-NQ/TW", id="e_ff"),
        pytest.param("số \u0301 57-NQ/TW", "57-NQ/TW", id="e_comb"),
        pytest.param("1061/SNNMT-CCKSBVMTngày 22/01/2026", "1061/SNNMT-CCKSBVMT", id="e_glue"),
        pytest.param("Nghị định số 13 7/2026/NĐ-CP", "137/2026/NĐ-CP", id="e_split_digit"),
        pytest.param("Quyết định sổ 160/QĐ-UBND", "160/QĐ-UBND", id="e_ocr: sổ"),
        pytest.param("Nghị quyết số 57-\n\nNQ/TW", "57-NQ/TW", id="e_blank"),
    ],
)
def test_hazard_inside_a_number(text: str, symbol: str) -> None:
    assert [span.symbol for span in find(text)] == [symbol]


@pytest.mark.parametrize(
    ("printed", "sound"),
    [
        pytest.param("541/CD-TTg", "541/CĐ-TTg", id="e_lostD: CD"),
        pytest.param("893/QD-TTg", "893/QĐ-TTg", id="e_lostD: QD"),
        pytest.param("1407/QĐ-ƯBND", "1407/QĐ-UBND", id="e_ocr: Ư"),
        pytest.param("34O-CV/ĐU", "340-CV/ĐU", id="e_ocr: O"),
        pytest.param("965/UBNN-KT", "965/UBND-KT", id="e_ocr: N"),
    ],
)
def test_hazard_that_is_repaired_beside_the_printed_number(printed: str, sound: str) -> None:
    fixed = repair(compact(printed))
    assert fixed is not None
    assert fixed.symbol == sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("UỶ BAN", "Ủy ban", id="e_tone: Ủy"),
        pytest.param("hoà", "hòa", id="e_tone: hòa"),
        pytest.param("khoẻ", "khỏe", id="e_tone: khỏe"),
        pytest.param("qúy", "quý", id="e_tone: quý"),
        pytest.param("QÐ", "qđ", id="e_case"),
    ],
)
def test_hazard_of_two_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_e_nfd_is_composed() -> None:
    assert collapse("Quyê\u0301t đi\u0323nh") == "Quyết định"


def test_e_case_of_a_symbol() -> None:
    assert symbol_key("866/qÐ-ttg") == symbol_key("866/QĐ-TTg")


def test_e_deaccent() -> None:
    assert unaccent("Uỷ ban Quyết định") == "uy ban quyet dinh"


def test_e_pua() -> None:
    assert clean("\uf02d Như trên;").text == "- Như trên;"


def test_e_super_needs_its_footnote() -> None:
    text = "Công văn số 7725/BTP-VP1 ngày 27/11/2025.\n1 Công văn số 7725/BTP-VP về thống kê"
    assert [c.symbol for c in read_citations(text, None, Header())[0]] == ["7725/BTP-VP"] * 2
    assert [c.symbol for c in read_citations("số 7725/BTP-VP1", None, Header())[0]] == ["7725/BTP-VP1"]


@pytest.mark.parametrize("text", ["hằng năm", "hàng năm"], ids=["e_hang: hằng", "e_hang: hàng"])
def test_e_hang(text: str) -> None:
    assert deadlines.value(text).recurrence == "P1Y"


@pytest.mark.parametrize("text", ["trong quý III năm 2025", "trong quí III năm 2025"], ids=["quý", "quí"])
def test_e_y_i(text: str) -> None:
    assert deadlines.value(text).date == "2025"


def test_e_spell_finds_the_antecedent_of_a_misspelt_body() -> None:
    text = (
        "Theo đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025 về Thông báo số 35-TB/TGV, "
        "do Sở Khoa học bvaf Công nghệ lấy ý kiến tại văn bản trên"
    )
    assert read_citations(text, None, Header())[0][-1].antecedent == 0


@pytest.mark.parametrize("path", sorted(LOADERS.rglob("*.py")), ids=lambda path: path.stem)
def test_e_range_no_pattern_takes_a_range_of_two_cases_for_an_alphabet(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert "à-ỹ" not in source
    assert "À-Ỹ" not in source
