"""Numbers and symbols in raw text: what is found, what is not, and what it costs."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.symbol import compact, fold
from loaders.symbols import find


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # over lines and empty lines
        ("Nghị quyết số 57-\n\nNQ/TW của Bộ Chính trị", ["57-NQ/TW"]),
        ("Công điện số 69/CĐ-\n\nTTg ngày 22/5/2025", ["69/CĐ-TTg"]),
        ("Nghị quyết số 124/NQ-\n\nCP ngày 08/5/2025", ["124/NQ-CP"]),
        ("Công văn số \n\n617/SKHCN-BCVT&CĐS ngày 04", ["617/SKHCN-BCVT&CĐS"]),
        ("Công văn số 24/SKHCN-KH&QLCN\n\nngày 06/01/2026", ["24/SKHCN-KH&QLCN"]),
        ("Thông tư 27/2016/ \nTT-BLĐTBXH ngày 01/9/2016", ["27/2016/TT-BLĐTBXH"]),
        ("Số: 10/TTLT-BYT-\nBCT ngày", ["10/TTLT-BYT-BCT"]),
        # blanks inside
        ("Nghị quyết số 10- NQ/TW ngày 10/02/2022", ["10-NQ/TW"]),
        ("3723/QĐ - UBND", ["3723/QĐ-UBND"]),
        ("Văn bản số 736 /SCT-QLCN , ngày 16 tháng 5", ["736/SCT-QLCN"]),
        ("Công văn số 939 /SNN&MT - TLKS", ["939/SNN&MT-TLKS"]),
        ("Nghị định số 93/2025/NĐ - CP ngày 02", ["93/2025/NĐ-CP"]),
        ("Văn bản số 1232/UBND -NN&MT ngày", ["1232/UBND-NN&MT"]),
        ("Thông tư liên tịch số 20/2013/TTLT- BYT-BCT-BNNPTNT", ["20/2013/TTLT-BYT-BCT-BNNPTNT"]),
        # a dash that belongs to what follows
        ("Nghị định số 15/2026/NĐ-CP - Điều 32 và Điều 33", ["15/2026/NĐ-CP"]),
        ("Nghị định số 15/2026/NĐ-CP\n- Bản sao văn bằng", ["15/2026/NĐ-CP"]),
        ("Nghị định số 44/2023/NĐ-CP.\n- Bản sao văn bằng", ["44/2023/NĐ-CP"]),
        ("Luật số 108/2025/QH15 - Bãi bỏ: khoản 11", ["108/2025/QH15"]),
        ("NGHỊ QUYẾT SỐ 66-NQ/TW - CHƯƠNG TRÌNH HÀNH ĐỘNG", ["66-NQ/TW"]),
        ("Thông báo số 668/TB\n- UBND tỉnh", ["668/TB"]),
        # characters
        ("26/2021/TT\u2011BGTVT", ["26/2021/TT-BGTVT"]),
        ("57\u00adNQ/TW", ["57-NQ/TW"]),
        ("số\u00a057\u200b-NQ/TW", ["57-NQ/TW"]),
        ("Quyết định 866/QÐ-TTg", ["866/QĐ-TTg"]),
        ("văn bản số 16495/BТС-PTHT ngày", ["16495/BTC-PTHT"]),
        ("Quyết định số 1407/QĐ-U\u031bBND", ["1407/QĐ-ƯBND"]),
        # kinds
        ("Thông báo số 35-TB/TGV ngày 11/7/2025", ["35-TB/TGV"]),
        ("công văn 5053-CV/VPTW/nb ngày", ["5053-CV/VPTW/nb"]),
        ("Kế hoạch số 33-KH/TWĐTN-BTG", ["33-KH/TWĐTN-BTG"]),
        ("Biên bản số 01-TĐ/BBTN", ["01-TĐ/BBTN"]),
        ("Nghị quyết số 66.10/2025/NQ-CP ngày 15", ["66.10/2025/NQ-CP"]),
        ("66/NQ-CP; 66-NQ/TW; 66.2/2025/NQ-CP", ["66/NQ-CP", "66-NQ/TW", "66.2/2025/NQ-CP"]),
        ("Nghị quyết số 30c/NQ-CP", ["30c/NQ-CP"]),
        ("Tờ trình số 36A/TTr-TRD", ["36A/TTr-TRD"]),
        ("Nghị quyết số 1673/NQ-UBTVQH15", ["1673/NQ-UBTVQH15"]),
        ("02-CTr/BCĐTW", ["02-CTr/BCĐTW"]),
        ("207/QĐ-MTTW-BTT", ["207/QĐ-MTTW-BTT"]),
        ("33/CĐ-BCĐ-BNNMT", ["33/CĐ-BCĐ-BNNMT"]),
        ("Công văn số 12258/ANKT-ANTCĐT", ["12258/ANKT-ANTCĐT"]),
        ("Văn bản số 6721 /VPCP-V.I năm 2025", ["6721/VPCP-V.I"]),
        ("công văn số 52/SNgV-LS", ["52/SNgV-LS"]),
        ("Công văn số 957/CT-QLCNATMT", ["957/CT-QLCNATMT"]),
        ("số 01/SVH,TT&DL-QLDSVH", ["01/SVH,TT&DL-QLDSVH"]),
        ("số 217/CĐ-TTg ngày 16/11, số 218/CĐ-TTg", ["217/CĐ-TTg", "218/CĐ-TTg"]),
        ("các Nghị quyết số 1/NQ-CP,2/NQ-CP", ["1/NQ-CP", "2/NQ-CP"]),
        # damage is kept as it is shown
        ("Nghị định số 181/2024/NĐCP ngày", ["181/2024/NĐCP"]),
        ("Quyết định số 1961/QĐUBND", ["1961/QĐUBND"]),
        ("Quyết định 338/QĐ/TTg ngày 23/4/2024", ["338/QĐ/TTg"]),
        ("Nghị định số 24/2026/NĐ.CP”", ["24/2026/NĐ.CP"]),
        ("quyết định số 01/NQ-CP/TW", ["01/NQ-CP/TW"]),
        ("Quyết định số 866/TTg ngày 18/7/2023", ["866/TTg"]),
        ("tỷ lệ 30/UBND cấp xã", ["30/UBND"]),
        ("Nghị quyết 57NQ/TW và 57 NQ/TW", ["57NQ/TW", "57NQ/TW"]),
        ("Thông tư số\n49/2025TT-BCT ngày", ["49/2025TT-BCT"]),
        ("Thông tư số 48/2017-TT-BYT của", ["48/2017-TT-BYT"]),
        ("Nghị định số 45/25010/NĐ-CP", ["45/25010/NĐ-CP"]),
        ("Quyết định số 866/QĐ-Tg ngày", ["866/QĐ-Tg"]),
        ("Nghị quyết số I7/NQ-CP ngày", ["I7/NQ-CP"]),
        ("Công văn số 7725/BTP-VP1 ngày", ["7725/BTP-VP1"]),
        # old forms without a slash, and a slash that a scanner lost
        ("Quyết định số 206-CP ngày 30 tháng 5 năm 1979", ["206-CP"]),
        ("Quyết định số 111-HĐBT ngày \n13 tháng 10 năm 1981", ["111-HĐBT"]),
        ("Nghị định 12-CP; Chỉ thị số 400 - CT ngày", ["12-CP", "400-CT"]),
        ("văn bản số\n1511LĐTBXH-CATLĐ ngày 11 tháng 4 năm 2024", ["1511LĐTBXH-CATLĐ"]),
        ("489 QĐ/QLTN ngày 14/02/1996", ["489QĐ/QLTN"]),
        ("Căn cứ Nghị định số 1 25/2025/NĐ-CP của", ["125/2025/NĐ-CP"]),
        # what stands close to it
        ("số 1061/SNNMT-CCKSBVMTngày 22/01/2026", ["1061/SNNMT-CCKSBVMT"]),
        ("Nghị định 15/2026/NĐ-CPBan hành", ["15/2026/NĐ-CP"]),
        ("**Số: 11414/VPCP-CN**", ["11414/VPCP-CN"]),
        ("Số:10988/BNV-CQĐP", ["10988/BNV-CQĐP"]),
        ("Nghị quyết số** 203**/2025/QH15**;*", ["203/2025/QH15"]),
        ("\n-125/KH-UBND ngày", ["125/KH-UBND"]),
        ("|866/QĐ-TTg|", ["866/QĐ-TTg"]),
        ("105/2025/NĐ-CP[1]", ["105/2025/NĐ-CP"]),
        ("[1]57/NQ-CP", ["57/NQ-CP"]),
        ("ngày 14/11/200310/GP-UBND ngày 20/6/2022", ["10/GP-UBND"]),
        ("Quyết định số57/QĐ-UBND", ["57/QĐ-UBND"]),
    ],
)
def test_found(text: str, symbols: list[str]) -> None:
    assert [span.symbol for span in find(text)] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "tổ chức hoạt động 24/7 và ngày 03/9/2025, giai đoạn 2021-2025",
        "ngày 01/7/2025 UBND tỉnh",
        "TT 15 - Cơ sở kinh doanh",
        "QCVN 102:2016/BTTTT",
        "QCVN \n\n01:2019/BCT của Bộ",
        "QCVN 05-MT:2025/BTNMT",
        "mã TTHC 1.001612.000.00.00.H01",
        "sao y và/hoặc công chứng, CT-XH/địa phương",
        "https://a.vn/van-ban/12/QD-UBND?id=5/QD-UBND và a.vn/so-57-NQ/TW",
        "giai đoạn 2021-2025/QĐ-TTg",
        "giảm 1/2, 3/4 và 1.5/A",
        "Biểu số 103/LĐTL-Sở; Mẫu số 01/TTr-UBND",
        "805/TTr-Sở",
        "tốc độ 12/PHÚT, 5/NGÀY",
        "8h00/T2-T6 tại phòng H01.151/UBND",
        "Số:       /VP-TTPVHCC",
        "Quí IV-2025/I",
        "5 - ABC/UBND",
        "",
        "/",
        "57-NQ/",
        "điểm 12-CP và số 5-CPA, số 3-CT-TW",
        "nhiệt độ 30 QĐ/h",
        "/NQ-CP",
    ],
)
def test_not_found(text: str) -> None:
    assert find(text) == []


def test_spans_point_into_the_raw_text() -> None:
    text = "Căn cứ Nghị quyết số 57-\n\nNQ/TW và (866/QÐ-TTg)."
    assert [text[span.start : span.end] for span in find(text)] == ["57-\n\nNQ/TW", "866/QÐ-TTg"]


# ---- laws --------------------------------------------------------------------------------------

WORDS = "57 1 2025 - / NQ TW QĐ UBND CP QH15 TTg nb & Điều Ư Ố . : – * ( 866/QĐ-TTg"
pieces = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "\u00ad", "\u200b", "số ", "ngày ", "12-CV/ĐU "])
texts = st.lists(pieces, max_size=25).map("".join)


@given(texts)
def test_law_spans_are_ordered_and_slice_back(text: str) -> None:
    end = 0
    for span in find(text):
        assert end <= span.start < span.end <= len(text)
        assert compact(text[span.start : span.end]) == span.symbol
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        end = span.end


@given(texts)
def test_law_decomposed_text_gives_the_same_symbols(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert [s.symbol for s in find(composed)] == [s.symbol for s in find(decomposed)]


@given(texts, st.sampled_from(["866/QĐ-TTg", "57-NQ/TW", "4725/VPCP-KSTT", "72/2025/QH15"]))
def test_law_words_around_do_not_hide_a_symbol(text: str, symbol: str) -> None:
    padded = f"{text} văn bản số {symbol} của cơ quan {text}"
    assert symbol in [span.symbol for span in find(padded)]


# ---- cost --------------------------------------------------------------------------------------

SIZE = 1_000_000


UNITS = "1 / 1/ A/ NQ/TW- 1/A- 1. 9/2025/ A\u0302 - 12-CV/ 1/QĐ/ *"


@pytest.mark.parametrize(
    "unit",
    [*UNITS.split(), "1/A - ", "1 /A ", "1\n\n\n/\n\n\nQ", "57-\n", "\n", "số 1/", "1/AAAAAAAAAAAAAa "],
)
def test_hostile_text_costs_its_length(unit: str) -> None:
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 8, (
        "a megabyte takes about two seconds at most where this was written"
    )


def test_hostile_runs_inside_a_symbol() -> None:
    blank = " " * SIZE
    start = time.process_time()
    assert find(f"57-{blank}NQ/TW") == []
    assert find(f"1{blank}/UBND") == []
    assert find("1/" + "A" * SIZE) == []
    assert find("1/A" + "\u0302" * SIZE) == []
    assert time.process_time() - start < 2


# ---- real documents ----------------------------------------------------------------------------

FOOTNOTE = "7725/BTP-VP1"
"""Only its page tells that 1 is the mark of a footnote: citations take it off."""


def test_every_numbered_citation_is_found(shared_dir: Path) -> None:
    missed, count = [], 0
    for path in sorted((shared_dir / "gold" / "dev").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        spans = find(text)
        for citation in (c for c in gold["citations"] if c["kind"] == "numbered"):
            count += 1
            inside = [s.symbol for s in spans if citation["start"] <= s.start and s.end <= citation["end"]]
            if fold(citation["symbol"]) not in map(fold, inside) and FOOTNOTE not in inside:
                missed.append((path.name, citation["symbol"], inside))
    assert count > 150
    assert missed == []
