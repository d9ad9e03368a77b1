"""What became of a document, and what rests on the same sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from graph.model import Document, Edge, EdgeKind, NodeId
from queries.history import Standing, history
from queries.related import related

StoreOf = Callable[..., Any]


@pytest.fixture
def laws(store_of: StoreOf, document: Callable[..., Document], edge: Callable[..., Edge]) -> Any:
    nodes = [
        document("old", date="2015-03-02", symbol="12/2015/NĐ-CP"),
        document("amending", date="2019-07", symbol="61/2019/NĐ-CP"),
        document("new", date="2024-05-20", symbol="40/2024/NĐ-CP", loaded=True),
        document("undated", symbol="7/2020/NĐ-CP"),
    ]
    edges = [
        edge("amending amends old", span=(0, 3)),
        edge("new replaces old", span=(5, 9)),
        edge("new replaces old", span=(15, 19)),
    ]
    return store_of(nodes, edges, **{"f.txt": "x" * 40})


@pytest.mark.parametrize(
    ("day", "standing", "certain"),
    [
        ("2010-01-01", Standing.NOT_YET, True),
        ("2016-01-01", Standing.IN_FORCE, True),
        ("2019-07-15", Standing.IN_FORCE, False),  # some day of July
        ("2019-08-01", Standing.AMENDED, True),
        ("2024-05-19", Standing.AMENDED, True),
        ("2024-05-20", Standing.REPLACED, True),
    ],
)
def test_standing_on_a_day(laws: Any, day: str, standing: Standing, certain: bool) -> None:
    answer = history(laws, NodeId("old"), day=day)
    assert (answer.standing, answer.certain) == (standing, certain)


def test_changes_come_by_date_with_every_place(laws: Any) -> None:
    answer = history(laws, NodeId("old"), day="2025-01-01")
    assert [(one.by, one.kind, len(one.edges)) for one in answer.changed_by] == [
        ("amending", EdgeKind.AMENDS, 1),
        ("new", EdgeKind.REPLACES, 2),
    ]
    assert [one.of for one in history(laws, NodeId("new"), day="2025-01-01").changes] == ["old"]
    assert (answer.coverage.loaded, answer.coverage.cited_only) == (1, 2)


@pytest.mark.parametrize(
    ("words", "pinpoint", "standing"),
    [
        ("x repeals old", None, Standing.REPEALED),
        ("x repeals old", "khoản 2 Điều 5", Standing.PARTLY_REPEALED),
        ("x replaces old", "Phụ lục I", Standing.AMENDED),
        ("x corrects old", None, Standing.AMENDED),
    ],
)
def test_a_part_is_not_the_whole(
    store_of: StoreOf, document: Any, edge: Any, words: str, pinpoint: str | None, standing: Standing
) -> None:
    change = replace(edge(words), pinpoint=pinpoint)
    store = store_of([document("old", date="2015-03-02"), document("x", date="2020-01-01")], [change])
    assert history(store, NodeId("old"), day="2021-01-01").standing is standing


def test_a_change_without_a_day_leaves_doubt(store_of: StoreOf, document: Any, edge: Any) -> None:
    store = store_of([document("old", date="2015-03-02"), document("x")], [edge("x replaces old")])
    answer = history(store, NodeId("old"), day="2021-01-01")
    assert (answer.standing, answer.certain) == (Standing.IN_FORCE, False)


def test_a_draft_and_a_letter_about_it_change_nothing(store_of: StoreOf, document: Any, edge: Any) -> None:
    nodes = [
        document("old", date="2015-03-02"),
        document("draft", draft=True),
        document("letter", date="2016-01-01", loaded=True),
    ]
    words = ("draft replaces old", "letter replaces old", "letter comments_on draft")
    store = store_of(nodes, [edge(each, span=(n, n + 1)) for n, each in enumerate(words)])
    answer = history(store, NodeId("old"), day="2021-01-01")
    assert (answer.standing, answer.certain, answer.changed_by) == (Standing.IN_FORCE, True, ())
    assert [one.by for one in answer.proposed] == ["draft"]


@pytest.fixture
def province(store_of: StoreOf, document: Callable[..., Document], edge: Callable[..., Edge]) -> Any:
    """Plans a and b rest on a rare resolution and a common law, c on the law alone, d on nothing of these."""
    nodes = [document(id) for id in ("rare", "law", "other", "a", "b", "c", "d")]
    words = ("a implements rare", "a basis law", "b implements rare", "b basis law", "c basis law")
    return store_of(nodes, [*(edge(each) for each in words), edge("d basis other"), edge("a mentions d")])


def test_the_closest_share_what_few_cite(province: Any) -> None:
    answer = related(province, NodeId("a"))
    assert answer.sources == ("law", "rare")
    assert [(one.id, one.shared) for one in answer.relatives] == [("b", ("law", "rare")), ("c", ("law",))]
    assert answer.relatives[0].score == pytest.approx(0.5 + 0.630930, abs=1e-5)
    assert [one.id for one in related(province, NodeId("a"), limit=1).relatives] == ["b"]


def test_what_rests_on_nothing_is_related_to_nothing(province: Any) -> None:
    answer = related(province, NodeId("law"))
    assert (answer.sources, answer.relatives) == ((), ())
