"""The keys of a store that was written before a node's key was its lot."""

from __future__ import annotations

import sqlite3

from graph.lot import lot
from graph.sqlite_store import statements as sql


def draw_lots(connection: sqlite3.Connection) -> None:
    """Give every node its lot as key, wherever the key stands."""
    connection.create_function("lot", 1, lot, deterministic=True)
    for statement in sql.DRAW_LOTS:
        connection.execute(statement)
