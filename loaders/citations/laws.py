"""Laws cited by name: "Luật Đất đai năm 2024", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025".

Known names come from graph/data/law_names.csv, so that "Luật Phòng, chống thiên tai, Luật Đê điều" parts rightly;
an unknown name runs to the first word that no title holds.
"""

from __future__ import annotations

import re
from functools import cache

from graph.text import collapse
from graph.vocabulary.tables import rows, several
from loaders.issuers import UPPER
from loaders.patterns import alternatives, loose

_END = (
    r"(?:năm|ngày|số|này|đó|quy định|đã|được|có|là|và|để|theo|tại|trong|về|do|hiện hành|cho|khi|thì|nhưng|phải|không|với|từ|"
    r"hoặc|hay|nêu|như|sẽ|chưa|đến|trên|bao gồm|cũng|mới|sửa đổi|các|bằng|nhằm|ban hành|vào|ra|đang|mà|nếu|trước|sau|thông qua)"
)
_WORD = r"[^\W\d_]+"
# "Luật Đất đai": the first word of the name is a capital, the others need not be
_UNKNOWN = loose(
    rf"(?!{_END}(?!\w))[{UPPER}][^\W\d_]*(?: (?!{_END}(?!\w)|Luật(?!\w)|Nghị |Bộ luật){_WORD}){{0,11}}"
)
# an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "Luật sửa đổi 15 luật trong lĩnh vực …"
_AMENDING = loose(
    r"[Ss]ửa đổi(?:, bổ sung)? (?:(?:một số )?(?:điều|nội dung)(?: của)?|\d{1,2} luật) (?:các )?(?:Luật )?(?P<name>.{0,0})"
)
_NOT_LAWS = loose(r"(?:sư|gia|học|pháp|lệ|khoa|thi|chơi)(?!\w)", re.IGNORECASE)


@cache
def _known() -> re.Pattern[str]:
    names = (name for row in rows("law_names") for name in several(row["names"]))
    return loose(rf"{alternatives(names)}(?!\w)", re.IGNORECASE)


def name_end(text: str, position: int) -> int | None:
    """Where the name of a law that begins here ends; None if this is no name."""
    known = _known().match(text, position)
    if known and (text[position].isupper() or " " in collapse(known.group())):
        return known.end()
    amending = _AMENDING.match(text, position)
    if amending:
        return name_end(text, amending.end())
    if _NOT_LAWS.match(text, position):
        return None
    unknown = _UNKNOWN.match(text, position)
    return unknown.end() if unknown else None
