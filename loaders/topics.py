"""Named systems, portals, databases and programs that a text speaks of (graph/data/topics.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice
from typing import Any

from graph.model import TopicMention
from graph.text import collapse, fold
from loaders.layout.lines import Span
from loaders.text.flat import flatten

_WORD = re.compile(r"[^\s,.;:()\[\]“”\"…/]+")
_LONGEST = 16
"""Words of the longest name."""
_LEAST = 3
"""Words after its head that make an unlisted name; a number or a code alone will do ("Hệ thống 751")."""
_CODE = re.compile(r"\d+|\w*[A-ZĐ]\w*[A-ZĐ]\w*")


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(files("graph").joinpath("data/topics.toml").read_text(encoding="utf-8"))


@cache
def _heads() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """A pattern for the first words of names, and the kind of each."""
    kinds = {fold(word): head["kind"] for head in _data()["head"] for word in head["words"]}
    words = "|".join(re.escape(w) for head in _data()["head"] for w in head["words"])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), kinds


@cache
def _names() -> Mapping[str, str]:
    """Folded printed form -> the spelling of the name."""
    return {_key(form): row["name"] for row in _data()["name"] for form in (row["name"], *row["also"])}


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_data()['short'])})(?=\w{{0,2}}(?!\w))")


def _written_out(printed: str) -> str:
    return _short().sub(lambda match: str(_data()["short"][match.group()]), printed)


def _key(printed: str) -> str:
    """Comparison key: folded words, short forms written out, without the commas between them."""
    return " ".join(_word_key(word) for word in _WORD.findall(collapse(printed)))


@lru_cache(maxsize=4096)
def _word_key(word: str) -> str:
    return fold(_written_out(word)).replace(",", "")


def read_topics(text: str, receivers: Sequence[Span] = ()) -> tuple[TopicMention, ...]:
    """The topics of a raw text in order; a name inside another is not counted again.

    Raw spans of `receivers` name no topic: "- Cổng TTĐT tỉnh;" under Nơi nhận only gets a copy.
    """
    flat = flatten(text)
    pattern, kinds = _heads()
    found: list[TopicMention] = []
    done = 0
    for head in pattern.finditer(flat.text):
        if head.start() < done:
            continue
        named = _listed(flat.text, head) or _unlisted(flat.text, head)
        if named:
            name, done = named
            start, end = flat.raw(head.start(), done)
            if not any(first <= start < last for first, last in receivers):
                found.append(TopicMention(name, start, end, kinds[fold(head.group())]))
    return tuple(found)


def _listed(text: str, head: re.Match[str]) -> tuple[str, int] | None:
    """The longest listed name that begins at this head, and where it ends."""
    words = [*islice(_WORD.finditer(text, head.start(), head.start() + 160), _LONGEST)]
    keys = [_word_key(word.group()) for word in words]
    for count in range(len(words), 0, -1):
        name = _names().get(" ".join(keys[:count]))
        if name:
            return name, words[count - 1].end()
    return None


def _unlisted(text: str, head: re.Match[str]) -> tuple[str, int] | None:
    """A name that is printed with a capital: it goes on to punctuation or a word that ends names."""
    printed = head.group()
    if not printed[0].isupper() or (printed.isupper() and " " in printed):
        return None
    if fold(text[head.end() : head.end() + 24]).startswith(_folded("not_named")):
        return None
    words = _run(text, head.end())
    if words and _CODE.fullmatch(words[0].group()):
        words = words[:1]  # "Hệ thống 751", "Hệ thống eCoSys"
    elif len(words) < _LEAST:
        return None
    end = words[-1].end()
    return _written_out(collapse(text[head.start() : end])), end


def _run(text: str, start: int) -> list[re.Match[str]]:
    """The words from here to punctuation or to a word that ends names."""
    found: list[re.Match[str]] = []
    end = start
    other = _heads()[0].search(text, start, start + 120)
    for word in _WORD.finditer(text, start, start + 120):
        if text[end : word.start()].strip() or fold(word.group()) in _folded("end") or len(found) == _LONGEST:
            break
        if other and word.start() >= other.start():
            break
        found.append(word)
        end = word.end()
    while len(found) > 1 and (found[-1].group() == "về" or found[-1].group().isdigit()):
        found.pop()
    return found


@cache
def _folded(table: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _data()[table]["words"])
