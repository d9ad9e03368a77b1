"""Which mentions are one document: every row of the table, each by a test that names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.export.details import details
from graph.model import Citation, CitationKind, Document, SourceFile, Status, Symbol

File = Callable[..., SourceFile]
Cite = Callable[..., Citation]

LANG_SON, LAO_CAI = "tỉnh Lạng Sơn", "tỉnh Lào Cai"


def claims(graph: Any, document: Document, field: str) -> dict[str, tuple[str, ...]]:
    said = details(graph, [document]).claims[document.id]
    return {value: files for one in said if one.field == field for value, files in one.values}


# ---- national ----------------------------------------------------------------------------------


def test_national_known_period_is_the_cluster_of_that_year(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("866/QĐ-TTg", type="Quyết định", date="2023-07-18")]),
        file("b", cites=[cite("866/QĐ-TTg", type="Quyết định", date="2023")]),
        file("c", cites=[cite("866/QĐ-TTg", type="Quyết định", date="2024-08-20")]),
    )
    assert graph.meant("a", 0) == graph.meant("b", 0)
    assert graph.meant("c", 0) != graph.meant("a", 0)
    assert [one.date for one in graph.documents("866/QĐ-TTg")] == ["2023-07-18", "2024-08-20"]


def test_party_numbers_restart_with_the_congress_not_with_the_year(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", cites=[cite("18-NQ/TW", date="2017-10-25"), cite("18-NQ/TW", date="2018-01-10")]),
        file("b", cites=[cite("18-NQ/TW", date="2022-06-16")]),
    )
    assert graph.meant("a", 0) == graph.meant("a", 1)
    assert graph.meant("b", 0) != graph.meant("a", 0)


def test_no_period_where_the_year_is_in_the_symbol(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("01/2023/TT-VPCP", date="2023-04-05")]),
        file("b", cites=[cite("01/2023/TT-VPCP", date="2024-04-05"), cite("01/2023/TT-VPCP")]),
    )
    assert len(graph.documents()) == 3
    assert graph.meant("b", 1).reason is None


def test_national_unknown_period_takes_the_only_cluster_by_elimination(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(file("a", cites=[cite("57-NQ/TW", date="2024-12-22")]), file("b", cites=[cite("57-NQ/TW")]))
    assert graph.meant("a", 0) == graph.meant("b", 0)
    assert graph.meant("b", 0).reason == "elimination"


def test_elimination_is_undone_by_a_later_file(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file("a", cites=[cite("18-NQ/TW", date="2017-10-25")]), file("b", cites=[cite("18-NQ/TW")]))
    assert graph.meant("b", 0) == graph.meant("a", 0)
    graph.put(file("c", cites=[cite("18-NQ/TW", date="2022-06-16")]))
    apart = graph.meant("b", 0)
    assert apart.candidates == tuple(sorted([graph.meant("a", 0).id, graph.meant("c", 0).id]))
    assert apart.reason == "no date"
    assert {edge.target for edge in graph.relations() if edge.evidence.file == "b"} == {apart.id}
    graph.take_away("c")
    assert graph.meant("b", 0) == graph.meant("a", 0)


def test_national_unknown_period_is_one_node_for_all_such_mentions(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", cites=[cite("66/NQ-CP", date="2024-05-05")]),
        file("b", cites=[cite("66/NQ-CP", date="2025-03-26")]),
        file("c", cites=[cite("66/NQ-CP")]),
        file("d", cites=[cite("66/NQ-CP")]),
    )
    assert graph.meant("c", 0) == graph.meant("d", 0)
    assert len(graph.documents("66/NQ-CP")) == 3
    assert len(graph.meant("c", 0).candidates) == 2


# ---- local -------------------------------------------------------------------------------------


def test_local_known_place_and_period_is_the_cluster_of_both(graph: Any, file: File, cite: Cite) -> None:
    number = {"date": "2025-04-15"}
    graph.put(
        file("a", place=LANG_SON, cites=[cite("125/KH-UBND", **number)]),
        file("b", cites=[cite("125/KH-UBND", issuer="UBND tỉnh Lạng Sơn", **number)]),
        file("c", place=LAO_CAI, cites=[cite("125/KH-UBND", **number)]),
        file("d", place=LANG_SON, cites=[cite("125/KH-UBND", date="2024-04-15")]),
    )
    assert graph.meant("a", 0) == graph.meant("b", 0)
    assert graph.meant("a", 0).jurisdiction == LANG_SON
    assert len(graph.documents("125/KH-UBND")) == 3


def test_local_known_place_without_date_takes_the_only_cluster_of_that_place(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", place=LANG_SON, cites=[cite("125/KH-UBND", date="2025-04-15")]),
        file("b", place=LANG_SON, cites=[cite("125/KH-UBND")]),
        file("c", place=LAO_CAI, cites=[cite("125/KH-UBND", date="2024-02-01")]),
    )
    assert graph.meant("b", 0) == graph.meant("a", 0)


def test_local_known_place_without_date_stands_apart_among_several_years(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", place=LANG_SON, cites=[cite("125/KH-UBND", date="2025-04-15")]),
        file("b", place=LANG_SON, cites=[cite("125/KH-UBND", date="2024-04-15")]),
        file("c", place=LANG_SON, cites=[cite("125/KH-UBND")]),
        file("d", place=LANG_SON, cites=[cite("125/KH-UBND")]),
        file("e", place=LAO_CAI, cites=[cite("125/KH-UBND", date="2025-04-15")]),
    )
    apart = graph.meant("c", 0)
    assert apart == graph.meant("d", 0)
    assert apart.candidates == tuple(sorted([graph.meant("a", 0).id, graph.meant("b", 0).id]))


def test_local_unknown_place_is_apart_for_each_file_with_candidates(
    graph: Any, file: File, cite: Cite
) -> None:
    number = {"date": "2025-04-15"}
    graph.put(
        file("a", place=LANG_SON, cites=[cite("125/KH-UBND", **number)]),
        file("b", cites=[cite("125/KH-UBND", **number), cite("125/KH-UBND")]),
        file("c", cites=[cite("125/KH-UBND", **number)]),
    )
    known, one, other = graph.meant("a", 0), graph.meant("b", 0), graph.meant("c", 0)
    assert len({known.id, one.id, other.id}) == 3
    assert graph.meant("b", 1) == one
    assert one.candidates == other.candidates == (known.id,)
    assert one.reason == "no place"
    assert known.candidates == ()


def test_local_unknown_place_is_never_joined_by_elimination(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", place=LANG_SON, cites=[cite("125/KH-UBND", date="2025-04-15")]),
        file("b", cites=[cite("125/KH-UBND")]),
    )
    assert graph.meant("b", 0) != graph.meant("a", 0)
    assert graph.meant("b", 0).candidates == (graph.meant("a", 0).id,)


def test_place_is_what_the_mention_says_before_what_its_file_says(graph: Any, file: File, cite: Cite) -> None:
    said = cite("125/KH-UBND", issuer="UBND tỉnh Lào Cai", date="2025")
    graph.put(file("a", place=LANG_SON, cites=[said, cite("126/KH-UBND", issuer="UBND tỉnh", date="2025")]))
    assert graph.meant("a", 0).jurisdiction == LAO_CAI
    assert graph.meant("a", 1).jurisdiction == LANG_SON


def test_place_may_be_stated_beside_the_file(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file("a", beside=LANG_SON, cites=[cite("125/KH-UBND", date="2025")]))
    assert graph.meant("a", 0).jurisdiction == LANG_SON


def test_a_commune_means_its_province_by_the_code_of_a_department(graph: Any, file: File, cite: Cite) -> None:
    commune = f"{LANG_SON}/xã Đồng Đăng"
    graph.put(
        file("a", place=commune, cites=[cite("617/SKHCN-BCVT", date="2025"), cite("7/KH-UBND", date="2025")])
    )
    assert graph.meant("a", 0).jurisdiction == LANG_SON
    assert graph.meant("a", 1).jurisdiction == commune


# ---- damaged symbols ---------------------------------------------------------------------------


def test_damaged_with_a_certain_reason_is_the_repaired_reading(graph: Any, file: File, cite: Cite) -> None:
    damaged = cite(
        "1407/QĐ-ƯBND", symbol_repaired=Symbol("1407/QĐ-UBND"), repair="misread letter", date="2025"
    )
    graph.put(file("a", place=LANG_SON, cites=[damaged]))
    found = graph.meant("a", 0)
    assert found.symbol == "1407/QĐ-UBND"
    assert set(claims(graph, found, "symbol")) == {"1407/QĐ-UBND", "1407/QĐ-ƯBND"}


def test_damaged_in_doubt_joins_the_repaired_reading_only_where_that_exists(
    graph: Any, file: File, cite: Cite
) -> None:
    doubtful = cite(
        "866/TTg",
        type="Quyết định",
        symbol_repaired=Symbol("866/QĐ-TTg"),
        repair="type left out",
        date="2023-07-18",
    )
    graph.put(file("a", cites=[doubtful]))
    assert graph.meant("a", 0).symbol == "866/TTg"
    assert graph.meant("a", 0).reason == "doubtful repair"
    graph.put(file("b", cites=[cite("866/QĐ-TTg", date="2024-01-01")]))
    assert graph.meant("a", 0).symbol == "866/TTg"
    graph.put(file("c", cites=[cite("866/QĐ-TTg", date="2023-07-18")]))
    assert graph.meant("a", 0) == graph.meant("c", 0)
    assert set(claims(graph, graph.meant("a", 0), "symbol")) == {"866/QĐ-TTg", "866/TTg"}
    graph.take_away("c")
    assert graph.meant("a", 0).symbol == "866/TTg"


# ---- conflicts ---------------------------------------------------------------------------------


def test_conflict_of_day_within_the_period_is_one_node_with_claims(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", cites=[cite("57-NQ/TW", date="2024-12-21")]),
        file("b", cites=[cite("57-NQ/TW", date="2024-12-22")]),
        file("c", cites=[cite("57-NQ/TW", date="2024-12-22")]),
    )
    [found] = graph.documents("57-NQ/TW")
    assert found.date == "2024-12-22"
    assert claims(graph, found, "date") == {"2024-12-21": ("a",), "2024-12-22": ("b", "c")}


def test_printed_issuer_is_a_claim_and_no_key(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("57-NQ/TW", issuer="Bộ Chính trị", date="2024")]),
        file("b", cites=[cite("57-NQ/TW", issuer="Trung ương", date="2024")]),
    )
    [found] = graph.documents("57-NQ/TW")
    assert set(claims(graph, found, "issuer")) == {"Bộ Chính trị", "Trung ương"}


def test_the_own_letterhead_is_shown_before_what_many_say(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("own", symbol="124/NQ-CP", type="Nghị quyết", date="2025-05-08", issuer="Chính phủ"),
        *(file(key, cites=[cite("124/NQ-CP", date="2025-05-18")]) for key in "abc"),
    )
    [found] = graph.documents("124/NQ-CP")
    assert (found.date, found.status, found.files) == ("2025-05-08", Status.LOADED, ("own",))


# ---- type --------------------------------------------------------------------------------------


def test_type_tells_apart_only_where_the_symbol_has_none(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("72/2025/QH15", type="Luật"), cite("72/2025/QH15", type="Nghị quyết")]),
        file("b", cites=[cite("5721/BKHCN-CĐSQG", type="Văn bản", date="2025")]),
        file("c", cites=[cite("5721/BKHCN-CĐSQG", type="Công văn", date="2025")]),
    )
    assert len(graph.documents("72/2025/QH15")) == 2
    assert len(graph.documents("5721/BKHCN-CĐSQG")) == 1


def test_without_a_type_word_the_only_one_is_taken(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("399-QĐ/TW", type="Quy định", date="2026-01-09")]),
        file("b", cites=[cite("399-QĐ/TW", date="2026-01-09"), cite("399-QĐ/TW")]),
    )
    [found] = graph.documents("399-QĐ/TW")
    assert found.type == "Quy định"
    graph.put(file("c", cites=[cite("399-QĐ/TW", type="Quyết định", date="2026-01-09")]))
    assert len(graph.documents("399-QĐ/TW")) == 3
    assert len(graph.meant("b", 0).candidates) == 2


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("Công văn 412/BC-SNNMT", "Báo cáo"),
        ("Văn bản 312/GM-VPUBND", "Giấy mời"),
        ("Văn bản 5721/BKHCN-CĐSQG", "Công văn"),
        ("Kế hoạch 1629/SCT-CN", "Công văn"),
        (" 124/NQ-CP", "Nghị quyết"),
        ("Quy định 399-QĐ/TW", "Quy định"),
        ("Luật 72/2025/QH15", "Luật"),
        ("Chương trình hành động 07/CTr-UBND", "Chương trình hành động"),
    ],
)
def test_type_shown_is_the_one_in_the_symbol(
    graph: Any, file: File, cite: Cite, printed: str, shown: str
) -> None:
    word, _, symbol = printed.rpartition(" ")
    graph.put(file(cites=[cite(symbol, type=word or None)]))
    assert graph.meant("a.txt", 0).type == shown


def test_leading_zeros_and_spelling_do_not_matter(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite("05/NQ-CP", date="2025")]),
        file("b", cites=[cite("5/NQ-CP", date="2025")]),
        file("c", cites=[cite("893/QĐ-TTg", date="2023")]),
        file("d", cites=[cite("893/QD-TTg", date="2023")]),
    )
    assert graph.meant("a", 0) == graph.meant("b", 0)
    assert graph.meant("c", 0) == graph.meant("d", 0)


def test_three_sixty_sixes_are_three_documents(graph: Any, file: File, cite: Cite) -> None:
    numbers = ("66/NQ-CP", "66-NQ/TW", "66.10/2025/NQ-CP", "66.1/2025/NQ-CP")
    graph.put(file(cites=[cite(number, date="2025") for number in numbers]))
    assert len({graph.meant("a.txt", index).id for index in range(4)}) == 4


# ---- without a number --------------------------------------------------------------------------


def test_two_files_of_one_text_are_one_document(graph: Any, file: File) -> None:
    graph.put(file("a.txt", body="Kính gửi: Sở Tư pháp"), file("a.pdf", body="Kính  gửi:\nSở Tư pháp"))
    assert graph.meant("a.txt", -1) == graph.meant("a.pdf", -1)
    assert graph.meant("a.txt", -1).files == ("a.pdf", "a.txt")


def test_law_by_name_is_the_law_of_its_number(graph: Any, file: File, cite: Cite) -> None:
    by_name = cite(type="Luật", name="Luật Đất đai năm 2024", date="2024")
    older = cite(type="Luật", name="Luật Đất đai năm 2013", date="2013")
    graph.put(file("a", cites=[by_name, older]), file("b", cites=[cite("31/2024/QH15", type="Luật")]))
    assert graph.meant("a", 0) == graph.meant("b", 0)
    assert graph.meant("a", 1).symbol == "45/2013/QH13"


def test_two_laws_of_one_name_are_told_by_their_day(graph: Any, file: File, cite: Cite) -> None:
    name = "Luật Tổ chức chính quyền địa phương"
    days = ("2025-06-16", "2025-02-19", "2015-06-19")
    graph.put(file(cites=[cite(type="Luật", name=name, date=day) for day in days]))
    symbols = [graph.meant("a.txt", index).symbol for index in range(3)]
    assert symbols == ["72/2025/QH15", "65/2025/QH15", "77/2015/QH13"]


def test_a_law_that_nobody_knows_is_one_node_by_its_name(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file("a", cites=[cite(type="Luật", name="Luật Cối xay gió")]),
        file("b", cites=[cite(type="Luật", name="LUẬT CỐI XAY GIÓ")]),
    )
    [found] = [one for one in graph.documents() if one.status is Status.CITED]
    assert (found.subject, found.symbol) == ("Luật Cối xay gió", None)


def test_short_number_is_the_full_citation_of_its_file(graph: Any, file: File, cite: Cite) -> None:
    full = cite("11-CT/TU", type="Chỉ thị", date="2026-02-04")
    graph.put(file(place=LAO_CAI, cites=[full, cite(type="Chỉ thị", name="Chỉ thị 11")]))
    assert graph.meant("a.txt", 1) == graph.meant("a.txt", 0)


def test_short_number_of_the_world_is_its_resolution(graph: Any, file: File, cite: Cite) -> None:
    short = cite(type="Nghị quyết", name="Nghị quyết 57")
    graph.put(file("a", cites=[short]), file("b", cites=[cite("57-NQ/TW", date="2024-12-22")]))
    assert graph.meant("a", 0) == graph.meant("b", 0)


def test_local_names_stay_apart_without_a_place(graph: Any, file: File, cite: Cite) -> None:
    scheme = cite(type="Đề án", name="Đề án 153")
    graph.put(*(file(key, cites=[scheme], body=key) for key in "ab"))
    graph.put(*(file(key, cites=[scheme], place=LANG_SON, body=key) for key in "cd"))
    assert graph.meant("a", 0) != graph.meant("b", 0)
    assert graph.meant("c", 0) == graph.meant("d", 0)


def test_a_request_is_a_node_of_its_file_issuer_and_day(graph: Any, file: File, cite: Cite) -> None:
    request = cite(name="đề nghị của Sở Y tế ngày 03/9/2025", issuer="Sở Y tế", date="2025-09-03")
    again = cite(issuer="Sở Y tế", date="2025-09-03")
    graph.put(file("a", cites=[request, again], body="a"), file("b", cites=[request], body="b"))
    assert graph.meant("a", 0) == graph.meant("a", 1)
    assert graph.meant("a", 0) != graph.meant("b", 0)


def draft(cite: Cite, word: str, issuer: str | None = None, **said: Any) -> Citation:
    return cite(kind=CitationKind.DRAFT, type=word, issuer=issuer, **said)


def test_variants_of_one_authority_and_bare_mentions_are_one_draft(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file(
            "a",
            cites=[
                draft(cite, "Văn bản", "Chủ tịch UBND tỉnh", name="dự thảo văn bản"),
                draft(cite, "Văn bản", "UBND tỉnh"),
                draft(cite, "Văn bản"),
            ],
        ),
        file("b", cites=[draft(cite, "Văn bản", "UBND tỉnh")]),
    )
    assert graph.meant("a", 0) == graph.meant("a", 1) == graph.meant("a", 2)
    assert graph.meant("a", 0).draft
    assert graph.meant("b", 0) != graph.meant("a", 0)


def test_another_type_or_another_authority_is_another_draft(graph: Any, file: File, cite: Cite) -> None:
    graph.put(
        file(
            cites=[
                draft(cite, "Nghị định", "Chính phủ"),
                draft(cite, "Nghị định", "Bộ Xây dựng"),
                draft(cite, "Thông tư", "Bộ Xây dựng"),
                draft(cite, "Luật", name="Luật Dữ liệu"),
                draft(cite, "Luật", name="Luật Giá"),
            ]
        )
    )
    assert len({graph.meant("a.txt", index).id for index in range(5)}) == 5


def test_the_period_of_a_plan_is_part_of_its_name(graph: Any, file: File, cite: Cite) -> None:
    name = "Chiến lược phát triển giai đoạn"
    graph.put(
        file(
            cites=[
                cite(type="Chiến lược", name=f"{name} 2021-2030"),
                cite(type="Chiến lược", name=f"{name} 2021 - 2030"),
                cite(type="Chiến lược", name=f"{name} 2021 - 2035"),
            ]
        )
    )
    assert graph.meant("a.txt", 0) == graph.meant("a.txt", 1)
    assert graph.meant("a.txt", 0) != graph.meant("a.txt", 2)


def test_a_name_without_a_year_is_not_taken_for_the_only_year_that_is_cited(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", cites=[cite(type="Luật", name="Luật Cối xay gió năm 1993", date="1993")]),
        file("b", cites=[cite(type="Luật", name="Luật Cối xay gió")]),
    )
    assert graph.meant("b", 0).candidates == (graph.meant("a", 0).id,)


@pytest.mark.parametrize(
    ("issuer", "beside", "place"),
    [
        ("Ủy ban nhân dân xã Đồng Đăng", LANG_SON, f"{LANG_SON}/xã Đồng Đăng"),
        ("Ủy ban nhân dân xã Đồng Đăng", None, None),
        ("Ủy ban nhân dân xã", LANG_SON, None),
        ("Ủy ban nhân dân tỉnh Lào Cai", LANG_SON, LAO_CAI),
        ("Ủy ban nhân dân tỉnh", LANG_SON, LANG_SON),
        (None, LANG_SON, LANG_SON),
    ],
)
def test_place_of_a_file_by_its_issuer_and_what_is_stated_beside(
    graph: Any, file: File, issuer: str | None, beside: str | None, place: str | None
) -> None:
    graph.put(file(symbol="31/KH-UBND", date="2025", issuer=issuer, beside=beside))
    assert graph.meant("a.txt", -1).jurisdiction == place


@pytest.mark.parametrize(
    ("symbol", "issuer", "tier"),
    [
        ("31/KH-UBND", "Ủy ban nhân dân xã Đồng Lạch", 6),
        ("31/KH-UBND", "Ủy ban nhân dân tỉnh", 4),
        ("31/KH-UBND", None, 4),
        ("66/NQ-CP", "Chính phủ", 2),
    ],
)
def test_the_name_of_a_commune_says_its_level_where_no_province_is_known(
    graph: Any, file: File, symbol: str, issuer: str | None, tier: int
) -> None:
    graph.put(file("a", symbol=symbol, date="2026-02-02", issuer=issuer))
    assert [one.tier for one in graph.documents(symbol)] == [tier]


def test_a_damaged_number_without_its_year_is_the_only_one_that_prints_so(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("a", cites=[cite("12/CP", type="Nghị định", date="1995-01-26"), cite("12/CP", type="Nghị định")])
    )
    assert graph.meant("a", 0) == graph.meant("a", 1)
    assert graph.meant("a", 0).reason == "doubtful repair"


def test_a_body_of_the_centre_that_no_table_knows_is_national(graph: Any, file: File, cite: Cite) -> None:
    said = {"cites": [cite("23-KL/LNTPTW", date="2024-11-21")]}
    graph.put(file("a", place=LANG_SON, **said), file("b", place=LAO_CAI, body="b", **said))
    assert graph.meant("a", 0) == graph.meant("b", 0)
