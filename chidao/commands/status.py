"""`chidao status`: the installation and the store."""

from __future__ import annotations

import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from chidao import exits, messages, output, settings
from chidao.opened import opened
from chidao.options import command_named, given, option
from chidao.ownership import HOME
from graph.errors import StoreError
from loaders import RULES_VERSION
from queries.health import health

LIBRARIES = ("click", "networkx", "neo4j", "pyvis", "jinja2", "rich", "platformdirs")


@command_named("status")
@option("--files", is_flag=True)
def command(*, files: bool) -> int:
    """Versions, settings with their origin, counts, integrity."""
    found: dict[str, Any] = {"versions": _versions(), "settings": _settings(), "packages": str(HOME)}
    try:
        found["store"] = _store(files=files)
        status = exits.DONE
    except StoreError as error:
        found["store"] = {"error": {"kind": error.kind, "message": error.message}}
        output.fail(messages.of(error))
        status = exits.STORE
    if given().as_json:
        output.emit_json(found)
    else:
        output.table(("item", "value", "origin"), list(_rows(found)))
    if found["store"].get("without_jurisdiction"):
        names = found["store"]["without_jurisdiction"]
        output.say("ingest.no_place", count=len(names), files=", ".join(names[:3]))
    return status


def _versions() -> dict[str, str]:
    own = {"chidao": _version("chidao"), "rules": RULES_VERSION, "python": platform.python_version()}
    return own | {"sqlite": sqlite3.sqlite_version} | {name: _version(name) for name in LIBRARIES}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return messages.text("status.not_installed")


def _settings() -> dict[str, Any]:
    store, language = given().store, given().language
    return {
        "store": {"value": store.value, "origin": store.origin},
        "lang": {"value": language.value, "origin": language.origin},
        "file": {"value": str(settings.config_file()), "origin": "default"},
    }


def _store(*, files: bool) -> dict[str, Any]:
    with opened() as store:
        found = health(store)
    counts: dict[str, Any] = {
        "files": len(found.files),
        "read_by_older_rules": sum(rules != RULES_VERSION for rules in found.files.values()),
        "nodes": dict(found.nodes),
        "edges": dict(found.edges),
        "loaded": found.loaded,
        "cited_only": found.cited_only,
        "ambiguous": found.ambiguous,
        "without_jurisdiction": list(found.without_jurisdiction),
        "anaphora_without_antecedent": found.anaphora_without_antecedent,
        "integrity": "ok" if not found.faults else list(found.faults),
    }
    return counts | ({"file_keys": sorted(found.files)} if files else {})


def _rows(found: dict[str, Any]) -> list[tuple[str, object, str]]:
    rows = [(name, number, "") for name, number in found["versions"].items()]
    rows += [(name, each["value"], each["origin"]) for name, each in found["settings"].items()]
    for name, value in found["store"].items():
        if isinstance(value, dict):
            rows += [(f"{name}.{part}", count, "") for part, count in value.items()]
        elif name == "file_keys":
            rows += [("file", key, "") for key in value]
        else:
            rows.append((name, len(value) if isinstance(value, list) else value, ""))
    return rows
