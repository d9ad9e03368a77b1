"""Relations between two cited documents that the text states: "A được sửa đổi bởi B", "A … thực hiện B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import Link, Relation
from graph.symbol import fold
from loaders import relations
from loaders.citations import ranks
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.citations.relate import DIRECT
from loaders.text.patterns import loose
from loaders.text.sentences import Sentences

# "Luật Viên chức số 58/2010/QH12; được sửa đổi, bổ sung bởi Luật số 52/2019/QH14"
_AMENDED = loose(r"; ?(?:đã )?được (?:sửa đổi|bổ sung)[^;]{0,80}$")

_OF_ISSUER = 60
"""Letters of a title before its verb; further on another subject has begun."""


def links(text: str, found: Sequence[Found], sentences: Sentences) -> list[Link]:
    """ "A được sửa đổi, bổ sung bởi B và C", "dự thảo Kế hoạch … thực hiện B": what one does to another."""
    made: list[Link] = []
    reader = _Links(text, found, sentences)
    for index in range(1, len(found)):
        link = reader.read(index) or reader.goes_on(index, made)
        if link and not _same(found[link.source], found[link.target]):
            made.append(link)
    return made


class _Links:
    """Looks at each citation and the words between it and the one before."""

    def __init__(self, text: str, found: Sequence[Found], sentences: Sentences) -> None:
        self._text = text
        self._found = found
        self._sentences = sentences

    def read(self, index: int) -> Link | None:
        """What the words right before a citation say about it and an earlier one of its sentence."""
        first, second = self._found[index - 1], self._found[index]
        start, end = self._sentences.around(first.head)
        if second.start <= first.end or second.start > end:
            return None
        gap = self._text[first.end : second.start]
        if (
            (";" in gap and not _AMENDED.match(gap))
            or "|" in gap
            or joined(self._text, first, second)
            or DIRECT.search(gap)
        ):
            return None
        trigger = relations.nearest(self._text, first.end, second.start)
        if trigger is None:
            return None
        if trigger.relation is None:
            return self._amended(index, start, trigger.passive)
        if trigger.relation not in _ACTS or not _acts(gap[: trigger.start - first.end]):
            return None
        subject = self._subject(index, start, trigger.relation)
        return None if subject is None else Link(subject, index, trigger.relation)

    def _subject(self, index: int, start: int, relation: Relation) -> int | None:
        """Who acts: the document before; a plan is replaced by a plan only."""
        if relation is not Relation.REPLACES:
            return index - 1
        near = range(index - 1, max(-1, index - 1 - _FAR), -1)
        alike = (at for at in near if self._found[at].type == self._found[index].type)
        return next((at for at in alike if self._found[at].start >= start), None)

    def _amended(self, index: int, start: int, relation: Relation) -> Link | None:
        """The link of "A được sửa đổi bởi B", "A được thay thế bởi B"; A may stand further back."""
        earlier = [item for item in self._found[max(0, index - _FAR) : index] if item.start >= start]
        changed = ranks.amended(earlier, self._found[index])
        if changed is None:
            return None
        return Link(index, index - len(earlier) + earlier.index(changed), relation)

    def goes_on(self, index: int, made: Sequence[Link]) -> Link | None:
        """The link of the document beside this one: "bởi Luật A, Luật B và Luật C"."""
        last = made[-1] if made else None
        first, second = self._found[index - 1], self._found[index]
        if (
            last is None
            or max(last.source, last.target) != index - 1
            or not joined(self._text, first, second)
        ):
            return None
        gap = self._text[first.end : second.start]
        alike = first.type == second.type and first.relation is second.relation
        if not alike or ";" in gap or ")" in gap:
            return None
        passive = last.source == index - 1
        return replace(last, source=index) if passive else replace(last, target=index)


_FAR = 12
"""Citations of one sentence among which the amended one is looked for."""
_ACTS = frozenset(
    {
        Relation.IMPLEMENTS,
        Relation.GUIDES,
        Relation.AMENDS,
        Relation.REPLACES,
        Relation.REPEALS,
        Relation.CORRECTS,
    }
)
_SUBJECT = loose(r"(?: ?\()?(?: (?:về|về việc|chỉ đạo|tổ chức|ban hành|Kế hoạch)){0,3}[^.,;:()]{0,40}")
# another acts: "A và các văn bản hướng dẫn B", "A trong quá trình thực hiện B", "A để quy định chi tiết B"
_ANOTHER = loose(
    r"(?:^|(?<= ))(?:và|để|nhằm|thì|trong|nêu|khi|mà|phải|cần|theo"
    r"|văn bản|nghị định|thông tư|luật|dự án|dự thảo)(?= |$)",
    re.IGNORECASE,
)
_DETAILS = loose(r" (?:quy định|hướng dẫn)", re.IGNORECASE)


def _acts(words: str) -> bool:
    """Whether only the beginning of a title stands between the first document and the trigger."""
    title = len(words) <= _OF_ISSUER and _SUBJECT.fullmatch(words) is not None
    return title and (_DETAILS.match(words) is not None or _ANOTHER.search(words) is None)


def _same(first: Found, second: Found) -> bool:
    """Whether both are one document, which does nothing to itself."""
    return bool(first.symbol and second.symbol) and fold(first.symbol or "") == fold(second.symbol or "")
