"""The notebooks run from a clean kernel, and their last words are what they promise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def executed(name: str) -> list[str]:
    """The shown output of every code cell, as one text each."""
    book = nbformat.read(NOTEBOOKS / name, as_version=4)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
    return [shown(cell) for cell in book.cells if cell.cell_type == "code"]


def shown(cell: Any) -> str:
    pieces = []
    for output in cell.outputs:
        data = output.get("data", {})
        pieces.append(data.get("text/html") or data.get("text/plain") or output.get("text", ""))
    return "\n".join(pieces)


@pytest.fixture(autouse=True)
def _modules_of_this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(NOTEBOOKS.parent))


def test_ingest_and_look() -> None:
    _, text, citations, first, again, documents = executed("01_ingest_and_look.ipynb")
    assert "<mark" in text
    assert "78/CĐ-TTg" in citations
    assert "<td>16</td><td>16</td>" in first
    assert "<td>16</td><td></td><td></td><td>16</td>" in again.replace("<td>0</td>", "<td></td>")
    assert "Nghị quyết 57-NQ/TW" in documents


def test_trace_to_the_source() -> None:
    _, directive, commune, owner, overdue, picture, graph = executed("02_trace_to_the_source.ipynb")
    assert "Thông báo 19-TB/TGV" in directive
    assert "Nghị quyết 57-NQ/TW" in directive
    assert "Nghị quyết 57-NQ/TW" in commune
    assert "Sở Khoa học và Công nghệ" in owner
    assert "31/10/2025" in overdue
    assert "<iframe" in picture
    assert "văn bản" in graph


def test_a_committed_notebook_keeps_no_output() -> None:
    for path in NOTEBOOKS.glob("*.ipynb"):
        cells = nbformat.read(path, as_version=4).cells
        assert not [cell for cell in cells if cell.get("outputs")], path.name
