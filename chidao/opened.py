"""The store that a command works on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from chidao.options import given
from graph.open_store import open_store
from graph.store import GraphStore


@contextmanager
def opened(*, readonly: bool = True) -> Iterator[GraphStore]:
    """The store of --store, CHIDAO_STORE or the settings; a question never makes or changes one."""
    with open_store(given().store.value, readonly=readonly) as store:
        yield store
