"""The tables of the SQLite store, as the steps that made them.

Nodes and files have an integer key, so an edge is small and its indexes stay in the cache. That of a node is
its lot (`graph.lot`), so an index streams nodes in the order in which a limit keeps them. What is asked for
by value has a column; the rest of a node, a mention or a parse is JSON (`graph.plain`), which takes a new
optional field without a migration. A step that was released is never changed: add the next one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from graph.sqlite_store.grouping import count_mentions
from graph.sqlite_store.lots import draw_lots

Step = str | Callable[[sqlite3.Connection], None]
"""A statement, or what one statement cannot do."""

APPLICATION_ID = 0x63686964
"""`PRAGMA application_id` of every store: "chid" in ASCII."""

FIRST: tuple[Step, ...] = (
    "PRAGMA application_id = 1667787108",
    """
    CREATE TABLE node (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        data TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX node_by_kind ON node (kind, id)",
    # What tasks are chosen and ordered by; `due` is the end of the deadline.
    """
    CREATE TABLE task (
        node INTEGER PRIMARY KEY REFERENCES node ON DELETE CASCADE,
        document TEXT NOT NULL,
        modality TEXT NOT NULL,
        due TEXT
    ) STRICT
    """,
    "CREATE INDEX task_by_document ON task (document)",
    "CREATE INDEX task_by_due ON task (due)",
    # A file that is only named (by an edge, say) and was not read has no sha256.
    """
    CREATE TABLE file (
        key INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,
        sha256 TEXT,
        rules TEXT,
        jurisdiction TEXT,
        origin TEXT
    ) STRICT
    """,
    # Apart from `file`, so that the ledger is read without the texts; both are zlib.
    """
    CREATE TABLE content (
        file INTEGER PRIMARY KEY REFERENCES file ON DELETE CASCADE,
        text BLOB NOT NULL,
        parsed BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE mention (
        file INTEGER NOT NULL REFERENCES file,
        place INTEGER NOT NULL,
        block TEXT NOT NULL,
        document INTEGER NOT NULL REFERENCES node,
        data TEXT NOT NULL,
        PRIMARY KEY (file, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX mention_by_block ON mention (block)",
    "CREATE INDEX mention_by_document ON mention (document)",
    """
    CREATE TABLE edge (
        key INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES node,
        target INTEGER NOT NULL REFERENCES node,
        kind TEXT NOT NULL,
        file INTEGER NOT NULL REFERENCES file,
        start INTEGER NOT NULL,
        stop INTEGER NOT NULL,
        quote TEXT NOT NULL,
        sentence_start INTEGER NOT NULL,
        sentence_stop INTEGER NOT NULL,
        rule TEXT NOT NULL,
        page INTEGER,
        pinpoint TEXT,
        printed TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX edge_out ON edge (source, target, kind, file, start, stop)",
    "CREATE INDEX edge_in ON edge (target, kind, source)",
    "CREATE INDEX edge_by_file ON edge (file)",
    # The words are folded by graph.search_words, as SQLite's own tokenizers take đ for a letter of its own.
    "CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'ascii', detail = none, columnsize = 0)",
    """
    CREATE TRIGGER node_leaves_search AFTER DELETE ON node BEGIN
        DELETE FROM search WHERE rowid = old.key;
    END
    """,
    "PRAGMA user_version = 1",
)

SECOND: tuple[Step, ...] = (
    # What resolution needs of a block, in numbers: a mention is no longer looked up by its block.
    """
    CREATE TABLE mention_group (
        block TEXT NOT NULL,
        key TEXT NOT NULL,
        file TEXT NOT NULL,
        data TEXT NOT NULL,
        PRIMARY KEY (block, key)
    ) STRICT, WITHOUT ROWID
    """,
    # A number without a place has a group for each file: those of other files are passed over.
    "CREATE INDEX group_by_file ON mention_group (block, file)",
    count_mentions,
    "DROP INDEX mention_by_block",
    # Claims are read from the mentions; on the node of a law they grew with every file that cites it.
    "UPDATE node SET data = json_remove(data, '$.claims') WHERE kind = 'document'",
    "ALTER TABLE file ADD COLUMN beside TEXT NOT NULL DEFAULT '{}'",
    "PRAGMA user_version = 2",
)

THIRD: tuple[Step, ...] = (draw_lots, "PRAGMA user_version = 3")

MIGRATIONS: tuple[tuple[Step, ...], ...] = (FIRST, SECOND, THIRD)
"""Step n takes a store of version n to n + 1 and says so in its last statement."""
