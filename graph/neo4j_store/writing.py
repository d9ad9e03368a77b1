"""One ChangeSet inside a transaction, step by step as its docstring says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, LiteralString

from neo4j import ManagedTransaction

from graph.batches import in_batches
from graph.kinds import kind_of
from graph.model import (
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
)
from graph.neo4j_store import statements as cypher
from graph.neo4j_store.address import Address
from graph.neo4j_store.connecting import AskingTransaction, unavailable
from graph.neo4j_store.properties import (
    EDGE_COLUMNS,
    FILE_COLUMNS,
    GROUP_COLUMNS,
    MENTION_COLUMNS,
    NODE_COLUMNS,
    TEXT_COLUMNS,
    edge_properties,
    file_properties,
    group_properties,
    mention_properties,
    node_properties,
    text_properties,
    values,
)
from graph.neo4j_store.reading import Reading
from graph.refusals import missing_nodes
from graph.store import View, edge_order

ROWS = 5_000
"""Rows of one statement."""

TEXT = 4_000_000
"""Characters of texts in one statement."""


def update(transaction: ManagedTransaction, address: Address, decide: Callable[[View], ChangeSet]) -> None:
    """Lock the store, decide, write: nobody else writes in between."""
    if not transaction.run(cypher.LOCK).consume().counters.properties_set:
        reason = "the database was emptied while it was in use; run the command again"
        raise unavailable(address, "neo4j_emptied", reason)
    _write(transaction, address, decide(Reading(AskingTransaction(transaction))))


def _write(transaction: ManagedTransaction, address: Address, changes: ChangeSet) -> None:
    put = {node.id: node for node in changes.nodes}
    known = _known(transaction, changes)
    freed = _drop(transaction, changes, known)
    _drop_nodes(transaction, address, [id for id in changes.dropped_nodes if id not in put])
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


def _drop_nodes(transaction: ManagedTransaction, address: Address, ids: Sequence[NodeId]) -> None:
    """The server keeps a node while relationships are left, also those that somebody made by hand."""
    if _run(transaction, cypher.MADE_BY_HAND, ids):
        reason = "a node that is to go has relationships that chidao did not write; delete them, "
        raise unavailable(address, "neo4j_by_hand", f"{reason}then run the command again")
    _run(transaction, cypher.DROP_NODES, ids)


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
    rows: dict[NodeKind, list[Any]] = defaultdict(list)
    for node in nodes:
        kind = kind_of(node)
        rows[kind].append(values(node_properties(node), NODE_COLUMNS[kind]))
    for kind, those in rows.items():
        _run(transaction, cypher.PUT_NODES[kind], those)


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
        text = text_properties(file)
        length += len(text["text"]) + len(text["parsed"])
        if part and length > TEXT:
            yield part
            part, length = [], 0
        part.append((values(file_properties(file), FILE_COLUMNS), values(text, TEXT_COLUMNS)))
    yield part


def _put_mentions(
    transaction: ManagedTransaction, resolved: Iterable[Resolved], crowded: Collection[FileKey]
) -> None:
    """`crowded`: files whose other mentions stay, so that one of the same index is replaced."""
    by_place = {(each.mention.file, each.mention.index): each for each in resolved}
    _run(transaction, cypher.DROP_MENTIONS_AT, [place for place in by_place if place[0] in crowded])
    rows = (
        [file, each.document, *values(mention_properties(each.mention), MENTION_COLUMNS)]
        for (file, _), each in by_place.items()
    )
    _run(transaction, cypher.PUT_MENTIONS, rows)


def _put_groups(transaction: ManagedTransaction, groups: Iterable[MentionGroup]) -> None:
    """A group without mentions is none."""
    last = {group.place: group for group in groups}
    _run(transaction, cypher.DROP_GROUPS, [place for place, group in last.items() if not group.mentions])
    rows = (values(group_properties(group), GROUP_COLUMNS) for group in last.values() if group.mentions)
    _run(transaction, cypher.PUT_GROUPS, rows)


def _put_edges(transaction: ManagedTransaction, edges: Iterable[Edge], crowded: Collection[FileKey]) -> None:
    """`crowded`: files whose other edges stay, so that one at the same place is replaced."""
    new: dict[EdgeKind, dict[object, Any]] = defaultdict(dict)
    again: dict[EdgeKind, dict[object, Any]] = defaultdict(dict)
    for edge in edges:
        rows = again if edge.evidence.file in crowded else new
        row = [edge.source, edge.target, *values(edge_properties(edge), EDGE_COLUMNS)]
        rows[edge.kind][edge_order(edge)] = row
    for kind, those in new.items():
        _run(transaction, cypher.PUT_EDGES[kind], those.values())
    for kind, those in again.items():
        _run(transaction, cypher.REPLACE_EDGES[kind], those.values())


# ---- parts -------------------------------------------------------------------------------------


def _files_named(changes: ChangeSet) -> set[FileKey]:
    named = {file.key for file in changes.files}
    named.update(each.mention.file for each in changes.resolved)
    named.update(edge.evidence.file for edge in changes.edges)
    return named


def _run(transaction: ManagedTransaction, statement: LiteralString, rows: Iterable[Any]) -> list[Any]:
    """A statement over rows, so many at a time; nothing for none."""
    answers: list[Any] = []
    for some in in_batches(rows, ROWS):
        answers += transaction.run(statement, rows=some)
    return answers
