"""Which Neo4j server the tests use, and what happens where there is none."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from tests.neo4j_server.artefacts import Missing
from tests.neo4j_server.server import Database, Server


@contextmanager
def chosen_server(home: Path) -> Iterator[Database]:
    """The server that CHIDAO_TEST_NEO4J names, or one of our own with its home in a new folder."""
    if uri := os.environ.get("CHIDAO_TEST_NEO4J"):
        server = named_server(uri)
        yield server
        server.empty()
        return
    try:
        ours = Server(home)
    except Missing as missing:
        skip_or_fail(str(missing))
    with ours:
        yield ours


def named_server(uri: str) -> Database:
    """A server that others run. It must be empty, because the tests empty it."""
    if not (password := os.environ.get("CHIDAO_TEST_NEO4J_PASSWORD")):
        pytest.fail("CHIDAO_TEST_NEO4J needs CHIDAO_TEST_NEO4J_PASSWORD")
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) > 1:
        pytest.fail("the one server of CHIDAO_TEST_NEO4J serves one process of tests: run pytest without -n")
    server = Database(uri, password)
    if nodes := server.count():
        pytest.fail(f"{uri} holds {nodes} nodes: tests empty their server, so name one that is empty")
    return server


def our_own(server: Database) -> Server:
    """The same server where it is ours to end and to start."""
    if not isinstance(server, Server):
        skip_or_fail("ends its server and starts it again: not done to the one of CHIDAO_TEST_NEO4J")
    return server


def skip_or_fail(reason: str) -> NoReturn:
    """Where everything must be checked, what cannot run is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
