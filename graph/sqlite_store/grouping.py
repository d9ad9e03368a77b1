"""The groups of mentions of a store that was written before they were kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from graph.identity.groups import group_key, regrouped
from graph.model import DocumentMention, MentionGroup, NodeId
from graph.plain import as_json, from_plain, to_plain
from graph.sqlite_store import statements as sql


def count_mentions(connection: sqlite3.Connection) -> None:
    """Fill the table of groups from that of mentions, a block at a time."""
    rows = connection.execute(sql.MENTIONS_BY_BLOCK)
    for _, block in groupby(rows, key=lambda row: row[2]):
        said: list[tuple[DocumentMention, NodeId]] = []
        for file, index, key, data, document in block:
            mention = {"file": file, "index": index, "block": key} | json.loads(data)
            said.append((from_plain(DocumentMention, mention), document))
        documents = {group_key(mention): document for mention, document in said}
        groups = regrouped((), gone=(), come=[mention for mention, _ in said])
        found = (replace(group, document=documents[group.place]) for group in groups)
        connection.executemany(sql.PUT_GROUP, group_rows(found))


def group_rows(groups: Iterable[MentionGroup]) -> Iterator[tuple[str, str, str, str]]:
    """Groups as rows."""
    for group in groups:
        data = to_plain(group)
        yield data.pop("block"), data.pop("key"), group.file or "", as_json(data)
