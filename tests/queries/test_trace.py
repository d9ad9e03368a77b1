"""The chains up to the sources, on every store."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from graph.model import EdgeKind, NodeId
from queries.evidence import quotes
from queries.trace import trace


def ids(path: Any) -> list[str]:
    return [path[0].source, *(hop.target for hop in path)]


def test_sources_come_by_tier_then_date(store_of: Any, document: Any, edge: Any) -> None:
    nodes = [
        document("start", tier=4, loaded=True),
        document("decree", tier=2, date="2024-01-05"),
        document("late", tier=1, date="2025"),
        document("early", tier=1, date="2024-12-22"),
        document("undated", tier=1),
        document("nowhere"),
    ]
    edges = [edge(f"start basis {node.id}") for node in nodes[1:]]
    answer = trace(store_of(nodes, edges), NodeId("start"))
    assert answer.sources == ("early", "late", "undated", "decree", "nowhere")
    assert [ids(path) for path in answer.paths] == [["start", source] for source in answer.sources]


def test_the_shortest_path_and_all_paths(store_of: Any, document: Any, edge: Any) -> None:
    store = store_of(
        [document(name) for name in ("a", "b", "c", "top")],
        [edge("a basis b"), edge("b implements c"), edge("c basis top"), edge("a guides c")],
    )
    assert [ids(path) for path in trace(store, NodeId("a")).paths] == [["a", "c", "top"]]
    every = trace(store, NodeId("a"), all_paths=True).paths
    assert [ids(path) for path in every] == [["a", "c", "top"], ["a", "b", "c", "top"]]


@pytest.mark.parametrize(
    "kind", [kind for kind in EdgeKind if kind.value in ("mentions", "amends", "comments_on")]
)
def test_other_relations_are_followed_when_asked(
    kind: EdgeKind, store_of: Any, document: Any, edge: Any
) -> None:
    store = store_of([document("a"), document("b")], [edge(f"a {kind} b")])
    assert trace(store, NodeId("a")).paths == ()
    assert trace(store, NodeId("a"), follow=frozenset({kind})).sources == ("b",)


def test_a_hop_keeps_every_mention_and_names_the_telling_relation(
    store_of: Any, document: Any, edge: Any
) -> None:
    edges = [
        edge("a implements b", span=(40, 50)),
        edge("a basis b", span=(60, 70)),
        edge("a implements b", span=(10, 20)),
        edge("a mentions b", span=(80, 90)),
    ]
    (path,) = trace(store_of([document("a"), document("b")], edges), NodeId("a")).paths
    (hop,) = path
    assert hop.kind is EdgeKind.BASIS
    assert [(e.kind.value, e.evidence.start) for e in hop.edges] == [
        ("basis", 60),
        ("implements", 10),
        ("implements", 40),
    ]


def test_cycles_and_self_citations_are_harmless(store_of: Any, document: Any, edge: Any) -> None:
    store = store_of(
        [document(name) for name in ("a", "b", "c", "top")],
        [edge("a basis b"), edge("b basis c"), edge("c basis a"), edge("c basis top"), edge("top basis top")],
    )
    answer = trace(store, NodeId("a"), all_paths=True)
    assert [ids(path) for path in answer.paths] == [["a", "b", "c", "top"]]


def test_nothing_above_gives_no_path(store_of: Any, document: Any) -> None:
    answer = trace(store_of([document("a", loaded=True)]), NodeId("a"))
    assert (answer.paths, answer.sources) == ((), ())
    assert list(answer.nodes) == ["a"]


def test_coverage_counts_what_was_reached(store_of: Any, document: Any, edge: Any) -> None:
    nodes = [document("a", loaded=True), document("b", candidates=(NodeId("c"),)), document("c")]
    answer = trace(store_of(nodes, [edge("a basis b")]), NodeId("a"))
    assert (answer.coverage.loaded, answer.coverage.cited_only, answer.coverage.ambiguous) == (1, 1, 1)


@pytest.mark.parametrize("depth", [1, 2, 7])
def test_one_question_to_the_store_however_deep(
    depth: int, store_of: Any, document: Any, edge: Any, counted: Any
) -> None:
    names = [f"n{number}" for number in range(depth + 1)]
    edges = [edge(f"{low} basis {high}") for low, high in pairwise(names)]
    view = counted(store_of([document(name) for name in names], edges))
    trace(view, NodeId("n0"))
    assert view.trips == 1


def test_the_sentence_is_cut_from_the_text_of_the_file(store_of: Any, document: Any, edge: Any) -> None:
    text = "Mở đầu. Căn cứ Nghị quyết B; đề nghị thực hiện."
    start = text.index("Nghị quyết B")
    one = edge("a basis b", file="x", span=(start, start + 12))
    place = replace(one.evidence, quote="Nghị quyết B", sentence_start=8, sentence_end=len(text))
    one = replace(one, evidence=place)
    words = quotes(store_of([document("a"), document("b")], [one], x=text), [one])
    assert words[place].quote == "Nghị quyết B"
    assert words[place].sentence == "Căn cứ Nghị quyết B; đề nghị thực hiện."
    assert words[place].parts == ("Căn cứ ", "Nghị quyết B", "; đề nghị thực hiện.")
