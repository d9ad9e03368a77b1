"""Small graphs for the queries, in every store, and a view that counts its trips."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.identity.keys import numbered
from graph.model import (
    BlockKey,
    ChangeSet,
    Document,
    DocumentMention,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    Header,
    MentionGroup,
    Node,
    NodeId,
    ParsedDocument,
    Resolved,
    SourceFile,
    Status,
    Symbol,
)
from graph.store import GraphStore
from tests.stores import BACK_ENDS, empty_store

StoreOf = Callable[..., GraphStore]


@pytest.fixture(params=BACK_ENDS)
def store_of(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StoreOf]:
    """Makes a store that holds these nodes, edges and texts."""
    opened: list[GraphStore] = []

    def make(nodes: Iterable[Node], edges: Iterable[Edge] = (), **texts: str) -> GraphStore:
        store = empty_store(request, tmp_path / f"{len(opened)}.db")
        opened.append(store)
        store.apply(changes_of(nodes, edges, texts))
        return store

    yield make
    for store in opened:
        store.close()


def changes_of(nodes: Iterable[Node], edges: Iterable[Edge], texts: dict[str, str]) -> ChangeSet:
    nodes, edges = tuple(nodes), tuple(edges)
    files = {edge.evidence.file: "" for edge in edges} | {FileKey(key): text for key, text in texts.items()}
    with_number = [node for node in nodes if isinstance(node, Document) and node.symbol]
    return ChangeSet(
        files=tuple(
            SourceFile(key, "0" * 64, text, ParsedDocument(Header()), "1") for key, text in files.items()
        ),
        nodes=nodes,
        edges=edges,
        resolved=tuple(
            Resolved(DocumentMention(next(iter(files)), index, node.block), node.id)
            for index, node in enumerate(with_number)
        ),
        groups=tuple(MentionGroup(node.block, node.id, 1, document=node.id) for node in with_number),
    )


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Makes a document whose id is its number."""

    def make(id: str, *, loaded: bool = False, **rest: Any) -> Document:
        symbol = rest.pop("symbol", None)
        return Document(
            NodeId(id),
            numbered(Symbol(symbol)) if symbol else BlockKey(id),
            symbol=Symbol(symbol) if symbol else None,
            status=Status.LOADED if loaded else Status.CITED,
            files=(FileKey(f"{id}.txt"),) if loaded else (),
            **rest,
        )

    return make


@pytest.fixture(scope="session")
def edge() -> Callable[..., Edge]:
    """Makes an edge from a short form: "a implements b"."""

    def make(
        words: str, *, file: str = "f.txt", span: tuple[int, int] = (0, 0), printed: str | None = None
    ) -> Edge:
        source, kind, target = words.split()
        start, end = span
        place = Evidence(FileKey(file), start, end, "", start, end, "test")
        return Edge(EdgeKind(kind), NodeId(source), NodeId(target), place, printed=printed)

    return make


class Counted:
    """A view that counts the trips to the store."""

    def __init__(self, view: GraphStore) -> None:
        self._view = view
        self.trips = 0

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any, **options: Any) -> Any:
            self.trips += 1
            return getattr(self._view, name)(*args, **options)

        return call


@pytest.fixture
def counted() -> Callable[[GraphStore], Counted]:
    return Counted
