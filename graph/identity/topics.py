"""Topic nodes: the named systems, portals and programmes that duties are about, one for each name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from graph.identity.evidence import evidence
from graph.identity.ids import in_front, node_id
from graph.model import Edge, EdgeKind, NodeId, SourceFile, TaskMention, Topic, TopicMention
from graph.text import collapse, fold


def topic(printed: str, *, kind: str) -> Topic:
    """The node of a topic as printed."""
    return Topic(id=node_id("topic", kind, fold(printed)), name=topic_name(printed), kind=kind)


def topic_name(printed: str) -> str:
    """The name that a node of this printed topic shows."""
    return in_front(collapse(printed))


def topics_of(
    file: SourceFile, task: TaskMention, node: NodeId, placed: Sequence[TopicMention]
) -> Iterator[tuple[Edge, Topic]]:
    """The topics inside a duty; `placed` are those of the file in its order."""
    sentence = (task.sentence_start, task.sentence_end)
    first = bisect_left(placed, task.start, key=lambda mention: mention.start)
    last = bisect_left(placed, task.end, key=lambda mention: mention.start)
    for mention in placed[first:last]:
        if mention.end <= task.end:
            target = topic(mention.name, kind=mention.kind)
            place = evidence(file, (mention.start, mention.end), sentence=sentence, rule="topic")
            yield Edge(EdgeKind.CONCERNS, node, target.id, place, printed=mention.name), target
