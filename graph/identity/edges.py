"""The edges of one file, each with the place in the file that proves it, and the small nodes they reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.identity.agencies import to_agencies, to_agency
from graph.identity.cited import CitedDocuments, cited_documents
from graph.identity.evidence import at_citation, between, evidence
from graph.identity.tasks import task_edges
from graph.model import Agency, Edge, EdgeKind, NodeId, SourceFile, Task, Topic
from graph.store import edge_order


@dataclass(frozen=True, slots=True)
class FileGraph:
    """What one file brings into the graph beside its documents."""

    nodes: tuple[Agency | Task | Topic, ...]
    edges: tuple[Edge, ...]


def file_graph(file: SourceFile, documents: Mapping[int, NodeId]) -> FileGraph:
    """Edges and small nodes of a file whose mentions, by their index, mean these documents."""
    cited = cited_documents(file, documents)
    found = [(edge, None) for edge in _relations(file, cited)]
    reaching = [*_issuers(file, cited), *_receivers(file, cited), *task_edges(file, cited)]
    edges = {edge_order(edge): edge for edge, _ in [*found, *reaching]}
    nodes = tuple(node for _, node in reaching if node is not None)
    return FileGraph(nodes, tuple(edges[place] for place in sorted(edges)))


def _relations(file: SourceFile, cited: CitedDocuments) -> Iterator[Edge]:
    """One edge for each citation, and the links between cited documents; none from a document to itself."""
    for citation, document in cited.placed:
        if document != cited.own:
            kind = EdgeKind(citation.relation.value)
            yield Edge(kind, cited.own, document, at_citation(file, citation), pinpoint=citation.pinpoint)
    for link in file.parsed.links:
        source, target = cited.by_index.get(link.source), cited.by_index.get(link.target)
        if source is not None and target is not None and source != target:
            pair = (file.parsed.citations[link.source], file.parsed.citations[link.target])
            yield Edge(EdgeKind(link.relation.value), source, target, between(file, *pair, rule="link"))


def _issuers(file: SourceFile, cited: CitedDocuments) -> Iterator[tuple[Edge, Agency]]:
    """The printed issuers: of the file itself, and of what it cites."""
    stated = file.parsed.header.issuer
    if stated is not None:
        place = evidence(file, (stated.start, stated.end), rule=stated.route)
        yield to_agency(file, EdgeKind.ISSUED_BY, cited.own, stated.value, place)
    for citation, document in cited.placed:
        if citation.issuer is not None:
            place = at_citation(file, citation)
            yield to_agency(file, EdgeKind.ISSUED_BY, document, citation.issuer, place)


def _receivers(file: SourceFile, cited: CitedDocuments) -> Iterator[tuple[Edge, Agency]]:
    """Kính gửi and Nơi nhận."""
    header = file.parsed.header
    yield from to_agencies(file, EdgeKind.ADDRESSED_TO, cited.own, header.addressees, rule="addressee")
    yield from to_agencies(file, EdgeKind.COPIED_TO, cited.own, header.copied_to, rule="copied to")
