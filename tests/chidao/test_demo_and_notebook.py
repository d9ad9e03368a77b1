"""The sample story as a newcomer sees it, and answers that show themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chidao import notebook
from graph.networkx_view import NetworkxStore
from loaders.ingest import ingest


def test_demo_answers_and_a_second_run_changes_nothing(chidao: Any, tmp_path: Path) -> None:
    first = chidao("demo")
    assert first.status == 0, first.err
    assert "57-NQ/TW" in first.out
    assert "Sở" in first.out
    page = tmp_path / "demo" / "15-CT-UBND.html"
    assert str(Path("demo") / page.name) in first.out
    before = page.read_bytes(), chidao("--store", "demo/chidao.db", "export").out
    second = chidao("demo")
    assert "Nothing has changed" in second.err
    assert (page.read_bytes(), chidao("--store", "demo/chidao.db", "export").out) == before


def test_demo_never_touches_the_store_of_the_settings(chidao: Any, tmp_path: Path) -> None:
    chidao("demo", env={"CHIDAO_STORE": str(tmp_path / "mine.db")})
    assert not (tmp_path / "mine.db").exists()


def test_every_command_that_demo_proposes_works(chidao: Any) -> None:
    import shlex

    lines = [line.strip() for line in chidao("demo").out.splitlines() if line.strip().startswith("chidao ")]
    assert lines
    for line in lines:
        done = chidao(*shlex.split(line)[1:])
        assert done.status == 0, (line, done.err)


@pytest.fixture(scope="module")
def store(samples_dir: Path) -> Any:
    memory = NetworkxStore()
    ingest(memory, [samples_dir], workers=1)
    return memory


def test_a_trace_shows_itself(store: Any) -> None:
    shown = notebook.chains(store, "15/CT-UBND")._repr_html_()
    assert "<mark>" in shown
    assert "57-NQ/TW" in shown


def test_tasks_and_documents_show_themselves(store: Any) -> None:
    assert "<table>" in notebook.duties(store, owner="so noi vu")._repr_html_()
    assert "57-NQ/TW" in notebook.documents(store)._repr_html_()


def test_a_picture_travels_in_its_frame(store: Any) -> None:
    shown = notebook.picture(store, "15/CT-UBND")._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    assert "<script" not in shown


def test_cells_are_escaped() -> None:
    table = notebook.ShownTable(("name",), (("<b>&",),), None)
    assert "&lt;b&gt;&amp;" in table._repr_html_()
