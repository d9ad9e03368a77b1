"""Claims: what each file says of one field, and which of them is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from graph.model import Claims, Count, DocumentMention, FileKey, MentionGroup
from graph.text import fold

FIELDS = ("date", "issuer", "jurisdiction", "name", "subject", "symbol", "type")


def _values(mention: DocumentMention, field: str) -> Iterator[str]:
    """What a mention says of a field; a repaired symbol in both readings."""
    for value in (getattr(mention, field), mention.printed if field == "symbol" else None):
        if value is not None:
            yield value


def claims(mentions: Iterable[DocumentMention]) -> tuple[Claims, ...]:
    """Everything that these mentions of one document state, field by field."""
    said: dict[str, dict[str, set[FileKey]]] = {field: defaultdict(set) for field in FIELDS}
    for mention in mentions:
        for field in FIELDS:
            for value in _values(mention, field):
                said[field][value].add(mention.file)
    return tuple(
        Claims(field, tuple((value, tuple(sorted(files))) for value, files in sorted(values.items())))
        for field, values in said.items()
        if values
    )


_RANKS: tuple[Callable[[Count], int], ...] = (
    lambda count: count.letterhead,
    lambda count: count.own,
    lambda count: count.files,
)
"""Own letterhead, then what is stated beside the file, then what files say that cite it."""


Said = Mapping[str, Sequence[Count]]
"""What groups of mentions say of each field."""


def said_in(groups: Iterable[MentionGroup]) -> Said:
    """Everything that these groups say, by field."""
    found: dict[str, list[Count]] = defaultdict(list)
    for group in groups:
        for count in group.counts:
            found[count.field].append(count)
    return found


def shown(said: Said, field: str) -> str | None:
    """The value to show: of the first rank that says anything the one of most files, then the least."""
    counts = said.get(field, ())
    if len(counts) == 1:
        return counts[0].value
    for rank in _RANKS:
        ranked: Counter[str] = Counter()
        for count in counts:
            ranked[count.value] += rank(count)
        if any(ranked.values()):
            return _most_said(+ranked, field=field)
    return None


def _most_said(said: Mapping[str, int], *, field: str) -> str:
    """The value that most files support; capitals (THỦ TƯỚNG) only where nobody writes it plainly."""
    if len(said) == 1:
        return next(iter(said))

    def rank(value: str) -> tuple[int, bool, int, str]:
        support = sum(files for other, files in said.items() if _supports(other, value, field=field))
        return (-support, value.isupper() and field != "symbol", -said[value], value)

    return min(said, key=rank)


def _supports(other: str, value: str, *, field: str) -> bool:
    """ "2025" speaks for 2025-05-28, and "BỘ CHÍNH TRỊ" for "Bộ Chính trị"."""
    return value.startswith(other) if field == "date" else fold(value) == fold(other)
