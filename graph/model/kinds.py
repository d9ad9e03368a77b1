"""Ids and kinds: what a node, an edge, a citation, a duty can be."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

NodeId = NewType("NodeId", str)
FileKey = NewType("FileKey", str)
"""Path relative to the folder that was ingested, NFC, with '/'; the bare name for a file given by itself."""
Symbol = NewType("Symbol", str)
"""A number and symbol (số, ký hiệu) that passed `graph.symbol.compact`: NFC, no blanks, ASCII hyphen."""
BlockKey = NewType("BlockKey", str)
"""All mentions that may be one document share a block (`graph.symbol.fold` for numbered ones)."""


class NodeKind(StrEnum):
    """The kinds of nodes that queries see."""

    DOCUMENT = "document"
    AGENCY = "agency"
    TASK = "task"
    TOPIC = "topic"


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
