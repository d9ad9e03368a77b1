"""The groups of phrases in the data files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def phrase_groups(name: str) -> dict[str, tuple[str, ...]]:
    """The groups of phrases of a data file: name of the group -> its phrases."""
    with files("graph").joinpath("data", name).open("rb") as source:
        return {group: tuple(row["phrases"]) for group, row in tomllib.load(source).items()}
