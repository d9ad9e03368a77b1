"""Bytes to text, and the files that are refused."""

from __future__ import annotations

import codecs
import hashlib
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import LoadError, Malformed, TooLarge, Unreadable, UnsupportedFormat
from loaders import base
from loaders.base import load, sha256_of
from loaders.plain_text import decode
from loaders.sniff import Kind, sniff

LETTER = "Kính gửi: Sở Nội vụ.\r\nThực hiện Kế hoạch số 7/KH-UBND, đề nghị kiểm kê máy in.\n"


@pytest.mark.parametrize(
    "data",
    [
        LETTER.encode(),
        codecs.BOM_UTF8 + LETTER.encode(),
        codecs.BOM_UTF16_LE + LETTER.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LETTER.encode("utf-16-be"),
        LETTER.encode("utf-16-le"),
        LETTER.encode("utf-16-be"),
    ],
)
def test_text_in_its_encodings(data: bytes) -> None:
    assert decode(data) == LETTER


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Kính gửi".encode("cp1258", "ignore") + b"\xf5\xfe", "8-bit"),
        (LETTER.encode() + b"\x00", "NUL"),
        (b"\x00\x01\x02\x03", "NUL"),
        (codecs.BOM_UTF16_LE + b"a", "UTF-16-LE"),
        (codecs.BOM_UTF16_LE + "a\x00b".encode("utf-16-le"), "NUL"),
        (bytes(range(1, 9)) * 20, "control characters"),
    ],
)
def test_broken_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Malformed, match=words):
        decode(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (LETTER.encode(), Kind.TEXT),
        (b"", Kind.TEXT),
        (b"<1> a", Kind.TEXT),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", Kind.WORD),
        (b"PK\x03\x04....[Content_Types].xml", Kind.DOCX),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text", Kind.ODT),
        (b"PK\x03\x04....a.txt", Kind.ZIP),
        (b"{\\rtf1\\ansi", Kind.RTF),
        (b"\n <!DOCTYPE html><html>", Kind.HTML),
        (codecs.BOM_UTF8 + b"<html lang='vi'>", Kind.HTML),
        (b"<?xml version='1.0'?><edXML>", Kind.XML),
        (b"1212<?xml version='1.0'?><edXML>", Kind.XML),
        (b"\x89PNG\r\n\x1a\n", Kind.IMAGE),
        (b"\x1f\x8b\x08", Kind.GZIP),
        (b"SQLite format 3\x00", Kind.PROGRAM),
    ],
)
def test_kinds_by_their_bytes(data: bytes, kind: Kind) -> None:
    assert sniff(data) is kind


def test_a_file_gives_its_text_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "công văn.txt"
    path.write_bytes(codecs.BOM_UTF8 + LETTER.encode())
    loaded = load(path)
    assert loaded.text == LETTER
    assert loaded.sha256 == sha256_of(path) == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_name_of_a_file_decides_nothing(tmp_path: Path) -> None:
    pdf = tmp_path / "letter.txt"
    pdf.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(UnsupportedFormat, match=r"a PDF file.*pdftotext"):
        load(pdf)
    text = tmp_path / "letter.pdf"
    text.write_text(LETTER, encoding="utf-8", newline="")
    assert load(text).text == LETTER


def test_what_is_no_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no such file"):
        load(tmp_path / "absent.txt")
    with pytest.raises(Unreadable, match="folder"):
        load(tmp_path)
    with pytest.raises(Unreadable, match="cannot be read"):
        load("a\x00b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    refused: list[LoadError] = []

    def read() -> None:
        try:
            load(pipe)
        except LoadError as error:
            refused.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(timeout=10)
    assert [type(error) for error in refused] == [Unreadable]


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "long.txt"
    path.write_text("x" * 100, encoding="utf-8")
    monkeypatch.setattr(base, "MAX_CHARACTERS", 99)
    with pytest.raises(TooLarge, match="100 characters"):
        load(path)
    monkeypatch.setattr(base, "MAX_BYTES", 50)
    with pytest.raises(TooLarge, match="100 bytes"):
        load(path)


@given(st.text().filter(lambda text: "\x00" not in text and not text.startswith("\ufeff")))
def test_what_was_written_is_read(text: str) -> None:
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return
    try:
        assert decode(data) == text
    except Malformed as error:
        assert "control characters" in error.message


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_named_error(data: bytes) -> None:
    assert isinstance(sniff(data), Kind)
    try:
        assert "\x00" not in decode(data)
    except Malformed as error:
        assert error.message
