"""Names that a text gives to a document: "(sau đây viết tắt là Nghị định)", "(viết tắt là Chỉ thị 11)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DEFINED = re.compile(
    r"(?:sau[ \n]đây[ \n])?(?:được[ \n])?(?:gọi|viết)(?:[ \n](?:tắt|chung))?(?:[ \n]chung)?[ \n]là:?[ \n][“\"]?"
    r"(?P<alias>[^\W\d_][^)”\";,.()]{1,60}?)[”\"]?(?=[ \n]?[).;,])"
)
_ANCHORS = ("gọi", "viết tắt")


@dataclass(frozen=True, slots=True)
class Alias:
    """The name, where it stands in its definition, and where the definition begins."""

    name: str
    start: int
    end: int
    defined: int


def find(text: str) -> Iterator[Alias]:
    """Every definition of a short name; which of them name a document, the caller knows."""
    if not any(anchor in text for anchor in _ANCHORS):
        return
    for match in _DEFINED.finditer(text):
        yield Alias(" ".join(match["alias"].split()), match.start("alias"), match.end("alias"), match.start())
