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
from loaders.text.patterns import WholeWords

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
def _heads() -> tuple[WholeWords, Mapping[str, str]]:
    """A pattern for the first words of names, and the kind of each."""
    kinds = {word: head["kind"] for head in _data()["head"] for word in head["words"]}
    return WholeWords(kinds), {fold(word): kind for word, kind in kinds.items()}


@cache
def _names() -> Mapping[str, str]:
    """Folded printed form -> the spelling of the name."""
    return {_key(form): row["name"] for row in _data()["name"] for form in (row["name"], *row["also"])}


@cache
def _beginnings() -> frozenset[str]:
    """The keys of names up to each of their words."""
    parted = (key.split(" ") for key in _names())
    return frozenset(" ".join(words[:count]) for words in parted for count in range(1, len(words) + 1))


@cache
def _short() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_data()['short'])})(?=\w{{0,2}}(?!\w))")


def _written_out(printed: str) -> str:
    return _short().sub(lambda match: str(_data()["short"][match.group()]), printed)


def _key(printed: str) -> str:
    """Comparison key: folded words, short forms written out, without the commas between them."""
    return " ".join(_word_key(word) for word in _WORD.findall(collapse(printed)))


_fold = lru_cache(maxsize=4096)(fold)


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
    for start, end in pattern.spans(flat.text, 0, len(flat.text)):
        if start < done:
            continue
        named = _listed(flat.text, start) or _unlisted(flat.text, start, end)
        if named:
            name, done = named
            first, after = flat.raw(start, done)
            if not any(since <= first < until for since, until in receivers):
                found.append(TopicMention(name, first, after, kinds[fold(flat.text[start:end])]))
    return tuple(found)


def _listed(text: str, start: int) -> tuple[str, int] | None:
    """The longest listed name that begins here, and where it ends."""
    found, key = None, ""
    for word in islice(_WORD.finditer(text, start, start + 160), _LONGEST):
        key = f"{key} {_word_key(word.group())}".lstrip()
        if key not in _beginnings():
            break
        if name := _names().get(key):
            found = name, word.end()
    return found


def _unlisted(text: str, start: int, end: int) -> tuple[str, int] | None:
    """A name that is printed with a capital: it goes on to punctuation or a word that ends names."""
    printed = text[start:end]
    if not printed[0].isupper() or (printed.isupper() and " " in printed):
        return None
    if _fold(text[end : end + 24]).startswith(_folded("not_named")):
        return None
    words = _run(text, end)
    if words and _CODE.fullmatch(words[0].group()):
        words = words[:1]  # "Hệ thống 751", "Hệ thống eCoSys"
    elif len(words) < _LEAST:
        return None
    end = words[-1].end()
    return _written_out(collapse(text[start:end])), end


def _run(text: str, start: int) -> list[re.Match[str]]:
    """The words from here to punctuation or to a word that ends names."""
    found: list[re.Match[str]] = []
    end = start
    other, _ = next(_heads()[0].spans(text, start, start + 120), (len(text), 0))
    for word in _WORD.finditer(text, start, start + 120):
        if (
            text[end : word.start()].strip()
            or _fold(word.group()) in _folded("end")
            or len(found) == _LONGEST
        ):
            break
        if word.start() >= other:
            break
        found.append(word)
        end = word.end()
    while len(found) > 1 and (found[-1].group() == "về" or found[-1].group().isdigit()):
        found.pop()
    return found


@cache
def _folded(table: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _data()[table]["words"])
