"""A page of one office."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import NotFound
from graph.model import Agency, Modality, NodeId, Task
from queries.agency import agency
from queries.owners import Reason
from queries.tasks import tasks

LS = "tỉnh Lạng Sơn"


@pytest.fixture
def store(store_of: Any, document: Any, edge: Any) -> Any:
    nodes = [
        document("old", date="2024-05-05", loaded=True),
        document("plan", date="2025-05-05", loaded=True),
        Agency(NodeId("khcn"), "Sở Khoa học và Công nghệ", LS, 5),
        Agency(NodeId("tttt"), "Sở Thông tin và Truyền thông", LS, 5),
        Agency(NodeId("group"), "Các sở, ban, ngành", LS, 5),
        *(Task(NodeId(f"t{n}"), f"Việc {n}", NodeId(where), Modality.ASSIGNED)
          for n, where in ((1, "plan"), (2, "plan"), (3, "old"), (4, "plan"))),
    ]  # fmt: skip
    words = (
        "old issued_by khcn", "plan issued_by khcn", "plan addressed_to khcn", "old copied_to tttt",
        "t1 led_by khcn", "t2 coordinated_with khcn", "t3 led_by tttt", "t4 led_by group",
        "plan assigns t1", "plan assigns t2", "old assigns t3", "plan assigns t4",
    )  # fmt: skip
    return store_of(
        nodes, [edge(each, span=(n, n + 1)) for n, each in enumerate(words)], **{"f.txt": "x" * 30}
    )


def test_letters_newest_first_and_duties_by_role(store: Any) -> None:
    page = agency(store, "Sở Khoa học và Công nghệ tỉnh Lạng Sơn")
    assert [one.id for one in page.agencies] == ["khcn"]
    assert {role: [one.document for one in letters] for role, letters in page.letters.items()} == {
        "issued": ["plan", "old"],
        "received": ["plan"],
        "copied": [],
    }
    assert {role: [row.task.id for row in rows] for role, rows in page.tasks.items()} == {
        "leads": ["t1"],
        "coordinates": ["t2"],
        "reported_to": [],
        "monitors": [],
    }
    assert page.successors == {}


def test_duties_of_groups_and_predecessors_stand_apart(store: Any) -> None:
    page = agency(store, "so khcn")
    assert [(one.holder.reason, [row.task.id for row in one.tasks]) for one in page.through] == [
        (Reason.PREDECESSOR, ["t3"]),
        (Reason.GROUP, ["t4"]),
    ]


def test_an_office_that_ended_says_who_followed(store: Any) -> None:
    page = agency(store, "Sở Thông tin và Truyền thông")
    [step] = page.successors[NodeId("tttt")]
    assert step.agency is not None
    assert (step.agency.name, step.agency.jurisdiction) == ("Sở Khoa học và Công nghệ", LS)


def test_a_name_that_nobody_has(store: Any) -> None:
    with pytest.raises(NotFound):
        agency(store, "Sở Không Có")


def test_tasks_of_an_owner_with_its_groups_and_predecessors(store: Any) -> None:
    def led(**options: Any) -> list[str]:
        return sorted(row.task.id for row in tasks(store, owner="Sở Khoa học và Công nghệ", **options).rows)

    assert led() == ["t1"]
    assert led(through=True) == ["t1", "t3", "t4"]
    reasons = {
        holder.agency.id: holder.reason for holder in tasks(store, owner="so khcn", through=True).holders
    }
    assert reasons == {"khcn": Reason.NAME, "tttt": Reason.PREDECESSOR, "group": Reason.GROUP}
