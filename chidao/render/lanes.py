"""Where each node stands: one lane a tier from top to bottom, ordered so that few lines cross."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import mean

SWEEPS = 8
PER_ROW = 6
"""More cards side by side cannot be read; a lane goes on in a second row."""
WIDTH, HEIGHT = 260, 150
"""Distance between the middles of two cards, in pixels."""

Position = tuple[float, float]


def positions(lane_of: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """The middle of each node: lanes in ascending order, nodes near what they are joined to."""
    neighbours: dict[str, list[str]] = {node: [] for node in lane_of}
    for one, other in edges:
        neighbours[one].append(other)
        neighbours[other].append(one)
    rows = _sweep(_rows(lane_of), neighbours)
    return {
        node: ((place - (len(row) - 1) / 2) * WIDTH, level * HEIGHT)
        for level, row in enumerate(rows)
        for place, node in enumerate(row)
    }


def _rows(lane_of: Mapping[str, int]) -> list[list[str]]:
    """Lanes cut into rows of bounded length, as even as can be."""
    rows = []
    for lane in sorted(set(lane_of.values())):
        members = [node for node in lane_of if lane_of[node] == lane]
        count = -(-len(members) // PER_ROW)
        rows += [members[number::count] for number in range(count)]
    return rows


def _sweep(rows: Sequence[Sequence[str]], neighbours: Mapping[str, list[str]]) -> list[list[str]]:
    """Barycentre sweeps down and up: each node moves to the middle of its neighbours in other rows."""
    ordered = [list(row) for row in rows]
    place = {node: _spread(row, node) for row in ordered for node in row}
    for sweep in range(SWEEPS):
        for row in ordered if sweep % 2 == 0 else reversed(ordered):
            here = set(row)
            wish = {
                node: mean([place[far] for far in neighbours[node] if far not in here] or [place[node]])
                for node in row
            }
            row.sort(key=wish.__getitem__)
            place |= {node: _spread(row, node) for node in row}
    return ordered


def _spread(row: Sequence[str], node: str) -> float:
    """Place in a row as distance from its middle, so that rows of different lengths compare."""
    return row.index(node) - (len(row) - 1) / 2
