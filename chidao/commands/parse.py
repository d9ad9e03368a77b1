"""`chidao parse`: what one file says; stores nothing."""

from __future__ import annotations

from typing import Any

import click

from chidao import exits, messages, output
from chidao.json_parse import failed_object, parse_object
from chidao.options import command_named, given, option, paths_given
from graph.errors import ChidaoError, UsageError
from loaders.base import load
from loaders.read import read_text


@command_named("parse")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@option("--jsonl", is_flag=True)
@option("--text", is_flag=True)
def command(*, files: tuple[str, ...], jsonl: bool, text: bool) -> int:
    """Read each file and show what it says."""
    if not jsonl and (len(files) > 1 or files == ("-",)):
        raise UsageError("several files need --jsonl: one object a line", code="several_files")
    if text:
        return _print_text(files[0])
    status = exits.DONE
    for path in paths_given(files):
        shown = _read(path)
        if "error" in shown:
            status = exits.SOME_FAILED
            output.fail(shown["error"]["message"])
        if jsonl:
            output.emit_json_line(shown)
        elif given().as_json:
            output.emit_json(shown)
        elif "error" not in shown:
            _show(shown)
    return status


def _print_text(path: str) -> int:
    """The text that the loader read, to which every offset points."""
    output.emit_raw(load(path).text)
    return exits.DONE


def _read(path: str) -> dict[str, Any]:
    """What the file says, or why it could not be read; a fault of a rule must not cost the other files."""
    try:
        return parse_object(path, read_text(load(path).text))
    except ChidaoError as error:
        return failed_object(path, error.kind, messages.of(error))
    except Exception as error:
        return failed_object(path, "internal", f"{path}: {type(error).__name__}: {error}")


def _show(shown: dict[str, Any]) -> None:
    document = shown["document"]
    output.table(("field", "value"), [(key, _plain(value)) for key, value in document.items() if value])
    output.table(
        ("relation", "type", "symbol", "date", "issuer", "pinpoint"),
        [
            (each["relation"], each["type"], each["symbol"] or each["name"], each["date"], each["issuer"],
             each["pinpoint"])
            for each in shown["citations"]
        ],
    )  # fmt: skip
    output.table(
        ("section", "modality", "lead", "coordinate", "deadline"),
        [
            (each["section"], each["modality"], _plain(each["lead"]), _plain(each["coordinate"]),
             (each["deadline"] or {}).get("text"))
            for each in shown["tasks"]
        ],
    )  # fmt: skip


def _plain(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value)
