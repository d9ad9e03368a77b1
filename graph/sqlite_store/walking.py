"""The walks of `graph.store.View`: in the indexes edge_out and edge_in, over keys."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from graph.model import EdgeKind, NodeId
from graph.reach import Reach, in_order, walk
from graph.sqlite_store import statements as sql
from graph.sqlite_store.reading import json_array

MOST_KEPT = 100_000
"""Nodes whose neighbours are kept, about 40 MB."""


class Above:
    """`View.upward`, with the links that were read before: all chains end in the same few laws.

    True as long as nobody writes, so only a read-only store, which shows one moment, keeps it.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._forget()

    def _forget(self) -> None:
        self._keys: dict[NodeId, int] = {}
        self._ids: dict[int, NodeId] = {}
        self._links: dict[frozenset[EdgeKind], dict[NodeId, tuple[NodeId, ...]]] = {}

    def reach(self, start: NodeId, kinds: frozenset[EdgeKind]) -> Reach:
        """Level by level, neighbours by id."""
        if len(self._keys) > MOST_KEPT:
            self._forget()
        if start not in self._keys and not self._name(sql.NODE_KEYS, json_array([start])):
            return Reach({start: ()})
        kept = self._links.setdefault(kinds, {})
        links: dict[NodeId, tuple[NodeId, ...]] = {}
        level = [start]
        while level:
            if new := [id for id in level if id not in kept]:
                kept |= self._read(new, kinds)
            links.update([(id, kept[id]) for id in level])
            level = list(dict.fromkeys([far for near in level for far in kept[near] if far not in links]))
        return Reach(links)

    def _read(self, nodes: Iterable[NodeId], kinds: frozenset[EdgeKind]) -> dict[NodeId, tuple[NodeId, ...]]:
        found: dict[int, set[int]] = {self._keys[id]: set() for id in nodes}
        values = {"keys": json.dumps(list(found)), "kinds": json_array(kinds)}
        for near, far in self._connection.execute(sql.LINKS_UP, values):
            found[near].add(far)
        self._name(sql.IDS_OF, json.dumps(list(set().union(*found.values()) - self._ids.keys())))
        return {
            self._ids[near]: tuple(sorted([self._ids[far] for far in fars])) for near, fars in found.items()
        }

    def _name(self, statement: str, wanted: str) -> bool:
        """Ids and keys of what is wanted; whether there was any."""
        rows = self._connection.execute(statement, [wanted]).fetchall()
        self._keys.update(rows)
        self._ids.update([(key, id) for id, key in rows])
        return bool(rows)


def below(
    connection: sqlite3.Connection, start: NodeId, kinds: frozenset[EdgeKind], *, most: int | None
) -> Reach:
    """`View.downward`: the cursor of a level is left where there is no more room."""
    known = connection.execute(sql.NODE_KEYS, [json_array([start])]).fetchone()
    if known is None:
        return Reach({start: ()})
    only = json_array(kinds)

    def links_of(level: list[int]) -> Iterable[tuple[int, int]]:
        return connection.execute(sql.LINKS_DOWN, {"keys": json.dumps(level), "kinds": only})

    links, found, truncated = walk(known[1], links_of, most=most)
    ids = {key: id for id, key in connection.execute(sql.IDS_OF, [json.dumps(found)])}
    return Reach(in_order(start, links, ids), truncated)
