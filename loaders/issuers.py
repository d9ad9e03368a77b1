"""Issuer phrases: where "của Bộ Khoa học và Công nghệ hướng dẫn …" ends, and who stands before "tại".

The words that end a phrase, and the names that hold "về", "," or "và", are data: issuer_phrases.toml.
"""

from __future__ import annotations

import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.text import collapse
from loaders.patterns import alternatives, loose

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


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    with files("graph").joinpath("data", "issuer_phrases.toml").open("rb") as table:
        return tomllib.load(table)


# a further document begins here: "của Bộ Tài chính và Nghị quyết số …", "của Chính phủ, Công điện số …"
_DOCUMENT = (
    r"(?:Công văn|Nghị quyết|Nghị định|Quyết định|Thông tư|Công điện|Chỉ thị|Luật(?! sư)|Tờ trình|Pháp lệnh"
    r"|(?:Thông báo|Kết luận|Báo cáo|Văn bản|Hướng dẫn|Chương trình(?: hành động)?"
    r"|Quy định|Đề án|Kế hoạch)(?= (?:số |\d))|Kính gửi|V/v)"
)
_WORD = r"(?:(?:TP|Tp|T|Q|P)\.(?= ?\w) ?)?[^\s,;.:()\[\]“”\"|…/*]+(?:/(?=\D)[^\s,;.:()\[\]“”\"|…/]+)?"


@cache
def _phrase(*, capitals: bool) -> re.Pattern[str]:
    """One issuer phrase; in an all-capital title the stops are capitals too."""
    data = _data()
    joined = rf"(?i:{alternatives(data['joined']['phrases'])})(?!\w)"
    flags = "i" if capitals else "-i"
    stops = (
        rf"(?{flags}:{alternatives(data['stops']['phrases'])})(?!\w)"
        if capitals
        else rf"{alternatives(data['stops']['phrases'])}(?!\w)"
    )
    titles = rf"(?i:{alternatives(data['title_verbs']['phrases'])})(?!\w)"
    line_stops = (
        rf"(?<=\n)(?i:{alternatives([*data['stops']['phrases'], *data['line_stops']['phrases']])})(?!\w)"
    )
    of = r"của(?! (?:Đảng|Chính phủ|Thủ tướng|Quốc hội|Trung ương|tỉnh|Tỉnh))"
    heads = alternatives(data["heads"]["words"])
    one = rf"(?:{joined}|(?!{stops}|{titles}|{line_stops}|{of}|(?<=\n)\d{{1,2}}[.)]|{_DOCUMENT}(?!\w)|và {_DOCUMENT}|\d{{1,2}}/|và {heads}|và (?![{UPPER}])|- (?![{UPPER}])){_WORD})"
    places = r"(?i:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    between = rf"(?: |, (?={places} [{UPPER}]))"
    term = r"(?: \((?:khóa|khoá) [XVI]{1,5}\))?"
    return loose(rf"{one}(?:{between}{one}){{0,28}}{term}")


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
    return Phrase(position, end, collapse(text[position:end].replace("|", " ")))


@cache
def _head() -> re.Pattern[str]:
    return loose(rf"(?<!\w){alternatives(_data()['heads']['words'])}(?!\w)")


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


_VERB = (
    r"(?:đã|vừa|mới|tiếp tục|chỉ đạo|giao|yêu cầu|kết luận|ban hành|thông qua|có|hướng dẫn|ký|tổ chức|lấy ý kiến|đề nghị|kiến nghị"
    r"|báo cáo|thông báo|nêu|trình|quy định|phê duyệt|ý kiến|công bố|cho ý kiến|xin ý kiến|đề xuất|phân công|thống nhất|điều hành|gửi)"
)
_VERBS_AT = loose(rf"(?:,? {_VERB}){{0,5}} tại (?:các )?$")
_ISSUED = loose(r" (?:(?:đã|vừa|mới|tiếp tục) )?(?:ký )?(?:ban hành|thông qua|có|ra) $")
_JOINT = loose(r",? (?:và )?")


def before(text: str, start: int, end: int, *, symbol: str | None) -> Phrase | None:
    """Who acts on the document named at `end`: "đề nghị của X tại", "X đã thông qua"; the fitting one of two."""
    tail = text[max(start, end - 5) : end]
    if not tail.endswith((" ", "\n")):
        return None
    found = list(within(text, max(start, end - 260), end))
    for index in range(len(found) - 1, -1, -1):
        rest = text[found[index].end : end]
        if not (_VERBS_AT.fullmatch(rest) or _ISSUED.fullmatch(rest)):
            return None
        return _fitting(text, found[: index + 1], symbol)
    return None


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
_COMMITTEE = loose(r"ubnd|[uủ][yỷ] ban nhân dân|uỷ ban nhân dân")


def fits(name: str, symbol: str | None) -> bool | None:
    """Whether the organ of a symbol is this body: True, False, or None where the code does not tell."""
    if symbol is None:
        return None
    plain = collapse(name).lower()
    groups = [re.sub(r"(?<=QH)\d+$", "", group) for group in re.split(r"[/\-]", symbol)[1:]]
    for code in groups:
        if code in _ONE_BODY:
            return plain == _ONE_BODY[code] or (code == "QH" and plain.startswith("quốc hội"))
        if code.startswith("VP"):  # an Office signs for itself: TB-VPCP is no paper of the Prime Minister
            return plain.startswith(("văn phòng", "vp"))
        if len(code) >= 3 and code == initials(name):
            return True
    committee = _COMMITTEE.search(plain) is not None
    if any("UBND" in code for code in groups):
        return committee
    if plain in _ONE_BODY.values() or (committee and not plain.startswith("văn phòng")):
        return False if any(len(code) >= 3 and code.isalpha() for code in groups) else None
    return None


def initials(name: str) -> str:
    """First letters of the words that count: Bộ Nông nghiệp và Môi trường gives BNNMT."""
    words = [w for w in re.split(r"[\s,\-&]+", name) if w and w.lower() != "và"]
    return sys.intern("".join(w[0].upper() for w in words))
