"""Edges of the registry: computed from the agencies of a graph, closed, the same in any order."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.export.jsonl import dump
from graph.identity.agencies import agency, registry_agency
from graph.identity.registry import registry_edges
from graph.model import Agency, EdgeKind, FileKey, SourceFile
from graph.vocabulary import registry

HA_GIANG = "tỉnh Hà Giang"


def node(printed: str, place: str | None = None) -> Agency:
    return agency(printed, file=FileKey("a.txt"), place=place)


def known(name: str, place: str | None = None) -> Agency:
    found = registry_agency(registry.at(name, place))
    assert found is not None
    return found


def test_a_node_of_the_registry_is_the_one_that_files_give() -> None:
    assert known("Sở Khoa học và Công nghệ", HA_GIANG) == node("Sở KH&CN", HA_GIANG)
    assert known("Bộ Tài chính") == node("BTC", HA_GIANG)
    place = "tỉnh Lào Cai/xã Bảo Hà"
    assert known("Ủy ban nhân dân xã", place) == node("UBND xã Bảo Hà", "tỉnh Lào Cai")


def test_successors_are_there_though_no_file_names_them() -> None:
    found = registry_edges([node("STTTT", HA_GIANG)])
    middle = known("Sở Khoa học và Công nghệ", HA_GIANG)
    last = known("Sở Khoa học và Công nghệ", "tỉnh Tuyên Quang")
    assert {middle, last} <= set(found.nodes)
    basis = {(edge.source, edge.target): edge.basis for edge in found.edges}
    assert basis[node("STTTT", HA_GIANG).id, middle.id] == "Nghị định 45/2025/NĐ-CP"
    assert basis[middle.id, last.id] == "Nghị quyết 202/2025/QH15"


def test_parents_only_where_they_are_there() -> None:
    finance, committee = node("Sở Tài chính", "tỉnh Lào Cai"), node("UBND tỉnh", "tỉnh Lào Cai")
    assert registry_edges([finance]).edges == ()
    (edge,) = registry_edges([committee, finance]).edges
    assert (edge.kind, edge.source, edge.target) == (EdgeKind.PART_OF, finance.id, committee.id)


def test_an_agency_without_its_place_has_no_edges() -> None:
    assert registry_edges([node("STTTT"), node("UBND tỉnh")]).edges == ()


def test_lines_of_the_export(graph: Any, file: Callable[..., SourceFile]) -> None:
    graph.put(
        file(
            issuer="Bộ Thông tin và Truyền thông",
            symbol="1/BTTTT-VP",
            addressees=["Bộ Khoa học và Công nghệ"],
        )
    )
    lines = [json.loads(line) for line in dump(graph)]
    ids = {line["id"] for line in lines if "node" in line}
    edges = [line for line in lines if line.get("source") == "registry"]
    assert {end for edge in edges for end in (edge["from"], edge["to"])} <= ids
    assert {
        "edge": "succeeded_by",
        "from": node("BTTTT").id,
        "to": node("BKHCN").id,
        "source": "registry",
        "basis": "Nghị quyết 176/2025/QH15",
        "effective": "2025-03-01",
        "share": "most",
        "function": None,
    } in edges


PRINTED = ["STTTT", "Sở KH&CN", "UBND tỉnh", "Chủ tịch UBND tỉnh", "Các sở, ban, ngành", "BTTTT", "Chính phủ"]
PLACES = ["tỉnh Hà Giang", "tỉnh Tuyên Quang", "tỉnh Bình Dương", None]


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_law_any_order_of_files_gives_the_same_lines(
    data: st.DataObject, empty: Callable[[], Any], file: Callable[..., SourceFile]
) -> None:
    count = data.draw(st.integers(1, 4))
    names = st.lists(st.sampled_from(PRINTED), max_size=3)
    files = [
        file(key=f"{n}.txt", place=data.draw(st.sampled_from(PLACES)), addressees=data.draw(names))
        for n in range(count)
    ]
    other = data.draw(st.permutations(files))
    one_by_one = empty()
    for each in other:
        one_by_one.put(each)
    assert list(dump(empty().put(*files))) == list(dump(one_by_one))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PRINTED), st.sampled_from(PLACES)), max_size=6))
def test_law_the_registry_adds_nothing_to_what_it_gave(named: list[tuple[str, str | None]]) -> None:
    agencies = {each.id: each for each in (node(*words) for words in named)}
    once = registry_edges(agencies.values())
    again = registry_edges([*agencies.values(), *once.nodes])
    assert again.nodes == ()
    assert again.edges == once.edges
