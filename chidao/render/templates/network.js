"use strict";
// Texts of documents reach the page as text nodes only, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const panel = document.getElementById("panel");

function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

function ofNode(words) {
  return element("div", element("strong", words.label), ...words.lines.filter(Boolean).map((line) => element("div", line)));
}

function ofEdge(words) {
  const quotes = words.proofs.map((proof) => {
    const place = element("div", `${proof.file}: ${proof.start}–${proof.end}`);
    place.className = "soft";
    const sentence = element("blockquote", "“", proof.before, element("mark", proof.quote), proof.after, "”");
    return element("div", sentence, place);
  });
  return element("div", element("strong", words.label), ...quotes);
}

for (const node of data.nodes) node.title = ofNode(node.words);
for (const edge of data.edges) edge.title = ofEdge(edge.words);

const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const network = new vis.Network(document.getElementById("network"), { nodes, edges }, data.options);

function show(selected) {
  const parts = [];
  if (selected.nodes.length) parts.push(ofNode(nodes.get(selected.nodes[0]).words));
  for (const id of selected.edges) {
    const edge = edges.get(id);
    const ends = element("div", `${nodes.get(edge.from).words.label} → ${nodes.get(edge.to).words.label}`);
    parts.push(element("hr"), ends, ofEdge(edge.words));
  }
  if (parts.length) panel.replaceChildren(...parts);
}

const READABLE = 0.7;
const MARGIN = 60;

function fromTop() {
  const top = Math.min(...data.nodes.map((node) => node.y)) - MARGIN;
  const height = document.getElementById("network").clientHeight / READABLE;
  return { x: network.getPosition(data.start).x, y: top + height / 2 };
}

network.on("click", show);
network.once("afterDrawing", () => {
  network.fit();
  // Text shrunk to fit cannot be read: then the sources stand at the top, and the rest is below.
  if (network.getScale() < READABLE) network.moveTo({ scale: READABLE, position: fromTop() });
  document.body.dataset.ready = "1";
});
