"""What the exit status says.

0 done; 1 some files failed; 2 usage; 3 not found or ambiguous; 4 store; 5 refused by a limit; 130 Ctrl-C.
"""

from __future__ import annotations

from graph.errors import Ambiguous, ChidaoError, LoadError, NotFound, StoreError, UsageError

DONE, SOME_FAILED, USAGE, NOT_FOUND, STORE, LIMIT, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

_STATUS: tuple[tuple[type[ChidaoError], int], ...] = (
    (LoadError, SOME_FAILED),
    (UsageError, USAGE),
    (NotFound, NOT_FOUND),
    (Ambiguous, NOT_FOUND),
    (StoreError, STORE),
)


def status_of(error: ChidaoError) -> int:
    """The exit status for an error; what no family claims was refused by a limit."""
    return next((status for family, status in _STATUS if isinstance(error, family)), LIMIT)
