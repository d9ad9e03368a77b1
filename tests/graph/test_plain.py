"""Dataclasses as plain values and back: nothing is lost, and what is a default is not written."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph import model
from graph.plain import from_json, from_plain, to_json, to_plain

CLASSES = [
    value
    for value in vars(model).values()
    if isinstance(value, type) and dataclasses.is_dataclass(value) and value is not model.ChangeSet
]


@pytest.mark.parametrize("type_", CLASSES, ids=lambda type_: type_.__name__)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_every_class_of_the_model_comes_back(type_: type[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(type_))
    assert from_plain(type_, to_plain(value)) == value
    assert from_plain(type_, to_plain(value, keep_defaults=True)) == value
    assert from_json(type_, to_json(value)) == value


@given(data=st.data())
def test_types_come_back_exactly(data: st.DataObject) -> None:
    """A list for a tuple, or a text for an enum, would compare equal here and fail elsewhere."""
    value = data.draw(st.from_type(model.TaskMention))
    assert repr(from_json(model.TaskMention, to_json(value))) == repr(value)


def test_defaults_are_left_out() -> None:
    node = model.Document(model.NodeId("d"), model.BlockKey("b"), draft=True)
    assert to_json(node) == '{"id":"d","block":"b","draft":true}'


def test_defaults_are_kept_on_demand() -> None:
    plain = to_plain(model.Agency(model.NodeId("a"), "Sở Y tế"), keep_defaults=True)
    assert plain == {"id": "a", "name": "Sở Y tế", "jurisdiction": None, "tier": None}


def test_everything_is_plain() -> None:
    count = model.Count("date", "2025-01-05", 2)
    group = model.MentionGroup(model.BlockKey("b"), "[]", 3, own=(model.FileKey("a.txt"),), counts=(count,))
    plain = to_plain(group)
    assert plain["counts"] == [{"field": "date", "value": "2025-01-05", "files": 2}]
    assert plain["own"] == ["a.txt"]
    assert (
        type(to_plain(model.Document(model.NodeId("d"), group.block, status=model.Status.LOADED))["status"])
        is str
    )
    assert json.loads(json.dumps(plain)) == plain


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        from_plain(model.Agency, {"id": "a", "name": "Sở", "colour": "đỏ"})


@dataclasses.dataclass(frozen=True)
class Odd:
    """A field that cannot come back: which class was it?"""

    node: model.Agency | model.Topic


@dataclasses.dataclass(frozen=True)
class Strange:
    """A type with no plain form."""

    value: bytes


@pytest.mark.parametrize("value", [Odd(model.Agency(model.NodeId("a"), "Sở")), Strange(b"")])
def test_what_cannot_come_back_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=r"no way to store|cannot tell"):
        to_plain(value)
