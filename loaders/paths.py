"""Which files an ingest means: folders, globs and single files, each with the key it has in the graph."""

from __future__ import annotations

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import ChidaoError, Unreadable, UsageError
from graph.model import FileKey

READ_SUFFIXES = frozenset({".txt"})
"""What is read when it lies in a folder."""

DOCUMENT_SUFFIXES = READ_SUFFIXES | {
    ".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".edxml",
}  # fmt: skip
"""What a person would expect to be read: what chidao cannot read is reported, the rest is passed over."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it lies, its key, and the folder that the key is relative to."""

    path: Path
    key: FileKey
    origin: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not read, and why: one line of the report."""

    file: str
    kind: str
    message: str
    code: str = ""
    details: Mapping[str, object] = field(default_factory=dict)
    """As in `graph.errors.ChidaoError`."""


def failure(file: str, error: ChidaoError) -> Failure:
    """The line of the report for an error."""
    return Failure(file, error.kind, error.message, error.code, error.details)


def discover(paths: Iterable[str | Path]) -> tuple[list[Found], list[Failure]]:
    """Every file that these paths mean, ordered by key, and what is wrong with the others.

    A folder gives its documents, keys relative to it; a file gives its name as key. Two files with one key
    cannot both be in the graph: the later one is a failure, unless it is the same file.
    """
    found: dict[FileKey, Found] = {}
    failures: list[Failure] = []
    for path in paths:
        try:
            for candidate in _expand(str(path)):
                known = found.setdefault(candidate.key, candidate)
                if not _same_file(known.path, candidate.path):
                    failures.append(_clash(candidate, known))
        except ChidaoError as error:
            failures.append(failure(printable(str(path)), error))
    return [found[key] for key in sorted(found)], failures


def key_of(relative: str) -> FileKey:
    """Key of a relative path: NFC, '/', and no half characters of a file system's own coding."""
    return FileKey(unicodedata.normalize("NFC", printable(relative.replace(os.sep, "/"))))


def printable(text: str) -> str:
    """Bytes of a file name that are no UTF-8 become '?': they can be neither stored nor shown."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _expand(path: str) -> Iterator[Found]:
    place = Path(path)
    if place.is_dir():
        yield from _in_folder(place)
    elif place.exists():
        yield _alone(place)
    elif glob.has_magic(path):
        yield from _matching(path)
    else:
        name = printable(path)
        raise Unreadable(f"{name}: there is no such file or folder", code="no_path", name=name)


def _matching(pattern: str) -> Iterator[Found]:
    matches = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 absolute patterns too
    if not matches:
        name = printable(pattern)
        raise UsageError(f"{name}: no file matches this pattern", code="no_match", name=name)
    for match in matches:
        place = Path(match)
        yield from _in_folder(place) if place.is_dir() else [_alone(place)]


def _alone(place: Path) -> Found:
    return Found(path=place, key=key_of(place.name), origin=printable(str(place.parent.resolve())))


def _in_folder(folder: Path) -> Iterator[Found]:
    """Documents below a folder, hidden ones left out; links are not followed out of it."""
    root = folder.resolve()
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            place = Path(parent, name)
            if name.startswith(".") or place.suffix.lower() not in DOCUMENT_SUFFIXES:
                continue
            if place.is_symlink() and not place.resolve().is_relative_to(root):
                continue
            yield Found(path=place, key=key_of(str(place.relative_to(folder))), origin=printable(str(root)))


def _same_file(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _clash(later: Found, first: Found) -> Failure:
    other, name = printable(str(first.path)), printable(str(later.path))
    message = (
        f"{name} and {other} have the same name; "
        "ingest the folder that holds both, so that their names differ"
    )
    return Failure(later.key, "same_name", message, "same_name", {"name": name, "other": other})
