"""The questions for Neo4j Browser give the same answers as the questions in Python, on the same store.

The store holds the sample story and a corner of hard cases beside it: loops, ways of equal length, one number
for two documents, drafts, tasks that two files give.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby, product
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, Record

import queries
from graph.identity.keys import numbered
from graph.kinds import kind_of
from graph.model import (
    Agency,
    BlockKey,
    ChangeSet,
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
    Node,
    NodeId,
    NodeKind,
    ParsedDocument,
    Resolved,
    SourceFile,
    Symbol,
    Task,
)
from graph.neo4j_store import Neo4jStore
from graph.neo4j_store.properties import LABELS, node_properties
from graph.text import unaccent
from loaders.ingest import ingest
from queries.agency import LETTERS, ROLES, AgencyPage, agency
from queries.chain import chain
from queries.check import check
from queries.gaps import gaps
from queries.history import CHANGING, history
from queries.impact import impact
from queries.related import related
from queries.search import search
from queries.tasks import Due, Role, TaskRow, due, tasks
from queries.trace import UPWARD, Hop, trace
from queries.walk import edges_on
from tests.neo4j_server.server import Database, records
from tests.stores import empty_neo4j

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
FILES = {
    path.stem: path.read_text(encoding="utf-8") for path in Path(queries.__path__[0]).glob("cypher/*.cypher")
}
EVERYTHING = 100_000

Row = dict[str, Any]
Ask = Callable[..., list[Row]]


# ---- the store ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def store(neo4j_server: Database) -> Iterator[Neo4jStore]:
    with empty_neo4j(neo4j_server) as store:
        ingest(store, sorted(SAMPLES.glob("*.txt")))
        store.apply(corner())
        yield store


@pytest.fixture(scope="module")
def driver(store: Neo4jStore, neo4j_server: Database) -> Iterator[Driver]:
    with neo4j_server.driver() as driver:
        yield driver


@pytest.fixture(scope="module")
def ask(driver: Driver) -> Ask:
    """Runs a file; days come as `datetime.date`."""

    def run(name: str, **parameters: Any) -> list[Row]:
        return [plain(record) for record in records(driver, FILES[name], **parameters)]

    return run


def plain(record: Record) -> Row:
    return {key: value.to_native() if hasattr(value, "to_native") else value for key, value in record.items()}


FIRST = {
    "c-file": [("b.txt", 1, 2), ("0.txt", 9, 10), ("c.txt", 0, 1)],
    "b-start": [("a.txt", 5, 6), ("a.txt", 1, 20), ("a.txt", 7, 8)],
    "z-end": [("a.txt", 3, 7), ("a.txt", 3, 5), ("a.txt", 3, 9)],
    "y-end": [("a.txt", 4, 9), ("a.txt", 4, 7), ("a.txt", 4, 5)],
}
"""Three places, of which one key makes another than the first one the first."""

RING = """
    low implements mid      mid implements left     mid implements right    left directed_by high
    right responds_to high  high basis ring         ring guides left        ring implements none
    none basis none         alone basis alone       draft implements high
"""
"""Loops, ways of equal length, what only cites itself."""

SOURCES = """
    fan basis top-b         fan basis zone          zone basis top-a        fan basis top-c
    fen basis top-a         fen basis moor          moor basis top-b        fen basis top-c
    bottom basis way-1      bottom basis way-3      bottom basis way-2
    way-1 basis peak        way-3 basis peak        way-2 basis peak
    foot basis path-3       foot basis path-2       foot basis path-1
    path-3 basis hill       path-2 basis hill       path-1 basis hill
"""
"""Sources of one rank, the first one farther away or nearer; ways of equal length, in two orders."""

RANKS = """
    rank-1 implements rank-2    rank-1 basis rank-2         rank-2 directed_by rank-3   rank-2 implements rank-3
    rank-3 guides rank-4        rank-3 directed_by rank-4   rank-4 responds_to rank-5   rank-4 guides rank-5
"""
"""Of two relations between two documents the one that tells more stands later."""

CHANGES = """
    mid corrects low        mid amends low          mid replaces low        draft replaces low
    draft-2 replaces low    draft-2 comments_on draft   letter replaces low letter comments_on draft
    letter replaces mid     z-2024 amends low       a-2026 amends low
"""
"""By drafts, by a letter about a draft, by a draft about a draft; by date and not by id."""

TWINS = """
    twin-2 basis top-b      twin-1 basis top-c      twin-1-low basis twin-1 twin-1-lower basis twin-1-low
    twin-2-low basis twin-2 z-2024 amends twin-2    a-2026 amends twin-1
    twin-2 assigns soon     twin-1 assigns later
"""
"""Two documents of one number; what is of the first would come last."""

DUTIES = """
    low assigns same-2      low assigns same-1      low assigns same-3      low assigns again
    low assigns monthly     low assigns always      low assigns from        low assigns never
    again led_by an-1       from coordinated_with an-1  never led_by an-2   never reports_to an-1
    same-1 monitored_by an-1    same-1 led_by an-4  same-2 led_by an-3
    mid addressed_to an-1   letter addressed_to an-1    twin-1 copied_to an-1   twin-2 issued_by an-3
    bottom assigns of-ways  rank-1 assigns of-ranks     zz-tie led_by an-1
    foot assigns of-paths   fen assigns of-fen      by-y-end assigns of-y
    by-c-file assigns of-c  by-b-start assigns of-b     by-z-end assigns of-z
"""


def corner() -> ChangeSet:
    """What the sample story has no example of."""
    deadlines = {
        "soon": deadline("by", date_to="2025-01-01"),
        "later": deadline("by", date_to="2025-01-31"),
        "again": deadline("recurring", date_to="2025-01-31"),
        "monthly": deadline("by", date_to="2025-01-31", recurrence="P1M"),
        "always": deadline("continuous", date_to="2025-01-31"),
        "from": deadline("start", date="2025-02", date_from="2025-02-01"),
    }
    late = ["same-1", "same-2", "same-3", "zz-tie", *FIRST]
    edges = [edge(*words) for text in (RING, SOURCES, TWINS, DUTIES) for words in triples(text)]
    edges += [
        edge(*words, place=("a.txt", n, n + 1))
        for text in (RANKS, CHANGES)
        for n, words in enumerate(triples(text))
    ]
    edges += [
        edge("fan", "assigns", "zz-tie", place=("a.txt", 3, 4)),
        edge("fan", "assigns", "zz-tie", place=("e.txt", 3, 4)),
        edge("mid", "repeals", "low", place=("a.txt", 70, 71), pinpoint="Điều 5"),
        edge("mid", "repeals", "low", place=("a.txt", 72, 73)),
        edge("right", "amends", "low", place=("a.txt", 74, 75), pinpoint="khoản 1"),
        edge("right", "amends", "low", place=("a.txt", 76, 77), pinpoint="khoản 2"),
    ]
    for key, places in FIRST.items():
        for n, giving, place in zip((1, 2, 3), ("fan", "way-1", "way-2"), places, strict=True):
            edges += [
                edge(f"by-{key}", "basis", "top-c", place=place),
                edge(f"by-{key}", "corrects", "top-c", place=place),
                edge(f"by-{key}", "addressed_to", "an-2", place=place),
                edge(giving, "assigns", key, place=place),
                edge(key, "led_by", f"an-{n}", place=place),
                edge(key, "led_by", "an-1", place=("d.txt", n, n + 1)),
                edge(key, "coordinated_with", f"an-{n}", place=place),
                edge(key, "coordinated_with", "an-1", place=("d.txt", n, n + 1)),
            ]
    agencies = [
        Agency(NodeId("an-1"), "Án phí"),
        Agency(NodeId("an-2"), "Án phí trung ương"),
        Agency(NodeId("an-3"), "Ban Án phí", "tỉnh Đ", 4),
        Agency(NodeId("an-4"), "Ban Án phí", "tỉnh E", 4),
    ]
    given = {one.target: one.source for one in reversed(edges) if one.kind is EdgeKind.ASSIGNS}
    duties = [
        Task(
            id,
            f"Việc {id}",
            document,
            Modality.ASSIGNED,
            None,
            deadlines.get(id, until if id in late else None),
        )
        for until in [deadline("before", date_to="2025-01-31")]
        for id, document in given.items()
    ]
    others = {one.id for one in (*agencies, *duties)}
    ends = dict.fromkeys(end for one in edges for end in (one.source, one.target) if end not in others)
    documents = [*map(document, ends), document("day-1", "2024-12-21"), document("month", "2024-12")]
    return ChangeSet(
        files=tuple(SourceFile(key, "0" * 64, "x", ParsedDocument(Header()), "1") for key in files_of(edges)),
        nodes=(*documents, *agencies, *duties),
        edges=tuple(edges),
        resolved=tuple(said(n, id, day) for n, (id, day) in enumerate(DAYS)),
        groups=tuple(MentionGroup(one.block, one.id, 1, document=one.id) for one in documents),
    )


DAYS = [
    ("day-1", "2024-12-21"),
    ("day-1", "2024"),
    ("day-1", "2024-12-22"),
    ("month", "2024"),
    ("month", "2024-12"),
]


def triples(text: str) -> list[tuple[str, str, str]]:
    words = text.split()
    return list(zip(words[::3], words[1::3], words[2::3], strict=True))


def document(id: str, day: str | None = None) -> Document:
    """Dated as its id says; the twins have one number."""
    symbol = Symbol("77/KH-SĐ") if id in ("twin-1", "twin-2") else None
    year = id.partition("-")[2] if id[-4:].isdigit() else None
    block = numbered(symbol) if symbol else BlockKey(id)
    return Document(NodeId(id), block, symbol=symbol, date=day or year, draft=id.startswith("draft"))


def deadline(operator: str, **days: str) -> Deadline:
    return Deadline(
        "hạn", 0, 3, DeadlineOperator(operator), **{"date": None, "date_from": None, "date_to": None} | days
    )


def edge(
    source: str,
    kind: str,
    target: str,
    *,
    place: tuple[str, int, int] = ("a.txt", 0, 1),
    pinpoint: str | None = None,
) -> Edge:
    file, start, end = place
    quote = f"{source} {kind} {target} {file} {start} {end}"
    evidence = Evidence(FileKey(f"corner/{file}"), start, end, quote, start, end, "test")
    return Edge(EdgeKind(kind), NodeId(source), NodeId(target), evidence, pinpoint)


def said(index: int, id: str, day: str) -> Resolved:
    return Resolved(DocumentMention(FileKey("corner/a.txt"), index, BlockKey(id), date=day), NodeId(id))


def files_of(edges: list[Edge]) -> list[FileKey]:
    return sorted({one.evidence.file for one in edges})


# ---- what Python answers, in the words of the files --------------------------------------------


def documents(store: Neo4jStore) -> list[Document]:
    found = [node for node in store.scan(NodeKind.DOCUMENT) if isinstance(node, Document)]
    assert len(found) > 60
    return found


def shown(node: Node) -> str:
    return str(node_properties(node)["name"])


def only(rows: list[Row], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def task_row(store: Neo4jStore, row: TaskRow) -> Row:
    """What every file about tasks shows."""
    assert (
        row.task.deadline is None or row.task.deadline.date_to is None or len(row.task.deadline.date_to) == 10
    )
    return {
        "due": day_of(row.task.deadline.date_to if row.task.deadline else None),
        "text": row.task.text,
        "lead": [owner.name for owner in row.lead],
        "coordinate": [owner.name for owner in row.coordinate],
        "quote": row.places[0].evidence.quote,
        "file": row.places[0].evidence.file,
        "id": row.task.id,
    }


def ordered(store: Neo4jStore, row: TaskRow) -> Row:
    """On whose orders: the document that gives a task first."""
    giving = store.nodes([row.places[0].source])[row.places[0].source]
    assert isinstance(giving, Document)
    return {"document": shown(giving), "ordered_by": giving.issuer}


def hop(answer: Any, one: Hop) -> tuple[str, str, str, str, str]:
    telling = one.edges[0]
    ends = shown(answer.nodes[one.source]), shown(answer.nodes[one.target])
    return ends[0], telling.kind.name, ends[1], telling.evidence.quote, telling.evidence.file


# ---- one test a file ---------------------------------------------------------------------------


def test_trace(store: Neo4jStore, ask: Ask) -> None:
    lengths = set()
    for start in documents(store):
        answer = trace(store, start.id, all_paths=True)
        assert not answer.truncated
        expected = [
            (
                shown(answer.nodes[path[-1].target]),
                step,
                *hop(answer, one),
                [start.id, *(each.target for each in path)],
            )
            for path in answer.paths
            for step, one in enumerate(path, 1)
        ]
        columns = ("source", "step", "document", "relation", "rests_on", "quote", "file", "chain")
        assert only(ask("trace", symbol=start.id), *columns) == expected, start
        lengths |= {len(path) for path in answer.paths}
    assert lengths >= {1, 2, 3, 4, 5}


def test_impact(store: Neo4jStore, ask: Ask) -> None:
    """Of several documents one step nearer Python takes that of the smallest way, the file that of the smallest id."""
    equal, farthest = 0, 0
    for start in documents(store):
        answer = impact(store, start.id)
        given = [row.task.document for row in answer.tasks]
        distance = {one.id: one.distance for one in answer.documents} | {start.id: 0}
        expected = []
        for one in answer.documents:
            nearer = {
                edge.target
                for edge in store.edges_from([one.id], UPWARD)
                if distance.get(edge.target) == one.distance - 1
            }
            edges = edges_on(store, [(one.id, min(nearer))], UPWARD)[one.id, min(nearer)]
            rests_on = Hop(one.id, min(nearer), edges)
            assert one.hop == rests_on or len(nearer) > 1
            equal += one.hop == rests_on
            expected.append((one.id, one.distance, *hop(answer, rests_on), given.count(one.id)))
        columns = ("id", "distance", "document", "relation", "rests_on", "quote", "file", "tasks")
        assert only(ask("impact", symbol=start.id), *columns) == expected, start
        farthest = max(farthest, *(one.distance for one in answer.documents), 0)
    assert equal > 100
    assert farthest >= 3


def test_tasks_of_document(store: Neo4jStore, ask: Ask) -> None:
    total = 0
    for start in documents(store):
        found = tasks(store, document=start.id).rows
        expected = [
            task_row(store, row)
            | {
                "section": row.task.section,
                "deadline": row.task.deadline.text if row.task.deadline else None,
                "modality": row.task.modality.value,
            }
            for row in found
        ]
        assert ask("tasks_of_document", symbol=start.id) == expected, start
        total += len(found)
    assert total == sum(1 for _ in store.scan(NodeKind.TASK)) > 80


def test_tasks_of_agency(store: Neo4jStore, ask: Ask) -> None:
    total = 0
    for typed in names_of_agencies(store):
        found = tasks(store, owner=typed, role=Role.ANY)
        ids = {one.id for one in found.owners}
        expected = [
            task_row(store, row)
            | ordered(store, row)
            | {"role": "lead" if any(owner.id in ids for owner in row.lead) else "coordinate"}
            for row in found.rows
        ]
        assert ask("tasks_of_agency", agency=typed) == expected, typed
        total += len(expected)
    assert total > 200


def test_overdue_tasks(store: Neo4jStore, ask: Ask) -> None:
    total = 0
    for day in ("2025-01-31", "2025-02-01", "2025-06-21", "2025-12-31", "2026-12-31"):
        expected = [
            {name: value for name, value in task_row(store, row).items() if name != "coordinate"}
            | ordered(store, row)
            | {"days_late": (date.fromisoformat(day) - date.fromisoformat(row.task.deadline.date_to)).days}
            for row in tasks(store, overdue_on=day).rows
            if due(row.task, today=day) is Due.OVERDUE and row.task.deadline and row.task.deadline.date_to
        ]
        assert ask("overdue_tasks", day=day) == expected
        total += len(expected)
    assert total > 60


def test_history(store: Neo4jStore, ask: Ask) -> None:
    seen = set()
    for start in documents(store):
        answer = history(store, start.id, day="2030-01-01")
        every = [(one, False) for one in answer.changed_by] + [(one, True) for one in answer.proposed]
        expected = [
            {
                "date": one.date,
                "relation": one.kind.name,
                "by": shown(answer.nodes[one.by]),
                "proposed": proposed,
                "in_part": one.partial,
                "quotes": [each.evidence.quote for each in one.edges],
                "files": [each.evidence.file for each in one.edges],
                "id": one.by,
            }
            for one, proposed in sorted(
                every, key=lambda each: (each[0].date or "9999", each[0].by, each[0].kind)
            )
        ]
        assert ask("history", symbol=start.id) == expected, start
        seen |= {(row["relation"], row["proposed"], row["in_part"]) for row in expected}
    assert seen >= {("AMENDS", False, True), ("REPEALS", False, False), ("REPLACES", True, False)}


def test_chain(store: Neo4jStore, ask: Ask) -> None:
    longest = 0
    for node in store.scan(NodeKind.TASK):
        answer = chain(store, node.id)
        links = [one.edges[0] for one in answer.down] + [*answer.assigned, *answer.roles]
        nodes = store.nodes({end for link in links for end in (link.source, link.target)})
        expected = [
            (
                shown(nodes[link.source]),
                link.kind.name,
                shown(nodes[link.target]),
                link.printed,
                link.evidence.quote,
                link.evidence.file,
            )
            for link in links
        ]
        columns = ("subject", "relation", "object", "printed", "quote", "file")
        assert only(ask("chain", task=node.id), *columns) == expected, node.id
        longest = max(longest, len(answer.down))
    assert longest >= 3


def test_agency(store: Neo4jStore, ask: Ask) -> None:
    kinds = set()
    for typed in names_of_agencies(store):
        page = agency(store, typed)
        rows = ask("agency", agency=typed)
        assert [id for id, _ in groupby(only(rows, "office_id", "office", "place"))] == [
            (one.id, one.name, one.jurisdiction) for one in page.agencies if page_of(store, page, one)
        ]
        for one in page.agencies:
            mine = [row for row in rows if row["office_id"] == one.id]
            columns = ("role", "document", "text", "date", "quote", "file", "id")
            assert only(mine, *columns) == page_of(store, page, one), typed
            kinds |= {row["role"] for row in mine}
    assert len(kinds) == 7


def test_search(store: Neo4jStore, ask: Ask) -> None:
    typed = [
        *names_of_agencies(store),
        *(one.symbol for one in documents(store) if one.symbol),
        *(" ".join(node.text.split()[:6]) for node in store.scan(NodeKind.TASK) if isinstance(node, Task)),
        *(
            "án",
            "an",
            "in",
            "to",
            "tổ",
            "công an",
            "CÔNG ÁN",
            "06/QÐ-TTg",
            "57 nq tw",
            "so  hoá; (hồ sơ)",
            "+-!x",
        ),
    ]
    for text in typed:
        rows = ask("search", text=text, limit=EVERYTHING)
        hits = {hit.node.id: hit.node for hit in search(store, text, limit=EVERYTHING)}
        assert {row["id"] for row in rows} == hits.keys(), text
        columns = ("kind", "name", "text", "date", "status")
        assert only(rows, *columns) == [found_as(hits[row["id"]]) for row in rows]
        assert rows == sorted(rows, key=lambda row: (-row["score"], row["id"]))
        assert ask("search", text=text, limit=3) == rows[:3]


def found_as(node: Node) -> tuple[str | None, ...]:
    """What the search shows of a node."""
    text = node.text if isinstance(node, Task) else getattr(node, "subject", None)
    status = node.status.value if isinstance(node, Document) else None
    return LABELS[kind_of(node)], shown(node), text, node_properties(node).get("date_to"), status


def test_missing(store: Neo4jStore, ask: Ask) -> None:
    answer = gaps(store, limit=EVERYTHING)
    expected = []
    for one in answer.missing:
        node = answer.nodes[one.id]
        assert isinstance(node, Document)
        citing = sorted(shown(answer.nodes[each.source]) for each in one.edges)
        expected.append(
            (one.id, shown(node), node.type, node.issuer, node.date, one.tasks, one.documents, citing)
        )
    rows = ask("missing", limit=EVERYTHING)
    columns = ("id", "missing", "type", "issuer", "date", "tasks", "documents")
    assert [
        (*one, sorted(row["cited_by"])) for one, row in zip(only(rows, *columns), rows, strict=True)
    ] == expected
    assert ask("missing", limit=2) == rows[:2]
    assert len(expected) > 25


def test_contradictions(store: Neo4jStore, ask: Ask) -> None:
    expected = [
        (one.document, one.likely, day, len(files), list(files))
        for one in check(store).conflicts
        if one.field == "date"
        for day, files in one.values
    ]
    rows = [row | {"which": sorted(row["which"])} for row in ask("contradictions")]
    assert only(rows, "id", "likely", "date", "files", "which") == expected
    assert {row["document"] for row in rows} == {"57-NQ/TW", "day-1"}


def test_related(store: Neo4jStore, ask: Ask) -> None:
    total = 0
    for start in documents(store):
        answer = related(store, start.id, limit=EVERYTHING)
        nodes = store.nodes([one.id for one in answer.relatives])
        expected = [
            (
                one.id,
                pytest.approx(one.score, abs=2e-6),
                shown(nodes[one.id]),
                nodes[one.id].date,
                nodes[one.id].issuer,
                sorted(shown(answer.nodes[source]) for source in one.shared),
            )
            for one in answer.relatives
        ]
        rows = ask("related", symbol=start.id, limit=EVERYTHING)
        found = [
            (*one, sorted(row["shared"]))
            for one, row in zip(only(rows, "id", "score", "related", "date", "issuer"), rows, strict=True)
        ]
        assert found == expected, start
        assert ask("related", symbol=start.id, limit=1) == rows[:1]
        total += len(rows)
    assert total > 100


# ---- how agencies are asked for ----------------------------------------------------------------


def names_of_agencies(store: Neo4jStore) -> list[str]:
    """Every name as printed, some in capitals or without diacritics; beginnings of names."""
    names = sorted({node.name for node in store.scan(NodeKind.AGENCY) if isinstance(node, Agency)})
    assert len(names) > 80
    parts = [
        "án phí",
        "an phi",
        " BAN ÁN PHÍ",
        "an phi trung",
        "cong an",
        "so",
        "uy ban nhan dan",
        "Ðảng ủy xã",
    ]
    parts += ["Văn phòng Hội ðồng nhân dân và Ủy ban nhân dân xã", "so\u031b\u0309 tư pháp"]
    return [*names, *map(str.upper, names[::4]), *map(unaccent, names[1::2]), *parts]


def page_of(store: Neo4jStore, page: AgencyPage, one: Agency) -> list[tuple[Any, ...]]:
    """Of a page the rows of one agency: role, document, text, day, and the first place that says so."""
    rows: list[tuple[EdgeKind, Node, Node, Sequence[Edge]]] = []
    for kind, name in LETTERS.items():
        rows += [
            (kind, page.nodes[each.document], page.nodes[each.document], each.edges)
            for each in page.letters[name]
        ]
    for kind, name in ROLES.items():
        for row in page.tasks[name]:
            giving = row.places[0].source
            rows.append((kind, row.task, store.nodes([giving])[giving], store.edges_from([row.task.id])))
    found = []
    for kind, what, document, edges in rows:
        mine = [edge.evidence for edge in edges if (edge.kind, edge.target) == (kind, one.id)]
        if mine:
            first = min(mine, key=lambda place: (place.file, place.start, place.end))
            text = what.text if isinstance(what, Task) else getattr(what, "subject", None)
            day = node_properties(what).get("date_to")
            found.append((kind.name, shown(document), text, day, first.quote, first.file, what.id))
    return found


# ---- the files themselves ----------------------------------------------------------------------

each_file = pytest.mark.parametrize("name", sorted(FILES))
PARAMETER = re.compile(r"\$(\w+)")
EXAMPLE = re.compile(r"^//   :param (\w+) => (.+)$", re.MULTILINE)


def head_and_body(name: str) -> tuple[str, str]:
    """The comment lines at the top, and the statement."""
    head, _, body = FILES[name].partition("\n\n")
    return head, body


def test_every_file_has_its_test() -> None:
    assert 8 <= len(FILES) <= 12
    assert [name for name in sorted(FILES) if f"test_{name}" not in globals()] == []


@each_file
def test_the_head_says_what_is_asked_with_which_parameters(name: str) -> None:
    head, body = head_and_body(name)
    lines = head.splitlines()
    assert all(line.startswith("//") for line in lines)
    assert not lines[0].isascii(), "first in Vietnamese"
    assert lines[1].isascii(), "then in English"
    used = set(PARAMETER.findall(body))
    assert {parameter for parameter, _ in EXAMPLE.findall(head)} == used
    assert used <= set(PARAMETER.findall(head)), "what each of them is"
    assert used or "No parameters." in head
    assert body.rstrip().endswith(";")
    assert max(map(len, FILES[name].splitlines())) <= 110


@each_file
def test_the_question_in_python_is_named(name: str) -> None:
    [(module, function)] = re.findall(r"^// Same answer: (queries\.\w+)\.(\w+)\(", FILES[name], re.MULTILINE)
    assert callable(getattr(importlib.import_module(module), function))


@each_file
def test_the_example_has_an_answer(name: str, driver: Driver, ask: Ask) -> None:
    examples = dict(EXAMPLE.findall(FILES[name]))
    values = {key: driver.execute_query(f"RETURN {text}").records[0][0] for key, text in examples.items()}
    assert ask(name, **values)


@each_file
def test_relations_come_in_whole_families(name: str) -> None:
    """A list of types that leads upward has all that do so, and none else; so for what changes a document."""
    for listed in re.findall(r":([A-Z_]+(?:\|[A-Z_]+)+)", head_and_body(name)[1]):
        kinds = {EdgeKind[type] for type in listed.split("|")}
        assert kinds in (UPWARD, CHANGING) or kinds.isdisjoint(UPWARD | CHANGING)


@each_file
def test_the_plan_starts_from_an_index(name: str, driver: Driver) -> None:
    """What asks for something finds it by an index; what asks for everything reads one label."""
    parameters = set(PARAMETER.findall(head_and_body(name)[1]))
    values = {parameter: 5 if parameter == "limit" else "x" for parameter in parameters}
    plan = driver.execute_query(f"EXPLAIN {FILES[name]}", values).summary.plan
    operators = {each["operatorType"].split("@")[0] for each in steps(plan)}
    assert operators.isdisjoint({"AllNodesScan", "CartesianProduct", "DirectedAllRelationshipsScan"})
    scans = {operator for operator in operators if operator.endswith("Scan")}
    assert scans == (set() if parameters - {"limit"} else {"NodeByLabelScan"})


def steps(plan: Any) -> Iterator[Any]:
    yield plan
    for child in plan.get("children", []):
        yield from steps(child)


def test_by_number_and_by_id_is_the_same(store: Neo4jStore, ask: Ask) -> None:
    """One number may be of two documents: then both are answered, one after the other."""
    by_symbol: dict[str, list[NodeId]] = {}
    for one in documents(store):
        by_symbol.setdefault(one.symbol or one.id, []).append(one.id)
    assert max(map(len, by_symbol.values())) == 2
    asking = [name for name in FILES if "$symbol" in head_and_body(name)[1]]
    assert len(asking) == 5
    for name, (symbol, ids) in product(asking, by_symbol.items()):
        rest = {"limit": EVERYTHING} if "$limit" in FILES[name] else {}
        apart = [row for id in ids for row in ask(name, symbol=id, **rest)]
        assert ask(name, symbol=symbol, **rest) == apart, (name, symbol)


def test_nothing_typed_is_no_error(ask: Ask) -> None:
    for nothing in ("", "  ", "…", '"'):
        assert ask("search", text=nothing, limit=5) == []
        assert ask("agency", agency=nothing) == []
        assert ask("tasks_of_agency", agency=nothing) == []


def test_no_words_are_stop_words(ask: Ask) -> None:
    """The analyzer "standard-folding" would leave out "an", "in", "to": folded in the statement they count."""
    for typed in ("công án", "cong an"):
        assert {"Công an tỉnh", "Công an xã"} <= {row["name"] for row in ask("search", text=typed, limit=5)}
    assert ask("search", text="án", limit=5)
