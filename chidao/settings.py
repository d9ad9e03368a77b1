"""The few settings, and where each came from: option, environment, file, default."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from platformdirs import user_config_path, user_data_path

from graph.errors import UsageError

APP = "chidao"
KEYS = ("store", "lang")


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it came from, in words that `chidao status` prints."""

    value: str
    origin: str


def config_file() -> Path:
    """The person's own settings file, there or not."""
    return user_config_path(APP, appauthor=False) / "chidao.toml"


def store_url(option: str | None = None) -> Setting:
    """Where the graph lies: `sqlite:///path`; a bare path means the same."""
    found = _stated("store", option)
    if found is None:
        path = user_data_path(APP, appauthor=False) / "chidao.db"
        return Setting(f"sqlite:///{quote(path.as_posix())}", "default")
    return found


def language(option: str | None = None) -> Setting:
    """Language of the messages: "vi" or "en"."""
    found = _stated("lang", option) or _locale()
    return Setting("vi" if found.value.lower().startswith("vi") else "en", found.origin)


def _stated(key: str, option: str | None) -> Setting | None:
    variable = f"CHIDAO_{key.upper()}"
    if option:
        return Setting(option, f"--{key}")
    if os.environ.get(variable):
        return Setting(os.environ[variable], variable)
    value = _file().get(key)
    return Setting(value, str(config_file())) if value else None


def _locale() -> Setting:
    """LC_ALL before LC_MESSAGES before LANG, as everywhere."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(variable):
            return Setting(os.environ[variable], variable)
    return Setting("en", "default")


def _file() -> dict[str, str]:
    path = config_file()
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: not a settings file in TOML ({error})", file=str(path)) from None
    unknown = sorted(set(values) - set(KEYS))
    if unknown or not all(isinstance(value, str) for value in values.values()):
        raise UsageError(f"{path}: the settings are {', '.join(KEYS)}, each a text", file=str(path))
    return values
