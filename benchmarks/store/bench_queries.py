"""How fast questions are answered, against a recursive CTE and NetworkX asked in turn in the same run.

    python benchmarks/store/bench_queries.py [DOCUMENTS] [--store PATH]

The documents are those of `levels`; a store that is there already is asked again. NetworkX takes part up to
10,000 documents. Only the ratios travel between machines.
"""

from __future__ import annotations

import multiprocessing
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx
from bench_store import AGENCIES, STEP, TOPICS, id_of, symbol_of
from levels import Levels
from run import run

from graph.model import NodeId
from graph.networkx_view import from_networkx, to_networkx
from graph.sqlite_store import SqliteStore
from graph.store import View
from queries.evidence import quotes
from queries.impact import impact
from queries.search import search
from queries.start import start
from queries.tasks import tasks
from queries.trace import UPWARD, trace

ROUNDS = 3
TRACED, TYPED, HUBS, OPENED = 100, 100, 20, 50
SMALL = 10_000
"""Documents up to which NetworkX is asked too."""
UPSERTED = 1_000
DEEPEST = 10

_KINDS = ", ".join(f"'{kind}'" for kind in sorted(UPWARD))

CTE_UP = f"""
    WITH RECURSIVE up (key, distance) AS (
        SELECT key, 0 FROM node WHERE id = ?
        UNION
        SELECT edge.target, distance + 1 FROM up JOIN edge ON edge.source = up.key
        WHERE distance < {DEEPEST} AND kind IN ({_KINDS})
    )
    SELECT node.id, min(distance) FROM up JOIN node ON node.key = up.key GROUP BY up.key
"""  # noqa: S608  the kinds are constants

CTE_DOWN = f"""
    WITH RECURSIVE down (key) AS (
        SELECT key FROM node WHERE id = ?
        UNION
        SELECT edge.source FROM down JOIN edge ON edge.target = down.key WHERE kind IN ({_KINDS})
    )
    SELECT node.id FROM down JOIN node ON node.key = down.key LIMIT ?
"""  # noqa: S608

Ask = Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Bar:
    """What must be reached, and what is aimed at."""

    name: str
    value: float
    must: float
    aim: float
    unit: str = "x"

    def __str__(self) -> str:
        """A row of the table."""
        said = "aim" if self.value <= self.aim else "yes" if self.value <= self.must else "**no**"
        return f"| {self.name} | {self.value:.3g} {self.unit} | {self.must:g} | {self.aim:g} | {said} |"


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU milliseconds, sorted."""

    each: Sequence[float]

    @property
    def p50(self) -> float:
        """The median."""
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        """What 95 of 100 do not exceed."""
        return self.each[int(len(self.each) * 0.95)]


def in_turn(engines: Mapping[str, Ask], asked: Iterable[object]) -> dict[str, Spent]:
    """Every question to every engine in turn, so that a loaded machine troubles all alike."""
    spent: dict[str, list[float]] = {name: [] for name in engines}
    for _ in range(ROUNDS):
        for question in asked:
            for name, ask in engines.items():
                before = time.process_time()
                ask(question)
                spent[name].append((time.process_time() - before) * 1e3)
    return {name: Spent(sorted(each)) for name, each in spent.items()}


# ---- writing -----------------------------------------------------------------------------------


def write(path: Path, size: int) -> float:
    """Write the documents; how much dearer the last thousand are than those before a tenth of the size."""
    world = Levels(size)
    marks: dict[int, float] = {}
    with SqliteStore(path) as store:
        for stop in (size // 10, size):
            spent: list[float] = []
            for first in range(0 if stop < size else size // 10, stop, STEP):
                changes = world.step(range(first, min(first + STEP, stop)))
                before = time.process_time()
                store.apply(changes)
                spent.append(time.process_time() - before)
            marks[stop] = statistics.median(spent[-UPSERTED // STEP :])
    return marks[size] / marks[size // 10]


# ---- asking ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Questions:
    """What people ask: the same in every run."""

    starts: Sequence[NodeId]
    hubs: Sequence[NodeId]
    typed: Sequence[str]
    owners: Sequence[str]


def questions(size: int) -> Questions:
    """Late documents, famous ones, words and numbers, agencies."""
    chance = random.Random(1)  # noqa: S311
    numbers = [symbol_of(chance.randrange(size)) for _ in range(TYPED // 4)]
    unknown = [f"{chance.randrange(size)}/QĐ-BTP" for _ in range(TYPED // 4)]
    words = [f"{chance.choice(TOPICS)} giai doan {chance.randrange(97)}" for _ in range(TYPED // 4)]
    common = ["nghi quyet 57", "quyet dinh", "bao cao ket qua", "chuyen doi so", "thu tuong 12"] * (
        TYPED // 20
    )
    return Questions(
        starts=[id_of(chance.randrange(size // 2, size)) for _ in range(TRACED)],
        hubs=[id_of(n) for n in range(HUBS)],
        typed=[*numbers, *unknown, *words, *common],
        owners=[
            f"so so {n} tinh {TOPICS[n % 5]}"
            for n in (int(AGENCIES * chance.random() ** 2) for _ in range(50))
        ],
    )


def quoted(view: View, id: NodeId) -> object:
    """A trace as the command shows it, with the sentences cut from the texts."""
    answer = trace(view, id)
    return quotes(view, (edge for path in answer.paths for hop in path for edge in hop.edges))


def by_cte(store: SqliteStore, id: NodeId) -> object:
    """What a trace needs, by a recursive CTE: the ids, then their nodes and the edges among them."""
    ids = [NodeId(row[0]) for row in store._connection.execute(CTE_UP, [id])]
    return store.nodes(ids), store.edges_from(ids, UPWARD)


def first_query(path: Path, symbol: str) -> None:
    """What every command does: open, find the document."""
    with SqliteStore(path, readonly=True) as store:
        start(store, symbol)


def resident(path: Path, size: int) -> float:
    """Megabytes that a process of its own holds after mixed questions."""
    asked = questions(size)
    with SqliteStore(path, readonly=True) as store:
        for id, text in zip(asked.starts, asked.typed, strict=True):
            quoted(store, id)
            search(store, text)
        tasks(store, owner=asked.owners[0])
        store.downward(asked.hubs[0], UPWARD, most=SMALL)
    status = Path("/proc/self/status").read_text(encoding="ascii")  # getrusage would count the parent too
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def in_memory(store: SqliteStore) -> dict[str, Ask]:
    """The same questions to the NetworkX reference, and the bare search of NetworkX over bare links."""
    reference = from_networkx(to_networkx(store))
    links = networkx.DiGraph()
    kinds = frozenset(UPWARD)
    links.add_edges_from((edge.source, edge.target) for edge in store.scan_edges() if edge.kind in kinds)
    return {
        "trace, NetworkX reference": lambda id: trace(reference, id),
        "walk up, bare NetworkX": lambda id: (
            id in links and networkx.single_source_shortest_path(links, id, cutoff=DEEPEST)
        ),
    }


def ask(path: Path, size: int) -> dict[str, Spent]:
    """Every question, those with rivals in turn with them."""
    asked, most = questions(size), min(SMALL, size // 10)
    with SqliteStore(path, readonly=True) as store:
        run = store._connection.execute
        up: dict[str, Ask] = {
            "walk up": lambda id: store.upward(id, UPWARD),
            "walk up, recursive CTE": lambda id: run(CTE_UP, [id]).fetchall(),
            "trace": lambda id: trace(store, id),
            "trace with quotes": lambda id: quoted(store, id),
            "trace, recursive CTE": lambda id: by_cte(store, id),
        }
        down: dict[str, Ask] = {
            f"walk down from a hub, {most:,} documents": lambda id: store.downward(id, UPWARD, most=most),
            "walk down, recursive CTE with LIMIT": lambda id: run(CTE_DOWN, [id, most]).fetchall(),
        }
        return {
            **in_turn(up | (in_memory(store) if size <= SMALL else {}), asked.starts),
            **in_turn(down, asked.hubs),
            **in_turn({"impact of a hub, all of it": lambda id: impact(store, id)}, asked.hubs[1:3]),
            **in_turn({"tasks of an owner": lambda name: tasks(store, owner=name)}, asked.owners),
            **in_turn({"search": lambda text: search(store, text)}, asked.typed),
            **in_turn({"cold open + first query": lambda n: first_query(path, symbol_of(n))}, range(OPENED)),
        }


# ---- telling -----------------------------------------------------------------------------------


def bars(found: Mapping[str, Spent]) -> Iterator[Bar]:
    """The bars on latency."""
    p50 = {name: spent.p50 for name, spent in found.items()}
    down = next(name for name in found if name.startswith("walk down from"))
    yield Bar("walk up / recursive CTE", p50["walk up"] / p50["walk up, recursive CTE"], 0.5, 0.2)
    yield Bar("trace / recursive CTE", p50["trace"] / p50["trace, recursive CTE"], 0.5, 0.2)
    if "trace, NetworkX reference" in found:
        yield Bar("trace / NetworkX reference", p50["trace"] / p50["trace, NetworkX reference"], 2.5, 0.5)
        yield Bar("walk up / bare NetworkX", p50["walk up"] / p50["walk up, bare NetworkX"], 2.5, 0.5)
    yield Bar(f"{down} / CTE with LIMIT", p50[down] / p50["walk down, recursive CTE with LIMIT"], 0.02, 0.003)
    yield Bar("search, p95", found["search"].p95, 20, 5, "ms")
    yield Bar("cold open + first query", p50["cold open + first query"], 20, 5, "ms")


def report(path: Path, size: int) -> Iterator[str]:
    """The tables, line by line."""
    dearer = None if path.exists() else write(path, size)
    found = ask(path, size)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
        held = apart.submit(resident, path, size).result()
    yield f"{size:,} documents\n\n| question | CPU ms p50 | p95 |\n|---|---|---|"
    for name, spent in found.items():
        yield f"| {name} | {spent.p50:.2f} | {spent.p95:.2f} |"
    yield "\n| bar | reached | must | aim | |\n|---|---|---|---|---|"
    yield from map(str, bars(found))
    yield str(Bar("resident after mixed questions", held, 200, 100, "MB"))
    yield str(Bar("disk, a document", path.stat().st_size / size / 1024, 10, 6, "KB"))
    if dearer is not None:
        yield str(Bar(f"upsert of {UPSERTED:,} at {size:,} / at {size // 10:,}", dearer, 2, 1.3))


if __name__ == "__main__":
    run(__doc__, report, documents=SMALL, store_help="keep the store here, or ask the one that is here")
