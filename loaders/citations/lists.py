"""Fields that the items of a list share: type forwards, issuer backwards and forwards.

"Công văn số A ngày … và Công văn số B ngày … của Văn phòng Chính phủ": both come from the Office.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.errors import ChidaoError
from graph.model import Symbol
from graph.symbol import parse, repair
from graph.vocabulary.doc_types import canonical_type, type_of_symbol
from loaders.agencies import issuers
from loaders.citations.found import Found
from loaders.citations.type_words import TypeWord
from loaders.text.patterns import loose
from loaders.text.sentences import Sentences

_JOINT = loose(r"\)?(?: ?[,;/] ?(?:và )?| ?[,;]? (?:và|hoặc|hay|cùng) ?)(?:các |tại |cả )?")
_TITLE_BETWEEN = loose(r" [^.;:|()]{3,240}(?:,| và) (?:các )?")
# a cell that heads a column: "| Số giấy phép |", "| Quyết định số |"
_COLUMN = loose(
    r"[|\n](?:Số(?:,? ký hiệu)? (?P<after>[^\W\d_][^|\n]{2,24})|(?P<before>[^|\n]{3,24}) số)(?=\n?\||\n)"
)
# "06 Nghị quyết: (1) số 24-NQ/TW về biến đổi khí hậu; (2) số 36-NQ/TW"
_COUNT = r"(?:\(\w{1,3}\) )?"
_ITEM = loose(rf"[^.|]{{0,400}}?[;,] (?:và )?{_COUNT}$")
_NO_LETTERS = frozenset({"Nghị định", "Luật", "Thông tư", "Nghị quyết", "Quyết định"})
"""Types whose symbols always say so."""
_LIST = 12
"""Items of a list that are looked back over."""
_MANY = loose(r"các $", re.IGNORECASE)
_COLON = loose(rf": ?{_COUNT}$")


def joined(text: str, first: Found, second: Found) -> bool:
    """Whether two mentions stand side by side in one list."""
    return 0 <= second.start - first.end <= 16 and _JOINT.fullmatch(text, first.end, second.start) is not None


def share_types(
    text: str, found: Sequence[Found], types: Sequence[TypeWord], sentences: Sentences
) -> list[Found]:
    """Later items without a type word take the one before: "số 217/CĐ-TTg …; số 218/CĐ-TTg …"."""
    shared: list[Found] = []
    columns: dict[str, int] | None = None
    for item in found:
        type_ = item.type or _from_list(text, shared, item) or _from_heading(text, types, item, sentences)
        if type_ is None and (own := type_of_symbol(item.symbol or "")):
            columns = _columns(text) if columns is None else columns
            type_ = own if columns.get(own, len(text)) < item.start else None
        shared.append(item if type_ == item.type else item._replace(type=type_))
    return shared


def _columns(text: str) -> dict[str, int]:
    """Where the first column of each type begins: below "Số giấy phép" 137/GP-UBND is a Giấy phép."""
    columns: dict[str, int] = {}
    for heading in _COLUMN.finditer(text):
        if type_ := canonical_type(heading["after"] or heading["before"]):
            columns.setdefault(type_, heading.start() + 1)
    return columns


def _from_list(text: str, shared: Sequence[Found], item: Found) -> str | None:
    """The type of the item before; of an earlier one if the symbol is of that kind and not of this.

    "các Công văn: số 1060/BTC-QLCS về dự thảo Nghị định số …; số 1187/BTC-ĐT": a letter, no decree.
    """
    last = shared[-1] if shared else None
    if last is None or not (joined(text, last, item) or _ITEM.fullmatch(text, last.end, item.start)):
        return None
    own = type_of_symbol(item.symbol or "")
    if own is None or own == type_of_symbol(last.symbol or "") or last.type not in _NO_LETTERS:
        return last.type
    alike = (found.type for found in reversed(shared[-_LIST:]) if type_of_symbol(found.symbol or "") == own)
    return next(alike, None)


def _from_heading(text: str, types: Sequence[TypeWord], item: Found, sentences: Sentences) -> str | None:
    """ "Các Nghị định về lựa chọn nhà đầu tư: số 115/2024/NĐ-CP": the type of the words before the colon."""
    if not _COLON.search(text, max(0, item.start - 9), item.start):
        return None
    start = sentences.around(item.head)[0]
    first = bisect_left(types, start, key=lambda word: word.start)
    heading = types[first : bisect_left(types, item.start, key=lambda word: word.start)]
    plural = [word for word in heading if _MANY.search(text, max(start, word.start - 4), word.start)]
    return (plural or heading)[-1].type if heading else None


def share_issuers(text: str, found: Sequence[Found]) -> list[Found]:
    """The issuer printed once for several items goes to each whose symbol does not contradict it."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _shared(
            text, shared[index], shared[index + 1], giver=shared[index + 1], given=shared[index]
        )
    for index in range(1, len(shared)):
        before = shared[index - 1]
        if before.issuer_route != "after":  # "đề nghị của X tại A, B": X stands before both
            shared[index] = _shared(text, before, shared[index], giver=before, given=shared[index])
        shared[index] = _from_series(text, shared, index)
    return shared


def _from_series(text: str, shared: Sequence[Found], index: int) -> Found:
    """ "đề nghị của Bộ Y tế tại các Công văn: số 16/BYT-KH về …; số 18/BYT-DP": one sender, one organ."""
    item = shared[index]
    if item.issuer or item.symbol is None or text[item.head] not in "sS":
        return item
    for before in reversed(shared[max(0, index - _LIST) : index]):
        if before.issuer_route in ("before", "heading") and before.type == item.type:
            same = organ(before.symbol or "") == organ(item.symbol)
            if same and _ITEM.fullmatch(text, before.end, item.start):
                return item._replace(issuer=before.issuer, issuer_route=before.issuer_route)
            return item
    return item


def share_dates(text: str, found: Sequence[Found]) -> list[Found]:
    """ "số 66/NT-PCCC, số 67/NT-PCCC ngày 01/7/2025": one day for numbers of one series."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        untyped = text[second.head] in "sS" or text[second.head].isdigit()
        if (
            first.date is None
            and second.date
            and untyped
            and joined(text, first, second)
            and _series(first) == _series(second)
        ):
            shared[index] = first._replace(date=second.date)
    return shared


def _series(item: Found) -> str | None:
    """What follows the number: "/NT-PCCC"."""
    return re.sub(r"^\d+", "", item.symbol) if item.symbol else None


def _titled_list(text: str, first: Found, second: Found) -> bool:
    """ "Chính phủ đã ban hành Nghị quyết A ban hành Kế hoạch, Nghị định B": the title parts the two."""
    gap = text[first.end : second.start]
    one_body = first.issuer_route == "before" and issuers.fits(first.issuer or "", second.symbol) is True
    return one_body and _TITLE_BETWEEN.fullmatch(gap) is not None


def _shared(text: str, first: Found, second: Found, *, giver: Found, given: Found) -> Found:
    """`given` with the issuer of its neighbour, if they are one list and one organ."""
    if given.issuer or not giver.issuer:
        return given
    if not joined(text, first, second) and not (given is second and _titled_list(text, first, second)):
        return given
    if given.symbol is None or giver.symbol is None:
        return given
    governed = given is second and giver.issuer_route in ("before", "heading")
    if (
        not (governed or organ(given.symbol) == organ(giver.symbol))
        or issuers.fits(giver.issuer, _sound(given.symbol)) is False
    ):
        return given
    route = giver.issuer_route if governed else "distributed"
    return given._replace(issuer=giver.issuer, issuer_route=route)


def organ(symbol: str) -> str | None:
    """Code of the issuer in a symbol, also in a damaged one."""
    try:
        return parse(_sound(symbol)).issuer
    except ChidaoError:
        return None


def _sound(symbol: str) -> str:
    """The symbol that was meant: "48/2017-TT-BYT" is 48/2017/TT-BYT, "181/2024/NĐCP" is 181/2024/NĐ-CP."""
    fixed = repair(Symbol(symbol))
    return fixed.symbol if fixed else symbol
