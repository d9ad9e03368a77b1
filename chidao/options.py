"""Options and arguments whose help comes from the messages, and those that every command takes.

--store, --json, --lang, -q and -v are taken before and after the name of the command; the later one counts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from chidao import messages, output, settings
from graph.errors import UsageError
from graph.model import EdgeKind

F = TypeVar("F", bound=Callable[..., Any])

_META = "chidao.options"


class Option(click.Option):
    """An option whose help is the message "option.<name>", in the language of the moment."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The two columns of the help page."""
        key = f"option.{self.name}"
        special = f"{key}-{ctx.info_name}"
        self.help = messages.text(special if messages.known(special) else key)
        return super().get_help_record(ctx)


class Command(click.Command):
    """A command whose help is the message "command.<name>"; the first sentence is its short form."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The paragraph under the line of usage."""
        self.help = messages.text(f"command.{self.name}")
        super().format_help_text(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, explained in the language of the moment."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = messages.text("option.help")
        return option


def option(*names: str, **attributes: Any) -> Callable[[F], F]:
    """`click.option` with help from the messages."""
    return click.option(*names, cls=Option, **attributes)


def command_named(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """`click.command` with help from the messages and the options that every command takes."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        return click.command(name, cls=Command)(common(function))

    return decorate


def common(function: F) -> F:
    """Add the options that every command takes."""
    for names, attributes in reversed(_COMMON):
        function = option(*names, expose_value=False, callback=_remember, **attributes)(function)
    return function


_COMMON: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("--store",), {"metavar": "URL"}),
    (("--json", "as_json"), {"is_flag": True}),
    (("--lang",), {"type": click.Choice(messages.LANGUAGES)}),
    (("-q", "--quiet"), {"is_flag": True}),
    (("-v", "--verbose"), {"count": True}),
)


def _remember(ctx: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Keep what was typed; `ctx.meta` is shared by the group and its command."""
    if parameter.name and ctx.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE:
        ctx.meta.setdefault(_META, {})[parameter.name] = value
        if parameter.name == "quiet":
            output.hush()
        if parameter.name == "verbose":
            output.tell_more(value)
    return value


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed of the options that every command takes."""

    store: settings.Setting
    language: settings.Setting
    as_json: bool
    verbose: int


def given() -> Given:
    """The common options of the command that runs."""
    typed = click.get_current_context().meta.get(_META, {})
    return Given(
        store=settings.store_url(typed.get("store")),
        language=settings.language(typed.get("lang")),
        as_json=typed.get("as_json", False),
        verbose=typed.get("verbose", 0),
    )


def paths_given(arguments: Iterable[str]) -> Iterator[str]:
    """Paths as given; `-` stands for paths on standard input, one a line."""
    for path in arguments:
        if path == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin if line.strip())
        else:
            yield path


def follow_kinds(names: str | None) -> frozenset[EdgeKind]:
    """Relations from a comma-separated list ("amends,mentions")."""
    try:
        return frozenset(EdgeKind(name.strip()) for name in (names or "").split(",") if name.strip())
    except ValueError as error:
        relations = ", ".join(list(EdgeKind)[:14])
        raise UsageError(f"--follow: {error}; the relations are {relations}") from None


def day(text: str | None) -> str | None:
    """A day as ISO text, from ISO or as people here write it (30/6/2025)."""
    if text is None:
        return None
    parts = text.split("/") if "/" in text else text.split("-")[::-1]
    try:
        number, month, year = map(int, parts)
        return date(year, month, number).isoformat()
    except ValueError:
        raise UsageError(
            f"{text}: not a day; write it as 2025-06-30 or 30/6/2025", code="not_a_day", name=text
        ) from None


def place_named(name: str | None) -> str | None:
    """The canonical name path of a province or commune in any spelling."""
    from graph.vocabulary.places import jurisdiction_of, province  # noqa: PLC0415

    if name is None:
        return None
    place = province(name) or jurisdiction_of(name)
    if place is None:
        raise UsageError(
            f'--jurisdiction: "{name}" is no province or commune that chidao knows; '
            'write it as "tỉnh Lạng Sơn" or "tỉnh Lạng Sơn/xã Đồng Đăng"',
            code="no_place",
            name=name,
        )
    return place
