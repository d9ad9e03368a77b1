"""Templates of pages, filled with every value escaped."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from chidao import messages


def source(name: str) -> str:
    """A file beside the templates, as it is."""
    return files("chidao.render").joinpath("templates", name).read_text(encoding="utf-8")


def fill(template: str, **values: Any) -> str:
    """The template with these values; `say` gives messages in the language of the moment."""
    page = _environment().get_template(template)
    return page.render(language=messages.spoken(), say=messages.text, **values)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=FunctionLoader(source),
        trim_blocks=True,
        lstrip_blocks=True,
    )
