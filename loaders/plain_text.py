"""Plain text from bytes: UTF-8, and UTF-16 where it is certain. Line ends stay as they are."""

from __future__ import annotations

import codecs

from graph.errors import Malformed

_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAVE = "save it as UTF-8 and read it again"
_CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\v\f\r\x1a\x1b\x1e")
_MOST_CONTROLS = 0.005
"""Share of control characters above which bytes are no text."""
_LATIN = 0.98
"""Share of Latin letters, marks and punctuation that makes unmarked UTF-16 certain."""


def decode(data: bytes, *, name: str = "text") -> str:
    """The text of these bytes; a byte order mark at the start is no part of it."""
    for mark, coding in _MARKED:
        if data.startswith(mark):
            return _checked(_strict(data[len(mark) :], coding, name), name)
    if b"\x00" in data[:4096]:
        return _unmarked_utf16(data, name)
    return _checked(_strict(data, "utf-8", name), name)


def _strict(data: bytes, coding: str, name: str) -> str:
    try:
        return data.decode(coding)
    except UnicodeDecodeError as error:
        if coding != "utf-8":
            raise Malformed(
                f"{name}: broken {coding.upper()} at byte {error.start:,}; {_SAVE}",
                code="broken_coding",
                name=name,
                coding=coding.upper(),
                place=error.start,
            ) from None
        raise Malformed(
            f"{name}: not UTF-8 at byte {error.start:,}, perhaps an older 8-bit encoding "
            f"(TCVN3, VNI, windows-1258); {_SAVE}",
            code="not_utf8",
            name=name,
            place=error.start,
        ) from None


def _unmarked_utf16(data: bytes, name: str) -> str:
    """UTF-16 without a mark, if one byte order gives Latin text and the other does not."""
    readings = [text for coding in ("utf-16-le", "utf-16-be") if (text := _latin(data, coding)) is not None]
    if len(readings) != 1:
        raise _no_text(name, "NUL bytes")
    return _checked(readings[0], name)


def _latin(data: bytes, coding: str) -> str | None:
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return None
    latin = sum(c < "\u0370" or "\u1e00" <= c < "\u2070" for c in text)
    return text if text and "\x00" not in text and latin >= _LATIN * len(text) else None


def _checked(text: str, name: str) -> str:
    """The text, if it is text: no NUL and few control characters."""
    if "\x00" in text:
        raise _no_text(name, "NUL characters")
    controls = sum(text.count(control) for control in _CONTROLS)
    if controls > 8 and controls > _MOST_CONTROLS * len(text):
        raise _no_text(name, f"{controls:,} control characters")
    return text


def _no_text(name: str, holds: str) -> Malformed:
    message = f"{name}: holds {holds}, so it is no text; {_SAVE}"
    return Malformed(message, code="no_text", name=name, holds=holds)
