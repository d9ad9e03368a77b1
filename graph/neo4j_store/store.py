"""Neo4jStore: a GraphStore in a Neo4j server."""

from __future__ import annotations

from collections.abc import Callable

from neo4j import Driver, unit_of_work

from graph.model import ChangeSet
from graph.neo4j_store.address import Address, Login
from graph.neo4j_store.connecting import LOCK_SECONDS, AskingServer, Line, again
from graph.neo4j_store.reading import Reading
from graph.neo4j_store.schema import prepare
from graph.neo4j_store.writing import update
from graph.refusals import opened_readonly
from graph.store import Closing, View


class Neo4jStore(Reading, Closing):
    """The graph in a database of a Neo4j server, made a store when it is empty.

    Reads go to any server of a cluster that has seen what this store wrote. A question that asks several
    times may see what others write in between.
    """

    batch = 256

    def __init__(self, address: Address, login: Login | None, *, readonly: bool = False) -> None:
        self.address = address
        self._readonly = readonly
        self._line = Line(address, login)
        super().__init__(AskingServer(self._line))
        try:
            with self._line.driver() as driver:
                prepare(driver, address, readonly=readonly)
        except BaseException:
            self._line.close()
            raise

    def apply(self, changes: ChangeSet) -> None:
        """As `Writer.apply`; tried again for some seconds after a lost connection."""
        self.update(lambda _: changes)

    def update(self, decide: Callable[[View], ChangeSet]) -> None:
        """As `Writer.update`; `Locked` when other programs keep the store for minutes."""
        if self._readonly:
            raise opened_readonly(self.address)
        with self._line.driver() as driver:
            again(lambda: self._write(driver, decide))

    def _write(self, driver: Driver, decide: Callable[[View], ChangeSet]) -> None:
        with driver.session(
            database=self.address.database, bookmark_manager=driver.execute_query_bookmark_manager
        ) as session:
            session.execute_write(unit_of_work(timeout=LOCK_SECONDS)(update), self.address, decide)

    def close(self) -> None:
        """Give back the connections; a second call does nothing."""
        self._line.close()
