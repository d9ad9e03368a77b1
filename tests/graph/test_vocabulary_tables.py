"""The tables of the vocabulary: every entry says where it comes from and is proved by its example."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from graph.symbol import is_valid, parse, repair
from graph.vocabulary import agencies, doc_types, named, organs, places, terms
from graph.vocabulary.codes import organ_codes, organ_row, type_codes, unit_codes
from graph.vocabulary.tables import rows, several

TABLES = [
    "abbreviations",
    "agencies",
    "agency_groups",
    "agency_heads",
    "agency_succession",
    "doc_types",
    "ended_levels",
    "named_documents",
    "organ_codes",
    "party_terms",
    "provinces",
    "symbol_repairs",
    "type_codes",
    "unit_codes",
]


@pytest.mark.parametrize("table", TABLES)
def test_every_entry_has_source_and_example(table: str) -> None:
    assert [row for row in rows(table) if not row["source"].strip() or not row["example"].strip()] == []


def test_codes_are_listed_once() -> None:
    assert len(organ_codes()) == len(rows("organ_codes"))
    assert len(type_codes("state")) + len(type_codes("party")) == len(rows("type_codes"))


@pytest.mark.parametrize("row", rows("type_codes"), ids=lambda row: f"{row['style']}-{row['code']}")
def test_example_of_a_type(row: dict[str, str]) -> None:
    assert parse(row["example"]).type_code == row["code"]
    assert doc_types.type_of_symbol(row["example"]) == (row["name"] or None)


@pytest.mark.parametrize("row", rows("organ_codes"), ids=lambda row: row["code"])
def test_example_of_an_organ(row: dict[str, str]) -> None:
    assert row in map(organ_row, parse(row["example"]).groups)
    assert row["tier"] in ("", "1", "2", "3", "4", "5")
    assert row["scope"] in ("", "national", "local")
    assert not row["tier"] or (int(row["tier"]) <= 3) == (row["scope"] == "national")


def test_examples_of_units() -> None:
    assert all(is_valid(row["example"]) for row in rows("unit_codes"))
    assert unit_codes().isdisjoint(organ_codes())


@pytest.mark.parametrize("row", rows("symbol_repairs"), ids=lambda row: row["damaged"])
def test_example_of_a_confusion(row: dict[str, str]) -> None:
    found = repair(row["example"], type_word=row["type_word"] or None)
    assert found is not None
    assert (found.reason, found.certain) == (row["reason"], row["certain"] == "yes")
    assert row["sound"] in (parse(found.symbol).type_code, *parse(found.symbol).groups)


@pytest.mark.parametrize("row", rows("doc_types"), ids=lambda row: row["name"])
def test_example_of_a_type_word(row: dict[str, str]) -> None:
    name = row["is_a"] or row["name"]
    assert doc_types.canonical_type(row["example"]) == name
    assert {doc_types.canonical_type(short) for short in several(row["abbreviations"])} <= {name}


@pytest.mark.parametrize("row", rows("provinces"), ids=lambda row: f"{row['name']}-{row['code']}")
def test_example_of_a_province(row: dict[str, str]) -> None:
    assert places.jurisdiction_of(row["example"]) == row["name"]
    assert not row["successor"] or row["successor"] in {other["name"] for other in rows("provinces")}


def test_sixty_three_provinces_became_thirty_four() -> None:
    def names(day: str) -> set[str]:
        return {
            row["name"]
            for row in rows("provinces")
            if row["valid_from"] <= day <= (row["valid_to"] or "9999")
        }

    assert len(names("2025-06-30")) == 63
    assert len(names("2025-07-01")) == 34


def test_terms_follow_each_other() -> None:
    spans = [(row["level"], row["from"], row["to"]) for row in rows("party_terms")]
    assert all(one[2] < two[1] for one, two in pairwise(spans) if one[0] == two[0])
    assert terms.party_term("2024-12-22", "57-NQ/TW") == "XIII"


@pytest.mark.parametrize("row", rows("agencies"), ids=lambda row: row["name"])
def test_names_of_an_agency_are_one(row: dict[str, str]) -> None:
    for name in (row["name"], row["name"].upper(), *several(row["aliases"])):
        assert agencies.canonical_agency(name) == agencies.AgencyName(row["name"], None, int(row["tier"]))


@pytest.mark.parametrize("row", rows("agency_heads"), ids=lambda row: row["head"])
def test_example_of_a_head(row: dict[str, str]) -> None:
    found = agencies.canonical_agency(row["example"])
    assert found.name.lower().startswith((row["stands_for"] or row["head"]).lower())
    assert found.tier == (int(row["tier"]) if row["tier"] else found.tier)


@pytest.mark.parametrize("row", rows("abbreviations"), ids=lambda row: row["short"])
def test_example_of_an_abbreviation(row: dict[str, str]) -> None:
    assert row["long"] in agencies.written_out(row["example"])


@pytest.mark.parametrize("row", rows("named_documents"), ids=lambda row: row["example"])
def test_facts_of_a_named_document(row: dict[str, str]) -> None:
    found = named.lookup(several(row["names"])[0], date=row["date"], issuer=row["issuer"] or None)
    assert found is not None
    assert (found.symbol or "") == row["symbol"]
    assert not row["symbol"] or is_valid(row["symbol"])


def test_organ_names_are_names_of_agencies() -> None:
    """The issuer that a code implies and the one that the text prints must be one agency."""
    known = {row["name"] for row in rows("agencies")}
    for row in rows("organ_codes"):
        if row["name"] in known:
            assert str(organs.tier(row["example"])) == row["tier"]
            assert agencies.canonical_agency(row["name"]).tier == int(row["tier"])


def test_nothing_is_read_at_import() -> None:
    code = (
        "import graph.vocabulary.agencies, graph.vocabulary.named, graph.vocabulary.places, loaders.symbols\n"
        "from graph.vocabulary.tables import rows\n"
        "raise SystemExit(rows.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
