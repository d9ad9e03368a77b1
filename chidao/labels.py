"""How nodes and relations are called in tables, pictures and notebooks."""

from __future__ import annotations

from chidao import messages
from graph.model import Agency, Document, EdgeKind, Node, Task, Topic

LONG = 90


def label(node: Node) -> str:
    """A short name: "Nghị quyết 57-NQ/TW", the title of a document without number, the words of a task."""
    match node:
        case Document(symbol=None):
            return _title(node.type or "", node.subject or "") or node.id
        case Document():
            return " ".join(filter(None, (node.type, node.symbol)))
        case Task():
            return shorten(node.text)
        case Agency() | Topic():
            return node.name


def _title(type_: str, subject: str) -> str:
    """The name of a law begins with its type already: "Luật Đất đai"."""
    if subject.lower().startswith(type_.lower()):
        return shorten(subject)
    return f"{type_} {shorten(subject)}".strip()


def details(node: Node) -> str:
    """What tells it from others of the same name: date, issuer, place."""
    match node:
        case Document():
            return ", ".join(filter(None, (readable_date(node.date), node.issuer, node.jurisdiction)))
        case Agency():
            return node.jurisdiction or ""
        case Task():
            return node.deadline.text if node.deadline else ""
        case Topic():
            return node.kind


def status(node: Node) -> str:
    """Whether a document was read or is only cited; nothing for other nodes."""
    return messages.text(f"status.{node.status}") if isinstance(node, Document) else ""


def relation(kind: EdgeKind) -> str:
    """The relation in the language of the moment ("thực hiện")."""
    return messages.text(f"relation.{kind}")


def readable_date(date: str | None) -> str:
    """As people here write it: 22/12/2024, 12/2024, 2024."""
    return "/".join(reversed(date.split("-"))) if date else ""


def shorten(text: str, length: int = LONG) -> str:
    """The beginning, cut at a word."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0] + "…"
