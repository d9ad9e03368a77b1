"""docs/cli.md explains every command and every option, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from chidao.cli import COMMANDS, program

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMON = {"--store", "--json", "--lang", "-q", "--quiet", "-v", "--verbose", "--help"}


def section(name: str) -> str:
    found = re.search(rf"^### `chidao {name}\b.*?(?=^### |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section for {name}"
    return found.group()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_and_exists(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    assert command is not None
    real = {
        spelling for each in command.params if isinstance(each, click.Option) for spelling in each.opts
    } - COMMON
    told = {option for line in re.findall(r"^\* (.*)", section(name), re.MULTILINE)
            for option in re.findall(r"`(--?[a-z][a-z-]*)`", line.split(" ", 2)[0] + " " + line)}  # fmt: skip
    assert real <= told, f"{real - told} not explained"
    assert {each for each in told if each not in COMMON} <= real


def test_common_options_are_documented() -> None:
    head = PAGE[: PAGE.index("## Commands")]
    assert {option for option in COMMON if option not in head} == set()


def test_no_section_for_a_command_that_is_gone() -> None:
    assert set(re.findall(r"^### `chidao (\w+)", PAGE, re.MULTILINE)) == set(COMMANDS)
