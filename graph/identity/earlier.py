"""What files said when a step began, each read once."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import FileKey, Resolved
from graph.store import View


class Earlier:
    """The resolved mentions of files, as the view has them: several parts of a step ask for the same ones."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[FileKey, list[Resolved]] = {}

    def said_by(self, files: Collection[FileKey]) -> list[Resolved]:
        """By file and index, as `View.mentions`."""
        if new := sorted(set(files) - self._known.keys()):
            self._known.update((file, []) for file in new)
            for one in self._view.mentions(new):
                self._known[one.mention.file].append(one)
        return [one for file in sorted(set(files)) for one in self._known[file]]
