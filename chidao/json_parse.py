"""The JSON of `chidao parse`: what one file says, before any graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from graph.model import AgencyMention, Citation, Deadline, ParsedDocument, Stated, TaskMention

Object = dict[str, Any]


def parse_object(path: str, parsed: ParsedDocument) -> Object:
    """What one file says; `file` is its name, `path` is how it was given."""
    header = parsed.header
    return {
        "file": PurePath(path).name,
        "path": path,
        "document": {
            "type": _value(header.type),
            "symbol": _value(header.symbol),
            "symbol_tail": header.symbol_tail,
            "date": _value(header.date),
            "issuer": _value(header.issuer),
            "signer": _value(header.signer),
            "addressees": _names(header.addressees),
            "copied_to": _names(header.copied_to),
            "subject": _value(header.subject),
            "place": _value(header.place),
            "jurisdiction": _value(header.jurisdiction),
        },
        "citations": [_citation(citation) for citation in parsed.citations],
        "links": [
            {"from": link.source, "to": link.target, "relation": link.relation} for link in parsed.links
        ],
        "topics": [
            {"start": topic.start, "end": topic.end, "name": topic.name, "kind": topic.kind}
            for topic in parsed.topics
        ],
        "tasks": [_task_mention(task) for task in parsed.tasks],
    }


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _names(mentions: Iterable[AgencyMention]) -> list[str]:
    return [mention.name for mention in mentions]


def _citation(citation: Citation) -> Object:
    return {
        "start": citation.start,
        "end": citation.end,
        "kind": citation.kind,
        "type": citation.type,
        "symbol": citation.symbol,
        "symbol_repaired": citation.symbol_repaired,
        "repair": citation.repair,
        "date": citation.date,
        "issuer": citation.issuer,
        "pinpoint": citation.pinpoint,
        "relation": citation.relation,
        "name": citation.name,
        "subject": citation.subject,
        "antecedent": citation.antecedent,
        "sentence_start": citation.sentence_start,
        "sentence_end": citation.sentence_end,
        "page": citation.page,
        "rule": citation.rule,
    }


def _task_mention(task: TaskMention) -> Object:
    return {
        "start": task.start,
        "end": task.end,
        "lead": _names(task.lead),
        "coordinate": _names(task.coordinate),
        "deadline": deadline_object(task.deadline),
        "report_to": _names(task.report_to),
        "monitor": _names(task.monitor),
        "section": task.section,
        "modality": task.modality,
        "rule": task.rule,
        "drafted": _names(task.drafted.agencies) if task.drafted else [],
    }


def deadline_object(deadline: Deadline | None) -> Object | None:
    """The time phrase of a duty, with its bounds for comparison."""
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "date": deadline.date,
        "operator": deadline.operator,
        "date_from": deadline.date_from,
        "date_to": deadline.date_to,
        "recurrence": deadline.recurrence,
    }


def failed_object(path: str, kind: str, message: str) -> Object:
    """A file that could not be read, in its place among those that could."""
    return {"file": PurePath(path).name, "path": path, "error": {"kind": kind, "message": message}}
