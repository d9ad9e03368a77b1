"""The JSON of the answers (docs/schemas): one function for each shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from chidao.json_parse import deadline_object
from graph.export.jsonl import edge_object, node_object
from graph.model import Edge, Evidence, Node, NodeId

if TYPE_CHECKING:
    from graph.errors import ChidaoError
    from graph.export.details import Details
    from graph.vocabulary.succession import Step
    from loaders.ingest import IngestReport
    from queries.evidence import Quote
    from queries.impact import Impact
    from queries.search import Hit
    from queries.show import Shown
    from queries.tasks import Owner, TaskRow, Tasks
    from queries.trace import Coverage, Hop, Trace

Object = dict[str, Any]
Quotes = Mapping[Evidence, "Quote"]


def trace_object(answer: Trace, quotes: Quotes, beside: Details) -> Object:
    """The chains to the sources, with every node reached."""
    return {
        "start": answer.start,
        "nodes": nodes_object(answer.nodes, beside),
        "paths": [[hop_object(hop, quotes) for hop in path] for path in answer.paths],
        "sources": list(answer.sources),
        "truncated": answer.truncated,
        "coverage": coverage_object(answer.coverage),
    }


def coverage_object(coverage: Coverage) -> Object:
    """How much of what was reached has been read, is only cited, or may be another document."""
    return {
        "loaded": coverage.loaded,
        "cited_only": coverage.cited_only,
        "ambiguous": coverage.ambiguous,
    }


def reach_object(nodes: Mapping[NodeId, Node]) -> Object:
    """The coverage of the documents among the nodes of an answer."""
    from queries.trace import coverage  # noqa: PLC0415

    return coverage_object(coverage(nodes.values()))


def nodes_object(nodes: Mapping[NodeId, Node], beside: Details) -> Object:
    """Nodes by id."""
    return {id: node_object(node, beside) for id, node in nodes.items()}


def hop_object(hop: Hop, quotes: Quotes) -> Object:
    """A step under its telling relation; `also` holds the other relations between the two documents."""
    kinds = dict.fromkeys(edge.kind for edge in hop.edges)
    by_kind = {
        kind: [evidence_object(edge, quotes) for edge in hop.edges if edge.kind == kind] for kind in kinds
    }
    return {
        "edge": hop.kind,
        "from": hop.source,
        "to": hop.target,
        "evidence": by_kind.pop(hop.kind),
        "also": [{"edge": kind, "evidence": evidence} for kind, evidence in by_kind.items()],
    }


def evidence_object(edge: Edge, quotes: Quotes) -> Object:
    """The place that proves an edge, with its words."""
    return place_object(edge.evidence, quotes, pinpoint=edge.pinpoint)


def place_object(place: Evidence, quotes: Quotes, *, pinpoint: str | None) -> Object:
    """A place that proves something, with its words."""
    return {
        "file": place.file,
        "start": place.start,
        "end": place.end,
        "quote": quotes[place].quote,
        "sentence": quotes[place].sentence,
        "pinpoint": pinpoint,
        "page": place.page,
        "rule": place.rule,
    }


def tasks_object(answer: Tasks) -> Object:
    """Tasks, and the agencies that the name of the owner was taken for."""
    return {
        "tasks": [task_object(row) for row in answer.rows],
        "owners": [node_object(agency) for agency in answer.owners],
        "reasons": {holder.agency.id: holder.reason for holder in answer.holders},
    }


def task_object(row: TaskRow) -> Object:
    """A task with its agencies and its first place; `evidence` holds every place."""
    task = row.task
    places = [
        {"file": edge.evidence.file, "start": edge.evidence.start, "end": edge.evidence.end}
        for edge in row.places
    ]
    first = places[0] if places else {"file": None, "start": None, "end": None}
    return {
        "id": task.id,
        "text": task.text,
        "lead": owners_object(row.lead),
        "coordinate": owners_object(row.coordinate),
        "report_to": owners_object(row.report_to),
        "monitor": owners_object(row.monitor),
        "deadline": deadline_object(task.deadline),
        "modality": task.modality,
        "section": task.section,
        "document": task.document,
        **first,
        "evidence": places,
    }


def owners_object(owners: Iterable[Owner]) -> list[Object]:
    """Agencies in a task, each with who holds its duties today."""
    return [
        {"id": owner.id, "name": owner.name, "printed": owner.printed, "today": step_object(owner.today)}
        for owner in owners
    ]


def step_object(step: Step | None) -> Object | None:
    """Who followed an agency, from which day and on what ground."""
    if step is None:
        return None
    return {
        "name": step.agency.name if step.agency else None,
        "jurisdiction": step.agency.jurisdiction if step.agency else None,
        "holder": step.holder,
        "effective": step.effective,
        "basis": step.basis,
        "share": step.share,
        "function": step.function,
    }


def impact_object(answer: Impact, quotes: Quotes, beside: Details) -> Object:
    """Everything below a document, nearest first."""
    return {
        "start": answer.start,
        "nodes": nodes_object(answer.nodes, beside),
        "documents": [
            {"id": below.id, "distance": below.distance, "hop": hop_object(below.hop, quotes)}
            for below in answer.documents
        ],
        "tasks": [task_object(row) for row in answer.tasks],
        "truncated": answer.truncated,
        "coverage": reach_object(answer.nodes),
    }


def search_object(hits: Iterable[Hit], beside: Details) -> Object:
    """What was found, best first."""
    return {"hits": [{"score": hit.score, "node": node_object(hit.node, beside)} for hit in hits]}


def show_object(shown: Shown, beside: Details) -> Object:
    """One node, what it may be, and its edges both ways."""
    return {
        "node": node_object(shown.node, beside),
        "candidates": [node_object(node, beside) for node in shown.candidates],
        "outgoing": [_shown_edge(edge, shown.quotes) for edge in shown.outgoing],
        "incoming": [_shown_edge(edge, shown.quotes) for edge in shown.incoming],
        "nodes": nodes_object(shown.others, beside),
        "finals": [
            {
                "id": final.id,
                "inferred": True,
                "title": final.title,
                "evidence": [evidence_object(edge, shown.quotes) for edge in final.shared],
            }
            for final in shown.finals
        ],
    }


def _shown_edge(edge: Edge, quotes: Quotes) -> Object:
    return edge_object(edge) | {"sentence": quotes[edge.evidence].sentence}


def error_object(error: ChidaoError, nodes: Iterable[Node] = ()) -> Object:
    """What went wrong, for programs."""
    return {
        "error": {
            "kind": error.kind,
            "message": error.message,
            "candidates": [node_object(node) for node in nodes],
        }
    }


def report_object(report: IngestReport) -> Object:
    """The report as contract and schema name it (docs/schemas/ingest.json)."""
    failed = [{"file": one.file, "kind": one.kind, "message": one.message} for one in report.failed]
    return {
        "files": report.files,
        "new": report.new,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "failed": failed,
        "without_jurisdiction": report.without_jurisdiction,
    }
