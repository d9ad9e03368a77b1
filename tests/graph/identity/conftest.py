"""Small files made of a head and a few citations, and the reference store with words for tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from graph.identity import changes
from graph.model import (
    NOTHING_BESIDE,
    AgencyMention,
    Beside,
    Citation,
    CitationKind,
    Document,
    Edge,
    EdgeKind,
    FileKey,
    Header,
    Link,
    Modality,
    NodeKind,
    ParsedDocument,
    Relation,
    SourceFile,
    Stated,
    Symbol,
    TaskMention,
    TopicMention,
)
from graph.networkx_view import NetworkxStore

Word = str | None


class Page:
    """A text that grows by what is said in it, so that every span is in its place."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, words: str) -> tuple[int, int]:
        start = len(self.text)
        self.text += words
        end = len(self.text)
        self.text += "\n"
        return start, end

    def stated(self, words: Word) -> Stated | None:
        return None if words is None else Stated(words, *self.say(words), "letterhead")


@dataclass
class Sayings:
    """What a test says of one file; `file` makes the SourceFile."""

    key: str = "a.txt"
    symbol: Word = None
    type: Word = None
    date: Word = None
    issuer: Word = None
    place: Word = None
    """Jurisdiction that the head states."""
    beside: Word = None
    """Jurisdiction that is stated beside the file."""
    table: Beside = NOTHING_BESIDE
    """What its row of metadata.csv states."""
    addressees: Sequence[str] = ()
    cites: Sequence[Citation] = ()
    links: Sequence[Link] = ()
    duties: Sequence[tuple[str, str]] = ()
    """Who leads, and the words of the duty."""
    topics: Sequence[str] = ()
    """Topics named inside the last duty."""
    body: str = ""

    def file(self) -> SourceFile:
        page = Page()
        header = Header(
            type=page.stated(self.type),
            symbol=page.stated(self.symbol),
            date=page.stated(self.date),
            issuer=page.stated(self.issuer),
            jurisdiction=page.stated(self.place),
            addressees=tuple(AgencyMention(name, *page.say(name)) for name in self.addressees),
        )
        citations = tuple(self._cited(page, citation) for citation in self.cites)
        tasks = tuple(self._duty(page, lead, words) for lead, words in self.duties)
        topics = tuple(self._topic(page, name) for name in self.topics)
        page.say(self.body)
        parsed = ParsedDocument(header, citations, tuple(self.links), topics, tasks)
        return SourceFile(
            key=FileKey(self.key),
            sha256=page.text,
            text=page.text,
            parsed=parsed,
            rules="1",
            jurisdiction=self.beside,
            beside=self.table,
        )

    def _cited(self, page: Page, citation: Citation) -> Citation:
        start, end = page.say(f"{citation.type or ''} {citation.symbol or citation.name or 'trên'}")
        return replace(citation, start=start, end=end, sentence_start=start, sentence_end=end + 1)

    def _duty(self, page: Page, lead: str, words: str) -> TaskMention:
        actor = AgencyMention(lead, *page.say(lead))
        start, end = page.say(words)
        return TaskMention(
            start=start,
            end=end,
            modality=Modality.ASSIGNED,
            section="1",
            lead=(actor,),
            sentence_start=actor.start,
            sentence_end=end,
            rule="test",
        )

    def _topic(self, page: Page, name: str) -> TopicMention:
        start = page.text.rindex(name)
        return TopicMention(name, start, start + len(name), "system")


def cite(symbol: Word = None, **said: Any) -> Citation:
    """A numbered citation; its place is filled in by the file."""
    kind = CitationKind.NUMBERED if symbol else said.pop("kind", CitationKind.NAMED)
    nowhere = dict.fromkeys(("start", "end", "sentence_start", "sentence_end"), 0)
    given = {**nowhere, "relation": Relation.MENTIONS, "rule": "test", **said}
    return Citation(kind=kind, symbol=Symbol(symbol) if symbol else None, **given)


class Graph(NetworkxStore):
    """The reference store with words for tests."""

    def put(self, *files: SourceFile) -> Graph:
        self.apply(changes(self, put=files))
        return self

    def take_away(self, *keys: str) -> Graph:
        self.apply(changes(self, put=(), remove=[FileKey(key) for key in keys]))
        return self

    def documents(self, symbol: Word = None) -> list[Document]:
        """The documents of this number (all when none is given), ordered by id."""
        found = [node for node in self.scan(NodeKind.DOCUMENT) if isinstance(node, Document)]
        return [node for node in found if symbol is None or node.symbol == symbol]

    def meant(self, key: str, index: int = 0) -> Document:
        """The document that a mention was resolved to: a citation, or the file itself at -1."""
        for one in self.mentions([FileKey(key)]):
            if one.mention.index == index:
                found = self.nodes([one.document])[one.document]
                assert isinstance(found, Document)
                return found
        raise KeyError((key, index))

    def relations(self) -> list[Edge]:
        """Edges between documents."""
        kinds = {relation.value for relation in Relation}
        return [edge for edge in self.scan_edges() if edge.kind.value in kinds]

    def of_kind(self, kind: EdgeKind) -> list[Edge]:
        return [edge for edge in self.scan_edges() if edge.kind is kind]

    def content(self) -> dict[str, object]:
        """Everything that must be the same whatever came first."""
        files = [row.key for row in self.ledger()]
        nodes = [node for kind in NodeKind for node in self.scan(kind)]
        meant = self.mentions(files)
        groups = self.groups({one.mention.block for one in meant})
        edges = [*self.scan_edges()]
        return {"nodes": nodes, "edges": edges, "meant": meant, "groups": groups, "files": files}


@pytest.fixture
def graph() -> Graph:
    """An empty store."""
    return Graph()


@pytest.fixture(scope="session")
def empty() -> Callable[[], Graph]:
    """Makes empty stores."""
    return Graph


@pytest.fixture(scope="session")
def file() -> Callable[..., SourceFile]:
    """Makes a file from what a test says of it (the fields of `Sayings`)."""
    return lambda key="a.txt", **said: Sayings(key=key, **said).file()


@pytest.fixture(scope="session", name="cite")
def cite_fixture() -> Callable[..., Citation]:
    """Makes a citation: the number, then fields of Citation."""
    return cite
