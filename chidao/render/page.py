"""A picture as one self-contained page: UTF-8, escaped, nothing from the network.

Two forms: `network_page` with vis-network (through pyvis), to move and zoom; `html_page` with cards and
lines only, small enough for e-mail and good for print.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from chidao.render.colours import COLOURS
from chidao.render.filling import fill, source
from chidao.render.lanes import HEIGHT, WIDTH
from chidao.render.picture import lane_name

if TYPE_CHECKING:
    from networkx import MultiDiGraph

CARD_WIDTH, CARD_HEIGHT = 220, 100

_OUTSIDE = re.compile(r"""(?:src|href)\s{0,9}=\s{0,9}["']?\s{0,9}(?:https?:)?//""", re.IGNORECASE)


def network_page(graph: MultiDiGraph[str]) -> str:
    """The picture to move and zoom: hover for the words, click to keep them."""
    from chidao.render.network import vis_data, vis_script, vis_style  # noqa: PLC0415

    library, own = vis_script(), source("network.js")
    page = _fill(
        "network.html",
        graph,
        data=Markup(_inert(vis_data(graph))),  # noqa: S704 "<" is escaped by _inert
        library=Markup(library),  # noqa: S704 the file that pyvis carries
        own=Markup(own),  # noqa: S704 our file
        vis_style=Markup(vis_style()),  # noqa: S704 the file that pyvis carries
        hashes=" ".join(f"'sha256-{_hash(script)}'" for script in (library, own)),
    )
    return _self_contained(page)


def html_page(graph: MultiDiGraph[str]) -> str:
    """The picture as cards and lines, without a script."""
    return _self_contained(_fill("cards.html", graph, **_geometry(graph)))


def _fill(template: str, graph: MultiDiGraph[str], **values: Any) -> str:
    return fill(
        template,
        title=graph.nodes[graph.graph["start"]]["label"],
        nodes=dict(graph.nodes.items()),
        lines=list(graph.edges(data=True)),
        lanes=[(lane_name(lane), *COLOURS[lane]) for lane in sorted(set(_lanes(graph)))],
        left_out=graph.graph["left_out"],
        **values,
    )


def _lanes(graph: MultiDiGraph[str]) -> list[int]:
    return [data["lane"] for _, data in graph.nodes(data=True)]


def _geometry(graph: MultiDiGraph[str]) -> dict[str, Any]:
    """Cards and lines in the pixels of the page; lines leave at the top and arrive at the bottom."""
    xs = [data["x"] for _, data in graph.nodes(data=True)]
    ys = [data["y"] for _, data in graph.nodes(data=True)]
    left, top = min(xs) - WIDTH / 2, min(ys) - HEIGHT / 2
    middle = {node: (data["x"] - left, data["y"] - top) for node, data in graph.nodes(data=True)}
    return {
        "width": max(xs) - min(xs) + WIDTH,
        "height": max(ys) - min(ys) + HEIGHT,
        "card": {"width": CARD_WIDTH, "height": CARD_HEIGHT},
        "middle": middle,
        "wires": [_wire(middle[source], middle[target]) for source, target in graph.edges()],
        "colour": {node: COLOURS[data["lane"]] for node, data in graph.nodes(data=True)},
    }


def _wire(source: tuple[float, float], target: tuple[float, float]) -> str:
    """An SVG path; within a row it bends over the cards."""
    (x1, y1), (x2, y2) = source, target
    side = 0 if y1 == y2 else 1 if y2 < y1 else -1
    half = CARD_HEIGHT / 2
    start, end = y1 - half * (side or 1), y2 + half * (side if side else -1)
    bend = 28 if side == 0 else abs(start - end) / 2
    first, second = start - bend * (side or 1), end + bend * (side if side else -1)
    return f"M{x1:g} {start:g} C{x1:g} {first:g} {x2:g} {second:g} {x2:g} {end:g}"


def _inert(data: Any) -> str:
    """JSON that cannot end its script element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _self_contained(page: str) -> str:
    """The page; one that would ask the network for something is a fault of ours."""
    found = _OUTSIDE.search(page)
    if found:
        raise ValueError(f"the page would load from outside: {page[found.start() :][:80]!r}")
    return page
