"""From what a person types to the documents that may be meant: a symbol in any spelling, an id, a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.identity.ids import block_of
from graph.identity.keys import numbered
from graph.model import OWN_IDENTITY, BlockKey, Document, FileKey, NodeId
from graph.store import View
from graph.symbol import compact, repair
from graph.text import collapse

_LONGEST = 200
"""Longest text that can be a symbol, an id or the name of a file."""

_MOST = 100
"""Most documents looked at to find a damaged number."""

# "30 2020 nd cp", "30/2020 nđ-cp": number and year come first, then letters
_NUMBER_FIRST = re.compile(
    r"(?P<number>\d[\d.]{0,9})[\s/.-]{0,3}(?:(?P<year>(?:19|20)\d\d)[\s/-]{1,3})?(?P<rest>\D.*)"
)


def candidates(view: View, text: str, *, in_folders: bool = True) -> list[Document]:
    """The documents that the text may mean, ordered by id: one is an answer, several are a question.

    `in_folders`: also by the name of a file in any folder, which looks at the path of every file.
    """
    for ids in _readings(view, text, in_folders=in_folders):
        found = [node for node in view.nodes(sorted(set(ids))).values() if isinstance(node, Document)]
        if found:
            return found
    return []


def _readings(view: View, text: str, *, in_folders: bool) -> Iterator[Iterable[NodeId]]:
    """Ids by each way to read the text, the most exact first."""
    if len(text) > _LONGEST:
        return
    yield [NodeId(text)]
    yield _of_files(view, [FileKey(collapse(text))])
    yield _of_blocks(view, _blocks(text))
    yield _of_blocks(view, _blocks_without_slash(text))
    if in_folders:
        yield _of_files(view, view.files_named(collapse(text)))
    old = block_of(text)
    yield _of_blocks(view, [old] if old else [])
    yield _as_printed(view, text)


def _of_files(view: View, keys: Iterable[FileKey]) -> list[NodeId]:
    found = view.mentions(sorted(keys))
    return [one.document for one in found if one.mention.index == OWN_IDENTITY]


def _of_blocks(view: View, blocks: Iterable[BlockKey]) -> list[NodeId]:
    return [group.document for group in view.groups(sorted(blocks)) if group.document]


def _blocks(text: str) -> set[BlockKey]:
    """The block of a number as typed, and of what it says when it is repaired ("893/QD-TTg")."""
    found = repair(text)
    return {numbered(compact(text)), *([numbered(found.symbol)] if found else [])}


def _blocks_without_slash(text: str) -> set[BlockKey]:
    """Blocks for "57 nq tw" and "57nqtw": the slash may stand behind the number or anywhere later."""
    typed = _NUMBER_FIRST.fullmatch(collapse(text))
    if typed is None:
        return set()
    letters = numbered(compact(re.sub(r"[/\s]", "", typed["rest"])))
    head = f"{typed['number']}/{typed['year']}" if typed["year"] else typed["number"]
    return {numbered(compact(f"{head}{letters[:at]}/{letters[at:]}")) for at in range(len(letters))}


def _as_printed(view: View, text: str) -> list[NodeId]:
    """Damaged numbers that stand apart, under what they show ("866/TTg"); mere words are none."""
    wanted = numbered(compact(text))
    found = view.find(text, limit=_MOST) if "/" in wanted or wanted[:1].isdigit() else ()
    return [
        node.id
        for node in found
        if isinstance(node, Document) and node.symbol is not None and numbered(node.symbol) == wanted
    ]
