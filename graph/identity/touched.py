"""What a few files touch: the blocks to resolve again, and the files whose edges that changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.blocks import Resolution, resolve_block
from graph.identity.earlier import Earlier
from graph.identity.groups import GroupKey, group_key, regrouped
from graph.identity.mentions import mentions
from graph.model import (
    OWN_IDENTITY,
    BlockKey,
    Document,
    DocumentMention,
    FileKey,
    MentionGroup,
    NodeId,
    Resolved,
    SourceFile,
)
from graph.store import View

Meaning = Mapping[GroupKey, NodeId]
"""The document that each group of mentions means."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The touched blocks before and after, and the files to write again."""

    before: Mapping[NodeId, Document]
    after: Mapping[NodeId, Document]
    groups: Sequence[MentionGroup]
    """Those that are not as they were, empty ones too."""
    earlier: Earlier
    """What those files, and those that went, said so far."""
    resolved: Mapping[FileKey, Sequence[Resolved]]
    """Every file whose edges change, with what its mentions mean now."""


def touched(view: View, new: Mapping[FileKey, SourceFile], removed: Collection[FileKey]) -> Touched:
    """What changes when the files of `new` come (or come changed) and the removed ones go."""
    earlier = Earlier(view)
    gone = [one.mention for one in earlier.said_by({*new, *removed})]
    come = {key: mentions(file) for key, file in new.items()}
    fresh = [mention for each in come.values() for mention in each]
    blocks = sorted({mention.block for mention in (*gone, *fresh)})
    present = list(view.groups(blocks, files={*new, *removed}))
    now = regrouped(present, gone=gone, come=fresh)
    resolution = resolve_all(group for group in now if group.mentions)
    others = _of_other_files(view, present, resolution)
    if others:
        present, now = present + others, now + others
        resolution = _resolved_again(resolution, now, blocks={group.block for group in others})
    meaning = {(group.block, group.key): group.document for group in resolution.groups if group.document}
    before = _documents(view, {group.document for group in present if group.document})
    after = {node.id: node for node in resolution.documents}
    moved = _moved(view, present, meaning)
    shown = _Shown(before, after, meaning)
    sharing = _sharing(view, earlier.said_by({*new, *removed, *moved}), come, shown)
    refreshed = {*new, *moved, *sharing} - set(removed)
    empty = [group for group in now if not group.mentions]
    return Touched(
        before=before,
        after=after,
        groups=sorted({*resolution.groups, *empty} - set(present), key=_place),
        earlier=earlier,
        resolved=_resolved(earlier.said_by(refreshed - come.keys()), come, meaning),
    )


def _of_other_files(view: View, present: Sequence[MentionGroup], now: Resolution) -> list[MentionGroup]:
    """What other files say without a place, where the documents of known places changed: its candidates."""
    changed = {_shared(group) for group in present} ^ {_shared(group) for group in now.groups}
    blocks = sorted({block for block, document in changed if document is not None})
    known = set(present)
    return [group for group in view.groups(blocks) if group not in known] if blocks else []


def _shared(group: MentionGroup) -> tuple[BlockKey, NodeId | None]:
    return (group.block, group.document if group.file is None else None)


def _resolved_again(
    first: Resolution, groups: Iterable[MentionGroup], *, blocks: Collection[BlockKey]
) -> Resolution:
    """A resolution in which these blocks are taken from these groups."""
    again = resolve_all(group for group in groups if group.mentions and group.block in blocks)
    return Resolution(
        documents=(*(node for node in first.documents if node.block not in blocks), *again.documents),
        groups=(*(group for group in first.groups if group.block not in blocks), *again.groups),
    )


def resolve_all(groups: Iterable[MentionGroup]) -> Resolution:
    """Every block among these groups, resolved by itself."""
    blocks: dict[BlockKey, list[MentionGroup]] = defaultdict(list)
    for group in groups:
        blocks[group.block].append(group)
    parts = [resolve_block(blocks[key]) for key in sorted(blocks)]
    return Resolution(
        documents=tuple(node for part in parts for node in part.documents),
        groups=tuple(group for part in parts for group in part.groups),
    )


def _documents(view: View, ids: Iterable[NodeId]) -> dict[NodeId, Document]:
    found = view.nodes(sorted(set(ids)))
    return {key: node for key, node in found.items() if isinstance(node, Document)}


def _moved(view: View, present: Sequence[MentionGroup], meaning: Meaning) -> set[FileKey]:
    """Files with mentions that mean another document now."""
    moved = {
        group.place: group.document
        for group in present
        if group.document and meaning.get(group.place, group.document) != group.document
    }
    said = view.mentions_of(sorted(set(moved.values()))) if moved else ()
    return {one.mention.file for one in said if group_key(one.mention) in moved}


def _place(group: MentionGroup) -> GroupKey:
    return group.place


@dataclass(frozen=True, slots=True)
class _Shown:
    before: Mapping[NodeId, Document]
    after: Mapping[NodeId, Document]
    meaning: Meaning


def _sharing(
    view: View, said: Iterable[Resolved], come: Mapping[FileKey, Sequence[DocumentMention]], shown: _Shown
) -> set[FileKey]:
    """Files that are, or were, the same document as one that says this: their tasks are the same nodes."""
    stored = [one for one in said if one.mention.index == OWN_IDENTITY]
    own = {one.mention.file: one.mention for one in stored} | {file: each[0] for file, each in come.items()}
    was = {one.document for one in stored}
    elsewhere = _documents(view, was - shown.before.keys())
    now = {shown.meaning.get(group_key(mention)) for mention in own.values()}
    nodes = [shown.before.get(key) or elsewhere[key] for key in was] + [
        shown.after[key] for key in now if key
    ]
    return {file for node in nodes for file in node.files}


def _resolved(
    said: Iterable[Resolved], come: Mapping[FileKey, Sequence[DocumentMention]], meaning: Meaning
) -> dict[FileKey, list[Resolved]]:
    """What all these mentions mean now: those of untouched blocks what they meant."""
    found: dict[FileKey, list[Resolved]] = {
        file: [Resolved(mention, meaning[group_key(mention)]) for mention in each]
        for file, each in come.items()
    }
    for one in said:
        document = meaning.get(group_key(one.mention), one.document)
        found.setdefault(one.mention.file, []).append(Resolved(one.mention, document))
    return found
