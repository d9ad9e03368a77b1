"""The finders as spaCy components: thin wrappers, so that a pipeline and `chidao parse` can never disagree.

`directive_citations`, `directive_agencies` and `directive_tasks` fill `doc.spans` under "citations",
"agencies" and "tasks". A span is the smallest run of tokens around what was found; its exact offsets and all
else that is known of it stand in `span._.chidao`, and what the whole text says in `doc._.chidao`, as plain
values. Use `spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})`: without the flag spaCy
wants pyvi.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from graph.model import ParsedDocument
from graph.plain import to_plain
from loaders import RULES_VERSION
from loaders.read import read_text

Row = dict[str, Any]
"""One finding as plain values, with `start` and `end` in code points of the text."""

EXTENSION = "chidao"


@dataclass(frozen=True, slots=True)
class Finder:
    """A component that fills one group of spans."""

    group: str
    label: str
    text_of: Callable[[Row], str]
    """What stands in `span.id_`: the normalised symbol, the name, the section."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the text (once for all components) and add the spans of this group."""
        found = [(row, self._span(doc, row)) for row in _said(doc)[self.group]]
        doc.spans[self.group] = [span for _, span in found]
        for row, span in found:
            span._.set(EXTENSION, row)
        return doc

    def _span(self, doc: Doc, row: Row) -> Span:
        span = doc.char_span(row["start"], row["end"], label=self.label, alignment_mode="expand")
        if span is None:
            raise ValueError(f"the tokens of this text do not reach {row['start']}-{row['end']}")
        span.id_ = self.text_of(row)
        return span

    def to_bytes(self, **_: Any) -> bytes:
        """The version of the rules: all that a pipeline must remember."""
        return json.dumps({"rules": RULES_VERSION}).encode()

    def from_bytes(self, data: bytes, **_: Any) -> Finder:
        """Warn when a pipeline was saved with other rules: its results may differ."""
        saved = json.loads(data)["rules"]
        if saved != RULES_VERSION:
            warnings.warn(f"saved with rules {saved}, read by rules {RULES_VERSION}", stacklevel=2)
        return self

    def to_disk(self, path: Path, **_: Any) -> None:
        """Write what `to_bytes` gives."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path, **_: Any) -> Finder:
        """Read what `to_disk` wrote."""
        return self.from_bytes(Path(path).read_bytes())


@Language.factory("directive_citations", assigns=["doc.spans"])
def make_citations(nlp: Language, name: str) -> Finder:
    """Citations (viện dẫn); `span.id_` is the symbol as normalised, or the name."""
    return Finder("citations", "CITATION", lambda row: row.get("symbol") or row.get("name") or "")


@Language.factory("directive_agencies", assigns=["doc.spans"])
def make_agencies(nlp: Language, name: str) -> Finder:
    """Agencies (cơ quan) that issue, receive, lead, coordinate or are reported to."""
    return Finder("agencies", "AGENCY", lambda row: str(row["name"]))


@Language.factory("directive_tasks", assigns=["doc.spans"])
def make_tasks(nlp: Language, name: str) -> Finder:
    """Duties (nhiệm vụ); `span.id_` is the section."""
    return Finder("tasks", "TASK", lambda row: row.get("section") or "")


def _said(doc: Doc) -> dict[str, Any]:
    """Everything that the text says, read once for each doc."""
    if doc._.get(EXTENSION) is None:
        parsed = read_text(doc.text)
        said = to_plain(parsed, keep_defaults=True)
        doc._.set(EXTENSION, said | {"agencies": list(_agencies(parsed))})
    said_of_it: dict[str, Any] = doc._.get(EXTENSION)
    return said_of_it


def _agencies(parsed: ParsedDocument) -> Iterator[Row]:
    """Every agency that has a role, once for each place."""
    roles = [("addressee", parsed.header.addressees), ("copied_to", parsed.header.copied_to)]
    for task in parsed.tasks:
        roles += [("lead", task.lead), ("coordinate", task.coordinate), ("report_to", task.report_to)]
    rows: list[Row] = []
    if issuer := parsed.header.issuer:
        rows.append({"name": issuer.value, "start": issuer.start, "end": issuer.end, "role": "issuer"})
    rows += [to_plain(agency) | {"role": role} for role, agencies in roles for agency in agencies]
    yield from {(row["start"], row["end"]): row for row in reversed(rows)}.values()


for _kind in (Doc, Span):
    if not _kind.has_extension(EXTENSION):
        _kind.set_extension(EXTENSION, default=None)
