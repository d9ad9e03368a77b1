"""The relation of each citation: what the citing text does to it."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cached_property

from graph.model import CitationKind, Relation
from loaders import relations
from loaders.citations import drafts, ranks, type_words
from loaders.citations.aliases import DEFINITION
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.citations.named import PLAN, REQUEST
from loaders.text.patterns import alternatives, any_case, loose
from loaders.text.phrases import phrase_groups
from loaders.text.sentences import Sentences

_OPENED = loose(r"[(:] ?$")
DIRECT = loose(r"(?:,| và|, và) (?:các )?$")
"""A list goes on right before the next document."""
_COORDINATED = loose(r"\)?[,;]? và ")
_IN_TITLES = frozenset({Relation.GUIDES, Relation.AMENDS})
_TITLED = 2
"""A document and the one in its title."""
_TITLE = loose(rf" (?:về|{alternatives(phrase_groups('citation_words.toml')['title_verbs'])}) ")
# "1. Căn cứ pháp lý để thẩm định⏎- Luật Thủy lợi số …": a heading over a list
_BASES = re.compile(r"(?:\|? ?[\dIVX.]{1,6}[.)]? )?(?i:căn cứ|cơ sở) pháp lý[^\n.;]{0,40}\Z")
_ABOUT = loose(r"Về (?!việc )")
_OPINION = loose(r" có ý kiến(?: chỉ đạo)? như sau")
_REPEALED = loose(any_case(("hết hiệu lực", "bị bãi bỏ")))
_NEVER = (sys.maxsize, sys.maxsize)
_ITEM_ONLY = loose(r"[-+•*]? ?(?:\(?\w{1,3}[.)] )?(?:Các )?")


def relate(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Every mention with its relation: its own trigger, else that of the list it stands in."""
    reader = _Reader(text, sentences)
    return [reader.read(item) for item in found]


class _Reader:
    """Reads relations from left to right; remembers the list that the text is in."""

    def __init__(self, text: str, sentences: Sentences) -> None:
        self._text = text
        self._sentences = sentences
        self._asked, self._repealed = 0, (-1, -1)
        """Where was last asked for words that repeal, and where the next ones stand."""
        self._before: Found | None = None
        self._sentence = (-1, -1)
        self._inside: list[Found] = []
        """What the sentence has cited so far."""
        self._listed = Relation.MENTIONS
        """Relation of the sentence's own list; a document inside a title does not change it."""

    def read(self, item: Found) -> Found:
        """The next mention with its relation."""
        sentence = self._sentences.around(item.head)
        if sentence[0] != self._sentence[0]:
            self._listed = relation = self._first(item, sentence[0])
            self._inside = []
        else:
            relation = self._further(item)
        if item.rule == REQUEST:
            relation = Relation.RESPONDS_TO
        if item.kind is CitationKind.DRAFT and relation is not Relation.COMMENTS_ON:
            relation = self._on_drafts
        self._sentence = sentence
        if item.rule == DEFINITION:  # "(sau đây gọi là Nghị quyết số 66-NQ/TW)" only names; the list goes on
            self._before = _related(item, self._before.relation if self._before else relation)
            return _related(item, Relation.MENTIONS)
        self._before = _related(item, relation)
        self._inside.append(self._before)
        return self._before

    @cached_property
    def _on_drafts(self) -> Relation:
        return Relation.COMMENTS_ON if drafts.is_comment_letter(self._text) else Relation.MENTIONS

    def _first(self, item: Found, start: int) -> Relation:
        """The first mention of a sentence: its trigger, what is said after it, or the lead-in of its list."""
        end = _governed(self._text, item, start)
        trigger = relations.nearest(self._text, _bracket(self._text, start, end), end)
        if trigger is None:
            relation = self._said_after(item) or self._led_in(item, start) or self._answered(item, start)
            return relation or Relation.MENTIONS
        return trigger.relation or Relation.MENTIONS

    def _further(self, item: Found) -> Relation:
        before, text = self._before, self._text
        if before is None:
            return Relation.MENTIONS
        if joined(text, before, item) and ";" not in text[before.end : item.start]:
            return self._listed if self._leaves_title(before, item) else before.relation
        listed = _next_item(text, before.end, item.start)
        end = _governed(text, item, before.end)
        trigger = relations.nearest(text, _bracket(text, max(before.end, listed + 1), end), end)
        if trigger:
            relation = trigger.relation or self._amended(item)
        elif listed >= 0:
            return self._listed
        elif end < item.start or _COORDINATED.match(text, before.end, item.start):
            relation = before.relation
        else:
            relation = self._said_after(item) or Relation.MENTIONS
        if listed >= 0 or end < item.start or ":" in text[before.end : item.start]:
            self._listed = relation
        return relation

    def _amended(self, item: Found) -> Relation:
        """ "A được sửa đổi, bổ sung bởi B": B has the relation of A."""
        changed = ranks.amended(self._inside, item)
        return changed.relation if changed else Relation.MENTIONS

    def _leaves_title(self, before: Found, item: Found) -> bool:
        """Whether the outer list goes on after a document in a title: "A hướng dẫn Luật B và Thông tư C".

        No decree details a circular, and what has a title of its own is no further object.
        """
        if before.rule == PLAN and item.rule != PLAN:  # "Quyết định A phê duyệt Đề án B, Nghị quyết C"
            return len(self._inside) >= _TITLED
        if len(self._inside) < _TITLED or before.relation not in _IN_TITLES:
            return False
        subject = self._inside[-2]
        if before.relation is subject.relation:
            return False
        if before.relation is Relation.GUIDES and (item.type == subject.type or ranks.below(item, subject)):
            return True
        own_title = _TITLE.match(self._text, item.end) is not None
        return own_title and self._text[before.end : item.start].strip() == ","

    def _said_after(self, item: Found) -> Relation | None:
        """ "Thông tư số 40/2020/TT-BTTTT … hết hiệu lực kể từ ngày …" is repealed."""
        end = self._sentences.around(item.head)[1]
        if not self._asked <= item.end <= self._repealed[0]:
            found = _REPEALED.search(self._text, item.end)
            self._asked, self._repealed = item.end, found.span() if found else _NEVER
        return Relation.REPEALS if self._repealed[1] <= min(end, item.end + 400) else None

    def _answered(self, item: Found, start: int) -> Relation | None:
        """ "Về kiến nghị của X tại Thông báo số …, Phó Thủ tướng có ý kiến như sau" answers it."""
        end = self._sentences.around(item.head)[1]
        if _ABOUT.match(self._text, start) and _OPINION.search(self._text, item.end, end):
            return Relation.RESPONDS_TO
        return None

    def _led_in(self, item: Found, start: int) -> Relation | None:
        """ "Tổ chức thực hiện nghiêm: ⏎- Nghị quyết số …;⏎- Chỉ thị số …": the lead-in governs every item."""
        text = self._text
        if not _ITEM_ONLY.fullmatch(text, start, item.start):
            return None
        above = start - 1
        while above > 0 and text[above] in " \n|":
            above -= 1
        if above < self._sentence[1] and _ITEM_ONLY.fullmatch(text, self._sentence[0], self._first_start()):
            return self._listed
        if text[above : above + 1] != ":":
            heading = text.rfind("\n", 0, above) + 1
            return Relation.BASIS if _BASES.match(text, heading, above + 1) else None
        trigger = relations.nearest(text, self._sentences.around(above)[0], above)
        return trigger.relation if trigger else None

    def _first_start(self) -> int:
        return self._inside[0].start if self._inside else 0


def _related(item: Found, relation: Relation) -> Found:
    return item if relation is item.relation else item._replace(relation=relation)


def _bracket(text: str, start: int, end: int) -> int:
    """Where the words begin that can govern: inside the bracket that is open at `end`, if one is."""
    opened = text.rfind("(", start, end)
    return opened if opened >= 0 and text.find(")", opened, end) < 0 else start


def _next_item(text: str, start: int, end: int) -> int:
    """Where the list goes on between two mentions, -1 where it does not.

    At a ";", or where "," or "và" stands right before the second: "Thực hiện A về …, Nghị quyết số B".
    """
    mark = max(text.rfind("; ", start, end), text.rfind(";\n", start, end))
    direct = DIRECT.search(text, max(start, end - 12), end)
    return direct.start() if direct else mark


def _governed(text: str, item: Found, floor: int) -> int:
    """Where the words end that govern the citation: before the noun that a bracket or colon list spells out.

    "sửa đổi các Thông tư có liên quan (Thông tư số 47/…)": the bracket takes the verb of its noun.
    """
    opened = _OPENED.search(text, max(floor, item.start - 6), item.start)
    if opened is None:
        return item.start
    trigger = relations.nearest(text, floor, opened.start())
    if (
        trigger and opened.group()[0] == ":" and opened.start() - trigger.end <= 1
    ):  # "… và thay thế: Điều 14 Quyết định số 15/…"
        return opened.start()
    nouns = list(type_words.find(text, floor, opened.start()))
    same = [noun for noun in nouns if noun.type == item.type]
    chosen = (same or nouns)[-1:]
    return chosen[0].start if chosen else opened.start()
