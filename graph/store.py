"""What every store offers: View reads, Writer writes one ChangeSet, GraphStore is both.

Order is part of the contract: all back ends answer alike, item for item.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import TracebackType
from typing import Protocol, Self

from graph.model import (
    NOTHING_BESIDE,
    Beside,
    BlockKey,
    ChangeSet,
    Edge,
    EdgeKind,
    FileKey,
    MentionGroup,
    Modality,
    Node,
    NodeId,
    NodeKind,
    Resolved,
    SourceFile,
    Task,
)
from graph.reach import Chains, Reach


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """Which tasks to bring: each given field narrows, none given brings all."""

    agencies: frozenset[NodeId] | None = None
    roles: frozenset[EdgeKind] = frozenset({EdgeKind.LED_BY})
    """Roles in which `agencies` must stand; ignored without agencies."""
    documents: frozenset[NodeId] | None = None
    due_before: str | None = None
    """ISO day; tasks whose deadline ends (`date_to`) before it."""
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """The ledger's entry for a file, without its text."""

    key: FileKey
    sha256: str
    rules: str
    jurisdiction: str | None
    origin: str | None = None
    beside: Beside = NOTHING_BESIDE


@dataclass(frozen=True, slots=True)
class Around:
    """Edges at some nodes, in `edge_order`, and every node at their ends."""

    edges: Sequence[Edge]
    nodes: Mapping[NodeId, Node]


class View(Protocol):
    """Read access. Methods take many ids and walk by themselves, so a query costs few trips."""

    def nodes(self, ids: Iterable[NodeId]) -> Mapping[NodeId, Node]:
        """The nodes with these ids, ordered by id; unknown ids are left out."""
        ...

    def edges_from(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """Edges that leave these nodes (of these kinds, all when empty), in `edge_order`."""
        ...

    def edges_to(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """Edges that reach these nodes (of these kinds, all when empty), in `edge_order`."""
        ...

    def edges_between(
        self, pairs: Iterable[tuple[NodeId, NodeId]], kinds: frozenset[EdgeKind] = frozenset()
    ) -> Sequence[Edge]:
        """Edges from first to second node of each pair (of these kinds, all when empty), in `edge_order`."""
        ...

    def around(
        self, ids: Iterable[NodeId], *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> Around:
        """Edges of some kinds that leave these nodes and of others that reach them; no kinds are none."""
        ...

    def upward(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        """Everything that edges of these kinds lead to, without their evidence; loops are no links."""
        ...

    def downward(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Reach:
        """Everything from which edges of these kinds lead to `start`; the nearest `most` nodes beyond it.

        Of a level that does not fit it takes links by near node, kind, far node (nodes by their lot) until
        there is no room, so nothing else need be read.
        """
        ...

    def chains_up(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Chains:
        """As `upward`, with nodes and edges; one trip where a server is far."""
        ...

    def chains_down(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Chains:
        """As `downward`, with nodes and edges; one trip where a server is far and nothing is cut."""
        ...

    def groups(
        self, blocks: Iterable[BlockKey], *, files: Collection[FileKey] | None = None
    ) -> Sequence[MentionGroup]:
        """The groups of mentions of these blocks with their documents, by block and key.

        With `files` those that any file may mean, and those that only one of these files can.
        """
        ...

    def mentions_of(self, documents: Iterable[NodeId]) -> Sequence[Resolved]:
        """Every mention that means one of these documents, by file and index."""
        ...

    def mentions(self, files: Iterable[FileKey]) -> Sequence[Resolved]:
        """Every mention that these files make, by file and index."""
        ...

    def files(self, keys: Iterable[FileKey]) -> Mapping[FileKey, SourceFile]:
        """The files with these keys, text and parse included, ordered by key; unknown ones are left out."""
        ...

    def texts(self, keys: Iterable[FileKey]) -> Mapping[FileKey, str]:
        """The texts alone of the files with these keys, ordered by key; unknown ones are left out."""
        ...

    def ledger(self) -> Iterator[FileRow]:
        """Every file that was read, ordered by key."""
        ...

    def files_named(self, name: str) -> Sequence[FileKey]:
        """Keys of the files that were read whose path is this or ends in "/" and this, in order."""
        ...

    def find(self, text: str, *, limit: int, kind: NodeKind | None = None) -> Sequence[Node]:
        """Bounded candidates for a search typed with or without diacritics: all folded words must occur.

        Documents are found by symbol, type, subject, issuer; agencies and topics by name; tasks by text.
        Of more than `limit` of the kind (of any when None) those with the lowest lots (`graph.lot`).
        Ordered by id; `queries.search` ranks them.
        """
        ...

    def tasks(self, where: TaskFilter) -> Sequence[Task]:
        """Tasks that match, ordered by end of deadline (none last), then id."""
        ...

    def tasks_around(
        self, where: TaskFilter, *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> tuple[Sequence[Task], Around]:
        """`tasks`, and what is `around` them; one trip where a server is far."""
        ...

    def scan(self, kind: NodeKind) -> Iterator[Node]:
        """Everything of a kind, streamed, ordered by id."""
        ...

    def scan_edges(self) -> Iterator[Edge]:
        """Every edge, streamed, in `edge_order`."""
        ...


class Writer(Protocol):
    """Write access; each call is one transaction."""

    def apply(self, changes: ChangeSet) -> None:
        """Write all of a ChangeSet or none of it (the steps are in its docstring)."""
        ...

    def update(self, decide: Callable[[View], ChangeSet]) -> None:
        """Apply what `decide` answers to the store as it is; nobody else writes in between.

        It may be asked again (a connection was lost), so it reads the view that it is given and no more.
        """
        ...


class GraphStore(View, Writer, Protocol):
    """A store whose transactions are durable."""

    batch: int
    """Files that one transaction is best given: what Ctrl-C or a power cut can cost, at most."""

    def close(self) -> None:
        """Give back what the store holds; a second call does nothing."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


class Closing:
    """`with store:` gives it back at the end."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self: GraphStore,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Near(Closing):
    """What a store on this machine answers by asking itself several times: no trip is far."""

    def chains_up(self: View, start: NodeId, kinds: frozenset[EdgeKind]) -> Chains:
        """As `View.chains_up`."""
        return asked_chains(self, self.upward(start, kinds), kinds)

    def chains_down(
        self: View, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None
    ) -> Chains:
        """As `View.chains_down`."""
        return asked_chains(self, self.downward(start, kinds, most=most), kinds)

    def tasks_around(
        self: View, where: TaskFilter, *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> tuple[Sequence[Task], Around]:
        """As `View.tasks_around`."""
        found = self.tasks(where)
        return found, self.around((task.id for task in found), leaving=leaving, reaching=reaching)


def asked_chains(view: View, reach: Reach, kinds: frozenset[EdgeKind]) -> Chains:
    """What was reached, with nodes and edges asked for by themselves."""
    return Chains(reach, view.nodes(reach.links), partial(view.edges_between, kinds=kinds))


def edge_order(edge: Edge) -> tuple[str, str, str, str, int, int]:
    """Sort key of edges in every answer: source, target, kind, file, start, end."""
    place = edge.evidence
    return (edge.source, edge.target, edge.kind.value, place.file, place.start, place.end)


def mention_order(one: Resolved) -> tuple[FileKey, int]:
    """Sort key of mentions in every answer: file, index."""
    return (one.mention.file, one.mention.index)


def task_order(task: Task) -> tuple[bool, str, NodeId]:
    """Sort key of tasks in every answer of a store: end of the deadline (none last), id."""
    due = task.deadline.date_to if task.deadline else None
    return (due is None, due or "", task.id)
