"""The vocabulary of the whole system: what a file says, and what the graph holds.

Part one is the ParsedDocument, everything that one file says as spans into its raw text, without ids.
Part two is the graph: nodes and edges with their evidence. Offsets count code points of the raw text.
Dates are ISO text with the printed precision ("2026", "2026-01", "2026-01-05").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

NodeId = NewType("NodeId", str)
FileKey = NewType("FileKey", str)
"""Path relative to the folder that was ingested, NFC, with '/'; the bare name for a file given by itself."""
Symbol = NewType("Symbol", str)
"""A number and symbol (số, ký hiệu) that passed `graph.symbol.compact`: NFC, no blanks, ASCII hyphen."""
BlockKey = NewType("BlockKey", str)
"""All mentions that may be one document share a block (`graph.symbol.fold` for numbered ones)."""


class Relation(StrEnum):
    """What one document does to another, in the order of contract and guide."""

    BASIS = "basis"
    IMPLEMENTS = "implements"
    DIRECTED_BY = "directed_by"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    CORRECTS = "corrects"
    GUIDES = "guides"
    COMMENTS_ON = "comments_on"
    RESPONDS_TO = "responds_to"
    ATTACHES = "attaches"
    PROMULGATES = "promulgates"
    REPORTS_ON = "reports_on"
    MENTIONS = "mentions"


class EdgeKind(StrEnum):
    """Every kind of edge: the fourteen relations between documents, then the others."""

    BASIS = "basis"
    IMPLEMENTS = "implements"
    DIRECTED_BY = "directed_by"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    CORRECTS = "corrects"
    GUIDES = "guides"
    COMMENTS_ON = "comments_on"
    RESPONDS_TO = "responds_to"
    ATTACHES = "attaches"
    PROMULGATES = "promulgates"
    REPORTS_ON = "reports_on"
    MENTIONS = "mentions"
    ISSUED_BY = "issued_by"
    ADDRESSED_TO = "addressed_to"
    COPIED_TO = "copied_to"
    ASSIGNS = "assigns"
    LED_BY = "led_by"
    COORDINATED_WITH = "coordinated_with"
    REPORTS_TO = "reports_to"
    MONITORED_BY = "monitored_by"
    GROUNDED_IN = "grounded_in"
    CONCERNS = "concerns"
    PART_OF = "part_of"
    SUCCEEDED_BY = "succeeded_by"


class CitationKind(StrEnum):
    """How a citation names its document: by number, by name, as a draft, or by pointing back."""

    NUMBERED = "numbered"
    NAMED = "named"
    DRAFT = "draft"
    ANAPHORA = "anaphora"


class Modality(StrEnum):
    """Whether a duty is ordered (giao), suggested in a comment letter (góp ý), or asked for (đề nghị)."""

    ASSIGNED = "assigned"
    PROPOSED = "proposed"
    REQUESTED = "requested"


class DeadlineOperator(StrEnum):
    """What the time phrase of a duty means: trước, chậm nhất, từ, định kỳ, kể từ, thường xuyên."""

    BEFORE = "before"
    BY = "by"
    START = "start"
    RECURRING = "recurring"
    RELATIVE = "relative"
    CONTINUOUS = "continuous"


class Status(StrEnum):
    """A document is loaded when one of its files was read, else only cited."""

    LOADED = "loaded"
    CITED = "cited"


# ---- what one file says ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that the text states, its place, and the route by which it was found ("letterhead")."""

    value: str
    start: int
    end: int
    route: str


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """An agency, office or position as printed (white space collapsed), and its place."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the text states about itself; None where it does not."""

    type: Stated | None = None
    symbol: Stated | None = None
    symbol_tail: str | None = None
    """The symbol after a number left blank ("Số:       /VP-TTPVHCC")."""
    date: Stated | None = None
    issuer: Stated | None = None
    signer: Stated | None = None
    subject: Stated | None = None
    """Trích yếu, without its introducer (V/v, Về việc)."""
    place: Stated | None = None
    """Địa danh of the place line, as printed ("Lạng Sơn")."""
    jurisdiction: Stated | None = None
    """Canonical name path of the province or commune that issued it ("tỉnh Lạng Sơn")."""
    addressees: tuple[AgencyMention, ...] = ()
    copied_to: tuple[AgencyMention, ...] = ()
    """Nơi nhận, one entry for each dash line that names an agency."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of another document (viện dẫn)."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    kind: CitationKind
    relation: Relation
    rule: str
    """Name of the rule that found it."""
    type: str | None = None
    """The printed type word as a canonical noun ("Công văn")."""
    symbol: Symbol | None = None
    """As the text shows it; a short number ("Nghị quyết 57") has none."""
    date: str | None = None
    issuer: str | None = None
    issuer_route: str | None = None
    """after | before | heading | distributed"""
    pinpoint: str | None = None
    name: str | None = None
    """Name of a document cited without number ("Luật Đất đai", "Nghị quyết 57")."""
    subject: str | None = None
    """Title that follows the citation (trích yếu), without its introducer."""
    symbol_repaired: Symbol | None = None
    repair: str | None = None
    """Why the symbol was repaired ("lost hyphen"), as in `graph.symbol.REPAIRS`."""
    antecedent: int | None = None
    """For an anaphora: index of the citation that it points back to."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two documents that the file cites ("A được sửa đổi bởi B")."""

    source: int
    target: int
    relation: Relation
    """`source` and `target` are indexes into the citations: source acts on target."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Time phrase of a duty. `date` is what can be read off; from and to bound it for comparison."""

    text: str
    start: int
    end: int
    operator: DeadlineOperator
    date: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    recurrence: str | None = None
    """ISO 8601 duration ("P1W"), for what comes again."""


@dataclass(frozen=True, slots=True)
class TaskMention:
    """One duty given to a named actor (nhiệm vụ)."""

    start: int
    end: int
    modality: Modality
    section: str | None
    lead: tuple[AgencyMention, ...]
    coordinate: tuple[AgencyMention, ...] = ()
    report_to: tuple[AgencyMention, ...] = ()
    monitor: tuple[AgencyMention, ...] = ()
    deadline: Deadline | None = None
    sentence_start: int = 0
    sentence_end: int = 0
    """The item or sentence that shows the duty to a person."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class TopicMention:
    """A named system, portal, database or programme that a duty is about."""

    name: str
    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything that one file says. Spans only, no ids: `graph.identity` gives those."""

    header: Header
    citations: tuple[Citation, ...] = ()
    links: tuple[Link, ...] = ()
    topics: tuple[TopicMention, ...] = ()
    tasks: tuple[TaskMention, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that was read: its text, what was parsed from it, and what was said beside it."""

    key: FileKey
    sha256: str
    """Of the bytes of the file."""
    text: str
    parsed: ParsedDocument
    rules: str
    """Version of the rules that parsed it (`loaders.RULES_VERSION`)."""
    jurisdiction: str | None = None
    """Stated by a person beside the file (`--jurisdiction`): a claim of this file."""
    origin: str | None = None
    """Folder that `key` is relative to, on this machine: for the ledger only, never part of the graph."""


# ---- the graph ---------------------------------------------------------------------------------


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
    claims: tuple[Claims, ...] = ()
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


class NodeKind(StrEnum):
    """The kinds of nodes that queries see."""

    DOCUMENT = "document"
    AGENCY = "agency"
    TASK = "task"
    TOPIC = "topic"


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


# ---- resolution --------------------------------------------------------------------------------

OWN_IDENTITY = -1
"""`DocumentMention.index` of a file's own identity; citations count from 0."""


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """What one place in one file says about which document it means: the input of resolution.

    A block is resolved from its mentions alone, so every fact that decides is in here.
    """

    file: FileKey
    index: int
    block: BlockKey
    symbol: Symbol | None = None
    type: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    jurisdiction: str | None = None
    """What the mention says itself, else what its file states in its own head or claims."""
    name: str | None = None
    draft: bool = False
    reason: str | None = None
    """Reason of a repaired symbol, None when it is as printed."""
    printed: Symbol | None = None
    """The symbol as printed, where `symbol` is a repaired reading of it."""
    certain: bool = True
    """False for a repair that counts only where a sound mention confirms it."""
    local: bool = False
    """True where every place numbers for itself: the jurisdiction decides."""
    period: str | None = None
    """Year or congress term in which the number counts; "" where it never comes again; None: not known."""
    sidecar: bool = False
    """True where a value was stated beside the file, not in it."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A mention and the document it was resolved to."""

    mention: DocumentMention
    document: NodeId


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that one step of ingest writes: all of it or none.

    `apply` in this order: drop the edges and resolved mentions of `refreshed` and `removed` files; drop the
    file rows of `removed`; delete `dropped_nodes`; put `nodes` (by id, replacing), `files`, `resolved` and
    `edges`; then delete every agency, task and topic that a dropped edge touched and that no edge touches
    any more.
    Applying the same ChangeSet twice is the same as once.
    """

    removed: tuple[FileKey, ...] = ()
    """Files that go."""
    refreshed: tuple[FileKey, ...] = ()
    """Files whose edges and resolved mentions are replaced by those given here."""
    files: tuple[SourceFile, ...] = ()
    """File rows to put (new or changed files)."""
    dropped_nodes: tuple[NodeId, ...] = ()
    nodes: tuple[Node, ...] = ()
    resolved: tuple[Resolved, ...] = ()
    edges: tuple[Edge, ...] = field(default=())
