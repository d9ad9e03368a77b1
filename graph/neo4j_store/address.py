"""Where a server is and who asks it: no secret in the address, the password from elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from graph.errors import Unavailable, UsageError

DATABASE = "neo4j"
"""The database that a new server has, and the only one of Community."""

AskPassword = Callable[[str, str], str]
"""Asks a person, given user and server."""


@dataclass(frozen=True, slots=True)
class Address:
    """A server and a database of it, without the secret."""

    server: str
    """As the driver takes it: "neo4j://host:7687"."""
    database: str = DATABASE

    def __str__(self) -> str:
        return f"{self.server}/{self.database}"


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks."""

    user: str
    password: str = field(repr=False)


def address_of(url: str) -> Address:
    """The server and database at "neo4j://host[:port][/database]"; UsageError where it is none."""
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            "a user or password in the address would be seen by every program of this machine; "
            "set CHIDAO_NEO4J_USER and CHIDAO_NEO4J_PASSWORD instead",
            code="neo4j_secret_in_address",
        )
    database = unquote(parts.path.strip("/"))
    if not _has_host(parts) or "/" in database or parts.fragment:
        raise UsageError(
            f"{url}: write {parts.scheme}://host:7687 or {parts.scheme}://host:7687/database",
            code="neo4j_address",
            name=url,
            scheme=parts.scheme,
        )
    routing = f"?{parts.query}" if parts.query else ""
    return Address(f"{parts.scheme}://{parts.netloc}{routing}", database or DATABASE)


def login(address: Address, *, ask: AskPassword | None = None) -> Login | None:
    """Who asks, by CHIDAO_NEO4J_USER and _PASSWORD, else NEO4J_USERNAME and _PASSWORD, else `ask`.

    None where the password is set and empty: a server that wants none.
    """
    user = _stated(os.environ, "CHIDAO_NEO4J_USER", "NEO4J_USERNAME") or "neo4j"
    password = _stated(os.environ, "CHIDAO_NEO4J_PASSWORD", "NEO4J_PASSWORD")
    if password is None and ask is not None:
        password = ask(user, address.server)
    if password is None:
        raise Unavailable(
            f"{address.server}: no password; set CHIDAO_NEO4J_PASSWORD (and CHIDAO_NEO4J_USER, else neo4j)",
            code="neo4j_no_password",
            name=address.server,
        )
    return Login(user, password) if password else None


def _has_host(parts: SplitResult) -> bool:
    try:
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number
        return False


def _stated(environment: Mapping[str, str], *names: str) -> str | None:
    return next((environment[name] for name in names if name in environment), None)
