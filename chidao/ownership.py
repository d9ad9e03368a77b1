"""Whether `graph`, `loaders` and `queries` are the ones that came with chidao.

The names are generic: a package of another distribution, or a file of the working folder, may stand in the
way. Installed side by side they even overwrite each other's files, so chidao stops before it answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

NAMES = ("graph", "loaders", "queries")
HOME = Path(__file__).resolve().parents[1]


def in_the_way(home: Path = HOME, names: Iterable[str] = NAMES) -> tuple[str, str] | None:
    """A name that is not ours, and the distribution or file that has it; None when all is well."""
    for name in names:
        spec = find_spec(name)
        place = Path(spec.origin).resolve().parent if spec and spec.origin else None
        if place != home / name:
            return name, str(spec.origin if spec and spec.origin else home / name)
    return other_distribution(home, names)


def other_distribution(home: Path, names: Iterable[str]) -> tuple[str, str] | None:
    """The list of files of each distribution, read as text: `importlib.metadata` takes ten times as long."""
    for record in sorted(home.glob("*.dist-info/RECORD")):
        distribution = record.parent.name.removesuffix(".dist-info")
        if distribution.startswith("chidao-"):
            continue
        lines = "\n" + record.read_text(encoding="utf-8", errors="replace")
        for name in names:
            if f"\n{name}/__init__.py," in lines:
                return name, distribution
    return None
