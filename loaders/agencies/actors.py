"""Actors in running text: agencies, positions and groups of them, as printed, and lists of them.

A list is split at ";", "," and "và" between actors, never inside a name ("Sở Khoa học và Công nghệ") or a
group ("Các sở, ban, ngành tỉnh"; "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from loaders.agencies.parts import (
    ABOUT,
    ALONG,
    EACH,
    HYPHEN,
    MAX_NAME,
    MINISTRIES,
    OF,
    PROVINCES,
    after_about,
    after_and,
    after_comma,
    after_hyphen,
    after_separator,
    head_size,
    is_alone,
    is_closed,
    is_free_part,
    is_group,
    is_place_group,
    is_proper,
    known_part,
    names_end,
    names_one,
    names_person,
    place_end,
    self_named,
    stands_alone,
    vocabulary,
)
from loaders.text.coding import Words, letters, remembered

_OR = letters("hoặc")
_QUALIFIERS, _OFFICES, _BRACKET, _OWN_NAME = 4, 3, 16, 6
"""Phrases that may narrow one actor down; offices that one person may hold; words of its longest bracket;
words of a company's business before its own name."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor: indexes of its first word and of the word after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ActorList:
    """Actors side by side, and the index of the word after them."""

    actors: tuple[Actor, ...]
    end: int


@remembered
def actors_at(words: Words, index: int, *, semicolons: bool = False) -> ActorList | None:
    """The list of actors that starts at a word, None when no actor starts there.

    `semicolons`: whether ";" goes on with the list (headings and table cells) or ends a clause.
    """
    first = actor_at(words, index)
    if first is None:
        return None
    actors = [first]
    while True:
        actors[-1] = _with_bracket(words, actors[-1])
        end = _after_alias(words, actors[-1].end)
        other = actor_at(words, end + 1) if words.word(end) in _OR else None
        if other is not None:
            if words.word(other.start) == words.word(actors[-1].start):  # one office, two names
                actors[-1] = Actor(actors[-1].start, other.end)
            else:
                actors.append(other)
            continue
        following = after_separator(words, end, semicolons=semicolons)
        after = actor_at(words, following) if following > end else None
        if after is None:
            return ActorList(tuple(actors), actors[-1].end)
        if _under_one_head(words, actors[-1], after):
            actors[-1] = Actor(actors[-1].start, after.end)
        else:
            actors.append(after)


def _with_bracket(words: Words, actor: Actor) -> Actor:
    """ "Bộ Công Thương | (đối với cụm công nghiệp)": what limits or explains an actor belongs to it."""
    if words.word(actor.end) != "(":
        return actor
    inner = actor_at(words, actor.end + 1)
    if inner is not None and words.word(inner.end) == ")":  # "Chủ tịch UBND các xã | (UBND cấp xã)"
        return Actor(actor.start, inner.end + 1)
    if not vocabulary().brackets.match(words, actor.end + 1):
        return actor
    close = words.code[actor.end : actor.end + _BRACKET]
    return Actor(actor.start, actor.end + close.index(")") + 1) if ")" in close else actor


def _after_alias(words: Words, index: int) -> int:
    """Index after "(sau đây gọi tắt là …)", which explains a name without being part of it."""
    if words.word(index) != "(" or not vocabulary().aliases.match(words, index + 1):
        return index
    close = words.code[index : index + _BRACKET]
    return index + close.index(")") + 1 if ")" in close else index


def _under_one_head(words: Words, first: Actor, second: Actor) -> bool:
    """ "Người đứng đầu cơ quan chuyên môn, | các đơn vị sự nghiệp": one head, up to the next position."""
    tables = vocabulary()
    if second.start != first.end + 1 or words.word(first.end) != ",":
        return False
    if tables.appositions.match(words, second.start) and not words.capital(second.start):
        return True
    head = first.start + tables.determiners.match(words, first.start)
    return tables.heads.match(words, head) > 0 and not tables.titles.match(words, second.start)


def actor_at(words: Words, index: int) -> Actor | None:
    """The actor that starts at a word."""
    tables = vocabulary()
    if words.word(index) not in tables.begins or not words.is_word(index):
        return None
    head = index + tables.determiners.match(words, index)
    end = _core(words, head, determined=head > index)
    if end is None and head > index:
        end = _core(words, index, determined=False)
    return None if end is None else Actor(index, _joined(words, end))


def is_named(words: Words, actor: Actor) -> bool:
    """Whether an actor is a body, a position or a place, not a group ("các cơ quan, đơn vị")."""
    return names_one(words, actor.start + vocabulary().determiners.match(words, actor.start))


def is_definite(words: Words, actor: Actor) -> bool:
    """False for a bare class word ("doanh nghiệp"): somebody in general, nobody in particular."""
    bare = actor.start + vocabulary().classes.match(words, actor.start)
    if bare != actor.end or is_alone(words, actor.start) or self_named(words, actor.start):
        return True
    return _is_single(words, actor)


def _is_single(words: Words, actor: Actor) -> bool:
    """ "báo cáo | Tỉnh ủy": there is but one, its place is understood."""
    return words.capital(actor.start) and vocabulary().single.match(words, actor.start) > 0


def _core(words: Words, index: int, *, determined: bool) -> int | None:
    """End of an actor without its determiner."""
    end = _bare(words, index, determined=determined)
    return None if end is None else _qualified(words, end)


def _bare(words: Words, index: int, *, determined: bool) -> int | None:
    """End of a position, body or group, before what narrows it down."""
    tables = vocabulary()
    title = head_size(words, index, tables.titles)
    if title and title >= head_size(words, index, tables.bodies) and title > tables.named.match(words, index):
        return _position(words, index + title)
    return _untitled(words, index, determined=determined)


def _untitled(words: Words, index: int, *, determined: bool) -> int | None:
    """End of a body, place or group."""
    tables = vocabulary()
    if tables.not_actors.match(words, index):
        return None
    named = tables.named.match(words, index)
    body = head_size(words, index, tables.bodies)
    if named and named >= body:
        return index + named
    if body and is_proper(words, index, body):
        company = tables.companies.match(words, index) > 0
        ministry = words.code[index] in MINISTRIES
        return _name(words, index + body, ministry=ministry, company=company, begun=body > 1)
    if (alone := self_named(words, index)) and not determined:
        return index + alone
    place = place_end(words, index)
    size = tables.classes.match(words, index)
    if place is None and size and (determined or is_group(words, index, size)):
        return _name(words, _group(words, index))
    return place


def _position(words: Words, index: int) -> int:
    """End of a position after its title: "Chủ tịch | UBND các xã", "Phó Thủ tướng | Hồ Đức Phớc"."""
    tables = vocabulary()
    place = index
    while True:
        place += words.word(place) in OF
        determined = tables.determiners.match(words, place)
        title = head_size(words, place + determined, tables.titles)
        if not title or title <= tables.named.match(words, place + determined):
            break
        place += determined + title
    inner = _untitled(words, place + determined, determined=determined > 0)
    return _person(words, place) if inner is None else _with_name(words, inner)


def _with_name(words: Words, index: int) -> int:
    """End of a position after its holder: "Phó Thủ tướng Thường trực Chính phủ | Trần Văn Mẫu"."""
    end = names_person(words, index)
    return end if vocabulary().named.match(words, index - 2) == 2 else index


def _person(words: Words, index: int) -> int:
    """End of a position that names no body: a field ("Bộ trưởng | Y tế"), a person, or nothing."""
    body = vocabulary().bodies.match(words, index - 1)
    if body > 1:  # "Trưởng ban" and "Ban Chỉ đạo" share a word: "Trưởng Ban Chỉ đạo 389 quốc gia"
        return _name(words, index - 1 + body)
    if vocabulary().fields.match(words, index):
        return _name(words, index)
    place = index
    while words.is_word(place) and words.capital(place) and place < index + 6:
        place += 1
    return place


def _group(words: Words, index: int) -> int:
    """End of class words joined by commas; places join places only."""
    tables = vocabulary()
    place = index + tables.classes.match(words, index)
    places = tables.places.match(words, index) > 0
    while True:
        following = after_separator(words, place, semicolons=False)
        named = place_end(words, following) if places and following > place else None
        if named is not None:  # "các xã, phường, | đặc khu Cồn Cỏ"
            place = named
            continue
        size = tables.classes.match(words, following)
        if not size or stands_alone(words, following, size) or _is_longer_verb(words, following, size):
            return place
        if tables.whole.match(words, index) == place - index:
            return place
        is_place = tables.places.match(words, following) > 0
        if is_place if following == place else places and not is_place:  # "các đoàn thể | thành phố"
            return place
        place = following + size


def _is_longer_verb(words: Words, index: int, size: int) -> bool:
    """Whether a class word is but the beginning of a verb: "các cơ quan, đơn vị | báo cáo"."""
    return not words.capital(index) and vocabulary().stops.match(words, index) > size


def _name(
    words: Words, index: int, *, ministry: bool = False, company: bool = False, begun: bool = False
) -> int:
    """End of a name after its head: a known field, or words up to a verb or a sign."""
    size = vocabulary().fields.match(words, index)
    if size and ministry:
        after = index + size
        return after + PROVINCES.match(words, after) if words.capital(after) else after
    place, limit = index, min(index + MAX_NAME, len(words))
    while place < limit and not is_closed(words, place):
        step = _step(words, place, begun=begun or place > index)
        if step == place and company:
            step = _after_business(words, place)
        if step == place:
            break
        place = step
    while place > index and words.word(place - 1) in OF:  # "cơ quan trung ương | của tổ chức chính trị"
        place -= 1
    return place


def _after_business(words: Words, place: int) -> int:
    """Index after what a company does, if its own name follows: "Công ty | đầu tư | hạ tầng Châu Giang"."""
    after = place + vocabulary().businesses.match(words, place)
    for at in range(after, after + _OWN_NAME):
        if words.capital(at):
            return after
        if not is_free_part(words, at) and not vocabulary().businesses.match(words, at):
            break
    return place


def _step(words: Words, place: int, *, begun: bool) -> int:
    """Index after the next part of a name, or the same index where the name ends."""
    if is_place_group(words, place):
        return _group(words, place)
    known = known_part(words, place)
    if known:
        return place + known
    join = _JOINS.get(words.code[place])
    if join is not None:
        return join(words, place) if begun or words.code[place] in (EACH | HYPHEN) else place
    return place + 1 if is_free_part(words, place) else place


def _embedded(words: Words, place: int) -> int:
    """ "UBND | các xã, phường", "Ban Quản lý | các Khu công nghiệp tỉnh"."""
    if words.capital(place):
        return place
    if vocabulary().classes.match(words, place + 1):
        return _group(words, place + 1)
    return place + 1 if words.capital(place + 1) else place


_JOINS: dict[str, Callable[[Words, int], int]] = {
    **dict.fromkeys(EACH, _embedded),
    **dict.fromkeys(ALONG, after_and),
    **dict.fromkeys(HYPHEN, after_hyphen),
    **dict.fromkeys(ABOUT, after_about),
    ",": after_comma,
}
"""What joins two parts of a name."""


def _qualified(words: Words, index: int) -> int:
    """End after what narrows an actor down: "có liên quan", "trên địa bàn tỉnh", "thuộc UBND tỉnh"."""
    place = index
    for _ in range(_QUALIFIERS):
        step = _qualifier(words, place)
        if step == place:
            break
        place = step
    return place


def _qualifier(words: Words, place: int) -> int:
    """Index after one of these, or the same index."""
    tables = vocabulary()
    if words.word(place) in EACH and tables.places.match(words, place + 1):
        return _group(words, place + 1)
    size = tables.qualifiers.match(words, place)
    area = tables.areas.match(words, place)
    body = tables.bodies.match(words, place) if words.capital(place) else 0
    if max(size, body) > 1 or size > area:
        return place + max(size, body)
    inner = _area(words, place + area) if area else None
    if inner is not None:
        return inner
    return place_end(words, place) or names_end(words, place)


def _area(words: Words, index: int) -> int | None:
    """End of a place or body after "trên địa bàn", "thuộc", "của"."""
    determined = vocabulary().determiners.match(words, index)
    inner = _bare(words, index + determined, determined=determined > 0)
    size = vocabulary().qualifiers.match(words, index)
    return inner if inner is not None or not size else index + size


def _joined(words: Words, index: int) -> int:
    """End after " - " and a second office of the same person: "Bộ trưởng … - Phó Trưởng ban …"."""
    place = index
    for _ in range(_OFFICES):
        following = place + 1
        if words.word(place) not in HYPHEN or not words.is_word(following):
            break
        inner = _core(words, following, determined=False)
        if inner is None and words.capital(following) and not vocabulary().stops.match(words, following):
            inner = _qualified(words, _name(words, following))
        if inner is None:
            break
        place = inner
    return place
