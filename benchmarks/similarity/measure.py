"""Precision and recall of the likeness of duties over thresholds, on pairs.csv (our own sentences).

python benchmarks/similarity/measure.py
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from graph.vocabulary.turns import subject_words
from queries.similar import likeness

Scores = dict[str, list[float]]
QUESTIONS = {
    "one duty": ({"same"}, {"different"}),
    "one duty about one system": ({"same-topic", "close-topic"}, {"different-topic"}),
    "handed down": ({"same", "carried"}, {"different"}),
}
"""Question -> the labels that are right and those that are wrong."""


def scores() -> Scores:
    """Label -> the likeness of its pairs; a pair about one named system has a label of its own besides."""
    found: Scores = {}
    with (Path(__file__).parent / "pairs.csv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            score = likeness(subject_words(row["one"]), subject_words(row["other"]))
            labels = [row["label"]] + ([f"{row['label']}-topic"] if row["topic"] else [])
            for label in labels:
                found.setdefault(label, []).append(score)
    return found


def main() -> None:
    """A table for each question."""
    found = scores()
    print({label: len(values) for label, values in sorted(found.items())})
    for question, (right, wrong) in QUESTIONS.items():
        good = [score for label in right for score in found.get(label, [])]
        bad = [score for label in wrong for score in found.get(label, [])]
        print(f"\n{question}\nthreshold precision recall F1")
        for threshold in range(60, 97, 1):
            hits = sum(score >= threshold for score in good)
            taken = hits + sum(score >= threshold for score in bad)
            precision, recall = hits / max(taken, 1), hits / len(good)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{threshold:9} {precision:9.2f} {recall:6.2f} {f1:4.2f}")


if __name__ == "__main__":
    main()
