"""How fast the store is: writing synthetic documents in steps, then the questions that people ask.

    python benchmarks/store/bench_store.py [DOCUMENTS] [--store PATH]

Every run makes the same documents: 3.5 KB of text, about ten citations (70 % of them after a power law, so
there are hubs), two tasks, one issuer.
"""

from __future__ import annotations

import random
import resource
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from run import run

from graph.identity.keys import numbered
from graph.model import (
    Agency,
    ChangeSet,
    Citation,
    CitationKind,
    Deadline,
    DeadlineOperator,
    Document,
    DocumentMention,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    Header,
    MentionGroup,
    Modality,
    NodeId,
    ParsedDocument,
    Relation,
    Resolved,
    SourceFile,
    Stated,
    Status,
    Symbol,
    Task,
)
from graph.sqlite_store import SqliteStore
from graph.store import TaskFilter

STEP = 64
"""Documents in one transaction, as `loaders.ingest` writes them."""

AGENCIES = 2_000
UP = frozenset({EdgeKind.BASIS, EdgeKind.IMPLEMENTS})
RELATIONS = (Relation.BASIS, Relation.IMPLEMENTS, Relation.MENTIONS)
TYPES = (
    ("Nghị quyết", "-NQ/TW"),
    ("Quyết định", "/QĐ-TTg"),
    ("Công văn", "/VPCP-KSTT"),
    ("Kế hoạch", "/KH-UBND"),
)
TOPICS = (
    "chuyển đổi số",
    "an toàn thông tin",
    "cải cách hành chính",
    "quản lý đất đai",
    "giải ngân đầu tư công",
)
SYLLABLES = "thực hiện báo cáo kết quả trước ngày theo quy định của cơ quan đơn vị trên địa bàn tỉnh về việc"


@dataclass(slots=True)
class World:
    """The synthetic documents, the same ones in every run."""

    size: int
    chance: random.Random = field(default_factory=lambda: random.Random(57))  # noqa: S311

    def document(self, n: int, *, loaded: bool) -> Document:
        """Document n with what all files so far say of it."""
        symbol = symbol_of(n)
        day = f"{2015 + 10 * n // self.size}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        return Document(
            id_of(n),
            numbered(symbol),
            symbol=symbol,
            type=TYPES[n % 4][0],
            issuer="Thủ tướng Chính phủ",
            date=day,
            subject=f"về việc {TOPICS[n % 5]} giai đoạn {n % 97}",
            status=Status.LOADED if loaded else Status.CITED,
            files=(file_of(n),) if loaded else (),
        )

    def cited_by(self, n: int) -> list[int]:
        """About ten older documents, some of which nearly everyone cites."""
        wanted = self.chance.randrange(6, 15) if n else 0
        return sorted(
            {int(n * self.chance.random() ** (4 if self.chance.random() < 0.7 else 1)) for _ in range(wanted)}
        )

    def step(self, numbers: Iterable[int]) -> ChangeSet:
        """The change that `ingest` would make for these documents."""
        files, edges, mentions, tasks, touched = [], [], [], [], set[int]()
        agencies: dict[int, Agency] = {}
        for n in numbers:
            cited = self.cited_by(n)
            owner = int(AGENCIES * self.chance.random() ** 2)
            agencies[owner] = Agency(agency_of(owner), f"Sở số {owner} tỉnh {TOPICS[owner % 5]}", tier=5)
            given = [self.task(n, ordinal) for ordinal in range(2)]
            files.append(self.file(n, cited))
            tasks += given
            edges += [*citation_edges(n, cited), *task_edges(n, given, owner)]
            mentions += [mention_of(n, index, other) for index, other in enumerate([n, *cited], -1)]
            touched.update(cited, [n])
        newest = max(numbers)
        documents = [self.document(n, loaded=n <= newest) for n in sorted(touched)]
        keys = tuple(file.key for file in files)
        nodes = (*documents, *agencies.values(), *tasks)
        groups = tuple(
            MentionGroup(numbered(symbol_of(n)), "", 1, document=id_of(n)) for n in sorted(touched)
        )
        return ChangeSet((), keys, tuple(files), (), nodes, tuple(mentions), tuple(edges), groups=groups)

    def file(self, n: int, cited: list[int]) -> SourceFile:
        """The text and what was parsed from it."""
        text = " ".join(self.chance.choices(SYLLABLES.split(), k=600))
        header = Header(
            symbol=Stated(f"{n}/KH-UBND", 3, 9, "letterhead"), type=Stated("Kế hoạch", 0, 8, "title")
        )
        citations = tuple(
            Citation(
                i,
                i + 40,
                i,
                i + 90,
                CitationKind.NUMBERED,
                Relation.BASIS,
                "numbered",
                symbol=Symbol(f"{n}/QĐ"),
            )
            for i in cited
        )
        return SourceFile(file_of(n), f"{n:064x}", text, ParsedDocument(header, citations), "1")

    def task(self, n: int, ordinal: int) -> Task:
        """Task of document n, due some day of 2026."""
        day = f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}"
        due = Deadline(f"trước ngày {day}", 3, 20, DeadlineOperator.BEFORE, day, None, day)
        text = f"Triển khai {TOPICS[(n + ordinal) % 5]} và báo cáo kết quả trước ngày {day}"
        return Task(NodeId(f"task-{n:07}-{ordinal}"), text, id_of(n), Modality.ASSIGNED, "1.a", due)


def id_of(n: int) -> NodeId:
    """Ids are as long as real ones."""
    return NodeId(f"{n}-qd-ttg-thu-tuong-chinh-phu-{n * 2654435761 % 2**32:08x}")


def symbol_of(n: int) -> Symbol:
    """Number and symbol of document n."""
    return Symbol(f"{n}{TYPES[n % 4][1]}")


def agency_of(n: int) -> NodeId:
    """Id of an agency."""
    return NodeId(f"agency-so-{n:05}")


def file_of(n: int) -> FileKey:
    """Key of the file of a document."""
    return FileKey(f"2025/van-ban/{n:07}_quyet-dinh.txt")


def place(n: int, start: int) -> Evidence:
    """A quote of a usual length."""
    quote = f"Quyết định số {start}/QĐ-TTg ngày {start % 28 + 1} tháng 5 năm 2024 của Thủ tướng Chính phủ"
    return Evidence(file_of(n), start, start + len(quote), quote, start, start + 200, "numbered")


def mention_of(n: int, index: int, other: int) -> Resolved:
    """What the citation says of the cited document."""
    symbol = symbol_of(other)
    mention = DocumentMention(
        file_of(n), index, numbered(symbol), symbol=symbol, type="Quyết định", date="2024-05-01"
    )
    return Resolved(mention, id_of(other))


def citation_edges(n: int, cited: list[int]) -> list[Edge]:
    """One edge for each citation."""
    return [
        Edge(EdgeKind(RELATIONS[i % 3].value), id_of(n), id_of(other), place(n, i * 50))
        for i, other in enumerate(cited)
    ]


def task_edges(n: int, tasks: list[Task], owner: int) -> Iterator[Edge]:
    """Issuer, tasks and their owner."""
    yield Edge(EdgeKind.ISSUED_BY, id_of(n), agency_of(owner), place(n, 0))
    for i, task in enumerate(tasks):
        yield Edge(EdgeKind.ASSIGNS, id_of(n), task.id, place(n, 600 + 99 * i))
        yield Edge(EdgeKind.LED_BY, task.id, agency_of(owner), place(n, 610 + 99 * i), printed="Sở")


# ---- measuring ---------------------------------------------------------------------------------


def timed(calls: Iterable[Callable[[], object]]) -> tuple[float, float, int]:
    """Median and 95th percentile of the CPU milliseconds of each call, and how many calls."""
    spent = []
    for call in calls:
        before = time.process_time()
        call()
        spent.append((time.process_time() - before) * 1e3)
    spent.sort()
    return statistics.median(spent), spent[int(len(spent) * 0.95)], len(spent)


def trace(store: SqliteStore, start: NodeId) -> int:
    """Breadth first upwards, ten levels, as `queries.trace` asks."""
    seen, frontier = {start}, {start}
    for _ in range(10):
        if not frontier:
            break
        frontier = {edge.target for edge in store.edges_from(sorted(frontier), UP)} - seen
        seen |= frontier
    return len(store.nodes(seen))


def cold_open(path: Path) -> None:
    """What every command does first."""
    with SqliteStore(path, readonly=True) as store:
        store.nodes([id_of(7)])


def questions(path: Path, size: int) -> Iterator[tuple[str, Iterable[Callable[[], object]]]]:
    """Each question with the calls that ask it."""
    chance = random.Random(1)  # noqa: S311
    store = SqliteStore(path, readonly=True)
    late = [id_of(chance.randrange(size // 2, size)) for _ in range(200)]
    hubs = [id_of(n) for n in range(1, 51)]
    typed = [f"{chance.randrange(size)}/QĐ-TTg" for _ in range(50)]
    typed += [f"quyet dinh {chance.randrange(size)}" for _ in range(50)]
    typed += [f"{topic} {chance.randrange(97)}" for topic in TOPICS for _ in range(10)]
    owners = [frozenset({agency_of(int(AGENCIES * chance.random() ** 2))}) for _ in range(200)]
    yield "cold open + first query", (lambda: cold_open(path) for _ in range(50))
    yield "trace up, 10 levels", (lambda id=id: trace(store, id) for id in late)
    yield "edges of one document", (lambda id=id: store.edges_from([id]) for id in late)
    yield "all edges to a hub", (lambda id=id: store.edges_to([id]) for id in hubs)
    yield "tasks of an agency", (lambda who=who: store.tasks(TaskFilter(agencies=who)) for who in owners)
    yield (
        "overdue tasks of all",
        (lambda: store.tasks(TaskFilter(due_before="2026-01-05")) for _ in range(10)),
    )
    yield "search", (lambda text=text: store.find(text, limit=1_000) for text in typed)
    yield "search, a word of all", (lambda: store.find("viec", limit=1_000) for _ in range(10))
    store.close()


def write(path: Path, size: int) -> Iterator[tuple[str, float, float]]:
    """Write the documents, then a thousand more; the making of them is not counted."""
    world = World(size)
    with SqliteStore(path) as store:
        for name, numbers in (("apply", range(size)), ("apply 1,000 more", range(size, size + 1_000))):
            cpu = wall = 0.0
            for first in range(numbers.start, numbers.stop, STEP):
                changes = world.step(range(first, min(first + STEP, numbers.stop)))
                began = time.process_time(), time.perf_counter()
                store.apply(changes)
                cpu, wall = cpu + time.process_time() - began[0], wall + time.perf_counter() - began[1]
            yield name, cpu / len(numbers) * 1e3, wall / len(numbers) * 1e3


def report(path: Path, size: int) -> Iterator[str]:
    """The table, line by line."""
    yield "| writing | CPU ms a document | wall ms a document |\n|---|---|---|"
    for name, cpu, wall in write(path, size):
        yield f"| {name} | {cpu:.2f} | {wall:.2f} |"
    yield f"\ndisk: {path.stat().st_size / (size + 1_000) / 1024:.1f} KB a document\n"
    yield "| question | CPU ms p50 | p95 | calls |\n|---|---|---|---|"
    for name, calls in questions(path, size):
        middle, high, count = timed(calls)
        yield f"| {name} | {middle:.2f} | {high:.2f} | {count} |"
    yield f"\npeak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"


if __name__ == "__main__":
    run(__doc__, report, documents=20_000, store_help="keep the store here; it must not exist")
