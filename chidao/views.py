"""Answers for people: chains and tables on a terminal, tab-separated lines when piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.labels import details, label, readable_date, relation, shorten, status
from graph.model import Document, Edge, Evidence, Node, NodeId
from graph.plain import to_plain

if TYPE_CHECKING:
    from queries.evidence import Quote
    from queries.impact import Impact
    from queries.search import Hit
    from queries.show import Shown
    from queries.tasks import Owner, TaskRow, Tasks
    from queries.trace import Hop, Trace

Quotes = Mapping[Evidence, "Quote"]

SENTENCE = 300
"""A longer sentence is shown by the part around its quote."""


def trace(answer: Trace, quotes: Quotes) -> None:
    """Each source with the chain that leads to it."""
    if not output.on_terminal():
        output.table(
            ("path", "from", "relation", "to", "file", "start", "end", "quote"),
            _hop_rows(answer, quotes),
        )
    for number, path in enumerate(answer.paths if output.on_terminal() else (), 1):
        _chain(number, path, answer.nodes, quotes)
    if not answer.paths:
        output.say("trace.no_source", name=label(answer.nodes[answer.start]))
    coverage = answer.coverage
    output.say(
        "trace.coverage",
        sources=len(answer.sources),
        loaded=coverage.loaded,
        cited_only=coverage.cited_only,
        ambiguous=coverage.ambiguous,
    )
    if answer.truncated:
        output.say("trace.truncated", count=len(answer.paths))


def _hop_rows(answer: Trace, quotes: Quotes) -> Iterator[tuple[object, ...]]:
    for number, path in enumerate(answer.paths, 1):
        for hop in path:
            for edge in hop.edges:
                place = edge.evidence
                names = (_short(answer.nodes[hop.source]), edge.kind, _short(answer.nodes[hop.target]))
                yield (number, *names, place.file, place.start, place.end, quotes[place].quote)


def _short(node: Node) -> str:
    return (node.symbol or label(node)) if isinstance(node, Document) else label(node)


def _chain(number: int, path: Iterable[Hop], nodes: Mapping[NodeId, Node], quotes: Quotes) -> None:
    hops = tuple(path)
    output.heading(f"{number}. {_described(nodes[hops[-1].target])}")
    output.emit_visible(f"   {_described(nodes[hops[0].source])}")
    for depth, hop in enumerate(hops, 1):
        indent = "   " * depth
        for edge in hop.edges:
            output.emit_visible(f"{indent}└─ {relation(edge.kind)} → {_described(nodes[hop.target])}")
            output.quoted(indent + "   ", _around(quotes[edge.evidence]), edge.evidence.file)


def _described(node: Node) -> str:
    more = ", ".join(filter(None, (details(node), status(node))))
    return f"{label(node)} ({more})" if more else label(node)


def _around(quote: Quote) -> tuple[str, str, str]:
    """A sentence of bounded length with the quote inside."""
    before, words, after = quote.parts
    room = max(20, (SENTENCE - len(words)) // 2)
    head = before if len(before) <= room else "…" + before[-room:]
    tail = after if len(after) <= room else after[:room] + "…"
    return head, words, tail


def tasks(answer: Tasks) -> None:
    """Tasks in the order of their deadlines."""
    output.table(
        ("deadline", "task", "lead", "coordinate", "modality", "section", "file"),
        [_task_row(row) for row in answer.rows],
    )
    output.say("tasks.count", count=len(answer.rows))


def _task_row(row: TaskRow) -> tuple[object, ...]:
    task = row.task
    deadline = task.deadline
    due = (readable_date(deadline.date_to or deadline.date) or deadline.text) if deadline else ""
    words = shorten(task.text) if output.on_terminal() else task.text
    file = row.places[0].evidence.file if row.places else ""
    return (
        due,
        words,
        _names(row.lead),
        _names(row.coordinate),
        _modality(task.modality),
        task.section,
        file,
    )


def _modality(modality: str) -> str:
    return messages.text(f"modality.{modality}") if output.on_terminal() else modality


def _names(owners: Iterable[Owner]) -> str:
    return "; ".join(owner.printed or owner.name for owner in owners)


def impact(answer: Impact, quotes: Quotes) -> None:
    """Documents below, nearest first, then their tasks."""
    output.table(
        ("distance", "document", "relation", "to", "file", "quote"),
        [
            (
                below.distance,
                label(answer.nodes[below.id]),
                below.hop.kind,
                label(answer.nodes[below.hop.target]),
                below.hop.edges[0].evidence.file,
                quotes[below.hop.edges[0].evidence].quote,
            )
            for below in answer.documents
        ],
    )
    output.say("impact.count", documents=len(answer.documents), tasks=len(answer.tasks))
    if answer.tasks and output.on_terminal():
        output.table(
            ("deadline", "task", "lead", "coordinate", "modality", "section", "file"),
            [_task_row(row) for row in answer.tasks],
        )


def hits(found: Iterable[Hit]) -> None:
    """What was found, best first."""
    nodes([hit.node for hit in found])


def nodes(found: Iterable[Node]) -> None:
    """Nodes with what tells them apart."""
    output.table(
        ("kind", "name", "details", "status", "id"),
        [(type(node).__name__.lower(), label(node), details(node), status(node), node.id) for node in found],
    )


def candidates(found: Iterable[Node]) -> None:
    """The nodes that a name may mean, on standard error."""
    for node in found:
        output.warn(f"  {node.id}  {_described(node)}")


def shown(answer: Shown) -> None:
    """One node with its edges and their quotes."""
    output.table(("field", "value"), list(_fields(answer)))
    output.table(
        ("relation", "from", "to", "file", "quote"),
        [_edge_row(edge, answer) for edge in (*answer.outgoing, *answer.incoming)],
    )


def _fields(answer: Shown) -> Iterator[tuple[str, object]]:
    for name, value in to_plain(answer.node).items():
        if name == "claims":
            for claim in value:
                for said, files in claim["values"]:
                    yield f"claim {claim['field']}", f"{said} ({', '.join(files)})"
        elif value not in (None, [], "", False):
            yield name, ", ".join(map(str, value)) if isinstance(value, list) else value


def _edge_row(edge: Edge, answer: Shown) -> tuple[object, ...]:
    def name(id: NodeId) -> str:
        return "·" if id == answer.node.id else label(answer.others[id]) if id in answer.others else id

    quote = answer.quotes[edge.evidence].quote
    return (edge.kind, name(edge.source), name(edge.target), edge.evidence.file, shorten(quote, 200))
