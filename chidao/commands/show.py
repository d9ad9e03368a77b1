"""`chidao show`: everything the store holds of one document, agency, task or topic."""

from __future__ import annotations

import click

from chidao import output, views
from chidao.json_answers import show_object
from chidao.opened import opened
from chidao.options import command_named, given
from graph.export.details import details
from graph.model import NodeId
from graph.store import GraphStore
from queries.show import show
from queries.start import start


@command_named("show")
@click.argument("name", metavar="SYMBOL|FILE|ID")
def command(*, name: str) -> None:
    """One node with its edges and their quotes."""
    with opened() as store:
        shown = show(store, _node(store, name))
        beside = details(store, (shown.node, *shown.others.values()))
    if given().as_json:
        output.emit_json(show_object(shown, beside))
    else:
        views.shown(shown, beside)


def _node(store: GraphStore, name: str) -> NodeId:
    """Any node by its id, else a document by its symbol or file."""
    return NodeId(name) if store.nodes([NodeId(name)]) else start(store, name)
