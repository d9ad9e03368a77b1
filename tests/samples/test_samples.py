"""The sample story keeps what makes it worth reading: its documents, its chains and its traps."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest

MARK = "(Văn bản mẫu do chidao tự soạn, nội dung rút gọn, chỉ dùng để minh họa)"

# What must stand in the raw text of a file, character by character.
TRAPS = [
    ("02", "Uỷ ban nhân dân"),
    ("02", "Nghị quyết số 57-NQ/TW, ngày 22/12/2024"),
    ("03", "06/Q\u00d0-TTg"),
    ("03", "(Đề án 06)"),
    ("03", "Luật Giao dịch điện tử năm 2023"),
    ("03", "QCVN 102:2016/BTTTT"),
    ("03", "**Thời gian hoàn thành**\n|"),
    ("04", "Nghị quyết số 57-NQ/TW"),
    ("07", "78/CĐ-\n\nTTg"),
    ("07", "66-\n\nNQ/TW"),
    ("07", "124/NQ-\n\nCP"),
    ("07", "Công \n\nvăn số 1187/UBND-KSTT"),
    ("07", "\f2 \n"),
    ("07", "Điểm 7 Mục 3 Nghị quyết số 124/NQ-CP"),
    ("07", "(sau đây gọi \n\nlà Kế hoạch 88)"),
    ("07", "66/NQ-CP"),
    ("07", "24/7"),
    ("07", "hằng tuần, \n\ntrước 16 giờ 00 ngày thứ Sáu"),
    ("08", "35-\n\nTB/TGV"),
    ("08", "văn bản \n\ntrên"),
    ("08", "thuộc trách nhiệm \n\ncủa Sở Khoa học và Công nghệ"),
    ("10", "Kế hoạch này thay thế Kế hoạch số 88/KH-UBND"),
    ("10", "Các Sở: Tư pháp, Tài chính, Xây dựng, Nông nghiệp và Môi trường"),
    ("11", "(sau đây gọi là\nKế hoạch 203)"),
    ("11", "xong trước 30/11"),
    ("14", "53-\n\nTB/TGV"),
    ("14", "7725/BTP-VP1"),
    ("14", "\n1 Công văn số 7725/BTP-VP "),
    ("14", "2891/UBND-KT2"),
    ("15", "57-NQ/TW ngày 21/12/2024"),
    ("15", "số 1656 và 1662/QĐ-UBND"),
    ("15", "Công văn số 318/BC-SKHCN"),
    ("15", "06/QD-TTg"),
    ("15", "1.001612.000.00.00.H01"),
    ("16", "Số:       /VP-TTHC Sông Hà, ngày       tháng  01 năm 2026"),
    ("16", "57-\n\nNQ/TW của Bộ Chính trị năm 2026"),
    ("16", "24\u00adCTr/TU"),
    ("16", "ngày\u00a008/01/2026"),
]

# One hop of each chain that the README promises: the file that cites, and the number cited.
HOPS = [
    ("07", "19-TB/TGV"),
    ("07", "88/KH-UBND"),
    ("04", "57-NQ/TW"),
    ("03", "24-CTr/TU"),
    ("10", "24-CTr/TU"),
    ("02", "57-NQ/TW"),
    ("11", "203/KH-UBND"),
    ("14", "7725/BTP-VP"),
    ("13", "53-TB/TGV"),
    ("12", "57-NQ/TW"),
]


def decoded(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data.startswith(codecs.BOM_UTF16_LE) else "utf-8-sig"
    return data.decode(encoding)


@pytest.fixture(scope="module")
def texts(samples_dir: Path) -> dict[str, str]:
    return {path.name[:2]: decoded(path) for path in sorted(samples_dir.glob("*.txt"))}


def test_the_story_has_at_least_twelve_documents(texts: dict[str, str]) -> None:
    assert len(texts) >= 12
    assert list(texts) == [f"{number:02}" for number in range(1, len(texts) + 1)]


@pytest.mark.parametrize(("file", "raw"), TRAPS)
def test_a_trap_is_still_there(texts: dict[str, str], file: str, raw: str) -> None:
    assert raw in texts[file]


@pytest.mark.parametrize(("file", "symbol"), HOPS)
def test_a_hop_of_a_chain_is_written(texts: dict[str, str], file: str, symbol: str) -> None:
    assert symbol in "".join(texts[file].split())


@pytest.mark.parametrize("file", ["07", "11"])
def test_the_long_chains_have_no_short_cut(texts: dict[str, str], file: str) -> None:
    assert "57-NQ/TW" not in "".join(texts[file].split())


def test_one_file_is_nfd_and_the_others_are_not(texts: dict[str, str]) -> None:
    decomposed = {file for file, text in texts.items() if not unicodedata.is_normalized("NFC", text)}
    assert decomposed == {"09"}
    assert unicodedata.is_normalized("NFD", texts["09"])


@pytest.mark.parametrize(("name", "mark"), [("11", codecs.BOM_UTF8), ("15", codecs.BOM_UTF16_LE)])
def test_a_byte_order_mark_begins_the_file(samples_dir: Path, name: str, mark: bytes) -> None:
    (path,) = samples_dir.glob(f"{name}-*.txt")
    assert path.read_bytes().startswith(mark)


def test_one_letter_has_no_letterhead_and_names_no_province(texts: dict[str, str]) -> None:
    assert "CỘNG HÒA" not in texts["08"]
    assert "Sông Hà" not in texts["08"]


@pytest.mark.parametrize("file", ["01", "04", "05", "06", "12", "13"])
def test_a_central_text_says_that_it_is_an_illustration(texts: dict[str, str], file: str) -> None:
    assert texts[file].rstrip().splitlines()[-1] == MARK


def test_the_readme_lists_every_file(samples_dir: Path) -> None:
    readme = (samples_dir / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in samples_dir.glob("*.txt") if path.name not in readme] == []
