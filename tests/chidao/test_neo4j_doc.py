"""docs/neo4j.md describes the database that chidao writes, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver

import queries
from graph.export.neo4j_csv import write
from graph.model import (
    EdgeKind,
)
from graph.neo4j_store import Neo4jStore
from graph.neo4j_store.properties import DERIVED, EDGE_KINDS, KINDS
from graph.neo4j_store.statements import SCHEMA
from loaders.ingest import ingest
from tests.neo4j_server.server import Database, records
from tests.stores import empty_neo4j

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "neo4j.md").read_text(encoding="utf-8")
CYPHER = {
    path.stem: path.read_text(encoding="utf-8") for path in Path(queries.__path__[0]).glob("cypher/*.cypher")
}
COMPUTED = {EdgeKind.PART_OF.name, EdgeKind.SUCCEEDED_BY.name}
"""Never stored."""

EVIDENCE = "Every relationship between documents, agencies, tasks and topics"
TYPES = {
    "text": {"STRING NOT NULL"},
    "number": {"INTEGER NOT NULL"},
    "yes/no": {"BOOLEAN NOT NULL"},
    "day": {"DATE NOT NULL"},
    "texts": {"LIST<STRING NOT NULL> NOT NULL", "LIST<NOTHING> NOT NULL"},
}
"""As the page calls them, as Neo4j does."""
COLUMNS = {"": "text", "long": "number", "boolean": "yes/no", "date": "day", "string[]": "texts"}
"""As the bulk import calls them."""

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="module")
def store(neo4j_server: Database, samples_dir: Path) -> Iterator[Neo4jStore]:
    with empty_neo4j(neo4j_server) as store:
        ingest(store, sorted(samples_dir.glob("*.txt")))
        yield store


@pytest.fixture(scope="module")
def driver(store: Neo4jStore, neo4j_server: Database) -> Iterator[Driver]:
    with neo4j_server.driver() as driver:
        yield driver


@pytest.fixture(scope="module")
def ask(driver: Driver) -> Ask:
    def run(statement: str, **parameters: Any) -> list[dict[str, Any]]:
        return [record.data() for record in records(driver, statement, **parameters)]

    return run


# ---- what the page says ------------------------------------------------------------------------


def section(title: str) -> str:
    found = re.search(rf"^#+ {re.escape(title)}$.*?(?=^#+ |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/neo4j.md has no section {title}"
    return found.group()


def rows(text: str) -> list[list[str]]:
    """The tables of a text, without their heads."""
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [line for line in lines if line[0].startswith(("`", "["))]


def explained() -> dict[str, dict[str, str]]:
    """By label or type of relationship: its properties, each with its type."""
    titles = [*re.findall(r"^### (`\w+`)$", PAGE, re.MULTILINE), EVIDENCE]
    return {
        title.strip("`"): {row[0].split("`")[1]: row[1] for row in rows(section(title))} for title in titles
    }


def relationships() -> list[tuple[str, str, str]]:
    """From, type, to, as the table has them."""
    told = [
        (row[1], row[0].strip("`"), row[2]) for row in rows(section("The graph: labels and relationships"))
    ]
    assert len(told) > 20
    return told


# ---- properties --------------------------------------------------------------------------------


def test_it_explains_every_property_that_is_written_and_no_other(store: Neo4jStore, tmp_path: Path) -> None:
    """The files of the bulk import have a column for each, with its type."""
    written = {}
    write(store, tmp_path / "csv")
    for path in (tmp_path / "csv").glob("*.csv"):
        head, _, _ = path.read_text(encoding="utf-8").partition("\n")
        columns = [column.partition(":") for column in head.split(",") if not column.startswith(":")]
        written[path.stem] = {name: COLUMNS.get(type, "text") for name, _, type in columns}
    labels = {"store": "ChidaoStore", "mention_group": "MentionGroup", "edge": EVIDENCE, "names": "NAMES"}
    assert written.pop("has_text") == {}
    real = {labels.get(name, name.capitalize()): own for name, own in written.items()}
    assert explained() == real


def test_it_explains_every_label_and_property_of_the_database(store: Neo4jStore, ask: Ask) -> None:
    told = explained()
    for kind in EDGE_KINDS:
        told[kind] = told[EVIDENCE]
    found = ask(
        "MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT labels(n) AS of, key, valueType(n[key]) AS type"
    )
    found += ask(
        "MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT [type(r)] AS of, key, valueType(r[key]) AS type"
    )
    assert len(found) > 200
    for row in found:
        name = next(label for label in row["of"] if label != "Entity")
        assert row["type"] in TYPES[told[name][row["key"]]], row


def test_a_star_marks_what_is_never_read_back() -> None:
    for title in explained():
        starred = set(
            re.findall(
                r"^\| `(\w+)` \* \|", section(f"`{title}`" if title != EVIDENCE else title), re.MULTILINE
            )
        )
        assert starred == set(DERIVED[KINDS[title]] if title in KINDS else ()), title


# ---- relationships -----------------------------------------------------------------------------


def test_the_table_has_every_relationship(ask: Ask) -> None:
    told = relationships()
    assert sorted(type for _, type, _ in told) == sorted(EDGE_KINDS.keys() - COMPUTED | {"NAMES", "HAS_TEXT"})
    real = ask("""
        MATCH (a)-[r]->(b)
        RETURN DISTINCT [x IN labels(a) WHERE x <> 'Entity'][0] AS source, type(r) AS type,
            [x IN labels(b) WHERE x <> 'Entity'][0] AS target
    """)
    assert len(real) > 20
    assert {(row["source"], row["type"], row["target"]) for row in real} <= set(told)


def test_the_diagrams_show_what_the_table_says() -> None:
    """An arrow joins labels; what follows "_" only tells two boxes of one label apart."""
    arrows = re.findall(r'^  (\w+) -->\|"(.+?)"\| (\w+)', PAGE, re.MULTILINE)
    drawn = [
        (source.partition("_")[0], type, target.partition("_")[0])
        for source, types, target in arrows
        for type in types.split("<br/>")
    ]
    assert sorted(drawn) == sorted(relationships())


def test_the_computed_relationships_are_named() -> None:
    assert {name for name in COMPUTED if f"`{name}`" not in PAGE} == set()


def test_every_index_is_listed() -> None:
    told = set(chain(*(re.findall(r"`(\w+)`", row[0]) for row in rows(section("Indexes")))))
    for_files = {f"{kind.value}_file" for kind in EdgeKind}
    assert told - for_files == set(SCHEMA) - for_files
    assert told & for_files


# ---- the files, and every statement ------------------------------------------------------------


def test_every_file_is_listed_with_its_parameters() -> None:
    listed = {}
    for row in rows(section("The questions as Cypher files")):
        [name, link] = re.findall(r"^\[(\w+)\]\(\.\./queries/cypher/(\w+)\.cypher\)$", row[0])[0]
        assert name == link
        listed[name] = set(re.findall(r"\$(\w+)", row[2]))
    assert listed == {name: set(re.findall(r"\$(\w+)", text)) for name, text in CYPHER.items()}


def test_the_example_is_what_the_server_answers(ask: Ask) -> None:
    text = section("An example")
    [(name, value)] = re.findall(r"^:param (\w+) => '(.+)'$", text, re.MULTILINE)
    [file] = re.findall(r"\(\.\./queries/cypher/(\w+)\.cypher\)", text)
    answer = ask(CYPHER[file], **{name: value})
    table = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    assert table[0] == list(answer[0])
    assert table[1:] == [[" ".join(str(each).split()) for each in row.values()] for row in answer]


@pytest.mark.parametrize("statement", re.findall(r"^```cypher\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
def test_every_statement_on_the_page_has_an_answer(ask: Ask, statement: str) -> None:
    assert ask(statement)


def test_the_sentence_is_cut_out_as_the_page_says(ask: Ask) -> None:
    [statement] = [
        each
        for each in re.findall(r"^```cypher\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
        if "substring" in each
    ]
    sentences = {row["sentence"] for row in ask(statement)}
    assert any(one.startswith("Thực hiện Thông báo số 19-TB/TGV") for one in sentences)
