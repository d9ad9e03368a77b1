"""Every question on the sample story: a known answer, and the same from SQLite and from the plain reference."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.copying import copy
from graph.export.jsonl import dump
from graph.identity.lookup import candidates
from graph.model import Document, EdgeKind, NodeId
from graph.networkx_view import NetworkxStore
from graph.sqlite_store import SqliteStore
from graph.store import GraphStore, View
from loaders.ingest import ingest
from queries.agency import agency
from queries.chain import chain
from queries.check import check
from queries.disputes import disputes
from queries.gaps import gaps
from queries.history import Standing, history
from queries.impact import impact
from queries.lineage import lineage
from queries.related import related
from queries.search import search
from queries.show import show
from queries.tasks import Due, counts, states, tasks
from queries.trace import trace
from tests.neo4j_server.server import Database
from tests.stores import empty_neo4j

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DAY = "2025-06-21"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """The story in the embedded store."""
    with SqliteStore(tmp_path_factory.mktemp("story") / "s.db") as store:
        ingest(store, sorted(SAMPLES.glob("*.txt")))
        yield store


@pytest.fixture(scope="module")
def plain() -> NetworkxStore:
    """The files in the opposite order."""
    store = NetworkxStore()
    for file in sorted(SAMPLES.glob("*.txt"), reverse=True):
        ingest(store, [file])
    return store


@pytest.fixture(scope="module")
def server(view: View, neo4j_server: Database) -> Iterator[GraphStore]:
    """The embedded store copied."""
    with empty_neo4j(neo4j_server) as store:
        copy(view, store)
        yield store


def number(view: View, symbol: str, file: str = "") -> NodeId:
    found = [node for node in candidates(view, symbol) if not file or any(file in key for key in node.files)]
    assert len(found) == 1, (symbol, found)
    return found[0].id


def symbols(view: View, ids: Any) -> list[str | None]:
    nodes = view.nodes(ids)
    return [node.symbol if isinstance(node := nodes[id], Document) else None for id in ids]


QUESTIONS: dict[str, Callable[[View], Any]] = {
    "trace": lambda view: trace(view, number(view, "15/CT-UBND"), all_paths=True),
    "impact": lambda view: impact(view, number(view, "57-NQ/TW")),
    "tasks": lambda view: tasks(view, owner="so khoa hoc va cong nghe", through=True),
    "history": lambda view: history(view, number(view, "88/KH-UBND"), day="2026-01-01"),
    "related": lambda view: related(view, number(view, "15/CT-UBND")),
    "agency": lambda view: agency(view, "so tu phap"),
    "gaps": gaps,
    "check": check,
    "disputes": disputes,
    "dump": lambda view: list(dump(view)),
    "show": lambda view: show(view, number(view, "15/CT-UBND")),
    "search": lambda view: search(view, "thu tuc hanh chinh"),
    "chains": lambda view: [chain(view, row.task.id) for row in tasks(view).rows],
    "lineages": lambda view: [lineage(view, row.task.id) for row in tasks(view).rows],
}


@pytest.mark.parametrize("back_end", ["view", "server"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_store_answers_alike_item_for_item(
    plain: NetworkxStore, question: str, back_end: str, request: pytest.FixtureRequest
) -> None:
    ask = QUESTIONS[question]
    assert ask(request.getfixturevalue(back_end)) == ask(plain)


def test_a_plan_that_was_replaced(view: View) -> None:
    old = number(view, "88/KH-UBND")
    [change] = [
        one for one in history(view, old, day="2026-01-01").changed_by if one.kind is EdgeKind.REPLACES
    ]
    assert symbols(view, [change.by]) == ["203/KH-UBND"]
    assert history(view, old, day="2025-06-30").standing is Standing.IN_FORCE
    assert history(view, old, day="2026-01-01").standing is Standing.REPLACED


def test_what_the_letters_and_the_draft_say_of_one_duty(view: View) -> None:
    found = [one for one in disputes(view).disputes if one.kind == "draft"]
    assert {one.claims[0].evidence.file[:2] for one in found} == {"08", "09", "16"}


def test_the_day_of_a_resolution_that_one_file_gets_wrong(view: View) -> None:
    [conflict] = [one for one in check(view).conflicts if one.field == "date"]
    assert (symbols(view, [conflict.document]), conflict.likely) == (["57-NQ/TW"], "2024-12-22")
    assert conflict.values[0] == ("2024-12-21", ("15-bao-cao-412-bc-ubnd.txt",))


def test_misprints_with_their_likely_reading(view: View) -> None:
    found = {(one.file[:2], one.printed, one.likely) for one in check(view).misprints}
    assert ("15", "06/QD-TTg", "06/QĐ-TTg") in found


def test_what_is_missing_most(view: View) -> None:
    answer = gaps(view)
    assert symbols(view, [answer.missing[0].id]) == ["66/NQ-CP"]
    assert answer.counts["without_lead"] == 0


def test_how_the_duties_stand_on_a_day(view: View) -> None:
    answer = tasks(view, document=number(view, "15/CT-UBND"))
    found = states(answer, today=DAY)
    assert sum(state is Due.OVERDUE for state in found.values()) == 3
    assert counts(answer, found)[0].total == max(one.total for one in counts(answer, found))
