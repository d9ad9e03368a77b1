"""Files into a store: read what is new or changed, resolve it, write it in acknowledged steps.

The graph is a function of the files: the order, the batches and the number of processes do not matter, the
same files twice change nothing, and a file that can no longer be read keeps its last good version.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from graph.batches import Progress, in_batches
from graph.errors import ChidaoError, LoadError
from graph.identity import changes, lacks_jurisdiction
from graph.model import NOTHING_BESIDE, Beside, FileKey, SourceFile
from graph.store import FileRow, GraphStore
from loaders import RULES_VERSION
from loaders.base import load, sha256_of
from loaders.metadata import NAME, StatedOf, read_metadata
from loaders.paths import Failure, Found, discover, failure, key_of
from loaders.read import read_text

log = logging.getLogger(__name__)

CHUNK = 16
"""Files in one piece of work of a process: what is waited for after Ctrl-C."""

AHEAD = 8
"""Pieces of work that each process may be ahead of the writer, so that memory stays flat."""

WORTH_PROCESSES = 100
"""Below this many files, starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read, and what is known of it already."""

    file: Found
    known: FileRow | None
    jurisdiction: str | None
    beside: Beside = NOTHING_BESIDE


@dataclass(slots=True)
class IngestReport:
    """What an ingest did. `files` is how many were meant, the failed ones among them."""

    files: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: list[Failure] = field(default_factory=list)
    without_jurisdiction: list[FileKey] = field(default_factory=list)
    """Files read now that use local numbers and name no province: `--jurisdiction` states it."""


def ingest(
    store: GraphStore,
    paths: Iterable[str | Path],
    *,
    replace_folder: bool = False,
    jurisdiction: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    dry_run: bool = False,
) -> IngestReport:
    """Read these files and folders into the store.

    With `replace_folder`, files that were once read from one of these folders and are no longer in it go.
    `jurisdiction` is stated for every file of this call ("tỉnh Lạng Sơn"); without it that of the folder's
    metadata.csv counts, else an earlier one stays.
    """
    paths = list(paths)
    found, failed = discover(paths)
    ledger = {row.key: row for row in store.ledger()}
    tables = _tables(found, failed)
    jobs = [_job(file, ledger.get(file.key), tables.get(file.origin), jurisdiction) for file in found]
    report = IngestReport(files=len(jobs) + len(failed), failed=failed)
    vanished = _vanished(paths, found, ledger) if replace_folder else []
    if vanished and not dry_run:
        store.update(partial(changes, put=(), remove=vanished))
    report.removed = len(vanished)
    done = 0
    for batch in in_batches(_outcomes(jobs, workers=workers), store.batch):
        put = [_counted(report, job, outcome) for job, outcome in batch]
        fresh = [file for file in put if file is not None]
        if fresh and not dry_run:
            store.update(partial(changes, put=fresh))
        report.without_jurisdiction += [file.key for file in fresh if lacks_jurisdiction(file)]
        done += len(batch)
        if progress:
            progress(done, len(jobs))
    return report


def remove(store: GraphStore, paths: Iterable[str | Path], *, dry_run: bool = False) -> IngestReport:
    """Take these files, with all their edges, out of the store.

    A folder means the files read from it, there or not; anything else is a path, a key or a base name.
    """
    rows = list(store.ledger())
    report = IngestReport()
    going: set[FileKey] = set()
    for path in paths:
        keys = _keys_meant(str(path), rows)
        if not keys:
            message = f"{path}: no file of this name is in the store"
            report.failed.append(
                Failure(str(path), "not_found", message, "not_in_store", {"name": str(path)})
            )
        going |= keys
    if going and not dry_run:
        store.update(partial(changes, put=(), remove=sorted(going)))
    report.files = len(going) + len(report.failed)
    report.removed = len(going)
    return report


def rebuild(store: GraphStore, *, everything: bool = False, progress: Progress | None = None) -> IngestReport:
    """Read again, from the stored text, what older rules read (or everything)."""
    rows = [row for row in store.ledger() if everything or row.rules != RULES_VERSION]
    report = IngestReport(files=len(rows))
    done = 0
    for batch in in_batches(rows, store.batch):
        stored = store.files([row.key for row in batch])
        put = [replace(file, parsed=read_text(file.text), rules=RULES_VERSION) for file in stored.values()]
        report.changed += sum(file.parsed != stored[file.key].parsed for file in put)
        report.unchanged += sum(file.parsed == stored[file.key].parsed for file in put)
        store.update(partial(changes, put=put))
        done += len(batch)
        if progress:
            progress(done, len(rows))
    return report


# ---- reading -----------------------------------------------------------------------------------


def read_job(job: Job) -> SourceFile | Failure | None:
    """The file as read now; None when it is as it was; a Failure when it cannot be read."""
    try:
        loaded = load(job.file.path)
        if _as_known(job, loaded.sha256):
            return None
        _refuse_other_file(job, loaded.sha256)
        parsed = read_text(loaded.text)
    except ChidaoError as error:
        return failure(job.file.key, error)
    except Exception as error:  # a fault of a rule must not cost the other files
        log.exception("reading %s", job.file.key)
        fault = f"{type(error).__name__}: {error}"
        message = f"{job.file.key}: chidao failed on this text ({fault}); please report it"
        details = {"name": job.file.key, "fault": fault}
        return Failure(job.file.key, "internal", message, "internal", details)
    return SourceFile(
        key=job.file.key,
        sha256=loaded.sha256,
        text=loaded.text,
        parsed=parsed,
        rules=RULES_VERSION,
        jurisdiction=job.jurisdiction,
        beside=job.beside,
        origin=job.file.origin,
    )


Table = Mapping[str, StatedOf]
"""What a folder's metadata.csv states, by key."""


def _tables(found: Iterable[Found], failed: list[Failure]) -> dict[str, Table]:
    """The table of each folder that files are read from; what is wrong in one joins the failures."""
    tables: dict[str, Table] = {}
    for origin in sorted({file.origin for file in found}):
        folder = Path(origin)
        try:
            tables[origin] = read_metadata(folder)
        except ChidaoError as error:
            failed.append(failure(str(folder / NAME), error))
            continue
        failed += [_without_file(folder, key) for key in tables[origin] if not (folder / key).exists()]
    return tables


def _without_file(folder: Path, key: str) -> Failure:
    details = {"name": str(folder / NAME), "file": key}
    message = f"{folder / NAME}: names {key}, which is not in the folder"
    return Failure(str(folder / NAME), "metadata", message, "metadata_no_file", details)


def _job(file: Found, known: FileRow | None, table: Table | None, jurisdiction: str | None) -> Job:
    """The job with what is stated beside the file: now, in the table, or earlier if the table is broken."""
    earlier = known.beside if known and table is None else NOTHING_BESIDE
    row = (table or {}).get(file.key, StatedOf(None, earlier))
    place = jurisdiction or row.jurisdiction or (known.jurisdiction if known else None)
    return Job(file=file, known=known, jurisdiction=place, beside=row.beside)


def _as_known(job: Job, sha256: str) -> bool:
    known = job.known
    return known is not None and (known.sha256, known.rules, known.jurisdiction, known.beside) == (
        sha256,
        RULES_VERSION,
        job.jurisdiction,
        job.beside,
    )


def _refuse_other_file(job: Job, sha256: str) -> None:
    """Two folders that both hold "001.txt" must not silently replace each other's documents."""
    known = job.known
    if known is None or known.origin in (None, job.file.origin) or known.sha256 == sha256:
        return
    other = Path(known.origin or "", known.key)
    if other.is_file() and sha256_of(other) == known.sha256:
        raise SameName(
            f"{job.file.key}: the store has another file of this name, {other}; "
            "ingest the folder that holds both, or take the other out with `chidao ingest --remove`",
            code="same_name_stored",
            name=job.file.key,
            other=str(other),
        )


class SameName(LoadError):
    """Two different files that lie in two folders have one key."""

    kind = "same_name"


def _outcomes(
    jobs: Sequence[Job], *, workers: int | None
) -> Iterator[tuple[Job, SourceFile | Failure | None]]:
    """Every job with its outcome, in the order of the jobs, read in one or several processes."""
    count = workers if workers is not None else _sensible_workers(len(jobs))
    if count <= 1:
        yield from ((job, read_job(job)) for job in jobs)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(count, mp_context=context)
    try:
        yield from _read_ahead(pool, jobs, ahead=count * AHEAD)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _read_ahead(
    pool: ProcessPoolExecutor, jobs: Sequence[Job], *, ahead: int
) -> Iterator[tuple[Job, SourceFile | Failure | None]]:
    """The outcomes in the order of the jobs, while the next `ahead` pieces of work are under way."""
    chunks = in_batches(jobs, CHUNK)
    with _no_interrupts():
        waiting = deque((chunk, pool.submit(_read_chunk, chunk)) for chunk in islice(chunks, ahead))
    while waiting:
        chunk, future = waiting.popleft()
        yield from zip(chunk, future.result(), strict=True)
        waiting.extend((following, pool.submit(_read_chunk, following)) for following in islice(chunks, 1))


def _read_chunk(jobs: list[Job]) -> list[SourceFile | Failure | None]:
    return [read_job(job) for job in jobs]


def _sensible_workers(files: int) -> int:
    return min(os.cpu_count() or 1, 4) if files >= WORTH_PROCESSES else 1


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Processes that start here never see Ctrl-C, which a terminal sends to all: the parent decides."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _counted(report: IngestReport, job: Job, outcome: SourceFile | Failure | None) -> SourceFile | None:
    """Count an outcome; give the file when there is something to write."""
    if outcome is None:
        report.unchanged += 1
    elif isinstance(outcome, Failure):
        report.failed.append(outcome)
    elif job.known is None:
        report.new += 1
        return outcome
    else:
        report.changed += 1
        return outcome
    return None


# ---- what goes ---------------------------------------------------------------------------------


def _vanished(
    paths: Sequence[str | Path], found: Sequence[Found], ledger: Mapping[FileKey, FileRow]
) -> list[FileKey]:
    """Files once read from these folders that are no longer there."""
    folders = {str(Path(path).resolve()) for path in paths if Path(path).is_dir()}
    there = {file.key for file in found}
    return sorted(key for key, row in ledger.items() if row.origin in folders and key not in there)


def _keys_meant(path: str, rows: Sequence[FileRow]) -> set[FileKey]:
    place = str(Path(path).resolve())
    inside = {row.key for row in rows if row.origin == place}
    if inside:
        return inside
    here = {row.key for row in rows if row.origin and str(Path(row.origin, row.key)) == place}
    if here:
        return here
    key = key_of(path)
    named = {row.key for row in rows if row.key == key}
    return named or {row.key for row in rows if row.key.rpartition("/")[2] == key}
