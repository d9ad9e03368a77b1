"""The answer of `chidao check`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, name
from chidao.json_answers import nodes_object, reach_object
from graph.model import Document

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.check import Check

COLUMNS = ("fault", "document", "why", "likely", "files")


def as_object(answer: Check, beside: Details) -> Object:
    """As docs/schemas/check.json says."""
    return {
        "nodes": nodes_object(answer.nodes, beside),
        "coverage": reach_object(answer.nodes),
        "conflicts": [
            {
                "document": one.document,
                "field": one.field,
                "likely": one.likely,
                "values": [[value, list(files)] for value, files in one.values],
            }
            for one in answer.conflicts
        ],
        "ambiguous": [
            {
                "document": id,
                "reason": answer.nodes[id].reason,
                "candidates": list(answer.nodes[id].candidates),
            }
            for id in answer.ambiguous
        ],
        "without_jurisdiction": list(answer.without_jurisdiction),
        "misprints": [
            {
                "file": one.file,
                "index": one.index,
                "printed": one.printed,
                "likely": one.likely,
                "reason": one.reason,
                "certain": one.certain,
                "document": one.document,
            }
            for one in answer.misprints
        ],
    }


def show(answer: Check) -> None:
    """Each fault on a line, then the counts."""
    output.table(COLUMNS, list(_rows(answer)))
    output.say(
        "check.count",
        conflicts=len(answer.conflicts),
        ambiguous=len(answer.ambiguous),
        unplaced=len(answer.without_jurisdiction),
        misprints=len(answer.misprints),
    )


def _rows(answer: Check) -> Iterator[tuple[object, ...]]:
    for one in answer.conflicts:
        said = "; ".join(f"{value} ({len(files)})" for value, files in one.values)
        files = sorted({file for _, files in one.values for file in files})
        field = messages.text(f"column.{one.field}") if output.on_terminal() else one.field
        yield (
            _fault("conflict"),
            name(answer.nodes, one.document),
            f"{field}: {said}",
            one.likely,
            _few(files),
        )
    for id in answer.ambiguous:
        node = answer.nodes[id]
        maybe = "; ".join(name(answer.nodes, other) for other in node.candidates[:3])
        yield (_fault("ambiguous"), name(answer.nodes, id), node.reason, maybe, _few(_said_in(node)))
    for print_ in answer.misprints:
        yield (_fault("misprint"), print_.printed, print_.reason, print_.likely, print_.file)
    for file in answer.without_jurisdiction:
        yield (_fault("without_jurisdiction"), "", "", "", file)


def _said_in(node: Document) -> list[str]:
    return list(node.files)


def _few(files: Sequence[str]) -> str:
    shown = ", ".join(map(str, files[:3]))
    return f"{shown}, …" if len(files) > 3 else shown


def _fault(kind: str) -> str:
    return messages.text(f"fault.{kind}") if output.on_terminal() else kind
