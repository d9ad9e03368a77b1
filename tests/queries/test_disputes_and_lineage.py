"""One duty claimed for different owners, and which higher duty a local one carries out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import NotFound
from graph.model import Agency, EdgeKind, Modality, NodeId, Task, Topic
from graph.networkx_view import NetworkxStore
from graph.store import GraphStore
from loaders.ingest import ingest
from queries.chain import task_named
from queries.disputes import DisputeKind, Disputes, disputes
from queries.lineage import CARRIED_OUT, lineage
from queries.start import start
from tests.stores import BACK_ENDS, empty_store

StoreOf = Callable[..., Any]
Read = Callable[..., GraphStore]

HEALTH, SCHOOLS = (
    Agency(NodeId("health"), "Sở Y tế", tier=5),
    Agency(NodeId("schools"), "Sở Giáo dục", tier=5),
)
HA, BAC = "tỉnh Sông Hà", "tỉnh Sông Bắc"
TEXTS = (
    "Kiểm kê máy in tại các trạm y tế và nộp bảng kê cho kho lưu trữ",
    "Tiếp tục kiểm kê toàn bộ máy in tại các trạm y tế, nộp bảng kê cho kho lưu trữ",
    "Sơn lại tường rào của trạm bơm bên sông",
)


@pytest.fixture(params=BACK_ENDS)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Read]:
    """Makes a store that has read these texts, each under its name."""
    opened: list[GraphStore] = []

    def make(**texts: str) -> GraphStore:
        store = empty_store(request, tmp_path / "read.db")
        opened.append(store)
        for name, text in texts.items():
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        report = ingest(store, [tmp_path / f"{name}.txt" for name in texts], workers=1)
        assert report.failed == []
        return store

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def claims(store_of: StoreOf, document: Any, edge: Any) -> Callable[..., Any]:
    """Makes a store of two documents with a duty each: places, texts, owners and more edges are given."""

    def make(
        places: tuple[str | None, str | None] = (HA, HA),
        texts: tuple[str, str] = TEXTS[:2],
        owners: tuple[Agency, Agency] = (HEALTH, SCHOOLS),
        more: tuple[str, ...] = (),
        tiers: tuple[int | None, int | None] = (4, 4),
    ) -> Any:
        nodes = [
            *(document(id, tier=tier, jurisdiction=place, loaded=True)
              for id, place, tier in zip(("one", "two"), places, tiers, strict=True)),
            *(Task(NodeId(f"t-{id}"), text, NodeId(id), Modality.ASSIGNED)
              for id, text in zip(("one", "two"), texts, strict=True)),
            *{owner.id: owner for owner in owners}.values(),
            Topic(NodeId("system"), "Hệ thống kho lưu trữ", "system"),
        ]  # fmt: skip
        edges = []
        for id, text, owner in zip(("one", "two"), texts, owners, strict=True):
            edges.append(edge(f"{id} assigns t-{id}", file=f"{id}.txt", span=(0, len(text))))
            edges.append(edge(f"t-{id} led_by {owner.id}", file=f"{id}.txt", printed=owner.name))
        edges += [edge(words, file="more.txt", span=(at, at)) for at, words in enumerate(more)]
        files = {"one.txt": texts[0], "two.txt": texts[1]}
        return store_of(nodes, edges, **files)

    return make


def kinds(answer: Disputes) -> list[str]:
    return [one.kind.value for one in answer.disputes]


def test_one_text_with_two_owners_in_one_province(claims: Any) -> None:
    answer = disputes(claims())
    assert kinds(answer) == ["text"]
    (found,) = answer.disputes
    assert [[owner.name for owner in claim.owners] for claim in found.claims] == [
        ["Sở Y tế"],
        ["Sở Giáo dục"],
    ]
    assert [claim.task for claim in found.claims] == ["t-one", "t-two"]
    assert (found.place, found.topics, answer.possible) == (HA, (), ())
    assert found.score is not None
    assert found.score >= 88
    assert answer.counts == {"draft": 0, "rewriting": 0, "text": 1, "topic": 0, "possible": 0}


@pytest.mark.parametrize(
    "given",
    [
        {"places": (HA, BAC)},
        {"texts": (TEXTS[0], TEXTS[2])},
        {"owners": (HEALTH, HEALTH)},
        {"owners": (HEALTH, Agency(NodeId("head"), "Giám đốc Sở Y tế", tier=5))},
        {"owners": (HEALTH, Agency(NodeId("all"), "Các sở, ban, ngành", tier=5))},
        {"more": ("two replaces one",)},
        {"more": ("two implements one",), "tiers": (4, 5)},
        {"texts": ("Theo dõi việc thực hiện Kế hoạch này tại các phòng họp lớn",) * 2},
        {"texts": ("Báo cáo kết quả thực hiện",) * 2},
    ],
    ids=[
        "two provinces", "two duties", "one owner", "head", "group", "replaced", "handed down", "itself", "short",
    ],
)  # fmt: skip
def test_no_dispute(claims: Any, given: dict[str, Any]) -> None:
    answer = disputes(claims(**given))
    assert (answer.disputes, answer.possible) == ((), ())


@pytest.mark.parametrize("places", [(None, HA), (HA, None), (None, None)])
def test_without_a_place_it_is_only_possible(claims: Any, places: Any) -> None:
    answer = disputes(claims(places=places))
    assert answer.disputes == ()
    assert [one.kind for one in answer.possible] == [DisputeKind.TEXT]
    assert answer.counts["possible"] == 1


def test_a_shared_system_needs_less_likeness(claims: Any) -> None:
    texts = (
        "Kiểm kê máy in và nhập bảng kê vào Hệ thống kho lưu trữ",
        "Nhập bảng kê máy in, máy quét, máy chiếu vào Hệ thống kho lưu trữ mỗi quý",
    )
    assert kinds(disputes(claims(texts=texts))) == []
    more = ("t-one concerns system", "t-two concerns system")
    (found,) = disputes(claims(texts=texts, more=more)).disputes
    assert (found.kind, found.topics) == (DisputeKind.TOPIC, ("system",))


def test_among_many_duties_the_pair_is_found(store_of: StoreOf, document: Any, edge: Any) -> None:
    subjects = [f"việc số {at} gồm mục a{at} b{at} c{at} d{at} e{at}" for at in range(150)]
    texts = [*subjects, TEXTS[0], TEXTS[1]]
    nodes = [document("plan", tier=4, jurisdiction=HA, loaded=True), HEALTH, SCHOOLS]
    nodes += [
        Task(NodeId(f"t{at}"), text, NodeId("plan"), Modality.ASSIGNED) for at, text in enumerate(texts)
    ]
    edges = [edge(f"plan assigns t{at}", span=(at, at)) for at in range(len(texts))]
    edges += [
        edge(f"t{at} led_by {'health' if at % 2 else 'schools'}", span=(at, at)) for at in range(len(texts))
    ]
    answer = disputes(store_of(nodes, edges))
    assert [[claim.task for claim in one.claims] for one in answer.disputes] == [["t150", "t151"]]


LETTER = """\
Kính gửi: Sở Y tế.
Theo đề nghị của Sở Y tế ngày 02/3/2026 về việc lấy ý kiến góp ý dự thảo Kế hoạch của UBND tỉnh về kiểm kê máy in; \
sau khi nghiên cứu, Sở Nội vụ tham gia góp ý như sau:
1. Sở Nội vụ đề nghị điều chỉnh nội dung tại khoản 4 về nhiệm vụ giao Sở Nội vụ trong dự thảo Kế hoạch như sau:
(1) Đối với nội dung “Kiểm kê máy in, máy quét tại các trạm y tế trên toàn tỉnh và lập bảng kê”: Máy in tại các trạm \
do Sở Y tế mua sắm, nên việc kiểm kê thuộc trách nhiệm của Sở Y tế.
2. Tại điểm c khoản 5 dự thảo Kế hoạch, đề nghị chỉnh sửa thành “c) Sở Tài chính chủ trì, phối hợp với Sở Y tế bố trí \
kinh phí thay thế máy in đã hỏng”.
Trên đây là ý kiến của Sở Nội vụ./.
"""


def test_a_letter_against_a_draft(read: Read) -> None:
    store = read(letter=LETTER)
    answer = disputes(store)
    assert kinds(answer) == ["draft", "rewriting"]
    drafted, rewritten = answer.disputes
    first, second = drafted.claims
    assert (first.evidence.quote, first.pinpoint, first.task) == (
        "nhiệm vụ giao Sở Nội vụ",
        "khoản 4",
        None,
    )
    assert [owner.name for owner in first.owners] == ["Sở Nội vụ"]
    assert [owner.name for owner in second.owners] == ["Sở Y tế"]
    assert "thuộc trách nhiệm của Sở Y tế" in second.evidence.quote
    assert {first.owners[0].id, second.owners[0].id, first.document} <= answer.nodes.keys()
    first, second = rewritten.claims
    assert (first.owners, first.pinpoint) == ((), "điểm c khoản 5")
    assert [owner.name for owner in second.owners] == ["Sở Tài chính"]


def test_limits_cut_lists_and_not_counts(claims: Any) -> None:
    answer = disputes(claims(), limit=1)
    assert (len(answer.disputes), answer.counts["text"]) == (1, 1)


def test_disputes_of_the_real_letters(read: Read, shared_dir: Path) -> None:
    gold = shared_dir / "gold" / "dev"
    names = ("seed0", "seed1")
    store = read(**{name: (gold / f"{name}.txt").read_text(encoding="utf-8") for name in names})
    answer = disputes(store)
    assert kinds(answer) == ["draft", "rewriting", "rewriting"]
    drafted, rewritten, _ = answer.disputes
    topic = "Hệ thống thông tin giải quyết thủ tục hành chính"
    first, second = drafted.claims
    assert first.evidence.quote == "nhiệm vụ giao Văn phòng UBND tỉnh"
    assert "thuộc trách nhiệm của Sở Khoa học và Công nghệ" in " ".join(second.evidence.quote.split())
    assert [getattr(answer.nodes[id], "name", None) for id in drafted.topics] == [topic]
    assert [owner.name for owner in second.owners] == ["Sở Khoa học và Công nghệ"]
    assert rewritten.claims[0].pinpoint == "điểm b khoản 2"
    assert [owner.name for owner in rewritten.claims[1].owners] == ["Sở Khoa học và Công nghệ"]
    assert answer.possible == ()


# ---- lineage -----------------------------------------------------------------------------------


@pytest.fixture
def ladder(store_of: StoreOf, document: Any, edge: Any) -> Any:
    """A central telegram, the province's plan under it, a commune's plan under that, and a stray plan."""
    duties = {
        "telegram": "Các tỉnh kiểm kê máy in tại trạm y tế và nộp bảng kê cho kho lưu trữ",
        "plan": TEXTS[0],
        "commune": "Tham mưu UBND xã kiểm kê 12 máy in tại trạm y tế, nộp bảng kê cho kho lưu trữ",
        "stray": TEXTS[0],
    }
    tiers = {"telegram": 2, "plan": 4, "commune": 6, "stray": 4}
    nodes = [document(id, tier=tier, loaded=True) for id, tier in tiers.items()]
    nodes += [Task(NodeId(f"t-{id}"), text, NodeId(id), Modality.ASSIGNED) for id, text in duties.items()]
    nodes += [Task(NodeId("other"), TEXTS[2], NodeId("telegram"), Modality.ASSIGNED)]
    edges = [edge("plan implements telegram", span=(0, 1)), edge("commune implements plan", span=(2, 3))]
    edges += [
        edge(f"{id} assigns t-{id}", file=f"{id}.txt", span=(0, len(text))) for id, text in duties.items()
    ]
    files = {f"{id}.txt": text for id, text in duties.items()}
    return store_of(nodes, edges, **files)


def test_up_and_down_from_a_duty(ladder: Any) -> None:
    answer = lineage(ladder, NodeId("t-plan"))
    assert [kin.row.task.id for kin in answer.higher] == ["t-telegram"]
    assert [kin.row.task.id for kin in answer.lower] == ["t-commune"]
    assert all(kin.score >= CARRIED_OUT for kin in (*answer.higher, *answer.lower))
    assert [(hop.source, hop.kind, hop.target) for hop in answer.lower[0].hops] == [
        ("commune", EdgeKind.IMPLEMENTS, "plan")
    ]
    assert {"plan", "telegram", "commune", "t-plan", "t-telegram", "t-commune"} <= answer.nodes.keys()


def test_over_two_citations(ladder: Any) -> None:
    answer = lineage(ladder, NodeId("t-commune"))
    assert {kin.row.task.id: len(kin.hops) for kin in answer.higher} == {"t-plan": 1, "t-telegram": 2}
    for kin in answer.higher:
        assert kin.hops[0].source == "commune"
        assert kin.hops[-1].target == kin.row.task.document
    assert answer.lower == ()
    assert len(lineage(ladder, NodeId("t-commune"), limit=1).higher) == 1


def test_documents_that_nothing_joins_are_no_kin(ladder: Any) -> None:
    answer = lineage(ladder, NodeId("t-stray"))
    assert (answer.higher, answer.lower) == ((), ())
    with pytest.raises(NotFound):
        lineage(ladder, NodeId("plan"))


def test_a_commune_carries_out_the_plan_of_the_sample_story(samples_dir: Path) -> None:
    store = NetworkxStore()
    assert ingest(store, [samples_dir], workers=1).failed == []
    answer = lineage(store, task_named(store, "kiện toàn 12 tổ công nghệ số"))
    (higher,) = answer.higher
    assert higher.row.task.document == start(store, "203/KH-UBND")
    assert higher.row.task.text.startswith("Kiện toàn Tổ công nghệ số cộng đồng")
    assert kinds(disputes(store)) == ["draft"] * 3
