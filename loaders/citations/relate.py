"""The relation of each citation, and the relations between cited documents that the text states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.model import CitationKind, Link, Relation
from loaders import relations
from loaders.citations import drafts
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.sentences import Sentences

_OPENED = re.compile(r"[(:][ \n]?$")
_NOUN = re.compile(
    r"(?<!\w)(?:văn bản|công văn|công điện|nghị quyết|nghị định|quyết định|thông tư|chỉ thị|kết luận|thông báo|kế hoạch|tờ trình"
    r"|báo cáo|đề án|luật|quy định|chương trình)(?!\w)".replace(" ", r"[ \n]"),
    re.IGNORECASE,
)
_OF_ISSUER = 60


def relate(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Every mention with its relation: its own trigger, else that of the list it stands in."""
    done: list[Found] = []
    for item in found:
        before = done[-1] if done else None
        start = sentences.around(item.head)[0]
        if before is not None and before.end <= start:
            before = None
        found_relation = _relation(text, item, before, start)
        if item.kind is CitationKind.DRAFT:
            found_relation = drafts.relation(text, item, found_relation)
        done.append(replace(item, relation=found_relation))
    return done


def _relation(text: str, item: Found, before: Found | None, start: int) -> Relation:
    floor = max(start, before.end if before else 0)
    inherited = before.relation if before else Relation.MENTIONS
    end = _governed(text, item, floor)
    if end < item.start:
        trigger = relations.nearest(text, floor, end)
    elif before is not None and joined(text, before, item):
        return inherited
    else:
        listed = text.rfind("; ", floor, item.start) if before is not None else -1
        if listed < 0:
            inherited = Relation.MENTIONS
        trigger = relations.nearest(text, max(floor, listed + 1), item.start)
    if trigger is None or trigger.relation is None:
        return inherited if trigger is None or before is None else before.relation
    return trigger.relation


def _governed(text: str, item: Found, floor: int) -> int:
    """Where the words end that govern the citation: before the noun that a bracket or colon list spells out.

    "sửa đổi các Thông tư có liên quan (Thông tư số 47/…)": the bracket takes the verb of its noun.
    """
    opened = _OPENED.search(text, max(floor, item.start - 6), item.start)
    if opened is None:
        return item.start
    nouns = list(_NOUN.finditer(text, floor, opened.start()))
    same = [noun for noun in nouns if item.type and noun.group().lower() == item.type.lower()]
    chosen = (same or nouns)[-1:] or [opened]
    return chosen[0].start()


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

