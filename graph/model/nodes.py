"""The graph: nodes, and edges with the place that proves them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.kinds import BlockKey, EdgeKind, FileKey, Modality, NodeId, Status, Symbol
from graph.model.parsed import Deadline


@dataclass(frozen=True, slots=True)
class Claims:
    """What each file says of one field: value -> the files that say so, both sorted."""

    field: str
    values: tuple[tuple[str, tuple[FileKey, ...]], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """Văn bản: loaded from a file, or known only because others cite it."""

    id: NodeId
    block: BlockKey
    symbol: Symbol | None = None
    type: str | None = None
    issuer: str | None = None
    date: str | None = None
    subject: str | None = None
    jurisdiction: str | None = None
    tier: int | None = None
    """1 Party centre; 2 National Assembly, Government, Prime Minister; 3 ministries; 4 province;
    5 department; 6 commune."""
    status: Status = Status.CITED
    draft: bool = False
    files: tuple[FileKey, ...] = ()
    candidates: tuple[NodeId, ...] = ()
    """Other documents that this one may be, when its mentions say too little."""
    reason: str | None = None
    """How the mentions came together when that needs saying ("elimination", "no place")."""


@dataclass(frozen=True, slots=True)
class Agency:
    """Cơ quan, tổ chức, chức danh as an issuer or owner."""

    id: NodeId
    name: str
    jurisdiction: str | None = None
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """Nhiệm vụ."""

    id: NodeId
    text: str
    document: NodeId
    modality: Modality
    section: str | None = None
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Đối tượng quản lý: a named system, portal, database or programme."""

    id: NodeId
    name: str
    kind: str


Node = Document | Agency | Task | Topic


@dataclass(frozen=True, slots=True)
class Evidence:
    """The place that proves an edge: `quote` is exactly `text[start:end]` of that file."""

    file: FileKey
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    rule: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge for each mention: the same citation twice in a file is two edges, at two places."""

    kind: EdgeKind
    source: NodeId
    target: NodeId
    evidence: Evidence
    pinpoint: str | None = None
    printed: str | None = None
    """The printed words of an agency ("UBND tỉnh"), for edges to an agency."""
