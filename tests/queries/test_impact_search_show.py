"""What hangs on a document, what is found by words, and one node with all that touches it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from graph.errors import NotFound
from graph.export.details import details
from graph.lot import lot
from graph.model import Agency, Document, Modality, NodeId, Task
from queries.impact import impact
from queries.search import search
from queries.show import show
from queries.subgraph import subgraph


@pytest.fixture
def store(store_of: Any, document: Any, edge: Any) -> Any:
    nodes = [
        document("nq57", symbol="57-NQ/TW", type="Nghị quyết", issuer="Bộ Chính trị", tier=1),
        document(
            "plan", symbol="88/KH-UBND", type="Kế hoạch", subject="Kế hoạch đồng bộ dữ liệu", loaded=True
        ),
        document("letter", symbol="12/UBND-TH", subject="đóng góp ý kiến", loaded=True),
        document("motion", symbol="13/UBND-TH", subject="vận động", date="2025-01-02"),
        Agency(NodeId("stp"), "Sở Tư pháp"),
        Task(NodeId("t1"), "Số hóa hồ sơ", NodeId("letter"), Modality.ASSIGNED),
    ]
    edges = [
        edge("plan implements nq57", file="plan.txt"),
        edge("letter directed_by plan", file="letter.txt"),
        edge("letter mentions nq57", file="letter.txt"),
        edge("letter assigns t1", file="letter.txt", span=(3, 8)),
        edge("t1 led_by stp", file="letter.txt"),
    ]
    return store_of(nodes, edges)


def test_impact_goes_down_with_distances_and_tasks(store: Any) -> None:
    answer = impact(store, NodeId("nq57"))
    assert [(below.id, below.distance, below.hop.target) for below in answer.documents] == [
        ("plan", 1, "nq57"),
        ("letter", 2, "plan"),
    ]
    assert [row.task.id for row in answer.tasks] == ["t1"]


def test_impact_keeps_the_nearest_and_says_that_it_was_cut(
    store_of: Any, document: Any, edge: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = sorted((NodeId(f"plan{n}") for n in range(5)), key=lot)
    names = ["law", *plans, "letter"]
    edges = [*(edge(f"{plan} basis law") for plan in plans), edge("letter basis plan0")]
    store = store_of([document(name) for name in names], edges)
    for most, truncated in ((6, False), (5, True), (3, True)):
        monkeypatch.setattr("queries.impact.MOST_DOCUMENTS", most)
        answer = impact(store, NodeId("law"))
        kept = plans[:most]
        assert [below.id for below in answer.documents] == sorted(kept) + names[6 : most + 1]
        assert list(answer.nodes) == sorted(names[: most + 1])
        assert answer.truncated is truncated


@pytest.mark.parametrize("depth", [1, 7])
def test_impact_takes_the_same_trips_however_deep(
    depth: int, store_of: Any, document: Any, edge: Any, counted: Any
) -> None:
    names = [f"n{number}" for number in range(depth + 1)]
    edges = [edge(f"{low} basis {high}") for low, high in pairwise(names)]
    view = counted(store_of([document(name) for name in names], edges))
    assert len(impact(view, NodeId(names[-1])).documents) == depth
    assert view.trips == 2


@pytest.mark.parametrize("typed", ["57-NQ/TW", "57 nq tw", "57/nq/tw", "57nqtw", "Nghị quyết 57-NQ/TW", "57"])
def test_a_number_in_any_spelling_comes_first(typed: str, store: Any) -> None:
    assert search(store, typed)[0].node.id == "nq57"


def test_exact_diacritics_stand_above_folded_ones(store: Any) -> None:
    assert [hit.node.id for hit in search(store, "đóng")] == ["letter", "plan", "motion"]
    assert [hit.node.id for hit in search(store, "đồng")] == ["plan", "letter", "motion"]
    assert {hit.node.id for hit in search(store, "dong")} == {"letter", "plan", "motion"}


def test_agencies_and_tasks_are_found(store: Any) -> None:
    assert [hit.node.id for hit in search(store, "so tu phap")] == ["stp"]
    (hit,) = search(store, "so hoa")
    assert [place.evidence.start for place in details(store, [hit.node]).places[hit.node.id]] == [3]
    assert search(store, "không có gì như thế") == ()


def test_the_best_hits_are_kept(store: Any) -> None:
    assert len(search(store, "dong", limit=2)) == 2


def test_only_what_looks_like_a_file_is_looked_for_in_every_folder(
    store_of: Any, document: Any, edge: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of([document("a", symbol="5/KH-UBND")], [edge("a mentions a", file="đi/a1.txt")])
    asked: list[str] = []
    monkeypatch.setattr(store, "files_named", lambda name: asked.append(name) or [])
    for typed in ("ke hoach 12", "12/QĐ-TTg", "a1.txt"):
        search(store, typed)
    assert asked == ["a1.txt"]


def test_show_gives_edges_both_ways(store: Any) -> None:
    shown = show(store, NodeId("plan"))
    assert [edge.target for edge in shown.outgoing] == ["nq57"]
    assert [edge.source for edge in shown.incoming] == ["letter"]
    assert set(shown.others) == {"nq57", "letter"}
    with pytest.raises(NotFound):
        show(store, NodeId("nothing"))


def test_the_picture_holds_chain_tasks_and_agencies(store: Any) -> None:
    part = subgraph(store, NodeId("letter"))
    assert list(part.nodes) == ["letter", "plan", "nq57", "t1", "stp"]
    assert len(part.edges) == 4
    assert part.left_out == 0
    assert subgraph(store, NodeId("letter"), most=2).left_out == 3
    assert isinstance(part.nodes[NodeId("plan")], Document)
