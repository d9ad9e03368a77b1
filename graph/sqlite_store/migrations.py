"""An empty or older file brought to the newest schema, each step in one transaction with the record of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from graph.sqlite_store.schema import MIGRATIONS, Step

Steps = Sequence[Sequence[Step]]


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps the store has behind it."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, path: Path, steps: Steps = MIGRATIONS) -> None:
    """Take the steps that are missing; an older store is copied first, to `<name>.v<version>`.

    WAL comes after the first step, so a file that exists at all shows in its header whose it is.
    """
    version = version_of(connection)
    if 0 < version < len(steps):
        _keep_copy(connection, path.with_name(f"{path.name}.v{version}"))
    while (version := version_of(connection)) < len(steps):
        _take(connection, version, steps[version])
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")


def _take(connection: sqlite3.Connection, version: int, step: Sequence[Step]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) == version:  # else another program took it while we waited
            for part in step:
                connection.execute(part) if isinstance(part, str) else part(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # else Ctrl-C came before it began or after it ended
            connection.execute("ROLLBACK")
        raise


def _keep_copy(connection: sqlite3.Connection, copy: Path) -> None:
    """Under a name of its own until it is whole, so a copy that is there can be trusted."""
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as target:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # one file, complete by itself
    part.replace(copy)
