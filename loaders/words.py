"""Words by which the parts of a document are known, from graph/data/layout_words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(group: str) -> tuple[str, ...]:
    """The words of one group ("position"), as `graph.text` keys, longest first."""
    data = tomllib.loads(files("graph").joinpath("data/layout_words.toml").read_text(encoding="utf-8"))
    found = {word for entry in data[group] for word in entry["words"]}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))
