"""From an address to a store: the only place that names the back ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from graph.errors import UsageError
from graph.store import GraphStore

_ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://(.*)", re.DOTALL)
"""Two letters at least: "C://" is a drive of Windows."""


def open_store(url: str, *, readonly: bool = False) -> GraphStore:
    """The store at "sqlite:///path" (relative; "sqlite:////path" absolute), or in the file of a bare path."""
    address = _ADDRESS.fullmatch(url)
    if address is None:
        return _sqlite(url, readonly=readonly)
    scheme, rest = address[1].lower(), address[2]
    if scheme not in _BACK_ENDS:
        known = ", ".join(f"{name}:///path" for name in _BACK_ENDS)
        raise UsageError(
            f"{url}: no store of this kind; chidao knows {known} or a bare path",
            code="store_scheme",
            name=url,
            known=known,
        )
    if not rest.startswith("/"):
        raise UsageError(
            f"{url}: write {scheme}:///path, with three strokes (four for an absolute path)",
            code="store_strokes",
            name=url,
            scheme=scheme,
        )
    return _BACK_ENDS[scheme](unquote(rest[1:]), readonly=readonly)


def _sqlite(path: str, *, readonly: bool) -> GraphStore:
    from graph.sqlite_store import SqliteStore  # noqa: PLC0415

    if not path:
        raise UsageError("the store has no path; write sqlite:///path or a bare path", code="store_empty")
    return SqliteStore(path, readonly=readonly)


_BACK_ENDS: dict[str, Callable[..., GraphStore]] = {"sqlite": _sqlite}
