"""The Neo4j store against the same server used by hand: ingest, copy, questions, bulk import.

    python benchmarks/store/bench_neo4j.py [DOCUMENTS] [--only ingest,copy,questions,import] [--imported N]

It starts a server of its own (Java and Maven are needed, as for the tests) and empties it between the parts.
The files are those of bench_resolution.py; each ratio compares two runs on this server, one after the other.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, LiteralString

from bench_resolution import Files
from neo4j import Driver, Record

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from graph.batches import in_batches
from graph.copying import copy
from graph.export import neo4j_csv
from graph.export.jsonl import dump
from graph.identity import changes
from graph.model import Agency, Document, EdgeKind, NodeId, NodeKind, SourceFile
from graph.neo4j_store import Neo4jStore, properties, statements
from graph.neo4j_store.address import Login, address_of
from graph.neo4j_store.reading import Reading
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore, View
from graph.text import unaccent
from queries.impact import impact
from queries.tasks import tasks
from queries.trace import UPWARD, trace
from tests.neo4j_server.artefacts import Missing
from tests.neo4j_server.server import Server

ROWS = 5_000
WARMING, ASKED = 20, 150
"""Questions of each kind, the first ones without a clock: the server plans each statement once."""


# ---- parts -------------------------------------------------------------------------------------


def ingest_part(server: Server, source: SqliteStore, size: int) -> Iterator[str]:
    """Files into an empty server with resolution, against the rows that result without it."""
    files = list(_files(size))
    with opened(server) as store:
        ours = seconds(lambda: fill(store, files))
    with opened(server):
        rows = list(_rows(source))
        with server.driver() as driver:
            bare = seconds(lambda: load(driver, rows))
    yield "| ingest of parsed files | seconds | files a second |"
    yield "|---|---|---|"
    yield f"| chidao, with resolution | {ours:.1f} | {size / ours:.0f} |"
    yield f"| driver alone, the same {sum(len(r) for _, r in rows):,} rows | {bare:.1f} | {size / bare:.0f} |"
    yield f"\nratio of the rates: {bare / ours:.2f} (bar 0.5)"


def copy_part(server: Server, source: SqliteStore, size: int) -> Iterator[str]:
    """A copy of everything, then again with nothing changed."""
    with opened(server) as store:
        first = seconds(lambda: copy(source, store))
        second = seconds(lambda: copy(source, store))
    share = second / first
    yield f"copy of {size:,} files: {first:.1f} s; again, unchanged: {second:.2f} s, {share:.2%} (bar 2 %)"


def import_part(server: Server, size: int) -> Iterator[str]:
    """A store as files, imported by the server's own tool into an empty server."""
    with tempfile.TemporaryDirectory() as name, SqliteStore(Path(name, "large.db")) as source:
        folder = Path(name)
        fill(source, _files(size))
        written = seconds(lambda: neo4j_csv.write(source, folder / "csv"))
        server.stop()
        command = (
            "database",
            "import",
            "full",
            "neo4j",
            "--overwrite-destination",
            f"@{neo4j_csv.ARGUMENTS}",
        )
        imported = seconds(lambda: server.admin(*command, folder=folder / "csv"))
        server.start()
        with _store(server) as store:
            same = all(one == other for one, other in zip(dump(source), dump(store), strict=True))
    yield f"neo4j-csv of {size:,} files: written in {written:.0f} s, imported in {imported:.0f} s"
    yield f"the imported server gives the same dump: {same}"


# ---- ingest by hand ----------------------------------------------------------------------------


def load(driver: Driver, parts: Iterable[tuple[str, list[Any]]]) -> None:
    """Rows by their statements, so many at a time, each batch a transaction."""
    with driver.session(database="neo4j") as session:
        for statement, rows in parts:
            for some in in_batches(rows, ROWS if "row.text" not in statement else 500):
                session.execute_write(lambda tx, s=statement, r=some: tx.run(s, rows=r).consume())


def _rows(view: View) -> Iterator[tuple[str, list[Any]]]:
    """Everything that a store holds, as maps with the statements that one writes for them."""
    for kind, label in properties.LABELS.items():
        nodes = [stated(properties.node_properties(node)) for node in view.scan(kind)]
        yield f"UNWIND $rows AS row MERGE (n:Entity:{label} {{id: row.id}}) SET n = row", nodes
    keys = [row.key for row in view.ledger()]
    yield (
        FILES,
        [
            {"file": stated(properties.file_properties(file)), "text": properties.text_properties(file)}
            for file in view.files(keys).values()
        ],
    )
    yield (
        MENTIONS,
        [
            _link(each.mention.file, each.document, properties.mention_properties(each.mention))
            for each in view.mentions(keys)
        ],
    )
    blocks = {node.block for node in view.scan(NodeKind.DOCUMENT) if isinstance(node, Document)}
    yield GROUPS, [stated(properties.group_properties(group)) for group in view.groups(blocks)]
    edges: dict[EdgeKind, list[Any]] = defaultdict(list)
    for edge in view.scan_edges():
        edges[edge.kind].append(_link(edge.source, edge.target, properties.edge_properties(edge)))
    for kind, rows in edges.items():
        yield EDGES.replace("KIND", kind.name), rows


FILES = """
    UNWIND $rows AS row MERGE (file:File {key: row.file.key}) SET file = row.file
    MERGE (file)-[:HAS_TEXT]->(text:Text) SET text = row.text
"""
MENTIONS = """
    UNWIND $rows AS row MATCH (file:File {key: row.from}) MATCH (document:Entity {id: row.to})
    CREATE (file)-[m:NAMES]->(document) SET m = row.own
"""
GROUPS = "UNWIND $rows AS row MERGE (g:MentionGroup {block: row.block, key: row.key}) SET g = row"
EDGES = """
    UNWIND $rows AS row MATCH (source:Entity {id: row.from}) MATCH (target:Entity {id: row.to})
    CREATE (source)-[r:KIND]->(target) SET r = row.own
"""


def stated(own: properties.Properties) -> properties.Properties:
    """Without what has no value."""
    return {name: value for name, value in own.items() if value is not None}


def _link(start: str, end: str, own: properties.Properties) -> properties.Properties:
    return {"from": start, "to": end, "own": stated(own)}


# ---- questions ---------------------------------------------------------------------------------


TRACE = f"""
    MATCH (:Entity {{id: $of}})-[:{statements.types(UPWARD)}*0..]->(near) WITH DISTINCT near
    MATCH (near)-[r:{statements.types(UPWARD)}]->(far)
    RETURN properties(near), type(r), properties(r), properties(far)
"""
IMPACT = f"""
    MATCH (:Entity {{id: $of}})<-[:{statements.types(UPWARD)}*0..]-(low) WITH DISTINCT low
    OPTIONAL MATCH (low)-[up:{statements.types(UPWARD)}]->(high)
    WITH low, collect([high.id, properties(up)]) AS hops
    OPTIONAL MATCH (low)-[a:ASSIGNS]->(task:Task) OPTIONAL MATCH (task)-[lead:LED_BY]->(agency)
    RETURN properties(low), hops, collect([properties(task), a.quote, agency.name, lead.quote])
"""
TASKS = """
    MATCH (agency:Agency {folded: $of})<-[lead:LED_BY]-(task:Task)<-[a:ASSIGNS]-(document)
    OPTIONAL MATCH (task)-[other:COORDINATED_WITH|REPORTS_TO|MONITORED_BY]->(beside)
    WITH task, lead, a, document, collect([type(other), beside.name]) AS others
    RETURN properties(task), properties(lead), properties(a), properties(document), others
    ORDER BY task.deadline_to, task.id
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question to chidao, one statement that brings as much, and whom to ask about."""

    name: str
    ask: Callable[[View, Any], int]
    """Gives the depth of the answer."""
    statement: LiteralString
    about: list[Any]


def questions_part(server: Server, source: SqliteStore, size: int) -> Iterator[str]:
    """Questions on the copied store: trips, and times against one statement that brings as much."""
    documents = [node.id for node in source.scan(NodeKind.DOCUMENT)]
    agencies = list(source.scan(NodeKind.AGENCY))
    loaded = [id for id in documents if source.edges_from([id], frozenset({EdgeKind.ASSIGNS}))]
    with opened(server) as store, server.driver() as driver:
        copy(source, store)
        yield "| question | trips over depth | ms p50 | p95 | one statement: ms p50 | p95 | ratio of p95 |"
        yield "|---|---|---|---|---|---|---|"
        for question in (
            Question("trace", _trace, TRACE, loaded),
            Question("impact", _impact, IMPACT, documents),
            Question("tasks", _tasks, TASKS, agencies),
        ):
            yield _asked(question, driver, Counted(store))


def _trace(view: View, of: NodeId) -> int:
    return max(map(len, trace(view, of).paths), default=0)


def _impact(view: View, of: NodeId) -> int:
    return max((below.distance for below in impact(view, of).documents), default=0)


def _tasks(view: View, of: Agency) -> int:
    return 1 if tasks(view, owner=of.name).rows else 0


def _asked(question: Question, driver: Driver, counted: Counted) -> str:
    ours, theirs, over = [], [], []
    for one in random.Random(57).choices(question.about, k=WARMING + ASKED):  # noqa: S311
        before, began = counted.trips, time.perf_counter()
        depth = question.ask(Reading(counted), one)
        ours.append((time.perf_counter() - began) * 1e3)
        over.append(counted.trips - before - depth)
        of = unaccent(one.name) if isinstance(one, Agency) else one
        theirs.append(1e3 * seconds(lambda of=of: driver.execute_query(question.statement, {"of": of})))
    ours, theirs = ours[WARMING:], theirs[WARMING:]
    ratio = high(ours) / high(theirs)
    times = " | ".join(f"{number(times):.1f}" for times in (ours, theirs) for number in (middle, high))
    return f"| {question.name} | {min(over)} to {max(over)} | {times} | {ratio:.2f} |"


def middle(times: list[float]) -> float:
    """p50."""
    return statistics.median(times)


def high(times: list[float]) -> float:
    """p95."""
    return sorted(times)[int(len(times) * 0.95)]


class Counted:
    """Counts the trips of a store."""

    def __init__(self, store: Neo4jStore) -> None:
        self.trips = 0
        self._ask = store._ask

    def rows(self, statement: LiteralString, /, **values: Any) -> list[Record]:
        """As `Asking.rows`."""
        self.trips += 1
        return self._ask.rows(statement, **values)

    def stream(self, statement: LiteralString, /, **values: Any) -> Iterator[Record]:
        """As `Asking.stream`."""
        self.trips += 1
        return self._ask.stream(statement, **values)


# ---- parts of the parts ------------------------------------------------------------------------


def opened(server: Server) -> Neo4jStore:
    """The store of the emptied server."""
    server.empty()
    return _store(server)


def _store(server: Server) -> Neo4jStore:
    return Neo4jStore(address_of(server.uri), Login(server.user, server.password))


def fill(store: GraphStore, files: Iterable[SourceFile]) -> None:
    """As `loaders.ingest` does."""
    for some in in_batches(files, store.batch):
        store.update(partial(changes, put=some))


def _files(size: int) -> Iterator[SourceFile]:
    made = Files()
    return (made.file(n) for n in range(size))


def seconds(what: Callable[[], object]) -> float:
    """How long it takes."""
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


PARTS = {"ingest": ingest_part, "copy": copy_part, "questions": questions_part}


def main() -> None:
    """Prints the report line by line."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("documents", nargs="?", type=int, default=2_000)
    parser.add_argument("--only", default="ingest,copy,questions,import")
    parser.add_argument("--imported", type=int, default=None, help="files of the bulk import (DOCUMENTS)")
    options = parser.parse_args()
    wanted = options.only.split(",")
    with tempfile.TemporaryDirectory() as folder, _server(Path(folder, "home")) as server:
        with SqliteStore(Path(folder, "source.db")) as source:
            fill(source, _files(options.documents))
            for name, part in PARTS.items():
                if name in wanted:
                    _print(part(server, source, options.documents))
        if "import" in wanted:
            _print(import_part(server, options.imported or options.documents))


def _server(home: Path) -> Server:
    try:
        return Server(home)
    except Missing as missing:
        sys.exit(str(missing))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
