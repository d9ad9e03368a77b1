"""What comment letters (góp ý) propose against the drafts that they comment on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity.agencies import agency
from graph.identity.evidence import evidence
from graph.identity.mentions import file_place
from graph.identity.tasks import tasks as tasks_of
from graph.model import Agency, Drafted, Edge, EdgeKind, FileKey, Modality, NodeId, SourceFile, TaskMention
from graph.store import TaskFilter, View
from queries.claims import Claim
from queries.tasks import owner_of

_COMMENTS = frozenset({EdgeKind.COMMENTS_ON})
_ASSIGNS = frozenset({EdgeKind.ASSIGNS})


@dataclass(frozen=True, slots=True)
class Proposal:
    """A duty that a letter proposes against what the draft says."""

    task: NodeId
    draft: Claim
    """What the draft says; without owners where the letter only words it anew."""
    agencies: tuple[Agency, ...]
    """The owners of `draft`: the letter alone names them, so the store need not hold them."""


def proposals(view: View) -> dict[NodeId, Proposal]:
    """By task, each proposed duty that meets a draft; only the files of such duties are read; four trips."""
    proposed = view.tasks(TaskFilter(modality=Modality.PROPOSED))
    given = view.edges_to([task.id for task in proposed], _ASSIGNS) if proposed else ()
    documents = {edge.evidence.file: edge.source for edge in given}
    comments = _by_file(view.edges_from(sorted(set(documents.values())), _COMMENTS) if documents else ())
    found: dict[NodeId, Proposal] = {}
    for key, file in view.files(sorted(documents)).items():
        named = sorted(comments.get(key, ()), key=lambda edge: edge.evidence.start)
        for mention, task in zip(file.parsed.tasks, tasks_of(file, documents[key]), strict=True):
            if mention.modality is Modality.PROPOSED:
                met = _drafted(file, mention, task.id, named) or _rewritten(mention, task.id, named)
                if met is not None:
                    found.setdefault(task.id, met)
    return found


def _by_file(edges: Iterable[Edge]) -> Mapping[FileKey, list[Edge]]:
    """The places where letters name the drafts that they comment on."""
    found: dict[FileKey, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.evidence.file, []).append(edge)
    return found


def _drafted(file: SourceFile, mention: TaskMention, task: NodeId, named: Sequence[Edge]) -> Proposal | None:
    """Whom the draft gives the duty to, by the words of the letter."""
    said = mention.drafted
    if said is None or not named:
        return None
    place = file_place(file)
    nodes = tuple(agency(each.name, file=file.key, place=place) for each in said.agencies)
    owners = [owner_of(node, each.name) for node, each in zip(nodes, said.agencies, strict=True)]
    sentence = (said.sentence_start, said.sentence_end)
    proof = evidence(file, (said.start, said.end), sentence=sentence, rule="drafted")
    draft = _nearest(said, named)
    return Proposal(task, Claim(tuple(owners), proof, draft.target, pinpoint=draft.pinpoint), nodes)


def _nearest(said: Drafted, named: Sequence[Edge]) -> Edge:
    """The place that names the draft: in the same sentence, else the last one before it, else the first."""
    inside = [edge for edge in named if said.sentence_start <= edge.evidence.start < said.sentence_end]
    before = [edge for edge in named if edge.evidence.start < said.start]
    return (inside or before or named[:1])[-1]


def _rewritten(mention: TaskMention, task: NodeId, named: Sequence[Edge]) -> Proposal | None:
    """The part of the draft that the sentence of the duty names: "Tại điểm b … chỉnh sửa thành “…”"."""
    for edge in named:
        place = edge.evidence
        if edge.pinpoint and place.sentence_start <= mention.start and mention.end <= place.sentence_end:
            return Proposal(task, Claim((), place, edge.target, pinpoint=edge.pinpoint), ())
    return None
