"""Short makers of nodes, edges and changes, and random programs of changes, for the tests of the stores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import strategies as st

from graph.model import (
    Agency,
    BlockKey,
    ChangeSet,
    Count,
    Deadline,
    DeadlineOperator,
    Document,
    DocumentMention,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    Header,
    MentionGroup,
    Modality,
    Node,
    NodeId,
    ParsedDocument,
    Resolved,
    SourceFile,
    Stated,
    Status,
    Symbol,
    Task,
    Topic,
)
from graph.store import GraphStore
from tests.stores import BACK_ENDS, empty_store

FILES = [FileKey(name) for name in ("a.txt", "b/c.txt", "b/đ.txt", "z.txt")]
BLOCKS = [BlockKey(key) for key in ("57NQ/TW", "6/QDTTG", "125/KHUBND")]
IDS = [NodeId(f"{kind}{n}") for kind in ("doc", "org", "job", "sys") for n in range(4)]
WORDS = ["Sở", "Khoa học", "Đề án", "06", "QĐ-TTg", "chuyển đổi số", "de", "hệ thống", "đ", "Ð"]


# ---- makers ------------------------------------------------------------------------------------


def document(id: str, **rest: Any) -> Document:
    return Document(NodeId(id), BlockKey(rest.pop("block", id)), **rest)


def task(id: str, text: str = "", *, document: str = "doc0", until: str | None = None, **rest: Any) -> Task:
    deadline = Deadline("hạn", 0, 3, DeadlineOperator.BY, until, None, until) if until else None
    return Task(NodeId(id), text, NodeId(document), rest.pop("modality", Modality.ASSIGNED), None, deadline)


def edge(words: str, *, file: str = "a.txt", at: tuple[int, int] = (0, 1), **rest: Any) -> Edge:
    """From a short form: "doc1 basis doc2"."""
    source, kind, target = words.split()
    place = Evidence(FileKey(file), *at, rest.pop("quote", "x"), 0, 9, "test")
    return Edge(EdgeKind(kind), NodeId(source), NodeId(target), place, **rest)


def source(key: str, text: str = "", **rest: Any) -> SourceFile:
    header = Header(subject=Stated(text, 0, len(text), "test"))
    return SourceFile(FileKey(key), rest.pop("sha256", "0"), text, ParsedDocument(header), "1", **rest)


def resolved(file: str, index: int, block: str, document: str) -> Resolved:
    return Resolved(DocumentMention(FileKey(file), index, BlockKey(block)), NodeId(document))


def group(block: str, place: str, mentions: int, document: str) -> MentionGroup:
    counts = (Count("date", "2025-01-05", mentions),)
    return MentionGroup(BlockKey(block), place, mentions, counts=counts, document=NodeId(document))


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    return SimpleNamespace(
        document=document,
        task=task,
        edge=edge,
        source=source,
        resolved=resolved,
        group=group,
        agency=Agency,
        topic=Topic,
    )


# ---- stores ------------------------------------------------------------------------------------


@pytest.fixture(params=BACK_ENDS)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], GraphStore]]:
    opened: list[GraphStore] = []

    def new() -> GraphStore:
        opened.append(empty_store(request, tmp_path / f"{len(opened)}.db"))
        return opened[-1]

    yield new
    for store in opened:
        store.close()


@pytest.fixture
def store(new_store: Callable[[], GraphStore]) -> GraphStore:
    return new_store()


# ---- random programs ---------------------------------------------------------------------------


def words() -> st.SearchStrategy[str]:
    typed = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
    return typed | st.text(max_size=8)


def days() -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, "2025-01-31", "2025-06-30", "2026-12-31"])


def deadlines() -> st.SearchStrategy[Deadline]:
    return st.builds(
        Deadline, words(), st.just(0), st.just(3), st.sampled_from(DeadlineOperator), days(), days(), days()
    )


def nodes(id: NodeId) -> st.SearchStrategy[Node]:
    """The kind of a node follows from its id, as in life."""
    documents = st.builds(
        Document,
        st.just(id),
        st.sampled_from(BLOCKS),
        symbol=st.sampled_from([None, Symbol("57-NQ/TW"), Symbol("06/QĐ-TTg"), Symbol("125/KH-UBND")]),
        type=st.sampled_from([None, "Nghị quyết", "Kế hoạch"]),
        subject=st.none() | words(),
        date=days(),
        tier=st.none() | st.integers(1, 6),
        status=st.sampled_from(Status),
        files=st.lists(st.sampled_from(FILES), max_size=2).map(tuple),
    )
    jobs = st.builds(
        Task,
        st.just(id),
        words(),
        st.sampled_from(IDS[:4]),
        st.sampled_from(Modality),
        deadline=st.none() | deadlines(),
    )
    kinds: dict[str, st.SearchStrategy[Node]] = {
        "doc": documents,
        "org": st.builds(Agency, st.just(id), words(), tier=st.none() | st.integers(1, 6)),
        "job": jobs,
        "sys": st.builds(Topic, st.just(id), words(), st.just("portal")),
    }
    return kinds[id[:3]]


def edges() -> st.SearchStrategy[Edge]:
    places = st.builds(
        Evidence,
        st.sampled_from(FILES[:3]),
        st.integers(0, 2),
        st.integers(3, 4),
        words(),
        st.just(0),
        st.just(9),
        st.just("test"),
        st.none() | st.just(2),
    )
    some_kinds = [EdgeKind.BASIS, EdgeKind.LED_BY, EdgeKind.COORDINATED_WITH]
    ends = st.sampled_from([IDS[n] for n in (0, 1, 4, 8, 12)])  # few, so that many edges share their ends
    return st.builds(
        Edge, st.sampled_from(some_kinds), ends, ends, places, st.none() | words(), st.none() | words()
    )


def mentions() -> st.SearchStrategy[Resolved]:
    each = st.builds(DocumentMention, st.sampled_from(FILES), st.integers(-1, 2), st.sampled_from(BLOCKS))
    return st.builds(Resolved, each, st.sampled_from(IDS[:4]))


def groups() -> st.SearchStrategy[MentionGroup]:
    counts = st.sampled_from([(), (Count("date", "2025", 2, 1), Count("type", "Kế hoạch", 1))])
    keys = st.sampled_from(['["","tỉnh Đ",null,"2025",null]', '["",null,"a.txt","2025",null]'])
    return st.builds(
        MentionGroup,
        st.sampled_from(BLOCKS),
        keys,
        st.integers(0, 2),
        counts=counts,
        document=st.just(IDS[0]),
    )


@st.composite
def change_sets(draw: st.DrawFn) -> ChangeSet:
    """Mostly whole ones; now and then one that leaves an edge without its node, which is refused."""
    some_files = st.lists(st.sampled_from(FILES), max_size=2, unique=True).map(tuple)
    new_edges = tuple(draw(st.lists(edges(), max_size=10)))
    new_mentions = tuple(draw(st.lists(mentions(), max_size=3)))
    ids = draw(st.sets(st.sampled_from(IDS), max_size=3))
    if draw(st.integers(0, 9)):
        ids |= {end for each in new_edges for end in (each.source, each.target)}
        ids |= {each.document for each in new_mentions}
    return ChangeSet(
        removed=draw(some_files),
        refreshed=draw(some_files),
        files=tuple(source(key, draw(words())) for key in draw(some_files)),
        dropped_nodes=tuple(draw(st.lists(st.sampled_from(IDS), max_size=1))),
        nodes=tuple(draw(nodes(id)) for id in sorted(ids)),
        resolved=new_mentions,
        groups=tuple(draw(st.lists(groups(), max_size=2, unique_by=lambda group: group.place))),
        edges=new_edges,
    )


@pytest.fixture(scope="session")
def programs() -> st.SearchStrategy[list[ChangeSet]]:
    return st.lists(change_sets(), min_size=1, max_size=6)
