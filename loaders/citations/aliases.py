"""Names that a text gives to a document: "(sau đây viết tắt là Nghị định)", "(viết tắt là Chỉ thị 11)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.text.patterns import loose

DEFINITION = "definition"
"""Rule of a citation that is itself the name being given: "(sau đây gọi là Nghị quyết số 66-NQ/TW)"."""

_DEFINED = loose(
    r"(?:gọi|viết)(?: (?:tắt|chung))?(?: chung)? là:? [“\"]?"
    r"(?P<alias>[^\W\d_][^)”\";,.()]{1,60}?)[”\"]?(?= ?[).;,])"
)
_ANCHORS = ("gọi", "viết tắt")
_LEAD = loose(r"(?:sau đây )?(?:được )?\Z")
_LONGEST_LEAD = len("sau đây được ")
# right after the document: "dự thảo Chiến lược phát triển giáo dục đến năm 2045 (Chiến lược)"
_BRACKET = loose(
    r"\((?<= .)(?P<alias>Chiến lược|Quy hoạch|Đề án|Kế hoạch|Nghị định|Nghị quyết|Luật|Quyết định|Thông tư)\)"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """The name, where it stands in its definition, and where the definition begins."""

    name: str
    start: int
    end: int
    defined: int


def find(text: str) -> Iterator[Alias]:
    """Every definition of a short name; which of them name a document, the caller knows."""
    if any(anchor in text for anchor in _ANCHORS):
        yield from _defined(text)
    for match in _BRACKET.finditer(text):
        yield _alias(match, match.start() - 1)


def _defined(text: str) -> Iterator[Alias]:
    done = 0
    for match in _DEFINED.finditer(text):
        lead = _LEAD.search(text, max(done, match.start() - _LONGEST_LEAD), match.start())
        yield _alias(match, lead.start() if lead else match.start())
        done = match.end()


def _alias(match: re.Match[str], defined: int) -> Alias:
    return Alias(" ".join(match["alias"].split()), match.start("alias"), match.end("alias"), defined)
