"""Pinpoints (điểm, khoản, Điều, Mục, Chương, Phần, Phụ lục, Mẫu): the run that heads a citation.

"khoản 1 Điều 6, Điều 9 và điểm b khoản 1 Điều 18 Nghị định" names three places in one document.
Vietnamese law cites from small to large; a path is given from large to small.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import collapse
from loaders.agencies.issuers import UPPER
from loaders.text.patterns import any_case

_UNITS = {
    "phụ lục": 0,
    "phần": 1,
    "phân": 1,  # as scanners read it
    "chương": 2,
    "mục": 3,
    "tiểu mục": 4,
    "điều": 5,
    "điêu": 5,  # as scanners read it
    "biểu mẫu": 6,
    "mẫu": 6,
    "biểu": 6,
    "bảng": 6,
    "khoản": 7,
    "điểm": 8,
    "tiết": 9,
    "đoạn": 10,
    "gạch đầu dòng": 11,
    "số thứ tự": 11,
    "stt": 11,
}
"""Depth of each unit. Resolutions and plans have no Điều: there "Điểm 7 Mục 3" is Mục 3 > Điểm 7."""

_ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm in order: no f, j, w, z, and đ is a letter of its own."""

_B = r"[ \n]"
_UNIT = r"(?i:" + "|".join(sorted((u.replace(" ", _B) for u in _UNITS), key=len, reverse=True)) + ")"
# "10a", "5.2", "I.11", "b", "a1", "01B", "thứ hai"; a full stop belongs only before another figure
_NUMBER = (
    r"(?:(?:\d{1,3}|[IVXLC]{1,6})(?:\.\d{1,3}){0,3}[a-zđA-ZĐ]?(?![\wđĐ/])"
    r"|[a-zđA-ZĐ](?:\.?\d{1,2})?(?![\w/])|(?i:thứ)[ \n](?:nhất|hai|ba|tư|năm|\d{1,2})\b)"
)
_AND = rf"(?:,{_B}?(?:và{_B})?|;{_B}|{_B}(?:và|hoặc|đến|tới){_B}|{_B}?-{_B}?)"
# once read, a list is not read again in another way: "(?>" keeps a hostile run of commas linear
_NUMBERS = rf"(?>{_NUMBER}(?:{_AND}{_NUMBER}){{0,30}})"
# "Phụ lục" may stand without a number: "Mẫu số 17 Phần II Phụ lục ban hành kèm theo Thông tư"
_ITEM = rf"(?:(?:(?i:các|từ){_B})?{_UNIT}{_B}(?:số{_B})?[“\"]?{_NUMBERS}[”\"]?|(?i:phụ{_B}lục))"
_STEP = rf"(?:{_AND}|,?{_B}(?:(?:của|tại|thuộc|trong){_B})?)"
_RUN = rf"(?>{_ITEM}(?:{_STEP}{_ITEM}){{0,20}})"
# "Phụ lục II kèm theo Công văn", "khoản 3 Điều 47 của Luật", "Phụ lục ban hành kèm theo Thông tư"
_WITH = rf"(?:được{_B})?ban{_B}hành{_B}kèm(?:{_B}theo)?"
# "Phụ lục I Phân loại công trình, ban hành kèm theo Nghị định": an annex with its title
_ANNEX_TITLE = rf"[{UPPER}][^.;:()\d]{{3,90}}?,?{_B}"
_LINK = rf"(?:{_B}(?:của|tại|thuộc|trong|(?:{_ANNEX_TITLE})?{_WITH}|kèm{_B}theo|kèm))?"
_HEAD = re.compile(rf"(?P<run>(?<!\w){_RUN}){_LINK},?{_B}$")
_UNITS_OF_RUNS = (*_UNITS, *(f"{word} {unit}" for word in ("các", "từ") for unit in _UNITS))
_FIRST = re.compile(
    any_case(_UNITS_OF_RUNS, guard=r"(?<!\w.)").replace(" ", _B)
    + rf"{_B}(?=số{_B}|[\d“\"]|[IVXLC]{{1,6}}\b|[a-zđ]\d?\b|thứ|k|b)"
)
# the last words of a run and of what links it to the citation: most citations have none before them
_LAST = re.compile(
    rf"(?:(?:(?i:lục)|nhất|hai|ba|tư|năm|[\dIVXLC][a-zđA-ZĐ]?|(?<!\w)[a-zđA-ZĐ]\d?)[”\"]?"
    rf"(?:{_B}(?:của|tại|thuộc|trong))?|theo|kèm),?{_B}\Z"
)
_LONGEST_LAST = 16
# "quán triệt Điều 215 Tội gian lận bảo hiểm y tế của Bộ luật Hình sự": a provision with its title
_TITLED = re.compile(rf"(?P<run>(?<!\w){_RUN}){_B}[{UPPER}](?![IVX\d])[^.;:()“”\d]{{3,90}}{_B}của{_B}$")
# "Nghị định số 32/2024/NĐ-CP (trong đó có quy định tại điểm c khoản 1 Điều 8)", "… quy định rõ tại Điều 21"
_AFTER = re.compile(
    rf"{_B}(?:\((?:trong{_B}đó{_B})?(?:có{_B})?)?(?:quy{_B}định{_B}(?:cụ{_B}thể{_B}|rõ{_B})?)?tại{_B}(?P<run>{_RUN})"
    rf"(?!\w|{_B}(?:của|này|ban|[{UPPER}]))"
)
_PARTS = re.compile(rf"(?P<unit>{_UNIT})(?:{_B}(?:số{_B})?[“\"]?(?P<numbers>{_NUMBERS}))?")
_SPLIT = re.compile(rf"({_AND})")

_WINDOW = 260
"""A run of eleven khoản fits: "các khoản 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 và 12 Điều 17"."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A run of pinpoints as printed, and where it begins."""

    start: int
    text: str


def before(text: str, position: int, *, floor: int = 0) -> Pinpoint | None:
    """The run that ends right before the citation at `position` of a flat text."""
    low = max(floor, position - _WINDOW)
    if not _LAST.search(text[max(low, position - _LONGEST_LAST) : position]):
        return None
    window = text[low:position]
    for first in _FIRST.finditer(window):
        if match := _HEAD.match(window, first.start()):
            return Pinpoint(low + match.start(), collapse(match["run"]))
    return None


def apart(text: str, start: int, end: int, *, floor: int = 0) -> str | None:
    """The run that is stated of a citation but does not head it: before "của" with its title, or after it."""
    low = max(floor, start - _WINDOW)
    window = text[low:start]
    if window[-4:-1] == "của":
        for first in _FIRST.finditer(window):
            if match := _TITLED.match(window, first.start()):
                return collapse(match["run"])
    after = _AFTER.match(text, end)
    return collapse(after["run"]) if after else None


def paths(printed: str) -> tuple[tuple[str, ...], ...]:
    """Every place that the run names, each from large to small: ("Điều 18", "khoản 1", "điểm b")."""
    open_paths: list[list[tuple[int, str]]] = []
    end, last = 0, ""
    for match in _PARTS.finditer(printed):
        unit = collapse(match["unit"])
        depth, numbers = _UNITS[unit.lower()], _numbers(match["numbers"] or "")
        if printed[end : match.start()].strip() in ("đến", "tới"):
            numbers = [*_between(last, numbers[0]), *numbers]
        open_paths = _add(open_paths, depth, [f"{unit} {n}".strip() for n in numbers])
        end, last = match.end(), numbers[-1]
    return tuple(tuple(name for _, name in reversed(path)) for path in open_paths)


def _add(
    open_paths: list[list[tuple[int, str]]], depth: int, names: list[str]
) -> list[list[tuple[int, str]]]:
    """A larger unit closes the smaller ones before it; "Điều 6, Điều 9" opens a path of its own."""
    smaller = [path for path in open_paths if path[-1][0] > depth]
    done = [path for path in open_paths if path[-1][0] <= depth]
    return done + [[*path, (depth, name)] for path in smaller or [[]] for name in names]


def _numbers(printed: str) -> list[str]:
    """The single numbers of "2, 3 và 5" or "c đến p"."""
    pieces = _SPLIT.split(printed)
    numbers = [pieces[0]]
    for joint, number in zip(pieces[1::2], pieces[2::2], strict=True):
        if joint.strip() in ("đến", "tới", "-"):
            numbers += _between(numbers[-1], number)
        numbers.append(number)
    return numbers


def _between(first: str, last: str) -> list[str]:
    """What a range leaves out: c … p are c, d, đ, e, g, h, i, k, l, m, n, o, p."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, min(int(last), int(first) + 100))]
    if first in _ALPHABET and last in _ALPHABET:
        return list(_ALPHABET[_ALPHABET.index(first) + 1 : _ALPHABET.index(last)])
    return []
