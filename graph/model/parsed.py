"""What one file says: spans into its raw text, without ids."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.kinds import CitationKind, DeadlineOperator, FileKey, Modality, Relation, Symbol


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
class Drafted:
    """Whom a draft gives a duty to, as a letter that comments on the draft says or quotes it."""

    agencies: tuple[AgencyMention, ...]
    start: int
    end: int
    """The words that say it: "nhiệm vụ giao Văn phòng UBND tỉnh"."""
    sentence_start: int
    sentence_end: int


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
    drafted: Drafted | None = None
    """Of a proposed duty: whom the draft gives it to."""


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
class Beside:
    """What people state beside a file (metadata.csv), because a scan does not say it: claims of that file."""

    symbol: Symbol | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None


NOTHING_BESIDE = Beside()


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
    """Stated by a person beside the file (`--jurisdiction`, metadata.csv): a claim of this file."""
    beside: Beside = NOTHING_BESIDE
    origin: str | None = None
    """Folder that `key` is relative to, on this machine: for the ledger only, never part of the graph."""
