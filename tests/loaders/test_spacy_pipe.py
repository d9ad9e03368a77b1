"""The spaCy components say what `chidao parse` says, at the same places."""

from __future__ import annotations

import warnings
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from loaders.base import load
from loaders.read import read_text

COMPONENTS = ("directive_citations", "directive_agencies", "directive_tasks")
LETTER = (
    "Kính gửi: Sở Tư pháp.\n\nThực hiện Nghị quyết số 57-\nNQ/TW ngày 22/12/2024 của Bộ Chính trị, "
    "UBND tỉnh Sông Hà yêu cầu Sở Tư pháp rà soát thủ tục hành chính, hoàn thành trước ngày 30/6/2025./.\n"
)


def blank() -> Language:
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = blank()
    for name in COMPONENTS:
        pipeline.add_pipe(name)
    return pipeline


def offsets(found: Any) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in found]


def kept(doc: Doc, group: str) -> list[tuple[int, int]]:
    return [(span._.chidao["start"], span._.chidao["end"]) for span in doc.spans[group]]


def test_spans_are_tokens_around_the_exact_places(nlp: Language) -> None:
    doc = nlp(LETTER)
    (citation,) = doc.spans["citations"]
    assert citation.id_ == "57-NQ/TW"
    assert citation._.chidao["issuer"] == "Bộ Chính trị"
    assert (citation.start_char, citation.text.endswith("trị,")) == (citation._.chidao["start"], True)
    (task,) = doc.spans["tasks"]
    assert task._.chidao["deadline"]["date"] == "2025-06-30"
    assert {span.id_ for span in doc.spans["agencies"]} >= {"Sở Tư pháp"}


def same_as_parse(nlp: Language, path: Path) -> None:
    text = load(path).text
    doc, parsed = nlp(text), read_text(text)
    assert doc.text == text
    assert kept(doc, "citations") == offsets(parsed.citations)
    assert kept(doc, "tasks") == offsets(parsed.tasks)


def test_samples_are_read_as_parse_reads_them(nlp: Language, samples_dir: Path) -> None:
    for path in sorted(samples_dir.glob("*.txt")):
        same_as_parse(nlp, path)


def test_real_documents_are_read_as_parse_reads_them(nlp: Language, shared_dir: Path) -> None:
    for path in sorted((shared_dir / "gold" / "dev").glob("*.txt")):
        same_as_parse(nlp, path)


def test_a_pipeline_and_its_docs_survive_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    doc = again(LETTER)
    restored = Doc(again.vocab).from_bytes(doc.to_bytes())
    assert kept(restored, "citations") == kept(nlp(LETTER), "citations")


def test_other_rules_are_warned_of(nlp: Language) -> None:
    finder: Any = nlp.get_pipe("directive_citations")
    with pytest.warns(UserWarning, match="saved with rules 0"):
        finder.from_bytes(b'{"rules": "0"}')


def test_many_texts_at_once(nlp: Language) -> None:
    assert [len(doc.spans["tasks"]) for doc in nlp.pipe([LETTER, "", LETTER])] == [1, 0, 1]


def test_the_components_are_found_without_an_import() -> None:
    names = {point.name: point.value for point in entry_points(group="spacy_factories")}
    assert names.items() >= {
        (name, f"loaders.spacy_pipe:make_{name.partition('_')[2]}") for name in COMPONENTS
    }


def test_one_component_alone_is_enough() -> None:
    with warnings.catch_warnings():
        pipeline = blank()
        pipeline.add_pipe("directive_tasks")
    assert "citations" not in pipeline(LETTER).spans
