"""Fields that the items of a list share: type forwards, issuer backwards and forwards.

"Công văn số A ngày … và Công văn số B ngày … của Văn phòng Chính phủ": both come from the Office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.errors import ChidaoError
from graph.symbol import parse
from loaders import issuers
from loaders.citations.found import Found

_JOINT = re.compile(r"(?:[ \n]?[,;/][ \n]?(?:và[ \n])?|[ \n]?[,;]?[ \n](?:và|hoặc|hay|cùng)[ \n]?)(?:các[ \n]|tại[ \n]|cả[ \n])?")
_ITEM = re.compile(r"[^.|]{0,400}?[;,][ \n](?:và[ \n])?$")
_HEADING = re.compile(r"(?P<type>[^\W\d_]+(?:[ \n][^\W\d_]+){0,3})[ \n]?:[ \n]?$")


def joined(text: str, first: Found, second: Found) -> bool:
    """Whether two mentions stand side by side in one list."""
    return 0 <= second.start - first.end <= 16 and _JOINT.fullmatch(text, first.end, second.start) is not None


def share_types(text: str, found: Sequence[Found]) -> list[Found]:
    """Later items without a type word take the one before: "số 217/CĐ-TTg …; số 218/CĐ-TTg …"."""
    shared: list[Found] = []
    for item in found:
        last = shared[-1] if shared else None
        if item.type is None and last and last.type and (
            joined(text, last, item) or _ITEM.fullmatch(text, last.end, item.start)
        ):
            item = replace(item, type=last.type)  # noqa: PLW2901
        shared.append(item)
    return shared


def share_issuers(text: str, found: Sequence[Found]) -> list[Found]:
    """The issuer printed once for several items of a list goes to each whose symbol does not contradict it."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        shared[index] = _shared(text, shared[index], shared[index + 1], giver=shared[index + 1], given=shared[index])
    for index in range(1, len(shared)):
        before = shared[index - 1]
        if before.issuer_route != "after":
            shared[index] = _shared(text, before, shared[index], giver=before, given=shared[index])
    return shared


def _shared(text: str, first: Found, second: Found, *, giver: Found, given: Found) -> Found:
    """`given` with the issuer of its neighbour, if they are one list and one organ."""
    if given.issuer or not giver.issuer or not joined(text, first, second):
        return given
    if given.symbol is None or giver.symbol is None:
        return given
    same = organ(given.symbol) == organ(giver.symbol)
    if not same or issuers.fits(giver.issuer, given.symbol) is False:
        return given
    return replace(given, issuer=giver.issuer, issuer_route="distributed")


def organ(symbol: str) -> str | None:
    """Code of the issuer in a symbol."""
    try:
        return parse(symbol).issuer
    except ChidaoError:
        return None
