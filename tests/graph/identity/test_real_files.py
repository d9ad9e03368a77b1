"""Real directives from their text to the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.identity import lacks_jurisdiction
from graph.model import FileKey, SourceFile
from loaders import RULES_VERSION
from loaders.base import load
from loaders.read import read_text


@pytest.fixture(scope="module")
def files(shared_dir: Path) -> list[SourceFile]:
    return [
        SourceFile(FileKey(path.name), text.sha256, text.text, read_text(text.text), RULES_VERSION)
        for path in sorted((shared_dir / "gold" / "dev").glob("seed*.txt"))
        for text in [load(path)]
    ]


@pytest.fixture(scope="module")
def real(empty: Any, files: list[SourceFile]) -> Any:
    return empty().put(*files)


def test_one_node_for_each_numbered_document_and_one_edge_for_each_mention(real: Any) -> None:
    numbered = [one for one in real.documents() if one.symbol]
    assert len({one.symbol for one in numbered}) == len(numbered) == 26
    meant = [one for one in real.mentions([row.key for row in real.ledger()]) if one.mention.symbol]
    reached = {(edge.evidence.file, edge.target) for edge in real.relations()}
    assert len(meant) == 38
    assert {(one.mention.file, one.document) for one in meant} <= reached
    quotes = [edge for edge in real.relations() if edge.target in {one.id for one in numbered}]
    assert len([edge for edge in quotes if edge.evidence.rule != "link"]) == 38


def test_repeated_citations_are_one_node(real: Any) -> None:
    for symbol in ("4725/VPCP-KSTT", "1953/BKHCN-CĐSQG", "7725/BTP-VP", "57-NQ/TW"):
        [node] = real.documents(symbol)
        assert len([edge for edge in real.relations() if edge.target == node.id]) >= 2


def test_one_draft_for_each_file_that_comments_on_one(real: Any) -> None:
    drafts = [one for one in real.documents() if one.draft]
    assert sorted(one.block.split(":")[0] for one in drafts) == [f"draft seed{n}.txt" for n in (0, 1, 4)]


def test_local_numbers_of_files_without_a_province_stay_apart(real: Any, files: list[SourceFile]) -> None:
    assert {one.reason for one in real.documents("125/KH-UBND")} == {"no place"}
    assert {file.key for file in files if lacks_jurisdiction(file)} == {"seed1.txt", "seed3.txt"}


def test_every_quote_stands_in_its_file_at_its_place(real: Any, files: list[SourceFile]) -> None:
    texts = {file.key: file.text for file in files}
    for edge in real.scan_edges():
        place = edge.evidence
        assert texts[place.file][place.start : place.end] == place.quote != ""


def test_the_order_of_the_files_does_not_matter(real: Any, empty: Any, files: list[SourceFile]) -> None:
    backward = empty()
    for file in reversed(files):
        backward.put(file)
    assert backward.content() == real.content()
