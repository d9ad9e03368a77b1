"""One ChangeSet inside a transaction, step by step as its docstring says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from itertools import islice
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.kinds import missing_nodes
from graph.model import ChangeSet, Edge, EdgeKind, FileKey, MentionGroup, Node, NodeId, Resolved, SourceFile
from graph.neo4j_store import statements as cypher
from graph.neo4j_store.connecting import AskingTransaction
from graph.neo4j_store.properties import (
    edge_properties,
    file_properties,
    group_properties,
    label_of,
    mention_properties,
    node_properties,
    text_properties,
)
from graph.neo4j_store.reading import Reading
from graph.store import View

ROWS = 5_000
"""Rows of one statement."""

TEXT = 4_000_000
"""Characters of texts in one statement."""


def update(transaction: ManagedTransaction, decide: Callable[[View], ChangeSet]) -> None:
    """Lock the store, decide, write: nobody else writes in between."""
    transaction.run(cypher.LOCK).consume()
    _write(transaction, decide(Reading(AskingTransaction(transaction))))


def _write(transaction: ManagedTransaction, changes: ChangeSet) -> None:
    put = {node.id: node for node in changes.nodes}
    known = _known(transaction, changes)
    freed = _drop(transaction, changes, known)
    _run(transaction, cypher.DROP_NODES, [id for id in changes.dropped_nodes if id not in put])
    _refuse_hanging(transaction, changes, put)
    _put_nodes(transaction, put.values())
    _put_files(transaction, changes)
    crowded = known - {*changes.refreshed, *changes.removed}
    _put_mentions(transaction, changes.resolved, crowded)
    _put_groups(transaction, changes.groups)
    _put_edges(transaction, changes.edges, crowded)
    _run(transaction, cypher.DROP_ORPHANS, sorted(freed - put.keys()))


# ---- what goes ---------------------------------------------------------------------------------


def _known(transaction: ManagedTransaction, changes: ChangeSet) -> set[FileKey]:
    """Those files of the changes that the store knows: what is new has nothing to drop or replace."""
    keys = {*changes.removed, *changes.refreshed, *_files_named(changes)}
    return {row["row"] for row in _run(transaction, cypher.FILES_THERE, sorted(keys))}


def _drop(transaction: ManagedTransaction, changes: ChangeSet, known: Set[FileKey]) -> set[NodeId]:
    """Take out what `removed` and `refreshed` files said; gives the nodes that may be orphans now."""
    touched = sorted(known & {*changes.removed, *changes.refreshed})
    freed = {row["id"] for row in _run(transaction, cypher.DROP_EDGES, touched)}
    _run(transaction, cypher.DROP_MENTIONS, touched)
    _run(transaction, cypher.DROP_FILES, sorted(known & set(changes.removed)))
    return freed


def _refuse_hanging(transaction: ManagedTransaction, changes: ChangeSet, put: Mapping[NodeId, Node]) -> None:
    """Every end must be put or be there."""
    ends = {end for edge in changes.edges for end in (edge.source, edge.target)}
    ends.update(each.document for each in changes.resolved)
    ends -= put.keys()
    there = {row["row"] for row in _run(transaction, cypher.NODES_THERE, sorted(ends))}
    if missing := ends - there:
        raise missing_nodes(missing)


# ---- what comes --------------------------------------------------------------------------------


def _put_nodes(transaction: ManagedTransaction, nodes: Iterable[Node]) -> None:
    rows: dict[str, list[Any]] = defaultdict(list)
    for node in nodes:
        rows[label_of(node)].append(node_properties(node))
    for label, those in rows.items():
        _run(transaction, cypher.PUT_NODES[label], those)


def _put_files(transaction: ManagedTransaction, changes: ChangeSet) -> None:
    """Put the file rows; files that are only named (by an edge, say) have no text."""
    _run(transaction, cypher.NAME_FILES, sorted(_files_named(changes)))
    for some in _by_length(changes.files):
        _run(transaction, cypher.PUT_FILES, some)


def _by_length(files: Iterable[SourceFile]) -> Iterator[list[Any]]:
    """Files in parts whose texts are not too long for one statement."""
    part: list[Any] = []
    length = 0
    for file in files:
        row = {"file": file_properties(file), "text": text_properties(file)}
        length += len(file.text) + len(row["text"]["parsed"])
        if part and length > TEXT:
            yield part
            part, length = [], len(file.text)
        part.append(row)
    yield part


def _put_mentions(
    transaction: ManagedTransaction, resolved: Iterable[Resolved], crowded: Collection[FileKey]
) -> None:
    """`crowded`: files whose other mentions stay, so that one of the same index is replaced."""
    by_place = {(each.mention.file, each.mention.index): each for each in resolved}
    rows = [
        {"file": file, "document": each.document, "own": mention_properties(each.mention)}
        for (file, _), each in by_place.items()
    ]
    _run(transaction, cypher.DROP_MENTIONS_AT, [row for row in rows if row["file"] in crowded])
    _run(transaction, cypher.PUT_MENTIONS, rows)


def _put_groups(transaction: ManagedTransaction, groups: Iterable[MentionGroup]) -> None:
    """A group without mentions is none."""
    last = {group.place: group for group in groups}.values()
    _run(transaction, cypher.DROP_GROUPS, [group_properties(one) for one in last if not one.mentions])
    _run(transaction, cypher.PUT_GROUPS, [group_properties(one) for one in last if one.mentions])


def _put_edges(transaction: ManagedTransaction, edges: Iterable[Edge], crowded: Collection[FileKey]) -> None:
    """`crowded`: files whose other edges stay, so that one at the same place is replaced."""
    new: dict[EdgeKind, dict[object, Any]] = defaultdict(dict)
    again: dict[EdgeKind, dict[object, Any]] = defaultdict(dict)
    for edge in edges:
        place = edge.evidence
        group = again if place.file in crowded else new
        row = {"source": edge.source, "target": edge.target, "own": edge_properties(edge)}
        group[edge.kind][edge.source, edge.target, place.file, place.start, place.end] = row
    for kind, rows in new.items():
        _run(transaction, cypher.PUT_EDGES[kind], list(rows.values()))
    for kind, rows in again.items():
        _run(transaction, cypher.REPLACE_EDGES[kind], list(rows.values()))


# ---- parts -------------------------------------------------------------------------------------


def _files_named(changes: ChangeSet) -> set[FileKey]:
    named = {file.key for file in changes.files}
    named.update(each.mention.file for each in changes.resolved)
    named.update(edge.evidence.file for edge in changes.edges)
    return named


def _run(transaction: ManagedTransaction, statement: LiteralString, rows: Iterable[Any]) -> list[Any]:
    """A statement over rows, so many at a time; nothing for none."""
    answers: list[Any] = []
    waiting = iter(rows)
    while some := list(islice(waiting, ROWS)):
        answers += transaction.run(statement, rows=some)
    return answers
