"""What every test may ask for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.neo4j_server.server import Database, Server

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """The sample story that ships with the product."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Real documents with labels, kept beside the checkout and not part of the project."""
    shared = ROOT.parent / "shared"
    if not (shared / "gold" / "dev").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI measures on real documents, and {shared.name}/ does not lie beside the checkout")
        pytest.skip(
            "needs the real documents in shared/ beside the checkout: they are not part of the project"
        )
    return shared


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A real Neo4j server, which each test empties and fills; one for each process that runs tests."""
    from tests.neo4j_server.choose import chosen_server

    with chosen_server(tmp_path_factory.mktemp("neo4j") / "home") as server:
        yield server


@pytest.fixture
def own_neo4j_server(neo4j_server: Database) -> Iterator[Server]:
    """The same server for a test that ends it, starts it again, or runs neo4j-admin."""
    from tests.neo4j_server.choose import our_own

    server = our_own(neo4j_server)
    yield server
    if not server.running:
        server.start()
