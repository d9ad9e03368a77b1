"""What is missing (còn thiếu): documents to load, duties without owner or day, idle directives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.model import Document, Edge, EdgeKind, Modality, Node, NodeId, NodeKind, Status, Task
from graph.store import TaskFilter, View
from graph.vocabulary.tiers import NATIONAL
from queries.history import not_proposed
from queries.tasks import TaskRow, rows
from queries.trace import UPWARD, source_order

ENDING = frozenset({EdgeKind.REPLACES, EdgeKind.REPEALS})


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that is cited and not loaded: the documents that rest on it, and the tasks in those."""

    id: NodeId
    documents: int
    tasks: int
    edges: tuple[Edge, ...]
    """One of each document."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """A document that rests on one that another has replaced or repealed."""

    edge: Edge
    ended_by: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The answer; each list is cut to the asked length, `counts` says how many there are of each."""

    nodes: Mapping[NodeId, Node]
    missing: tuple[Missing, ...]
    without_lead: tuple[TaskRow, ...]
    without_deadline: tuple[TaskRow, ...]
    not_carried_out: tuple[NodeId, ...]
    """Loaded central directives that no loaded local document rests on, directly or through others."""
    without_source: tuple[NodeId, ...]
    """Loaded local documents from which no way leads up to a central one."""
    outdated: tuple[Outdated, ...]
    counts: Mapping[str, int]


@dataclass(slots=True)
class _Whole:
    """What one pass over all edges gathers."""

    up: dict[NodeId, dict[NodeId, Edge]] = field(default_factory=lambda: defaultdict(dict))
    ended: dict[NodeId, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    tasks: dict[NodeId, set[NodeId]] = field(default_factory=lambda: defaultdict(set))
    led: set[NodeId] = field(default_factory=set)
    comments: dict[NodeId, set[NodeId]] = field(default_factory=lambda: defaultdict(set))
    """The letters about each draft."""


def gaps(view: View, *, limit: int = 20) -> Gaps:
    """Reads the documents and the edges once."""
    documents = {node.id: node for node in view.scan(NodeKind.DOCUMENT) if isinstance(node, Document)}
    whole = _gathered(view)
    missing = _missing(documents, whole)
    unled, undated = _unclear_tasks(view, whole)
    idle = _ordered(_not_carried_out(documents, whole), documents)
    rootless = _ordered(_without_source(documents, whole), documents)
    outdated = _outdated(documents, whole)
    counts = {
        "missing": len(missing),
        "without_lead": len(unled),
        "without_deadline": len(undated),
        "not_carried_out": len(idle),
        "without_source": len(rootless),
        "outdated": len(outdated),
    }
    shown = (missing[:limit], idle[:limit], rootless[:limit], outdated[:limit])
    return Gaps(
        nodes=view.nodes(_named(*shown)),
        missing=tuple(shown[0]),
        without_lead=rows(view, unled[:limit]),
        without_deadline=rows(view, undated[:limit]),
        not_carried_out=tuple(shown[1]),
        without_source=tuple(shown[2]),
        outdated=tuple(shown[3]),
        counts=counts,
    )


def _gathered(view: View) -> _Whole:
    whole = _Whole()
    for edge in view.scan_edges():
        if edge.kind in UPWARD and edge.source != edge.target:
            whole.up[edge.source].setdefault(edge.target, edge)
        elif edge.kind in ENDING and not edge.pinpoint:
            whole.ended[edge.target].append(edge)
        elif edge.kind is EdgeKind.COMMENTS_ON:
            whole.comments[edge.target].add(edge.source)
        elif edge.kind is EdgeKind.ASSIGNS:
            whole.tasks[edge.source].add(edge.target)
        elif edge.kind is EdgeKind.LED_BY:
            whole.led.add(edge.source)
    return whole


def _missing(documents: Mapping[NodeId, Document], whole: _Whole) -> list[Missing]:
    """Most tasks that hang on it first, then most documents, then the highest source."""
    resting: dict[NodeId, list[Edge]] = defaultdict(list)
    for targets in whole.up.values():
        for target, edge in targets.items():
            if documents[target].status is Status.CITED and not documents[target].draft:
                resting[target].append(edge)
    found = [
        Missing(id, len(edges), sum(len(whole.tasks.get(edge.source, ())) for edge in edges), tuple(edges))
        for id, edges in resting.items()
    ]
    return sorted(found, key=lambda one: (-one.tasks, -one.documents, source_order(documents[one.id])))


def _unclear_tasks(view: View, whole: _Whole) -> tuple[list[Task], list[Task]]:
    ordered = view.tasks(TaskFilter(modality=Modality.ASSIGNED))
    unled = [task for task in ordered if task.id not in whole.led]
    return unled, [task for task in ordered if task.deadline is None]


def _is_central(document: Document) -> bool:
    return document.tier is not None and document.tier <= NATIONAL


def _is_local(document: Document) -> bool:
    return document.tier is not None and document.tier > NATIONAL


def _reached(starts: Iterable[NodeId], steps: Mapping[NodeId, Iterable[NodeId]]) -> set[NodeId]:
    """Everything that steps lead to from these nodes, they themselves included."""
    seen = set(starts)
    queue = list(seen)
    for near in queue:
        fresh = [far for far in steps.get(near, ()) if far not in seen]
        seen.update(fresh)
        queue.extend(fresh)
    return seen


def _not_carried_out(documents: Mapping[NodeId, Document], whole: _Whole) -> set[NodeId]:
    local = [id for id, node in documents.items() if node.status is Status.LOADED and _is_local(node)]
    reached = _reached(local, whole.up)
    return {
        id
        for id, node in documents.items()
        if node.status is Status.LOADED and _is_central(node) and id not in reached
    }


def _without_source(documents: Mapping[NodeId, Document], whole: _Whole) -> set[NodeId]:
    down: dict[NodeId, list[NodeId]] = defaultdict(list)
    for near, fars in whole.up.items():
        for far in fars:
            down[far].append(near)
    rooted = _reached((id for id, node in documents.items() if _is_central(node)), down)
    return {
        id
        for id, node in documents.items()
        if node.status is Status.LOADED and _is_local(node) and id not in rooted
    }


def _outdated(documents: Mapping[NodeId, Document], whole: _Whole) -> list[Outdated]:
    """Not what the replacing document itself cites, nor what was written before the end."""
    found = []
    for source, targets in sorted(whole.up.items()):
        for target, edge in sorted(targets.items()):
            ends = [end for end in _ends(target, documents, whole) if _ends_before(end, edge, documents)]
            if documents[source].status is Status.LOADED and ends:
                found.append(Outdated(edge, tuple(ends)))
    return found


def _ends(target: NodeId, documents: Mapping[NodeId, Document], whole: _Whole) -> tuple[Edge, ...]:
    """What replaces or repeals a document."""
    ends = whole.ended.get(target, ())
    drafts = {end.source for end in ends if documents[end.source].draft}
    return not_proposed(ends, drafts, {letter for draft in drafts for letter in whole.comments[draft]})


def _ends_before(end: Edge, citing: Edge, documents: Mapping[NodeId, Document]) -> bool:
    if end.source == citing.source:
        return False
    ended, cited = documents[end.source].date, documents[citing.source].date
    return ended is None or cited is None or ended <= cited


def _ordered(ids: Iterable[NodeId], documents: Mapping[NodeId, Document]) -> list[NodeId]:
    return sorted(ids, key=lambda id: source_order(documents[id]))


def _named(
    missing: Iterable[Missing], idle: Iterable[NodeId], rootless: Iterable[NodeId], old: Iterable[Outdated]
) -> list[NodeId]:
    ids = {*idle, *rootless}
    for one in missing:
        ids |= {one.id, *(edge.source for edge in one.edges)}
    for each in old:
        ids |= {each.edge.source, each.edge.target, *(edge.source for edge in each.ended_by)}
    return sorted(ids)
