"""Parts of the names of actors: heads, fields, places, what goes on with a name and what ends it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain

from graph.vocabulary.tables import rows as table_rows
from loaders.text.coding import Words, letters
from loaders.text.phrases import Phrases, phrase_groups, table

MAX_NAME = 18
"""Words of the longest tail of a name that is not in the tables."""
_NAMES = "agency_phrases.toml"

AND, WITH, OF, FROM, TO, ABOUT = (letters(w) for w in ("và", "với", "của", "từ", "đến", "về"))
ALONG = letters("và", "cùng")
EACH = letters("các", "những")
HYPHEN = frozenset("-–")
ORGANISATION = letters("tổ")
"""First word of "tổ chức", which is a noun and a verb."""
MINISTRIES = letters("bộ", "sở", "ngành")
FIELDED = MINISTRIES | letters("đoàn", "ty")
"""Last words of the heads whose names are lists of fields: "Các Bộ: …", "các Tập đoàn: …"."""
SUBDIVISIONS = letters("tỉnh", "phố", "xã", "phường", "huyện", "khu", "quận")
CLOSING = letters("tỉnh", "phố", "xã", "phường", "huyện", "quận")
BOARDS = letters("ban", "tổ")


@dataclass(frozen=True)
class _Tables:
    """The vocabulary of names."""

    determiners: Phrases
    heads: Phrases
    brackets: Phrases
    aliases: Phrases
    whole: Phrases
    single: Phrases
    appositions: Phrases
    alone: Phrases
    obliged: Phrases
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
    self_named: Phrases
    companies: Phrases
    businesses: Phrases
    stops: Phrases

    @cached_property
    def begins(self) -> frozenset[str]:
        """Letters of the words that may begin an actor."""
        groups = (
            self.determiners,
            self.titles,
            self.bodies,
            self.named,
            self.classes,
            self.places,
            self.alone,
        )
        return frozenset(chain.from_iterable(group.firsts for group in groups))


@cache
def vocabulary() -> _Tables:
    """The tables of names, and the words that are never part of one."""
    names = {group: table(_NAMES, group) for group in phrase_groups(_NAMES)}
    duties = phrase_groups("task_phrases.toml")
    stops = Phrases((phrase, "stop") for phrase in chain(duties["predicates"], duties["stops"]))
    return _Tables(**names, stops=stops)


PROVINCES = Phrases((row["short"], "province") for row in table_rows("provinces"))
"""Provinces without their class word, as they stand in "Sở Y tế | Hà Nội"."""


def head_size(words: Words, index: int, table: Phrases) -> int:
    """Length of the head of a name; "Ban", "Thanh tra" need a capital: not "ban hành", "thanh tra"."""
    size = table.match(words, index)
    if not size:
        return 0
    shared = vocabulary().capital_heads.match(words, index) == size
    if words.capital(index):
        proper = words.capital(index + size) or vocabulary().qualifiers.match(words, index + size) > 0
        return size if proper or not shared else 0
    if size == 1:
        return 1 if words.code[index] in MINISTRIES and vocabulary().fields.match(words, index + 1) else 0
    return 0 if shared and not words.capital(index + size) else size


def is_proper(words: Words, index: int, size: int) -> bool:
    """Whether a head names one body ("Bộ Y tế"), not a group ("Bộ, ngành", "Sở liên quan")."""
    after = index + size
    if not vocabulary().classes.match(words, index):
        return True
    longer = words.capital(index) and vocabulary().classes.match(words, index) < size
    if vocabulary().fields.match(words, after) or (size > 1 and longer):
        return True
    return words.is_word(after) and (
        words.capital(after) or size > 1 or vocabulary().classes.match(words, index) < size
    )


def is_group(words: Words, index: int, size: int) -> bool:
    """Whether class words without "các" are a group: "Sở, ban, ngành tỉnh", "cơ quan liên quan"."""
    after = index + size
    if vocabulary().stops.match(words, index) >= size:
        return False
    if size > 1:
        return True
    if words.word(after) == "," or words.word(after) in AND:
        return vocabulary().classes.match(words, after + 1) > 0
    return vocabulary().classes.match(words, after) > 0 or vocabulary().qualifiers.match(words, after) > 0


def place_end(words: Words, index: int) -> int | None:
    """End of a place as actor: "tỉnh Đắk Lắk"."""
    size = vocabulary().places.match(words, index)
    place = index + size
    if is_alone(words, index):
        return place
    if not size or not words.capital(place) or vocabulary().bodies.match(words, place):
        return None
    while words.is_word(place) and words.capital(place) and place < index + size + 5:
        place += 1
    return place


def is_alone(words: Words, index: int) -> bool:
    """ "Tỉnh | cần tập trung …": a place without its name, with a capital and a duty."""
    size = vocabulary().alone.match(words, index)
    return size > 0 and words.capital(index) and vocabulary().obliged.match(words, index + size) > 0


def known_part(words: Words, place: int) -> int:
    """Length of a part of a name that is in the vocabulary."""
    tables = vocabulary()
    qualifier = tables.qualifiers.match(words, place)
    body = tables.bodies.match(words, place) if words.capital(place) else 0
    if max(qualifier, body) > 1 or qualifier:
        return max(qualifier, body)
    field = tables.fields.match(words, place)
    return field if words.capital(place) or field > 2 else 0


def is_free_part(words: Words, place: int) -> bool:
    """Whether a word that is in no table goes on with a name: no verb, no function word."""
    if not words.is_word(place):
        return False
    stop = vocabulary().stops.match(words, place)
    if not stop or vocabulary().compounds.match(words, place - 1) > 1:
        return True
    if not words.capital(place):
        return False
    # "Trung tâm | Phục vụ hành chính công" begins with a verb, "nhà trường | Chỉ đạo …" ends before one
    after_name = words.is_word(place - 1) and not words.capital(place - 1)
    return stop == 1 or not after_name or _heads(words, place)


def _heads(words: Words, place: int) -> bool:
    """Whether the words before a place are the head of a name."""
    bodies = vocabulary().bodies
    return any(bodies.match(words, place - size) == size for size in range(1, 6) if place >= size)


def self_named(words: Words, index: int) -> int:
    """Length of a class word with a capital, the name of the body of a text: "Trung tâm | tổ chức …"."""
    size = vocabulary().self_named.match(words, index)
    after = index + size
    if not size or not words.capital(index) or words.capital(after):
        return 0
    ends = not words.is_word(after) or vocabulary().stops.match(words, after) > 0 or words.word(after) in AND
    return size if ends else 0


def is_place_group(words: Words, place: int) -> bool:
    """ "Ủy ban nhân dân | phường, xã, đặc khu"."""
    size = vocabulary().places.match(words, place)
    after = place + size
    return size > 0 and words.word(after) in {",", *AND} and vocabulary().places.match(words, after + 1) > 0


def is_closed(words: Words, place: int) -> bool:
    """After "tỉnh", "Thành phố" a name goes on with capitals only: "UBND Thành phố | danh mục thuốc"."""
    if words.word(place - 1) not in CLOSING or words.capital(place) or not words.is_word(place):
        return False
    return words.word(place) not in ALONG and not vocabulary().qualifiers.match(words, place)


def stands_alone(words: Words, index: int, size: int) -> bool:
    """Whether a class word begins a name of its own ("…, Bộ Tài chính") or a verb ("tổ chức thực hiện")."""
    tables = vocabulary()
    if head_size(words, index, tables.bodies) and is_proper(words, index, size):
        return True
    if (
        head_size(words, index, tables.titles)
        or tables.named.match(words, index) > size
        or place_end(words, index)
    ):
        return True
    after = index + size
    acts = tables.stops.match(words, after) > 0 and not tables.qualifiers.match(words, after)
    return words.code[index] in ORGANISATION and acts


def names_end(words: Words, index: int) -> int:
    """End of the names of places or ministries: ": Quốc phòng, Công an"; "Hà Tĩnh"; "từ A đến B"."""
    if words.word(index) == ":":
        return _listed(words, index)
    if words.word(index) in FROM and words.capital(index + 1):
        middle = _capitals(words, index + 1)
        return _capitals(words, middle + 1) if words.word(middle) in TO else middle
    if words.word(index - 1) in SUBDIVISIONS and not vocabulary().stops.match(words, index):
        return _capitals(words, index)
    return index


def _listed(words: Words, index: int) -> int:
    """End of ": Quốc phòng, Công an" after "Các Bộ", "Các Tập đoàn"; the same index before a text."""
    place, end = index + 1, index
    group = words.word(index - 1)
    while group in FIELDED or group in SUBDIVISIONS:
        step = place + vocabulary().fields.match(words, place) if group in FIELDED else place
        if group in SUBDIVISIONS and _is_place_name(words, place):
            step = _capitals(words, place)
        if step == place or not words.capital(place):
            break
        end = step
        place = after_separator(words, end, semicolons=False)
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


def names_person(words: Words, index: int) -> int:
    """End of the name of a person, two to five capitals that begin no actor; the same index without one."""
    end = _capitals(words, index)
    return end if 2 <= end - index <= 5 and not begins_actor(words, index) else index


def after_about(words: Words, place: int) -> int:
    """ "Ban Chỉ đạo … về …": the subject of a board belongs to its name."""
    size = vocabulary().fields.match(words, place + 1)
    back = words.code[max(0, place - 8) : place]
    return place + 1 + size if size and not BOARDS.isdisjoint(back) else place


def after_hyphen(words: Words, place: int) -> int:
    """ "Ngân hàng Nhà nước | - Chi nhánh Quảng Ngãi"."""
    return place + 1 if words.is_word(place + 1) else place


def after_separator(words: Words, index: int, *, semicolons: bool) -> int:
    """Index after the separator of a list that stands here (", và"), or the same index."""
    place = index
    signs = {",", ";", "/"} if semicolons else {","}
    if place < len(words) and words.code[place] in signs:
        place += 1
    if place < len(words) and words.code[place] in ALONG:
        place += 1
        place += words.word(place) in WITH
    return place


def names_one(words: Words, index: int) -> bool:
    """Whether the name of one body, position or place begins here."""
    tables = vocabulary()
    if words.word(index) not in tables.begins or tables.not_actors.match(words, index):
        return False
    if tables.named.match(words, index) or head_size(words, index, tables.titles):
        return True
    body = head_size(words, index, tables.bodies)
    if (body > 0 and is_proper(words, index, body)) or self_named(words, index):
        return True
    return place_end(words, index) is not None


def begins_actor(words: Words, index: int) -> bool:
    """Whether an actor begins here, without reading to its end."""
    tables = vocabulary()
    if words.word(index) not in tables.begins:
        return False
    determined = tables.determiners.match(words, index)
    head = index + determined
    size = tables.classes.match(words, head)
    return names_one(words, head) or (size > 0 and (determined > 0 or is_group(words, head, size)))


def after_and(words: Words, place: int) -> int:
    """ "Trung tâm Kiểm nghiệm | và Giám định": a capital that begins no actor goes on with the name."""
    goes_on = words.capital(place + 1) and not begins_actor(words, place + 1)
    return place + 2 if goes_on else place


def after_comma(words: Words, place: int) -> int:
    """ "Phòng Hành chính | , Lưu trữ": a capital that begins no actor and no verb goes on with the name."""
    if vocabulary().stops.match(words, place + 1):
        return place
    return after_and(words, place)
