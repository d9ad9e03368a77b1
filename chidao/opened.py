"""The store that a command works on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import click

from chidao import messages
from chidao.options import given
from graph.open_store import open_store
from graph.store import GraphStore


@contextmanager
def opened(*, readonly: bool = True) -> Iterator[GraphStore]:
    """The store of --store, CHIDAO_STORE or the settings; a question never makes or changes one."""
    with store_at(given().store.value, readonly=readonly) as store:
        yield store


def store_at(url: str, *, readonly: bool) -> AbstractContextManager[GraphStore]:
    """The store at an address; a person at a terminal is asked for a password that is not set."""
    return open_store(url, readonly=readonly, ask=_ask_password if sys.stdin.isatty() else None)


def _ask_password(user: str, server: str) -> str:
    question = messages.text("neo4j.password", user=user, server=server)
    password: str = click.prompt(question, hide_input=True, err=True)
    return password
