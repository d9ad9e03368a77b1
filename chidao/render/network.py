"""A picture through pyvis, as the data of vis-network; what pyvis does wrong is not asked of it.

pyvis 0.3.2 writes pages in the encoding of the machine, with scripts from the network, unescaped headings and
titles as markup, and hides the graph behind a thousand steps of physics. So it only keeps the nodes and
edges and brings vis-network; places are ours and the page is `chidao.render.page`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyvis
from pyvis.network import Network

from chidao.render.colours import COLOURS

if TYPE_CHECKING:
    from networkx import MultiDiGraph

OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "tooltipDelay": 120, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {
        "margin": 10,
        "font": {"size": 15, "face": '"Noto Sans", "Segoe UI", Arial, sans-serif', "color": "#1b1b1b"},
        "widthConstraint": {"minimum": 150, "maximum": 200},
    },
    "edges": {
        "smooth": {"type": "cubicBezier", "forceDirection": "vertical", "roundness": 0.4},
        "color": {"color": "#8a8f98", "highlight": "#b3261e", "hover": "#b3261e"},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.7}},
        "width": 1.5,
    },
}


def network(graph: MultiDiGraph[str]) -> Network:
    """The picture as a pyvis network: directed, every node in its place."""
    net = Network(directed=True)
    net.set_options(json.dumps(OPTIONS))
    for node, words in graph.nodes(data=True):
        net.add_node(node, **_node(words))
    for number, (source, target, line) in enumerate(graph.edges(data=True)):
        net.add_edge(source, target, id=number, label=line["label"], font={"size": 12, "align": "horizontal"})
    return net


def vis_data(graph: MultiDiGraph[str]) -> dict[str, Any]:
    """Nodes, edges and options for vis-network, with the words that our page shows as text."""
    net = network(graph)
    words = [
        {"label": data["label"], "lines": [data["details"], data["subject"], data["status_name"]]}
        for _, data in graph.nodes(data=True)
    ]
    proofs = [{"label": line["label"], "proofs": line["proofs"]} for _, _, line in graph.edges(data=True)]
    return {
        "nodes": [node | {"words": said} for node, said in zip(net.nodes, words, strict=True)],
        "edges": [edge | {"words": said} for edge, said in zip(net.edges, proofs, strict=True)],
        "options": net.options,
        "start": graph.graph["start"],
    }


def vis_script() -> str:
    """The vis-network library that pyvis carries."""
    return _library("vis-network.min.js")


def vis_style() -> str:
    """The style sheet of vis-network."""
    return _library("vis-network.css")


def _library(name: str) -> str:
    folders = sorted(Path(pyvis.__file__).parent.glob("lib/vis-*"))
    return (folders[-1] / name).read_text(encoding="utf-8")


def _node(words: dict[str, Any]) -> dict[str, Any]:
    background, border = COLOURS[words["lane"]]
    text = "\n".join(filter(None, (words["label"], words["details"])))
    return {
        "label": text,
        "shape": "box",
        "x": words["x"],
        "y": words["y"],
        "color": {
            "background": background,
            "border": border,
            "highlight": {"background": background, "border": "#000000"},
            "hover": {"background": background, "border": "#000000"},
        },
        "borderWidth": 3 if words["start"] else 1,
        "shapeProperties": {"borderDashes": [5, 4] if words["status"] == "cited" else False},
    }
