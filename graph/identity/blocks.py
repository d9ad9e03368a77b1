"""Resolution of one block: which of its mentions are one document. A pure function of the whole block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.identity.documents import document
from graph.identity.ids import document_id
from graph.identity.keys import ClusterKey, cluster_key
from graph.model import Document, DocumentMention, FileKey, Resolved

Place = tuple[str | None, FileKey | None]

CANDIDATES = 100
"""Most candidates kept at one document: thousands of files may cite 125/KH-UBND without a place."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The documents of a block, and for each of its mentions the one that it means."""

    documents: tuple[Document, ...] = ()
    resolved: tuple[Resolved, ...] = ()


def resolve_block(mentions: Iterable[DocumentMention]) -> Resolution:
    """The documents that these mentions, all those of one block, speak of."""
    stated = {mention: cluster_key(mention) for mention in sorted(mentions, key=_place_in_files)}
    if not stated:
        return Resolution()
    # a name without a year never takes the only year that is known: "Luật Đất đai" is not the one of 1993
    by_number = any(mention.symbol for mention in stated)
    keys = set(stated.values())
    finals = _final_keys(keys) if by_number else {key: key for key in keys}
    clusters: dict[ClusterKey, list[DocumentMention]] = defaultdict(list)
    for mention, key in stated.items():
        clusters[finals[key]].append(mention)
    block = next(iter(stated)).block
    ids = {key: document_id(block, *key.parts()) for key in clusters}
    ranked = sorted(ids, key=lambda key: (key.file is not None, ids[key]))
    documents = [
        document(
            ids[key],
            key,
            members,
            candidates=tuple(sorted(ids[other] for other in _candidates(key, ranked))),
            eliminated=any(_is_eliminated(stated[member], key) for member in members),
        )
        for key, members in clusters.items()
    ]
    resolved = [Resolved(mention, ids[finals[key]]) for mention, key in stated.items()]
    return Resolution(tuple(sorted(documents, key=lambda node: node.id)), tuple(resolved))


def _place_in_files(mention: DocumentMention) -> tuple[FileKey, int]:
    return (mention.file, mention.index)


def _final_keys(stated: Collection[ClusterKey]) -> Mapping[ClusterKey, ClusterKey]:
    """For each stated key the one of its cluster: what is missing is filled by elimination."""
    doubtful = [key for key in stated if key.printed is not None]
    sound: dict[Place, list[ClusterKey]] = defaultdict(list)
    for key in stated:
        if key.printed is None:
            sound[_place(key)].append(key)
    finals = {key: _filled(key, keys) for keys in sound.values() for key in keys}
    clusters = set(finals.values())
    for key in doubtful:
        repaired = _filled(replace(key, printed=None), sound[_place(key)])
        finals[key] = repaired if repaired in clusters else key
    return finals


def _place(key: ClusterKey) -> Place:
    """Where the number counts: a place, or one file that names none."""
    return (key.place, key.file)


def _filled(key: ClusterKey, same_place: Sequence[ClusterKey]) -> ClusterKey:
    """Type, then period, taken from the only ones that mentions of the same place state."""
    if key.type is None:
        types = {other.type for other in same_place if other.type is not None and key.may_be(other)}
        key = replace(key, type=_only(types))
    if key.period is None:
        periods = {other.period for other in same_place if other.period is not None and key.may_be(other)}
        key = replace(key, period=_only(periods))
    return key


def _only(values: Collection[str]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _is_eliminated(stated: ClusterKey, final: ClusterKey) -> bool:
    return (stated.type, stated.period) != (final.type, final.period)


def _candidates(key: ClusterKey, ranked: Sequence[ClusterKey]) -> Iterator[ClusterKey]:
    """The other clusters of the block that an incomplete key may mean, those of known places first."""
    fitting = (
        other
        for other in ranked
        if other != key and key.may_be(other) and (key.file is not None or other.place == key.place)
    )
    return iter(()) if key.complete else islice(fitting, CANDIDATES)
