"""Resolution of one block: which of its mentions are one document. A pure function of the whole block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from graph.identity.documents import document
from graph.identity.ids import document_id
from graph.identity.keys import ClusterKey, read_key
from graph.model import Document, FileKey, MentionGroup, NodeId

Place = tuple[str | None, FileKey | None]

CANDIDATES = 100
"""Most candidates kept at one document: thousands of files may cite 125/KH-UBND without a place."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The documents of a block, and its groups, each with the document that it means."""

    documents: tuple[Document, ...] = ()
    groups: tuple[MentionGroup, ...] = ()


def resolve_block(groups: Iterable[MentionGroup]) -> Resolution:
    """The documents that these groups of mentions, all those of one block, speak of."""
    stated = {read_key(group.key): group for group in sorted(groups, key=lambda group: group.key)}
    if not stated:
        return Resolution()
    # a name without a year never takes the only year that is known: "Luật Đất đai" is not the one of 1993
    by_number = any(count.field == "symbol" for group in stated.values() for count in group.counts)
    finals = _final_keys(stated) if by_number else {key: key for key in stated}
    clusters: dict[ClusterKey, list[ClusterKey]] = defaultdict(list)
    for key in stated:
        clusters[finals[key]].append(key)
    block = next(iter(stated.values())).block
    ids = {key: document_id(block, *key.parts()) for key in clusters}
    ranked = sorted(ids, key=lambda key: (key.file is not None, ids[key]))
    documents = [
        document(
            ids[key],
            key,
            [stated[member] for member in members],
            candidates=tuple(sorted(ids[other] for other in _candidates(key, ranked))),
            eliminated=any(_is_eliminated(member, key) for member in members),
        )
        for key, members in clusters.items()
    ]
    resolved = [_meaning(group, ids[finals[key]]) for key, group in stated.items()]
    return Resolution(tuple(sorted(documents, key=lambda node: node.id)), tuple(resolved))


def _meaning(group: MentionGroup, document: NodeId) -> MentionGroup:
    """Most groups mean what they meant."""
    return group if group.document == document else replace(group, document=document)


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
        finals[key] = repaired if repaired in clusters else _filled(key, _alike(key, doubtful))
    return finals


def _alike(key: ClusterKey, others: Collection[ClusterKey]) -> list[ClusterKey]:
    """Keys of one place that print the same: "Nghị định 12/CP", with its year and without."""
    return [other for other in others if (_place(other), other.printed) == (_place(key), key.printed)]


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
    """The other clusters of the block that an incomplete key may mean, those of known places first.

    What other files say without a place is none of them: they may all mean different documents.
    """
    fitting = (
        other
        for other in ranked
        if other != key
        and key.may_be(other)
        and (other.place == key.place if key.file is None else other.file in (None, key.file))
    )
    return iter(()) if key.complete else islice(fitting, CANDIDATES)
