"""How much a store holds, what is unclear in it, and whether every quote stands in its file at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.batches import in_batches
from graph.identity import lacks_jurisdiction
from graph.model import CitationKind, Document, Edge, FileKey, NodeKind, SourceFile, Status
from graph.store import View

PAGE = 200
"""Files in the memory at once."""


@dataclass(frozen=True, slots=True)
class Health:
    """Counts over the whole store; `faults` name edges that do not fit their file (at most a few)."""

    files: Mapping[FileKey, str]
    """Every file with the version of the rules that read it."""
    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    loaded: int
    cited_only: int
    ambiguous: int
    without_jurisdiction: tuple[FileKey, ...]
    anaphora_without_antecedent: int
    faults: tuple[str, ...]


def health(view: View) -> Health:
    """Reads everything once."""
    documents = [node for node in view.scan(NodeKind.DOCUMENT) if isinstance(node, Document)]
    nodes = {kind.value: sum(1 for _ in view.scan(kind)) for kind in NodeKind}
    texts: dict[FileKey, str] = {}
    unplaced: list[FileKey] = []
    pointing_nowhere = 0
    for file in _files(view):
        texts[file.key] = file.text
        unplaced += [file.key] if lacks_jurisdiction(file) else []
        pointing_nowhere += _pointing_nowhere(file)
    edges: Counter[str] = Counter()
    faults: list[str] = []
    for edge in view.scan_edges():
        edges[edge.kind.value] += 1
        faults += [] if _in_its_place(edge, texts) else [f"{edge.source} {edge.kind.value} {edge.target}"]
    return Health(
        files={row.key: row.rules for row in view.ledger()},
        nodes=nodes,
        edges=dict(sorted(edges.items())),
        loaded=sum(document.status is Status.LOADED for document in documents),
        cited_only=sum(document.status is Status.CITED for document in documents),
        ambiguous=sum(bool(document.candidates) for document in documents),
        without_jurisdiction=tuple(unplaced),
        anaphora_without_antecedent=pointing_nowhere,
        faults=tuple(faults),
    )


def _files(view: View) -> Iterator[SourceFile]:
    for page in in_batches([row.key for row in view.ledger()], PAGE):
        yield from view.files(page).values()


def _pointing_nowhere(file: SourceFile) -> int:
    """Citations such as "Kế hoạch trên" whose document the reader did not find."""
    return sum(
        citation.kind is CitationKind.ANAPHORA and citation.antecedent is None
        for citation in file.parsed.citations
    )


def _in_its_place(edge: Edge, texts: Mapping[FileKey, str]) -> bool:
    place = edge.evidence
    return texts.get(place.file, "")[place.start : place.end] == place.quote
