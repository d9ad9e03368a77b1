"""Who speaks in a document, and what its "đề nghị" therefore is: an order, a request, or a proposal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.model import AgencyMention, Header, Modality
from graph.text import fold
from loaders.tasks.openings import Trigger
from loaders.tasks.vocabulary import phrases
from loaders.text.coding import words_of

_LONG = fold("ủy ban nhân dân")
_SHORT = fold("UBND")
_STATE = tuple(
    fold(w)
    for w in ("chính phủ", "thủ tướng", "phó thủ tướng", "văn phòng chính phủ", "quốc hội", "ban chỉ đạo")
)
_HEAD_OFFICES = tuple(
    fold(w)
    for w in (
        "cục thuế",
        "tổng cục",
        "cục hải quan",
        "kho bạc nhà nước",
        "bảo hiểm xã hội việt nam",
        "cục thống kê",
    )
)
"""Central authorities with branches of their own in the provinces."""
_DECIDING = tuple(fold(w) for w in ("chính phủ", "thủ tướng", "phó thủ tướng", "quốc hội"))
"""Who is asked to decide on a draft, not to mend it."""
_PARTY = tuple(
    fold(w)
    for w in (
        "bộ chính trị",
        "ban bí thư",
        "ban chấp hành",
        "văn phòng trung ương",
        "tỉnh ủy",
        "thành ủy",
        "đảng ủy",
        "ban thường vụ",
        "ban tuyên giáo",
    )
)
_BELOW = tuple(
    fold(w)
    for w in ("sở", "các sở", "giám đốc sở", "ủy ban nhân dân các", "ủy ban nhân dân xã", "ban quản lý")
)
_LOCAL = tuple(fold(w) for w in ("ủy ban nhân dân", "chủ tịch ủy ban nhân dân", "hội đồng nhân dân"))


# "Thường trực Đảng ủy thống nhất …" in a letter of the Party committee
_INNER = re.compile(rf"^(?:{fold('thường trực')}|{fold('ban thường vụ')}) ")


@dataclass(frozen=True, slots=True)
class Voice:
    """The speaker, as far as it decides what is said to whom."""

    issuer: str = ""
    """Folded, "UBND" written out."""
    addressees: tuple[AgencyMention, ...] = ()
    comment: bool = False
    """A letter that comments on a draft."""
    kind: str = ""
    """The type word of the document."""

    submits: bool = False
    """Addressed to those who decide for the State: an order in it is a draft of one."""

    def is_kind(self, group: str) -> bool:
        """Whether the document is of a group of types ("accounts", "submissions", "normative")."""
        return _is_kind(self.kind, group)

    def modality(self, trigger: Trigger, names: tuple[AgencyMention, ...]) -> Modality:
        """What a duty is to those who are told."""
        if trigger is Trigger.ORDER and (self.submits or self.is_kind("submissions")):
            return Modality.PROPOSED
        if trigger is not Trigger.REQUEST or self._commands(names):
            return Modality.ASSIGNED
        return Modality.REQUESTED

    def _commands(self, names: tuple[AgencyMention, ...]) -> bool:
        """Whether the speaker stands above the first of these."""
        if self.comment:
            return False
        if self.issuer.startswith(_PARTY) or not self.issuer:
            return True
        if not names:
            return self.issuer.startswith((*_STATE, *_LOCAL))
        first = words_of(names[0].name)
        if phrases("independent").match(first, 0):
            return False
        if self.issuer.startswith(_LOCAL):
            return not phrases("central").match(first, 0)
        branch = self.issuer.startswith(_HEAD_OFFICES) and phrases("branches").match(first, 0) > 0
        return branch or self.issuer.startswith(_STATE)

    def speaks(self, name: str) -> bool:
        """Whether a name is that of the speaker ("UBND tỉnh" for "Ủy ban nhân dân tỉnh Đắk Lắk")."""
        key = _INNER.sub("", written_out(name))
        return bool(self.issuer) and (self.issuer.startswith(key) or key.startswith(self.issuer))

    def titles(self, text: str) -> bool:
        """Whether a line only names the speaker: "ỦY BAN NHÂN DÂN TỈNH" over a decision."""
        return text.isupper() and (self.speaks(text) or self.speaks(text.rstrip(":")))


@lru_cache(maxsize=256)
def _is_kind(kind: str, group: str) -> bool:
    words = words_of(kind)
    return 0 < len(words) == phrases(group).match(words, 0)


@lru_cache(maxsize=1024)
def written_out(name: str) -> str:
    """Folded name with "UBND" written out, for comparing."""
    return fold(name).replace(_SHORT, _LONG)


def voice(header: Header, *, comment: bool) -> Voice:
    """The speaker of a document with this header."""
    issuer = written_out(header.issuer.value) if header.issuer else ""
    first = header.addressees[0] if header.addressees else None
    above = issuer.startswith((*_LOCAL, *_STATE)) and first is not None and _is_below(first)
    kind = header.type.value if header.type else ""
    submits = first is not None and written_out(first.name).startswith(_DECIDING)
    return Voice(issuer, header.addressees, comment and not above and not submits, kind, submits)


def _is_below(addressee: AgencyMention) -> bool:
    """Whether a department or a lower committee is addressed: what a committee writes to it is an order."""
    return written_out(addressee.name).startswith(_BELOW)
