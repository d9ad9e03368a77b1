"""The only place that prints: data on standard output, talk on standard error.

Tables for people on a terminal, tab-separated lines when piped. Text of documents can hold anything, so
control characters are shown ("␛"), never sent.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

from chidao import messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

_PICTURES = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421}
    | dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
)
"""C0 and DEL as control pictures; C1 and the marks that turn the direction of a line as "�"."""

_BROKEN_NUMBER = re.compile(r"(?<=\w)-[^\S\n]*\n\s*(?=[A-ZĐ])")
"""A number broken at its hyphen ("66-⏎⏎NQ/TW") is shown whole."""

_BREAKS = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")

_BLANKS = re.compile(r" {2,}")

_quiet: ContextVar[bool] = ContextVar("quiet", default=False)


def hush() -> None:
    """From here on only what went wrong is said (-q)."""
    _quiet.set(True)


SHORT = frozenset({"date", "section", "modality", "relation", "status", "kind", "distance"})
"""Columns that stay on one line."""
NARROW = 120
LEFT_OUT = "file"
"""On a terminal with fewer characters the file is not shown: `chidao show` and the JSON name it."""
WIDEST = {
    "deadline": 20,
    "lead": 24,
    "coordinate": 24,
    "file": 20,
    "document": 28,
    "to": 24,
    "from": 24,
    "id": 24,
}
"""Columns that get no more than this, in characters, so that the words of a task or quote have the room."""


def tell_more(level: int) -> None:
    """From here on the log is shown too: what is done with -v, everything with -vv."""
    logging.basicConfig(level=logging.INFO if level == 1 else logging.DEBUG, format="%(name)s: %(message)s")


def visible(value: object) -> str:
    """One line in which nothing can steer the terminal; line breaks and tabs become blanks."""
    return _BREAKS.sub(" ", _BROKEN_NUMBER.sub("-", str(value))).translate(_PICTURES)


def set_up() -> None:
    """UTF-8 and "\\n" on every machine; what is no character is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    logging.getLogger().addHandler(logging.NullHandler())  # no log of its own accord: see tell_more
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")


def to_json(value: Any) -> str:
    """JSON as people can read it: letters as they are, indented."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def emit_json(value: Any) -> None:
    """One object on standard output, with one newline at the end."""
    emit(to_json(value))


def emit_json_line(value: Any) -> None:
    """One object on one line, sent at once."""
    emit(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


def emit(line: str) -> None:
    """A line of data on standard output, as it is."""
    sys.stdout.write(line + "\n")


def emit_exactly(text: str) -> None:
    """Text for programs on standard output, its own line ends included."""
    sys.stdout.write(text)


def emit_visible(line: str) -> None:
    """A line for people on standard output; blanks at its start stay."""
    emit(visible(line))


def heading(line: str) -> None:
    """A line that stands out where colours are wanted."""
    shown = visible(line)
    emit(f"\x1b[1m{shown}\x1b[0m" if colours(sys.stdout) else shown)


def title(key: str) -> None:
    """The title of a part, after an empty line."""
    emit("")
    heading(messages.text(key))


def quoted(indent: str, parts: tuple[str, str, str], source: str) -> None:
    """A sentence with its quote marked, and the file that it stands in."""
    before, words, after = (_BLANKS.sub(" ", visible(part)) for part in parts)
    open_mark, close_mark = ("\x1b[1;33m", "\x1b[0m") if colours(sys.stdout) else ("[", "]")
    emit(f"{indent}“{before}{open_mark}{words}{close_mark}{after}” — {visible(source)}")


def emit_raw(data: str) -> None:
    """Text on standard output, byte for byte in UTF-8, without a newline of ours."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data.encode("utf-8"))


def flush() -> None:
    """Send what is buffered, so that a broken pipe shows here and not at the end of Python."""
    sys.stdout.flush()
    sys.stderr.flush()


def say(key: str, **values: object) -> None:
    """A message for people on standard error, unless -q was given."""
    note(messages.text(key, **values))


def note(line: str) -> None:
    """A line for people on standard error, unless -q was given."""
    if not _quiet.get():
        warn(line)


def warn(line: str) -> None:
    """A line for people on standard error that -q does not silence."""
    sys.stdout.flush()
    sys.stderr.write(visible(line) + "\n")


def fail(line: str) -> None:
    """A line that says what went wrong, in red where colours are wanted."""
    shown = f"chidao: {visible(line)}"
    sys.stderr.write(f"\x1b[31m{shown}\x1b[0m\n" if colours(sys.stderr) else f"{shown}\n")


def colours(stream: IO[str]) -> bool:
    """Whether colours are wanted there: NO_COLOR, FORCE_COLOR, CLICOLOR, TERM=dumb, then the terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0" or os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb" and os.environ.get("CLICOLOR") != "0"


def on_terminal() -> bool:
    """Whether a person looks at standard output."""
    return sys.stdout.isatty()


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under columns (keys "column.…"): a table on a terminal, tab-separated lines when piped."""
    titles = [messages.text(f"column.{column}") for column in columns]
    cells = [["" if cell is None else visible(cell) for cell in row] for row in rows]
    if not on_terminal():
        for line in (list(columns), *cells):
            emit("\t".join(line))
        return
    if not cells:
        return
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = _console(sys.stdout)
    drawn = Table(header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    kept = [at for at, column in enumerate(columns) if column != LEFT_OUT or console.width >= NARROW]
    for at in kept:
        width = WIDEST.get(columns[at])
        drawn.add_column(titles[at], no_wrap=columns[at] in SHORT, max_width=width, overflow="fold")
    for line in cells:
        drawn.add_row(*(Text(line[at]) for at in kept))
    console.print(drawn)


def _console(stream: IO[str]) -> Console:
    from rich.console import Console  # noqa: PLC0415

    width, height = shutil.get_terminal_size()
    no_color = not colours(stream)
    return Console(file=stream, width=width, height=height, no_color=no_color, highlight=False, markup=False)


@contextmanager
def progress(key: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error while files are read, on a terminal only; give it (done, all)."""
    if _quiet.get() or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console(sys.stderr), transient=True) as bar:
        task = bar.add_task(messages.text(key), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
