"""Agency nodes and the edges to them: national ones by name, local ones by name and place.

A local agency whose place is not known is one for each file: "Sở Tư pháp" exists in every province.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph.identity.evidence import Span, evidence
from graph.identity.ids import in_front, node_id
from graph.identity.mentions import file_place
from graph.identity.places import at_level, within
from graph.model import Agency, AgencyMention, Edge, EdgeKind, Evidence, FileKey, NodeId, SourceFile
from graph.text import fold
from graph.vocabulary.agencies import AgencyName, canonical_agency
from graph.vocabulary.tiers import NATIONAL


def agency(printed: str, *, file: FileKey, place: str | None) -> Agency:
    """The node of an agency as printed in a file of this place."""
    known = _placed(printed, place)
    return _node(known, file=FileKey("") if known.jurisdiction else file)


@lru_cache(maxsize=16384)
def _placed(printed: str, place: str | None) -> AgencyName:
    """The agency with the place that it says itself, else that of the file, as far as its level goes."""
    known = canonical_agency(printed)
    own = within(known.jurisdiction, place) if known.jurisdiction else at_level(place, known.tier)
    return AgencyName(known.name, own, known.tier)


def registry_agency(known: AgencyName) -> Agency | None:
    """The node that files give to an agency of the registry; None for a local one without a place."""
    national = known.tier is not None and known.tier <= NATIONAL
    return _node(known, file=FileKey("")) if national or known.jurisdiction else None


@lru_cache(maxsize=16384)
def _node(known: AgencyName, *, file: FileKey) -> Agency:
    name, own = in_front(known.name), known.jurisdiction
    if known.tier is not None and known.tier <= NATIONAL:
        return Agency(id=node_id("agency", fold(name)), name=name, tier=known.tier)
    return Agency(
        id=node_id("agency", fold(name), own or "", "" if own else file),
        name=name,
        jurisdiction=own,
        tier=known.tier,
    )


def agency_name(printed: str) -> str:
    """The name that a node of this printed agency shows."""
    return in_front(canonical_agency(printed).name)


def to_agency(
    file: SourceFile, kind: EdgeKind, source: NodeId, printed: str, place: Evidence
) -> tuple[Edge, Agency]:
    """The edge to an agency as printed, and the agency."""
    node = agency(printed, file=file.key, place=file_place(file))
    return Edge(kind, source, node.id, place, printed=printed), node


def to_agencies(
    file: SourceFile,
    kind: EdgeKind,
    source: NodeId,
    mentions: Iterable[AgencyMention],
    *,
    rule: str,
    sentence: Span | None = None,
) -> Iterator[tuple[Edge, Agency]]:
    """The edges to several agencies, each proved by its own words."""
    for mention in mentions:
        place = evidence(file, (mention.start, mention.end), sentence=sentence, rule=rule)
        yield to_agency(file, kind, source, mention.name, place)
