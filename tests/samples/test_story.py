"""The story read end to end: the chains that samples/README.md promises are in the graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import Document, NodeKind, Status
from graph.networkx_view import NetworkxStore
from loaders.ingest import ingest
from queries.start import start
from queries.trace import trace

CHAINS = [
    ("15/CT-UBND", "19-TB/TGV", "57-NQ/TW"),
    ("15/CT-UBND", "88/KH-UBND", "24-CTr/TU", "57-NQ/TW"),
    ("31/KH-UBND", "203/KH-UBND", "24-CTr/TU", "57-NQ/TW"),
    ("2891/UBND-KT2", "7725/BTP-VP", "53-TB/TGV", "57-NQ/TW"),
]

# Numbers whose mentions are damaged, glued to a footnote mark, or dated twice: one node each.
ONE_NODE = ["57-NQ/TW", "7725/BTP-VP", "06/QĐ-TTg", "4725/VPCP-KSTT", "88/KH-UBND", "203/KH-UBND"]


@pytest.fixture(scope="module")
def story(samples_dir: Path) -> NetworkxStore:
    store = NetworkxStore()
    report = ingest(store, [samples_dir], workers=1)
    assert report.failed == []
    return store


def documents(story: NetworkxStore) -> list[Document]:
    return [node for node in story.scan(NodeKind.DOCUMENT) if isinstance(node, Document)]


@pytest.mark.parametrize("chain", CHAINS, ids=" → ".join)
def test_a_promised_chain_is_found(story: NetworkxStore, chain: tuple[str, ...]) -> None:
    answer = trace(story, start(story, chain[0]), all_paths=True)
    symbols = {id: getattr(node, "symbol", None) for id, node in answer.nodes.items()}
    found = {(chain[0], *(symbols[hop.target] for hop in path)) for path in answer.paths}
    assert chain in found


@pytest.mark.parametrize("symbol", ONE_NODE)
def test_one_document_is_one_node(story: NetworkxStore, symbol: str) -> None:
    assert [node.symbol for node in documents(story) if node.symbol == symbol] == [symbol]


def test_the_files_are_the_loaded_documents(story: NetworkxStore, samples_dir: Path) -> None:
    loaded = [node for node in documents(story) if node.status is Status.LOADED]
    assert len(loaded) == len(list(samples_dir.glob("*.txt")))


def test_the_central_source_is_read_and_rests_on_nothing(story: NetworkxStore) -> None:
    answer = trace(story, start(story, "57-NQ/TW"))
    assert answer.paths == ()
