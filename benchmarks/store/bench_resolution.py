"""What one more file costs through resolution: the files that it touches are found, resolved and written.

    python benchmarks/store/bench_resolution.py [DOCUMENTS] [--store PATH]

Every run makes the same parsed files: letters and plans of 34 provinces, each with its own number, a place in
two of three, ten citations (70 % of them after a power law, so that laws have tens of thousands of mentions),
among them local numbers, years that are missing and days that contradict.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from run import run

from graph.identity import changes
from graph.model import (
    AgencyMention,
    Citation,
    CitationKind,
    FileKey,
    Header,
    Modality,
    ParsedDocument,
    Relation,
    SourceFile,
    Stated,
    Symbol,
    TaskMention,
)
from graph.sqlite_store import SqliteStore
from graph.vocabulary.tables import rows

STEP = 64
"""Files in one transaction, as `loaders.ingest` writes them."""
SINGLE = 200
"""Files that are then put one by one."""
HUBS, LOCAL = 0.7, 0.25
"""Share of citations of national texts that follow a power law, and of local numbers."""
LOCAL_CODES = (
    "KH-UBND", "QĐ-UBND", "CT-UBND", "TB-UBND", "BC-UBND", "TTr-UBND",
    "UBND-KT", "UBND-VX", "UBND-NC", "UBND-TH",
)  # fmt: skip
CODES = ("QĐ-TTg", "NQ-CP", "CT-TTg", "VPCP-KSTT")
WORDS = "thực hiện báo cáo kết quả theo quy định của cơ quan đơn vị về việc rà soát"


@dataclass(slots=True)
class Files:
    """The same files in every run."""

    chance: random.Random = field(default_factory=lambda: random.Random(57))  # noqa: S311
    provinces: list[str] = field(
        default_factory=lambda: sorted({row["successor"] or row["name"] for row in rows("provinces")})
    )

    def file(self, n: int) -> SourceFile:
        """File n: a plan of a province, dated, with ten citations and two duties."""
        text = f"Kế hoạch {n} " + " ".join(self.chance.choices(WORDS.split(), k=300))
        province = self.provinces[n % len(self.provinces)]
        year = 2021 + n % 5
        header = Header(
            type=Stated("Kế hoạch", 0, 8, "letterhead"),
            symbol=Stated(self.local(), 9, 20, "letterhead"),
            date=Stated(f"{year}-{n % 12 + 1:02}-05", 21, 31, "place line"),
            issuer=Stated("Ủy ban nhân dân tỉnh", 0, 8, "letterhead"),
            jurisdiction=Stated(province, 0, 8, "letterhead") if n % 3 else None,
        )
        citations = tuple(self.citation(place) for place in range(40, 540, 50))
        duties = tuple(self.duty(text, place) for place in (600, 700))
        return SourceFile(
            FileKey(f"{n:07}.txt"), f"{n:064x}", text, ParsedDocument(header, citations, (), (), duties), "1"
        )

    def local(self) -> str:
        """A number that every place may have, low ones more often."""
        return f"{int(3_000 * self.chance.random() ** 2)}/{self.chance.choice(LOCAL_CODES)}"

    def citation(self, start: int) -> Citation:
        """A national number, often a famous one, else a local one; one in three without its date."""
        draw = self.chance.random
        if draw() < LOCAL:
            symbol, year = self.local(), 2021 + int(5 * draw())
        else:
            n = int(40_000 * draw() ** (6 if draw() < HUBS else 1))
            symbol, year = f"{n // 4}/{CODES[n % 4]}", 2015 + n % 11
        day = f"{year}-05-{1 + (draw() < 0.1):02}" if draw() < 2 / 3 else None
        return Citation(
            start,
            start + 45,
            start,
            start + 50,
            CitationKind.NUMBERED,
            Relation.BASIS,
            "numbered",
            type="Kế hoạch" if "KH" in symbol else None,
            symbol=Symbol(symbol),
            date=day,
        )

    def duty(self, text: str, start: int) -> TaskMention:
        """A duty of a department."""
        actor = AgencyMention("Sở Khoa học và Công nghệ", start, start + 10)
        return TaskMention(start, start + 90, Modality.ASSIGNED, "1", (actor,), rule="orders")


def measure(path: Path, size: int) -> Iterator[str]:
    """The table, line by line."""
    files = Files()
    yield "| files in the store | CPU ms a file, 64 at a time | one file: CPU ms p50 | p95 |"
    yield "|---|---|---|---|"
    done = 0
    with SqliteStore(path) as store:
        for stop in (size // 10, size):
            began, before = time.process_time(), done
            while done < stop:
                after = min(done + STEP, stop)
                store.apply(changes(store, put=[files.file(n) for n in range(done, after)]))
                done = after
            spent = (time.process_time() - began) / (done - before) * 1e3
            single = sorted(_one(store, files.file(stop * 10 + n)) for n in range(SINGLE))
            middle, high = statistics.median(single), single[int(SINGLE * 0.95)]
            yield f"| {done:,} | {spent:.2f} | {middle:.2f} | {high:.2f} |"
    yield f"\ndisk: {path.stat().st_size / size / 1024:.1f} KB a file"


def _one(store: SqliteStore, file: SourceFile) -> float:
    began = time.process_time()
    store.apply(changes(store, put=[file]))
    return (time.process_time() - began) * 1e3


if __name__ == "__main__":
    run(__doc__, measure, documents=10_000, store_help="keep the store here; it must not exist")
