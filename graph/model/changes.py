"""Resolution: the mentions that decide, and everything that one step of ingest writes."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.kinds import BlockKey, FileKey, NodeId, Symbol
from graph.model.nodes import Edge, Node
from graph.model.parsed import SourceFile

OWN_IDENTITY, STATED_BESIDE = -1, -2
"""`DocumentMention.index` of a file's own identity, and of what is stated of it beside the file; citations
count from 0."""


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """What one place in one file says about which document it means: the input of resolution.

    A block is resolved from its mentions alone, so every fact that decides is in here.
    """

    file: FileKey
    index: int
    block: BlockKey
    symbol: Symbol | None = None
    type: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    jurisdiction: str | None = None
    """What the mention says itself, else what its file states in its own head or claims."""
    name: str | None = None
    draft: bool = False
    reason: str | None = None
    """Reason of a repaired symbol, None when it is as printed."""
    printed: Symbol | None = None
    """The symbol as printed, where `symbol` is a repaired reading of it."""
    certain: bool = True
    """False for a repair that counts only where a sound mention confirms it."""
    local: bool = False
    """True where every place numbers for itself: the jurisdiction decides."""
    period: str | None = None
    """Year or congress term in which the number counts; "" where it never comes again; None: not known."""
    sidecar: bool = False
    """True where a value was stated beside the file, not in it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and the document it was resolved to."""

    mention: DocumentMention
    document: NodeId


@dataclass(frozen=True, slots=True)
class Count:
    """How many files say one value of one field."""

    field: str
    value: str
    files: int
    own: int = 0
    """Of these, files that are the document themselves, or beside which it is stated."""
    letterhead: int = 0
    """Of these, files that print it in their own head."""


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """All mentions of a block that state the same key, in numbers: what resolution needs of them.

    A law that everyone cites has a million mentions but few groups, so a file that comes costs no more.
    """

    block: BlockKey
    key: str
    """Type, place, file, period and printed spelling as `graph.identity.keys` writes them."""
    mentions: int
    """A group without mentions is none: `apply` deletes it."""
    drafts: int = 0
    own: tuple[FileKey, ...] = ()
    """Files that are the document."""
    counts: tuple[Count, ...] = ()
    """By field and value."""
    document: NodeId | None = None
    """What it was resolved to."""
    file: FileKey | None = None
    """The only file that can mean it: a local number whose place is not known. None: any file may."""

    @property
    def place(self) -> tuple[BlockKey, str]:
        """Block and key, which no other group has."""
        return (self.block, self.key)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that one step of ingest writes: all of it or none.

    `apply` in this order: drop the edges and resolved mentions of `refreshed` and `removed` files; drop the
    file rows of `removed`; delete `dropped_nodes`; put `nodes` (by id, replacing), `files`, `resolved`,
    `edges` and `groups` (by block and key, replacing); then delete every agency, task and topic that a
    dropped edge touched and that no edge touches any more.
    Applying the same ChangeSet twice is the same as once.
    """

    removed: tuple[FileKey, ...] = ()
    """Files that go."""
    refreshed: tuple[FileKey, ...] = ()
    """Files whose edges and resolved mentions are replaced by those given here."""
    files: tuple[SourceFile, ...] = ()
    """File rows to put (new or changed files)."""
    dropped_nodes: tuple[NodeId, ...] = ()
    nodes: tuple[Node, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    edges: tuple[Edge, ...] = ()
    groups: tuple[MentionGroup, ...] = ()
