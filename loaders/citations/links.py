"""Relations between two cited documents that the text states: "A được sửa đổi bởi B", "A … thực hiện B"."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Link, Relation
from loaders import relations
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.citations.relate import DIRECT
from loaders.text.patterns import loose
from loaders.text.sentences import Sentences

_OF_ISSUER = 60
"""Letters of a title before its verb; further on another subject has begun."""


def links(text: str, found: Sequence[Found], sentences: Sentences) -> list[Link]:
    """ "A được sửa đổi bởi B", "dự thảo Kế hoạch … thực hiện B": what one cited document does to another."""
    made: list[Link] = []
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if second.start <= first.end or second.start > sentences.around(first.head)[1]:
            continue
        gap = text[first.end : second.start]
        if ";" in gap or "|" in gap or joined(text, first, second) or DIRECT.search(gap):
            continue
        trigger = relations.nearest(text, first.end, second.start)
        if trigger is None:
            continue
        if trigger.relation is None:
            made.append(Link(index + 1, index, Relation.AMENDS))
        elif _acts(gap[: trigger.start - first.end]) and trigger.relation in _ACTS:
            made.append(Link(index, index + 1, trigger.relation))
    return made


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
_SUBJECT = loose(r" (?:(?:về|về việc|để|nhằm|chỉ đạo|tổ chức|ban hành|Kế hoạch) ){0,3}[^.,;:()]{0,40}")


def _acts(words: str) -> bool:
    """Whether only the beginning of a title stands between the first document and the trigger."""
    return len(words) <= _OF_ISSUER and _SUBJECT.fullmatch(words) is not None
