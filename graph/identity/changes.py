"""From files to a ChangeSet: only the blocks that they touch are resolved again.

The graph that results is the one that all files together would give at once, whatever came first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.identity.edges import FileGraph, file_graph
from graph.identity.spellings import Named, under_best_names
from graph.identity.touched import Touched, touched
from graph.model import Agency, ChangeSet, FileKey, Node, NodeId, Resolved, SourceFile, Task, Topic
from graph.store import View


def changes(view: View, *, put: Iterable[SourceFile], remove: Iterable[FileKey] = ()) -> ChangeSet:
    """What must be written so that the files `put` are in the graph, and those of `remove` are not."""
    given, going = {file.key: file for file in put}, set(remove)
    stored = view.files(sorted(given.keys() | going))
    new = {key: file for key, file in sorted(given.items()) if stored.get(key) != file}
    removed = sorted(key for key in going - given.keys() if key in stored)
    if not new and not removed:
        return ChangeSet()
    return _change_set(view, new, removed)


def _change_set(view: View, new: Mapping[FileKey, SourceFile], removed: Sequence[FileKey]) -> ChangeSet:
    step = touched(view, new, removed)
    files_before = view.files(sorted({*step.resolved, *removed}))
    files_after = {key: new.get(key) or files_before[key] for key in sorted(step.resolved)}
    meant = _by_file(step.earlier.said_by(files_before))
    before = [file_graph(file, _documents_of(meant[file.key])) for file in files_before.values()]
    after = [file_graph(file, _documents_of(step.resolved[file.key])) for file in files_after.values()]
    return ChangeSet(
        removed=tuple(removed),
        refreshed=tuple(files_after),
        files=tuple(new.values()),
        dropped_nodes=tuple(sorted(step.before.keys() - step.after.keys())),
        nodes=tuple(_nodes(view, step, before, after, replaced={*files_after, *removed})),
        resolved=tuple(one for key in files_after for one in sorted(step.resolved[key], key=_index)),
        groups=tuple(step.groups),
        edges=tuple(edge for graph in after for edge in graph.edges),
    )


def _by_file(resolved: Iterable[Resolved]) -> Mapping[FileKey, list[Resolved]]:
    found: dict[FileKey, list[Resolved]] = defaultdict(list)
    for one in resolved:
        found[one.mention.file].append(one)
    return found


def _documents_of(resolved: Iterable[Resolved]) -> dict[int, NodeId]:
    """The document of each mention of one file, by its index."""
    return {one.mention.index: one.document for one in resolved}


def _index(one: Resolved) -> int:
    return one.mention.index


def _nodes(
    view: View,
    step: Touched,
    before: Collection[FileGraph],
    after: Collection[FileGraph],
    *,
    replaced: Collection[FileKey],
) -> list[Node]:
    """The documents, tasks, agencies and topics that are new or not as they were."""
    tasks: dict[NodeId, Task] = {}
    for graph in after:
        for node in graph.nodes:
            if isinstance(node, Task):
                tasks.setdefault(node.id, node)
    named = under_best_names(view, before=_named(before), after=_named(after), replaced=replaced)
    stored = {**view.nodes(sorted({*tasks, *(node.id for node in named)})), **step.before}
    nodes: list[Node] = [*step.after.values(), *tasks.values(), *named]
    return sorted((node for node in nodes if stored.get(node.id) != node), key=lambda node: node.id)


def _named(graphs: Iterable[FileGraph]) -> list[Named]:
    return [node for graph in graphs for node in graph.nodes if isinstance(node, Agency | Topic)]
