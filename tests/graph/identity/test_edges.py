"""The edges of one file: what joins what, and the words that prove it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.model import Citation, CitationKind, EdgeKind, Link, Relation, SourceFile

File = Callable[..., SourceFile]
Cite = Callable[..., Citation]


def test_every_mention_is_an_edge_with_its_own_words(graph: Any, file: File, cite: Cite) -> None:
    source = file(
        cites=[
            cite("57-NQ/TW", type="Nghị quyết", relation=Relation.IMPLEMENTS, pinpoint="Mục 3"),
            cite("57-NQ/TW", type="Nghị quyết", relation=Relation.BASIS),
        ]
    )
    graph.put(source)
    edges = graph.relations()
    assert [edge.kind for edge in edges] == [EdgeKind.BASIS, EdgeKind.IMPLEMENTS]
    assert len({edge.target for edge in edges}) == 1
    assert edges[1].pinpoint == "Mục 3"
    for edge in edges:
        place = edge.evidence
        assert place.quote == source.text[place.start : place.end] == "Nghị quyết 57-NQ/TW"


def test_a_document_does_not_cite_itself(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file(symbol="124/NQ-CP", date="2025-05-08", cites=[cite("124/NQ-CP", date="2025-05-08")]))
    assert graph.relations() == []


def test_anaphora_reaches_the_document_it_points_back_to(graph: Any, file: File, cite: Cite) -> None:
    back = cite(kind=CitationKind.ANAPHORA, type="Công văn", antecedent=0, relation=Relation.RESPONDS_TO)
    again = cite(kind=CitationKind.ANAPHORA, type="Công văn", antecedent=1)
    lost = cite(kind=CitationKind.ANAPHORA, type="Quyết định")
    graph.put(file(cites=[cite("623/TTg-KSTT", date="2025"), back, again, lost]))
    assert [edge.target for edge in graph.relations()] == [graph.meant("a.txt", 0).id] * 3
    assert len(graph.mentions(["a.txt"])) == 2


def test_links_join_the_cited_documents(graph: Any, file: File, cite: Cite) -> None:
    plan = cite(kind=CitationKind.DRAFT, type="Kế hoạch", issuer="UBND tỉnh")
    source = file(cites=[plan, cite("57-NQ/TW", type="Nghị quyết")], links=[Link(0, 1, Relation.IMPLEMENTS)])
    graph.put(source)
    [link] = [edge for edge in graph.relations() if edge.evidence.rule == "link"]
    assert (link.source, link.target) == (graph.meant("a.txt", 0).id, graph.meant("a.txt", 1).id)
    assert link.kind is EdgeKind.IMPLEMENTS
    assert link.evidence.quote == source.text[link.evidence.start : link.evidence.end]
    assert "57-NQ/TW" in link.evidence.quote


def test_issuer_and_receivers(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file(
            issuer="Văn phòng Chính phủ",
            addressees=["Bộ Xây dựng"],
            cites=[cite("66/NQ-CP", issuer="Chính phủ", date="2025")],
        )
    )
    issued = {(edge.source, edge.printed) for edge in graph.of_kind(EdgeKind.ISSUED_BY)}
    own = graph.meant("a.txt", -1).id
    assert issued == {(own, "Văn phòng Chính phủ"), (graph.meant("a.txt", 0).id, "Chính phủ")}
    assert [edge.evidence.quote for edge in graph.of_kind(EdgeKind.ADDRESSED_TO)] == ["Bộ Xây dựng"]


def test_a_duty_with_its_owner_its_grounds_and_its_topic(graph: Any, file: File, cite: Cite) -> None:
    inside = "Vận hành Cổng dữ liệu tỉnh theo Nghị quyết 57-NQ/TW"
    source = file(
        place="tỉnh Lạng Sơn", duties=[("Sở Khoa học và Công nghệ", inside)], topics=["Cổng dữ liệu tỉnh"]
    )
    start = source.text.index("Nghị quyết 57-NQ/TW")
    grounds = cite("57-NQ/TW", type="Nghị quyết", start=start, end=start + 19)
    graph.put(with_citation(source, grounds))
    [given] = graph.of_kind(EdgeKind.ASSIGNS)
    [led] = graph.of_kind(EdgeKind.LED_BY)
    [ground] = graph.of_kind(EdgeKind.GROUNDED_IN)
    [topic] = graph.of_kind(EdgeKind.CONCERNS)
    assert given.evidence.quote == inside
    assert led.source == given.target == ground.source == topic.source
    assert ground.target == graph.meant("a.txt", 0).id
    owner = graph.nodes([led.target])[led.target]
    assert (owner.name, owner.jurisdiction, owner.tier) == ("Sở Khoa học và Công nghệ", "tỉnh Lạng Sơn", 5)
    assert graph.nodes([topic.target])[topic.target].name == "Cổng dữ liệu tỉnh"


def test_a_citation_in_the_heading_grounds_the_duties_below(graph: Any, file: File, cite: Cite) -> None:
    source = file(duties=[("Sở Tư pháp thực hiện Nghị quyết 57-NQ/TW", "Rà soát thủ tục")])
    start = source.text.index("Nghị quyết")
    heading = cite("57-NQ/TW", start=start, end=start + 19, sentence_start=0, sentence_end=start + 19)
    graph.put(with_citation(source, heading))
    [ground] = graph.of_kind(EdgeKind.GROUNDED_IN)
    assert ground.evidence.quote == "Nghị quyết 57-NQ/TW"


def with_citation(source: SourceFile, citation: Citation) -> SourceFile:
    from dataclasses import replace

    return replace(source, parsed=replace(source.parsed, citations=(citation,)))


# ---- agencies ----------------------------------------------------------------------------------


def owners(graph: Any) -> set[str]:
    return {edge.target for edge in graph.of_kind(EdgeKind.LED_BY)}


def duty(file: File, key: str, lead: str, **said: Any) -> SourceFile:
    return file(key, duties=[(lead, f"Việc của {key}")], **said)


def test_national_agencies_are_one_by_name(graph: Any, file: File) -> None:
    graph.put(
        duty(file, "a", "Bộ Tư pháp", place="tỉnh Lạng Sơn"),
        duty(file, "b", "BỘ TƯ PHÁP"),
        duty(file, "c", "Bộ Tư pháp"),
    )
    assert len(owners(graph)) == 1


def test_local_agencies_are_one_for_each_place(graph: Any, file: File) -> None:
    graph.put(
        duty(file, "a", "Sở Tư pháp", place="tỉnh Lạng Sơn"),
        duty(file, "b", "Sở Tư pháp", place="tỉnh Lạng Sơn/xã Đồng Đăng"),
        duty(file, "c", "Sở Tư pháp tỉnh Lạng Sơn"),
        duty(file, "d", "Sở Tư pháp", place="tỉnh Lào Cai"),
    )
    assert len(owners(graph)) == 2


def test_local_agencies_of_unknown_place_are_apart_for_each_file(graph: Any, file: File) -> None:
    graph.put(*(duty(file, key, lead) for key in "ab" for lead in ("Các sở, ban, ngành",)))
    assert len(owners(graph)) == 2
    assert {node.jurisdiction for node in graph.nodes(owners(graph)).values()} == {None}


def test_one_topic_in_two_spellings_shows_the_same_name_in_any_order(empty: Any, file: File) -> None:
    files = [
        file(key, duties=[("Sở Tư pháp", f"Dùng {name}")], topics=[name])
        for key, name in (("a", "CỔNG DỮ LIỆU"), ("b", "Cổng Dữ liệu"), ("c", "cổng dữ liệu"))
    ]
    forward, backward = empty().put(*files), empty()
    for one in reversed(files):
        backward.put(one)
    assert forward.content() == backward.content()
    [name] = {forward.nodes([edge.target])[edge.target].name for edge in forward.of_kind(EdgeKind.CONCERNS)}
    assert name == "Cổng Dữ liệu"
    forward.take_away("b")
    assert forward.content() == empty().put(files[0], files[2]).content()


# ---- tasks -------------------------------------------------------------------------------------


def test_two_files_of_one_document_give_one_task_with_two_proofs(graph: Any, file: File) -> None:
    said = {"symbol": "124/NQ-CP", "date": "2025-05-08"}
    graph.put(
        file("a.txt", duties=[("Bộ Tư pháp", "Rà soát thủ tục")], **said),
        file("a.pdf", duties=[("Bộ Tư pháp", "Rà soát\nthủ tục")], **said),
    )
    edges = graph.of_kind(EdgeKind.ASSIGNS)
    assert len({edge.target for edge in edges}) == 1
    assert [edge.evidence.file for edge in edges] == ["a.pdf", "a.txt"]


def test_equal_duties_of_one_section_are_told_apart_by_their_order(graph: Any, file: File) -> None:
    graph.put(file(duties=[("Bộ Tư pháp", "Báo cáo"), ("Bộ Nội vụ", "Báo cáo")]))
    assert len({edge.target for edge in graph.of_kind(EdgeKind.ASSIGNS)}) == 2
