"""Ids are readable, and a function of the key alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.ids import block_of, document_id, node_id, slug, text_digest
from graph.identity.keys import numbered
from graph.model import BlockKey, Citation, SourceFile, Symbol


def test_ids_are_the_same_on_every_machine() -> None:
    assert document_id(BlockKey("57NQ/TW"), "", "", "", "XIII", "").startswith("doc:57nq-tw:xiii:")
    assert node_id("agency", "sở tư pháp", "tỉnh Lạng Sơn") == "agency:so-tu-phap:tinh-lang-son:984391289970"


@pytest.mark.parametrize(
    "symbol", ["57-NQ/TW", "01/2023/TT-VPCP", "617/SKHCN-BCVT&CĐS", "66.10/2025/NQ-CP", "5053-CV/VPTW/nb"]
)
def test_the_block_can_be_read_back_from_an_id(symbol: str) -> None:
    block = numbered(Symbol(symbol))
    assert block_of(document_id(block, "tỉnh Lạng Sơn", "2025")) == block


@given(st.text(max_size=80), st.text(max_size=80))
def test_keys_that_differ_have_ids_that_differ(first: str, second: str) -> None:
    assert (node_id("doc", first) == node_id("doc", second)) == (first == second)


@given(st.text(max_size=200))
def test_slugs_are_plain(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.+")
    assert slug(slug(text)) == slug(text)


def test_blanks_case_and_tone_placement_do_not_change_a_text() -> None:
    assert text_digest("Uỷ ban\n\n nhân dân") == text_digest("ủy ban nhân dân")


def test_an_id_depends_on_the_key_and_not_on_what_else_is_claimed(
    empty: Callable[[], Any], file: Callable[..., SourceFile], cite: Callable[..., Citation]
) -> None:
    bare = empty().put(file("z", cites=[cite("66/NQ-CP", date="2025")]))
    full = empty().put(
        file("a", symbol="066/NQ-CP", date="2025-03-26", issuer="Chính phủ"),
        file("b", cites=[cite("66/NQ-CP", date="2025-03-27", issuer="Chính phủ nước ta")]),
    )
    assert bare.meant("z", 0).id == full.meant("a", -1).id == full.meant("b", 0).id
