"""What reading gains and loses against the last accepted figures: by figure, by document, by trap.

    python benchmarks/accuracy/report.py ../shared            the report; status 1 when a figure fell
    python benchmarks/accuracy/report.py ../shared --errors 5 with what is wrong in each document
    python benchmarks/accuracy/report.py ../shared --accept   keep the present figures as the last ones

`../shared` holds gold/dev with labels, gold/score.py, and corpus/, whose labels are kept here in unseen/.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from scoring import ASIDE, Counts, Labelled, counts, gold, pooled, unseen

LAST = Path(__file__).with_name("last.json")

TOLERANCE = 0.002
"""A figure may fall by 0.2 points: one doubtful label."""

ROUNDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
"""Our own labels: made before the program had read the documents, then used to mend it, round by round."""

TRAPS: Mapping[str, Callable[[str], bool]] = {
    "no letterhead": lambda text: "Độc lập" not in text,
    "every line followed by an empty one": lambda text: text.count("\n\n") > 0.8 * text.count("\n") / 2,
    "copied from a web site": lambda text: "\n|" in text,
    "drafts and quoted duties": lambda text: "dự thảo" in text,
    "annex": lambda text: "PHỤ LỤC" in text or "Phụ lục" in text,
    "provisions of a normative text": lambda text: "\nĐiều " in text or "**Điều " in text,
    "footnotes": lambda text: "[1]" in text,
}
"""What makes a document hard to read, told from its text."""


def main() -> int:
    """Print the report; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    columns = {"dev": gold(options.shared)}
    columns |= {f"{name} round": unseen(options.shared, name) for name in ROUNDS}
    documents = [document for column in columns.values() for document in column]
    now = counts(documents, options.shared, show_errors=options.errors)
    last = _last()
    _print_table({title: [one.name for one in column] for title, column in columns.items()}, now)
    _print_traps(documents, now)
    _print_changes(now, last)
    fallen = falls(now, last)
    for figure, before, after in fallen:
        sys.stdout.write(f"fell: {figure} from {before:.4f} to {after:.4f}\n")
    if options.accept:
        LAST.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return 0
    return 1 if fallen else 0


def falls(now: Mapping[str, Counts], last: Mapping[str, Counts]) -> list[tuple[str, float, float]]:
    """Figures over the documents of both runs that are lower than they were."""
    both = now.keys() & last.keys()
    before, after = pooled(last[name] for name in both), pooled(now[name] for name in both)
    return [
        (figure, before[figure], after[figure])
        for figure in sorted(before.keys() & after.keys())
        if after[figure] < before[figure] - TOLERANCE
    ]


def changes(now: Mapping[str, Counts], last: Mapping[str, Counts]) -> list[tuple[str, str, float]]:
    """Document, figure, difference: what is not as it was, the losses first."""
    found = [
        (name, figure, _value(now[name][figure]) - _value(last[name][figure]))
        for name in sorted(now.keys() & last.keys())
        for figure in now[name].keys() & last[name].keys()
    ]
    return sorted((row for row in found if row[2]), key=lambda row: (row[2] > 0, row))


def _value(count: Sequence[int]) -> float:
    right, of = count
    return right / of if of else 1.0


def _last() -> dict[str, Counts]:
    if not LAST.exists():
        return {}
    stored = json.loads(LAST.read_text(encoding="utf-8"))
    return {name: {figure: tuple(count) for figure, count in row.items()} for name, row in stored.items()}


def _print_table(columns: Mapping[str, Sequence[str]], now: Mapping[str, Counts]) -> None:
    aside = [name for name in columns["dev"] if name in ASIDE]
    shown = {"dev": columns["dev"], "kept aside at first": aside, **columns}
    tables = [pooled(now[name] for name in names) for names in shown.values()]
    heads = [f"{title} ({len(names)})" for title, names in shown.items()]
    _row("figure", heads)
    _row("---", ["---"] * len(heads))
    for figure in tables[0]:
        _row(figure, [f"{table[figure]:.4f}" if figure in table else "" for table in tables])


def _print_traps(documents: Sequence[Labelled], now: Mapping[str, Counts]) -> None:
    sys.stdout.write("\n")
    figures = ("numbered F1", "citation.relation", "task F1", "task.lead")
    _row("trap", ["documents", *figures])
    _row("---", ["---"] * (len(figures) + 1))
    texts = {one.name: one.text.read_text(encoding="utf-8") for one in documents}
    for trap, holds in TRAPS.items():
        names = [name for name, text in texts.items() if holds(text)]
        table = pooled(now[name] for name in names)
        _row(trap, [str(len(names)), *(f"{table.get(figure, 1.0):.4f}" for figure in figures)])


def _print_changes(now: Mapping[str, Counts], last: Mapping[str, Counts]) -> None:
    sys.stdout.write("\n")
    for name, figure, difference in changes(now, last):
        sys.stdout.write(f"{'gain' if difference > 0 else 'LOSS'} {difference:+.4f}  {figure}  {name}\n")


def _row(first: str, cells: Sequence[str]) -> None:
    sys.stdout.write(f"| {first} | {' | '.join(cells)} |\n")


if __name__ == "__main__":
    sys.exit(main())
