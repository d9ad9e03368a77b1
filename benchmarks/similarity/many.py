"""How long `disputes` takes over many synthetic duties of one province, of which one in fifty has a rival.

python benchmarks/similarity/many.py [DUTIES]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from graph.model import (
    Agency,
    BlockKey,
    ChangeSet,
    Document,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    Modality,
    NodeId,
    Task,
)
from graph.networkx_view import NetworkxStore
from queries.disputes import disputes

WORDS, LENGTH, OFFICES, TASKS_A_DOCUMENT, RIVALS = 4_000, 22, 40, 20, 50


def main() -> None:
    """Prints CPU seconds and what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    store = NetworkxStore()
    store.apply(_synthetic(count, random.Random(1)))  # noqa: S311
    began = time.process_time()
    answer = disputes(store)
    print(f"{count} duties: {time.process_time() - began:.1f} s of CPU time, {answer.counts['text']} found")


def _synthetic(count: int, chance: random.Random) -> ChangeSet:
    offices = [Agency(NodeId(f"office{at}"), f"Sở Thử nghiệm {at}", tier=5) for at in range(OFFICES)]
    weights = [1 / (rank + 3) for rank in range(WORDS)]
    documents, tasks, edges = [], [], []
    words: list[str] = []
    for at in range(count):
        document = NodeId(f"doc{at // TASKS_A_DOCUMENT}")
        if at % TASKS_A_DOCUMENT == 0:
            block = BlockKey(document)
            documents.append(Document(document, block, jurisdiction="tỉnh Sông Hà", tier=4))
        if at % RIVALS:
            words = [f"tu{rank}" for rank in chance.choices(range(WORDS), weights, k=LENGTH)]
        else:
            words = [*words[1:], "thêm"]
        task = NodeId(f"task{at}")
        tasks.append(Task(task, " ".join(words), document, Modality.ASSIGNED))
        place = Evidence(FileKey(f"{document}.txt"), at, at + 1, "", at, at + 1, "test")
        office = offices[at % OFFICES]
        edges.append(Edge(EdgeKind.ASSIGNS, document, task, place))
        edges.append(Edge(EdgeKind.LED_BY, task, office.id, place, printed=office.name))
    return ChangeSet(nodes=(*offices, *documents, *tasks), edges=tuple(edges))


if __name__ == "__main__":
    main()
