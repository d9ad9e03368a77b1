"""What became of duties (kết quả): recorded by people beside the graph, joined by the id of the task."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import NodeId
from graph.store import View
from graph.text import fold

_DONE = frozenset(map(fold, ("done", "xong", "hoàn thành", "đã hoàn thành", "đã xong")))


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line that a person recorded: the state of a task on a day, in any words."""

    task: NodeId
    status: str
    note: str | None = None
    date: str | None = None

    @property
    def done(self) -> bool:
        """Whether the words say that nothing is left to do."""
        return fold(self.status) in _DONE


def latest(outcomes: Iterable[Outcome]) -> dict[NodeId, Outcome]:
    """The last line of each task: the newest day, of one day the later line."""
    found: dict[NodeId, Outcome] = {}
    for outcome in outcomes:
        before = found.get(outcome.task)
        if before is None or (before.date or "") <= (outcome.date or ""):
            found[outcome.task] = outcome
    return found


def orphaned(view: View, outcomes: Mapping[NodeId, Outcome]) -> tuple[Outcome, ...]:
    """Outcomes whose task the store no longer has: its text or its document's number changed."""
    there = view.nodes(sorted(outcomes))
    return tuple(outcomes[id] for id in sorted(outcomes) if id not in there)
