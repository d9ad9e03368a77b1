"""Find every number and symbol (số, ký hiệu) in raw text, over line breaks and odd characters.

The search hops from slash to slash, looks back for the number and forward for the groups, and bounds every
run, so that a hostile text costs no more than its length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from graph.model import Symbol
from graph.symbol import compact, repair
from graph.symbol.characters import DASHES, IGNORED, LOOKALIKES
from graph.vocabulary.codes import code_key, organ_row, type_codes
from loaders import old_symbols


@dataclass(frozen=True, slots=True)
class SymbolSpan:
    """One number and symbol: its place in the raw text, and its stored spelling (nothing repaired)."""

    start: int
    end: int
    symbol: Symbol


def find(text: str) -> list[SymbolSpan]:
    """Every number and symbol of the text, in order, none overlapping."""
    spans: list[SymbolSpan] = []
    done = 0
    slash = text.find("/")
    while slash >= 0:
        found = (_party(text, slash) or _state(text, slash)) if _AHEAD.match(text, slash) else None
        if found is not None and found[0] >= done and _stands_alone(text, found[0]):
            start, done = found
            spans.append(SymbolSpan(start, done, compact(text[start:done])))
        slash = text.find("/", max(slash + 1, done))
    old = [SymbolSpan(start, end, compact(text[start:end])) for start, end in old_symbols.find(text)]
    return sorted(spans + old, key=lambda span: span.start) if old else spans


# ---- what a group is made of -------------------------------------------------------------------

# \s covers NBSP and narrow NBSP; zero-width characters and the marks of bold text count as blanks too
_BLANK = rf"(?:[^\S\n]|[{re.escape(IGNORED)}])"
# over the end of a visual line: some extractors put an empty line after every line ("57-\n\nNQ/TW")
_GAP = rf"{_BLANK}{{0,4}}(?:\n{_BLANK}{{0,4}}){{0,3}}"
_DASHES = tuple(DASHES)
_DASH = f"[{re.escape(DASHES)}]"
_LOWER = "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.isalpha() and c.islower())
_CODE_MARKS = "\u0302\u0306\u031b"
"""Circumflex, breve and horn: what decomposed Ê, Ă, Ơ are made of; a tone makes a word, not a code."""

# capitals of the codes, also decomposed, and their Cyrillic twins
_CAPITAL = rf"[A-ZĂÂĐÊÔƠƯ{''.join(c for c in LOOKALIKES if c.isupper())}][{_CODE_MARKS}]?(?![\u0300-\u036f])"
# TTg, QĐi and Cty by name; else Tr, Ng, Th … where no vowel follows: CTr, SNgV
_ATOM = rf"(?:TTg|Tg(?![{_LOWER}])|QĐi|Cty|(?:T[rh]|N[gh]|[KPC]h|Qy)(?![{_LOWER}])|{_CAPITAL}|\d)"
_RUN = rf"(?:{_ATOM}|&(?=[A-ZĐ])|,(?=[A-ZĐ]{{1,4}}&)){{1,24}}+"
# the word that a lost blank glues to a symbol: "1061/SNNMT-CCKSBVMTngày"
_GLUED_WORD = "(?:ngày|nga\u0300y|của|cu\u0309a|về|vê\u0300|và|va\u0300|năm|tháng)"
_GROUP = re.compile(
    rf"(?!\d)(?:{_RUN}(?:\.[IVX]{{1,3}}(?!\w))?(?![^\W_])"  # V.I of 11554/VPCP-V.I
    rf"|{_RUN}(?={_GLUED_WORD})"
    rf"|{_ATOM}{{2,12}}(?={_CAPITAL}[{_LOWER}]))"  # CP of "NĐ-CPBan hành"
)
_OPEN = re.compile(rf"/{_GAP}")


# what can follow the slash of a symbol: no figure but a year, as in most dates, and no small letter
_AHEAD = re.compile(rf"/{_GAP}(?:{_ATOM}(?<!\d)|[12]\d{{3}})")


def _group_after(text: str, separator: int) -> re.Match[str] | None:
    opened = _OPEN.match(text, separator)
    return None if opened is None else _GROUP.match(text, opened.end())


# ---- state papers and letters: 866/QĐ-TTg ------------------------------------------------------

# the slash after the year may be lost or a hyphen (49/2025TT-BCT, 48/2017-TT-BYT), and 25010 is a misprint
_YEAR = re.compile(rf"/{_GAP}[12]\d{{3,4}}(?:{_GAP}(?=/)|(?={_DASH}?(?:TT|NĐ|QĐ|NQ|QH|UBTVQH)))")
# a joint circular lists its ministries; nothing sound has more groups
_MOST_GROUPS = 8
_TIGHT = re.compile(rf"{_DASH}(?=\w)|/(?=[A-ZĐ]{{2}})")
# "13/CT- TTg", "124/NQ-\n\nCP": the hyphen still hangs on the group before it
_HANGING = re.compile(rf"{_DASH}{_GAP}")
# "93/2025/NĐ - CP", "218/UBND -NL2"; a dash that begins a line is the marker of a list
_SPACED = re.compile(rf"{_BLANK}{{1,4}}{_DASH}{_GAP}")
_LAW = re.compile(r"(?:UBTV)?QH\d")
_CUT_WORD = re.compile(rf"{_DASH}[^\W\d_]")


def _state(text: str, slash: int) -> tuple[int, int] | None:
    """Start and end of a symbol whose number ends at this slash."""
    start = _number_before(text, slash)
    end = _tail_end(text, slash) if start is not None else None
    if start is None or end is None:
        return None
    return (start, end) if _is_plausible(text, start, end) else None


def _tail_end(text: str, slash: int) -> int | None:
    """Where year and groups end that begin at this slash."""
    year = _YEAR.match(text, slash)
    if year is None or text.startswith("/", year.end()):
        group = _group_after(text, year.end() if year else slash)
    else:
        group = _GROUP.match(text, year.end() + text.startswith(_DASHES, year.end()))
    if group is None:
        return None
    first: str | None = group.group()
    for _ in range(_MOST_GROUPS):
        following = _next_group(text, group.end(), first)
        if following is None:
            break
        group, first = following, None
    return group.end()


def _next_group(text: str, end: int, first: str | None) -> re.Match[str] | None:
    """The group after this one; blanks before the hyphen only while the symbol has but its first group."""
    if first is not None and text.startswith(".", end) and code_key(first) in type_codes("state"):
        following = _GROUP.match(text, end + 1)  # 45/QĐ.UBND
        return following if following is not None and organ_row(following.group()) else None
    separator = _TIGHT.match(text, end)
    if separator is None and not (first and _LAW.match(first)):
        separator = _HANGING.match(text, end) or (_SPACED.match(text, end) if first else None)
    return None if separator is None else _GROUP.match(text, separator.end())


def _is_plausible(text: str, start: int, end: int) -> bool:
    """Two groups make a symbol; one alone must be known, or stand after "số"."""
    symbol = compact(text[start:end])
    tail = symbol.rpartition("/")[2]
    if "-" in tail or "." in tail:
        return len(tail) > 3
    if _after_number_word(text, start):
        return True
    if _CUT_WORD.match(text, end):  # 805/TTr-Sở
        return False
    known = code_key(tail) in type_codes("state") or organ_row(tail) is not None
    return known or (len(tail) > 3 and repair(symbol) is not None)


# ---- Party papers: 57-NQ/TW --------------------------------------------------------------------

_INTERNAL = re.compile(r"/nb(?!\w)")
_DATED = re.compile(r"[^\S\n]{0,3}\n?(?:ngày|nga\u0300y)\s")


def _party(text: str, slash: int) -> tuple[int, int] | None:
    """Start and end of a symbol whose type ends at this slash."""
    begin, code = _code_before(text, slash)
    if not code:
        return None
    organ = _group_after(text, slash)
    if organ is None:
        return None
    known = code_key(code) in type_codes("party")
    hyphen = _back_over_blanks(text, begin) - 1
    if hyphen >= 0 and text[hyphen] in DASHES:
        spaced = hyphen + 1 < begin and text[hyphen - 1 : hyphen].isspace()
        start = _number_before(text, hyphen)
        if start is None or (not known and (spaced or not _is_new_type(text, start, code, organ.group()))):
            return None
    else:  # 57NQ/TW, 57 NQ/TW, 489 QĐ/QLTN
        plain = known and (_is_party_organ(organ.group()) or _DATED.match(text, organ.end()))
        start = _number_before(text, begin) if plain else None
    return None if start is None else (start, _party_end(text, organ.end()))


def _is_new_type(text: str, start: int, code: str, organ: str) -> bool:
    """Whether letters that are no known type are one here: 01-TĐ/BBTN after "số"."""
    return len(code) > 1 and (organ_row(organ) is not None or _after_number_word(text, start))


def _code_before(text: str, slash: int) -> tuple[int, str]:
    """Start and spelling of the letters that end at this slash, at most seven of them."""
    end = begin = _back_over_blanks(text, slash)
    while begin > 0 and end - begin < 8 and (text[begin - 1].isalpha() or text[begin - 1] in _CODE_MARKS):
        begin -= 1
    return begin, compact(text[begin:end]) if begin < end else ""


def _is_party_organ(code: str) -> bool:
    """Whether only the Party writes so: TW, TU, ĐU and their bodies."""
    row = organ_row(code)
    return row is not None and (row["tier"] == "1" or code_key(code).endswith(("TU", "ĐU")))


def _party_end(text: str, end: int) -> int:
    """After the organ: units on a tight hyphen (33-KH/TWĐTN-BTG), then "/nb"."""
    for _ in range(_MOST_GROUPS):
        unit = _GROUP.match(text, end + 1) if text.startswith(_DASHES, end) else None
        if unit is None:
            break
        end = unit.end()
    internal = _INTERNAL.match(text, end)
    return internal.end() if internal else end


# ---- looking back ------------------------------------------------------------------------------

# 05, 66.10, 30c; I7 and O1 as scanners read 17 and 01
_NUMBER = re.compile(r"(?<![\d.])(?:\d{1,6}(?:\.\d{1,3})?|[IlO]\d{1,4})[^\W\d_]?\Z")
# "Nghị định số 13 7/2026/NĐ-CP": a blank inside the number
_SPLIT = re.compile(r"(?i:số|só|sô)[^\S\n](?P<digits>[1-9]\d?)[^\S\n]\Z")
# "công văn số 25-2303/PBHC-KD": a company counts within a year or a series
_SERIES = re.compile(r"(?i:số|só|sô)[^\S\n]?(?P<digits>\d{1,4}-)\Z")
# "ngày 14/11/200310/GP-UBND": the year of the date before it has lost its blank
_GLUED_YEAR = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d\Z")
_LONGEST_NUMBER = len("/2003123456.1")
_NUMBER_WORDS = ("số", "sô", "sổ", "so")
_NUMBER_WORD_LIMIT = 16
# "Biểu số 103/LĐTL", "Mẫu số 01/TTr-UBND" number forms, not documents
_FORM = re.compile(r"(?:biểu|mẫu|biểu mẫu|phụ lục)\s{1,3}(?:số)?\s{0,3}:?\s{0,3}\Z")


def _back_over_blanks(text: str, position: int) -> int:
    """Left end of the blanks before this position, at most a few lines of them."""
    stop = max(0, position - 16)
    while position > stop and (text[position - 1].isspace() or text[position - 1] in IGNORED):
        position -= 1
    return position


def _number_before(text: str, position: int) -> int | None:
    """Start of the number that ends here, blanks aside."""
    end = _back_over_blanks(text, position)
    low = max(0, end - _LONGEST_NUMBER)
    year = text.rfind("/", low, end) + 1
    if year and end - year > len("2003") and _GLUED_YEAR.search(text, max(0, year - 6), year + 4):
        low = year + 4
    found = _NUMBER.search(text[low:end])
    if found is None:
        return None
    start = low + found.start()
    if start > 1 and text[start - 2].isdigit() and (split := _SPLIT.search(text, max(0, start - 12), start)):
        return split.start("digits")
    if series := _SERIES.search(text, max(0, start - 12), start):
        return series.start("digits")
    return start if text[start].isdigit() or _after_number_word(text, start) else None


def _words_before(text: str, start: int) -> str:
    before = text[max(0, start - _NUMBER_WORD_LIMIT) : start]
    return unicodedata.normalize("NFC", before).lower()


def _after_number_word(text: str, start: int) -> bool:
    """Whether "số" stands before: "Quyết định số 1961/QĐUBND", "Số:10988/BNV-CQĐP"."""
    return _words_before(text, start).rstrip(" \t\n\r\f\u00a0\u202f:.*_").endswith(_NUMBER_WORDS)


def _stands_alone(text: str, start: int) -> bool:
    """Not the end of something longer: a date, a standard (102:2016/BTTTT), an address, a range of years."""
    if start == 0 or _GLUED_YEAR.search(text, max(0, start - 10), start):
        return True
    if _FORM.search(_words_before(text, start)):
        return False
    before = text[start - 1]
    if before in DASHES:  # the marker of a list, but not 2021-2025/QĐ-TTg
        return start == 1 or text[start - 2].isspace()
    if before == ":" or before.isalpha():
        return _after_number_word(text, start) or (
            before == ":" and not text[start - 2 : start - 1].isalnum()
        )
    return before.isspace() or before in _MAY_STAND_BEFORE


_MAY_STAND_BEFORE = "([{<“‘\"'«*|,;.)]}>”’»_" + IGNORED
