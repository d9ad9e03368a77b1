"""From an address to a store: the only place that names the back ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from graph.errors import UsageError
from graph.store import GraphStore

if TYPE_CHECKING:
    from graph.neo4j_store.address import AskPassword

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://(.*)", re.DOTALL)
"""Two letters at least: "C://" is a drive of Windows."""

_NEO4J = re.compile(r"(?:neo4j|bolt)(?:\+s|\+ssc)?")
"""The driver's schemes: "neo4j" asks a cluster where to go, "+s" is TLS, "+ssc" trusts every certificate."""


def open_store(url: str, *, readonly: bool = False, ask: AskPassword | None = None) -> GraphStore:
    """The store at "sqlite:///path" (relative; "sqlite:////path" absolute), or in the file of a bare path.

    Or in a server, "neo4j://host[:port][/database]"; `ask` asks a person for the password where the
    environment has none (`graph.neo4j_store.address.login`).
    """
    address = _ADDRESS.fullmatch(url)
    if address is None:
        return _sqlite(url, readonly=readonly)
    scheme, rest = address[1].lower(), address[2]
    if _NEO4J.fullmatch(scheme):
        return _neo4j(url, readonly=readonly, ask=ask)
    if scheme != "sqlite":
        known = "sqlite:///path, neo4j://host:7687"
        raise UsageError(
            f"{url}: no store of this kind; chidao knows {known} or a bare path",
            code="store_scheme",
            name=url,
            known=known,
        )
    if not rest.startswith("/"):
        raise UsageError(
            f"{url}: write {scheme}:///path, with three strokes (four for an absolute path)",
            code="store_strokes",
            name=url,
            scheme=scheme,
        )
    return _sqlite(unquote(rest[1:]), readonly=readonly)


def _sqlite(path: str, *, readonly: bool) -> GraphStore:
    from graph.sqlite_store import SqliteStore  # noqa: PLC0415

    if not path:
        raise UsageError("the store has no path; write sqlite:///path or a bare path", code="store_empty")
    return SqliteStore(path, readonly=readonly)


def _neo4j(url: str, *, readonly: bool, ask: AskPassword | None) -> GraphStore:
    from graph.neo4j_store import Neo4jStore  # noqa: PLC0415
    from graph.neo4j_store.address import address_of, login  # noqa: PLC0415

    address = address_of(url)
    return Neo4jStore(address, login(address, ask=ask), readonly=readonly)
