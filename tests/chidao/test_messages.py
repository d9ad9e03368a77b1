"""Both languages say everything, with the same places to fill."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import click
import pytest

from chidao import messages
from chidao.cli import COMMANDS, program
from graph.errors import ChidaoError, NotFound
from graph.model import EdgeKind, Modality, Status
from tests.chidao.conftest import runner

ROOT = Path(__file__).resolve().parents[2]


def places(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", sorted(messages.catalogue()))
def test_both_languages_have_the_sentence_with_the_same_places(key: str) -> None:
    sentence = messages.entry(key)
    assert set(sentence) == set(messages.LANGUAGES)
    assert places(sentence["vi"]) == places(sentence["en"]), key
    assert all(sentence.values())


def test_every_command_and_option_has_a_sentence() -> None:
    for name in COMMANDS:
        assert messages.known(f"command.{name}")
        command = program.get_command(click.Context(program), name)
        assert command is not None
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert messages.known(f"option.{parameter.name}"), (name, parameter.name)


def test_every_relation_modality_and_status_has_a_name() -> None:
    for section, kinds in (("relation", EdgeKind), ("modality", Modality), ("status", Status)):
        for kind in kinds:
            assert messages.known(f"{section}.{kind}")


def test_every_key_in_the_code_is_known_and_every_key_is_used() -> None:
    used = set()
    for path in (ROOT / "chidao").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "output.say", "output.title", "output.progress", "messages.text",
            } and node.args and isinstance(node.args[0], ast.Constant):  # fmt: skip
                used.add(node.args[0].value)
    assert used <= set(messages.catalogue())
    free = {"demo", "export", "impact", "ingest", "render", "search", "tasks", "trace"}
    templates = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "chidao/render/templates").glob("*.html")
    )
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "chidao").rglob("*.py"))
    unused = {
        key
        for key in messages.catalogue()
        if key.split(".")[0] in free and f'"{key}"' not in code + templates
    }
    assert unused == set()


def test_errors_speak_vietnamese_too() -> None:
    error = NotFound("x: nothing", name="12/UBND")
    assert messages.of(error) == "x: nothing"
    messages.speak("vi")
    try:
        assert messages.of(error).startswith("12/UBND: không có trong kho")
        assert messages.of(ChidaoError("as it is")) == "as it is"
    finally:
        messages.speak("en")


def codes_raised() -> set[str]:
    """The codes of errors and report lines in the code, which the catalogue must know."""
    found = set()
    for package in ("graph", "loaders", "queries", "chidao"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.keyword)
                    and node.arg == "code"
                    and isinstance(node.value, ast.Constant)
                ):
                    found.add(node.value.value)
    return found - {""}


def test_every_error_with_a_code_has_a_sentence_in_both_languages() -> None:
    codes = codes_raised()
    assert {"not_utf8", "no_text", "store_newer"} <= codes
    assert {f"error.{code}" for code in codes} <= set(messages.catalogue())


def test_a_broken_file_is_explained_in_vietnamese(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Ngh\xd2\xec quy\xd5t")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    done = runner(tmp_path)("--store", "a.db", "--lang", "vi", "ingest", ".", "khong-co.txt", "--json")
    assert done.status == 1
    for words in ("không phải UTF-8 ở byte 3", "đây là tệp PDF", "không có tệp hay thư mục này"):
        assert words in done.err
    assert {failure["kind"] for failure in done.json["failed"]} == {
        "malformed", "unsupported_format", "unreadable",
    }  # fmt: skip
