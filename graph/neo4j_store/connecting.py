"""The driver of a server, and its errors in the words of `graph.errors`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from socket import create_connection
from threading import Event, Lock, Thread
from typing import Any, LiteralString, Protocol, TypeVar
from urllib.parse import urlsplit

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
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
    UnsupportedServerProduct,
)

from graph.errors import Locked, StoreError, Unavailable
from graph.neo4j_store.address import Address, Login
from graph.refusals import missing_nodes

CONNECT_SECONDS = 4.0
"""For a connection; twice as long with the handshake, so that only one retry fits where nobody speaks."""
SILENT_SECONDS = 3.0
"""How long an answer is waited for before the server is asked for a sign of life, and how long for that."""
RETRY_SECONDS = 8.0
"""How long a transaction is tried again after a lost connection: an error comes within 20 s."""
LOCK_SECONDS = 120.0
"""How long a transaction may take, waiting for another writer included."""

PORT = 7687
NO_BOLT = b"\x60\x60\xb0\x17" + bytes(16)
"""A greeting in no version of Bolt: a server answers that it knows none, and hangs up."""

T = TypeVar("T")


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
        raise unavailable(address, "neo4j_fault", reason) from error


class Asking(Protocol):
    """How a statement is put: each by itself, or all in one transaction."""

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """All rows of the answer."""
        ...

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """The rows as they come; what is not taken is not sent."""
        ...


class Line:
    """A driver, and a watch over each question that is put through it.

    The driver waits for as long as the connection stands, and that of a frozen server or a broken network
    stands for minutes. As a long answer is no fault, the server is asked for a sign of life meanwhile.
    """

    def __init__(self, address: Address, login: Login | None) -> None:
        self.address = address
        self._login = login
        self._driver = connect(address, login)
        self._lock = Lock()

    @contextmanager
    def driver(self) -> Iterator[Driver]:
        """The driver for one question, with errors as of `explained`."""
        driver, answered, lost = self._driver, Event(), Event()
        Thread(target=self._watch, args=(driver, answered, lost), daemon=True).start()
        try:
            with explained(self.address):
                yield driver
        except Exception as error:
            if lost.is_set():  # what a driver says when it is closed meanwhile is not to the point
                raise unavailable(self.address, *_AWAY) from error
            raise
        finally:
            answered.set()

    def close(self) -> None:
        """Give back the connections; a second call does nothing."""
        self._driver.close()

    def _watch(self, driver: Driver, answered: Event, lost: Event) -> None:
        """Closes the driver of a server that is silent; the next question takes a new one."""
        while not answered.wait(SILENT_SECONDS):
            if is_silent(self.address) and not answered.is_set():
                lost.set()
                with self._lock:
                    if self._driver is driver:
                        self._driver = connect(self.address, self._login)
                driver.close()
                return


def is_silent(address: Address) -> bool:
    """Whether nobody says a word to a new connection; a refusal, or an end, is one."""
    parts = urlsplit(address.server)
    try:
        with create_connection((parts.hostname, parts.port or PORT), timeout=SILENT_SECONDS) as connection:
            connection.sendall(NO_BOLT)
            connection.recv(1)
    except TimeoutError:
        return True
    except OSError:
        return False
    return False


class AskingServer:
    """Each statement in a transaction of its own, on any server of the cluster that has seen our writes."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._database = line.address.database

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """As `Asking.rows`; asked again after a lost connection."""
        with self._line.driver() as driver:
            return again(
                lambda: (
                    driver.execute_query(
                        statement, values, routing_=RoutingControl.READ, database_=self._database
                    ).records
                )
            )

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """As `Asking.stream`."""
        with (
            self._line.driver() as driver,
            driver.session(
                database=self._database,
                default_access_mode="READ",
                bookmark_manager=driver.execute_query_bookmark_manager,
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


def again(ask: Callable[[], T]) -> T:
    """Asks once more where the answer to a COMMIT was lost: once more must be the same as once.

    All other losses of a connection are retried by the driver.
    """
    try:
        return ask()
    except IncompleteCommit:
        return ask()


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
    if code == _BUSY[0]:
        return Locked(f"{address}: {reason}", code=code, name=str(address), reason=reason)
    return unavailable(address, code, reason)


def unavailable(address: Address, code: str, reason: str) -> Unavailable:
    """The error of this name."""
    return Unavailable(f"{address}: {reason}", code=code, name=str(address), reason=reason)


def _advice(error: DriverError | Neo4jError) -> tuple[str, str]:
    """The name of a sentence, and what it says in English."""
    for family, name, advice in _ADVICE:
        if isinstance(error, family) and name in (getattr(error, "code", None) or ""):
            return advice
    said = error.message if isinstance(error, Neo4jError) else error
    return "neo4j_fault", f"the server reports an error: {said}"


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

_MEMORY = (
    "neo4j_memory",
    "the server has too little memory for one step; raise server.memory.heap.max_size, then run the command "
    "again",
)

_ADVICE: tuple[tuple[type[Exception], str, tuple[str, str]], ...] = (
    (AuthError, "", _AUTH),
    (Neo4jError, "AuthenticationRateLimit", _AUTH),  # after three wrong ones in a row
    (Forbidden, "", _FORBIDDEN),
    (ClientError, "DatabaseNotFound", _DATABASE),
    (ServiceUnavailable, "", _AWAY),
    (SessionExpired, "", _AWAY),
    (UnsupportedServerProduct, "", _AWAY),  # another program listens there
    (TransientError, "DatabaseUnavailable", _AWAY),  # it is starting
    (Neo4jError, "MemoryPoolOutOfMemory", _MEMORY),
    (Neo4jError, "TransactionTimedOut", _BUSY),
    (Neo4jError, "LockClientStopped", _BUSY),  # the same while it waits for another writer
    (TransientError, "", _BUSY),
)
"""Family of the error, part of its code, what to say."""
