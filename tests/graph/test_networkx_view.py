"""Views as MultiDiGraphs and back."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import StoreError
from graph.export.jsonl import dump
from graph.model import ChangeSet, NodeId, NodeKind, Symbol
from graph.networkx_view import NetworkxStore, from_networkx, to_networkx
from graph.store import GraphStore

Make = SimpleNamespace


@pytest.fixture
def told(store: GraphStore, make: Make) -> GraphStore:
    store.apply(
        ChangeSet(
            nodes=(
                make.document("doc0", symbol=Symbol("57-NQ/TW"), tier=1),
                make.document("doc1"),
                make.task("job0", "Báo cáo", until="2025-06-30"),
                make.topic(NodeId("sys0"), "Cổng dữ liệu", "portal"),
            ),
            edges=(
                make.edge("doc1 implements doc0", at=(1, 5), quote="Nghị quyết 57"),
                make.edge("doc1 implements doc0", at=(9, 12), pinpoint="khoản 2"),
                make.edge("doc1 assigns job0"),
            ),
        )
    )
    return store


def test_nodes_and_edges_carry_plain_fields(told: GraphStore) -> None:
    graph = to_networkx(told)
    assert graph.nodes["doc0"]["symbol"] == "57-NQ/TW"
    assert (graph.nodes["doc1"]["kind"], graph.nodes["doc1"]["symbol"]) == ("document", None)
    assert (graph.nodes["sys0"]["kind"], graph.nodes["sys0"]["topic_kind"]) == ("topic", "portal")
    assert graph.nodes["job0"]["deadline"]["date_to"] == "2025-06-30"
    first, second = (data for _, _, data in graph.edges("doc1", data=True) if data["kind"] == "implements")
    assert (first["file"], first["start"], first["end"], first["quote"]) == ("a.txt", 1, 5, "Nghị quyết 57")
    assert (first["pinpoint"], second["pinpoint"]) == (None, "khoản 2")


def test_a_part_has_its_nodes_and_the_edges_between_them(told: GraphStore) -> None:
    graph = to_networkx(told, [NodeId("doc1"), NodeId("doc0"), NodeId("nobody")])
    assert sorted(graph) == ["doc0", "doc1"]
    assert graph.number_of_edges() == 2


def test_no_ids_give_an_empty_graph(told: GraphStore) -> None:
    assert len(to_networkx(told, [])) == 0


def test_a_graph_that_was_changed_is_a_view_of_the_change(told: GraphStore) -> None:
    graph = to_networkx(told)
    graph.remove_node("job0")
    view = from_networkx(graph)
    assert list(view.scan(NodeKind.TASK)) == []
    assert len(view.edges_from([NodeId("doc1")])) == 2


def test_networkx_algorithms_run_on_it(told: GraphStore) -> None:
    import networkx

    assert networkx.descendants(to_networkx(told), "doc1") == {"doc0", "job0"}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_there_and_back_is_the_same_graph(
    programs: st.SearchStrategy[list[ChangeSet]], data: st.DataObject
) -> None:
    store = NetworkxStore()
    for changes in data.draw(programs):
        try:
            store.apply(changes)
        except StoreError:
            continue
        again = from_networkx(to_networkx(store))
        assert list(dump(again)) == list(dump(store))
        assert list(again.scan_edges()) == list(store.scan_edges())
        assert [list(again.scan(kind)) for kind in NodeKind] == [list(store.scan(kind)) for kind in NodeKind]
