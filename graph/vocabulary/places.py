"""Provinces and communes (tỉnh, thành phố, xã, phường, đặc khu) named in text, as canonical paths.

A path is "tỉnh Lạng Sơn" or "tỉnh Lạng Sơn/xã Đồng Đăng": the kind in lower case, the name as it is written.
Names of communes are not unique in the country, so a commune alone is no jurisdiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from graph.text import collapse, fold, unaccent
from graph.vocabulary.tables import rows, several


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place in a text: its path, the kind printed first, and the words around it."""

    path: str
    kind: str
    """"tỉnh", "xã" …, empty where the name stands alone ("Sở Tư pháp Lạng Sơn")."""
    complete: bool
    """False for a commune whose province is not said."""
    before: str
    after: str


def jurisdiction_of(text: str) -> str | None:
    """The place that an agency or a person names, as a path; None where no province is said."""
    place = find_place(", ".join(reversed(text.split("/"))))  # a path, too, says its place
    return place.path if place is not None and place.complete else None


def province(name: str, *, on: str | None = None) -> str | None:
    """Canonical name of a province: "Lạng Sơn", "TP.HCM", "lang son"; `on` is a day, for what was renamed."""
    key = _key(name)
    bare = _KIND_IN_FRONT.sub("", key)
    known = _provinces().get(key) or _provinces().get(bare) or _unaccented().get(unaccent(bare))
    if known is None:
        place = find_place(name)
        whole = place is not None and place.complete and not place.before and not place.after
        return place.path if place is not None and whole and "/" not in place.path else None
    return _of_kind(known, key, on)


@lru_cache(maxsize=4096)
def find_place(text: str) -> NamedPlace | None:
    """The first place named in the text, None where there is none."""
    clean = collapse(text)
    words = _words(clean)
    parts = _adjacent(list(_parts(words)), words)
    if not parts:
        return None
    steps, complete = _steps(parts)
    before = clean[: words[parts[0].start].start].rstrip(" ,-–")
    after = clean[words[parts[-1].end - 1].end :].lstrip(" ,.;-–")
    return NamedPlace("/".join(steps), parts[0].kind, complete, before, after)


# ---- the table ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Province:
    name: str
    valid_from: str
    valid_to: str


def _key(text: str) -> str:
    """Folded words alone: "TP. Hồ Chí Minh" and "Bà Rịa - Vũng Tàu" without their signs."""
    return fold(re.sub(r"[\W_]+", " ", collapse(text)))


_KIND_IN_FRONT = re.compile(f"^(?:{fold('tỉnh')}|{fold('thành phố')}|tp) ")


@cache
def _provinces() -> Mapping[str, tuple[_Province, ...]]:
    """Every province by the keys of its short name and aliases, in the order of time."""
    found: dict[str, list[_Province]] = {}
    for row in rows("provinces"):
        place = _Province(row["name"], row["valid_from"], row["valid_to"] or "9999")
        for name in (row["short"], *several(row["aliases"])):
            found.setdefault(_key(name), []).append(place)
    return {key: tuple(sorted(places, key=lambda p: p.valid_to)) for key, places in found.items()}


@cache
def _unaccented() -> Mapping[str, tuple[_Province, ...]]:
    return {unaccent(key): places for key, places in _provinces().items()}


def _of_kind(known: Sequence[_Province], key: str, on: str | None) -> str:
    """Of several in time: the one of the printed kind and day, else the one that stood longest."""
    fitting = [p for p in known if key.startswith(fold(p.name.split(" ")[0]))] or list(known)
    if on is not None:
        fitting = [p for p in fitting if p.valid_from <= on <= p.valid_to] or fitting
    return fitting[0].name


# ---- the words of a text -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One step of a place: words `start` to `end`, its kind and name."""

    start: int
    end: int
    kind: str
    name: str
    provinces: tuple[_Province, ...] = ()


_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_PRINTED_KINDS = {"tp .": "thành phố", "tp": "thành phố"} | {
    kind: kind
    for kind in ("tỉnh", "thành phố", "xã", "phường", "đặc khu", "thị trấn", "thị xã", "huyện", "quận")
}
_KINDS = {fold(printed): kind for printed, kind in _PRINTED_KINDS.items()}
_COMMITTEES = {fold("tỉnh ủy"): "tỉnh", fold("thành ủy"): "thành phố"}
"""A Party committee says the kind of its place: "Tỉnh ủy Lạng Sơn" is of tỉnh Lạng Sơn."""
_OF_PROVINCES = ("tỉnh", "thành phố")
_NO_NAMES = frozenset(map(fold, ("khóa", "lần", "năm")))
"""What follows a kind in a title in capitals: "HỘI ĐỒNG NHÂN DÂN TỈNH KHÓA XVII"."""
_LONGEST_NAME = 5
_JOINTS = frozenset(",-–")


def _words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(m.group(), fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


def _parts(words: Sequence[_Word]) -> Iterator[_Part]:
    index = 0
    while index < len(words):
        part = _kind_and_name(words, index) or _bare_province(words, index)
        if part is not None:
            yield part
        index = part.end if part is not None else index + 1


def _kind_and_name(words: Sequence[_Word], index: int) -> _Part | None:
    kind, begin = _kind_at(words, index)
    committee = _COMMITTEES.get(" ".join(word.key for word in words[index : index + 2]))
    if committee is not None:
        kind, index, begin = committee, index + 2, index + 2  # its words are those of an agency
    if kind is None:
        return None
    if kind in _OF_PROVINCES:
        end, known = _province_at(words, begin)
        if known:
            return _Part(index, end, kind, " ".join(w.text for w in words[begin:end]), known)
    if committee == "thành phố":
        return None  # many a committee of a town is "Thành ủy"
    end = begin
    while end < len(words) and end - begin < _LONGEST_NAME and _is_of_name(words, end):
        end += 1
    if kind == "tỉnh" and (end - begin > 2 or (end > begin and words[begin].key in _NO_NAMES)):
        return None  # a person's name after "Chủ tịch UBND tỉnh"; provinces not in the table have two words
    name = " ".join(word.text for word in words[begin:end])
    return _Part(index, end, kind, name.title() if name.isupper() else name) if end > begin else None


def _kind_at(words: Sequence[_Word], index: int) -> tuple[str | None, int]:
    for length in (2, 1):
        kind = _KINDS.get(" ".join(word.key for word in words[index : index + length]))
        if kind is not None:
            return kind, index + length
    return None, index


def _is_of_name(words: Sequence[_Word], index: int) -> bool:
    """A word of a name is written with a capital, or is a number ("phường 12")."""
    first = words[index].text[0]
    return (first.isupper() or first.isdigit()) and _kind_at(words, index)[0] is None


def _province_at(words: Sequence[_Word], index: int) -> tuple[int, tuple[_Province, ...]]:
    """Index after the longest name of a province that begins here, and what bears it."""
    for end in range(min(len(words), index + _LONGEST_NAME), index, -1):
        if words[end - 1].text.isalnum() and words[index].text[0].isupper():
            known = _provinces().get(_key(" ".join(word.text for word in words[index:end])))
            if known is not None:
                return end, known
    return index, ()


def _bare_province(words: Sequence[_Word], index: int) -> _Part | None:
    """ "Sở Tư pháp Lạng Sơn": a name alone counts where nothing follows that it could belong to."""
    end, known = _province_at(words, index)
    if not known or (end < len(words) and words[end].text.isalnum()):
        return None
    return _Part(index, end, "", known[0].name, known)


# ---- from parts to a path ----------------------------------------------------------------------


def _adjacent(parts: Sequence[_Part], words: Sequence[_Word]) -> list[_Part]:
    """The first place with what follows it at once: "xã Đồng Đăng, tỉnh Lạng Sơn"."""
    chain = list(parts[:1])
    for part in parts[1:]:
        between = words[chain[-1].end : part.start]
        if not all(word.text in _JOINTS for word in between) or (
            chain[-1].provinces and not _is_city(chain[-1])
        ):
            break
        chain.append(part)
    return chain


def _is_city(part: _Part) -> bool:
    """Thành phố Lào Cai of tỉnh Lào Cai: a town that bears the name of its province."""
    names = [p.name for p in part.provinces]
    return part.kind == "thành phố" and bool(names) and all(name.startswith("tỉnh") for name in names)


def _steps(parts: Sequence[_Part]) -> tuple[list[str], bool]:
    """The path from the province down, and whether it has its province."""
    *below, last = parts
    steps = [f"{part.kind} {part.name}" for part in reversed(below)]
    if last.provinces and not _is_city(last):
        return [_of_kind(last.provinces, fold(last.kind), None), *steps], True
    own = f"{last.kind} {last.name}"
    if _is_city(last):
        return [last.provinces[0].name, own, *steps], True
    return [own, *steps], last.kind == "tỉnh"
