"""What a clause says of a document beside its trigger: the verb at its head, what follows, who acts."""

from __future__ import annotations

import re

from graph.model import Relation
from loaders import relations
from loaders.agencies.issuers import UPPER
from loaders.citations import type_words
from loaders.citations.found import Found
from loaders.text.patterns import loose

_HEAD = 30
"""Letters before the verb that opens a sentence: its marker, "Phê duyệt"."""
_LONG_OBJECT = 400
_OPENERS = frozenset({Relation.BASIS, Relation.AMENDS, Relation.REPEALS, Relation.REPLACES})
_PART_OF = loose(r" (?:tại|trong|của|thuộc|kèm theo) $")
_ANOTHER = loose(rf"[;:“]|, [{UPPER}]")

_AS_SUBJECT = loose(r"(?<!\w)(?:ngày|mà) $", re.IGNORECASE)
_BRACKET = loose(r" ?\( ?$")
_BEGINS = loose(r"[.,;:] ?$")
# "…; tại điểm a khoản 3 Điều 29 Nghị định số 5, Ủy ban nhân dân tỉnh thực hiện …"
_FRESH, _THEN = loose(r"; tại $"), loose(rf", [{UPPER}]")
_STATES = loose(r"[`'’]? (?:không|chưa|đã|cũng|chỉ|có) quy định(?!\w)")

_ABOUT = loose(r"Về (?!việc )")
_OPINION = loose(r" có ý kiến(?: chỉ đạo)? như sau")
_REPEALED = loose(r"hết hiệu lực|bị bãi bỏ", re.IGNORECASE)
# "tham khảo Công văn số … gửi Sở Công Thương (gửi kèm theo Công văn này)"
_ENCLOSED = loose(r"[^.;:()]{0,80} \((?:xin )?(?:gửi|đính|sao gửi|có bản sao) kèm", re.IGNORECASE)
_AFTER = 400
"""Letters between a document and what is said of it."""


def opened(text: str, item: Found, start: int) -> Relation | None:
    """What the verb that opens the sentence does to its first document, over a long object.

    "Điều 1. Phê duyệt điều chỉnh danh mục … tại mục 3 Phụ lục II kèm theo Quyết định số …" amends it.
    """
    opener = relations.opening(text, start, min(item.start, start + 2 * _HEAD))
    if (
        opener is None
        or opener.relation not in _OPENERS
        or opener.start - start > _HEAD
        or item.start - opener.end > _LONG_OBJECT
        or _ANOTHER.search(text, opener.end, item.start)
    ):
        return None
    part = item.pinpoint or _PART_OF.search(text, max(start, item.start - 12), item.start)
    return opener.relation if part else None


def is_subject(text: str, item: Found) -> bool:
    """Whether the document itself acts: "trước ngày Luật này có hiệu lực", "…, Luật A không quy định"."""
    if _AS_SUBJECT.search(text, max(0, item.start - 6), item.start):
        return True
    if _FRESH.search(text, max(0, item.start - 6), item.start) and _THEN.match(text, item.end):
        return True
    begins = _BEGINS.search(text, max(0, item.start - 2), item.start)
    return begins is not None and _STATES.match(text, item.end) is not None


def is_aside(text: str, before: Found, item: Found) -> bool:
    """Whether a bracket only adds the document: "Nghị quyết A phê duyệt Chương trình B (Nghị quyết số …)".

    A noun of its kind before the bracket is spelled out: "sửa đổi các Thông tư liên quan (Thông tư số …)".
    """
    opened = _BRACKET.search(text, max(before.end, item.start - 4), item.start)
    if opened is None or relations.nearest(text, before.end, opened.start()):
        return False
    nouns = type_words.find(text, before.end, opened.start())
    return not any(noun.type in (item.type, "Văn bản") for noun in nouns)


def said_after(text: str, item: Found, sentence: tuple[int, int]) -> Relation | None:
    """ "Thông tư … hết hiệu lực" is repealed, "Về kiến nghị tại A, X có ý kiến như sau" answers A."""
    start, end = sentence
    if _ENCLOSED.match(text, item.end, end):
        return Relation.ATTACHES
    if _REPEALED.search(text, item.end, min(end, item.end + _AFTER)):
        return Relation.REPEALS
    if _ABOUT.match(text, start) and _OPINION.search(text, item.end, min(end, item.end + 3 * _AFTER)):
        return Relation.RESPONDS_TO
    return None
