"""An empty or older file brought to the newest schema, in one transaction with the record of it."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from graph.sqlite_store.opening import PATIENCE
from graph.sqlite_store.schema import MIGRATIONS, Step

Steps = Sequence[Sequence[Step]]

PAUSE = 0.01
"""Seconds before the journal is asked for again."""


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the store has behind it."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, path: Path, steps: Steps = MIGRATIONS) -> None:
    """Take the steps that are missing, all or none; an older store is copied first, to `<name>.v<version>`.

    A new store takes all of them at once, so that no other program sees it half made. WAL comes after, so a
    file that exists at all shows in its header whose it is.
    """
    version = version_of(connection)
    if 0 < version < len(steps):
        _keep_copy(connection, path.with_name(f"{path.name}.v{version}"))
    if version < len(steps):
        _take(connection, steps)
    _use_wal(connection)


def _use_wal(connection: sqlite3.Connection) -> None:
    """SQLite itself does not wait here for a program that opens the same new store: that may wait for us."""
    until = time.monotonic() + PATIENCE
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def _take(connection: sqlite3.Connection, steps: Steps) -> None:
    """The steps after the version found now: another program may have taken some while we waited."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in steps[version_of(connection) :]:
            for part in step:
                connection.execute(part) if isinstance(part, str) else part(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # else Ctrl-C came before it began or after it ended
            connection.execute("ROLLBACK")
        raise


def _keep_copy(connection: sqlite3.Connection, copy: Path) -> None:
    """Under a name of its own until it is whole, so a copy that is there can be trusted."""
    part = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, complete by itself
    part.replace(copy)
