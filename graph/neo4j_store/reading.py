"""Every question of `graph.store.View`, each as one constant statement; order is made here, by Python."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, LiteralString

from neo4j import Record

from graph.model import (
    BlockKey,
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
from graph.neo4j_store import statements as cypher
from graph.neo4j_store.connecting import Asking
from graph.neo4j_store.properties import (
    KINDS,
    LABELS,
    edge_of,
    file_of,
    group_of,
    node_of,
    resolved_of,
    row_of,
    search_word,
)
from graph.reach import Chains, Reach, in_order, walk
from graph.search_words import readings
from graph.store import Around, FileRow, TaskFilter, asked_chains, edge_order, mention_order, task_order

PAGE = 2_000
"""Rows in memory at a time when everything is streamed."""

_EVERYTHING = 2**62


class Reading:
    """A View over a server or over one transaction of it."""

    def __init__(self, asking: Asking) -> None:
        self._ask = asking

    def nodes(self, ids: Iterable[NodeId]) -> Mapping[NodeId, Node]:
        """As `View.nodes`."""
        rows = self._ask.rows(cypher.NODES, ids=sorted(set(ids)))
        return {node.id: node for node in map(_node, rows)}

    def edges_from(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_from`."""
        return self._edges(cypher.edges_from(kinds), ids=list(set(ids)))

    def edges_to(self, ids: Iterable[NodeId], kinds: frozenset[EdgeKind] = frozenset()) -> Sequence[Edge]:
        """As `View.edges_to`."""
        return self._edges(cypher.edges_to(kinds), ids=list(set(ids)))

    def edges_between(
        self, pairs: Iterable[tuple[NodeId, NodeId]], kinds: frozenset[EdgeKind] = frozenset()
    ) -> Sequence[Edge]:
        """As `View.edges_between`."""
        return self._edges(cypher.edges_between(kinds), pairs=list(dict.fromkeys(pairs)))

    def around(
        self, ids: Iterable[NodeId], *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> Around:
        """As `View.around`, in one trip."""
        if not leaving and not reaching:
            return Around([], {})
        [row] = self._ask.rows(cypher.around(leaving, reaching), ids=sorted(set(ids)))
        return _around(row)

    def upward(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        """As `View.upward`, in one trip."""
        return _reach(start, self._ask.rows(cypher.links_up(kinds), start=start)) if kinds else _alone(start)

    def downward(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Reach:
        """As `View.downward`: one trip, or one more for each level where it must be cut."""
        if not kinds:
            return _alone(start)
        rows = self._ask.rows(cypher.links_down(kinds), start=start, most=_room(most))
        return _reach(start, rows) if rows or most is None else self._cut(start, kinds, most)

    def chains_up(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Chains:
        """As `View.chains_up`, in one trip."""
        if not kinds:
            return asked_chains(self, _alone(start), kinds)
        return _chains(start, self._ask.rows(cypher.chains_up(kinds), start=start), up=True)

    def chains_down(self, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None = None) -> Chains:
        """As `View.chains_down`, in one trip unless it must be cut."""
        if not kinds:
            return asked_chains(self, _alone(start), kinds)
        rows = self._ask.rows(cypher.chains_down(kinds), start=start, most=_room(most))
        if rows or most is None:
            return _chains(start, rows, up=False)
        return asked_chains(self, self._cut(start, kinds, most), kinds)

    def _cut(self, start: NodeId, kinds: frozenset[EdgeKind], most: int) -> Reach:
        """The nearest `most` nodes, level by level."""

        def links_of(level: list[NodeId]) -> Iterable[tuple[NodeId, NodeId]]:
            for row in self._ask.stream(cypher.level_down(kinds), level=level):
                yield row["near"], row["far"]

        links, _, truncated = walk(start, links_of, most=most)
        return Reach(in_order(start, links, _Same()), truncated)

    def groups(
        self, blocks: Iterable[BlockKey], *, files: Collection[FileKey] | None = None
    ) -> Sequence[MentionGroup]:
        """As `View.groups`."""
        only = None if files is None else list(files)
        rows = self._ask.rows(cypher.GROUPS, blocks=list(set(blocks)), files=only)
        return sorted((group_of(row["own"]) for row in rows), key=lambda group: group.place)

    def mentions_of(self, documents: Iterable[NodeId]) -> Sequence[Resolved]:
        """As `View.mentions_of`."""
        return _mentions(self._ask.rows(cypher.MENTIONS_OF, ids=list(set(documents))))

    def mentions(self, files: Iterable[FileKey]) -> Sequence[Resolved]:
        """As `View.mentions`."""
        return _mentions(self._ask.rows(cypher.MENTIONS, keys=list(set(files))))

    def files(self, keys: Iterable[FileKey]) -> Mapping[FileKey, SourceFile]:
        """As `View.files`."""
        rows = self._ask.rows(cypher.FILES, keys=sorted(set(keys)))
        return {row["own"]["key"]: file_of(row["own"], row["text"]) for row in rows}

    def texts(self, keys: Iterable[FileKey]) -> Mapping[FileKey, str]:
        """As `View.texts`."""
        rows = self._ask.rows(cypher.TEXTS, keys=sorted(set(keys)))
        return {row["key"]: row["text"] for row in rows}

    def ledger(self) -> Iterator[FileRow]:
        """As `View.ledger`."""
        return (row_of(row["own"]) for row in self._pages(cypher.LEDGER))

    def files_named(self, name: str) -> Sequence[FileKey]:
        """As `View.files_named`."""
        return sorted(row["key"] for row in self._ask.rows(cypher.FILES_NAMED, name=name))

    def find(self, text: str, *, limit: int, kind: NodeKind | None = None) -> Sequence[Node]:
        """As `View.find`."""
        wanted = " ".join(f"({_all_of(words)})" for words in readings(text))
        if not wanted:
            return []
        label = LABELS[kind] if kind else None
        rows = self._ask.rows(cypher.FIND, words=wanted, label=label, limit=limit)
        return sorted(map(_node, rows), key=lambda node: node.id)

    def tasks(self, where: TaskFilter) -> Sequence[Task]:
        """As `View.tasks`, by the index of the narrowest field that is given."""
        if where.agencies is not None and not where.roles:
            return []
        rows = self._ask.rows(cypher.tasks(_matched(where)), **_values(where))
        return _in_task_order(node_of(NodeKind.TASK, row["own"]) for row in rows)

    def tasks_around(
        self, where: TaskFilter, *, leaving: frozenset[EdgeKind], reaching: frozenset[EdgeKind]
    ) -> tuple[Sequence[Task], Around]:
        """As `View.tasks_around`, in one trip."""
        if (where.agencies is not None and not where.roles) or not (leaving or reaching):
            return self.tasks(where), Around([], {})
        statement = cypher.tasks_around(_matched(where), leaving, reaching)
        [row] = self._ask.rows(statement, **_values(where))
        return _in_task_order(_labelled(*each) for each in row["found"]), _around(row)

    def scan(self, kind: NodeKind) -> Iterator[Node]:
        """As `View.scan`."""
        return (node_of(kind, row["own"]) for row in self._pages(cypher.SCAN[kind]))

    def scan_edges(self) -> Iterator[Edge]:
        """As `View.scan_edges`: as the first key is the source, a page of sources at a time."""
        ids: list[NodeId] = []
        for row in self._pages(cypher.IDS):
            ids.append(row["after"])
            if len(ids) == PAGE:
                yield from self.edges_from(ids)
                ids.clear()
        yield from self.edges_from(ids)

    def _edges(self, statement: LiteralString, **values: Any) -> list[Edge]:
        rows = self._ask.rows(statement, **values)
        return sorted(map(_edge, rows), key=edge_order)

    def _pages(self, statement: LiteralString) -> Iterator[Record]:
        """All rows, a page after the last key seen: nothing stays open while the caller writes."""
        after = ""
        while rows := self._ask.rows(statement, after=after, page=PAGE):
            yield from rows
            after = rows[-1]["after"]


def _room(most: int | None) -> int:
    """Nodes that may be reached, the start among them."""
    return _EVERYTHING if most is None else most + 1


def _node(row: Record) -> Node:
    return _labelled(row["labels"], row["own"])


def _labelled(labels: Iterable[str], own: Mapping[str, Any]) -> Node:
    return node_of(next(KINDS[label] for label in labels if label in KINDS), own)


def _edge(row: Record) -> Edge:
    return edge_of(row["source"], row["type"], row["target"], row["own"])


def _mentions(rows: Iterable[Record]) -> list[Resolved]:
    found = (resolved_of(row["file"], row["own"], row["document"]) for row in rows)
    return sorted(found, key=mention_order)


def _reach(start: NodeId, rows: Iterable[Record]) -> Reach:
    links = {row["near"]: row["far"] for row in rows}
    return Reach(in_order(start, links, _Same()))


def _chains(start: NodeId, rows: Iterable[Record], *, up: bool) -> Chains:
    nodes: dict[NodeId, Node] = {}
    links: dict[NodeId, dict[NodeId, None]] = {}
    edges: dict[tuple[NodeId, NodeId], list[Edge]] = defaultdict(list)
    for row in rows:
        near = row["id"]
        nodes[near] = _node(row)
        for far, type_, own in row["links"]:
            if far is not None:
                links.setdefault(near, {})[far] = None
                pair = (near, far) if up else (far, near)
                edges[pair].append(edge_of(pair[0], type_, pair[1], own))

    def between(pairs: Iterable[tuple[NodeId, NodeId]]) -> list[Edge]:
        return sorted((edge for pair in set(pairs) for edge in edges.get(pair, ())), key=edge_order)

    return Chains(Reach(in_order(start, links, _Same())), dict(sorted(nodes.items())), between)


def _alone(start: NodeId) -> Reach:
    return Reach({start: ()})


class _Same(dict[NodeId, NodeId]):
    """Every id by itself, for a walk over ids."""

    def __missing__(self, id: NodeId) -> NodeId:
        return id


def _all_of(words: Iterable[str]) -> str:
    """In Lucene's grammar, each of them must occur."""
    return " ".join(f'+"{search_word(word)}"' for word in sorted(words))


def _around(row: Record) -> Around:
    edges = sorted((edge_of(*each) for each in row["edges"]), key=edge_order)
    nodes = {node.id: node for each in (*row["found"], *row["beyond"]) for node in (_labelled(*each),)}
    ends = sorted({end for edge in edges for end in (edge.source, edge.target)})
    return Around(edges, {end: nodes[end] for end in ends})


def _matched(where: TaskFilter) -> LiteralString:
    if where.agencies is not None:
        return cypher.tasks_of_agencies(where.roles)
    if where.documents is not None:
        return cypher.TASKS_OF_DOCUMENTS
    return cypher.TASKS if where.due_before is None else cypher.TASKS_DUE


def _values(where: TaskFilter) -> dict[str, Any]:
    return {
        "agencies": list(where.agencies or ()),
        "documents": None if where.documents is None else list(where.documents),
        "due_before": where.due_before,
        "modality": where.modality,
    }


def _in_task_order(nodes: Iterable[Node]) -> list[Task]:
    return sorted((node for node in nodes if isinstance(node, Task)), key=task_order)
