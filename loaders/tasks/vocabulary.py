"""The phrases with which duties are given, and the verbs of those who carry them out."""

from __future__ import annotations

from functools import cache

from loaders.text.coding import Words
from loaders.text.phrases import Phrases, table

DATA = "task_phrases.toml"


@cache
def phrases(*groups: str) -> Phrases:
    """Groups of task_phrases.toml as one table."""
    return table(DATA, *groups)


def predicate(words: Words, index: int) -> int:
    """Length of the verb that begins what an actor does, 0 when none stands here."""
    return phrases("predicates").match(words, index)
