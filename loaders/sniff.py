"""What kind of file some bytes are, by the bytes themselves and not by a name."""

from __future__ import annotations

import re
from enum import Enum


class Kind(Enum):
    """Kinds of files that are told apart; the value names one in a sentence."""

    TEXT = "plain text"
    PDF = "a PDF file"
    WORD = "an older Word or Office file (.doc)"
    DOCX = "a Word file (.docx)"
    ODT = "an OpenDocument file (.odt)"
    ZIP = "a ZIP archive"
    RTF = "an RTF file"
    HTML = "a web page (HTML)"
    XML = "an XML file (edXML or other)"
    IMAGE = "an image"
    GZIP = "a compressed file"
    PROGRAM = "a program or database file"

    @property
    def advice(self) -> str:
        """What a person can do with such a file now."""
        return _ADVICE.get(self, "Save its text as a .txt file in UTF-8 and read that.")


_ADVICE = {
    Kind.PDF: "Save its text as a .txt file in UTF-8, for example with `pdftotext -layout`, and read that.",
    Kind.WORD: "Open it in Word or LibreOffice and save it as plain text in UTF-8.",
    Kind.DOCX: "Open it in Word or LibreOffice and save it as plain text in UTF-8.",
    Kind.ODT: "Open it in LibreOffice and save it as plain text in UTF-8.",
    Kind.RTF: "Open it in Word or LibreOffice and save it as plain text in UTF-8.",
    Kind.ZIP: "Unpack it and read the text files in it.",
    Kind.GZIP: "Unpack it and read the text files in it.",
    Kind.IMAGE: "Recognise its text (OCR) and save it as a .txt file in UTF-8.",
}

_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.WORD),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG\r\n", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"\x1f\x8b", Kind.GZIP),
    (b"\xfd7zXZ\x00", Kind.GZIP),
    (b"7z\xbc\xaf\x27\x1c", Kind.GZIP),
    (b"Rar!\x1a\x07", Kind.GZIP),
    (b"SQLite format 3\x00", Kind.PROGRAM),
    (b"\x7fELF", Kind.PROGRAM),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HTML = re.compile(
    rb"\s{0,200}(?:<!--.{0,500}?-->\s{0,200})?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML = re.compile(rb"\s{0,200}<\?xml\s|.{0,32}<\?xml\s[^>]{0,200}\?>\s{0,200}<", re.S)
_PDF_JUNK = 1024
"""Readers accept a PDF whose first bytes are something else."""


def sniff(data: bytes) -> Kind:
    """The kind of file that begins with these bytes."""
    for start, kind in _STARTS:
        if data.startswith(start):
            return kind
    if data.startswith(_ZIP):
        return _zipped(data)
    plain = data[3:] if data.startswith(_MARKS[0]) else data
    if _HTML.match(plain[:2048]):
        return Kind.HTML
    if _XML.match(plain[:512]):
        return Kind.XML
    return Kind.PDF if b"\n%PDF-1." in data[:_PDF_JUNK] and b"\x00" in data else Kind.TEXT


def _zipped(data: bytes) -> Kind:
    """Office formats are ZIP archives with known members."""
    if b"application/vnd.oasis.opendocument" in data[:200]:
        return Kind.ODT
    return Kind.DOCX if b"[Content_Types].xml" in data or b"word/" in data else Kind.ZIP
