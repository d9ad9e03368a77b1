"""What stands before a citation: who issued it ("của X tại", "X đã thông qua", a bracket head), and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.days import is_day
from graph.model import CitationKind
from loaders import dates
from loaders.agencies import issuers
from loaders.agencies.issuers import UPPER, Phrase
from loaders.citations import laws, type_words
from loaders.citations.found import Found
from loaders.text.patterns import loose
from loaders.text.sentences import Sentences

_WINDOW = 320
_SHORTEST = 4
"""Letters of the shortest words that can state an issuer or a day: the joints of a list state nothing."""
_LAST_WORDS = ("tại", "các", "ban hành", "ban\nhành", "thông qua", "thông\nqua", "có", "ra", ":")
"""What ends the words that say who acts: "đề nghị của X tại các", "X đã ban hành", "X tại kỳ họp: "."""
_LONGEST_WORD = len("thông qua ")
# who speaks "tại Luật Đất đai" has not passed it
_AT = loose(r"(?<!\w)[Tt]ại $")
# "các văn bản chỉ đạo của Chủ tịch UBND tỉnh (Kế hoạch số …", "văn bản hướng dẫn của Bộ Nội vụ: Công văn …"
_OPENED = loose(r" ?[(:] ?(?:[Tt]ại |[Tt]heo |gồm |các )?$")
# "các quy định hiện hành của tỉnh Lào Cai (Quyết định số 49/2021/QĐ-UBND": a province has one committee
_PLACE = loose(rf" (?:của|và) (?P<name>(?:tỉnh|thành phố)(?: [{UPPER}][^\W\d_]{{0,8}}){{2,4}}) \($")
_LOCAL = re.compile(r"UBND|HĐND")
_LONGEST_PLACE = 60
_RECENT = 8
"""Documents that are looked back over for a numbered one."""
_THEN = loose(r", ")
_OF = loose(r" (?:của|do) $", re.IGNORECASE)
_HAS_WRITTEN = loose(r" (?:đã )?(?:có|ban hành|gửi) (?:các |nhiều )?(?:văn bản|công văn)(?!\w)")
_ON_DAY = loose(r"[Nn](?<!\w.)gày (?=\d)")
_ISSUED = loose(r" (?:đã )?(?:ký )?(?:ban hành|thông qua|có) ")
_DAY_THEN = loose(r", (?P<place>tại )?")


def complete(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Issuer and date that the words before a citation state, where the citation itself does not."""
    done: list[Found] = []
    for item in found:
        floor = max(done[-1].end if done else 0, sentences.around(item.head)[0], item.start - _WINDOW)
        if item.start - floor < _SHORTEST:
            done.append(item)
            continue
        issued = _issued(text, item, floor)
        if issued.issuer is None and item.symbol:
            begins = max(sentences.around(item.head)[0], item.start - _WINDOW)
            issued = _acted(text, item, begins, _last_numbered(done, begins))
        done.append(_dated(text, issued, floor))
    return done


def _last_numbered(done: Sequence[Found], start: int) -> int:
    """Where the last document but a plan ends: a plan that was approved "tại" the next one is its object."""
    last = next((item.end for item in reversed(done[-_RECENT:]) if item.kind is not CitationKind.NAMED), 0)
    return max(last, start)


def _acted(text: str, item: Found, begins: int, floor: int) -> Found:
    """Who decided "tại" the document since `floor`, or is named by its symbol in the same sentence."""
    if not _AT.search(text, max(floor, item.start - 5), item.start):
        return item
    phrase = issuers.doing(text, floor, item.start, symbol=item.symbol)
    phrase = phrase or issuers.named(text, begins, item.start, symbol=item.symbol)
    if phrase is None and text[item.start - 4] == "T":  # "Tại Báo cáo số 16/BC-STP, Sở Tư pháp …"
        then = _THEN.match(text, item.end)
        following = issuers.at(text, then.end()) if then else None
        phrase = following if following and issuers.names(following.name, item.symbol) else None
    return item._replace(issuer=phrase.name, issuer_route="before") if phrase else item


def _issued(text: str, item: Found, floor: int) -> Found:
    if item.issuer:
        return item
    phrase = None
    if _word_before(text, floor, item.start).endswith(_LAST_WORDS):
        phrase = issuers.before(text, floor, item.start, symbol=item.symbol)
    if phrase and not (item.type in laws.TYPES and _AT.search(text, floor, item.start)):
        return item._replace(issuer=phrase.name, issuer_route="before")
    if phrase := _heading(text, item, floor) or _place(text, item, floor):
        return item._replace(issuer=phrase.name, issuer_route="heading")
    return item


def _word_before(text: str, floor: int, end: int) -> str:
    """The last letters before a citation, without the blank."""
    return text[max(floor, end - _LONGEST_WORD) : end - 1]


def _heading(text: str, item: Found, floor: int) -> Phrase | None:
    """The issuer in the words that open a bracket or a list."""
    opened = _OPENED.search(text, max(floor, item.start - 12), item.start)
    if opened is None:
        return None
    phrases = list(issuers.within(text, floor, opened.start()))
    for phrase in reversed(phrases):
        if issuers.fits(phrase.name, item.symbol) is False:
            continue
        written = _HAS_WRITTEN.match(text, phrase.end, opened.start())
        if written or _of_document(text, item, phrase, floor, opened.start()):
            return phrase
    return None


def _place(text: str, item: Found, floor: int) -> Phrase | None:
    """The province before a bracket with a document of its committee or council."""
    if not _LOCAL.search(item.symbol or ""):
        return None
    found = _PLACE.search(text, max(floor, item.start - _LONGEST_PLACE), item.start)
    return Phrase(found.start("name"), found.end("name"), found["name"]) if found else None


def _of_document(text: str, item: Found, phrase: Phrase, floor: int, opened: int) -> bool:
    """Whether it says whose documents these are: "các văn bản của X (", "Tờ trình của X về … (Tờ trình"."""
    if not _OF.search(text, floor, phrase.start):
        return False
    nouns = list(type_words.find(text, floor, phrase.start))
    if nouns and phrase.end >= opened - 1:
        return True
    return bool(nouns) and nouns[-1].type == item.type and nouns[-1].end >= phrase.start - len(" của ")


def _dated(text: str, item: Found, floor: int) -> Found:
    """ "Ngày 16/6/2025, Quốc hội đã thông qua …" and "Ngày 22/10/2025, tại Thông báo …" date the document."""
    if item.date or text.find("gày", floor, item.start) < 0:
        return item
    days = list(_ON_DAY.finditer(text, floor, item.start))
    date = dates.at(text, days[-1].start()) if days else None
    if date is None or not is_day(date.iso):
        return item
    then = _DAY_THEN.match(text, date.end, item.start)
    if then is None:
        return item
    if then["place"] and then.end() == item.start:
        return item._replace(date=date.iso)
    phrase = issuers.at(text, then.end())
    if phrase and item.issuer_route == "before" and _issued_act(text, phrase.end, item.start):
        return item._replace(date=date.iso)
    return item


def _issued_act(text: str, start: int, end: int) -> bool:
    return _ISSUED.fullmatch(text, start, end) is not None
