"""Edges between agencies that the registry knows, not a file: part_of and succeeded_by.

They are computed from the agency nodes and never stored, so no order of files can change them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.identity.agencies import registry_agency
from graph.model import Agency, EdgeKind, NodeId
from graph.vocabulary.agencies import AgencyName
from graph.vocabulary.registry import parent
from graph.vocabulary.succession import followers


@dataclass(frozen=True, slots=True)
class RegistryEdge:
    """An edge with the document that is its ground (None where that is not known)."""

    kind: EdgeKind
    source: NodeId
    target: NodeId
    basis: str | None
    effective: str | None = None
    """Of a succession: from which day (ISO, cut where not known)."""
    share: str | None = None
    """Of a succession: "whole", "most", "part"."""
    function: str | None = None
    """The field of a part."""


@dataclass(frozen=True, slots=True)
class RegistryGraph:
    """What the registry adds to the agencies of a graph; nodes and edges in order of their ids."""

    nodes: tuple[Agency, ...]
    """Those that followed and that no file names."""
    edges: tuple[RegistryEdge, ...]


def registry_edges(agencies: Iterable[Agency]) -> RegistryGraph:
    """Who followed each of these agencies, over several steps, and which is part of which.

    Every successor is there, named in a file or not; a parent only where it is there anyhow.
    """
    named = {agency.id: agency for agency in agencies}
    there, queue, edges = dict(named), list(named.values()), set[RegistryEdge]()
    for agency in queue:
        for edge, node in successions(agency):
            edges.add(edge)
            if node.id not in there:
                there[node.id] = node
                queue.append(node)
    for agency in queue:
        edges.update(edge for edge, node in parents(agency) if node.id in there)
    new = (there[id] for id in sorted(there.keys() - named.keys()))
    return RegistryGraph(tuple(new), tuple(sorted(edges, key=_order)))


def successions(agency: Agency) -> Iterator[tuple[RegistryEdge, Agency]]:
    """The edges from an agency to those that followed it at once, and these."""
    for step in followers(agency_name_of(agency)):
        node = registry_agency(step.agency) if step.agency is not None else None
        if node is not None and node.id != agency.id:
            reasons = (step.basis, step.effective, step.share, step.function)
            yield RegistryEdge(EdgeKind.SUCCEEDED_BY, agency.id, node.id, *reasons), node


def parents(agency: Agency) -> Iterator[tuple[RegistryEdge, Agency]]:
    """The edge from an agency to what it is part of, and that; none where the registry does not say."""
    above = parent(agency_name_of(agency))
    node = registry_agency(above.agency) if above is not None else None
    if above is not None and node is not None and node.id != agency.id:
        yield RegistryEdge(EdgeKind.PART_OF, agency.id, node.id, above.basis), node


def agency_name_of(agency: Agency) -> AgencyName:
    """A node as the registry names it."""
    return AgencyName(agency.name, agency.jurisdiction, agency.tier)


def _order(edge: RegistryEdge) -> tuple[str, str, str]:
    return (edge.source, edge.target, edge.kind.value)
