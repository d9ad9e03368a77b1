"""The graph is a function of the files: order, batches, repeats and removals do not matter."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import changes
from graph.identity.groups import regrouped
from graph.identity.touched import resolve_all
from graph.model import Beside, ChangeSet, Citation, CitationKind, Relation, SourceFile, Symbol

File = Callable[..., SourceFile]
Cite = Callable[..., Citation]

PLACES = st.sampled_from([None, None, "tỉnh Lạng Sơn", "tỉnh Lào Cai", "tỉnh Lạng Sơn/xã Đồng Đăng"])
DATES = st.sampled_from([None, None, "2017-10-25", "2022-06-16", "2022-06-17", "2022"])
NUMBERS = st.sampled_from(
    ["18-NQ/TW", "66/NQ-CP", "066/NQ-CP", "125/KH-UBND", "399-QĐ/TW", "72/2025/QH15", "617/SKHCN-BCVT"]
)
WORDS = st.sampled_from([None, "Nghị quyết", "Quy định", "Quyết định", "Luật", "Văn bản"])
ISSUERS = st.sampled_from(
    [None, "Bộ Chính trị", "BỘ CHÍNH TRỊ", "UBND tỉnh", "UBND tỉnh Lào Cai", "Sở Tư pháp"]
)

DOUBTFUL = {"symbol_repaired": Symbol("66/NQ-CP"), "repair": "type left out"}

numbered = st.fixed_dictionaries({"symbol": NUMBERS, "type": WORDS, "date": DATES, "issuer": ISSUERS})
damaged = st.fixed_dictionaries(
    {"symbol": st.just("66/CP"), "type": st.just("Nghị quyết"), "date": DATES}
).map(lambda said: said | DOUBTFUL)
named = st.fixed_dictionaries(
    {
        "type": st.just("Luật"),
        "name": st.sampled_from(["Luật Đất đai", "Luật Cối xay", "LUẬT CỐI XAY"]),
        "date": st.sampled_from([None, "2013", "2024"]),
    }
)
local_name = st.fixed_dictionaries({"type": st.just("Đề án"), "name": st.just("Đề án 153"), "date": DATES})
drafts = st.fixed_dictionaries(
    {"kind": st.just(CitationKind.DRAFT), "type": WORDS, "issuer": ISSUERS, "name": st.none()}
)
anaphora = st.fixed_dictionaries(
    {"kind": st.just(CitationKind.ANAPHORA), "type": WORDS, "antecedent": st.sampled_from([None, 0, 1])}
)
citations = st.lists(numbered | numbered | damaged | named | local_name | drafts | anaphora, max_size=4)

LEADS = st.sampled_from(
    ["Sở Tư pháp", "SỞ TƯ PHÁP", "các sở, ban, ngành", "Bộ Tư pháp", "Đội cối xay", "đội Cối xay"]
)
duties = st.lists(st.tuples(LEADS, st.sampled_from(["Rà soát", "rà soát", "Báo cáo"])), max_size=3)

sayings = st.fixed_dictionaries(
    {
        "symbol": st.none() | NUMBERS,
        "type": WORDS,
        "date": DATES,
        "issuer": ISSUERS,
        "place": PLACES,
        "beside": PLACES,
        "table": st.builds(Beside, symbol=st.none() | NUMBERS, date=DATES, issuer=ISSUERS),
        "cites": citations,
        "duties": duties,
    }
)
KEYS = ("a.txt", "b.txt", "c.txt", "d.txt")
corpora = st.dictionaries(st.sampled_from(KEYS), sayings, min_size=1)
steps = st.lists(
    st.tuples(
        st.dictionaries(st.sampled_from(KEYS), sayings, max_size=3),
        st.sets(st.sampled_from(KEYS), max_size=2),
    ),
    max_size=5,
)


def made(file: File, cite: Cite, corpus: dict[str, dict[str, Any]]) -> dict[str, SourceFile]:
    return {
        key: file(
            key, **{**said, "cites": [cite(**{"relation": Relation.BASIS, **one}) for one in said["cites"]]}
        )
        for key, said in corpus.items()
    }


@settings(max_examples=150, deadline=None)
@given(corpus=corpora, data=st.data())
def test_order_and_batches_of_files_do_not_matter(
    empty: Any, file: File, cite: Cite, corpus: dict[str, Any], data: st.DataObject
) -> None:
    files = list(made(file, cite, corpus).values())
    shuffled = data.draw(st.permutations(files))
    cut = data.draw(st.integers(0, len(files)))
    in_steps = empty()
    for one in shuffled[:cut]:
        in_steps.put(one)
    in_steps.put(*shuffled[cut:])
    assert in_steps.content() == empty().put(*files).content()


@settings(max_examples=200, deadline=None)
@given(history=steps)
def test_any_history_ends_as_if_only_what_is_left_had_come(
    empty: Any, file: File, cite: Cite, history: list[tuple[dict[str, Any], set[str]]]
) -> None:
    lived = empty()
    left: dict[str, SourceFile] = {}
    for corpus, gone in history:
        come = made(file, cite, corpus)
        lived.apply(changes(lived, put=come.values(), remove=gone))
        left = {key: one for key, one in left.items() if key not in gone} | come
    assert lived.content() == empty().put(*left.values()).content()


@settings(max_examples=50, deadline=None)
@given(corpus=corpora)
def test_the_same_files_again_change_nothing(
    empty: Any, file: File, cite: Cite, corpus: dict[str, Any]
) -> None:
    files = made(file, cite, corpus).values()
    graph = empty().put(*files)
    assert changes(graph, put=files) == ChangeSet()


@settings(max_examples=50, deadline=None)
@given(corpus=corpora)
def test_a_change_set_applied_twice_is_the_same_as_once(
    empty: Any, file: File, cite: Cite, corpus: dict[str, Any]
) -> None:
    graph = empty()
    step = changes(graph, put=made(file, cite, corpus).values())
    graph.apply(step)
    once = graph.content()
    graph.apply(step)
    assert graph.content() == once


@settings(max_examples=100, deadline=None)
@given(corpus=corpora)
def test_every_mention_has_one_document_and_every_document_a_mention(
    empty: Any, file: File, cite: Cite, corpus: dict[str, Any]
) -> None:
    graph = empty().put(*made(file, cite, corpus).values())
    meant = graph.mentions(KEYS)
    assert {one.document for one in meant} == {node.id for node in graph.documents()}
    again = resolve_all(regrouped((), gone=(), come=[one.mention for one in meant]))
    assert list(again.groups) == graph.groups({one.mention.block for one in meant})
    assert {node.id: node for node in again.documents} == {node.id: node for node in graph.documents()}
    for node in graph.documents():
        assert set(node.candidates) <= {other.id for other in graph.documents()} - {node.id}


def test_a_file_that_touches_one_block_reads_no_other(graph: Any, file: File, cite: Cite) -> None:
    graph.put(file("a", cites=[cite("57-NQ/TW")]), file("b", cites=[cite("66/NQ-CP")], body="b"))
    step = changes(graph, put=[file("c", cites=[cite("66/NQ-CP", date="2025")], body="c")])
    assert step.refreshed == ("b", "c")
    assert {node.symbol for node in step.nodes} == {"66/NQ-CP", None}


def test_to_remove_what_is_not_there_changes_nothing(graph: Any, file: File) -> None:
    graph.put(file("a"))
    assert changes(graph, put=(), remove=["b"]) == ChangeSet()


def test_a_file_taken_away_takes_its_edges_and_leaves_what_others_cite(
    graph: Any, file: File, cite: Cite
) -> None:
    graph.put(
        file("own", symbol="66/NQ-CP", date="2025-03-26", duties=[("Bộ Tư pháp", "Rà soát")]),
        file("b", cites=[cite("66/NQ-CP", date="2025-03-26")]),
    )
    graph.take_away("own")
    assert [one.status for one in graph.documents("66/NQ-CP")] == ["cited"]
    assert [edge.evidence.file for edge in graph.scan_edges()] == ["b"]
    graph.take_away("b")
    assert graph.content() == {"nodes": [], "edges": [], "meant": [], "groups": [], "files": []}
