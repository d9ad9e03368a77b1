"""Actors in running text: agencies, positions and groups of them, as printed, and lists of them.

A list is split at ";", "," and "và" between actors, never inside a name ("Sở Khoa học và Công nghệ") or a
group ("Các sở, ban, ngành tỉnh"; "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from loaders.phrases import Phrases, Words, folded, phrase_groups, table

MAX_NAME = 18
"""Words of the longest tail of a name that is not in the tables."""
_NAMES = "agency_phrases.toml"

_AND, _WITH, _OF, _FROM, _TO, _ABOUT = (folded(w) for w in ("và", "với", "của", "từ", "đến", "về"))
_ALONG = folded("và", "cùng")
_EACH = folded("các", "những")
_HYPHEN = frozenset("-–")
_ALWAYS = _EACH | _HYPHEN
"""What a name may go on with right after its head."""
_ORGANISATION = folded("tổ")
"""First word of "tổ chức", which is a noun and a verb."""
_MINISTRIES = folded("bộ", "sở", "ngành")
_SUBDIVISIONS = folded("tỉnh", "phố", "xã", "phường", "huyện", "khu", "quận")
_CLOSING = folded("tỉnh", "phố", "xã", "phường", "huyện", "quận")
_BOARDS = folded("ban", "tổ")


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


@dataclass(frozen=True, slots=True)
class _Tables:
    """The vocabulary of names."""

    determiners: Phrases
    titles: Phrases
    named: Phrases
    bodies: Phrases
    classes: Phrases
    places: Phrases
    qualifiers: Phrases
    areas: Phrases
    fields: Phrases
    capital_heads: Phrases
    compounds: Phrases
    not_actors: Phrases
    stops: Phrases


@cache
def _tables() -> _Tables:
    names = {group: table(_NAMES, group) for group in phrase_groups(_NAMES)}
    duties = phrase_groups("task_phrases.toml")
    stops = Phrases((phrase, "stop") for phrase in chain(duties["predicates"], duties["stops"]))
    return _Tables(**names, stops=stops)


def actors_at(words: Words, index: int, *, semicolons: bool = False) -> ActorList | None:
    """The list of actors that starts at a word, None when no actor starts there.

    `semicolons`: whether ";" goes on with the list (headings and table cells) or ends a clause.
    """
    first = actor_at(words, index)
    if first is None:
        return None
    actors = [first]
    while True:
        following = _separator(words, actors[-1].end, semicolons=semicolons)
        after = actor_at(words, following) if following > actors[-1].end else None
        if after is None:
            return ActorList(tuple(actors), actors[-1].end)
        actors.append(after)


def _separator(words: Words, index: int, *, semicolons: bool) -> int:
    """Index after the separator of a list that stands here (", và"), or the same index."""
    place = index
    signs = {",", ";"} if semicolons else {","}
    if place < len(words) and words.folded[place] in signs:
        place += 1
    if place < len(words) and words.folded[place] in _ALONG:
        place += 1
        place += words.word(place) in _WITH
    return place


def actor_at(words: Words, index: int) -> Actor | None:
    """The actor that starts at a word."""
    tables = _tables()
    if index >= len(words) or not words.is_word(index):
        return None
    head = index + tables.determiners.match(words, index)
    end = _core(words, head, determined=head > index)
    if end is None and head > index:
        end = _core(words, index, determined=False)
    return None if end is None else Actor(index, _joined(words, end))


def is_named(words: Words, actor: Actor) -> bool:
    """Whether an actor is a body, a position or a place, not a group ("các cơ quan, đơn vị")."""
    tables = _tables()
    head = actor.start + tables.determiners.match(words, actor.start)
    if (
        tables.named.match(words, head)
        or _head(words, head, tables.titles)
        or _place(words, head) is not None
    ):
        return True
    body = _head(words, head, tables.bodies)
    return body > 0 and _is_proper(words, head, body)


def is_definite(words: Words, actor: Actor) -> bool:
    """False for a bare class word ("doanh nghiệp"): somebody in general, nobody in particular."""
    bare = actor.start + _tables().classes.match(words, actor.start)
    return bare != actor.end


def _core(words: Words, index: int, *, determined: bool) -> int | None:
    """End of an actor without its determiner."""
    tables = _tables()
    if tables.not_actors.match(words, index):
        return None
    named = tables.named.match(words, index)
    body = _head(words, index, tables.bodies)
    title = _head(words, index, tables.titles)
    group = tables.classes.match(words, index)
    if named and named >= max(body, title):
        return _qualified(words, index + named)
    if title and title >= body:
        return _position(words, index + title)
    if body and _is_proper(words, index, body):
        return _tail(words, index + body, ministry=words.folded[index] in _MINISTRIES, begun=body > 1)
    place = _place(words, index)
    if place is not None:
        return place
    if group and (determined or _is_group(words, index, group)):
        return _group(words, index)
    return None


def _head(words: Words, index: int, table: Phrases) -> int:
    """Length of the head of a name; "Ban", "Thanh tra" need a capital: not "ban hành", "thanh tra"."""
    size = table.match(words, index)
    shared = _tables().capital_heads.match(words, index) == size
    if words.capital(index):
        proper = words.capital(index + size) or _tables().qualifiers.match(words, index + size) > 0
        return size if proper or not shared else 0
    if size == 1:
        return 1 if words.folded[index] in _MINISTRIES and _tables().fields.match(words, index + 1) else 0
    return 0 if shared and not words.capital(index + size) else size


def _is_proper(words: Words, index: int, size: int) -> bool:
    """Whether a head names one body ("Bộ Y tế"), not a group ("Bộ, ngành", "Sở liên quan")."""
    after = index + size
    if not _tables().classes.match(words, index):
        return True
    if _tables().fields.match(words, after):
        return True
    return words.is_word(after) and (
        words.capital(after) or size > 1 or _tables().classes.match(words, index) < size
    )


def _is_group(words: Words, index: int, size: int) -> bool:
    """Whether class words without "các" are a group: "Sở, ban, ngành tỉnh", "cơ quan liên quan"."""
    after = index + size
    if _tables().stops.match(words, index) >= size:
        return False
    if size > 1:
        return True
    if words.word(after) == "," or words.word(after) in _AND:
        return _tables().classes.match(words, after + 1) > 0
    return _tables().classes.match(words, after) > 0 or _tables().qualifiers.match(words, after) > 0


def _position(words: Words, index: int) -> int:
    """End of a position after its title: "Chủ tịch | UBND các xã", "Phó Thủ tướng | Hồ Đức Phớc"."""
    if words.word(index) in _OF:
        index += 1
    inner = actor_at(words, index)
    if inner is not None:
        return inner.end
    body = _tables().bodies.match(words, index - 1)
    if body > 1:  # "Trưởng ban" and "Ban Chỉ đạo" share a word: "Trưởng Ban Chỉ đạo 389 quốc gia"
        return _tail(words, index - 1 + body)
    if _tables().fields.match(words, index):
        return _tail(words, index)
    place = index
    while words.is_word(place) and words.capital(place) and place < index + 6:
        place += 1
    return _qualified(words, place)


def _place(words: Words, index: int) -> int | None:
    """End of a place as actor: "tỉnh Đắk Lắk"."""
    size = _tables().places.match(words, index)
    place = index + size
    if not size or not words.capital(place) or _tables().bodies.match(words, place):
        return None
    while words.is_word(place) and words.capital(place) and place < index + size + 5:
        place += 1
    return place


def _group(words: Words, index: int) -> int:
    """End of a group: class words joined by commas, then what narrows them down; places join places only."""
    place = index + _tables().classes.match(words, index)
    places = _tables().places.match(words, index) > 0
    while True:
        following = _separator(words, place, semicolons=False)
        named = _place(words, following) if places and following > place else None
        if named is not None:  # "các xã, phường, | đặc khu Cồn Cỏ"
            place = named
            continue
        size = _tables().classes.match(words, following)
        if not size or _stands_alone(words, following, size):
            break
        is_place = _tables().places.match(words, following) > 0
        if is_place if following == place else places and not is_place:  # "các đoàn thể | thành phố"
            break
        place = following + size
    return _tail(words, place)


def _stands_alone(words: Words, index: int, size: int) -> bool:
    """Whether a class word begins a name of its own ("…, Bộ Tài chính") or a verb ("tổ chức thực hiện")."""
    tables = _tables()
    if _head(words, index, tables.bodies) and _is_proper(words, index, size):
        return True
    if _head(words, index, tables.titles) or tables.named.match(words, index) > size or _place(words, index):
        return True
    after = index + size
    acts = tables.stops.match(words, after) > 0 and not tables.qualifiers.match(words, after)
    return words.folded[index] in _ORGANISATION and acts


def _tail(words: Words, index: int, *, ministry: bool = False, begun: bool = False) -> int:
    """End of a name after its head: a known field, or words up to a verb or a sign."""
    tables = _tables()
    size = tables.fields.match(words, index)
    if size and ministry:
        return _qualified(words, index + size)
    place, limit = index, index + MAX_NAME
    while place < min(limit, len(words)):
        if _is_closed(words, place):
            break
        step = _step(words, place, begun=begun or place > index)
        if step == place:
            break
        place = step
    return _qualified(words, place)


def _is_closed(words: Words, place: int) -> bool:
    """After "tỉnh", "Thành phố" a name goes on with capitals only: "UBND Thành phố | danh mục thuốc"."""
    if words.word(place - 1) not in _CLOSING or words.capital(place) or not words.is_word(place):
        return False
    return words.word(place) not in _ALONG and not _tables().qualifiers.match(words, place)


def _step(words: Words, place: int, *, begun: bool) -> int:
    """Index after the next part of a name, or the same index where the name ends."""
    if _is_place_group(words, place):
        return _group(words, place)
    known = _known_part(words, place)
    if known:
        return place + known
    join = _JOINS.get(words.folded[place])
    if join is not None:
        return join(words, place) if begun or words.folded[place] in _ALWAYS else place
    return place + 1 if _is_free_part(words, place) else place


def _known_part(words: Words, place: int) -> int:
    """Length of a part of a name that is in the vocabulary."""
    tables = _tables()
    qualifier = tables.qualifiers.match(words, place)
    body = tables.bodies.match(words, place) if words.capital(place) else 0
    if max(qualifier, body) > 1 or qualifier:
        return max(qualifier, body)
    field = tables.fields.match(words, place)
    return field if words.capital(place) or field > 2 else 0


def _is_free_part(words: Words, place: int) -> bool:
    """Whether a word that is in no table goes on with a name: no verb, no function word."""
    if not words.is_word(place):
        return False
    stop = _tables().stops.match(words, place)
    if not stop or _tables().compounds.match(words, place - 1) > 1:
        return True
    if not words.capital(place):
        return False
    # "Trung tâm | Phục vụ hành chính công" begins with a verb, "… nhà trường | Chỉ đạo toàn diện" ends before one
    after_name = words.is_word(place - 1) and not words.capital(place - 1)
    return stop == 1 or not after_name or _heads(words, place)


def _heads(words: Words, place: int) -> bool:
    """Whether the words before a place are the head of a name."""
    bodies = _tables().bodies
    return any(bodies.match(words, place - size) == size for size in range(1, 6) if place >= size)


def _is_place_group(words: Words, place: int) -> bool:
    """"Ủy ban nhân dân | phường, xã, đặc khu"."""
    size = _tables().places.match(words, place)
    after = place + size
    return size > 0 and words.word(after) in {",", *_AND} and _tables().places.match(words, after + 1) > 0


def _embedded(words: Words, place: int) -> int:
    """ "UBND | các xã, phường", "Ban Quản lý | các Khu công nghiệp tỉnh"."""
    size = _tables().classes.match(words, place + 1)
    if size:
        return _group(words, place + 1)
    return place + 1 if words.capital(place + 1) else place


def _and(words: Words, place: int) -> int:
    """ "và" inside a name goes on with a capital that begins no actor: "Trung tâm Kiểm nghiệm và Giám định"."""
    if words.capital(place + 1) and actor_at(words, place + 1) is None:
        return place + 2
    return place


def _about(words: Words, place: int) -> int:
    """ "Ban Chỉ đạo … về …": the subject of a board belongs to its name."""
    size = _tables().fields.match(words, place + 1)
    back = words.folded[max(0, place - 8) : place]
    return place + 1 + size if size and not _BOARDS.isdisjoint(back) else place


def _qualified(words: Words, index: int) -> int:
    """End after what narrows an actor down: "có liên quan", "trên địa bàn tỉnh", "thuộc UBND tỉnh"."""
    tables, place = _tables(), index
    for _ in range(4):
        size = tables.qualifiers.match(words, place)
        area = tables.areas.match(words, place)
        body = tables.bodies.match(words, place) if words.capital(place) else 0
        if max(size, body) > 1 or size > area:
            place += max(size, body)
            continue
        if area:
            inner = _area(words, place + area)
            if inner is not None:
                place = inner
                continue
        names = _place(words, place) or _names(words, place)
        if names == place:
            break
        place = names
    return place


def _area(words: Words, index: int) -> int | None:
    """End of a place or body after "trên địa bàn", "thuộc", "của"."""
    inner = actor_at(words, index)
    if inner is not None:
        return inner.end
    size = _tables().qualifiers.match(words, index)
    return index + size if size else None


def _names(words: Words, index: int) -> int:
    """End of the names that say which places or ministries: ": Quốc phòng, Công an"; "Hà Tĩnh"; "từ A đến B"."""
    if index < len(words) and words.folded[index] == ":":
        return _listed(words, index)
    if index < len(words) and words.folded[index] in _FROM and words.capital(index + 1):
        place = index + 1
        while (
            words.is_word(place)
            and (words.capital(place) or words.folded[place] in _TO)
            and place < index + 9
        ):
            place += 1
        return place
    place = index
    if words.folded[index - 1] in _SUBDIVISIONS:
        while words.is_word(place) and words.capital(place) and place < index + 5:
            place += 1
    return place


def _listed(words: Words, index: int) -> int:
    """End of ": Quốc phòng, Công an" after "Các Bộ"; the same index when the colon opens a text."""
    place, end = index + 1, index
    group = words.folded[index - 1]
    if group not in _MINISTRIES and group not in _SUBDIVISIONS:
        return index
    while words.is_word(place) and words.capital(place):
        size = _tables().fields.match(words, place)
        if not size and (group in _MINISTRIES or not _is_place_name(words, place)):
            break
        end = place + size if size else _capitals(words, place)
        place = _separator(words, end, semicolons=False)
        if place == end:
            break
    return end


def _is_place_name(words: Words, place: int) -> bool:
    """Two capitals or more, as place names have."""
    return words.capital(place) and words.is_word(place + 1) and words.capital(place + 1)


def _capitals(words: Words, place: int) -> int:
    """End of a run of capitalised words."""
    while words.is_word(place) and words.capital(place):
        place += 1
    return place


def _hyphen(words: Words, place: int) -> int:
    """ "Ngân hàng Nhà nước | - Chi nhánh Quảng Ngãi"."""
    return place + 1 if words.is_word(place + 1) else place


def _comma(words: Words, place: int) -> int:
    """ "Phòng Hành chính | , Lưu trữ": a capital that begins no actor and no verb goes on with the name."""
    goes_on = words.capital(place + 1) and not _tables().stops.match(words, place + 1)
    return place + 2 if goes_on and actor_at(words, place + 1) is None else place


_JOINS: dict[str, Callable[[Words, int], int]] = {
    **dict.fromkeys(_EACH, _embedded),
    **dict.fromkeys(_ALONG, _and),
    **dict.fromkeys(_HYPHEN, _hyphen),
    **dict.fromkeys(_ABOUT, _about),
    ",": _comma,
}
"""What joins two parts of a name."""


def _joined(words: Words, index: int) -> int:
    """End after " - " and a second office of the same person: "Bộ trưởng … - Phó Trưởng ban …"."""
    if index + 1 < len(words) and words.folded[index] in _HYPHEN:
        inner = actor_at(words, index + 1)
        if inner is not None:
            return inner.end
        if words.capital(index + 1) and not _tables().stops.match(words, index + 1):
            return _tail(words, index + 1)
    return index
