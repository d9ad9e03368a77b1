"""Constraints and indexes, and the node that says whose database it is and of which version."""

from __future__ import annotations

from typing import LiteralString

from neo4j import Driver, ManagedTransaction, Record, RoutingControl

from graph.neo4j_store import statements as cypher
from graph.neo4j_store.address import Address
from graph.neo4j_store.connecting import again, unavailable
from graph.refusals import written_by_newer

VERSION = 1
"""Of labels, properties and relationships; written to the store's own node."""

INDEX_SECONDS = 300


def prepare(driver: Driver, address: Address, *, readonly: bool) -> None:
    """Make an empty database a store; check that a used one is a store of this version.

    What is missing of constraints and indexes is made: a store that was imported has none. A database with
    nodes of others is refused and not touched.
    """
    found = _version(driver, address)
    if found is None and readonly:
        raise unavailable(address, "neo4j_no_store", "there is no store yet; run `chidao ingest` first")
    if found is None and _ask(driver, address, cypher.NODES_AT_ALL):
        found = _version(driver, address)  # another program may have made it one in between
        if found is None:
            raise unavailable(address, "neo4j_not_a_store", "holds another graph; choose an empty database")
    if found is not None:
        check_version(found, address)
    _make_schema(driver, address)
    if found is None:
        again(lambda: driver.execute_query(cypher.MAKE_STORE, schema=VERSION, database_=address.database))


def check_version(version: int, address: Address) -> None:
    """Refuse a store of another version: its meaning may be another."""
    if version > VERSION:
        raise written_by_newer(address, version, known=VERSION)
    if version < VERSION:
        reason = "written by an older chidao; empty the database, then ingest or copy the files into it again"
        raise unavailable(address, "neo4j_older", reason)


def _version(driver: Driver, address: Address) -> int | None:
    """The first question, asked once: a server that is not there is said so at once."""
    with driver.session(database=address.database, default_access_mode="READ") as session:
        rows = list(session.run(cypher.STORE))
    return int(rows[0]["schema"] or 0) if rows else None


def _make_schema(driver: Driver, address: Address) -> None:
    there = {row["name"] for row in _ask(driver, address, cypher.NAMES_OF_SCHEMA)}
    missing = [statement for name, statement in cypher.SCHEMA.items() if name not in there]
    if not missing:
        return
    with driver.session(database=address.database) as session:
        again(lambda: session.execute_write(_run_all, missing))
        session.run(cypher.AWAIT_INDEXES, seconds=INDEX_SECONDS).consume()


def _run_all(transaction: ManagedTransaction, statements: list[LiteralString]) -> None:
    for statement in statements:
        transaction.run(statement).consume()


def _ask(driver: Driver, address: Address, statement: LiteralString) -> list[Record]:
    return again(
        lambda: (
            driver.execute_query(statement, routing_=RoutingControl.READ, database_=address.database).records
        )
    )
