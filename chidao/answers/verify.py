"""The answer of `chidao verify`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from chidao import messages, output
from chidao.answers.common import Object, Quotes, name, proofs
from chidao.json_answers import nodes_object, reach_object
from chidao.labels import readable_date, shorten

if TYPE_CHECKING:
    from graph.export.details import Details
    from queries.verify import Mismatch, Verification, Verified

COLUMNS = ("finding", "citation", "document", "why", "start")


def as_object(answer: Verification, file: str, quotes: Quotes, beside: Details) -> Object:
    """As docs/schemas/verify.json says."""
    return {
        "file": file,
        "clean": answer.clean,
        "counts": dict(sorted(Counter(str(one.finding) for one in answer.citations).items())),
        "nodes": nodes_object(answer.nodes, beside),
        "coverage": reach_object(answer.nodes),
        "citations": [_citation(one, quotes) for one in answer.citations],
    }


def _citation(one: Verified, quotes: Quotes) -> Object:
    return {
        "index": one.index,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "sentence": one.sentence,
        "finding": one.finding,
        "documents": list(one.documents),
        "mismatches": [
            {"field": wrong.field, "stated": wrong.stated, "right": wrong.right} for wrong in one.mismatches
        ],
        "standing": one.standing,
        "changed_by": [
            {"id": edge.source, "edge": edge.kind, "evidence": proofs([edge], quotes)}
            for edge in one.changed_by
        ],
    }


def show(answer: Verification) -> None:
    """Each citation on a line, in the order of the text; then the sum."""
    rows = []
    for one in answer.citations:
        finding = messages.text(f"finding.{one.finding}") if output.on_terminal() else str(one.finding)
        meant = "; ".join(name(answer.nodes, id) for id in one.documents[:3])
        rows.append((finding, shorten(" ".join(one.quote.split()), 120), meant, _why(answer, one), one.start))
    output.table(COLUMNS, rows)
    output.say("verify.clean" if answer.clean else "verify.not_clean", count=len(rows))


def _why(answer: Verification, one: Verified) -> str:
    reasons = [_wrong(wrong) for wrong in one.mismatches]
    if one.changed_by:
        names = ", ".join(dict.fromkeys(name(answer.nodes, edge.source) for edge in one.changed_by))
        reasons.append(f"{messages.text(f'standing.{one.standing}')}: {names}")
    return "; ".join(reasons)


def _wrong(wrong: Mismatch) -> str:
    stated, right = wrong.stated, wrong.right
    if wrong.field == "date":
        stated, right = readable_date(stated), readable_date(right)
    return messages.text(
        "verify.mismatch", field=messages.text(f"column.{wrong.field}"), stated=stated, right=right
    )
