"""What a few files touch: the blocks to resolve again, and the files whose edges that changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.blocks import Resolution, resolve_block
from graph.identity.mentions import mentions
from graph.model import (
    OWN_IDENTITY,
    BlockKey,
    Document,
    DocumentMention,
    FileKey,
    NodeId,
    Resolved,
    SourceFile,
)
from graph.store import View


@dataclass(frozen=True, slots=True)
class Touched:
    """The touched blocks before and after, and the files to write again."""

    before: Mapping[NodeId, Document]
    after: Mapping[NodeId, Document]
    resolved: Sequence[Resolved]
    refreshed: frozenset[FileKey]


def touched(view: View, new: Mapping[FileKey, SourceFile], removed: Collection[FileKey]) -> Touched:
    """What changes when the files of `new` come (or come changed) and the removed ones go."""
    replaced = {*new, *removed}
    fresh = [mention for file in new.values() for mention in mentions(file)]
    blocks = {one.mention.block for one in view.mentions(sorted(replaced))}
    present = view.blocks(sorted(blocks | {mention.block for mention in fresh}))
    kept = [one for one in present if one.mention.file not in replaced]
    resolution = resolve_all([*(one.mention for one in kept), *fresh])
    target = {(one.mention.file, one.mention.index): one.document for one in resolution.resolved}
    moved = {one.mention.file for one in kept if target[one.mention.file, one.mention.index] != one.document}
    before = _documents(view, {one.document for one in present})
    after = {node.id: node for node in resolution.documents}
    sharing = _sharing(view, {*replaced, *moved}, before, after, resolution.resolved)
    refreshed = frozenset((new.keys() | moved | sharing) - set(removed))
    return Touched(before, after, resolution.resolved, refreshed)


def resolve_all(found: Iterable[DocumentMention]) -> Resolution:
    """Every block among these mentions, resolved by itself."""
    blocks: dict[BlockKey, list[DocumentMention]] = defaultdict(list)
    for mention in found:
        blocks[mention.block].append(mention)
    parts = [resolve_block(blocks[key]) for key in sorted(blocks)]
    return Resolution(
        documents=tuple(node for part in parts for node in part.documents),
        resolved=tuple(one for part in parts for one in part.resolved),
    )


def _documents(view: View, ids: Iterable[NodeId]) -> dict[NodeId, Document]:
    found = view.nodes(sorted(set(ids)))
    return {key: node for key, node in found.items() if isinstance(node, Document)}


def _sharing(
    view: View,
    files: Collection[FileKey],
    before: Mapping[NodeId, Document],
    after: Mapping[NodeId, Document],
    resolved: Iterable[Resolved],
) -> set[FileKey]:
    """Files that are, or were, the same document as one of these: their tasks are the same nodes."""
    was = [one.document for one in view.mentions(sorted(files)) if one.mention.index == OWN_IDENTITY]
    is_now = [
        one.document for one in resolved if one.mention.index == OWN_IDENTITY and one.mention.file in files
    ]
    elsewhere = _documents(view, set(was) - before.keys())
    nodes = [before.get(key) or elsewhere[key] for key in was] + [after[key] for key in is_now]
    return {file for node in nodes for file in node.files}
