"""Words by which the parts of a document are known, from graph/data/layout_words.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def entries(group: str) -> tuple[Mapping[str, Any], ...]:
    """The entries of one group, as they stand in the file."""
    data = tomllib.loads(files("graph").joinpath("data/layout_words.toml").read_text(encoding="utf-8"))
    return tuple(data[group])


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of one group ("position"), as `graph.text` keys, longest first."""
    found = {word for entry in entries(group) for word in entry["words"]}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
