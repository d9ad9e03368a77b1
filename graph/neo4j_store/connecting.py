"""The driver of a server, and its errors in the words of `graph.errors`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString, Protocol

from neo4j import (
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    Record,
    RoutingControl,
)
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph.errors import Locked, StoreError, Unavailable
from graph.kinds import missing_nodes
from graph.neo4j_store.address import Address, Login

CONNECT_SECONDS = 5.0
RETRY_SECONDS = 8.0
"""How long a transaction is tried again after a lost connection: an error comes within 20 s."""
LOCK_SECONDS = 120.0
"""How long a transaction may take, waiting for another writer included."""


def connect(address: Address, login: Login | None) -> Driver:
    """A driver; nothing is sent to the server before the first question."""
    try:
        return GraphDatabase.driver(
            address.server,
            auth=(login.user, login.password) if login else None,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=2 * CONNECT_SECONDS,
            max_transaction_retry_time=RETRY_SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            telemetry_disabled=True,
            user_agent="chidao",
        )
    except (ConfigurationError, ValueError) as error:
        reason = f"the driver refuses the address ({error})"
        raise Unavailable(
            f"{address}: {reason}", code="neo4j_fault", name=str(address), reason=reason
        ) from error


class Asking(Protocol):
    """How a statement is put: each by itself, or all in one transaction."""

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """All rows of the answer."""
        ...

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """The rows as they come; what is not taken is not sent."""
        ...


class AskingServer:
    """Each statement in a transaction of its own, on any server of the cluster that has seen our writes."""

    def __init__(self, driver: Driver, address: Address) -> None:
        self._driver = driver
        self._address = address

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """As `Asking.rows`; asked again after a lost connection."""
        with explained(self._address):
            answer = self._driver.execute_query(
                statement, values, routing_=RoutingControl.READ, database_=self._address.database
            )
            return answer.records

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """As `Asking.stream`."""
        with (
            explained(self._address),
            self._driver.session(
                database=self._address.database,
                default_access_mode="READ",
                bookmark_manager=self._driver.execute_query_bookmark_manager,
            ) as session,
        ):
            yield from session.run(statement, values)


class AskingTransaction:
    """Every statement inside one transaction."""

    def __init__(self, transaction: ManagedTransaction) -> None:
        self._transaction = transaction

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """As `Asking.rows`."""
        return list(self._transaction.run(statement, values))

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """As `Asking.stream`."""
        yield from self._transaction.run(statement, values)


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Errors of the driver raised inside come out as a StoreError that says what to do."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        raise _explanation(address, error) from error


def _explanation(address: Address, error: DriverError | Neo4jError) -> StoreError:
    if isinstance(error, ConstraintError):
        return missing_nodes(())
    code, reason = _advice(error)
    family = Locked if code == _BUSY[0] else Unavailable
    return family(f"{address}: {reason}", code=code, name=str(address), reason=reason)


def _advice(error: DriverError | Neo4jError) -> tuple[str, str]:
    """The name of a sentence, and what it says in English."""
    for family, name, advice in _ADVICE:
        if isinstance(error, family) and name in (getattr(error, "code", None) or ""):
            return advice
    return "neo4j_fault", f"the server reports an error ({error})"


_AUTH = (
    "neo4j_auth",
    "the server refuses the user or password; check CHIDAO_NEO4J_USER and CHIDAO_NEO4J_PASSWORD",
)
_FORBIDDEN = ("neo4j_forbidden", "the user may not do this there; ask the administrator of the server")
_DATABASE = (
    "neo4j_database",
    "the server has no database of this name; check what follows the host in the address",
)
_AWAY = (
    "neo4j_away",
    "the server does not answer; check that it runs, and the address, then run the command again",
)
_BUSY = ("neo4j_busy", "other programs keep the store busy; wait until they end and try again")

_ADVICE: tuple[tuple[type[Exception], str, tuple[str, str]], ...] = (
    (AuthError, "", _AUTH),
    (Forbidden, "", _FORBIDDEN),
    (ClientError, "DatabaseNotFound", _DATABASE),
    (ServiceUnavailable, "", _AWAY),
    (SessionExpired, "", _AWAY),
    (Neo4jError, "TransactionTimedOut", _BUSY),
    (TransientError, "", _BUSY),
)
"""Family of the error, part of its code, what to say."""
