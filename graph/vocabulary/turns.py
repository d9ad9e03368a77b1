"""What a duty is about: its words without the turns of phrase that every duty has."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from graph.text import fold


def plain_words(text: str) -> str:
    """The words of a text in small letters, without signs."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())


def subject_words(text: str) -> str:
    """The words that say what a duty is about; "" where it is all turns of phrase."""
    return " ".join(_turns().sub(" ", plain_words(text)).split())


@cache
def _turns() -> re.Pattern[str]:
    """Any turn of phrase, the longest first."""
    text = files("graph").joinpath("data", "duty_turns.toml").read_text(encoding="utf-8")
    phrases = {plain_words(one) for group in tomllib.loads(text).values() for one in group["phrases"]}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
