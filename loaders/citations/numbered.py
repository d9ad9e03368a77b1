"""Citations with a number: anchored on the symbol, read back to the type word and on to date and issuer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.model import CitationKind
from loaders import dates, pinpoints
from loaders.agencies import issuers
from loaders.agencies.issuers import UPPER
from loaders.citations import attributes, laws
from loaders.citations.footnote_marks import FootnoteMarks
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord, abbreviations
from loaders.symbols import SymbolSpan
from loaders.text.patterns import alternatives, any_case, loose
from loaders.text.phrases import phrase_groups

_REACH = 180
"""From the type word to the number: "Luật <name of forty words> số 69/2014/QH13"."""

_NUMBER_WORD = r"(?:(?i:số|sô|só|so) ?[:.]? ?)"
_SO = loose(rf"(?<!\w){_NUMBER_WORD}$", re.IGNORECASE)
# "Công văn số", "Quyết định số:", "Báo cáo thẩm định (lần 2) số"; not "Các công điện: số 217", a heading
_DIRECT = loose(rf"(?: \([^()]{{1,24}}\))? ?{_NUMBER_WORD}?", re.IGNORECASE)
# "Kế hoạch thanh tra số", "Báo cáo giải trình, tiếp thu số": lower-case words that say which kind
_CLAUSE = alternatives(phrase_groups("citation_words.toml")["clause"])
_KIND = rf",? (?!{_CLAUSE} |[{UPPER}])[^\W\d_]+"
_QUALIFIED = loose(
    rf"(?:{_KIND}(?:,? (?!{_CLAUSE} )[^\W\d_]+){{0,7}}|(?: (?!SỐ )[{UPPER}]+){{1,7}}),? {_NUMBER_WORD}"
)
# the name of a law, with its commas: "Luật Phòng, chống tham nhũng số 36/2018/QH14"
_LAW_NAME = loose(
    rf" (?!số )[^;.:()“”|\d]{{3,160}}? (?:\(sửa đổi\) )?{_NUMBER_WORD}?(?:năm \d{{4}},? {_NUMBER_WORD})?"
)
_THEN_NUMBER = loose(rf",? {_NUMBER_WORD}?", re.IGNORECASE)
_DATED_BEFORE = loose(r"(?: [^\W\d_A-Z]+){0,3} (?=(?:đề )?ngày)")
_ABBREVIATED = loose(
    rf"(?<![\w/\-])(?P<word>{'|'.join(sorted(abbreviations(), key=len, reverse=True))}) {_NUMBER_WORD}?$"
)
_FORMS = ("mẫu", "biểu", "phụ lục", "bảng", "quy chuẩn", "QCVN", "TCVN", "mã")
_FORM = loose(rf"{any_case(_FORMS)} (?:(?i:số) ?:? ?)?$")
# "QĐ số 1656 và 1662/QĐ-UBND", "Thông tư số 01, 02/2023/TT-VPCP": the last symbol lends its tail
_AND = r"(?:, ?(?:và )?| và )"
_ELLIPTIC = loose(
    rf"(?<!\w){_NUMBER_WORD}(?P<numbers>\d{{1,5}}(?:{_AND}\d{{1,5}}){{0,9}}){_AND}(?:số )?$",
    re.IGNORECASE,
)
_LINKED = loose(rf"\d{_AND}(?:(?i:số) )?$", re.IGNORECASE)
_LONGEST_LINK = len("6, và số ")
_TAIL = loose(r"[/\-].*$", re.DOTALL)


def find(text: str, symbols: Sequence[SymbolSpan], types: Sequence[TypeWord]) -> Iterator[Found]:
    """Every numbered citation, in order. Its relation and shared fields come later."""
    ends = [word.end for word in types]
    marks = FootnoteMarks(text, symbols)
    floor = 0
    for span in symbols:
        if _FORM.search(text, max(floor, span.start - 24), span.start):
            continue
        low = max(floor, span.start - _REACH)
        first = bisect_left(ends, low)
        near = types[first : bisect_left(ends, span.start + 1)]
        last = None
        for last in _read(text, span, near, floor, marks):
            yield last
        floor = last.end if last else span.end


def _read(
    text: str, span: SymbolSpan, near: Sequence[TypeWord], floor: int, marks: FootnoteMarks
) -> Iterator[Found]:
    """The citation of one symbol, with the shortened numbers before it."""
    symbol, end = marks.without_mark(span)
    elliptic = None
    if _LINKED.search(text, max(floor, span.start - _LONGEST_LINK), span.start):
        elliptic = _ELLIPTIC.search(text, max(floor, span.start - 80), span.start)
    head_end = elliptic.start() if elliptic else span.start
    head, type_, stated = _head(text, head_end, near, floor)
    known = attributes.after(text, span.end, symbol=symbol)
    end = known.end if known.end > span.end else end
    issuer = known.issuer or stated[1]
    pinpoint = pinpoints.before(text, head, floor=floor) if head < span.start else None
    start = pinpoint.start if pinpoint else head
    found = Found(
        start=start,
        end=end,
        kind=CitationKind.NUMBERED,
        rule="number",
        type=type_,
        symbol=symbol,
        date=known.date or stated[0],
        issuer=issuer,
        issuer_route="after" if issuer else None,
        pinpoint=pinpoint.text if pinpoint else pinpoints.apart(text, head, end, floor=floor),
        head=head,
    )
    if elliptic is None:
        yield found
        return
    yield from _shortened(found, elliptic, span)


def _shortened(found: Found, elliptic: re.Match[str], span: SymbolSpan) -> Iterator[Found]:
    """One citation for each number of "số 1656 và 1662/QĐ-UBND"; all share type, tail, date and issuer."""
    tail = _TAIL.search(found.symbol or "")
    numbers = list(re.finditer(r"\d+", elliptic["numbers"]))
    offset = elliptic.start("numbers")
    start = found.start
    for number in numbers:
        yield Found(
            start=start,
            end=offset + number.end(),
            kind=found.kind,
            rule="shared_tail",
            type=found.type,
            symbol=number.group() + (tail.group() if tail else ""),
            date=found.date,
            issuer=found.issuer,
            issuer_route="distributed" if found.issuer else None,
            pinpoint=found.pinpoint,
            head=start,
        )
        start = offset + number.end() + 1
    yield Found(
        start=span.start,
        end=found.end,
        kind=found.kind,
        rule="number",
        type=found.type,
        symbol=found.symbol,
        date=found.date,
        issuer=found.issuer,
        issuer_route=found.issuer_route,
        head=span.start,
    )


Stated = tuple[str | None, str | None]
"""Date and issuer that stand between the type word and the number."""


def _head(text: str, end: int, near: Sequence[TypeWord], floor: int) -> tuple[int, str | None, Stated]:
    """Where the citation's own words begin, its type, and what stands between type and number."""
    for index in range(len(near) - 1, max(-1, len(near) - 4), -1):
        word = near[index]
        if word.start < floor or word.end > end:
            continue
        stated = _between(text, word, end)
        if stated is None:
            continue
        if whole := _law_around(text, word, near[:index], floor):
            return whole.start, whole.type, stated
        if index and _is_qualifier(text, near[index - 1], word):
            word = near[index - 1]
        return word.start, word.type, stated
    if match := _ABBREVIATED.search(text, max(floor, end - 14), end):
        return match.start("word"), abbreviations()[match["word"]], (None, None)
    if match := _SO.search(text, max(floor, end - 8), end):
        return match.start(), None, (None, None)
    return end, None, (None, None)


def _law_around(text: str, word: TypeWord, before: Sequence[TypeWord], floor: int) -> TypeWord | None:
    """The law whose name holds the word: "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"."""
    if text[word.start].isupper():
        return None
    for law in reversed(before):
        if law.start >= floor and law.type in laws.TYPES:
            end = laws.name_end(text, law.end + 1)
            return law if end and end >= word.end else None
    return None


def _is_qualifier(text: str, before: TypeWord, word: TypeWord) -> bool:
    """In "văn bản hướng dẫn số" and "Thông báo kết luận số" the first word is the type."""
    return text[before.end : word.start] in (" ", "\n") and text[word.start].islower()


def _between(text: str, word: TypeWord, end: int) -> Stated | None:
    """Date and issuer between type word and number, None if something else stands there."""
    start = word.end
    if _DIRECT.fullmatch(text, start, end) or _QUALIFIED.fullmatch(text, start, end):
        return None, None
    if word.type in laws.TYPES and _LAW_NAME.fullmatch(text, start, end):
        return None, None
    if lead := _DATED_BEFORE.match(
        text, start, end
    ):  # "văn bản đề ngày 29 tháng 10 năm 2025 số 16/CV-HHTACN"
        date = dates.at(text, lead.end())
        if date and _THEN_NUMBER.fullmatch(text, date.end, end):
            return date.iso, None
    if (
        text[start : start + 5].replace("\n", " ").lower() == " của "
    ):  # "Quyết định của UBND tỉnh số 11/2026/QĐ-UBND"
        phrase = issuers.at(text, start + 5)
        if phrase and _THEN_NUMBER.fullmatch(text, phrase.end, end):
            return None, phrase.name
    return None
