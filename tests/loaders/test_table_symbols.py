"""Every row of the table of symbols: a short real text and the numbers that stand in it.

What is damaged is found as it is printed; the third column then gives the spelling beside it.
"""

from __future__ import annotations

import pytest

from graph.symbol import repair
from loaders.symbols import find

ROWS: list[tuple[str, list[str], str | None]] = [
    ("Nghị quyết số 57-\n\nNQ/TW của Bộ Chính trị", ["57-NQ/TW"], None),
    ("Công điện số 69/CĐ-\n\nTTg ngày 22/5/2025", ["69/CĐ-TTg"], None),
    ("Nghị quyết số 124/NQ-\n\nCP ngày 08/5/2025", ["124/NQ-CP"], None),
    ("Nghị quyết số 10- NQ/TW ngày 10/02/2022", ["10-NQ/TW"], None),
    ("3723/QĐ - UBND", ["3723/QĐ-UBND"], None),
    ("Văn bản số 736 /SCT-QLCN , ngày 16 tháng 5 năm 2025", ["736/SCT-QLCN"], None),
    ("Công văn số 939 /SNN&MT - TLKS", ["939/SNN&MT-TLKS"], None),
    ("Nghị định số 93/2025/NĐ - CP ngày 02", ["93/2025/NĐ-CP"], None),
    ("Nghị định số 15/2026/NĐ-CP - Điều 32 và Điều 33", ["15/2026/NĐ-CP"], None),
    ("Nghị định số 15/2026/NĐ-CP\n- Bản sao văn bằng", ["15/2026/NĐ-CP"], None),
    ("Luật số 108/2025/QH15 - Bãi bỏ: khoản 11", ["108/2025/QH15"], None),
    ("Nghị định số 181/2024/NĐCP ngày 31/12/2024", ["181/2024/NĐCP"], "181/2024/NĐ-CP"),
    ("Thông tư số 26/2021/TTBGTVT", ["26/2021/TTBGTVT"], "26/2021/TT-BGTVT"),
    ("Quyết định số 1961/QĐUBND", ["1961/QĐUBND"], "1961/QĐ-UBND"),
    ("Quyết định 338/QĐ/TTg ngày 23/4/2024", ["338/QĐ/TTg"], None),
    ("Quyết định số 866/TTg ngày 18/7/2023", ["866/TTg"], None),
    ("Thông báo số 35-TB/TGV ngày 11/7/2025", ["35-TB/TGV"], None),
    ("5053-CV/VPTW/nb", ["5053-CV/VPTW/nb"], None),
    ("Nghị quyết số 66.10/2025/NQ-CP ngày 15", ["66.10/2025/NQ-CP"], None),
    ("Nghị quyết số 66/NQ-CP ngày 26/3/2025", ["66/NQ-CP"], None),
    ("Công văn số \n\n617/SKHCN-BCVT&CĐS ngày 04", ["617/SKHCN-BCVT&CĐS"], None),
    ("Công văn số 24/SKHCN-KH&QLCN\n\nngày 06/01/2026", ["24/SKHCN-KH&QLCN"], None),
    ("Công văn số 7725/BTP-VP1 ngày", ["7725/BTP-VP1"], None),
    ("Văn bản số 1232/UBND -NN&MT ngày", ["1232/UBND-NN&MT"], None),
    ("Công văn số 12258/ANKT-ANTCĐT", ["12258/ANKT-ANTCĐT"], None),
    ("Nghị quyết số 30c/NQ-CP", ["30c/NQ-CP"], None),
    ("Tờ trình số 36A/TTr-TRD", ["36A/TTr-TRD"], None),
    ("Thông tư liên tịch số 20/2013/TTLT- BYT-BCT-BNNPTNT", ["20/2013/TTLT-BYT-BCT-BNNPTNT"], None),
    ("33/CĐ-BCĐ-BNNMT", ["33/CĐ-BCĐ-BNNMT"], None),
    ("26/2021/TT\u2011BGTVT", ["26/2021/TT-BGTVT"], None),
    ("57\u00adNQ/TW", ["57-NQ/TW"], None),
    ("Luật số 72/2025/QH15", ["72/2025/QH15"], None),
    ("Nghị quyết số 1673/NQ-UBTVQH15", ["1673/NQ-UBTVQH15"], None),
    ("02-CTr/BCĐTW", ["02-CTr/BCĐTW"], None),
    ("Công văn số 1955/VP-TTHC ngày 28", ["1955/VP-TTHC"], None),
    ("207/QĐ-MTTW-BTT", ["207/QĐ-MTTW-BTT"], None),
    ("tổ chức hoạt động 24/7 và ngày 03/9/2025, giai đoạn 2021-2025", [], None),
    ("TT 15 - Cơ sở kinh doanh", [], None),
    ("Công văn số 957/CT-QLCNATMT", ["957/CT-QLCNATMT"], None),
    ("quyết định số 01/NQ-CP/TW", ["01/NQ-CP/TW"], None),
    ("Quyết định số 20/2020/QĐ-TTg; QCVN 102:2016/BTTTT", ["20/2020/QĐ-TTg"], None),
    ("mã TTHC 1.001612.000.00.00.H01", [], None),
    ("tỷ lệ 30/UBND cấp xã", ["30/UBND"], None),
]


@pytest.mark.parametrize(
    ("text", "printed", "repaired"),
    ROWS,
    ids=[f"{n:02} {' '.join(row[0].split())}" for n, row in enumerate(ROWS, 1)],
)
def test_row_of_the_table_of_symbols(text: str, printed: list[str], repaired: str | None) -> None:
    found = [span.symbol for span in find(text)]
    assert found == printed
    if repaired:
        fixed = repair(found[0])
        assert fixed is not None
        assert fixed.symbol == repaired
