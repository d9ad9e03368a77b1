"""Pages of pictures: self-contained, escaped, and drawn by a real browser without a network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from chidao.render.network import vis_data
from chidao.render.page import html_page, network_page
from chidao.render.picture import picture
from graph.model import (
    Agency,
    BlockKey,
    ChangeSet,
    Document,
    Edge,
    EdgeKind,
    Evidence,
    FileKey,
    Header,
    Modality,
    NodeId,
    ParsedDocument,
    SourceFile,
    Status,
    Task,
)
from graph.networkx_view import NetworkxStore
from queries.subgraph import subgraph

HOSTILE = (
    "</script><script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\"> href"
)
TEXT = f"Thực hiện Nghị quyết {HOSTILE} của Bộ Chính trị."
PAGES: list[Callable[[Any], str]] = [network_page, html_page]


def document(id: str, tier: int | None, **rest: Any) -> Document:
    return Document(NodeId(id), BlockKey(id), tier=tier, **rest)


def edge(source: str, kind: EdgeKind, target: str, start: int = 10) -> Edge:
    place = Evidence(FileKey("a.txt"), start, 40, TEXT[start:40], 0, len(TEXT), "test")
    return Edge(kind, NodeId(source), NodeId(target), place)


@pytest.fixture(scope="module")
def graph() -> Any:
    nodes = (
        document(HOSTILE, 4, type="Công văn", subject=HOSTILE, issuer=HOSTILE, status=Status.LOADED),
        document("nq", 1, type="Nghị quyết", subject=HOSTILE),
        document("unknown", None, type="Báo cáo"),
        Task(NodeId("task"), HOSTILE, NodeId(HOSTILE), Modality.ASSIGNED),
        Agency(NodeId("stp"), f"Sở {HOSTILE}"),
    )
    short = document("start", 4)
    edges = (
        edge("start", EdgeKind.IMPLEMENTS, "nq"),
        edge("start", EdgeKind.IMPLEMENTS, "nq", 20),
        edge("start", EdgeKind.BASIS, HOSTILE),
        edge("start", EdgeKind.DIRECTED_BY, "unknown"),
        edge("start", EdgeKind.ASSIGNS, "task"),
        edge("task", EdgeKind.LED_BY, "stp"),
    )
    store = NetworkxStore()
    file = SourceFile(FileKey("a.txt"), "0" * 64, TEXT, ParsedDocument(Header()), "1")
    store.apply(ChangeSet(files=(file,), nodes=(*nodes, short), edges=edges))
    return picture(subgraph(store, NodeId("start")))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_self_contained_and_whole(page: Callable[[Any], str], graph: Any) -> None:
    text = page(graph)
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    assert not re.search(r"<(?:script|link|img|iframe)[^>]{0,200}(?:src|href)=\"(?!data:)", text)
    assert "Content-Security-Policy" in text
    assert text == page(graph)


@pytest.mark.parametrize("page", PAGES)
def test_hostile_text_stays_text(page: Callable[[Any], str], graph: Any) -> None:
    text = page(graph)
    assert "<img src=x" not in text
    assert "</script><script>document.title" not in text


def test_vis_gets_places_and_no_physics(graph: Any) -> None:
    data = vis_data(graph)
    assert data["options"]["physics"] == {"enabled": False}
    assert all({"x", "y", "shape"} <= set(node) for node in data["nodes"])
    assert all(edge["arrows"] == "to" for edge in data["edges"])
    assert not [node for node in data["nodes"] if "title" in node]


def test_mentions_of_one_relation_make_one_line_with_all_quotes(graph: Any) -> None:
    lines = [line for source, target, line in graph.edges(data=True) if target == "nq"]
    assert [len(line["proofs"]) for line in lines] == [2]
    assert graph.number_of_edges() == 5


def test_a_picture_for_mail_is_small(graph: Any) -> None:
    assert len(html_page(graph).encode()) < 60_000


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("CI draws the pages in a browser, and there is none (apt-get install chromium)")
    if found is None:
        pytest.skip("needs Chromium to draw the pages (apt-get install chromium)")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_browser_draws_the_page(
    page: Callable[[Any], str], graph: Any, chromium: str, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(graph), encoding="utf-8")
    done = subprocess.run(
        [
            chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}", "--host-resolver-rules=MAP * 127.0.0.1:9",
            "--virtual-time-budget=5000", "--dump-dom", path.as_uri(),
        ],
        capture_output=True, encoding="utf-8", timeout=90, check=True,
    )  # fmt: skip
    assert "<title>pwned" not in done.stdout
    if page is network_page:
        assert 'data-ready="1"' in done.stdout
        assert "<canvas" in done.stdout


def test_render_writes_the_page(story: Any, tmp_path: Path) -> None:
    for form in ("pyvis", "html"):
        path = tmp_path / f"{form}.html"
        done = story("render", "15/CT-UBND", "--format", form, "-o", path, "--json")
        assert done.status == 0, done.err
        assert done.json["path"] == str(path)
        assert "57-NQ/TW" in path.read_text(encoding="utf-8")
    assert story("render", "15/CT-UBND", "--format", "html", "-o", "-").out.startswith("<!DOCTYPE html>")


def test_render_to_a_place_that_is_not_there(story: Any, tmp_path: Path) -> None:
    done = story("render", "15/CT-UBND", "-o", tmp_path / "no" / "x.html")
    assert done.status == 1
    assert "Traceback" not in done.err


def test_the_page_is_utf8_whatever_the_locale(story: Any, tmp_path: Path) -> None:
    variables = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    path = tmp_path / "x.html"
    assert story("render", "15/CT-UBND", "-o", path, env=variables).status == 0
    assert "Nghị quyết" in path.read_text(encoding="utf-8")
