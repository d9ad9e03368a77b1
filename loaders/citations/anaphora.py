"""Words that point back to one document: "văn bản nêu trên", "Luật này", and a bare word made its name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from graph.model import CitationKind
from graph.text import collapse
from loaders import pinpoints
from loaders.citations.aliases import Alias
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.text.patterns import alternatives, loose

_BACK = loose(
    r" (?:(?P<this>này)|(?:đã )?nêu trên|nói trên|trên(?= ?(?:[.,;:)/”]|$)| (?:và|của|theo|để) ))(?!\w)",
    re.IGNORECASE,
)
QUOTED = "quoted_provision"
"""Rule of "Luật này" in words that another law is given."""
# a provision as it will read: "Sửa đổi Điều 12 như sau: “Điều 12. … theo Điều 15 của Luật này.”"
_QUOTED = loose(r"(?:như sau|sau đây) ?: ?“[^“”]{20,20000}”")
_MANY = loose(r"(?<!\w)(?:các|những|mọi) $", re.IGNORECASE)
_PLURAL = loose(r"(?:các|những|mọi|\d{1,2}|hai|ba|một số|nhiều|từng|mỗi) $", re.IGNORECASE)

# a name of its own: "gắn kết với Chiến lược phát triển giáo dục nghề nghiệp"
_NAME = loose(r" (?:phát triển|quốc gia|tổng thể) ")
_OWN_PARTS = ("Văn bản", "Điều lệ", "Quy chế", "Nội quy")
"""What a decision promulgates with itself speaks of itself so: "Điều lệ này"."""


def pointing(
    text: str, types: Sequence[TypeWord], *, own: str | None, cited: Sequence[Found]
) -> Iterator[Found]:
    """Mentions such as "Nghị quyết nêu trên"; "Kế hoạch này" in a Kế hoạch is the text itself.

    Only a type that was cited before can be pointed to; "văn bản" can stand for any.
    """
    quoted = _Quoted(text)
    first = {item.type: item.end for item in reversed(cited)}
    anything = min(first.values(), default=len(text))
    for word in types:
        back = _BACK.match(text, word.end)
        if back is None or _PLURAL.search(text, max(0, word.start - 9), word.start):
            continue
        if first.get(word.type, anything if word.type == "Văn bản" else len(text)) > word.start:
            continue
        if back["this"] and not _is_another(text, word, own, quoted):
            continue
        made = Found(
            start=word.start,
            end=back.end(),
            kind=CitationKind.ANAPHORA,
            rule=QUOTED if back["this"] and word.type == own else "points_back",
            type=word.type,
            head=word.start,
        )
        yield _complete(text, made)


def _is_another(text: str, word: TypeWord, own: str | None, quoted: _Quoted) -> bool:
    """Whether "Luật này" is not the text itself: of another type, or in a provision that it quotes."""
    if word.type in _OWN_PARTS or not text[word.start].isupper():
        return False
    if word.type != own:
        return True
    return quoted.holds(word.start)


class _Quoted:
    """The provisions that a text quotes, looked for when they are first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _spans(self) -> Sequence[tuple[int, int]]:
        return [match.span() for match in _QUOTED.finditer(self._text)]

    def holds(self, place: int) -> bool:
        """Whether one of them holds this place."""
        index = bisect_right(self._spans, (place, len(self._text))) - 1
        return index >= 0 and self._spans[index][0] < place < self._spans[index][1]


def bare(text: str, types: Sequence[TypeWord], aliases: Mapping[str, Alias]) -> Iterator[Found]:
    """Every later bare word that a definition made the name of a document, in any case."""
    for word in types:
        alias = aliases.get(word.type)
        if alias is None or word.start <= alias.end or _MANY.search(text, max(0, word.start - 6), word.start):
            continue
        if _NAME.match(text, word.end):
            continue
        made = Found(
            start=word.start,
            end=word.end,
            kind=CitationKind.ANAPHORA,
            rule="alias",
            type=word.type,
            head=word.start,
            alias=True,
        )
        yield _complete(text, made)


def phrases(text: str, aliases: Sequence[Alias]) -> Iterator[Found]:
    """Every use of a longer name after its definition: "Luật PPP"."""
    if not aliases:
        return
    defined: dict[str, int] = {}
    for alias in aliases:
        defined.setdefault(alias.name, alias.end)
    for match in loose(rf"(?<!\w){alternatives(defined)}(?!\w)").finditer(text):
        name = collapse(match.group())
        if match.start() >= defined[name]:
            yield Found(
                start=match.start(),
                end=match.end(),
                kind=CitationKind.NAMED,
                rule="alias",
                name=name,
                head=match.start(),
                alias=True,
            )


def _complete(text: str, made: Found) -> Found:
    """With what its own clause states: a pinpoint, or who acts in it."""
    pinpoint = pinpoints.before(text, made.start)
    if pinpoint:
        return made._replace(start=pinpoint.start, pinpoint=pinpoint.text)
    return made
