"""The vocabulary of the whole system.

`parsed` is what one file says, `nodes` what the graph holds, `changes` what decides and what is written.
Offsets count code points of the raw text. Dates are ISO text with the printed precision ("2026", "2026-01",
"2026-01-05").
"""

from graph.model.changes import (
    OWN_IDENTITY,
    ChangeSet,
    Count,
    DocumentMention,
    MentionGroup,
    Resolved,
)
from graph.model.kinds import (
    BlockKey,
    CitationKind,
    DeadlineOperator,
    EdgeKind,
    FileKey,
    Modality,
    NodeId,
    NodeKind,
    Relation,
    Status,
    Symbol,
)
from graph.model.nodes import Agency, Claims, Document, Edge, Evidence, Node, Task, Topic
from graph.model.parsed import (
    AgencyMention,
    Citation,
    Deadline,
    Drafted,
    Header,
    Link,
    ParsedDocument,
    SourceFile,
    Stated,
    TaskMention,
    TopicMention,
)

__all__ = [
    "OWN_IDENTITY",
    "Agency",
    "AgencyMention",
    "BlockKey",
    "ChangeSet",
    "Citation",
    "CitationKind",
    "Claims",
    "Count",
    "Deadline",
    "DeadlineOperator",
    "Document",
    "DocumentMention",
    "Drafted",
    "Edge",
    "EdgeKind",
    "Evidence",
    "FileKey",
    "Header",
    "Link",
    "MentionGroup",
    "Modality",
    "Node",
    "NodeId",
    "NodeKind",
    "ParsedDocument",
    "Relation",
    "Resolved",
    "SourceFile",
    "Stated",
    "Status",
    "Symbol",
    "Task",
    "TaskMention",
    "Topic",
    "TopicMention",
]
