"""Tasks by owner, role, deadline, document and modality, on every store."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Agency, Deadline, DeadlineOperator, Modality, NodeId, Task, Topic
from queries.outcomes import Outcome, latest, orphaned
from queries.tasks import Due, Role, counts, due, in_state, states, tasks

AGENCIES = [
    Agency(NodeId("khcn"), "Sở Khoa học và Công nghệ", tier=5),
    Agency(NodeId("khcn-ls"), "Sở Khoa học và Công nghệ", jurisdiction="tỉnh Lạng Sơn", tier=5),
    Agency(NodeId("tp"), "Sở Tư pháp", tier=5),
]


def task(id: str, text: str, due: str | None = None, modality: Modality = Modality.ASSIGNED) -> Task:
    deadline = Deadline(f"trước {due}", 0, 0, DeadlineOperator.BEFORE, due, None, due) if due else None
    return Task(NodeId(id), text, NodeId("plan"), modality, deadline=deadline)


@pytest.fixture
def store(store_of: Any, document: Any, edge: Any) -> Any:
    duties = [
        task("t1", "Số hóa hồ sơ", "2025-06-20"),
        task("t2", "Rà soát quy trình"),
        task("t3", "Báo cáo kết quả", "2025-03-01"),
        task("t4", "Góp ý dự thảo", "2025-03-01", Modality.PROPOSED),
    ]
    edges = [
        edge("plan assigns t1", span=(10, 20)),
        edge("plan assigns t2", span=(5, 9)),
        edge("plan assigns t3", span=(30, 40)),
        edge("plan assigns t4", span=(25, 29)),
        edge("t1 led_by khcn", span=(10, 12), printed="Sở KH&CN"),
        edge("t2 led_by khcn-ls", span=(5, 6)),
        edge("t3 led_by tp", span=(30, 31)),
        edge("t4 led_by tp", span=(25, 26)),
        edge("t1 coordinated_with tp", span=(15, 16), printed="Sở Tư pháp"),
    ]
    return store_of([document("plan", loaded=True), *AGENCIES, *duties], edges)


def ids(answer: Any) -> list[str]:
    return [row.task.id for row in answer.rows]


def test_by_deadline_none_last_then_file_and_place(store: Any) -> None:
    assert ids(tasks(store)) == ["t4", "t3", "t1", "t2"]


def test_a_row_names_its_agencies_as_printed(store: Any) -> None:
    row = tasks(store).rows[2]
    assert [(one.name, one.printed) for one in row.lead] == [("Sở Khoa học và Công nghệ", "Sở KH&CN")]
    assert [one.printed for one in row.coordinate] == ["Sở Tư pháp"]
    assert row.places[0].evidence.start == 10


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Khoa học và Công nghệ", ["t1", "t2"]),
        ("so khoa hoc va cong nghe", ["t1", "t2"]),
        ("SỞ TƯ PHÁP", ["t4", "t3"]),
        ("tư pháp", ["t4", "t3"]),
        ("so kh&cn", ["t1", "t2"]),
        ("Sở KHCN", ["t1", "t2"]),
        ("so khcn tinh Lang Son", ["t2"]),
        ("stp", ["t4", "t3"]),
        ("Sở Khoa học và Công nghệ tỉnh Lạng Sơn", ["t2"]),
        ("Sở Y tế", []),
    ],
)
def test_by_owner_in_any_spelling(name: str, expected: list[str], store: Any) -> None:
    assert ids(tasks(store, owner=name)) == expected


@pytest.mark.parametrize(
    ("role", "expected"),
    [(Role.LEAD, ["t4", "t3"]), (Role.COORDINATE, ["t1"]), (Role.ANY, ["t4", "t3", "t1"])],
)
def test_by_role(role: Role, expected: list[str], store: Any) -> None:
    assert ids(tasks(store, owner="so tu phap", role=role)) == expected


def test_by_deadline_document_and_modality(store: Any) -> None:
    assert ids(tasks(store, due_before="2025-06-20")) == ["t4", "t3"]
    assert ids(tasks(store, overdue_on="2025-06-21")) == ["t4", "t3", "t1"]
    assert ids(tasks(store, due_before="2025-03-02", overdue_on="2025-07-01")) == ["t4", "t3"]
    assert ids(tasks(store, modality=Modality.PROPOSED)) == ["t4"]
    assert ids(tasks(store, document=NodeId("other"))) == []
    assert len(ids(tasks(store, document=NodeId("plan")))) == 4


def test_trips_do_not_grow_with_the_tasks(store: Any, counted: Any) -> None:
    view = counted(store)
    tasks(view, owner="so tu phap")
    assert view.trips <= 7


# ---- how tasks stand on a day ------------------------------------------------------------------


def timed(operator: DeadlineOperator, date_to: str | None = None, recurrence: str | None = None) -> Task:
    deadline = Deadline("hạn", 0, 3, operator, date_to, None, date_to, recurrence)
    return Task(NodeId("t"), "Báo cáo", NodeId("plan"), Modality.ASSIGNED, deadline=deadline)


@pytest.mark.parametrize(
    ("task", "state"),
    [
        (Task(NodeId("t"), "", NodeId("plan"), Modality.ASSIGNED), Due.NONE),
        (timed(DeadlineOperator.BEFORE, "2025-06-19"), Due.OVERDUE),
        (timed(DeadlineOperator.BY, "2025-06-20"), Due.SOON),
        (timed(DeadlineOperator.BY, "2025-07-05"), Due.SOON),
        (timed(DeadlineOperator.BY, "2025-07-06"), Due.LATER),
        (timed(DeadlineOperator.RECURRING, "2025-01-05", "P1M"), Due.RECURRING),
        (timed(DeadlineOperator.CONTINUOUS), Due.RECURRING),
        (timed(DeadlineOperator.RELATIVE), Due.UNDATED),
    ],
)
def test_state_on_a_day(task: Task, state: Due) -> None:
    assert due(task, today="2025-06-20") is state


def test_counts_of_each_agency_by_state(store: Any) -> None:
    answer = tasks(store)
    found = states(answer, today="2025-05-01")
    assert [(one.id, one.total, dict(one.by_state)) for one in counts(answer, found)] == [
        ("tp", 2, {Due.OVERDUE: 2}),
        ("khcn", 1, {Due.LATER: 1}),
        ("khcn-ls", 1, {Due.NONE: 1}),
    ]


def test_outcomes_are_joined_by_task_and_the_newest_counts(store: Any) -> None:
    outcomes = latest(
        [
            Outcome(NodeId("t3"), "Đã hoàn thành", date="2025-02-20"),
            Outcome(NodeId("t3"), "đang làm", date="2025-01-01"),
            Outcome(NodeId("t4"), "đang làm"),
            Outcome(NodeId("gone"), "xong", "số 5"),
        ]
    )
    answer = tasks(store)
    found = states(answer, today="2025-05-01", outcomes=outcomes)
    assert (found[NodeId("t3")], found[NodeId("t4")]) == (Due.DONE, Due.OVERDUE)
    assert ids(in_state(answer, found, Due.OVERDUE)) == ["t4"]
    assert [one.note for one in orphaned(store, outcomes)] == ["số 5"]


def test_tasks_about_a_topic(store_of: Any, document: Any, edge: Any) -> None:
    nodes = [
        document("plan", loaded=True),
        task("t1", "Nâng cấp"),
        task("t2", "Báo cáo"),
        Topic(NodeId("portal"), "Cổng Dịch vụ công quốc gia", "portal"),
    ]
    store = store_of(
        nodes, [edge("plan assigns t1"), edge("plan assigns t2", span=(1, 2)), edge("t1 concerns portal")]
    )
    assert ids(tasks(store, topic="cong dich vu cong")) == ["t1"]
    assert ids(tasks(store, topic="hệ thống khác")) == []
