"""Every sentence for people, in Vietnamese and English (chidao/data/messages.toml), by key.

Ids, JSON keys and exit codes never change with the language.
"""

from __future__ import annotations

import tomllib
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.errors import ChidaoError
    from loaders.paths import Failure

LANGUAGES = ("vi", "en")

_language: ContextVar[str] = ContextVar("language", default="en")


def speak(language: str) -> None:
    """From here on messages come in this language."""
    _language.set(language)


def spoken() -> str:
    """The language of the messages."""
    return _language.get()


def text(key: str, **values: object) -> str:
    """The sentence with this dotted key ("ingest.done"), its places filled."""
    return entry(key)[spoken()].format(**values)


def known(key: str) -> bool:
    """Whether there is a sentence with this key."""
    return key in catalogue()


def entry(key: str) -> dict[str, str]:
    """A sentence in every language."""
    return catalogue()[key]


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Every sentence by its dotted key."""
    source = files("chidao").joinpath("data/messages.toml").read_text(encoding="utf-8")
    return {
        f"{section}.{name}": sentence
        for section, names in tomllib.loads(source).items()
        for name, sentence in names.items()
    }


def of(trouble: ChidaoError | Failure) -> str:
    """What went wrong and what to do next; its own words are English."""
    key = next((key for name in (trouble.code, trouble.kind) if known(key := f"error.{name}")), None)
    if spoken() == "en" or key is None:
        return trouble.message
    return text(key, **{"message": trouble.message, "name": "", "count": ""} | dict(trouble.details))
