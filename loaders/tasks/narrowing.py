"""The clause that narrows a group down to those who are told.

"Các cơ quan | sử dụng vốn nhà nước | có trách nhiệm …";
"4. Các doanh nghiệp | hoạt động trong lĩnh vực khoáng sản".
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders.agencies.actors import Actor, ActorList, actors_at, is_definite, is_named
from loaders.agencies.parts import names_one
from loaders.tasks.fields import before_colon
from loaders.tasks.vocabulary import phrases, predicate
from loaders.text.coding import Words, code_of, letters

_CLAUSE = 30
"""Words of the longest clause that narrows a group down."""
_HEADED = 40
"""Words of the longest heading that is a group and its clause."""
_NARROWING, _FOLLOWS = 2, letters("sau", "đây")
"""Words of the shortest clause of a heading; last words of "… các nhiệm vụ sau đây:"."""
_CLAUSE_ENDS, _AND = frozenset(".;:"), letters("và", ",")
_CHARGING = letters("giao", "công", "cầu", ",", "và", "có")
"""Before "chủ trì" these keep it in the clause ("được giao chủ trì", "có cần …") or in a row of verbs."""
_DUTY = code_of("nhiệm vụ")
_CHARGE = 3
"""Words of "có trách nhiệm"."""
MUST = letters("phải", "cần")
"""Verbs of duty that stand in clauses too."""
_TITLE_OF, _ASKED = letters("của", "nhiệm"), letters("nghị", "cầu")
"""Before the actors of a heading: "Trách nhiệm (của) các cơ quan … :"; "Đề nghị các đơn vị được giao … :"."""
_COLON = frozenset(":")


def with_clause(words: Words, listed: ActorList) -> ActorList:
    """A group with the clause that narrows it down: "các cơ quan | sử dụng vốn nhà nước | có trách nhiệm"."""
    group = listed.actors[-1]
    if is_named(words, group) or not phrases("relative").match(words, group.end):
        return listed
    before = words.word(listed.actors[0].start - 1)
    titled = before in _TITLE_OF or (before in _ASKED and not predicate(words, group.end))
    for place in range(group.end + 1, min(group.end + _CLAUSE, len(words))):
        grown = (*listed.actors[:-1], Actor(group.start, place))
        if _charges(words, place, titled=titled) and _ends_clause(words, group.end, place):
            return ActorList((*listed.actors[:-1], *_each(words, grown[-1], group.end)), place)
        following = _following(words, place, asked=before in _ASKED)
        if (
            following
            and is_definite(words, following.actors[0])
            and (words.word(following.end) in _COLON or _charges(words, following.end, titled=titled))
        ):
            return ActorList((*grown, *following.actors), following.end)
        if words.word(place) in _CLAUSE_ENDS:
            break
    return listed


def _each(words: Words, grown: Actor, end: int) -> Iterator[Actor]:
    """Groups of one class with a clause each: "Cơ quan cung cấp dữ liệu | và cơ quan khai thác dữ liệu"."""
    noun, start = words.code[grown.start : end], grown.start
    for place in range(end + 1, grown.end):
        again = words.word(place) in _AND and words.code.startswith(noun, place + 1)
        if again and phrases("relative").match(words, place + 1 + len(noun)):
            yield Actor(start, place)
            start = place + 1
    yield Actor(start, grown.end)


def _following(words: Words, place: int, *, asked: bool) -> ActorList | None:
    """The actors after a comma or "và"; after ";" only in a list that is asked."""
    sign = words.word(place) in _AND or (asked and words.word(place) == ";")
    return actors_at(words, place + 1, semicolons=asked) if sign else None


def _charges(words: Words, place: int, *, titled: bool) -> bool:
    """Whether the main verb stands here, or the colon of "Trách nhiệm của các Sở …:"."""
    ends = titled and words.word(place) in _COLON and place == len(words) - 1
    ends = ends or (titled and words.word(place) == "," and phrases("grounds").match(words, place + 1) > 0)
    return ends or phrases("charged").match(words, place) > 0


def _ends_clause(words: Words, start: int, place: int) -> bool:
    """Whether a verb is the main one: after no comma, no "được giao (nhiệm vụ)"; "phải" after none at all."""
    if words.word(place - 1) in _CHARGING or words.code[place - len(_DUTY) : place] == _DUTY:
        return False
    return words.word(place) not in MUST or "," not in words.code[start:place]


def narrowed_group(words: Words, index: int) -> ActorList | None:
    """A heading that is a group and its clause: "4. Các doanh nghiệp hoạt động trong lĩnh vực khoáng sản".

    `index`: after "Trách nhiệm của" one body or post may have a clause too ("… thuộc Bộ được phân cấp").
    """
    end = before_colon(words)
    if phrases("responsible").match(words, end - _CHARGE) == _CHARGE:
        end -= _CHARGE
    listed = actors_at(words, index) if end - index <= _HEADED else None
    if listed is None or listed.end == end or (not index and is_named(words, listed.actors[-1])):
        return None
    rest = words.code[listed.end : end]
    told = rest[-1] in _FOLLOWS or any(sign in rest for sign in _CLAUSE_ENDS)
    size = phrases("narrowing", *(["relative"] if index else [])).match(words, listed.end)
    short = not index and len(rest) - size < _NARROWING
    if told or not size or short or _names_another(words, listed.end, end):
        return None
    return ActorList((*listed.actors[:-1], Actor(listed.actors[-1].start, end)), end)


def _names_another(words: Words, start: int, end: int) -> bool:
    """Whether a body by name follows a comma or "và"."""
    return any(words.word(at) in _AND and names_one(words, at + 1) for at in range(start, end))
