"""Every error that chidao raises on purpose.

    ChidaoError
    ├── LoadError               a file cannot be read
    │   ├── UnsupportedFormat   not a kind of file that chidao reads
    │   ├── TooLarge            past a limit named in loaders.base
    │   ├── Malformed           the right kind, but broken (bytes that are no text, for example)
    │   └── Unreadable          missing, a folder, no permission
    ├── StoreError              the store cannot be used
    │   ├── Locked              another program writes to it
    │   ├── Newer               written by a newer chidao
    │   └── Unavailable         cannot be opened or reached
    ├── NotFound                nothing in the store answers to this name
    ├── Ambiguous               several documents answer to it
    └── UsageError              an option or value that makes no sense
        └── InvalidSymbol       not the form of a number and symbol

`message` says what went wrong and what to do next, in English. `code` names the sentence and `details` fill
its places, so that `chidao.messages` can say it in Vietnamese ("error.<code>", else "error.<kind>").
"""

from __future__ import annotations

from typing import ClassVar


class ChidaoError(Exception):
    """Root of all errors that chidao raises on purpose."""

    kind: ClassVar[str] = "error"

    def __init__(self, message: str, *, code: str = "", **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.details = details


class LoadError(ChidaoError):
    """A file cannot be read; the others of the batch go on."""

    kind = "load"


class UnsupportedFormat(LoadError):
    """Not a kind of file that chidao reads."""

    kind = "unsupported_format"


class TooLarge(LoadError):
    """Past a limit named in loaders.base."""

    kind = "too_large"


class Malformed(LoadError):
    """The right kind of file, but its content is broken."""

    kind = "malformed"


class Unreadable(LoadError):
    """Missing, a folder where a file is wanted, or no permission."""

    kind = "unreadable"


class StoreError(ChidaoError):
    """The store cannot be used."""

    kind = "store"


class Locked(StoreError):
    """Another program is writing to the store."""

    kind = "store_locked"


class Newer(StoreError):
    """The store was written by a newer chidao."""

    kind = "store_newer"


class Unavailable(StoreError):
    """The store cannot be opened or reached."""

    kind = "store_unavailable"


class NotFound(ChidaoError):
    """Nothing in the store answers to this name."""

    kind = "not_found"


class Ambiguous(ChidaoError):
    """Several documents answer to this name; `details["candidates"]` holds their ids."""

    kind = "ambiguous"


class UsageError(ChidaoError):
    """An option or value that makes no sense."""

    kind = "usage"


class InvalidSymbol(UsageError):
    """Not the form of a number and symbol (số, ký hiệu)."""

    kind = "invalid_symbol"
