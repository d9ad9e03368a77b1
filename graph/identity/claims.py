"""Claims: what each file says of one field, and which of them is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.model import OWN_IDENTITY, Claims, DocumentMention, FileKey
from graph.text import fold

FIELDS = ("date", "issuer", "jurisdiction", "name", "subject", "symbol", "type")

Sayings = Mapping[str, frozenset[FileKey]]
"""Each value with the files that say so."""


def claims(mentions: Sequence[DocumentMention]) -> tuple[Claims, ...]:
    """Everything that these mentions of one document state, field by field."""
    said = ((field, sayings(mentions, field)) for field in FIELDS)
    return tuple(
        Claims(field, tuple((value, tuple(sorted(files))) for value, files in sorted(values.items())))
        for field, values in said
        if values
    )


def sayings(mentions: Sequence[DocumentMention], field: str) -> Sayings:
    """The values of one field with the files that say so; a repaired symbol counts in both readings."""
    found: dict[str, set[FileKey]] = defaultdict(set)
    for mention in mentions:
        for value in (getattr(mention, field), mention.printed if field == "symbol" else None):
            if value is not None:
                found[value].add(mention.file)
    return {value: frozenset(files) for value, files in found.items()}


def shown(mentions: Sequence[DocumentMention], field: str) -> str | None:
    """The value to show: own letterhead, then what is stated beside the file, then most files, then least."""
    own = [mention for mention in mentions if mention.index == OWN_IDENTITY]
    ranks = (
        [mention for mention in own if not mention.sidecar],
        own,
        mentions,
    )
    for rank in ranks:
        said = {value for mention in rank if (value := getattr(mention, field)) is not None}
        if said:
            return _most_said(said, sayings(rank, field), field=field)
    return None


def _most_said(values: set[str], said: Sayings, *, field: str) -> str:
    """The value that most files support; capitals (THỦ TƯỚNG) only where nobody writes it plainly."""
    if len(values) == 1:
        return next(iter(values))

    def rank(value: str) -> tuple[int, bool, int, str]:
        support: set[FileKey] = set()
        for other, files in said.items():
            if _supports(other, value, field=field):
                support |= files
        return (-len(support), value.isupper() and field != "symbol", -len(said[value]), value)

    return min(values, key=rank)


def _supports(other: str, value: str, *, field: str) -> bool:
    """ "2025" speaks for 2025-05-28, and "BỘ CHÍNH TRỊ" for "Bộ Chính trị"."""
    return value.startswith(other) if field == "date" else fold(value) == fold(other)
