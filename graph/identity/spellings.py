"""Which spelling a node shows that files spell differently: the least of all, so order does not matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.identity.agencies import agency_name
from graph.identity.topics import topic_name
from graph.model import Agency, EdgeKind, FileKey, NodeId, Topic
from graph.store import View

Named = Agency | Topic


def under_best_names(
    view: View, *, before: Iterable[Named], after: Iterable[Named], replaced: Collection[FileKey]
) -> list[Named]:
    """The nodes that the replaced files brought before or bring now, each under its best name.

    Only where those files alone may have brought the name that is shown are the other files asked.
    """
    old, new = _spellings(before), _spellings(after)
    stored = {
        node.id: node
        for node in view.nodes(sorted(old.keys() | new.keys())).values()
        if isinstance(node, Agency | Topic)
    }
    lost = {key for key, node in stored.items() if node.name in old.get(key, set()) - new.get(key, set())}
    others = {key: {node.name} for key, node in stored.items()} | _elsewhere(view, lost, replaced)
    nodes = {**stored, **{node.id: node for node in after}}
    named = ((node, new.get(key, set()) | others.get(key, set())) for key, node in nodes.items())
    return [replace(node, name=min(names, key=_rank)) for node, names in named if names]


def _spellings(nodes: Iterable[Named]) -> Mapping[NodeId, set[str]]:
    found: dict[NodeId, set[str]] = defaultdict(set)
    for node in nodes:
        found[node.id].add(node.name)
    return dict(found)


def _elsewhere(
    view: View, nodes: Collection[NodeId], replaced: Collection[FileKey]
) -> dict[NodeId, set[str]]:
    """How the files that stay as they are spell these nodes; empty for what no other file names."""
    found: dict[NodeId, set[str]] = {node: set() for node in nodes}
    for edge in view.edges_to(sorted(nodes)) if nodes else ():
        if edge.evidence.file not in replaced and edge.printed:
            name = topic_name if edge.kind is EdgeKind.CONCERNS else agency_name
            found[edge.target].add(name(edge.printed))
    return found


def _rank(name: str) -> tuple[bool, str]:
    """Capitals (SỞ TƯ PHÁP) only where nobody writes the name plainly."""
    return (name.isupper(), name)
