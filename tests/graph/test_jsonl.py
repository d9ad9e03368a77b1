"""The dump: its keys, its order, its bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import SimpleNamespace

from graph.export.jsonl import dump
from graph.model import (
    BlockKey,
    ChangeSet,
    Deadline,
    DeadlineOperator,
    DocumentMention,
    FileKey,
    Modality,
    NodeId,
    Resolved,
    Symbol,
)
from graph.model import Task as TaskNode
from graph.store import GraphStore

Make = SimpleNamespace


def told(store: GraphStore, make: Make) -> GraphStore:
    said = (("a.txt", "2024-12-22"), ("b.txt", "2024-12-22"), ("c.txt", "2025"))
    mentions = [DocumentMention(FileKey(file), 0, BlockKey("57NQ/TW"), date=date) for file, date in said]
    deadline = Deadline(
        "trước ngày 20/6/2025", 3, 9, DeadlineOperator.BEFORE, "2025-06-20", None, "2025-06-20"
    )
    store.apply(
        ChangeSet(
            nodes=(
                make.document("doc0", symbol=Symbol("57-NQ/TW"), date="2024-12-22", tier=1),
                make.agency(NodeId("org0"), "Sở Y tế", "tỉnh Sông Hà", 5),
                TaskNode(NodeId("job0"), "Báo cáo", NodeId("doc0"), Modality.ASSIGNED, "3.a", deadline),
                make.task("job1", "Kiểm tra"),
                make.topic(NodeId("sys0"), "Cổng dữ liệu", "portal"),
            ),
            resolved=tuple(Resolved(mention, NodeId("doc0")) for mention in mentions),
            edges=(
                make.edge("doc0 assigns job0", file="b.txt", at=(7, 9)),
                make.edge("doc0 assigns job0", file="a.txt", at=(4, 9), pinpoint="khoản 2"),
                make.edge("job0 led_by org0", printed="Sở Y tế"),
            ),
        )
    )
    return store


def test_the_keys_are_those_of_the_contract(store: GraphStore, make: Make) -> None:
    objects = [json.loads(line) for line in dump(told(store, make))]
    nodes = {each["id"]: each for each in objects if "node" in each}
    assert nodes == {
        "doc0": {
            "node": "document",
            "id": "doc0",
            "symbol": "57-NQ/TW",
            "type": None,
            "issuer": None,
            "jurisdiction": None,
            "tier": 1,
            "date": "2024-12-22",
            "subject": None,
            "status": "cited",
            "draft": False,
            "files": [],
            "claims": {"date": [["2024-12-22", ["a.txt", "b.txt"]], ["2025", ["c.txt"]]]},
            "candidates": [],
        },
        "org0": {
            "node": "agency",
            "id": "org0",
            "name": "Sở Y tế",
            "jurisdiction": "tỉnh Sông Hà",
            "tier": 5,
        },
        "job0": {
            "node": "task",
            "id": "job0",
            "text": "Báo cáo",
            "section": "3.a",
            "modality": "assigned",
            "deadline": {"text": "trước ngày 20/6/2025", "date": "2025-06-20"},
            "evidence": [{"file": "a.txt", "start": 4, "end": 9}, {"file": "b.txt", "start": 7, "end": 9}],
        },
        "job1": {
            "node": "task",
            "id": "job1",
            "text": "Kiểm tra",
            "section": None,
            "modality": "assigned",
            "deadline": None,
            "evidence": [],
        },
        "sys0": {"node": "topic", "id": "sys0", "name": "Cổng dữ liệu"},
    }
    assert objects[5] == {
        "edge": "assigns",
        "from": "doc0",
        "to": "job0",
        "file": "a.txt",
        "start": 4,
        "end": 9,
        "quote": "x",
        "sentence_start": 0,
        "sentence_end": 9,
        "pinpoint": "khoản 2",
        "page": None,
        "rule": "test",
    }


def test_nodes_first_and_each_part_in_order(store: GraphStore, make: Make) -> None:
    lines = list(dump(told(store, make)))
    assert ["node" in json.loads(line) for line in lines] == [True] * 5 + [False] * 3
    assert lines[:5] == sorted(lines[:5])
    assert lines[5:] == sorted(lines[5:])


def test_lines_are_canonical(store: GraphStore, make: Make) -> None:
    for line in dump(told(store, make)):
        assert line == json.dumps(
            json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
        )
        assert "\n" not in line


def test_every_character_sorts_by_code_point(store: GraphStore, make: Make) -> None:
    """SQLite sorts bytes of UTF-8, Python sorts code points: they agree, beyond the BMP and over NUL too."""
    names = ("a", "a\x00b", "a\uffff", "a\U0001f600", "Đ", "đ", "\u0301")
    store.apply(ChangeSet(nodes=tuple(make.agency(NodeId(f"o{n}"), name) for n, name in enumerate(names))))
    lines = list(dump(store))
    assert lines == sorted(lines)
    assert {json.loads(line)["name"] for line in lines} == set(names)


def test_equal_graphs_give_equal_bytes_whatever_the_order(
    new_store: Callable[[], GraphStore], make: Make
) -> None:
    nodes = tuple(make.document(f"doc{n}") for n in range(4))
    edges = tuple(make.edge(f"doc{n} basis doc{n + 1}", at=(n, n + 1)) for n in range(3))
    forward, backward = new_store(), new_store()
    forward.apply(ChangeSet(nodes=nodes, edges=edges))
    for node in reversed(nodes):
        backward.apply(ChangeSet(nodes=(node,)))
    for edge in reversed(edges):
        backward.apply(ChangeSet(edges=(edge,)))
    assert list(dump(forward)) == list(dump(backward))
