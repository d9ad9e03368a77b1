"""Laws cited by name: "Luật Đất đai năm 2024", "Luật Tổ chức chính quyền địa phương ngày 16/6/2025".

Known names come from law_names.csv, so that "Luật Phòng, chống thiên tai, Luật Đê điều" parts rightly; an
unknown name runs to the first word that no title holds.
"""

from __future__ import annotations

import re
from functools import cache

from graph.text import collapse
from graph.vocabulary.tables import rows, several
from loaders.agencies.issuers import UPPER
from loaders.text.patterns import alternatives, loose
from loaders.text.phrases import phrase_groups

_END = rf"{alternatives(phrase_groups('citation_words.toml')['after_law_name'])}(?!\w)"
# "Luật Đất đai": the first word of the name is a capital, the others need not be
_UNKNOWN = loose(rf"(?!{_END})[{UPPER}][^\W\d_]*(?: (?!{_END}|Luật(?!\w)|Nghị |Bộ luật)[^\W\d_]+){{0,11}}")
# an amending law: "Luật sửa đổi, bổ sung một số điều của Luật Đất đai", "Luật sửa đổi 15 luật …"
_AMENDING = loose(
    r"[Ss]ửa đổi(?:, bổ sung)? (?:(?:một số )?(?:điều|nội dung)(?: của)?|\d{1,2} luật) (?:các )?(?:Luật )?"
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
