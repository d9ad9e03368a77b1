"""The relation of each citation: what the citing text does to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from graph.model import CitationKind, Relation
from loaders import relations
from loaders.citations import clauses, drafts, ranks, type_words
from loaders.citations.aliases import DEFINITION
from loaders.citations.found import Found
from loaders.citations.lists import joined
from loaders.citations.named import PLAN, REQUEST
from loaders.text.patterns import alternatives, loose
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
_BASES = loose(
    r"(?:\A|(?<=\n))(?:\|? ?[\dIVX.]{1,6}[.)]? )?(?i:căn cứ|cơ sở) pháp lý[^\n.;]{0,40}(?:\n[^\n.;]{1,40})?\Z"
)
_ITEM_ONLY = loose(r"[-+•*]? ?(?:\(?\w{1,3}[.)] )?(?:Các )?")
# "- Các Nghị định về lựa chọn nhà đầu tư: số …"
_ITEM_HEADING = loose(r"[-+•*] Các [^.;:()]{2,80}: ")
_HEADING = 100
"""Letters of a heading."""
_BRACKET = 400
"""Letters of a bracket."""
_SIBLINGS = 16
"""Items of a list that are looked back over for its lead-in."""
# "DANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ": a heading, or the title of a column
_LAPSED = loose(
    r"\n(?:\w{1,4}[.)]? )?(?:danh mục )?(?:các )?văn bản[^\n.;:]{0,80} hết hiệu lực", re.IGNORECASE
)
_ROW, _ROW_MARK = loose(r"[\n|]\(?\d{1,3}[.)]?(?: ?\|)? $"), 12
# "Được thay thế bởi Thông tư số 01/2024/TT-BLĐTBXH", "Bị bãi bỏ bởi …": the reason beside the row
_BY_NEW, _REASON = (
    loose(r"(?:được|bị) (?:thay thế|bãi bỏ|hủy bỏ)[^.;:]{0,30} (?:bởi|bằng) $", re.IGNORECASE),
    60,
)
_BY = loose(r"(?<!\w)theo(?!\w)", re.IGNORECASE)


def relate(text: str, found: Sequence[Found], sentences: Sentences) -> list[Found]:
    """Every mention with its relation: its own trigger, else that of the list it stands in."""
    reader = _Reader(text, sentences)
    return [reader.read(item) for item in found]


class _Reader:
    """Reads relations from left to right; remembers the list that the text is in."""

    def __init__(self, text: str, sentences: Sentences) -> None:
        self._text = text
        self._sentences = sentences
        self._before: Found | None = None
        self._sentence = (-1, -1)
        self._inside: list[Found] = []
        """What the sentence has cited so far."""
        self._drafts_only = True
        """Whether these are all drafts."""
        self._listed = Relation.MENTIONS
        """Relation of the sentence's own list; a document inside a title does not change it."""
        self._aside = False
        """Whether the text is in a bracket that only adds documents."""

    def read(self, item: Found) -> Found:
        """The next mention with its relation."""
        sentence = self._sentences.around(item.head)
        if sentence[0] != self._sentence[0]:
            self._listed = relation = self._first(item, sentence[0])
            self._inside, self._drafts_only = [], True
            self._aside = False
        else:
            relation = self._further(item)
            self._aside = self._is_aside(item)
        if item.rule == REQUEST:
            relation = Relation.RESPONDS_TO
        if item.start > self._lapsed:
            relation = _lapses(self._text, item) or relation
        if clauses.is_subject(self._text, item):
            relation = Relation.MENTIONS
        if item.kind is CitationKind.DRAFT and relation is not Relation.COMMENTS_ON:
            relation = self._on_drafts
        self._sentence = sentence
        if self._aside or item.rule == DEFINITION:  # "(sau đây gọi là Nghị quyết số 66-NQ/TW)" only names
            self._before = _related(item, self._before.relation if self._before else relation)
            return _related(item, Relation.MENTIONS)
        self._before = _related(item, relation)
        self._inside.append(self._before)
        self._drafts_only = self._drafts_only and item.kind is CitationKind.DRAFT
        return self._before

    @cached_property
    def _lapsed(self) -> int:
        """Where a list of documents that have lapsed begins; the end of the text where there is none."""
        heading = _LAPSED.search(self._text)
        return heading.start() if heading else len(self._text)

    @cached_property
    def _on_drafts(self) -> Relation:
        return Relation.COMMENTS_ON if drafts.is_comment_letter(self._text) else Relation.MENTIONS

    def _first(self, item: Found, start: int) -> Relation:
        """The first mention of a sentence: its trigger, what is said after it, or the lead-in of its list."""
        end = _governed(self._text, item, start)
        trigger = _governing(self._text, _bracket(self._text, start, end), end, item.start)
        if trigger and trigger.relation is not Relation.MENTIONS:
            return trigger.relation or Relation.MENTIONS
        opened = clauses.opened(self._text, item, start)
        if trigger:
            return Relation.BASIS if opened is Relation.BASIS else Relation.MENTIONS
        return opened or self._said_after(item) or self._led_in(item, start) or Relation.MENTIONS

    def _further(self, item: Found) -> Relation:
        before, text = self._before, self._text
        if before is None:
            return Relation.MENTIONS
        if joined(text, before, item) and ";" not in text[before.end : item.start]:
            return self._listed if self._leaves_title(before, item) else before.relation
        listed = _next_item(text, before.end, item.start)
        end = _governed(text, item, before.end)
        trigger = _governing(text, _bracket(text, max(before.end, listed + 1), end), end, item.start)
        if trigger:
            relation = trigger.relation or self._amended(item)
        elif listed >= 0:
            return self._listed
        elif end < item.start or _COORDINATED.match(text, before.end, item.start):
            relation = before.relation
        else:
            opened = clauses.opened(text, item, self._sentence[0]) if self._drafts_only else None
            relation = opened or self._said_after(item) or Relation.MENTIONS
        if listed >= 0 or end < item.start or ":" in text[before.end : item.start]:
            self._listed = relation
        return relation

    def _is_aside(self, item: Found) -> bool:
        """Whether a bracket only adds the mention, alone or in a list: "(văn bản số 5; văn bản số 6)"."""
        before, text = self._before, self._text
        if before is None:
            return False
        inside = self._aside and ")" not in text[before.end : item.start]
        return inside or clauses.is_aside(text, before, item)

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
        return clauses.said_after(self._text, item, self._sentences.around(item.head))

    def _led_in(self, item: Found, start: int) -> Relation | None:
        """ "Tổ chức thực hiện nghiêm: ⏎- Nghị quyết số …;⏎- Chỉ thị số …": the lead-in governs every item."""
        text = self._text
        if not (
            _ITEM_ONLY.fullmatch(text, start, item.start) or _ITEM_HEADING.fullmatch(text, start, item.start)
        ):
            return None
        above = self._above(start)
        if above < self._sentence[1] and _ITEM_ONLY.fullmatch(text, self._sentence[0], self._first_start()):
            return self._listed
        for _ in range(_SIBLINGS):
            sibling = self._sentences.around(above)[0]
            if text[above : above + 1] == ":" or text[start] not in "-+•*" or text[sibling] != text[start]:
                break
            above = self._above(sibling)
        if text[above : above + 1] != ":":
            return Relation.BASIS if _BASES.search(text, max(0, above - _HEADING), above + 1) else None
        trigger = _governing(text, self._sentences.around(above)[0], above, above + 1)
        return trigger.relation if trigger else None

    def _above(self, start: int) -> int:
        """The last letter before a sentence."""
        above = start - 1
        while above > 0 and self._text[above] in " \n|":
            above -= 1
        return above

    def _first_start(self) -> int:
        return self._inside[0].start if self._inside else 0


def _lapses(text: str, item: Found) -> Relation | None:
    """What a list of lapsed documents does to one: it names a row, or says by what the row was replaced."""
    if _ROW.search(text, max(0, item.start - _ROW_MARK), item.start):
        return Relation.REPEALS
    return Relation.MENTIONS if _BY_NEW.search(text, max(0, item.start - _REASON), item.start) else None


def _related(item: Found, relation: Relation) -> Found:
    return item if relation is item.relation else item._replace(relation=relation)


def _governing(text: str, start: int, end: int, cited: int) -> relations.Trigger | None:
    """The nearest trigger; before a list the verb, not its object: "quán triệt các quy định của …, gồm:"."""
    governs = (t for t in relations.triggers(text, start, end) if not _closed(text, start, t.end, end))
    last = next(governs, None)
    if last and last.relation is Relation.DIRECTED_BY and ":" in text[end:cited]:
        verb = next((trigger for trigger in governs if trigger.relation is Relation.IMPLEMENTS), None)
        if verb and not _BY.search(text, verb.end, last.end):
            return verb
    return last


def _closed(text: str, start: int, place: int, end: int) -> bool:
    """Whether a place lies in a bracket that is closed: "thực hiện ủy quyền (trước khi hợp nhất) tại"."""
    closed = text.find(")", place, end)
    if closed < 0 or text.find("(", place, closed) >= 0:
        return False
    start = max(start, place - _BRACKET)
    return text.rfind("(", start, place) > text.rfind(")", start, place)


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
