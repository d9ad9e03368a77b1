"""Dataclasses of `graph.model` as JSON-able values, and back: `from_plain(T, to_plain(x)) == x`.

Tuples become lists, enums their values, dataclasses dicts. What equals its default is left out unless asked
for, so a stored row is short and stays readable after an optional field is added.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Convert = Callable[[Any], Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Codec:
    """How values of one type become plain and come back; None: they are plain already."""

    plain: Convert | None = None
    typed: Convert | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class _Field:
    name: str
    default: object
    codec: Codec


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_DECODER = json.JSONDecoder()
_PLAIN = Codec()
_REQUIRED = object()


def to_plain(value: Any, *, keep_defaults: bool = False) -> dict[str, Any]:
    """The fields of a dataclass as JSON-able values, without those that equal their default."""
    return {
        field.name: field.codec.plain(item) if field.codec.plain and item is not None else item
        for field in _fields(value.__class__)
        if (item := getattr(value, field.name)) != field.default or keep_defaults
    }


def from_plain(type_: type[T], data: dict[str, Any]) -> T:
    """The dataclass that `to_plain` gave this for; a key that it does not have is a TypeError."""
    converters = _converters(type_)  # type: ignore[arg-type]  # mypy: a class has no hash
    typed = {name: convert(item) for name, convert in converters if (item := data.get(name)) is not None}
    return type_(**(data | typed))


def to_json(value: Any) -> str:
    """`to_plain` as JSON without blanks."""
    return as_json(to_plain(value))


def as_json(data: dict[str, Any]) -> str:
    """Plain data as JSON without blanks."""
    return _ENCODER.encode(data)


def from_json(type_: type[T], text: str) -> T:
    """The dataclass that `to_json` gave this for."""
    return from_plain(type_, _DECODER.raw_decode(text)[0])


@cache
def _fields(type_: Any) -> tuple[_Field, ...]:
    """The plan of a class: type hints are resolved once, not once a value."""
    hints = get_type_hints(type_)
    return tuple(
        _Field(each.name, _default(each), _codec(hints[each.name])) for each in dataclasses.fields(type_)
    )


@cache
def _converters(type_: Any) -> tuple[tuple[str, Convert], ...]:
    return tuple((field.name, field.codec.typed) for field in _fields(type_) if field.codec.typed)


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _REQUIRED if field.default is dataclasses.MISSING else field.default


@cache
def _codec(hint: Any) -> Codec:
    if isinstance(hint, NewType):
        return _codec(hint.__supertype__)
    if get_origin(hint) is tuple:
        return _tuple_codec(get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return _optional_codec(get_args(hint))
    if dataclasses.is_dataclass(hint):
        return Codec(to_plain, lambda data: from_plain(hint, data))  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Codec(lambda member: member.value, {member.value: member for member in hint}.__getitem__)
    if hint in (str, int, float, bool):
        return _PLAIN
    raise TypeError(f"graph.plain knows no way to store {hint!r}")


def _optional_codec(parts: tuple[Any, ...]) -> Codec:
    inner = [part for part in parts if part is not NoneType]
    if len(inner) != 1:
        raise TypeError(f"graph.plain cannot tell the members of {parts!r} apart")
    return _codec(inner[0])


def _tuple_codec(parts: tuple[Any, ...]) -> Codec:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return _row_codec(_codec(parts[0]))
    return _pair_codec([_codec(part) for part in parts])


def _row_codec(item: Codec) -> Codec:
    """Any number of one type: `tuple[FileKey, ...]`."""
    plain, typed = item.plain, item.typed
    return Codec(
        (lambda row: [plain(each) for each in row]) if plain else list,
        (lambda row: tuple([typed(each) for each in row])) if typed else tuple,
    )


def _pair_codec(items: list[Codec]) -> Codec:
    """One of each type in turn: `tuple[str, tuple[FileKey, ...]]`."""
    plains = [item.plain or _same for item in items]
    typeds = [item.typed or _same for item in items]
    return Codec(
        lambda row: [plain(each) for plain, each in zip(plains, row, strict=True)],
        lambda row: tuple([typed(each) for typed, each in zip(typeds, row, strict=True)]),
    )


def _same(value: Any) -> Any:
    return value
