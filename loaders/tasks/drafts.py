"""A duty while it is being read, and what it inherits from the headings above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from graph.model import AgencyMention, Deadline, Modality, TaskMention
from loaders.tasks.fields import deadline, partners, receivers
from loaders.tasks.pieces import Piece


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is told, by a frame, a heading or an item; empty where nobody is named."""

    lead: tuple[AgencyMention, ...] = ()
    coordinate: tuple[AgencyMention, ...] = ()
    modality: Modality = Modality.ASSIGNED
    rule: str = ""

    def with_partners(self, coordinate: tuple[AgencyMention, ...]) -> Owner:
        """The same owner with these partners, if any."""
        return replace(self, coordinate=coordinate) if coordinate else self


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one piece."""

    piece: Piece
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A duty: its words (one stretch a paragraph), its place in the list, its owner."""

    stretches: tuple[Stretch, ...]
    section: str | None
    owner: Owner
    shared: Deadline | None = None
    """Deadline at the end of the item, for the parts that state none."""
    labelled: bool = False
    """Partners and deadline have lines of their own ("Cơ quan phối hợp: …"), which count before the text."""

    def task(self) -> TaskMention:
        """The duty with all that its words say."""
        first, last = self.stretches[0], self.stretches[-1]
        start = first.piece.raw(first.first, first.first + 1)[0]
        end = last.piece.raw(last.after - 1, last.after)[1]
        return TaskMention(
            start=start,
            end=end,
            modality=self.owner.modality,
            section=self.section,
            lead=self.owner.lead,
            coordinate=self._partners(),
            report_to=self._receivers(),
            deadline=self._deadline(),
            sentence_start=start,
            sentence_end=end,
            rule=self.owner.rule,
        )

    def _partners(self) -> tuple[AgencyMention, ...]:
        if self.labelled and self.owner.coordinate:
            return self.owner.coordinate
        return _each_once(partners, self.stretches) or self.owner.coordinate

    def _receivers(self) -> tuple[AgencyMention, ...]:
        return _each_once(receivers, self.stretches)

    def _deadline(self) -> Deadline | None:
        if self.labelled and self.shared is not None:
            return self.shared
        found = [deadline(part.piece, part.first, part.after) for part in self.stretches]
        stated = [one for one in found if one is not None]
        dated = [one for one in stated if one.date is not None]
        return next(iter(dated or stated), self.shared)


def _each_once(
    found: Callable[[Piece, int, int], tuple[AgencyMention, ...]], stretches: Iterable[Stretch]
) -> tuple[AgencyMention, ...]:
    """What is found in all paragraphs of a duty, each name once."""
    unique: dict[str, AgencyMention] = {}
    for part in stretches:
        for actor in found(part.piece, part.first, part.after):
            unique.setdefault(actor.name.casefold(), actor)
    return tuple(unique.values())
