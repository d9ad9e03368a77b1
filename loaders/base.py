"""Opening a file within named limits: from a path to its text and the hash of its bytes."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from graph.errors import TooLarge, Unreadable, UnsupportedFormat
from loaders import plain_text
from loaders.sniff import Kind, sniff

MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is opened: the longest real directives with their annexes are below 2 MiB of text."""

MAX_CHARACTERS = 20_000_000
"""Longest text that is parsed: patterns take time in proportion to it."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
"""A pipe or a terminal that takes the place of the file between two looks must not hold us up."""


@dataclass(frozen=True, slots=True)
class LoadedText:
    """The text of a file, line ends as they are, and the SHA-256 of its bytes."""

    text: str
    sha256: str


def load(path: str | os.PathLike[str]) -> LoadedText:
    """The text of one file; what it is, its bytes tell and not its name."""
    place = Path(path)
    data = read_bytes(place)
    kind = sniff(data)
    if kind is not Kind.TEXT:
        raise UnsupportedFormat(
            f"{place}: this is {kind.value}; chidao reads plain text so far. {kind.advice}",
            code="other_format",
            name=str(place),
            format=kind.name,
        )
    text = plain_text.decode(data, name=str(place))
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(
            f"{place}: {len(text):,} characters, at most {MAX_CHARACTERS:,} are read; split the file",
            code="too_many_characters",
            name=str(place),
            most=MAX_CHARACTERS,
        )
    return LoadedText(text, hashlib.sha256(data).hexdigest())


def sha256_of(path: str | os.PathLike[str]) -> str:
    """The SHA-256 of the bytes of one file."""
    return hashlib.sha256(read_bytes(Path(path))).hexdigest()


def read_bytes(place: Path) -> bytes:
    """The bytes of a regular file; pipes, devices and folders are never opened for reading."""
    try:
        _refuse_special(place, place.stat())
        descriptor = os.open(place, os.O_RDONLY | _WITHOUT_WAITING)
        with os.fdopen(descriptor, "rb") as file:
            _refuse_special(place, os.fstat(file.fileno()))
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _unreadable(place, "no_file", "no such file") from None
    except PermissionError:
        raise _unreadable(place, "no_permission", "no permission to read it") from None
    except (OSError, ValueError) as error:
        raise _unreadable(place, "cannot_read", f"cannot be read ({error})") from error
    if len(data) > MAX_BYTES:
        raise _too_large(place, len(data))
    return data


def _refuse_special(place: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise _unreadable(place, "is_folder", "this is a folder; `chidao ingest` reads folders")
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable(place, "not_regular", "not a regular file (a pipe, device or socket)")
    if found.st_size > MAX_BYTES:
        raise _too_large(place, found.st_size)


def _too_large(place: Path, size: int) -> TooLarge:
    return TooLarge(
        f"{place}: {size:,} bytes or more, at most {MAX_BYTES:,} are read; split the file",
        code="too_many_bytes",
        name=str(place),
        most=MAX_BYTES,
    )


def _unreadable(place: Path, code: str, reason: str) -> Unreadable:
    return Unreadable(f"{place}: {reason}", code=code, name=str(place), reason=reason)
