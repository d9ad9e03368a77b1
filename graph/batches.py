"""So many at a time, and how far the work is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Called with (files done, files in all) after each acknowledged step."""


def in_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one shorter; nothing is taken before it is asked for."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch
