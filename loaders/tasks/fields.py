"""What the words of a duty say beside its owner: partners, receivers of reports, the deadline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from graph.model import AgencyMention, Deadline, DeadlineOperator
from loaders import deadlines
from loaders.agencies.actors import Actor, ActorList, actors_at, is_definite
from loaders.deadlines import TimePhrase
from loaders.tasks.pieces import Piece
from loaders.tasks.vocabulary import phrases, predicate
from loaders.text.coding import Words, anchors, letters, numbers

_BREAKS = frozenset(".;:")
_BREAK = anchors(_BREAKS)
_JOINED = frozenset("-/–")
_PARTING = anchors(".;(“)”")
_TOGETHER = letters("phối", "phôi")
_DIRECTS = letters("chỉ", "hướng", "đôn", "yêu")
_ADVISES, _ADVICE, _FOR = letters("tham"), letters("mưu"), letters("cho")
_WITH = letters("với", "cùng", "và", "các")
_COOPERATION = anchors(_BREAKS, _DIRECTS, _ADVISES, _TOGETHER)
_RULES = letters("chế", "sự")
"""Before "phối hợp" these make a noun: "Quy chế phối hợp giữa …", "sự phối hợp giữa …"."""
_FOCUS = letters("đầu")
_ALONG = letters("và")
_PURPOSE = letters("để")
_STOPS = _BREAKS | {","}
_NOT_A_REPORT = letters(
    "quá",
    "chương",
    "công",
    "lộ",
    "quy",
    "tờ",
    "tiến",
    "giải",
    "giáo",
    "hành",
    "tập",
    "theo",
    "kịch",
    "phát",
    "lập",
    "hoàn",
)
"""Before "trình", "gửi", "báo cáo" these make a noun: "quá trình", "lập báo cáo"."""
_OBJECT = 50
"""Words between a report and its receiver ("gửi kết quả rà soát, chuẩn hóa về Sở Tư pháp")."""


def mention(piece: Piece, actor: Actor) -> AgencyMention:
    """An actor as printed, with its raw place."""
    start, end = piece.raw(actor.start, actor.end)
    return AgencyMention(piece.printed(actor.start, actor.end), start, end)


def mentions(piece: Piece, found: Sequence[Actor]) -> tuple[AgencyMention, ...]:
    """Actors as printed, each name once."""
    unique: dict[str, AgencyMention] = {}
    for actor in found:
        made = mention(piece, actor)
        unique.setdefault(made.name.casefold(), made)
    return tuple(unique.values())


# ---- phối hợp ----------------------------------------------------------------------------------


def partners(piece: Piece, start: int, end: int) -> tuple[AgencyMention, ...]:
    """Partners after "phối hợp (với)", unless the lead only directs or advises others who cooperate."""
    words = piece.words
    found: list[Actor] = []
    directs, advised = False, -1
    for place in words.places(_COOPERATION, start, end):
        word = words.word(place)
        if word in _BREAKS:
            directs = False
        elif word in _ADVISES:
            advised = _advised(words, place)
        elif word in _DIRECTS:
            directs = directs or _directs(words, place)
        elif not directs and place != advised and words.word(place - 1) not in _RULES:
            listed = _partners_at(words, place, end)
            found.extend(actor for actor in (listed.actors if listed else ()) if not _nobody(words, actor))
    return mentions(piece, found)


def _nobody(words: Words, actor: Actor) -> bool:
    """ "phối hợp với | cơ quan | chủ trì": a bare class word that its name was not read with."""
    return actor.end - actor.start == phrases("vague").match(words, actor.start)


def _directs(words: Words, place: int) -> bool:
    """ "Chỉ đạo các đơn vị … phối hợp với Z": the verb has an actor of its own."""
    if words.word(place - 1) in _ALONG and words.word(place - 3) in _TOGETHER:  # "Phối hợp và chỉ đạo …"
        return False
    size = predicate(words, place)
    if size > 0 and words.word(place + size) in _FOCUS:  # "Chỉ đạo | đầu mối phối hợp với Z"
        return True
    return size > 0 and actors_at(words, place + size) is not None


def _advised(words: Words, place: int) -> int:
    """Where the verb of who is advised would stand ("tham mưu UBND tỉnh | phối hợp Bộ Y tế"), else -1."""
    if words.word(place + 1) not in _ADVICE:
        return -1
    following = place + 2
    listed = actors_at(words, following + (words.word(following) in _FOR))
    return listed.end if listed else -1


def _partners_at(words: Words, place: int, end: int) -> ActorList | None:
    """The list after "phối hợp chặt chẽ với"; up to five words may stand between."""
    if not phrases("predicates").match(words, place):
        return None
    for index in range(place + 2, min(place + 7, end)):
        if words.word(index) in _BREAKS or words.word(index) == ",":
            return None
        if words.word(index) in _WITH or words.capital(index) or index == place + 2:
            at = index + 1 if words.word(index) in _WITH and not actors_at(words, index) else index
            listed = actors_at(words, at) or _place_alone(words, at)
            if listed is not None:
                return listed
        if index > place + 2 and predicate(words, index) and not words.capital(index):
            return None
    return None


def _place_alone(words: Words, index: int) -> ActorList | None:
    """ "phối hợp chặt chẽ với Tỉnh": the place of a notice, with a capital and without its name."""
    size = phrases("partner_places").match(words, index) if words.capital(index) else 0
    return ActorList((Actor(index, index + size),), index + size) if size else None


# ---- báo cáo, gửi, trình -----------------------------------------------------------------------


def receivers(piece: Piece, start: int, end: int) -> tuple[AgencyMention, ...]:
    """Whom to report to, send to, submit to; what follows "để tổng hợp" serves another."""
    words = piece.words
    found: list[Actor] = []
    reported = False
    anchor = _reporting().search(words.code, start, end)
    while anchor:
        place = anchor.start()
        following = place + 1
        if anchor[0] in _BREAKS:
            reported = False
        elif reported and _serves(words, place):
            following = _clause_end(words, place, end)
        elif size := _report(words, place):
            following = place + size
            listed = _receiver(words, following, end)
            if listed is not None:
                found.extend(actor for actor in listed.actors if is_definite(words, actor))
                following, reported = listed.end, True
        anchor = _reporting().search(words.code, following, end)
    return mentions(piece, found)


@cache
def _reporting() -> re.Pattern[str]:
    """Breaks, purposes, the verbs of reports and of what is done with them."""
    return anchors(_BREAKS, _PURPOSE, phrases("report", "serves").firsts)


def _report(words: Words, place: int) -> int:
    """Length of a reporting verb here; 0 for a noun ("theo báo cáo", "chương trình")."""
    size = phrases("report").match(words, place)
    if not size or (words.capital(place) and words.capital(place + 1)):
        return 0
    return 0 if words.word(place - 1) in _NOT_A_REPORT else size


def _receiver(words: Words, index: int, end: int) -> ActorList | None:
    """The receiver, at once or after "… về/cho"."""
    listed = actors_at(words, index)
    if listed is not None:
        return listed
    for place in range(index, min(index + _OBJECT, end)):
        if words.word(place) in _BREAKS or words.word(place) in _PURPOSE or _closes(words, index, place):
            return None
        if phrases("towards").match(words, place):
            listed = actors_at(words, place + 1)
            if listed is not None:
                return listed
    return None


def _closes(words: Words, index: int, place: int) -> bool:
    """Whether the bracket ends in which something is sent: "(được gửi trên Hệ thống …), … phối hợp với X"."""
    return words.word(place) == ")" and "(" not in words.code[index:place]


def _serves(words: Words, place: int) -> bool:
    """What the receiver does with a report: "gửi Sở Nội vụ | để tổng hợp, trình …", "… | xem xét"."""
    aside = words.word(place - 1) in _ALONG or words.word(place - 1) in _STOPS
    return words.word(place) in _PURPOSE or (not aside and phrases("serves").match(words, place) > 0)


def _clause_end(words: Words, place: int, end: int) -> int:
    """Index of the sign that ends a clause, or of a word that turns to another duty."""
    places = words.places(_clause_ends(), place, end)
    ends = (at for at in places if words.word(at) in _BREAKS or phrases("besides").match(words, at))
    return next(ends, end)


@cache
def _clause_ends() -> re.Pattern[str]:
    return anchors(_BREAKS, phrases("besides").firsts)


# ---- deadline ----------------------------------------------------------------------------------

_COMPLETES = re.compile(r"(?:hoàn thành|xong|thời hạn|thời gian)\W{0,3}(?:[^\W\d_]+ ){0,4}$", re.IGNORECASE)
# "báo cáo Thủ tướng Chính phủ kết quả thực hiện trước ngày …": the day of the report, not of the work
_REPORTED = re.compile(r"(?<!xây dựng )(?<!các )báo cáo [^.;:]{0,80}$", re.IGNORECASE)
# "chính thức hoạt động từ ngày 01/7/2025": the day on which something has to begin
_BEGINS = re.compile(r"(?:hoạt động|thực hiện|áp dụng|vận hành|triển khai|bắt đầu) $", re.IGNORECASE)
# "các cơ sở trước 01/01/2025 là tuyến huyện": what was so before
_STATE = re.compile(r" (?:là|thuộc|đã|còn|chưa|nhưng|mà)\b", re.IGNORECASE)
# "tính đến hết ngày", "từ nay đến hết năm", "giai đoạn từ …": a period that is told, not set
_TOLD = re.compile(
    r"(?:tính|tháng|từ[^.;,]{1,30}|mới ban hành|được (?:ban hành|phê duyệt|cấp|giao|xử lý)|phát sinh|tồn đọng"
    r"|giai đoạn|mà|so với|như|diễn ra|lần|đã [^.;,]{1,30}) $",
    re.IGNORECASE,
)

# "bỏ cụm từ “trước ngày 01/8/2025”": words that are spoken of
_QUOTED = re.compile(r"(?:cụm từ|thời hạn|đoạn) [“\"']$", re.IGNORECASE)


def deadline(piece: Piece, start: int, end: int) -> Deadline | None:
    """The time phrase of a duty: completion before report, a calendar date before a period."""
    if start >= end:
        return None
    words = piece.words
    left, text = words.start(start), words.printed(start, end)
    topic = words.start(_topic_end(words, start, end)) - left  # "Về vốn chưa giải ngân trong năm 2025: …"
    starts = (words.start(place) - left for place in words.places(_times(), start, end))
    found = [p for p in deadlines.find(text, starts) if p.start >= topic and _is_set(text, p)]
    if not found:
        return None
    best = min(found, key=lambda phrase: _rank(text, phrase))
    return as_deadline(piece, best, left)


_TIME_WORDS = letters(*deadlines.FIRST_WORDS)


@cache
def _times() -> re.Pattern[str]:
    """Words with which a time phrase may begin."""
    return anchors(_TIME_WORDS, numbers())


def as_deadline(piece: Piece, phrase: TimePhrase, shift: int) -> Deadline:
    """A time phrase with its raw place."""
    start, end = phrase.start + shift, phrase.end + shift
    raw_start, raw_end = piece.flat.raw(start, end)
    return Deadline(
        piece.text[start:end],
        raw_start,
        raw_end,
        phrase.operator,
        phrase.date,
        phrase.date_from,
        phrase.date_to,
        phrase.recurrence,
    )


def _is_set(text: str, phrase: TimePhrase) -> bool:
    """Whether the phrase sets a time: no start that is only told, no period, no state of the past."""
    around = max(0, phrase.start - 45), phrase.start
    if _QUOTED.search(text, *around):
        return False
    if phrase.operator is DeadlineOperator.BEFORE and _STATE.match(text, phrase.end):
        return False
    if text[max(0, phrase.start - 1) : phrase.start + 2].lower() == "(từ":  # "Tháng hành động (từ ngày …)"
        return False
    if phrase.operator is DeadlineOperator.START:
        return _BEGINS.search(text, *around) is not None
    if text[phrase.start : phrase.start + 4].lower() == "vào ":  # else an event: "diễn ra vào ngày …"
        return phrase.recurrence is not None or _COMPLETES.search(text, *around) is not None
    return _TOLD.search(text, *around) is None


def _rank(text: str, phrase: TimePhrase) -> tuple[int, ...]:
    """The smaller, the better: dates before periods, completion before report, then the first."""
    period = phrase.date is None
    completes = _COMPLETES.search(text, max(0, phrase.start - 45), phrase.start) is not None
    reported = _REPORTED.search(text, max(0, phrase.start - 100), phrase.start) is not None
    return (period, not completes, reported and not period, -len(phrase.date or ""), phrase.start)


def sentence_starts(words: Words, start: int, end: int) -> Iterator[int]:
    """Word indexes at which a sentence or a ";" clause begins, outside brackets and quotations."""
    yield start
    depth = 0
    topic = _topic_end(words, start, end)
    for place in words.places(_PARTING, start, end - 1):
        word = words.word(place)
        depth += (word in {"(", "“"}) - (word in {")", "”"})
        if depth > 0 or (word == ";" and place < topic):
            continue
        if word == ";" or (word == "." and _ends(words, place)):
            yield place + 1


def last_sentence(words: Words) -> int:
    """Index of the first word of the last sentence of a paragraph."""
    starts = sentence_starts(words, 0, len(words))
    return max((start for start in starts if words.word(start - 1) == "."), default=0)


def before_colon(words: Words) -> int:
    """Index after the last word of a heading or lead-in, its colon left out."""
    return len(words) - (words.word(len(words) - 1) == ":")


def _topic_end(words: Words, start: int, end: int) -> int:
    """Index of the colon of "Về kiến nghị …; …: Bộ Nội vụ nghiên cứu", `start` where no topic opens."""
    if not phrases("topics").match(words, start):
        return start
    colon = words.code.find(":", start, end)
    return colon if colon >= 0 else start


def _ends(words: Words, place: int) -> bool:
    """A full stop before a blank and a capital: not "TP. Huế", not "3.1"; but "Nghệ An. Các", "NĐ-CP. Sở"."""
    following = place + 1
    if following >= len(words) or not words.capital(following) or words.start(following) == words.end(place):
        return False
    before = words.printed(place - 1, place) if place else ""
    if words.word(place - 2) in _JOINED:
        return True
    return not (len(before) <= 2 and (before.isupper() or before == "Tp"))
