"""What links lead to from a start, level by level: the walk that every store does over its own keys."""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.model import Edge, Node, NodeId

K = TypeVar("K", bound=Hashable)

Links = Mapping[NodeId, tuple[NodeId, ...]]
"""Node -> its neighbours by id; the nodes level by level, the start first."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What was reached; `truncated` when there was more than was asked for."""

    links: Links
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Chains:
    """What was reached, with its nodes by id, and the edges along the links."""

    reach: Reach
    nodes: Mapping[NodeId, Node]
    edges: Callable[[Iterable[tuple[NodeId, NodeId]]], Sequence[Edge]]
    """Those of some pairs of a source and a target that are linked: most are never shown."""


def walk(
    start: K, links_of: Callable[[list[K]], Iterable[tuple[K, K]]], *, most: int | None = None
) -> tuple[dict[K, dict[K, None]], list[K], bool]:
    """Neighbours of nodes that have any, all nodes, whether there were more than `most` beyond the start.

    `links_of` streams the links of a level as (near, far); nothing more is taken from it at the end.
    """
    room = sys.maxsize if most is None else most
    links: dict[K, dict[K, None]] = {}
    found = {start: None}
    level = [start]
    while level:
        following = []
        for near, far in links_of(level):
            if far not in found:
                if len(found) > room:
                    return links, list(found), True
                found[far] = None
                following.append(far)
            links.setdefault(near, {})[far] = None
        level = following
    return links, list(found), False


def in_order(start: NodeId, links: Mapping[K, Iterable[K]], ids: Mapping[K, NodeId]) -> Links:
    """What a walk found, by id: neighbours sorted, nodes in the order in which these lead to them."""
    by_id = {ids[near]: tuple(sorted([ids[far] for far in fars])) for near, fars in links.items()}
    found = {start: by_id.get(start, ())}
    queue = [start]
    for near in queue:
        for far in found[near]:
            if far not in found:
                found[far] = by_id.get(far, ())
                queue.append(far)
    return found
