"""What is missing, and one duty from end to end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.errors import Ambiguous, NotFound
from graph.model import Agency, EdgeKind, Modality, NodeId, Task
from queries.chain import chain, task_named
from queries.gaps import gaps

StoreOf = Callable[..., Any]


@pytest.fixture
def story(store_of: StoreOf, document: Any, edge: Any) -> Any:
    nodes = [
        document("nq", tier=1, date="2024-12-22"),  # cited, not loaded
        document("plan", tier=4, date="2025-03-01", loaded=True),
        document("letter", tier=5, date="2025-06-01", loaded=True),
        document("idle", tier=2, date="2025-01-01", loaded=True),
        document("stray", tier=6, date="2025-02-02", loaded=True),
        document("old", tier=4, date="2020-02-02"),
        document("new", tier=4, date="2024-02-02"),
        Task(NodeId("t1"), "Xây dựng nền tảng số", NodeId("plan"), Modality.ASSIGNED),
        Task(NodeId("t2"), "Báo cáo kết quả số", NodeId("plan"), Modality.ASSIGNED),
        Agency(NodeId("org"), "Sở Tư pháp"),
    ]
    edges = [
        edge("plan implements nq", span=(0, 4)),
        edge("letter implements plan", span=(5, 9)),
        edge("letter basis old", span=(10, 14)),
        edge("new replaces old", span=(15, 19)),
        edge("plan assigns t1", span=(20, 24)),
        edge("plan assigns t2", span=(25, 29)),
        edge("t1 led_by org", span=(20, 22)),
        edge("t1 reports_to org", span=(22, 24)),
    ]
    return store_of(nodes, edges, **{"f.txt": "abcdefghijklmnopqrstuvwxyz0123456789"})


def test_every_kind_of_gap(story: Any) -> None:
    answer = gaps(story)
    assert [(one.id, one.documents, one.tasks) for one in answer.missing] == [("nq", 1, 2), ("old", 1, 0)]
    assert [row.task.id for row in answer.without_lead] == ["t2"]
    assert [row.task.id for row in answer.without_deadline] == ["t1", "t2"]
    assert answer.not_carried_out == ("idle",)
    assert answer.without_source == ("stray",)
    assert [(one.edge.source, one.ended_by[0].source) for one in answer.outdated] == [("letter", "new")]
    assert answer.counts == {
        "missing": 2,
        "without_lead": 1,
        "without_deadline": 2,
        "not_carried_out": 1,
        "without_source": 1,
        "outdated": 1,
    }


def test_lists_are_cut_and_counts_are_not(story: Any) -> None:
    answer = gaps(story, limit=1)
    assert (len(answer.missing), answer.counts["missing"]) == (1, 2)


def test_a_document_may_cite_what_is_replaced_later(store_of: StoreOf, document: Any, edge: Any) -> None:
    nodes = [document("early", tier=4, date="2021-01-01", loaded=True), document("old"), document("new")]
    store = store_of(
        [*nodes[:2], document("new", date="2024-01-01")], [edge("early basis old"), edge("new replaces old")]
    )
    assert gaps(store).outdated == ()


def test_a_duty_from_its_source_to_its_agencies(story: Any) -> None:
    answer = chain(story, NodeId("t1"))
    assert [(hop.source, hop.kind, hop.target) for hop in answer.down] == [
        ("plan", EdgeKind.IMPLEMENTS, "nq")
    ]
    assert [edge.source for edge in answer.assigned] == ["plan"]
    assert [edge.kind for edge in answer.roles] == [EdgeKind.LED_BY, EdgeKind.REPORTS_TO]
    assert set(answer.nodes) == {"nq", "plan", "t1", "org"}


def test_a_task_by_id_or_by_words_that_only_it_has(story: Any) -> None:
    assert task_named(story, "t1") == "t1"
    assert task_named(story, "xay dung nen tang") == "t1"
    with pytest.raises(Ambiguous):
        task_named(story, "số")
    with pytest.raises(NotFound):
        task_named(story, "không có việc này")
    with pytest.raises(NotFound):
        chain(story, NodeId("plan"))
