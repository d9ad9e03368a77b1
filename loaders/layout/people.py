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
    if _NAME.fullmatch(shown) is None or shown.isupper():
        return False
    return all(part[0].isupper() for part in re.split(r"[ \-]", shown))


def without_title(text: str) -> str | None:
    """The name on a line without rank and degree ("Thiếu tướng", "PGS.TS."), None where it is no name."""
    name = text.strip(" .,;")
    key = unaccent(name)
    for title in words("honorific"):
        if key.startswith(title + " ") or (title.endswith(".") and key.startswith(title)):
            name = name[len(title) :].strip(" .")
            key = unaccent(name)
    return name if is_name(name) else None


def goes_on(above: Line, line: Line) -> bool:
    """True for the rest of a name that breaks: "Vũ / Chiến Thắng"."""
    return (
        not (line.gap or line.bar or line.text.isupper() or above.text.isupper())
        and len(above.text.split()) <= 2
        and len(line.text.split()) <= 3
        and is_name(f"{above.text} {line.text}")
    )
