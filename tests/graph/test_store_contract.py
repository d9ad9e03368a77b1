"""What every store answers, in which order, and what `apply` does: one suite for all of them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.export.jsonl import dump
from graph.lot import lot
from graph.model import Agency, BlockKey, ChangeSet, EdgeKind, FileKey, Modality, NodeId, NodeKind, Symbol
from graph.networkx_view import NetworkxStore
from graph.reach import Chains
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore, TaskFilter, View, edge_order
from tests.neo4j_server.server import Database
from tests.stores import empty_neo4j

Make = SimpleNamespace


@pytest.fixture
def story(make: Make) -> ChangeSet:
    """A plan (doc1) that implements a resolution (doc0) and gives two tasks to an agency."""
    return ChangeSet(
        refreshed=(FileKey("a.txt"), FileKey("b.txt")),
        files=(
            make.source("a.txt", "Căn cứ", origin="/x"),
            make.source("b.txt", jurisdiction="tỉnh Sông Hà"),
        ),
        nodes=(
            make.document("doc1", symbol=Symbol("88/KH-UBND"), type="Kế hoạch", subject="Đề án dữ liệu"),
            make.document("doc0", symbol=Symbol("06/QĐ-TTg"), type="Quyết định", issuer="Thủ tướng"),
            make.agency(NodeId("org0"), "Sở Khoa học và Công nghệ"),
            make.task("job0", "Xây dựng nền tảng", document="doc1", until="2025-06-30"),
            make.task("job1", "Bố trí kinh phí", document="doc1", modality=Modality.PROPOSED),
            make.topic(NodeId("sys0"), "Cổng dữ liệu đất đai", "portal"),
        ),
        resolved=(
            make.resolved("b.txt", 0, "6/QDTTG", "doc0"),
            make.resolved("a.txt", 0, "6/QDTTG", "doc0"),
            make.resolved("a.txt", -1, "88/KHUBND", "doc1"),
        ),
        groups=(
            make.group("88/KHUBND", "b", 1, "doc1"),
            make.group("6/QDTTG", "a", 2, "doc0"),
            make.group("88/KHUBND", "a", 3, "doc1"),
        ),
        edges=(
            make.edge("doc1 implements doc0", at=(9, 12)),
            make.edge("doc1 implements doc0", at=(2, 4)),
            make.edge("doc1 basis doc0", file="b.txt", at=(5, 6)),
            make.edge("doc1 assigns job0"),
            make.edge("doc1 assigns job1", file="b.txt"),
            make.edge("job0 led_by org0", printed="Sở KH&CN"),
            make.edge("job1 coordinated_with org0", file="b.txt"),
            make.edge("job0 concerns sys0"),
        ),
    )


@pytest.fixture
def told(store: GraphStore, story: ChangeSet) -> GraphStore:
    store.apply(story)
    return store


def ids(found: Any) -> list[str]:
    return [each.id for each in found]


def short(edges: Any) -> list[str]:
    return [f"{e.source} {e.kind} {e.target} {e.evidence.file}:{e.evidence.start}" for e in edges]


# ---- reading -----------------------------------------------------------------------------------


def test_an_empty_store_answers_nothing(store: GraphStore) -> None:
    assert answers(store) == answers(NetworkxStore())
    assert store.find("đề án", limit=5) == []


def test_nodes_come_by_id_and_unknown_ones_are_left_out(told: GraphStore, story: ChangeSet) -> None:
    found = told.nodes([NodeId("org0"), NodeId("nobody"), NodeId("doc0"), NodeId("org0")])
    assert list(found.items()) == [("doc0", story.nodes[1]), ("org0", story.nodes[2])]


def test_edges_come_back_whole_and_in_order(told: GraphStore, story: ChangeSet) -> None:
    everything = sorted(story.edges, key=edge_order)
    assert list(told.scan_edges()) == everything
    assert told.edges_from([NodeId("doc1"), NodeId("doc1"), NodeId("x")]) == [
        each for each in everything if each.source == "doc1"
    ]
    assert short(told.edges_to([NodeId("org0"), NodeId("doc0")])) == [
        "doc1 basis doc0 b.txt:5",
        "doc1 implements doc0 a.txt:2",
        "doc1 implements doc0 a.txt:9",
        "job0 led_by org0 a.txt:0",
        "job1 coordinated_with org0 b.txt:0",
    ]


def test_edges_of_some_kinds(told: GraphStore) -> None:
    kinds = frozenset({EdgeKind.BASIS, EdgeKind.LED_BY})
    assert short(told.edges_from([NodeId("doc1"), NodeId("job0")], kinds)) == [
        "doc1 basis doc0 b.txt:5",
        "job0 led_by org0 a.txt:0",
    ]
    assert short(told.edges_to([NodeId("doc0")], frozenset({EdgeKind.BASIS}))) == ["doc1 basis doc0 b.txt:5"]
    assert told.edges_to([NodeId("doc0")], frozenset({EdgeKind.LED_BY})) == []


def test_edges_between_pairs(told: GraphStore) -> None:
    pairs = [(NodeId(one), NodeId(other)) for one, other in (("doc1", "doc0"), ("doc0", "doc1"), ("x", "y"))]
    assert short(told.edges_between(pairs * 2)) == [
        "doc1 basis doc0 b.txt:5",
        "doc1 implements doc0 a.txt:2",
        "doc1 implements doc0 a.txt:9",
    ]
    assert short(told.edges_between(pairs, frozenset({EdgeKind.BASIS}))) == ["doc1 basis doc0 b.txt:5"]
    assert told.edges_between([]) == []


def test_around_gives_edges_both_ways_and_their_ends(told: GraphStore) -> None:
    jobs = [NodeId("job0"), NodeId("job1"), NodeId("nobody")]
    led, assigned = frozenset({EdgeKind.LED_BY}), frozenset({EdgeKind.ASSIGNS})
    found = told.around(jobs, leaving=led, reaching=assigned)
    assert short(found.edges) == [
        "doc1 assigns job0 a.txt:0",
        "doc1 assigns job1 b.txt:0",
        "job0 led_by org0 a.txt:0",
    ]
    assert list(found.nodes) == ["doc1", "job0", "job1", "org0"]
    assert told.around(jobs, leaving=frozenset(), reaching=frozenset()).edges == []
    assert list(told.around(jobs, leaving=led, reaching=frozenset()).nodes) == ["job0", "org0"]


def walked(store: GraphStore, make: Make, *links: str) -> None:
    names = dict.fromkeys(name for link in links for name in link.split())
    edges = (make.edge(f"{low} basis {high}") for low, high in map(str.split, links))
    store.apply(ChangeSet(nodes=tuple(map(make.document, names)), edges=tuple(edges)))


def test_a_walk_gives_each_node_with_its_neighbours_level_by_level(store: GraphStore, make: Make) -> None:
    walked(store, make, "a d", "a c", "c top", "d top", "d a", "a a", "x a")
    reach = store.upward(NodeId("a"), frozenset({EdgeKind.BASIS}))
    assert list(reach.links.items()) == [("a", ("c", "d")), ("c", ("top",)), ("d", ("a", "top")), ("top", ())]
    assert store.downward(NodeId("top"), frozenset({EdgeKind.BASIS})).links == {
        "top": ("c", "d"),
        "c": ("a",),
        "d": ("a",),
        "a": ("d", "x"),
        "x": (),
    }
    assert store.upward(NodeId("a"), frozenset({EdgeKind.GUIDES})).links == {"a": ()}
    assert store.upward(NodeId("nobody"), frozenset({EdgeKind.BASIS})).links == {"nobody": ()}


@pytest.mark.parametrize(
    ("most", "links"),
    [
        (0, {"law": ()}),
        (2, {"law": ("p3", "p9"), "p3": (), "p9": ()}),
        (3, {"law": ("p1", "p3", "p9"), "p1": (), "p3": (), "p9": ()}),
        (4, {"law": ("p1", "p3", "p9"), "p1": ("low",), "p3": (), "p9": ("low",), "low": ()}),
    ],
)
def test_a_walk_that_is_cut_keeps_the_lowest_lots(
    store: GraphStore, make: Make, most: int, links: dict[str, tuple[str, ...]]
) -> None:
    assert sorted(("p1", "p3", "p9"), key=lot) == ["p9", "p3", "p1"]
    walked(store, make, "p1 law", "p3 law", "p9 law", "low p9", "low p1")
    reach = store.downward(NodeId("law"), frozenset({EdgeKind.BASIS}), most=most)
    assert reach.links == links
    assert reach.truncated is (most < 4)


def test_groups_of_blocks(told: GraphStore, story: ChangeSet) -> None:
    b, other, a = story.groups
    assert told.groups(["88/KHUBND", "6/QDTTG", "6/QDTTG", "none"]) == [other, a, b]
    told.apply(ChangeSet(groups=(replace(a, mentions=0), replace(b, mentions=7))))
    assert told.groups(["88/KHUBND"]) == [replace(b, mentions=7)]


def test_groups_that_only_one_file_can_mean(told: GraphStore, story: ChangeSet) -> None:
    b, _, a = story.groups
    lone = replace(b, file=FileKey("b.txt"))
    told.apply(ChangeSet(groups=(lone,)))
    assert told.groups(["88/KHUBND"]) == [a, lone]
    assert told.groups(["88/KHUBND"], files=()) == [a]
    assert told.groups(["88/KHUBND"], files={"b.txt", "x.txt"}) == [a, lone]


def test_mentions_by_document_and_by_file(told: GraphStore, story: ChangeSet) -> None:
    in_b, in_a, own = story.resolved
    assert told.mentions_of([NodeId("doc1"), NodeId("doc0"), NodeId("none")]) == [own, in_a, in_b]
    assert told.mentions_of([NodeId("doc0"), NodeId("doc0")]) == [in_a, in_b]
    assert told.mentions([FileKey("b.txt"), FileKey("a.txt"), FileKey("none")]) == [own, in_a, in_b]


def test_files_come_with_text_and_parse_by_key(told: GraphStore, story: ChangeSet) -> None:
    a, b = story.files
    assert list(told.files([b.key, FileKey("none"), a.key]).items()) == [(a.key, a), (b.key, b)]
    assert list(told.texts([b.key, FileKey("none"), a.key]).items()) == [(a.key, a.text), (b.key, b.text)]


def test_files_by_the_end_of_their_path(store: GraphStore, make: Make) -> None:
    keys = ("b/x.txt", "x.txt", "a/b/x.txt", "ax.txt", "x.txt/y", "x%txt")
    store.apply(ChangeSet(files=tuple(map(make.source, keys))))
    store.apply(ChangeSet(nodes=(make.document("d"),), edges=(make.edge("d basis d", file="named/x.txt"),)))
    assert store.files_named("x.txt") == ["a/b/x.txt", "b/x.txt", "x.txt"]
    assert store.files_named("b/x.txt") == ["a/b/x.txt", "b/x.txt"]
    assert store.files_named("x_txt") == []
    assert store.files_named("") == []


def test_the_ledger_has_every_file_that_was_read(told: GraphStore) -> None:
    rows = list(told.ledger())
    assert [(row.key, row.sha256, row.rules, row.jurisdiction, row.origin) for row in rows] == [
        ("a.txt", "0", "1", None, "/x"),
        ("b.txt", "0", "1", "tỉnh Sông Hà", None),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("đề án", ["doc1"]),
        ("DE AN", ["doc1"]),
        ("đ\u00ea\u0300 \u0061n", ["doc1"]),
        ("du lieu", ["doc1", "sys0"]),
        ("dữ liệu đất", ["sys0"]),
        ("quyết định 06", ["doc0"]),
        ("thu tuong", ["doc0"]),
        ("06/QĐ-TTg", ["doc0"]),
        ("06 qd ttg", ["doc0"]),
        ("6/qđttg", ["doc0"]),
        ("06/qd/ttg", ["doc0"]),
        ("quyết định số 06/QĐ-TTg", []),
        ("quyết định 6/QĐTTg", ["doc0"]),
        ("88/KH–UBND", ["doc1"]),
        ("so khoa hoc", ["org0"]),
        ("nền tảng", ["job0"]),
        ("tảng nền", ["job0"]),
        ("nền tản", []),
        ("", []),
        (" -/\"' ", []),
        ('du" OR "lieu', []),
        ("du* NOT lieu", []),
        ("words:du", []),
    ],
)
def test_find(told: GraphStore, typed: str, found: list[str]) -> None:
    assert ids(told.find(typed, limit=9)) == found


def test_find_brings_the_lowest_lots_by_id(store: GraphStore, make: Make) -> None:
    for n in (1, 3, 2):
        store.apply(ChangeSet(nodes=(make.agency(NodeId(f"org{n}"), "Sở Y tế"),)))
    assert sorted(("org1", "org2", "org3"), key=lot) == ["org3", "org2", "org1"]
    assert ids(store.find("sở y tế", limit=2)) == ["org2", "org3"]


def test_names_and_texts_of_any_length(store: GraphStore, make: Make) -> None:
    long = "Sở " + "Khoa học và Công nghệ " * 2_000
    nodes = (
        make.agency(NodeId("org0"), long),
        make.task("job0", long * 10),
        make.topic(NodeId("sys0"), long, "x"),
    )
    place = make.edge("job0 led_by org0", quote=long, printed=long)
    store.apply(ChangeSet(nodes=nodes, edges=(place,), files=(make.source("a.txt", long * 20),)))
    assert tuple(store.nodes([node.id for node in nodes]).values()) == (nodes[1], nodes[0], nodes[2])
    assert store.edges_from([NodeId("job0")]) == [place]
    assert store.texts([FileKey("a.txt")]) == {"a.txt": long * 20}


def test_find_forgets_what_a_node_was_called(store: GraphStore, make: Make) -> None:
    store.apply(ChangeSet(nodes=(make.agency(NodeId("org0"), "Sở Y tế"),)))
    store.apply(ChangeSet(nodes=(make.agency(NodeId("org0"), "Sở Nội vụ"),)))
    assert (ids(store.find("y tế", limit=9)), ids(store.find("nội vụ", limit=9))) == ([], ["org0"])
    store.apply(ChangeSet(dropped_nodes=(NodeId("org0"),)))
    assert store.find("nội vụ", limit=9) == []


@pytest.mark.parametrize(
    ("where", "found"),
    [
        (TaskFilter(), ["job0", "job1"]),
        (TaskFilter(agencies=frozenset({NodeId("org0")})), ["job0"]),
        (
            TaskFilter(
                agencies=frozenset({NodeId("org0")}),
                roles=frozenset({EdgeKind.LED_BY, EdgeKind.COORDINATED_WITH}),
            ),
            ["job0", "job1"],
        ),
        (TaskFilter(agencies=frozenset({NodeId("org0")}), roles=frozenset()), []),
        (TaskFilter(agencies=frozenset()), []),
        (TaskFilter(documents=frozenset({NodeId("doc1")})), ["job0", "job1"]),
        (TaskFilter(documents=frozenset()), []),
        (TaskFilter(due_before="2025-06-30"), []),
        (TaskFilter(due_before="2025-07-01"), ["job0"]),
        (TaskFilter(modality=Modality.PROPOSED), ["job1"]),
        (TaskFilter(agencies=frozenset({NodeId("org0")}), modality=Modality.PROPOSED), []),
    ],
)
def test_tasks(told: GraphStore, where: TaskFilter, found: list[str]) -> None:
    assert ids(told.tasks(where)) == found


def test_tasks_come_by_end_of_deadline_then_id(store: GraphStore, make: Make) -> None:
    jobs = (("job3", None), ("job2", "2025-02"), ("job1", "2025-03"), ("job0", None), ("job4", "2025-02"))
    store.apply(ChangeSet(nodes=tuple(make.task(id, until=until) for id, until in jobs)))
    assert ids(store.tasks(TaskFilter())) == ["job2", "job4", "job1", "job0", "job3"]


def test_scan_brings_a_kind_by_id(told: GraphStore) -> None:
    assert {kind: ids(told.scan(kind)) for kind in NodeKind} == {
        NodeKind.DOCUMENT: ["doc0", "doc1"],
        NodeKind.AGENCY: ["org0"],
        NodeKind.TASK: ["job0", "job1"],
        NodeKind.TOPIC: ["sys0"],
    }


def test_scans_bring_all_of_more_than_a_page(store: GraphStore, make: Make) -> None:
    many = tuple(make.document(f"doc{n:04}") for n in range(2_345))
    edges = tuple(make.edge(f"{a.id} basis {b.id}") for a, b in pairwise(many))
    store.apply(ChangeSet(nodes=many, edges=edges))
    assert tuple(store.scan(NodeKind.DOCUMENT)) == many
    assert tuple(store.scan_edges()) == edges
    assert len(store.nodes(node.id for node in many)) == len(many)


def test_writing_while_scanning_is_safe(told: GraphStore, make: Make) -> None:
    for node in told.scan(NodeKind.DOCUMENT):
        told.apply(ChangeSet(nodes=(make.document(node.id, subject="mới"),)))
    assert {node.subject for node in told.scan(NodeKind.DOCUMENT)} == {"mới"}


# ---- writing -----------------------------------------------------------------------------------


def test_twice_is_once(told: GraphStore, story: ChangeSet) -> None:
    before = answers(told)
    told.apply(story)
    assert answers(told) == before


def test_a_removed_file_takes_its_edges_and_orphans_with_it(told: GraphStore) -> None:
    told.apply(ChangeSet(removed=(FileKey("a.txt"),)))
    assert short(told.scan_edges()) == [
        "doc1 basis doc0 b.txt:5",
        "doc1 assigns job1 b.txt:0",
        "job1 coordinated_with org0 b.txt:0",
    ]
    assert list(told.nodes([NodeId(id) for id in ("doc0", "doc1", "org0", "job0", "job1", "sys0")])) == [
        "doc0",
        "doc1",
        "job1",
        "org0",
    ]
    assert [row.key for row in told.ledger()] == ["b.txt"]
    assert told.mentions([FileKey("a.txt")]) == []


def test_a_refreshed_file_keeps_its_row_and_gets_new_edges(told: GraphStore, make: Make) -> None:
    told.apply(ChangeSet(refreshed=(FileKey("a.txt"),), edges=(make.edge("doc1 mentions doc0", at=(1, 2)),)))
    assert short(told.edges_from([NodeId("doc1")])) == [
        "doc1 basis doc0 b.txt:5",
        "doc1 mentions doc0 a.txt:1",
        "doc1 assigns job1 b.txt:0",
    ]
    assert [row.key for row in told.ledger()] == ["a.txt", "b.txt"]


def test_the_same_place_again_replaces_the_edge(told: GraphStore, make: Make) -> None:
    told.apply(ChangeSet(edges=(make.edge("job0 led_by org0", printed="Sở"),)))
    assert [each.printed for each in told.edges_from([NodeId("job0")], frozenset({EdgeKind.LED_BY}))] == [
        "Sở"
    ]


def test_a_node_without_edges_stays_when_it_is_put(store: GraphStore, make: Make) -> None:
    first = ChangeSet(nodes=(make.document("doc0"), make.agency(NodeId("org0"), "Sở")))
    store.apply(first)
    store.apply(ChangeSet(edges=(make.edge("doc0 issued_by org0"),)))
    store.apply(ChangeSet(refreshed=(FileKey("a.txt"),), nodes=first.nodes))
    assert list(store.nodes([NodeId("org0")])) == ["org0"]


def test_a_dropped_node_that_is_put_again_is_replaced(told: GraphStore, make: Make) -> None:
    new = make.document("doc0", subject="mới")
    told.apply(ChangeSet(dropped_nodes=(new.id,), nodes=(new,)))
    assert told.nodes([new.id]) == {new.id: new}
    assert len(told.edges_to([new.id])) == 3


@pytest.mark.parametrize("fault", ["edge", "mention", "dropped"])
def test_what_would_hang_in_the_air_is_refused_whole(
    new_store: Callable[[], GraphStore], story: ChangeSet, make: Make, fault: str
) -> None:
    store = new_store()
    store.apply(story)
    before = answers(store)
    extra = make.document("doc9")
    faults = {
        "edge": ChangeSet(nodes=(extra,), edges=(make.edge("doc9 basis nobody"),)),
        "mention": ChangeSet(nodes=(extra,), resolved=(make.resolved("a.txt", 7, "X", "nobody"),)),
        "dropped": ChangeSet(nodes=(extra,), dropped_nodes=(NodeId("doc0"),)),
    }
    with pytest.raises(StoreError, match="nothing was written"):
        store.apply(faults[fault])
    assert answers(store) == before


def test_closing_twice_does_nothing(new_store: Callable[[], GraphStore]) -> None:
    with new_store() as store:
        store.close()


# ---- random programs ---------------------------------------------------------------------------


def answers(view: View) -> list[object]:
    """Every question of View, asked broadly."""
    every = [NodeId(f"{kind}{n}") for kind in ("doc", "org", "job", "sys") for n in range(4)]
    some_kinds = frozenset({EdgeKind.BASIS, EdgeKind.LED_BY})
    all_kinds = frozenset(EdgeKind)
    rows = list(view.ledger())
    keys = [row.key for row in rows] + [FileKey("none")]
    agencies, documents = frozenset(every[4:6]), frozenset(every[:2])
    filters = (
        TaskFilter(),
        TaskFilter(agencies=agencies),
        TaskFilter(agencies=agencies, roles=some_kinds, modality=Modality.ASSIGNED),
        TaskFilter(documents=documents),
        TaskFilter(due_before="2026-01-01"),
        TaskFilter(agencies=agencies, documents=documents, due_before="2026-01-01"),
    )
    return [
        rows,
        list(view.files(keys).items()),
        list(view.texts(keys).items()),
        [list(view.files_named(name)) for name in ("c.txt", "a.txt", "txt")],
        list(view.nodes(every).items()),
        [list(view.scan(kind)) for kind in NodeKind],
        list(view.scan_edges()),
        [view.edges_from(every[n:9], kinds) for n in (0, 5) for kinds in (some_kinds, frozenset[EdgeKind]())],
        [view.edges_to(every[n:9], kinds) for n in (0, 5) for kinds in (some_kinds, frozenset[EdgeKind]())],
        view.edges_between([(near, far) for near in every[:5] for far in every[::4]], some_kinds),
        [
            around(view, every[:9], *kinds)
            for kinds in product((some_kinds, all_kinds, frozenset()), repeat=2)
        ],
        [list(view.upward(id, kinds).links.items()) for id in every[:2] for kinds in (some_kinds, all_kinds)],
        [view.downward(id, all_kinds, most=most) for id in every[:5] for most in (None, 0, 1, 2)],
        [chains(view.chains_up(id, kinds)) for id in every[:2] for kinds in (some_kinds, all_kinds)],
        [chains(view.chains_down(id, all_kinds, most=most)) for id in every[:5] for most in (None, 1, 2)],
        view.groups([BlockKey("57NQ/TW"), BlockKey("6/QDTTG")]),
        view.groups([BlockKey("57NQ/TW"), BlockKey("125/KHUBND")], files=[FileKey("a.txt")]),
        view.mentions_of(every[:3]),
        view.mentions([FileKey("a.txt"), FileKey("b/đ.txt"), FileKey("z.txt")]),
        [view.find(typed, limit=2, kind=kind) for typed in ("đ", "de an", "so") for kind in NodeKind],
        [view.find(typed, limit=3) for typed in ("đ", "de an", "06/QĐ-TTg", "57 nq tw", "khoa hoc so")],
        [view.tasks(where) for where in filters],
        [tasks_around(view, where) for where in filters],
        list(dump(view)),
    ]


def around(view: View, ids: list[NodeId], leaving: frozenset[Any], reaching: frozenset[Any]) -> object:
    found = view.around(ids, leaving=leaving, reaching=reaching)
    return list(found.edges), list(found.nodes.items())


def tasks_around(view: View, where: TaskFilter) -> object:
    led, assigned = frozenset({EdgeKind.LED_BY}), frozenset({EdgeKind.BASIS})
    found, beside = view.tasks_around(where, leaving=led, reaching=assigned)
    return list(found), list(beside.edges), list(beside.nodes.items())


def chains(found: Chains) -> object:
    pairs = [
        pair
        for near, fars in found.reach.links.items()
        for far in fars
        for pair in ((near, far), (far, near))
    ]
    return (
        list(found.reach.links.items()),
        found.reach.truncated,
        list(found.nodes.items()),
        found.edges(pairs),
    )


def outcome(store: GraphStore, changes: ChangeSet) -> str:
    try:
        store.apply(changes)
    except StoreError as error:
        return error.message
    return "written"


PROGRAMS = int(os.environ.get("CHIDAO_PROGRAMS", "200"))
"""More of them, over an hour or two: CHIDAO_PROGRAMS=10000 pytest tests/graph -k every_program."""

PARTS = 4
"""Parts of the programs for Neo4j, so that several processes share them."""


@settings(max_examples=PROGRAMS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_sqlite_agrees_with_the_plain_store_on_every_program(
    programs: st.SearchStrategy[list[ChangeSet]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder, SqliteStore(Path(folder, "a.db")) as sqlite:
        agree(sqlite, data.draw(programs))


@pytest.mark.timeout(60 + 10 * PROGRAMS)
@pytest.mark.parametrize("part", range(PARTS))
def test_neo4j_agrees_with_the_plain_store_on_every_program(
    programs: st.SearchStrategy[list[ChangeSet]], neo4j_server: Database, part: int
) -> None:
    health = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

    @settings(max_examples=PROGRAMS // PARTS, deadline=None, suppress_health_check=health)
    @given(program=programs)
    def run(program: list[ChangeSet]) -> None:
        with empty_neo4j(neo4j_server) as store:
            agree(store, program)

    run()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.text(min_size=1), min_size=1, max_size=40))
def test_find_agrees_on_words_of_every_script(names: list[str], neo4j_server: Database) -> None:
    names += ["an", "AND", "a_b", "TP.HCM", "1.234,5", "½", "漢字", "đ" * 300, "x" * 300, "to in no"]
    nodes = tuple(Agency(NodeId(f"org{n}"), name) for n, name in enumerate(names))
    plain = NetworkxStore()
    with empty_neo4j(neo4j_server) as store:
        for each in (store, plain):
            each.apply(ChangeSet(nodes=nodes))
        for typed in (*names, *(name[: len(name) // 2] for name in names), "AND", "a", "hcm"):
            assert store.find(typed, limit=99) == plain.find(typed, limit=99)


def agree(store: GraphStore, program: list[ChangeSet]) -> None:
    plain = NetworkxStore()
    for changes in program:
        assert outcome(store, changes) == outcome(plain, changes)
        assert answers(store) == answers(plain)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_twice_is_once_in_every_program(
    programs: st.SearchStrategy[list[ChangeSet]], data: st.DataObject
) -> None:
    store = NetworkxStore()
    for changes in data.draw(programs):
        outcome(store, changes)
        once = answers(store)
        outcome(store, changes)
        assert answers(store) == once
