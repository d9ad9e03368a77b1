"""The title (trích yếu) that follows a citation: "… của Văn phòng Chính phủ về việc rà soát danh mục TTHC …".

In a ";" list a title ends at the ";", else at the end of the sentence, a bracket, or the next list item.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import CitationKind
from graph.text import collapse
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.text.patterns import alternatives, loose
from loaders.text.phrases import phrase_groups
from loaders.text.sentences import Sentences

_LONGEST = 400
_ABOUT = loose(r",? (?:về việc|v/v|về) ", re.IGNORECASE)
# a title without introducer begins with its verb: "… của Bộ Khoa học và Công nghệ hướng dẫn các bộ, ngành …"
_VERB = loose(rf" (?={alternatives(phrase_groups('citation_words.toml')['title_verbs'])} )")
_STOP = loose(r"[;:|]|\./|, (?=(?:UBND|Ủy ban|Uỷ ban|Chủ tịch|Văn phòng|Sở|Bộ) )|, (?:qua|để|theo đó) ")


def with_subjects(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Every numbered or named mention with its title, where one follows."""
    done: list[Found] = []
    for index, item in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        subject = None
        if item.kind in (CitationKind.NUMBERED, CitationKind.NAMED):
            subject = _title(text, item, following, sentences.around(item.head)[1])
        done.append(item._replace(subject=subject) if subject else item)
    return done


def _title(text: str, item: Found, following: Found | None, end: int) -> str | None:
    if following and joined(text, item, following):
        return None
    lead = _ABOUT.match(text, item.end) or _VERB.match(text, item.end)
    if lead is None or lead.end() >= end:
        return None
    limit = min(end, lead.end() + _LONGEST)
    stop = _STOP.search(text, lead.end(), limit)
    title = collapse(text[lead.end() : stop.start() if stop else limit])
    return title.strip(" .,;-") or None
