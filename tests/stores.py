"""Empty stores of every kind, for tests that all of them must pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.neo4j_store import Neo4jStore
from graph.neo4j_store.address import Login, address_of
from graph.networkx_view import NetworkxStore
from graph.open_store import open_store
from graph.store import GraphStore
from tests.neo4j_server.server import Database

BACK_ENDS = ("sqlite", "networkx", "neo4j")


def empty_store(request: pytest.FixtureRequest, path: Path) -> GraphStore:
    """The back end that the parameter of the fixture names; `path` is for those that lie in a file."""
    match request.param:
        case "sqlite":
            return open_store(f"sqlite:///{path}")
        case "networkx":
            return NetworkxStore()
        case _:
            return empty_neo4j(request.getfixturevalue("neo4j_server"))


def empty_neo4j(server: Database) -> Neo4jStore:
    """The server's only database, emptied: one test, one store."""
    server.empty()
    return Neo4jStore(address_of(server.uri), Login(server.user, server.password))
