"""Mentions of a block in groups that state the same key, counted: added to and taken from, not read again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.identity.claims import FIELDS
from graph.identity.keys import cluster_key, read_key
from graph.model import OWN_IDENTITY, BlockKey, Count, DocumentMention, FileKey, MentionGroup, NodeId

GroupKey = tuple[BlockKey, str]
"""A block, and what mentions in it state of the key."""
_Said = tuple[str, str]
"""A field and a value of it."""


def group_key(mention: DocumentMention) -> GroupKey:
    """The group of a mention."""
    return (mention.block, cluster_key(mention).written())


def regrouped(
    present: Iterable[MentionGroup], *, gone: Iterable[DocumentMention], come: Iterable[DocumentMention]
) -> list[MentionGroup]:
    """The groups without the mentions that went and with those that came; an empty one has no mentions.

    `gone` and `come` are all mentions of their files, so that a file counts once for what it says twice.
    """
    groups = {group.place: _Tally.of(group) for group in present}
    for mentions, sign in ((gone, -1), (come, 1)):
        for key, by_file in _by_group_and_file(mentions).items():
            tally = groups.setdefault(key, _Tally())
            for file, said in by_file.items():
                tally.add(file, said, sign)
    return [tally.group(*key) for key, tally in sorted(groups.items())]


def _by_group_and_file(
    mentions: Iterable[DocumentMention],
) -> Mapping[GroupKey, Mapping[FileKey, list[DocumentMention]]]:
    found: dict[GroupKey, dict[FileKey, list[DocumentMention]]] = defaultdict(lambda: defaultdict(list))
    for mention in mentions:
        found[group_key(mention)][mention.file].append(mention)
    return found


@dataclass(slots=True)
class _Tally:
    """A group while it changes."""

    mentions: int = 0
    drafts: int = 0
    own: set[FileKey] = field(default_factory=set)
    files: Counter[_Said] = field(default_factory=Counter)
    owning: Counter[_Said] = field(default_factory=Counter)
    letterheads: Counter[_Said] = field(default_factory=Counter)
    document: NodeId | None = None

    @classmethod
    def of(cls, group: MentionGroup) -> _Tally:
        tally = cls(group.mentions, group.drafts, set(group.own), document=group.document)
        for count in group.counts:
            said = (count.field, count.value)
            tally.files[said], tally.owning[said] = count.files, count.own
            tally.letterheads[said] = count.letterhead
        return tally

    def add(self, file: FileKey, mentions: Iterable[DocumentMention], sign: int) -> None:
        """Count in (sign 1) or out (-1) all that one file says in this group."""
        said: dict[_Said, tuple[bool, bool]] = {}
        for mention in mentions:
            self.mentions += sign
            self.drafts += sign * mention.draft
            if mention.index == OWN_IDENTITY:
                (self.own.add if sign > 0 else self.own.discard)(file)
            for name, value in _values(mention):
                own, printed = said.get((name, value), (False, False))
                said[name, value] = (own or mention.index < 0, printed or _in_letterhead(mention, name))
        for saying, (own, printed) in said.items():
            self.files[saying] += sign
            self.owning[saying] += sign * own
            self.letterheads[saying] += sign * printed

    def group(self, block: BlockKey, key: str) -> MentionGroup:
        counts = tuple(
            Count(*said, files, self.owning[said], self.letterheads[said])
            for said, files in sorted(self.files.items())
            if files
        )
        return MentionGroup(
            block=block,
            key=key,
            mentions=self.mentions,
            drafts=self.drafts,
            own=tuple(sorted(self.own)),
            counts=counts,
            document=self.document,
            file=read_key(key).file,
        )


def _values(mention: DocumentMention) -> Iterator[_Said]:
    return ((name, value) for name in FIELDS if (value := getattr(mention, name)) is not None)


def _in_letterhead(mention: DocumentMention, name: str) -> bool:
    """Whether the file prints it about itself; `sidecar` says of a letterhead that its place is not in it."""
    return mention.index == OWN_IDENTITY and not (mention.sidecar and name == "jurisdiction")
