"""The relation of each citation, and the relations between cited documents that the text states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import CitationKind, Link, Relation
from loaders import relations
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.sentences import Sentences

_LIST_ITEM = re.compile(r";[ \n](?:và[ \n])?$")
_OF_ISSUER = 60


def relate(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Every mention with its relation: its own trigger, else that of the list it stands in."""
    done: list[Found] = []
    for item in found:
        before = done[-1] if done else None
        start = sentences.around(item.head)[0]
        if before is not None and before.end <= start:
            before = None
        done.append(replace(item, relation=_relation(text, item, before, start)))
    return done


def _relation(text: str, item: Found, before: Found | None, start: int) -> Relation:
    floor = max(start, before.end if before else 0)
    listed = text.rfind("; ", floor, item.start)
    if before is not None and (joined(text, before, item) or listed >= 0):
        inherited = before.relation
        floor = max(floor, listed + 1) if listed >= 0 else item.start
    else:
        inherited = Relation.MENTIONS
    trigger = relations.nearest(text, floor, item.start)
    if trigger is None:
        return inherited if before is None else inherited
    if trigger.relation is None:
        return before.relation if before else Relation.MENTIONS
    return trigger.relation


def links(text: str, found: Sequence[Found], sentences: Sentences) -> list[Link]:
    """ "A được sửa đổi bởi B", "dự thảo Kế hoạch … thực hiện B": what one cited document does to another."""
    made: list[Link] = []
    for index in range(len(found) - 1):
        first, second = found[index], found[index + 1]
        if second.start <= first.end or second.start > sentences.around(first.head)[1]:
            continue
        gap = text[first.end : second.start]
        if ";" in gap or "|" in gap or joined(text, first, second):
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
    {Relation.IMPLEMENTS, Relation.GUIDES, Relation.AMENDS, Relation.REPLACES, Relation.REPEALS, Relation.CORRECTS}
)
_SUBJECT = re.compile(r"[ \n](?:(?:về|về[ \n]việc|để|nhằm|chỉ[ \n]đạo|tổ[ \n]chức|ban[ \n]hành|Kế[ \n]hoạch)[ \n]){0,3}[^.,;:()]{0,40}")


def _acts(words: str) -> bool:
    """Whether only the beginning of a title stands between the first document and the trigger."""
    return len(words) <= _OF_ISSUER and _SUBJECT.fullmatch(words) is not None


def is_draft(item: Found) -> bool:
    """Whether the mention is a draft (dự thảo)."""
    return item.kind is CitationKind.DRAFT
