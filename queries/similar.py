"""How alike two texts are: by their words, without order, case or what both have more of."""

from __future__ import annotations

from functools import lru_cache

from graph.text import fold


def similarity(one: str, other: str) -> float:
    """0 (nothing in common) to 100 (the words of one are all in the other)."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415

    return float(token_set_ratio(_words(one), _words(other)))


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())
