"""Task nodes and their edges: the same duty in two files of one document is one task with two evidences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from graph.identity.agencies import to_agencies
from graph.identity.cited import CitedDocuments
from graph.identity.evidence import Span, at_citation, evidence
from graph.identity.ids import node_id, text_digest
from graph.identity.topics import topics_of
from graph.model import Agency, Edge, EdgeKind, NodeId, SourceFile, Task, TaskMention, Topic
from graph.text import collapse

Found = Iterator[tuple[Edge, Agency | Task | Topic | None]]


def task_edges(file: SourceFile, cited: CitedDocuments) -> Found:
    """For every duty: who gives it, who holds it in which role, on what grounds, about what."""
    nodes = tasks(file, cited.own)
    topics = sorted(file.parsed.topics, key=lambda topic: topic.start)
    for mention, task in zip(file.parsed.tasks, nodes, strict=True):
        sentence = (mention.sentence_start, mention.sentence_end)
        place = evidence(file, (mention.start, mention.end), sentence=sentence, rule=mention.rule)
        yield Edge(EdgeKind.ASSIGNS, cited.own, task.id, place), task
        yield from _actors(file, mention, task.id, sentence)
        yield from _grounds(file, cited, mention, task.id)
        yield from topics_of(file, mention, task.id, topics)


def tasks(file: SourceFile, document: NodeId) -> Sequence[Task]:
    """The tasks of a file in its order; ids know neither offsets nor the format of the file."""
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for mention in file.parsed.tasks:
        text = file.text[mention.start : mention.end]
        key = (mention.section or "", text_digest(text))
        found.append(
            Task(
                id=node_id("task", _short(document), key[0], unseen=(document, key[1], str(seen[key]))),
                text=collapse(text),
                document=document,
                modality=mention.modality,
                section=mention.section,
                deadline=mention.deadline,
            )
        )
        seen[key] += 1
    return found


def _short(document: NodeId) -> str:
    """The part of a document's id that people know it by."""
    return document.split(":")[1]


def _actors(file: SourceFile, mention: TaskMention, task: NodeId, sentence: Span) -> Found:
    roles = (
        (EdgeKind.LED_BY, mention.lead),
        (EdgeKind.COORDINATED_WITH, mention.coordinate),
        (EdgeKind.REPORTS_TO, mention.report_to),
        (EdgeKind.MONITORED_BY, mention.monitor),
    )
    for kind, actors in roles:
        yield from to_agencies(file, kind, task, actors, rule=mention.rule, sentence=sentence)


def _grounds(file: SourceFile, cited: CitedDocuments, mention: TaskMention, task: NodeId) -> Found:
    """Documents cited in the duty, or in the heading above it that names who leads."""
    within = list(cited.inside(mention.start, mention.end))
    for lead in mention.lead:
        if not mention.start <= lead.start < mention.end:
            within += cited.in_sentence_of(lead.start)
    for citation, document in within:
        if document != cited.own:
            yield Edge(EdgeKind.GROUNDED_IN, task, document, at_citation(file, citation)), None
