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
from graph.symbol.characters import DASHES, INVISIBLE, LOOKALIKES
from graph.vocabulary.codes import code_key, organ_row, type_codes


@dataclass(frozen=True, slots=True)
class SymbolSpan:
    """One number and symbol: its place in the raw text, and its stored spelling (nothing repaired)."""

    start: int
    end: int
    symbol: Symbol


# \s covers NBSP and narrow NBSP, not the zero-width characters
_BLANK = rf"(?:[^\S\n]|[{INVISIBLE}])"
# over the end of a visual line: some extractors put an empty line after every line ("57-\n\nNQ/TW")
_GAP = rf"{_BLANK}{{0,4}}(?:\n{_BLANK}{{0,4}}){{0,3}}"
_DASHES = tuple(DASHES)
_DASH = f"[{re.escape(DASHES)}]"
_LOWER = "".join(c for c in map(chr, range(0x61, 0x1EFA)) if c.isalpha() and c.islower())

# capitals of the codes, also decomposed, and their Cyrillic twins; a vowel with a tone is a word, not a code
_CAPITAL = (
    rf"[A-ZĂÂĐÊÔƠƯ{''.join(c for c in LOOKALIKES if c.isupper())}][\u0302\u0306\u031b]?(?![\u0300-\u036f])"
)
# TTg, QĐi and Cty by name; else Tr, Ng, Th … where no vowel follows: CTr, SNgV
_ATOM = rf"(?:TTg|QĐi|Cty|(?:T[rh]|N[gh]|[KPC]h|Qy)(?![{_LOWER}])|{_CAPITAL}|\d)"
_RUN = rf"(?:{_ATOM}|&(?=[A-ZĐ])|,(?=[A-ZĐ]{{1,4}}&))"
# the word that a lost blank glues to a symbol: "1061/SNNMT-CCKSBVMTngày"
_GLUED_WORD = "(?:ngày|nga\u0300y|của|cu\u0309a|về|và|va\u0300|năm|tháng)"
_GROUP = re.compile(
    rf"(?!\d)(?:{_RUN}{{1,24}}+(?:\.[IVX]{{1,3}}(?!\w))?(?![^\W_])"  # V.I of 11554/VPCP-V.I
    rf"|{_RUN}{{1,24}}+(?={_GLUED_WORD})"
    rf"|{_ATOM}{{2,12}}(?={_CAPITAL}[{_LOWER}]))"  # CP of "NĐ-CPBan hành"
)
# "25010" for 2010 is a misprint of the year that still belongs to the number
_YEAR = re.compile(rf"/{_GAP}([12]\d{{3,4}}){_GAP}(?=/)")
_OPEN = re.compile(rf"/{_GAP}")
_INTERNAL = re.compile(r"/nb(?!\w)")


def find(text: str) -> list[SymbolSpan]:
    """Every number and symbol of the text, in order, none overlapping."""
    spans: list[SymbolSpan] = []
    done = 0
    slash = text.find("/")
    while slash >= 0:
        span = _at(text, slash, done)
        if span is not None:
            spans.append(span)
            done = span.end
        slash = text.find("/", max(slash + 1, done))
    return spans


def tail_at(text: str, slash: int) -> SymbolSpan | None:
    """The symbol after a number left blank: "/VP-TTPVHCC" of "Số:       /VP-TTPVHCC"."""
    end = _tail_end(text, slash)
    return None if end is None else SymbolSpan(slash, end, compact(text[slash + 1 : end]))


def _at(text: str, slash: int, done: int) -> SymbolSpan | None:
    """The symbol whose first slash stands here."""
    if _group_after(text, slash) is None and _YEAR.match(text, slash) is None:
        return None
    start, end = _party(text, slash) or _state(text, slash) or (0, 0)
    if end == 0 or start < done or not _stands_alone(text, start):
        return None
    return SymbolSpan(start, end, compact(text[start:end]))


def _group_after(text: str, separator: int) -> re.Match[str] | None:
    opened = _OPEN.match(text, separator)
    return None if opened is None else _GROUP.match(text, opened.end())


# ---- state papers and letters: 866/QĐ-TTg ------------------------------------------------------


def _state(text: str, slash: int) -> tuple[int, int] | None:
    start = _number_before(text, slash)
    if start is None:
        return None
    end = _tail_end(text, slash)
    return (start, end) if end is not None and _is_plausible(text, start, end) else None


def _tail_end(text: str, slash: int) -> int | None:
    """Where year and groups end that begin at this slash."""
    year = _YEAR.match(text, slash)
    group = _group_after(text, year.end() if year else slash)
    if group is None:
        return None
    first: str | None = group.group()
    for _ in range(_MOST_GROUPS):
        following = _next_group(text, group, first)
        if following is None:
            break
        group, first = following, None
    return group.end()


# a joint circular lists its ministries; nothing sound has more groups
_MOST_GROUPS = 8
_TIGHT = re.compile(rf"{_DASH}(?=\w)|/(?=[A-ZĐ]{{2}})")
# "13/CT- TTg", "124/NQ-\n\nCP": the hyphen still hangs on the group before it
_HANGING = re.compile(rf"{_DASH}{_GAP}")
# "93/2025/NĐ - CP", "218/UBND -NL2"; a dash that begins a line is the marker of a list
_SPACED = re.compile(rf"{_BLANK}{{1,4}}{_DASH}{_GAP}")
_LAW = re.compile(r"(?:UBTV)?QH\d")


def _next_group(text: str, group: re.Match[str], first: str | None) -> re.Match[str] | None:
    """The group after this one; blanks before the hyphen only while the symbol has but its first group."""
    end = group.end()
    dot = text[end : end + 1] == "." and first is not None and code_key(first) in type_codes("state")
    if dot:  # 45/QĐ.UBND
        following = _GROUP.match(text, end + 1)
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
    known = code_key(tail) in type_codes("state") or organ_row(tail) is not None
    return known or _after_number_word(text, start) or (len(tail) > 3 and repair(symbol) is not None)


# ---- Party papers: 57-NQ/TW --------------------------------------------------------------------


_TYPE_BEFORE = re.compile(rf"({_GAP}{_DASH}{_GAP})?((?!\d){_ATOM}{{2,7}}){_GAP}\Z")
_WINDOW = 60


def _party(text: str, slash: int) -> tuple[int, int] | None:
    at = _back_over_blanks(text, slash)
    if at == 0 or not text[at - 1].isalpha():
        return None
    begin = at
    while (
        begin > 0
        and at - begin < 8
        and (text[begin - 1].isalpha() or text[begin - 1] in "\u0302\u0306\u031b")
    ):
        begin -= 1
    code = compact(text[begin:at])
    hyphen = _back_over_blanks(text, begin)
    organ = _group_after(text, slash)
    if organ is None or hyphen == 0:
        return None
    known = code_key(code) in type_codes("party")
    if text[hyphen - 1] in DASHES:
        spaced = hyphen < begin and _back_over_blanks(text, hyphen - 1) < hyphen - 1
        start = _number_before(text, hyphen - 1)
    else:  # 57NQ/TW
        spaced, start = False, _number_before(text, begin) if hyphen == begin and known else None
    if start is None or not (known or (not spaced and len(code) > 1 and organ_row(organ.group()))):
        return None
    return start, _party_end(text, organ)


def _party_end(text: str, organ: re.Match[str]) -> int:
    """After the organ: units on a tight hyphen (33-KH/TWĐTN-BTG), then "/nb"."""
    end = organ.end()
    for _ in range(_MOST_GROUPS):
        unit = _GROUP.match(text, end + 1) if text.startswith(_DASHES, end) else None
        if unit is None:
            break
        end = unit.end()
    internal = _INTERNAL.match(text, end)
    return internal.end() if internal else end


# ---- looking back ------------------------------------------------------------------------------


def _back_over_blanks(text: str, position: int) -> int:
    """Left end of the blanks before this position, at most a few lines of them."""
    stop = max(0, position - 16)
    while position > stop and (text[position - 1].isspace() or text[position - 1] in INVISIBLE):
        position -= 1
    return position


def _number_before(text: str, position: int) -> int | None:
    """Start of the number that ends here, blanks aside."""
    end = _back_over_blanks(text, position)
    start = end
    while start > 0 and end - start < 12 and (text[start - 1].isalnum() or text[start - 1] == "."):
        start -= 1
    found = _NUMBER_AT_END.search(text, start, end)
    return found.start() if found else None


_NUMBER_AT_END = re.compile(r"(?<![\d.])\d{1,6}(?:\.\d{1,3})?[^\W\d_]?\Z")


def _after_number_word(text: str, start: int) -> bool:
    """Whether "số" stands before: "Quyết định số 1961/QĐUBND", "Số:10988/BNV-CQĐP"."""
    before = unicodedata.normalize("NFC", text[max(0, start - 16) : start]).lower()
    return before.rstrip(" \t\n\r\f\u00a0\u202f:.*_").endswith(("số", "sô", "so"))


def _stands_alone(text: str, start: int) -> bool:
    """Not the end of something longer: a date, a standard (102:2016/BTTTT), an address, a range of years."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in DASHES:  # the marker of a list, but not 2021-2025/QĐ-TTg
        return start == 1 or text[start - 2].isspace()
    if before == ":" or before.isalpha():
        return _after_number_word(text, start) or (
            before == ":" and not text[start - 2 : start - 1].isalnum()
        )
    return not (before.isalnum() or before in "/=%#@&\\?~")
