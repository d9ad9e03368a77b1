"""Names of persons on lines of their own, as they stand under a position."""

from __future__ import annotations

import re

from graph.text import unaccent
from loaders.layout.lines import Line
from loaders.text.words import words

_NAME = re.compile(r"[^\W\d_]+(?:[ \-][^\W\d_]+){1,5}")


def is_name(text: str) -> bool:
    """Looks like a person's name: two to six words with capitals at the front."""
    shown = text.strip(" .,")
    parts = [part for part in re.split(r"[ \-]", shown) if part]
    return _NAME.fullmatch(shown) is not None and not shown.isupper() and all(p[0].isupper() for p in parts)


def without_title(text: str) -> str | None:
    """The name on a line without rank and degree ("Thiếu tướng", "PGS.TS."), None where it is no name."""
    name = text.strip(" .,;")
    for title in words("honorific"):
        key = unaccent(name)
        if key.startswith(title + " ") or (title.endswith(".") and key.startswith(title)):
            name = name[len(title) :].strip(" .")
    return name if is_name(name) else None


def goes_on(above: Line, line: Line) -> bool:
    """True for the rest of a name that breaks: "Vũ / Chiến Thắng"."""
    return (
        not (line.gap or line.bar or line.text.isupper() or above.text.isupper())
        and len(above.text.split()) <= 2
        and len(line.text.split()) <= 3
        and is_name(f"{above.text} {line.text}")
    )
