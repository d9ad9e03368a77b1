"""Other ways to find citations, on the same texts in the same run.

spaCy's Matcher has the grammar of symbols, one big `re` also type, date and issuer; eyecite finds citations
of courts in English texts. FLOOR is that of the Vietnamese texts for all, byte by byte: English is ASCII and
costs next to nothing to decode, so that against its own FLOOR any reader looks far worse than it is.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from graph.vocabulary.doc_types import type_words
from reading import recall
from reading.clock import in_turns
from reading.recall import Place
from reading.steps import Documents, steps
from reading.table import Bar, head, row, short

Find = Callable[[str], list[tuple[int, int]]]
"""From a text to the spans that were found in it."""
MakeFind = Callable[[], Find]
"""What is done once, before the clock runs."""

BARS = {"spaCy Matcher": Bar(15, 35, True), "one big re": Bar(5, 10, True), "eyecite": Bar(60, 150, True)}
OURS = ("numbers", "citations")


@dataclass(frozen=True, slots=True)
class Peer:
    """One of them, ready to run, with the texts that it can read."""

    find: Find
    texts: Sequence[str]

    def run(self) -> None:
        """Find all that it finds."""
        for text in self.texts:
            self.find(text)

    def found(self, wanted: Sequence[Sequence[Place]]) -> str:
        """The share of the known symbols."""
        pairs = zip(self.texts, wanted, strict=True)
        inside = sum(recall.of_spans(self.find(text), known) for text, known in pairs)
        return f"{inside / sum(map(len, wanted)):.3f}"


def print_peers(documents: Documents, wanted: Sequence[Sequence[Place]], english: Sequence[str]) -> None:
    """Each peer, how much of what is known it finds, and how much slower than our steps it is."""
    missing = _why_no_eyecite(english)
    peers = {
        "spaCy Matcher": Peer(spacy_matcher(), documents.texts),
        "one big re": Peer(one_big_re(), documents.texts),
    } | ({} if missing else {"eyecite": Peer(eyecite(), english)})
    floors = _floors(documents, peers)
    head("peer", "x FLOOR", "symbols found", *(f"x {name}" for name in OURS), "bar", "reached")
    for name, peer in peers.items():
        slower = [floors[name] / floors[step] for step in OURS]
        found = peer.found(wanted) if wanted and peer.texts is documents.texts else ""
        cells = map(short, slower)
        row(name, short(floors[name]), found, *cells, *BARS[name].cells(slower[-1]))
    if missing:
        row("eyecite", missing, "", "", "", "", "")


def _floors(documents: Documents, peers: Mapping[str, Peer]) -> dict[str, float]:
    """Multiples of FLOOR, of our steps and of the peers, for as many bytes."""
    every = steps(documents)
    runs = {name: every[name] for name in OURS} | {name: peer.run for name, peer in peers.items()}
    sizes = {name: _bytes(peer.texts) for name, peer in peers.items()}
    whole = _bytes(documents.texts)
    return {
        name: measured.floors * whole / sizes.get(name, whole)
        for name, measured in in_turns(documents.raw, runs).items()
    }


def _bytes(texts: Sequence[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def _why_no_eyecite(english: Sequence[str]) -> str:
    if find_spec("eyecite") is None:
        return "not installed: pip install --group bench"
    return "" if english else "needs the English texts of ../shared"


_CODE = "[A-ZĐ][A-Za-zĐđ0-9&]{0,12}"
_NUMBER = r"\d{1,6}[a-z]?"


def spacy_matcher() -> Find:
    """Patterns over tokens: a symbol on one line, or cut once or twice after a hyphen."""
    import spacy  # noqa: PLC0415
    from spacy.matcher import Matcher  # noqa: PLC0415

    start = rf"^[(\[“\"']*{_NUMBER}(?:/\d{{4}})?[/-]"
    groups, end = rf"{_CODE}(?:[-/]{_CODE})*", r"[)\]”\"',;.:]*$"
    begun = {"TEXT": {"REGEX": rf"{start}(?:{_CODE}[-/])*$"}}
    ended = {"TEXT": {"REGEX": rf"^{groups}{end}"}}
    between = {"IS_SPACE": True, "OP": "?"}
    middle = {"TEXT": {"REGEX": rf"^(?:{_CODE}[-/])+$"}}
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    matcher = Matcher(nlp.vocab)
    whole = [{"TEXT": {"REGEX": start + groups + end}}]
    patterns: list[list[dict[str, Any]]] = [whole, [begun, between, ended]]
    patterns.append([begun, between, middle, between, ended])
    matcher.add("SYMBOL", patterns, greedy="LONGEST")

    def find(text: str) -> list[tuple[int, int]]:
        spans = matcher(nlp(text), as_spans=True)
        return sorted((span.start_char, span.end_char) for span in spans)

    return find


def one_big_re() -> Find:
    """What one writes first: type, symbol, date and issuer in one pattern, tried at every place."""
    types = "|".join(map(re.escape, type_words()))
    day = r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s+tháng\s+\d{1,2}\s+năm\s+)\d{4}"
    pattern = re.compile(
        rf"(?:(?P<type>(?i:{types}))\s+(?:(?i:số)\s*:?\s*)?)?"
        rf"(?<!\d)(?P<symbol>{_NUMBER}(?:/\d{{4}})?[/-]\s*{_CODE}(?:[-/]\s*{_CODE})*)"
        rf"(?:,?\s+ngày\s+(?P<date>{day}))?"
        r"(?:\s+của\s+(?P<issuer>[A-ZĐ][^,;.()\n]{1,80}))?"
    )
    return lambda text: [found.span() for found in pattern.finditer(text)]


def eyecite() -> Find:
    """Its default tokenizer, made before the clock runs."""
    from eyecite import get_citations  # noqa: PLC0415

    logging.getLogger("eyecite").setLevel(logging.ERROR)
    get_citations("Smith v. Jones, 347 U.S. 483 (1954)")

    def find(text: str) -> list[tuple[int, int]]:
        return [(citation.token.start, citation.token.end) for citation in get_citations(text)]

    return find
