"""One ChangeSet as one transaction, step by step as its docstring says.

A node that is put stays, with or without edges: so a ChangeSet applied twice is the same as once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from graph.kinds import kind_of
from graph.lot import lot
from graph.model import ChangeSet, Edge, Node, NodeId, Resolved, SourceFile, Task
from graph.packing import packed
from graph.plain import as_json, to_json, to_plain
from graph.refusals import missing_nodes
from graph.search_words import words_of
from graph.sqlite_store import statements as sql
from graph.sqlite_store.grouping import group_rows
from graph.sqlite_store.reading import json_array

Keys = Mapping[Any, int]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside or nothing; no other program writes from its start."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def write(connection: sqlite3.Connection, changes: ChangeSet) -> None:
    """The steps of a ChangeSet, inside a transaction."""
    put = {node.id: node for node in changes.nodes}
    freed = _drop(connection, changes)
    dropped = [id for id in changes.dropped_nodes if id not in put]
    connection.execute(sql.DROP_NODES, [json_array(dropped)])
    _put_nodes(connection, put)
    files = _put_files(connection, changes)
    ends = _keys_of_ends(connection, changes)
    connection.executemany(sql.PUT_MENTION, _mention_rows(changes.resolved, files, ends))
    connection.executemany(
        sql.DROP_GROUP, ((one.block, one.key) for one in changes.groups if not one.mentions)
    )
    connection.executemany(sql.PUT_GROUP, group_rows(one for one in changes.groups if one.mentions))
    connection.executemany(sql.PUT_EDGE, _edge_rows(changes.edges, files, ends))
    connection.execute(sql.DROP_ORPHANS, [json_array(freed - put.keys())])


def _drop(connection: sqlite3.Connection, changes: ChangeSet) -> set[NodeId]:
    """Take out what `removed` and `refreshed` files said; gives the nodes that may be orphans now."""
    touched = json_array({*changes.removed, *changes.refreshed})
    freed = {id for (id,) in connection.execute(sql.FREED_BY_FILES, {"files": touched})}
    connection.execute(sql.DROP_EDGES, [touched])
    connection.execute(sql.DROP_MENTIONS, [touched])
    connection.execute(sql.DROP_FILES, [json_array(changes.removed)])
    return freed


# ---- nodes -------------------------------------------------------------------------------------


def _put_nodes(connection: sqlite3.Connection, nodes: Mapping[NodeId, Node]) -> None:
    """Only what differs is written: a law that everyone cites is put again with every file."""
    stored = {id: tuple(row) for id, *row in connection.execute(sql.STORED_NODES, [json_array(nodes)])}
    rows = {id: _node_row(node) for id, node in nodes.items()}
    changed = {id: row for id, row in rows.items() if row != stored.get(id)}
    keys = {id: lot(id) for id in sorted(changed, key=lot)}  # ascending, as the search index likes them best
    connection.executemany(sql.PUT_NODE, ((keys[id], id, *changed[id][:2]) for id in keys))
    named = (id for id in keys if id not in stored or changed[id][2] != stored[id][2])
    connection.executemany(sql.PUT_WORDS, ((keys[id], changed[id][2]) for id in named))
    connection.execute(sql.DROP_TASKS, [json.dumps(list(keys.values()))])
    connection.executemany(sql.PUT_TASK, _task_rows((nodes[id] for id in changed), keys))


def _node_row(node: Node) -> tuple[str, str, str]:
    own = to_plain(node)
    del own["id"]  # it has a column of its own
    return kind_of(node).value, as_json(own), " ".join(sorted(words_of(node)))


def _task_rows(nodes: Iterable[Node], keys: Keys) -> Iterator[tuple[Any, ...]]:
    for node in nodes:
        if isinstance(node, Task):
            due = node.deadline.date_to if node.deadline else None
            yield keys[node.id], node.document, node.modality.value, due


# ---- files, mentions, edges --------------------------------------------------------------------


def _put_files(connection: sqlite3.Connection, changes: ChangeSet) -> Keys:
    """Put the file rows; gives the keys of every file that the changes name."""
    named = {file.key for file in changes.files}
    named.update(resolved.mention.file for resolved in changes.resolved)
    named.update(edge.evidence.file for edge in changes.edges)
    names = json_array(named)
    connection.execute(sql.NAME_FILES, [names])
    keys: dict[str, int] = dict(connection.execute(sql.FILE_KEYS, [names]))
    connection.executemany(sql.PUT_FILE, (_file_row(file, keys) for file in changes.files))
    connection.executemany(sql.PUT_CONTENT, (_content_row(file, keys) for file in changes.files))
    return keys


def _file_row(file: SourceFile, keys: Keys) -> tuple[Any, ...]:
    return file.sha256, file.rules, file.jurisdiction, file.origin, to_json(file.beside), keys[file.key]


def _content_row(file: SourceFile, keys: Keys) -> tuple[Any, ...]:
    return keys[file.key], packed(file.text), packed(to_json(file.parsed))


def _keys_of_ends(connection: sqlite3.Connection, changes: ChangeSet) -> Keys:
    ids = {end for edge in changes.edges for end in (edge.source, edge.target)}
    ids.update(resolved.document for resolved in changes.resolved)
    keys: dict[str, int] = dict(connection.execute(sql.NODE_KEYS, [json_array(ids)]))
    if missing := ids - keys.keys():
        raise missing_nodes(missing)
    return keys


def _mention_rows(resolved: Iterable[Resolved], files: Keys, nodes: Keys) -> Iterator[tuple[Any, ...]]:
    for each in resolved:
        data = to_plain(each.mention)
        file, place, block = data.pop("file"), data.pop("index"), data.pop("block")
        yield files[file], place, block, nodes[each.document], as_json(data)


def _edge_rows(edges: Iterable[Edge], files: Keys, nodes: Keys) -> Iterator[tuple[Any, ...]]:
    for edge in edges:
        place = edge.evidence
        yield (
            nodes[edge.source],
            nodes[edge.target],
            edge.kind.value,
            files[place.file],
            place.start,
            place.end,
            place.quote,
            place.sentence_start,
            place.sentence_end,
            place.rule,
            place.page,
            edge.pinpoint,
            edge.printed,
        )
