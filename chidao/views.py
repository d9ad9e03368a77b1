"""Answers for people: chains and tables on a terminal, tab-separated lines when piped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.labels import details, label, readable_date, relation, shorten, status
from graph.kinds import kind_of
from graph.model import Document, Edge, Evidence, Node, NodeId
from graph.plain import to_plain

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.evidence import Quote
    from queries.impact import Impact
    from queries.search import Hit
    from queries.show import Shown
    from queries.tasks import Owner, TaskRow, Tasks
    from queries.trace import Hop, Trace

Quotes = Mapping[Evidence, "Quote"]

TASK_COLUMNS = ("deadline", "task", "lead", "coordinate", "modality", "section", "file")

SENTENCE = 300
"""A longer sentence is shown by the part around its quote."""


def trace(answer: Trace, quotes: Quotes) -> None:
    """Each source with the chain that leads to it."""
    if output.on_terminal():
        chains(answer, quotes)
    else:
        columns = ("path", "from", "relation", "to", "file", "start", "end", "quote")
        output.table(columns, _hop_rows(answer, quotes))
    if not answer.paths:
        output.say("trace.no_source", name=label(answer.nodes[answer.start]))
    output.note(coverage_line(answer))
    if answer.truncated:
        output.say("trace.truncated", count=len(answer.paths))


def coverage_line(answer: Trace) -> str:
    """How many sources there are and how much of the way has been read."""
    found = answer.coverage
    return messages.text(
        "trace.coverage",
        sources=len(answer.sources),
        loaded=found.loaded,
        cited_only=found.cited_only,
        ambiguous=found.ambiguous,
    )


def chains(answer: Trace, quotes: Quotes, *, most: int | None = None) -> None:
    """Each path as steps with their sentences; the first ones where `most` is given."""
    for number, path in enumerate(answer.paths[:most], 1):
        _chain(number, path, answer.nodes, quotes)


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
    output.heading(f"{number}. {described(nodes[hops[-1].target])}")
    output.emit_visible(f"   {described(nodes[hops[0].source])}")
    for depth, hop in enumerate(hops, 1):
        indent = "   " * depth
        kinds = " + ".join(dict.fromkeys(relation(edge.kind) for edge in hop.edges))
        output.emit_visible(f"{indent}└─ {kinds} → {described(nodes[hop.target])}")
        for edge in hop.edges:
            output.quoted(indent + "   ", around(quotes[edge.evidence]), edge.evidence.file)


def described(node: Node) -> str:
    """A node with all that tells it from others, on one line."""
    more = ", ".join(filter(None, (details(node), status(node))))
    return f"{label(node)} ({more})" if more else label(node)


def around(quote: Quote) -> tuple[str, str, str]:
    """A sentence of bounded length with the quote inside."""
    before, words, after = quote.parts
    room = max(20, (SENTENCE - len(words)) // 2)
    head = before if len(before) <= room else "…" + before[-room:]
    tail = after if len(after) <= room else after[:room] + "…"
    return head, words, tail


def duties(answer: Tasks) -> None:
    """Tasks under each agency that leads them, in the order of their deadlines."""
    leaders = dict.fromkeys(owner.name for row in answer.rows for owner in row.lead)
    for leader in leaders:
        output.heading(leader)
        for row in answer.rows:
            if leader in {owner.name for owner in row.lead}:
                due = _due(row) or messages.text("tasks.no_deadline")
                output.emit_visible(f"   {due:<16} {shorten(row.task.text)}")


def tasks(answer: Tasks) -> None:
    """Tasks in the order of their deadlines."""
    output.table(
        TASK_COLUMNS,
        [task_row(row) for row in answer.rows],
    )
    output.say("tasks.count", count=len(answer.rows))


def task_row(row: TaskRow) -> tuple[object, ...]:
    """The cells of a task, under TASK_COLUMNS."""
    task = row.task
    words = shorten(task.text) if output.on_terminal() else task.text
    file = row.places[0].evidence.file if row.places else ""
    return (
        _due(row),
        words,
        _names(row.lead),
        _names(row.coordinate),
        _word("modality", task.modality),
        task.section,
        file,
    )


def _due(row: TaskRow) -> str:
    deadline = row.task.deadline
    if deadline is None:
        return ""
    return readable_date(deadline.date_to or deadline.date) or deadline.text


def _word(group: str, value: str) -> str:
    """The word of a vocabulary in the language of the moment for people, the value itself for programs."""
    return messages.text(f"{group}.{value}") if output.on_terminal() else value


def _names(owners: Iterable[Owner]) -> str:
    return "; ".join(_owner(owner) for owner in owners)


def _owner(owner: Owner) -> str:
    """As printed; where the office is no more, who holds its duties today."""
    words, step = owner.printed or owner.name, owner.today
    if step is None:
        return words
    now = step.agency.name if step.agency else step.holder or ""
    return messages.text("tasks.today", name=words, now=now)


def impact(answer: Impact, quotes: Quotes) -> None:
    """Documents below, nearest first, then their tasks."""
    output.table(
        ("distance", "document", "relation", "to", "file", "quote"),
        [
            (
                below.distance,
                label(answer.nodes[below.id]),
                _word("relation", below.hop.kind),
                label(answer.nodes[below.hop.target]),
                below.hop.edges[0].evidence.file,
                quotes[below.hop.edges[0].evidence].quote,
            )
            for below in answer.documents
        ],
    )
    output.say("impact.count", documents=len(answer.documents), tasks=len(answer.tasks))
    if answer.truncated:
        output.say("impact.truncated", count=len(answer.documents))
    if answer.tasks and output.on_terminal():
        output.table(
            TASK_COLUMNS,
            [task_row(row) for row in answer.tasks],
        )


def hits(found: Iterable[Hit]) -> None:
    """What was found, best first."""
    nodes([hit.node for hit in found])


def nodes(found: Iterable[Node]) -> None:
    """Nodes with what tells them apart."""
    output.table(
        ("kind", "name", "details", "status", "id"),
        [(_word("node", kind_of(node)), label(node), details(node), status(node), node.id) for node in found],
    )


def candidates(found: Iterable[Node]) -> None:
    """The nodes that a name may mean, on standard error."""
    for node in found:
        output.warn(f"  {node.id}  {described(node)}")


def shown(answer: Shown, beside: Details) -> None:
    """One node with its edges and their quotes."""
    output.table(("field", "value"), list(_fields(answer, beside)))
    output.table(
        ("relation", "from", "to", "file", "quote"),
        [_edge_row(edge, answer) for edge in (*answer.outgoing, *answer.incoming)],
    )
    for final in answer.finals:
        output.note(messages.text("show.final", name=described(answer.others[final.id])))


def _fields(answer: Shown, beside: Details) -> Iterator[tuple[str, object]]:
    for name, value in to_plain(answer.node).items():
        if value not in (None, [], "", False):
            yield name, ", ".join(map(str, value)) if isinstance(value, list) else value
    for claim in beside.claims.get(answer.node.id, ()):
        for said, files in claim.values:
            yield f"claim {claim.field}", f"{said} ({', '.join(files)})"


def _edge_row(edge: Edge, answer: Shown) -> tuple[object, ...]:
    def name(id: NodeId) -> str:
        return "·" if id == answer.node.id else label(answer.others[id]) if id in answer.others else id

    quote = answer.quotes[edge.evidence].quote
    return (
        _word("relation", edge.kind),
        name(edge.source),
        name(edge.target),
        edge.evidence.file,
        shorten(quote, 200),
    )
