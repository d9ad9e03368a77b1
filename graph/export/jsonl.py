"""The whole graph as JSON lines, the dump that equality is proved on: equal graphs give equal bytes.

Nodes first, then edges; each part sorted by its lines, each line with sorted keys and without blanks.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain
from typing import Any

from graph.batches import in_batches
from graph.export.details import Details, details
from graph.identity.registry import RegistryEdge, registry_edges
from graph.model import Agency, Document, Edge, Node, NodeKind, Task, Topic
from graph.store import View

_PAGE = 1_000


def dump(view: View) -> Iterator[str]:
    """Every node and edge, those of the registry too, as one line of canonical JSON, without line ends."""
    registry = registry_edges(node for node in view.scan(NodeKind.AGENCY) if isinstance(node, Agency))
    yield from _sorted(map(_line, chain(_nodes(view), map(node_object, registry.nodes))))
    edges = chain(map(edge_object, view.scan_edges()), map(registry_edge_object, registry.edges))
    yield from _sorted(map(_line, edges))


NOTHING = Details()


def node_object(node: Node, beside: Details = NOTHING) -> dict[str, Any]:
    """The object of a node as every answer shows it."""
    match node:
        case Document():
            return _document(node, beside)
        case Agency():
            place = {"jurisdiction": node.jurisdiction, "tier": node.tier}
            return {"node": "agency", "id": node.id, "name": node.name} | place
        case Task():
            return _task(node, beside)
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


def registry_edge_object(edge: RegistryEdge) -> dict[str, Any]:
    """The object of an edge that the registry proves: the document in place of a file and offsets."""
    return {
        "edge": edge.kind.value,
        "from": edge.source,
        "to": edge.target,
        "source": "registry",
        "basis": edge.basis,
        "effective": edge.effective,
        "share": edge.share,
        "function": edge.function,
    }


def _nodes(view: View) -> Iterator[dict[str, Any]]:
    for kind in NodeKind:
        for page in in_batches(view.scan(kind), _PAGE):
            beside = details(view, page)
            yield from (node_object(node, beside) for node in page)


def _document(node: Document, beside: Details) -> dict[str, Any]:
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
        "claims": {claims.field: claims.values for claims in beside.claims.get(node.id, ())},
        "candidates": node.candidates,
    }


def _task(node: Task, beside: Details) -> dict[str, Any]:
    deadline = node.deadline
    assigned = (edge.evidence for edge in beside.places.get(node.id, ()))
    places = sorted({(place.file, place.start, place.end) for place in assigned})
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
