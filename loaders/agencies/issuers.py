"""Issuer phrases: where "của Bộ Khoa học và Công nghệ hướng dẫn …" ends, and who stands before "tại".

The words that end a phrase, and the names that hold "về", "," or "và", are data: issuer_phrases.toml.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.text import collapse
from loaders.text.patterns import alternatives, loose
from loaders.text.phrases import phrase_groups

UPPER = "".join(
    c for c in map(chr, range(0x41, 0x1EFA)) if c.isupper() and unicodedata.name(c, "").startswith("LATIN")
)
"""Capital letters of the Latin script. The range A-ỹ is no alphabet: it mixes both cases."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An issuer as printed, white space collapsed, and its place."""

    start: int
    end: int
    name: str


def _any(*groups: str) -> str:
    """Source of a pattern for every phrase of some groups of the data."""
    found = phrase_groups("issuer_phrases.toml")
    return alternatives(phrase for group in groups for phrase in found[group])


# "TP. Hồ Chí Minh" keeps its full stop; a slash belongs to a name ("UBND/Chủ tịch"), not before a figure
_WORD = r"(?:(?:TP|Tp|T|Q|P)\.(?= ?\w) ?)?[^\s,;.:()\[\]“”\"|…/*]+(?:/(?=\D)[^\s,;.:()\[\]“”\"|…/]+)?"
_PLACES = rf"(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) [{UPPER}]"


@cache
def _ends(*, capitals: bool) -> str:
    """What ends a phrase before a word; in an all-capital title the stops are capitals too."""
    closed = "|".join(f"(?<={name} )" for name in phrase_groups("issuer_phrases.toml")["closed"])
    numbered = rf"{_any('numbered_documents')} (?:số |của |này(?!\w)|\d)"
    document = rf"(?:(?:{_any('documents')}|Luật(?! sư))(?!\w)|{numbered})"
    ends = (
        rf"(?i:{_any('stops')})(?!\w)" if capitals else rf"{_any('stops')}(?!\w)",
        rf"(?i:{_any('title_verbs')})(?!\w)",
        # not "Cục⏎Quản lý môi trường y tế"
        rf"(?<=\n)(?<!Cục\n)(?<!Ban\n)(?<!Sở\n)(?<!Bộ\n)(?<!Vụ\n)(?i:{_any('stops', 'line_stops')})(?!\w)",
        r"(?:Khoản|Điều|Điểm|Mục|Phụ lục) [\dIVX]",
        r"(?<=\n)\d{1,2}[.)]|\d{1,2}/|\d{1,6}[-/][^\W\d_]",  # an item, a date, the next number
        rf"(?:và )?{document}",
        # "Sở Khoa học và Công nghệ" goes on after "và", "Bộ Tài chính và Ủy ban …" does not
        rf"và {_any('heads')}|và (?![{UPPER}])|- (?![{UPPER}])",
        # nothing but a title or a clause follows these: "của Chính phủ trừ đi tuổi"
        rf"(?:{closed})(?!(?i:khóa|khoá|nhiệm kỳ)(?!\w)|[{UPPER}\d])",
        # "của Chính phủ Biểu thuế nhập khẩu …"; a person follows only "Thủ tướng Chính phủ"
        r"(?<=(?<!tướng )Chính phủ )(?!(?i:khóa|khoá|nhiệm kỳ|Việt Nam|nước|Cộng|Hoàng)(?!\w)|\d)",
        # "Đại hội đại biểu toàn quốc lần thứ XIV của Đảng"
        r"của(?! (?:Đảng|Chính phủ|Thủ tướng|Quốc hội|Trung ương|tỉnh|Tỉnh))",
    )
    return "|".join(ends)


@cache
def _phrase(*, capitals: bool) -> re.Pattern[str]:
    """One issuer phrase: word by word, over names that hold "về", "," or "và", to the first end."""
    one = rf"(?:(?i:{_any('joined')})(?!\w)|(?!{_ends(capitals=capitals)}){_WORD})"
    term = r"(?: \((?:khóa|khoá) [XVI]{1,5}\))?"
    return loose(rf"{one}(?:(?: |, (?={_PLACES})){one}){{0,28}}{term}")


def at(text: str, position: int) -> Phrase | None:
    """The issuer phrase that begins here."""
    if position >= len(text) or not (
        text[position].isupper() or text.startswith(("các ", "liên "), position)
    ):
        return None
    letters = [c for c in text[position : position + 12] if c.isalpha()]
    match = _phrase(capitals=all(c.isupper() for c in letters)).match(text, position)
    if match is None:
        return None
    end = match.end()
    while text[end - 1] in "-–& \n":
        end -= 1
    return Phrase(position, end, collapse(_PAGE.sub(" ", text[position:end])))


_PAGE = re.compile(r"\n\d{1,3}\n|\|")
"""A page number between two lines of a name, a wall between two cells."""


@cache
def _head() -> re.Pattern[str]:
    return loose(rf"(?<!\w)(?!Hội trường){_any('heads')}(?!\w)")


def within(text: str, start: int, end: int) -> Iterator[Phrase]:
    """Every agency phrase between two places, left to right, each as long as it runs."""
    position = start
    while match := _head().search(text, position, end):
        phrase = at(text, match.start())
        if phrase is None or phrase.end > end:
            position = match.end()
            continue
        yield phrase
        position = phrase.end


_ISSUED = loose(r" (?:(?:đã|vừa|mới|tiếp tục) )?(?:ký )?(?:ban hành|thông qua|có|ra) $")
_JOINT = loose(r",? (?:và )?")
# "đã được Chính phủ trình Quốc hội tại Tờ trình": the second only receives it
_SUBMITS = loose(r" (?:đã )?(?:trình|báo cáo|gửi|đề nghị|kiến nghị) ")
# a province that speaks for itself: "như báo cáo của Tỉnh tại Văn bản số"
_PLACE = loose(r"của (?P<name>Tỉnh|Thành phố|Huyện|Xã) tại $")


@cache
def _acts_at() -> re.Pattern[str]:
    """ "… tiếp tục chỉ đạo tại các …", "… (trước khi hợp nhất) tại nội dung …", from the issuer on."""
    aside = r"(?: \([^()]{1,120}\))?"
    return loose(
        rf"(?:,? {_any('acts')}){{0,5}}{aside} tại (?:nội dung )?(?:các )?(?:[^\W\d_]+ [^\W\d_]+ ?: )?$"
    )


@cache
def _does_at() -> re.Pattern[str]:
    """ "… đã phê duyệt Quy hoạch … tại", from the issuer on: what is done with an object."""
    return loose(rf" (?:đã |vừa |mới ){_any('decides')} [^.;:()]{{2,240}} tại $")


def doing(text: str, start: int, end: int, *, symbol: str | None) -> Phrase | None:
    """Who has decided something "tại" the document at `end`: "X đã phê duyệt Quy hoạch … tại"."""
    last = next(reversed(list(within(text, start, end))), None)
    if last is None or fits(last.name, symbol) is False:
        return None
    return last if _does_at().fullmatch(text, last.end, end) else None


def named(text: str, start: int, end: int, *, symbol: str | None) -> Phrase | None:
    """The last body between two places that a symbol names by its initials, whatever it does."""
    return next((one for one in reversed(list(within(text, start, end))) if names(one.name, symbol)), None)


def names(name: str, symbol: str | None) -> bool:
    """Whether a symbol spells the initials of a body: 12/SNNMT-VP and Sở Nông nghiệp và Môi trường."""
    letters = initials(name)
    return len(letters) >= 3 and letters in _GROUPS.split(symbol or "")[1:]


def before(text: str, start: int, end: int, *, symbol: str | None) -> Phrase | None:
    """Who acts on the document at `end`: "đề nghị của X tại", "X đã thông qua"; the fitting one of two."""
    tail = text[max(start, end - 5) : end]
    if not tail.endswith((" ", "\n")):
        return None
    if place := _PLACE.search(text, max(start, end - 24), end):
        return Phrase(place.start("name"), place.end("name"), place["name"])
    found = list(within(text, max(start, end - 260), end))
    if not found:
        return None
    rest = text[found[-1].end : end]
    if not (_acts_at().fullmatch(rest) or _ISSUED.fullmatch(rest)):
        return None
    if len(found) > 1 and _SUBMITS.fullmatch(text, found[-2].end, found[-1].start):
        found.pop()
    return _fitting(text, found, symbol)


def _fitting(text: str, found: list[Phrase], symbol: str | None) -> Phrase | None:
    """Of "Chính phủ, Thủ tướng Chính phủ" the one that the symbol names; none if all contradict it."""
    group = [found[-1]]
    for phrase in reversed(found[:-1]):
        if not _JOINT.fullmatch(text[phrase.end : group[0].start]):
            break
        group.insert(0, phrase)
    fitting = [p for p in group if fits(p.name, symbol) is not False]
    sure = [p for p in group if fits(p.name, symbol)]
    if sure:
        return sure[0]
    if len(fitting) == len(group) and len(group) == 2 and symbol is None:
        return Phrase(group[0].start, group[1].end, collapse(text[group[0].start : group[1].end]))
    return fitting[-1] if fitting else None


_ONE_BODY = {"TTg": "thủ tướng chính phủ", "CP": "chính phủ", "VPCP": "văn phòng chính phủ", "QH": "quốc hội"}
"""Organ codes that only one body uses."""
_PARTY = frozenset({"TW", "TU", "ĐU", "HU"})
_GROUPS = re.compile(r"[/\-]")
_SESSION = re.compile(r"(?<=QH)\d+$")
_COMMITTEE = loose(r"ubnd|[uủ][yỷ] ban nhân dân|uỷ ban nhân dân")


def fits(name: str, symbol: str | None) -> bool | None:
    """Whether the organ of a symbol is this body: True, False, or None where the code does not tell."""
    if symbol is None:
        return None
    plain = collapse(name).lower()
    codes = [_SESSION.sub("", group) for group in _GROUPS.split(symbol)[1:]]
    for code in codes:
        if (sure := _is(code, name, plain)) is not None:
            return sure
    committee = _COMMITTEE.search(plain) is not None
    if any("UBND" in code for code in codes):
        return None if plain.startswith(("tỉnh ", "thành phố ")) else committee
    other = plain in _ONE_BODY.values() or (committee and not plain.startswith("văn phòng"))
    return False if other and any(len(code) >= 3 and code.isalpha() for code in codes) else None


def _is(code: str, name: str, plain: str) -> bool | None:
    """Whether this one code names the body; None where it may be a type or a unit."""
    if code in _ONE_BODY:
        return plain == _ONE_BODY[code] or (code == "QH" and plain.startswith("quốc hội"))
    if code in _PARTY and (plain in _ONE_BODY.values() or _COMMITTEE.search(plain)):
        return False
    if code.startswith("VP"):  # an Office signs for itself: TB-VPCP is no paper of the Prime Minister
        return plain.startswith(("văn phòng", "vp"))
    return True if len(code) >= 3 and code.replace("TW", "TƯ") == initials(name) else None


def initials(name: str) -> str:
    """First letters of the words that count: Bộ Nông nghiệp và Môi trường gives BNNMT."""
    words = [w for w in re.split(r"[\s,\-&]+", name) if w and w.lower() != "và"]
    return "".join(w[0].upper() for w in words)
