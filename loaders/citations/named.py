"""Documents cited by name: laws, "Đề án 06", congress resolutions, approved plans, dated letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from graph.days import is_day
from graph.model import CitationKind
from graph.text import collapse
from loaders import dates, pinpoints
from loaders.agencies import issuers
from loaders.citations import attributes, laws
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.text.patterns import alternatives, loose
from loaders.text.phrases import phrase_groups

_WORDS = phrase_groups("citation_words.toml")
_SHORT = frozenset(_WORDS["short_number_types"])
# "Trường Đại học Luật Hà Nội", "Khoa Luật": names of bodies
_OF_LAW = loose(r"(?<!\w)(?:Đại học|Khoa|Trường|Viện|Hội|Công ty|Phòng|Tạp chí) $")
_STATE = loose(r" (?:của )?nước Cộng (?:hòa|hoà) xã hội chủ nghĩa Việt Nam", re.IGNORECASE)
_PLANS = frozenset({"Quy hoạch", "Chiến lược", "Đề án"})

_YEAR = loose(r" (?:năm )?(?P<year>(?:19|20)\d\d)(?![\w/\-]| ?- ?\d)")
# "Nghị quyết số 71 của Bộ Chính trị", "Đề án 06": a number without the issuer's part
# "Kế hoạch 100 ngày" counts days, "Công văn số 37 ngày 03/6/2026" has one
_COUNTED = rf" {alternatives(_WORDS['counted'])}\b(?! \d{{1,2}}(?:[/.\-]| tháng))"
_SHORT_NUMBER = loose(
    rf" (?P<so>số ?:? ?)?(?P<number>\d{{1,4}})(?![\d/%]|[.,\-]\d|\w| ?[/\-] ?\w|{_COUNTED})"
)
_BODY = loose(
    r" (?:của )?(?=Đại hội |Hội nghị (?:lần thứ |Trung ương )|Trung ương \d"
    r"|ĐẠI HỘI |HỘI NGHỊ (?:LẦN THỨ |TRUNG ƯƠNG ))"
)
_SAYS_WHICH = 3
"""Words of "Đại hội XIII": a bare "Nghị quyết Đại hội" does not say which."""
_TERM = loose(r",? \(?nhiệm kỳ \d{4} ?- ?\d{4}\)?")
_POLITICAL = loose(r" chính trị(?!\w)", re.IGNORECASE)
# "Quy hoạch mạng lưới đường bộ thời kỳ 2021 - 2030, tầm nhìn đến năm 2050", 'Đề án “Nâng cao …, đến năm 2030'
_VISION = r"(?:(?: ?, ?| và )(?i:tầm nhìn|định hướng) (?i:đến )?(?i:năm )?\d{4})"
_YEARS = r"\d{4} ?- ?\d{4}"
_PERIOD = loose(
    r" [“\"]?(?=[^\W\d_])[^.;:()“”\"|\d]{4,160}? ?,? (?:"
    rf"(?i:thời kỳ|giai đoạn) {_YEARS}{_VISION}?|(?i:đến năm) \d{{4}}{_VISION}?"
    rf"|(?i:nhiệm kỳ) (?:[XVI]{{1,5}} )?(?:{_YEARS}|\({_YEARS}\)))"
)
_APPROVED = loose(r" (?:đã )?được (?=[^.;]{2,60} (?:phê duyệt|ban hành|thông qua))")
_MADE_BY = loose(r",? do ")
_PARTY = loose(r" Đảng Cộng sản Việt Nam(?!\w)", re.IGNORECASE)
# plans still to be written are no documents yet: "xây dựng, trình phê duyệt Đề án …"
_DELIVERABLE = loose(
    rf"(?<!\w){alternatives(_WORDS['deliverable'])}(?: và [^\W\d_]+ [^\W\d_]+)? $", re.IGNORECASE
)
# "Xây dựng Luật Bảo hiểm y tế sửa đổi", "sau khi Luật Phòng, chống ma túy (sửa đổi) được Quốc hội thông qua"
_REVISED = loose(r" \(?sửa đổi\b(?!, bổ sung)", re.IGNORECASE)
_MADE = loose(r"(?<!\w)(?:xây dựng|soạn thảo|hoàn thiện) $", re.IGNORECASE)
_AHEAD = loose(r" \(sửa đổi\) (?:khi )?được Quốc hội thông qua", re.IGNORECASE)
PLAN = "approved_plan"
"""Rule of a plan by its name and period."""
REQUEST = "request"
"""Rule of a request without type and number."""
_REQUEST = loose(r"đề(?<!\w..) nghị của ")
_DATE_LEAD = loose(r",? (?=ngày)")


def find(text: str, types: Sequence[TypeWord]) -> Iterator[Found]:
    """Every document cited by name, in order of its type word, then requests without a type."""
    for word in types:
        for read in _readers(word.type):
            if found := read(text, word):
                yield _with_pinpoint(text, found)
                break
    for match in _REQUEST.finditer(text):
        if found := _request(text, match):
            yield found


@cache
def _readers(type_: str) -> Sequence[Callable[[str, TypeWord], Found | None]]:
    """What can make a name of a word of this type, the surest first."""
    readers = (
        (_law, laws.TYPES),
        (_constitution, ("Hiến pháp",)),
        (_short, _SHORT),
        (_congress, ("Nghị quyết", "Văn bản")),
        (_political, ("Báo cáo",)),
        (_plan, _PLANS),
        (_charter, ("Điều lệ",)),
    )
    return (*(read for read, types in readers if type_ in types), _dated)


def _made(text: str, start: int, end: int, rule: str, type_: str | None) -> Found:
    """A named mention with the attributes that follow it."""
    name = collapse(text[start:end])
    known = attributes.after(text, end)
    return Found(
        start=start,
        end=known.end,
        kind=CitationKind.NAMED,
        rule=rule,
        type=type_,
        date=known.date,
        issuer=known.issuer,
        issuer_route="after" if known.issuer else None,
        name=name,
        head=start,
    )


def _law(text: str, word: TypeWord) -> Found | None:
    if text[word.end : word.end + 1] not in (" ", "\n"):
        return None
    if _OF_LAW.search(text, max(0, word.start - 12), word.start):
        return None
    if text[word.start].isupper():
        end = laws.name_end(text, word.end + 1)
    else:  # "luật Đất đai"
        end = laws.known_end(text, word.end + 1) if text[word.end + 1].isupper() else None
    if end is None:
        return None
    if _AHEAD.match(text, end) or (
        _REVISED.match(text, end) and _MADE.search(text, word.start - 12, word.start)
    ):
        return None
    year = _YEAR.match(text, end)
    made = _made(text, word.start, end, "law_name", word.type)
    if year and not made.date:
        return made._replace(end=year.end(), date=year["year"])
    return made


def _charter(text: str, word: TypeWord) -> Found | None:
    """ "Điều lệ Đảng Cộng sản Việt Nam"; "Điều lệ" and "Điều lệ Đảng" alone are no names."""
    party = _PARTY.match(text, word.end)
    return _made(text, word.start, party.end(), "charter", word.type) if party else None


def _constitution(text: str, word: TypeWord) -> Found | None:
    if not text[word.start].isupper():
        return None
    state = _STATE.match(text, word.end)
    end = state.end() if state else word.end
    made = _made(text, word.start, end, "constitution", word.type)
    year = _YEAR.match(text, end)
    return made._replace(end=year.end(), date=year["year"]) if year and not made.date else made


def _short(text: str, word: TypeWord) -> Found | None:
    if not text[word.start].isupper():
        return None
    number = _SHORT_NUMBER.match(text, word.end)
    if number is None or (not number["so"] and len(number["number"]) < 2):
        return None
    return _made(text, word.start, number.end(), "short_number", word.type)


def _congress(text: str, word: TypeWord) -> Found | None:
    """ "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ I, nhiệm kỳ 2025 - 2030"."""
    body = _BODY.match(text, word.end)
    phrase = issuers.at(text, body.end()) if body else None
    if body is None or phrase is None or len(phrase.name.split()) < _SAYS_WHICH:
        return None
    term = _TERM.match(text, phrase.end)
    end = term.end() if term else phrase.end
    made = Found(
        start=word.start,
        end=end,
        kind=CitationKind.NAMED,
        rule="congress",
        type=word.type,
        name=collapse(text[word.start : end]),
        head=word.start,
    )
    of = "của" in body.group()
    return made._replace(issuer=phrase.name, issuer_route="after") if of else made


def _political(text: str, word: TypeWord) -> Found | None:
    """ "Báo cáo chính trị"."""
    match = _POLITICAL.match(text, word.end) if text[word.start].isupper() else None
    return _made(text, word.start, match.end(), "political_report", word.type) if match else None


def _plan(text: str, word: TypeWord) -> Found | None:
    if not text[word.start].isupper():
        return None
    period = _PERIOD.match(text, word.end)
    approved = _APPROVED.match(text, period.end()) if period else None
    if period is None or not (approved or _is_document(text, word)):
        return None
    made = _made(text, word.start, period.end(), PLAN, word.type)
    if _MADE_BY.match(text, period.end()):  # "Quyết định A phê duyệt Đề án B do X ban hành": X made A
        return made._replace(end=period.end(), issuer=None, issuer_route=None)
    phrase = issuers.at(text, approved.end()) if approved else None
    return made._replace(issuer=phrase.name, issuer_route="after") if phrase else made


def _is_document(text: str, word: TypeWord) -> bool:
    """Whether a plan is no text still to be written."""
    return _DELIVERABLE.search(text, max(0, word.start - 60), word.start) is None


def _dated(text: str, word: TypeWord) -> Found | None:
    """ "Tờ trình ngày 12/3/2025 của Sở Nội vụ", "Công văn của Bộ Y tế ngày …": type, issuer and full date."""
    known = attributes.after(text, word.end)
    if known.issuer is None or known.date is None or not is_day(known.date):
        return None
    return _made(text, word.start, word.end, "issuer_and_date", word.type)


def _request(text: str, match: re.Match[str]) -> Found | None:
    """ "đề nghị của Sở Khoa học và Công nghệ ngày 03/9/2025": a request without type and number."""
    phrase = issuers.at(text, match.end())
    lead = _DATE_LEAD.match(text, phrase.end) if phrase else None
    date = dates.at(text, lead.end()) if lead else None
    if phrase is None or date is None or not is_day(date.iso):
        return None
    return Found(
        start=match.start(),
        end=date.end,
        kind=CitationKind.NAMED,
        rule=REQUEST,
        date=date.iso,
        issuer=phrase.name,
        issuer_route="after",
        name=collapse(text[match.start() : date.end]),
        head=match.start(),
    )


def _with_pinpoint(text: str, found: Found) -> Found:
    pinpoint = pinpoints.before(text, found.start)
    if pinpoint is None:
        apart = pinpoints.apart(text, found.start, found.end)
        return found._replace(pinpoint=apart) if apart else found
    return found._replace(start=pinpoint.start, pinpoint=pinpoint.text)
