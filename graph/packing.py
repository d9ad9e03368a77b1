"""Texts and parses as zlib bytes: about a third of the disk, at 100 MB/s."""

from __future__ import annotations

import zlib
from base64 import b64decode, b64encode

_FAST = 1


def packed(text: str) -> bytes:
    """The text as zlib bytes of its UTF-8."""
    return zlib.compress(text.encode(), _FAST)


def unpacked(data: bytes) -> str:
    """The text that `packed` gave this for."""
    return zlib.decompress(data).decode()


def packed_text(text: str) -> str:
    """The same as ASCII (base64), for a store or format without bytes."""
    return b64encode(packed(text)).decode("ascii")


def unpacked_text(data: str) -> str:
    """The text that `packed_text` gave this for."""
    return unpacked(b64decode(data))
