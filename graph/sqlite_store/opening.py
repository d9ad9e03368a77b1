"""Connections to a store file, and SQLite's errors in the words of `graph.errors`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import Locked, StoreError, Unavailable
from graph.refusals import missing_nodes, written_by_newer
from graph.sqlite_store.schema import APPLICATION_ID, MIGRATIONS

PATIENCE = 5.0
"""Seconds to wait for another writer before `Locked`."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_CACHE = "PRAGMA cache_size = -16384"
"""KiB: what traces and searches of 100,000 documents come back to; the 2 MB that SQLite keeps are too few."""
_LARGEST_LOG = "PRAGMA journal_size_limit = 67108864"

_FIRST_BYTE = 0xFF
"""An extended result code of SQLite keeps the primary one in its lowest byte."""

_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and run the command again",
    sqlite3.SQLITE_READONLY: "no permission to write; check who owns the file and its folder",
    sqlite3.SQLITE_PERM: "no permission; check who owns the file and its folder",
    sqlite3.SQLITE_CANTOPEN: "the file or its folder cannot be opened; check the path and who owns them",
    sqlite3.SQLITE_IOERR: "the disk reports an error; what was acknowledged before is kept",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; take a copy of it, then ingest the files into a new store",
    sqlite3.SQLITE_NOTADB: "not a chidao store; choose another path",
}


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection to a file that is a store of this or an older version, or (to write) is not there yet."""
    _refuse_what_is_no_store(path, readonly=readonly)
    if not readonly:
        _make_folder(path.parent)
    address = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}"
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(_CACHE)
    connection.execute(_LARGEST_LOG)
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Errors of SQLite raised inside come out as a StoreError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explanation(path, error) from error


def refuse_newer(path: Path, version: int) -> None:
    """A store of a newer chidao is not opened: its meaning may have changed."""
    if version > len(MIGRATIONS):
        raise written_by_newer(path, version, known=len(MIGRATIONS))


def _refuse_what_is_no_store(path: Path, *, readonly: bool) -> None:
    """Looks at the bytes alone: to open a foreign database with SQLite may already change it."""
    try:
        header = _header(path)
    except OSError as error:
        raise _unavailable(path, "store_path", f"{error.strerror}; check the path of the store") from error
    if header and (header[:16] != _MAGIC or header[68:72] != APPLICATION_ID.to_bytes(4, "big")):
        raise _unavailable(path, "not_a_store", "not a chidao store; choose another path with --store")
    if not header and readonly:
        raise _unavailable(path, "no_store_yet", "there is no store yet; run `chidao ingest` first")
    refuse_newer(path, int.from_bytes(header[60:64], "big"))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unavailable(folder, "store_path", f"{error.strerror}; check the path of the store") from error


def _header(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(_HEADER)


def _explanation(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & _FIRST_BYTE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        message = f"{path}: another program is writing to the store; wait until it ends and try again"
        return Locked(message, code="store_locked", name=str(path))
    if code == sqlite3.SQLITE_CONSTRAINT:
        return missing_nodes(())
    advice = _ADVICE.get(code, "the store cannot be used; `chidao status` checks it")
    return _unavailable(path, "store_fault", f"{advice} (SQLite: {error})")


def _unavailable(path: Path, code: str, reason: str) -> Unavailable:
    return Unavailable(f"{path}: {reason}", code=code, name=str(path), reason=reason)
