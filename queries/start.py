"""The document a question starts from: by symbol in any spelling, id, or key or name of a file."""

from __future__ import annotations

from graph.errors import Ambiguous, NotFound
from graph.identity.lookup import candidates
from graph.model import NodeId
from graph.store import View


def start(view: View, text: str) -> NodeId:
    """The one document that answers to this text; NotFound or Ambiguous otherwise."""
    found = candidates(view, text)
    if not found:
        raise NotFound(f"{text}: no document in the store answers to this; try `chidao search`", name=text)
    if len(found) > 1:
        raise Ambiguous(
            f"{text}: {len(found)} documents answer to this; name one by its id",
            name=text,
            count=len(found),
            candidates=tuple(document.id for document in found),
            nodes=tuple(found),
        )
    return found[0].id
