"""The graph in one SQLite file: nothing to install, and nothing lost when the power fails.

schema      the tables, as the steps that made them
migrations  an empty or older file brought to the newest schema, a newer one refused
opening     connections, and SQLite's errors in the words of `graph.errors`
reading     every question of `graph.store.View`
walking     those that follow edges from node to node
writing     one ChangeSet as one transaction
store       SqliteStore, which puts them together
"""

from graph.sqlite_store.store import SqliteStore

__all__ = ["SqliteStore"]
