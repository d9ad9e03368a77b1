"""Who is told to act at the start of a sentence, and by which words.

"Giao Sở Xây dựng chủ trì …", "Chủ tịch UBND tỉnh yêu cầu Thủ trưởng các sở …", "Căn cứ Kế hoạch này, các sở …
xây dựng …", "2. Sở Khoa học và Công nghệ chủ trì, phối hợp Công an tỉnh".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from loaders.agencies.actors import Actor, ActorList, actors_at, is_definite
from loaders.agencies.parts import vocabulary
from loaders.tasks.narrowing import MUST, with_clause
from loaders.tasks.vocabulary import DATA, phrases, predicate
from loaders.text.coding import Words, anchors, letters, remembered
from loaders.text.vocabulary import phrase_groups

_REACH = 120
"""Words of the longest adverbial before an actor."""
_ASIDE = letters("nhất", "đặc", "trong", "gồm")
"""First words of "nhất là …", "đặc biệt là …", "trong đó có …" after an actor."""
_WHERE = letters("nơi")
_CLAUSE = 30
"""Words of the longest clause between an actor and its verb."""
_INVOLVED = letters("đến", "quy", "nêu", "tại", "được", "trên")
"""First words of what may stand between an actor and "chịu trách nhiệm"."""
_TAIL = 8
"""Words that may stand between the known part of a name and the verb."""
_COLON, _FINAL = frozenset(":"), frozenset(".;,")
_COMMA, _THEN = anchors(","), letters("thì")
_TOPIC = 25
"""Words of the longest topic before a colon: "Báo cáo tháng: Sở Tài chính tổng hợp …"."""
_OPEN, _CLOSE = frozenset("(“["), frozenset(")”]")
_OWNED = letters("của", "do", "tại", "thuộc", "theo", "trên", "bởi", "là")
_LEADS = letters("chủ", "phối")
"""First words of "chủ trì", "phối hợp": the main verb of a sentence whose actor is named above it."""


class Trigger(StrEnum):
    """The verb that tells: an order (giao), a request (đề nghị), or the actor's own verb."""

    ORDER = "orders"
    REQUEST = "requests"
    SUBJECT = "subject"
    HEADING = "heading"


_TELLING = (Trigger.ORDER, Trigger.REQUEST)


@dataclass(frozen=True, slots=True)
class Opening:
    """The actors that a sentence names: word indexes of the opening and of the word after the actors."""

    start: int
    after: int
    actors: tuple[Actor, ...]
    trigger: Trigger


@remembered
def opening_at(words: Words, index: int, *, semicolons: bool = True, aside: bool = True) -> Opening | None:
    """The opening that starts exactly at a word."""
    if words.word(index) not in _openers():
        return None
    start = _skip_connective(words, index)
    size, group = phrases(*_TELLING).find(words, start)
    if size and words.word(index - 1) not in _past():
        return _told(words, start, start + size, Trigger(group))
    listed = _actors(words, start, semicolons=semicolons)
    if listed is None:
        return _sends(words, start)
    found = _after_actors(words, start, listed, aside=aside)
    if found is None and semicolons and ";" in words.code[start : listed.end]:
        return opening_at(words, index, semicolons=False, aside=aside)
    return found


@cache
def _openers() -> frozenset[str]:
    """Letters of the words with which an opening may begin."""
    told = phrases("connectives", "reports_of").firsts | phrases(*_TELLING).firsts
    return told | vocabulary().begins


def _sends(words: Words, start: int) -> Opening | None:
    """Who sends a report: "Báo cáo của các cơ quan, đơn vị gửi về UBND tỉnh trước ngày …"."""
    size = phrases("reports_of").match(words, start)
    listed = actors_at(words, start + size) if size else None
    if listed is None or not phrases("sent").match(words, listed.end):
        return None
    return Opening(start, listed.end, listed.actors, Trigger.SUBJECT)


def _told(words: Words, start: int, index: int, trigger: Trigger) -> Opening | None:
    """After "giao", "đề nghị": the actors, if they stand there."""
    if words.word(index) in _COLON:
        index += 1
    listed = _actors(words, index, semicolons=True)
    if listed is None:
        return None
    after = _skip_aside(words, listed.end)
    return Opening(start, after, listed.actors, trigger)


def _actors(words: Words, index: int, *, semicolons: bool) -> ActorList | None:
    """Actors, the last with the unit that a bracket names: "Văn phòng UBND tỉnh (Trung tâm …)"."""
    listed = actors_at(words, index, semicolons=semicolons)
    if listed is None or words.word(listed.end) != "(":
        return listed and with_clause(words, listed)
    unit = actors_at(words, listed.end + 1)
    if unit is None or words.word(unit.end) != ")":
        return listed
    last = Actor(listed.actors[-1].start, unit.end + 1)
    return ActorList((*listed.actors[:-1], last), last.end)


def _acts(words: Words, index: int) -> bool:
    """Whether a verb, a colon or the end of the text stands here."""
    return index >= len(words) or words.word(index) in _COLON or predicate(words, index) > 0


def _after_actors(words: Words, start: int, listed: ActorList, *, aside: bool) -> Opening | None:
    """What the words after a list of actors make of it: a subject, a heading, or one who speaks."""
    after = _skip_aside(words, listed.end) if aside else listed.end
    size, group = phrases("orders", "requests").find(words, after)
    if size:
        told = _told(words, after, after + size, Trigger(group))
        if told is not None:
            return Opening(start, told.after, told.actors, told.trigger)
    definite = is_definite(words, listed.actors[0])
    last = after == len(words) - 1 and words.word(after) in _FINAL
    if after >= len(words) or words.word(after) in _COLON or last:
        return Opening(start, after, listed.actors, Trigger.HEADING) if definite else None
    if predicate(words, after) and (definite or _is_charged(words, start, after)):
        return Opening(start, after, listed.actors, Trigger.SUBJECT)
    return _grown(words, start, listed) if definite else None


def _is_charged(words: Words, start: int, after: int) -> bool:
    """Whether a duty is laid on a class: "Cơ sở khám bệnh | chịu …", "Trong 03 ngày, cơ quan thuế | có …"."""
    heads = words.capital(start) or words.word(start - 1) == ","
    return heads and phrases("responsible").match(words, after) > 0


def _grown(words: Words, start: int, listed: ActorList) -> Opening | None:
    """A name up to the verb: "Ban Quản lý các Khu chế xuất | và công nghiệp Thành phố | chủ trì"."""
    if not words.is_word(listed.end) or vocabulary().stops.match(words, listed.end):
        return None
    for place in range(listed.end + 1, min(listed.end + _TAIL, len(words))):
        if phrases("charged").match(words, place) and words.word(place) not in MUST:
            grown = (*listed.actors[:-1], Actor(listed.actors[-1].start, place))
            return Opening(start, place, grown, Trigger.SUBJECT)
        if not words.is_word(place) or vocabulary().stops.match(words, place):
            return None
    return None


def _skip_connective(words: Words, index: int) -> int:
    """Index after "Đồng thời," and the like."""
    size = phrases("connectives").match(words, index)
    after = index + size
    return after + 1 if size and words.word(after) == "," else after


def _skip_aside(words: Words, index: int) -> int:
    """Index after a bracket, or after ", nhất là …" up to the verb."""
    if words.word(index) == "(":
        after = _after_bracket(words, index)
        return after + vocabulary().qualifiers.match(words, after)
    if group := _aside_before(words, index):
        return _before(words, index, group)
    if words.word(index) in _WHERE:
        return _after_place(words, index)
    if words.word(index) != "," or words.word(index + 1) not in _ASIDE:
        return index + 1 if words.word(index) == "," and predicate(words, index + 1) else index
    for place in range(index + 2, min(index + 40, len(words))):
        if words.word(place) in {".", ";", ":"}:
            break
        if not words.capital(place) and predicate(words, place):
            return place
    return index


def _after_place(words: Words, index: int) -> int:
    """Index of the verb after "nơi có hộ dân bị thiệt hại do thiên tai, …"; the same index without one."""
    for place in range(index + 1, min(index + _CLAUSE, len(words))):
        if words.word(place - 1) == "," and predicate(words, place):
            return place
    return index


def _aside_before(words: Words, index: int) -> str:
    """Group of the verb that follows "(các cơ quan liên quan) đến …" or "(Sở Y tế) trong vòng 05 ngày …"."""
    if words.word(index) in _INVOLVED:
        return "responsible"
    return "charged" if phrases("within").match(words, index + (words.word(index) == ",")) else ""


def _before(words: Words, index: int, group: str) -> int:
    """Index of the next verb of a group in the sentence; the same index without it."""
    for place in range(index + 1, min(index + _CLAUSE, len(words))):
        if words.word(place) in {".", ";", ":"}:
            break
        if phrases(group).match(words, place):
            return place
    return index


def _after_bracket(words: Words, index: int) -> int:
    """Index after a bracket that opens here; the same index when it does not close nearby."""
    for place in range(index + 1, min(index + 40, len(words))):
        if words.word(place) == ")":
            return place + 1
    return index


def find_opening(words: Words, index: int, end: int) -> Opening | None:
    """The opening of a sentence, also after an adverbial: "Sau khi …, Bộ Tài chính khẩn trương …"."""
    found = opening_at(words, index)
    if found is not None:
        return found
    start = _skip_connective(words, index)
    if phrases("adverbials").match(words, start):
        return _inside(words, start, min(end, start + _REACH))
    topic = _after_topic(words, start, min(end, start + _TOPIC))
    return topic or _therefore(words, start, min(end, start + _REACH))


def _therefore(words: Words, index: int, end: int) -> Opening | None:
    """The order that a statement ends in: "Căn cứ đã thay đổi, do vậy đề nghị Chủ đầu tư cập nhật".

    Or the duty: "Cán bộ khi có một trong các căn cứ …, thì các cấp ủy có thẩm quyền phải kịp thời xem xét".
    """
    for comma in words.places(_COMMA, index, end - 1):
        if words.word(comma + 1) in _THEN:
            return _consequence(words, comma + 2)
        size = phrases("connectives").match(words, comma + 1)
        after = comma + 1 + size
        if size and _is_order(words, after):
            found = opening_at(words, after)
            return found if found is not None and _acts(words, found.after) else None
    return None


def _consequence(words: Words, index: int) -> Opening | None:
    """The opening after "thì", where it tells of a duty: not "…, thì Ban Thường vụ quyết định", a power."""
    found = opening_at(words, index, semicolons=False, aside=False)
    return found if found and phrases("charged", "thereupon").match(words, found.after) else None


def _after_topic(words: Words, index: int, end: int) -> Opening | None:
    """The opening after a topic and its colon."""
    colon = words.code.find(":", index + 1, end)
    found = opening_at(words, colon + 1) if colon >= 0 else None
    return found if found is not None and found.trigger is not Trigger.HEADING else None


def _inside(words: Words, index: int, end: int) -> Opening | None:
    """The first actor after a comma or "thì", or after an order or request, that acts."""
    depth = 0
    anchor = _inner_anchors().search(words.code, index + 1, end)
    while anchor:
        place, word = anchor.start(), anchor[0]
        depth += (word in _OPEN) - (word in _CLOSE)
        found = None
        if depth <= 0 and word in _THEN:
            found = _consequence(words, place + 1)
        elif depth <= 0 and word in {",", ":", ";"}:
            found = opening_at(words, place + 1, semicolons=False, aside=False)
            if (
                found is None
                and predicate(words, place + 1)
                and (word == ":" or words.word(place + 1) in _LEADS)
            ):
                return _after_colon(words, place + 1, end)
        elif depth <= 0 and _is_order(words, place):
            found = opening_at(words, place)
            found = found if found is not None and _acts(words, found.after) else None
        if found is not None and found.trigger is not Trigger.HEADING:
            return found
        anchor = _inner_anchors().search(words.code, _after_object(words, place), end)
    return None


@cache
def _inner_anchors() -> re.Pattern[str]:
    """Signs, orders and actors."""
    return anchors(_OPEN, _CLOSE, ",:;", _THEN, phrases(*_TELLING).firsts, vocabulary().begins)


def _after_colon(words: Words, index: int, end: int) -> Opening | None:
    """The order after the next colon: "Về …: tăng cấp phó, bố trí đủ biên chế: giao Bộ Nội vụ chủ trì …"."""
    places = (place + 1 for place in range(index, end) if words.word(place) in _COLON)
    return next((opening_at(words, place) for place in places if _is_order(words, place)), None)


def _after_object(words: Words, place: int) -> int:
    """Index after a list of actors that a verb is done to; after "của" or "với vai trò là" only one actor."""
    if words.word(place) in {",", ":"} or not words.is_word(place):
        return place + 1
    listed = actors_at(words, place)
    if listed is None:
        return place + 1
    return listed.actors[0].end if words.word(place - 1) in _OWNED else listed.end


def _is_order(words: Words, index: int) -> bool:
    """Whether an order or request stands here, not the past of one nor a noun."""
    if words.word(index - 1) in _past():
        return False
    return phrases("orders", "requests").match(words, index) > 0


def orders_in(words: Words, index: int, end: int) -> list[Opening]:
    """Every order or request with its actors between two words."""
    found = []
    for place in phrases(*_TELLING).places(words, index, end):
        opening = opening_at(words, place) if words.word(place - 1) not in _past() else None
        if opening is not None and opening.trigger in _TELLING and _acts(words, opening.after):
            found.append(opening)
    return found


@cache
def _past() -> frozenset[str]:
    return letters(*phrase_groups(DATA)["past"])
