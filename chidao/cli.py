"""The command line: each command is a module in chidao/commands, imported only when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from chidao import exits, messages, output, ownership, settings
from chidao.options import Command, common, option
from graph.errors import ChidaoError, UsageError

if TYPE_CHECKING:
    from graph.model import Node

COMMANDS = (
    "demo", "parse", "ingest", "rebuild", "trace", "chain", "lineage", "tasks", "impact", "history",
    "related", "agency", "disputes", "gaps", "verify", "search", "show", "check", "render", "export",
    "copy", "status",
)  # fmt: skip


class Program(Command, click.Group):
    """The group of all commands; listing them imports none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module of the same name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"chidao.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names with the first sentence of their help."""
        rows = [(name, messages.text(f"command.{name}").split("\n")[0]) for name in COMMANDS]
        with formatter.section(messages.text("help.commands")):
            formatter.write_dl(rows)


def _print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415

        output.emit(f"chidao {version('chidao')}")
        ctx.exit()


@click.group("chidao", cls=Program)
@common
@option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)
def program() -> None:
    """Where a directive comes from, who must do what by when, and the words that prove it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit status; no error that chidao knows shows a traceback."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    output.set_up()
    try:
        return _run(arguments)
    except BrokenPipeError:
        return _quiet_end()
    except OSError as error:
        output.fail(f"{error.filename or ''} {error.strerror or error}".strip())
        return exits.SOME_FAILED
    except KeyboardInterrupt:
        output.warn(messages.text("error.interrupted"))
        return exits.INTERRUPTED


def _run(arguments: list[str]) -> int:
    try:
        messages.speak(settings.language(_typed_language(arguments)).value)
        _check_ownership()
        with program.make_context("chidao", arguments) as context:
            status = program.invoke(context)
        output.flush()
        return status if isinstance(status, int) else exits.DONE
    except ChidaoError as error:
        _report(error, as_json="--json" in arguments)
        output.flush()
        return exits.status_of(error)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        error.show()
        if "--json" in arguments:
            _emit_error(UsageError(error.format_message()))
        return error.exit_code


def _typed_language(arguments: list[str]) -> str | None:
    """The language decides how the help is written, so it is needed before click reads the line."""
    for place, argument in enumerate(arguments):
        if argument == "--lang":
            return next(iter(arguments[place + 1 :]), None)
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def _check_ownership() -> None:
    found = ownership.in_the_way()
    if found:
        name, owner = found
        raise ChidaoError(
            f"the package '{name}' is not chidao's own: {owner} is in the way; "
            "install chidao in an environment of its own (pipx install chidao)"
        )


def _report(error: ChidaoError, *, as_json: bool) -> None:
    output.fail(messages.of(error))
    nodes: Any = error.details.get("nodes", ())
    if nodes:
        from chidao.views import candidates  # noqa: PLC0415

        candidates(nodes)
    if as_json:
        _emit_error(error, nodes)


def _emit_error(error: ChidaoError, nodes: Iterable[Node] = ()) -> None:
    from chidao.json_answers import error_object  # noqa: PLC0415

    output.emit_json(error_object(error, nodes))


def _quiet_end() -> int:
    """The reader had enough (`chidao export | head`): what is still buffered goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return exits.DONE
