"""Text of a web site around a document: summary above the letterhead, title line below the signature."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from loaders.layout import signs
from loaders.layout.lines import Line
from loaders.text.words import words

TITLE = re.compile(
    r"(?P<type>Công văn|Công điện|Chỉ thị|Kế hoạch|Kết luận|Thông báo|Hướng dẫn|Nghị quyết|Quyết định|"
    r"Nghị định|Thông tư|Luật|Quy định|Tờ trình|Báo cáo|Chương trình|Đề án|Văn bản)[^\d/:;]{0,40}"
    r"(?P<symbol>\d[\w.]{0,7}[/-]\S{2,30})\s+(?:năm\s+(?P<year>\d{4})\b|(?=[^.;]{20,400}$))"
)
"""Title of the site: "Công văn 11306/VPCP-NN năm 2025 đề xuất ... do Văn phòng Chính phủ ban hành".

A symbol that holds the year is followed by the subject itself, which has no full stop."""
_TAIL = 8
"""The title stands among the last lines."""


@cache
def _page_words() -> tuple[str, ...]:
    return tuple(unicodedata.normalize(form, word) for form in ("NFC", "NFD") for word in words("page"))


@cache
def _page_goes_on() -> re.Pattern[str]:
    said = "|".join(map(re.escape, _page_words()))
    return re.compile(rf"^[#*\s]{{0,8}}(?:{said})[*: \t]{{0,8}}\r?$", re.MULTILINE)


def without_page(text: str) -> str:
    """The text up to where the page of a web site goes on with other things: "## Văn bản liên quan"."""
    if not any(said in text for said in _page_words()):
        return text
    following = _page_goes_on().search(text)
    return text[: following.start()] if following else text


def leading_frame(found: Sequence[Line]) -> int:
    """Number of lines above the document: up to the last "Xem chi tiết ..." before the letterhead."""
    last = 0
    for at, line in enumerate(found):
        if signs.recipients(line) or signs.dear(line):
            break
        following = found[at + 1] if at + 1 < len(found) else None
        if signs.national(line, following):
            break
        if signs.title_type(line) and following and signs.numbered(following):
            break
        if signs.from_site(line):
            last = at + 1
    return last


def trailing_frame(found: Sequence[Line]) -> int:
    """First line of the site's title at the end; the number of lines where there is none."""
    for at in range(len(found) - 1, max(0, len(found) - _TAIL) - 1, -1):
        shown = " ".join(line.text for line in found[at:])
        if TITLE.match(shown):
            return at
    return len(found)


def site_title(found: Sequence[Line], first: int, last: int) -> int:
    """The title line of the site below the closing, with more text of the site after it; else `last`."""
    for at in range(first, last):
        match = TITLE.match(found[at].text)
        if match and match["year"]:
            return at
    return last
