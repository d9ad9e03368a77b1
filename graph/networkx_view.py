"""Views and NetworkX, both ways; and NetworkxStore, the plain reference of every other store.

A node of the MultiDiGraph has the id as its name and the plain fields as attributes, with `kind`
("document"); a topic's own kind is `topic_kind`. An edge has `kind`, `pinpoint`, `printed` and the fields of
its evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.kinds import NODE_TYPES, kind_of
from graph.lot import lot
from graph.model import (
    BlockKey,
    ChangeSet,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    MentionGroup,
    Node,
    NodeId,
    NodeKind,
    Resolved,
    SourceFile,
    Task,
)
from graph.plain import from_plain, to_plain
from graph.reach import Reach, in_order, walk
from graph.refusals import missing_nodes
from graph.search_words import readings, words_of
from graph.store import Around, FileRow, Near, TaskFilter, View, edge_order, mention_order, task_order

if TYPE_CHECKING:
    from networkx import MultiDiGraph


def to_networkx(view: View, ids: Iterable[NodeId] | None = None) -> MultiDiGraph[str]:
    """The whole view, or what these nodes and the edges between them make."""
    import networkx  # noqa: PLC0415

    graph: MultiDiGraph[str] = networkx.MultiDiGraph()
    chosen = None if ids is None else set(ids)
    for node in _everything(view) if chosen is None else view.nodes(chosen).values():
        _add_node(graph, node)
    for edge in view.scan_edges() if chosen is None else view.edges_from(chosen):
        if edge.target in graph:
            _add_edge(graph, edge)
    return graph


def from_networkx(graph: MultiDiGraph[str]) -> View:
    """The MultiDiGraph that `to_networkx` made (and a notebook has changed, perhaps) as a View again."""
    return NetworkxStore(graph)


class NetworkxStore(Near):
    """A GraphStore in memory: every answer in the plainest way, for tests and small graphs."""

    batch = 64

    def __init__(self, graph: MultiDiGraph[str] | None = None) -> None:
        import networkx  # noqa: PLC0415

        self.graph: MultiDiGraph[str] = networkx.MultiDiGraph() if graph is None else graph
        self._files: dict[FileKey, SourceFile] = {}
        self._resolved: dict[tuple[FileKey, int], Resolved] = {}
        self._groups: dict[tuple[BlockKey, str], MentionGroup] = {}

    # ---- View ----------------------------------------------------------------------------------

    def nodes(self, ids: Iterable[NodeId]) -> Mapping[NodeId, Node]:
        """As `View.nodes`."""
        return {id: self._node(id) for id in sorted(set(ids)) if id in self.graph}

    def edges_from(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_from`."""
        there = [id for id in set(ids) if id in self.graph]
        return _ordered(self.graph.out_edges(there, data=True), kinds)

    def edges_to(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_to`."""
        there = [id for id in set(ids) if id in self.graph]
        return _ordered(self.graph.in_edges(there, data=True), kinds)

    def edges_between(
        self, pairs: Iterable[tuple[NodeId, NodeId]], kinds: frozenset[EdgeKind] = frozenset()
    ) -> Sequence[Edge]:
        """As `View.edges_between`."""
        wanted = set(pairs)
        return [
            edge
            for edge in self.edges_from([source for source, _ in wanted], kinds)
            if (edge.source, edge.target) in wanted
        ]

    def around(
        self, ids: Iterable[NodeId], *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> Around:
        """As `View.around`."""
        ids = list(ids)
        edges = set(self.edges_from(ids, leaving) if leaving else ())
        edges.update(self.edges_to(ids, reaching) if reaching else ())
        ends = {end for edge in edges for end in (edge.source, edge.target)}
        return Around(sorted(edges, key=edge_order), self.nodes(ends))

    def upward(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        """As `View.upward`."""
        return self._reach(start, kinds, self.graph.succ)

    def downward(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Reach:
        """As `View.downward`."""
        return self._reach(start, kinds, self.graph.pred, most)

    def groups(
        self, blocks: Iterable[BlockKey], *, files: Collection[FileKey] | None = None
    ) -> Sequence[MentionGroup]:
        """As `View.groups`."""
        wanted = set(blocks)
        found = (group for (block, _), group in sorted(self._groups.items()) if block in wanted)
        return [group for group in found if files is None or group.file is None or group.file in files]

    def mentions_of(self, documents: Iterable[NodeId]) -> Sequence[Resolved]:
        """As `View.mentions_of`."""
        wanted = set(documents)
        chosen = [each for each in self._resolved.values() if each.document in wanted]
        return sorted(chosen, key=mention_order)

    def mentions(self, files: Iterable[FileKey]) -> Sequence[Resolved]:
        """As `View.mentions`."""
        wanted = set(files)
        chosen = [each for each in self._resolved.values() if each.mention.file in wanted]
        return sorted(chosen, key=mention_order)

    def files(self, keys: Iterable[FileKey]) -> Mapping[FileKey, SourceFile]:
        """As `View.files`."""
        return {key: self._files[key] for key in sorted(set(keys)) if key in self._files}

    def texts(self, keys: Iterable[FileKey]) -> Mapping[FileKey, str]:
        """As `View.texts`."""
        return {key: file.text for key, file in self.files(keys).items()}

    def ledger(self) -> Iterator[FileRow]:
        """As `View.ledger`."""
        for key, file in sorted(self._files.items()):
            yield FileRow(key, file.sha256, file.rules, file.jurisdiction, file.origin, file.beside)

    def files_named(self, name: str) -> Sequence[FileKey]:
        """As `View.files_named`."""
        return [key for key in sorted(self._files) if key == name or key.endswith(f"/{name}")]

    def find(self, text: str, *, limit: int, kind: NodeKind | None = None) -> Sequence[Node]:
        """As `View.find`."""
        wanted = readings(text)
        found = (
            node
            for node in map(self._node, self.graph)
            if kind in (None, kind_of(node)) and any(words <= words_of(node) for words in wanted)
        )
        kept = sorted(found, key=lambda node: lot(node.id))[:limit]
        return sorted(kept, key=lambda node: node.id)

    def tasks(self, where: TaskFilter) -> Sequence[Task]:
        """As `View.tasks`."""
        chosen = [
            node for node in self.scan(NodeKind.TASK) if isinstance(node, Task) and self._fits(node, where)
        ]
        return sorted(chosen, key=task_order)

    def scan(self, kind: NodeKind) -> Iterator[Node]:
        """As `View.scan`."""
        for id in sorted(id for id, data in self.graph.nodes(data=True) if data["kind"] == kind):
            yield self._node(NodeId(id))

    def scan_edges(self) -> Iterator[Edge]:
        """As `View.scan_edges`."""
        yield from _ordered(self.graph.edges(data=True), frozenset())

    # ---- Writer --------------------------------------------------------------------------------

    def apply(self, changes: ChangeSet) -> None:
        """As `Writer.apply`; refused before anything is changed when an edge or mention would hang."""
        put = {node.id: node for node in changes.nodes}
        touched = {*changes.removed, *changes.refreshed}
        dropped = set(changes.dropped_nodes) - put.keys()
        self._refuse_hanging(changes, touched, after=(set(self.graph) - dropped) | put.keys())
        freed = self._drop_edges(touched) - put.keys()
        self._resolved = {key: each for key, each in self._resolved.items() if key[0] not in touched}
        for key in changes.removed:
            self._files.pop(key, None)
        self.graph.remove_nodes_from(dropped)
        for node in put.values():
            _add_node(self.graph, node)
        self._files.update((file.key, file) for file in changes.files)
        self._resolved.update(((each.mention.file, each.mention.index), each) for each in changes.resolved)
        self._groups.update((group.place, group) for group in changes.groups)
        self._groups = {key: group for key, group in self._groups.items() if group.mentions}
        for edge in changes.edges:
            _add_edge(self.graph, edge)
        self.graph.remove_nodes_from([id for id in freed if id in self.graph and self.graph.degree(id) == 0])

    def update(self, decide: Callable[[View], ChangeSet]) -> None:
        """As `Writer.update`."""
        self.apply(decide(self))

    def close(self) -> None:
        """Nothing to give back."""

    # ---- parts ---------------------------------------------------------------------------------

    def _node(self, id: NodeId | str) -> Node:
        attributes = dict(self.graph.nodes[id])
        type_ = NODE_TYPES[NodeKind(attributes.pop("kind"))]
        if "topic_kind" in attributes:
            attributes["kind"] = attributes.pop("topic_kind")
        return from_plain(type_, {"id": id} | attributes)

    def _reach(
        self, start: NodeId, kinds: frozenset[EdgeKind], beside: Any, most: int | None = None
    ) -> Reach:
        """`beside`: the neighbours of each node, in the direction of the walk."""
        if start not in self.graph:
            return Reach({start: ()})

        def links_of(level: list[NodeId]) -> Iterable[tuple[NodeId, NodeId]]:
            for near in sorted(level, key=lot):
                found = {
                    (data["kind"], lot(far), far)
                    for far, between in beside[near].items()
                    for data in between.values()
                    if data["kind"] in kinds and far != near
                }
                yield from ((near, far) for _, _, far in sorted(found))

        links, every, truncated = walk(start, links_of, most=most)
        return Reach(in_order(start, links, {id: id for id in every}), truncated)

    def _fits(self, task: Task, where: TaskFilter) -> bool:
        due = _due(task)
        return (
            (where.agencies is None or any(e.target in where.agencies for e in self._roles(task, where)))
            and (where.documents is None or task.document in where.documents)
            and (where.due_before is None or (due is not None and due < where.due_before))
            and (where.modality is None or task.modality is where.modality)
        )

    def _roles(self, task: Task, where: TaskFilter) -> Sequence[Edge]:
        return self.edges_from([task.id], where.roles) if where.roles else []

    def _refuse_hanging(self, changes: ChangeSet, touched: set[FileKey], *, after: set[str]) -> None:
        """`after`: the nodes that will be there. Every end must be one of them."""
        kept = [edge for edge in self.scan_edges() if edge.evidence.file not in touched]
        ends = {end for edge in (*kept, *changes.edges) for end in (edge.source, edge.target)}
        put = {(each.mention.file, each.mention.index) for each in changes.resolved}
        still = (each for key, each in self._resolved.items() if key[0] not in touched and key not in put)
        ends.update(each.document for each in (*still, *changes.resolved))
        if missing := ends - after:
            raise missing_nodes(missing)

    def _drop_edges(self, touched: set[FileKey]) -> set[str]:
        """Gives the agencies, tasks and topics at the ends of the edges that went."""
        going = [
            (source, target, key)
            for source, target, key, data in self.graph.edges(keys=True, data=True)
            if data["file"] in touched
        ]
        self.graph.remove_edges_from(going)
        ends = {end for source, target, _ in going for end in (source, target)}
        return {end for end in ends if self.graph.nodes[end]["kind"] != NodeKind.DOCUMENT}


def _everything(view: View) -> Iterator[Node]:
    for kind in NodeKind:
        yield from view.scan(kind)


def _due(task: Task) -> str | None:
    return task.deadline.date_to if task.deadline else None


def _add_node(graph: MultiDiGraph[str], node: Node) -> None:
    """An attribute that is left from before is no part of the node."""
    attributes = to_plain(node, keep_defaults=True)
    del attributes["id"]
    if "kind" in attributes:
        attributes["topic_kind"] = attributes.pop("kind")
    graph.add_node(node.id)
    graph.nodes[node.id].clear()
    graph.nodes[node.id].update(attributes, kind=kind_of(node).value)


def _add_edge(graph: MultiDiGraph[str], edge: Edge) -> None:
    """The key is the place: the same edge put twice is one."""
    place = edge.evidence
    attributes: dict[str, Any] = {"kind": edge.kind.value, "pinpoint": edge.pinpoint, "printed": edge.printed}
    attributes |= to_plain(place, keep_defaults=True)
    key = (edge.kind.value, place.file, place.start, place.end)
    graph.add_edge(edge.source, edge.target, key, **attributes)


def _ordered(rows: Iterable[tuple[str, str, dict[str, Any]]], kinds: frozenset[EdgeKind]) -> list[Edge]:
    edges = (_edge(*row) for row in rows if not kinds or row[2]["kind"] in kinds)
    return sorted(edges, key=edge_order)


def _edge(source: str, target: str, attributes: Mapping[str, Any]) -> Edge:
    rest = dict(attributes)
    kind, pinpoint, printed = EdgeKind(rest.pop("kind")), rest.pop("pinpoint"), rest.pop("printed")
    return Edge(kind, NodeId(source), NodeId(target), from_plain(Evidence, rest), pinpoint, printed)
