"""Drafts (dự thảo): "dự thảo Công văn của Chủ tịch UBND tỉnh", "dự án Luật"; they have no number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.model import CitationKind
from graph.text import collapse
from loaders import pinpoints
from loaders.agencies import issuers
from loaders.citations import laws
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.text.patterns import loose

_DRAFT = loose(r"[dđDĐ](?<!\w.)(?i:ự thảo(?: (?:lần \d|các|dự án))?|(?<=d)ự án) $")
_DRAFT_WORDS = re.compile(r"^dự (?:thảo(?: (?:lần \d|các|dự án))?|án) ", re.IGNORECASE)
_BILL = loose(r"^dự án", re.IGNORECASE)
_OF = loose(r" của ", re.IGNORECASE)
_ANY = loose(r" quy phạm pháp luật(?!\w)", re.IGNORECASE)
# "khoản 1 về nhiệm vụ giao Văn phòng UBND tỉnh trong dự thảo văn bản": the pinpoint stands apart
_APART = loose(
    r"(?P<run>(?:(?:điểm|khoản|mục|điều) \w{1,3} ?)+)(?:về|đối với|giao) [^.;:()]{0,120} (?:trong|của|tại) $",
    re.IGNORECASE,
)

_WITHIN = loose(r"(?:trong|của|tại) $", re.IGNORECASE)
_LONGEST_WITHIN = len("trong ")
# a letter that comments: "tham gia góp ý như sau", "V/v góp ý dự thảo …", "có ý kiến như sau"
_COMMENTS = loose(
    r"(?:góp ý|ý kiến)[^.;:]{0,60}như sau|(?:V/v|[Vv]ề việc) (?:tham gia |cho )?(?:góp ý|ý kiến)"
    r"|[Đđ]ề nghị[^.;:]{0,60}sửa(?: đổi)? thành"
)


def find(text: str, types: Sequence[TypeWord]) -> Iterator[Found]:
    """Every draft, in order."""
    for word in types:
        if not _may_end_draft(text[word.start - 2 : word.start - 1]):
            continue
        lead = _DRAFT.search(text, max(0, word.start - 26), word.start)
        if (
            lead is None
            or word.type == "Hợp đồng"
            or _is_plural(text, lead, word)
            or (_BILL.match(lead.group()) and word.type not in laws.TYPES)
        ):
            continue
        yield _read(text, lead.start(), word)


def _may_end_draft(letter: str) -> bool:
    """Whether "dự thảo", "dự án", "các" or "lần 2" can end so: a quick look, most type words stand alone."""
    return letter in "oOnNcC" or letter.isdecimal()


def _is_plural(text: str, lead: re.Match[str], word: TypeWord) -> bool:
    """ "dự thảo các văn bản", "dự án, dự thảo văn bản quy phạm pháp luật" name none."""
    return word.type == "Văn bản" and ("các" in lead.group() or _ANY.match(text, word.end) is not None)


def _read(text: str, start: int, word: TypeWord) -> Found:
    end = word.end
    if word.type in laws.TYPES and (name := laws.name_end(text, end + 1)) and text[end + 1].isupper():
        end = name
    draft = Found(
        start=start,
        end=end,
        kind=CitationKind.DRAFT,
        rule="draft",
        type=word.type,
        name=collapse(text[start:end]),
        head=start,
    )
    if of := _OF.match(text, end):
        phrase = issuers.at(text, of.end())
        if phrase:
            draft = draft._replace(end=phrase.end, issuer=phrase.name, issuer_route="after")
    if pinpoint := pinpoints.before(text, start):
        return draft._replace(start=pinpoint.start, pinpoint=pinpoint.text)
    if not _WITHIN.search(text, max(0, start - _LONGEST_WITHIN), start):
        return draft
    if apart := _APART.search(text, max(0, start - 180), start):
        return draft._replace(pinpoint=collapse(apart["run"]))
    return draft


# "dự án Luật Bảo hiểm y tế (sửa đổi)": the law of this name is in force
_REVISED = loose(r" \(?sửa đổi", re.IGNORECASE)


def planned_laws(text: str, found: Iterable[Found]) -> frozenset[str]:
    """Names of laws still to be passed: where a text says "dự thảo Luật X", its "Luật X" is none in force."""
    laws_ = (item for item in found if item.type in laws.TYPES and not _REVISED.match(text, item.end))
    return frozenset(_DRAFT_WORDS.sub("", item.name or "") for item in laws_)


def is_comment_letter(text: str) -> bool:
    """Whether a text comments on drafts (góp ý): then it comments on every draft that it speaks of."""
    return _COMMENTS.search(text) is not None
