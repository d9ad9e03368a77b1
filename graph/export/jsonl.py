"""The whole graph as JSON lines, the dump that equality is proved on: equal graphs give equal bytes.

Nodes first, then edges; each part sorted by its lines, each line with sorted keys and without blanks.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from typing import Any

from graph.model import Agency, Document, Edge, EdgeKind, Node, NodeKind, Task, Topic
from graph.store import View

_PAGE = 1_000


def dump(view: View) -> Iterator[str]:
    """Every node and every edge as one line of canonical JSON, without line ends."""
    yield from _sorted(_line(each) for each in _nodes(view))
    yield from _sorted(_line(edge_object(each)) for each in view.scan_edges())


def node_object(node: Node, evidence: Iterable[Edge] = ()) -> dict[str, Any]:
    """The object of a node as every answer shows it; `evidence`: the edges that assign a task."""
    match node:
        case Document():
            return _document(node)
        case Agency():
            place = {"jurisdiction": node.jurisdiction, "tier": node.tier}
            return {"node": "agency", "id": node.id, "name": node.name} | place
        case Task():
            return _task(node, evidence)
        case Topic():
            return {"node": "topic", "id": node.id, "name": node.name}


def edge_object(edge: Edge) -> dict[str, Any]:
    """The object of an edge with its evidence."""
    place = edge.evidence
    return {
        "edge": edge.kind.value,
        "from": edge.source,
        "to": edge.target,
        "file": place.file,
        "start": place.start,
        "end": place.end,
        "quote": place.quote,
        "sentence_start": place.sentence_start,
        "sentence_end": place.sentence_end,
        "pinpoint": edge.pinpoint,
        "page": place.page,
        "rule": place.rule,
    }


def _nodes(view: View) -> Iterator[dict[str, Any]]:
    for kind in (NodeKind.DOCUMENT, NodeKind.AGENCY, NodeKind.TOPIC):
        for node in view.scan(kind):
            yield node_object(node)
    tasks = view.scan(NodeKind.TASK)
    while page := list(islice(tasks, _PAGE)):
        assigned: dict[str, list[Edge]] = {task.id: [] for task in page}
        for edge in view.edges_to([task.id for task in page], frozenset({EdgeKind.ASSIGNS})):
            assigned[edge.target].append(edge)
        for task in page:
            yield node_object(task, assigned[task.id])


def _document(node: Document) -> dict[str, Any]:
    return {
        "node": "document",
        "id": node.id,
        "symbol": node.symbol,
        "type": node.type,
        "issuer": node.issuer,
        "jurisdiction": node.jurisdiction,
        "tier": node.tier,
        "date": node.date,
        "subject": node.subject,
        "status": node.status.value,
        "draft": node.draft,
        "files": node.files,
        "claims": {claims.field: claims.values for claims in node.claims},
        "candidates": node.candidates,
    }


def _task(node: Task, evidence: Iterable[Edge]) -> dict[str, Any]:
    deadline = node.deadline
    places = sorted({(edge.evidence.file, edge.evidence.start, edge.evidence.end) for edge in evidence})
    return {
        "node": "task",
        "id": node.id,
        "text": node.text,
        "section": node.section,
        "modality": node.modality.value,
        "deadline": {"text": deadline.text, "date": deadline.date} if deadline else None,
        "evidence": [{"file": file, "start": start, "end": end} for file, start, end in places],
    }


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sorted(lines: Iterable[str]) -> Iterator[str]:
    """By code point, on disk (SQLite's private temporary file): a graph may be larger than the memory."""
    with closing(sqlite3.connect("", isolation_level=None)) as scratch:
        scratch.execute("BEGIN")
        scratch.execute("CREATE TABLE line (text TEXT NOT NULL)")
        scratch.executemany("INSERT INTO line VALUES (?)", ((line,) for line in lines))
        for (line,) in scratch.execute("SELECT text FROM line ORDER BY text"):
            yield line
