"""Answers that show themselves in a notebook: the last line of a cell is the picture of what was asked.

store = open_store("sqlite:///chidao.db", readonly=True)
trace(store, "15/CT-UBND")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chidao import messages, views
from chidao.labels import details, label, relation, status
from chidao.options import follow_kinds
from chidao.render.filling import fill
from chidao.render.page import network_page
from chidao.render.picture import picture as drawn
from graph.model import EdgeKind, Evidence, NodeKind, ParsedDocument
from graph.store import View
from loaders.ingest import IngestReport
from queries.evidence import Quote, quotes
from queries.start import start
from queries.subgraph import Subgraph, subgraph
from queries.tasks import tasks
from queries.trace import Hop, Trace, trace

FRAME_HEIGHT = 620


@dataclass(frozen=True, slots=True)
class ShownTrace:
    """A trace with the words of its hops."""

    answer: Trace
    quotes: Mapping[Evidence, Quote]

    def _repr_html_(self) -> str:
        paths = [
            {
                "source": views.described(self.answer.nodes[path[-1].target]),
                "steps": [self._step(hop) for hop in path],
            }
            for path in self.answer.paths
        ]
        return fill("notebook_trace.html", paths=paths, coverage=views.coverage_line(self.answer))

    def _step(self, hop: Hop) -> dict[str, Any]:
        places = [edge.evidence for edge in hop.edges]
        return {
            "source": label(self.answer.nodes[hop.source]),
            "relation": relation(hop.kind),
            "target": label(self.answer.nodes[hop.target]),
            "quotes": [(*self.quotes[place].parts, place.file) for place in places],
        }


@dataclass(frozen=True, slots=True)
class ShownTable:
    """Rows under columns, and the answer that they show."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    answer: object

    def _repr_html_(self) -> str:
        return fill("notebook_table.html", columns=self.columns, rows=self.rows)


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text with every citation and task marked."""

    text: str
    parsed: ParsedDocument

    def _repr_html_(self) -> str:
        return fill("notebook_text.html", pieces=list(self._pieces()))

    def _pieces(self) -> Iterator[tuple[str, str]]:
        """Stretches of the text with what they are: a citation, or nothing."""
        end = 0
        for citation in sorted(self.parsed.citations, key=lambda citation: citation.start):
            if citation.start >= end:
                yield self.text[end : citation.start], ""
                yield self.text[citation.start : citation.end], relation(EdgeKind(citation.relation))
                end = citation.end
        yield self.text[end:], ""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """The picture of a document, in a frame that travels with the notebook."""

    part: Subgraph

    def _repr_html_(self) -> str:
        title = messages.text("render.title", name=label(self.part.nodes[self.part.start]))
        page = network_page(drawn(self.part))
        return fill("notebook_frame.html", page=page, title=title, height=FRAME_HEIGHT)


def chains(view: View, document: str, *, follow: str = "", all_paths: bool = False) -> ShownTrace:
    """Where a document comes from; `follow` as on the command line ("amends,mentions")."""
    answer = trace(view, start(view, document), follow=follow_kinds(follow), all_paths=all_paths)
    return ShownTrace(answer, quotes(view, (e for path in answer.paths for hop in path for e in hop.edges)))


def duties(view: View, *, document: str | None = None, **conditions: Any) -> ShownTable:
    """Who must do what by when; conditions as of `queries.tasks.tasks`."""
    answer = tasks(view, document=start(view, document) if document else None, **conditions)
    return ShownTable(views.TASK_COLUMNS, tuple(views.task_row(row) for row in answer.rows), answer)


def documents(view: View) -> ShownTable:
    """Every document that was read or cited."""
    nodes = tuple(view.scan(NodeKind.DOCUMENT))
    rows = tuple((label(node), details(node), status(node)) for node in nodes)
    return ShownTable(("document", "details", "status"), rows, nodes)


def ingested(report: IngestReport) -> ShownTable:
    """What an ingest did."""
    names = ("files", "new", "changed", "unchanged", "removed")
    row = (*(getattr(report, name) for name in names), len(report.failed))
    return ShownTable((*names, "failed"), (row,), report)


def marked(text: str, parsed: ParsedDocument) -> ShownText:
    """What a file says, shown in its own text."""
    return ShownText(text, parsed)


def picture(view: View, document: str) -> ShownPicture:
    """The chain of a document, its tasks and who does them."""
    return ShownPicture(subgraph(view, start(view, document)))
