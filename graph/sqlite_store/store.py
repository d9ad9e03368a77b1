"""SqliteStore: a GraphStore in one file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from graph.model import (
    BlockKey,
    ChangeSet,
    Edge,
    EdgeKind,
    FileKey,
    MentionGroup,
    Node,
    NodeId,
    NodeKind,
    Resolved,
    SourceFile,
    Task,
)
from graph.reach import Reach
from graph.refusals import opened_readonly
from graph.sqlite_store import reading, statements, writing
from graph.sqlite_store.migrations import migrate, version_of
from graph.sqlite_store.opening import connect, explained, refuse_newer
from graph.sqlite_store.schema import MIGRATIONS
from graph.sqlite_store.walking import Above, below
from graph.store import Around, FileRow, Near, TaskFilter, View


class SqliteStore(Near):
    """The graph in one SQLite file, made when it is not there; `apply` survives a power cut.

    A read-only store shows one moment, that of its opening: open it again to see what came later.
    """

    batch = 64

    def __init__(self, path: str | Path, *, readonly: bool = False) -> None:
        self.path = Path(path)
        self._readonly = readonly
        with explained(self.path):
            self._connection = connect(self.path, readonly=readonly)
            self._above = Above(self._connection)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def _prepare(self) -> None:
        version = version_of(self._connection)
        refuse_newer(self.path, version)
        if not self._readonly:
            migrate(self._connection, self.path)
            return
        if version < len(MIGRATIONS):
            with closing(connect(self.path, readonly=False)) as writer:
                migrate(writer, self.path)
        self._connection.execute("BEGIN")
        version_of(self._connection)  # the first read fixes the moment

    def nodes(self, ids: Iterable[NodeId]) -> Mapping[NodeId, Node]:
        """As `View.nodes`."""
        with explained(self.path):
            return reading.nodes(self._connection, ids)

    def edges_from(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_from`."""
        with explained(self.path):
            return reading.edges(self._connection, statements.EDGES_FROM, ids, kinds)

    def edges_to(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_to`."""
        with explained(self.path):
            return reading.edges(self._connection, statements.EDGES_TO, ids, kinds)

    def edges_between(
        self, pairs: Iterable[tuple[NodeId, NodeId]], kinds: frozenset[EdgeKind] = frozenset()
    ) -> Sequence[Edge]:
        """As `View.edges_between`."""
        with explained(self.path):
            return reading.edges_between(self._connection, pairs, kinds)

    def around(
        self, ids: Iterable[NodeId], *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> Around:
        """As `View.around`."""
        with explained(self.path):
            return reading.around(self._connection, list(ids), leaving, reaching)

    def upward(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        """As `View.upward`."""
        with explained(self.path):
            above = self._above if self._readonly else Above(self._connection)
            return above.reach(start, kinds)

    def downward(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Reach:
        """As `View.downward`."""
        with explained(self.path):
            return below(self._connection, start, kinds, most=most)

    def groups(
        self, blocks: Iterable[BlockKey], *, files: Collection[FileKey] | None = None
    ) -> Sequence[MentionGroup]:
        """As `View.groups`."""
        with explained(self.path):
            return reading.groups(self._connection, blocks, files)

    def mentions_of(self, documents: Iterable[NodeId]) -> Sequence[Resolved]:
        """As `View.mentions_of`."""
        with explained(self.path):
            return reading.mentions_of(self._connection, documents)

    def mentions(self, files: Iterable[FileKey]) -> Sequence[Resolved]:
        """As `View.mentions`."""
        with explained(self.path):
            return reading.mentions(self._connection, files)

    def files(self, keys: Iterable[FileKey]) -> Mapping[FileKey, SourceFile]:
        """As `View.files`."""
        with explained(self.path):
            return reading.files(self._connection, keys)

    def texts(self, keys: Iterable[FileKey]) -> Mapping[FileKey, str]:
        """As `View.texts`."""
        with explained(self.path):
            return reading.texts(self._connection, keys)

    def ledger(self) -> Iterator[FileRow]:
        """As `View.ledger`."""
        with explained(self.path):
            yield from reading.ledger(self._connection)

    def files_named(self, name: str) -> Sequence[FileKey]:
        """As `View.files_named`."""
        with explained(self.path):
            return reading.files_named(self._connection, name)

    def find(self, text: str, *, limit: int, kind: NodeKind | None = None) -> Sequence[Node]:
        """As `View.find`."""
        with explained(self.path):
            return reading.find(self._connection, text, limit=limit, kind=kind)

    def tasks(self, where: TaskFilter) -> Sequence[Task]:
        """As `View.tasks`."""
        with explained(self.path):
            return reading.tasks(self._connection, where)

    def scan(self, kind: NodeKind) -> Iterator[Node]:
        """As `View.scan`."""
        with explained(self.path):
            yield from reading.scan(self._connection, kind)

    def scan_edges(self) -> Iterator[Edge]:
        """As `View.scan_edges`."""
        with explained(self.path):
            yield from reading.scan_edges(self._connection)

    def apply(self, changes: ChangeSet) -> None:
        """As `Writer.apply`; `Locked` when another program keeps the store for 5 seconds."""
        self.update(lambda _: changes)

    def update(self, decide: Callable[[View], ChangeSet]) -> None:
        """As `Writer.update`; errors as of `apply`."""
        if self._readonly:
            raise opened_readonly(self.path)
        with explained(self.path), writing.transaction(self._connection):
            writing.write(self._connection, decide(self))

    def problems(self) -> tuple[str, ...]:
        """What SQLite finds wrong in the file itself; nothing in a sound one. Reads all of it."""
        with explained(self.path):
            return reading.problems(self._connection)

    def close(self) -> None:
        """Give back the file; a second call does nothing."""
        self._connection.close()
