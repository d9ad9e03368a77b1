"""What every store refuses, in the same words."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import Newer, StoreError, Unavailable
from graph.model import NodeId


def missing_nodes(ids: Iterable[NodeId]) -> StoreError:
    """The error of a ChangeSet whose edges or mentions would point at nothing."""
    return StoreError(
        "nothing was written: the change leaves edges or mentions without their nodes; "
        "this is a fault of chidao, please report it",
        missing=sorted(ids),
    )


def opened_readonly(store: object) -> Unavailable:
    """The error of a change to a store that was opened for questions."""
    message = f"{store}: opened read-only; open it for writing to change it"
    return Unavailable(message, code="readonly", name=str(store))


def written_by_newer(store: object, version: int, *, known: int) -> Newer:
    """The error of a store of a newer chidao: its meaning may have changed."""
    message = (
        f"{store}: written by a newer chidao (version {version} of the store, this one knows {known}); "
        "update chidao, or choose another store with --store"
    )
    return Newer(message, code="store_newer", name=str(store), version=version)
