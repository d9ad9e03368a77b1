"""The body that issued a document, named in full (tên cơ quan ban hành).

The letterhead wins; its lines are joined where a body is named by what stands above it. Without a letterhead
the signature and the body that speaks in the text ("Văn phòng UBND tỉnh tham gia góp ý như sau") tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.model import Stated
from graph.text import fold, unaccent, unaccent_letters
from graph.vocabulary import places
from graph.vocabulary.agencies import canonical_agency, written_out
from loaders.header.casing import sentence_case
from loaders.header.signers import Signature
from loaders.layout import signs
from loaders.layout.lines import Line, Paragraph, Span
from loaders.text.clean import UPPER
from loaders.text.words import entries, words

_NATIONAL = re.compile(
    r"cong h\w{2} xa h\w{2} chu nghia viet na\w?|dang cong san viet nam|doc lap.{1,6}tu do.{1,6}hanh phuc"
)
_NAMED_BY_ABOVE = ("van phong", "to giup viec")
"""Bodies whose whole name is that of the body above and theirs: "Tổ giúp việc Ban Chỉ đạo Trung ương"."""
_PREAMBLE = 40
"""Lines of the longest preamble."""
_PARENT_PLACE = re.compile(r"(tỉnh|thành phố|Thành phố|huyện|quận|thị xã|xã|phường|đặc khu) .+$")


@dataclass(frozen=True, slots=True)
class _Part:
    """One name in a letterhead, over its lines."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def key(self) -> str:
        return unaccent(self.text)


def issuing_body(
    top: Sequence[Line],
    signature: Signature,
    body: Paragraph | None,
    *,
    asked: Sequence[str] = (),
    annexed: Stated | None = None,
) -> Stated | None:
    """The issuer that letterhead, title, annex, signature or text state; `asked` are the addressees."""
    parts = _parts(top, signs.upper) or _parts(top, signs.agency)
    if parts and not _only_parent(parts):
        return _stated(_composed(parts), parts[0].lines[0], parts[-1].lines[-1], "letterhead")
    found = _of_title(top) or (_enacting(body) or _promulgating(body) if body else None) or annexed
    if found or body is None:
        return found or _of_collective(signature)
    others = [fold(written_out(name)) for name in asked]
    collective = _of_collective(signature)
    if collective is None:
        return _speaker(body, _headed(signature), others)
    return _speaker(body, (fold(collective.value),), others) or collective


def _stated(name: str, first: Line, last: Line, route: str) -> Stated:
    return Stated(name, first.start, last.end, route)


# ---- the letterhead ----------------------------------------------------------------------------


def _parts(top: Sequence[Line], names: Callable[[Line], bool]) -> list[_Part]:
    """Names above the number line, joined until a line begins another name.

    Names are in capitals, or, where a conversion lost them, lines that are names of agencies.
    """
    cut = _national(top)
    parts: list[_Part] = []
    broken: tuple[Line, ...] = ()
    for line in top:
        if _past_issuer(line):
            break
        for cell in _names(line, cut, names):
            if parts and not _begins_name(cell, parts[-1]):
                parts[-1] = _Part((*parts[-1].lines, cell))
            elif _head_of(_Part((*broken, cell)).key):
                parts.append(_Part((*broken, cell)))
                broken = ()
            elif _head_of(cell.key):
                parts.append(_Part((cell,)))
            else:
                broken = (*broken, cell)  # "THỦ" above "TƯỚNG CHÍNH PHỦ"
    return parts


def _past_issuer(line: Line) -> bool:
    return signs.numbered(line) or signs.about(line) or signs.dear(line) or signs.title_type(line) is not None


def _national(top: Sequence[Line]) -> list[Span]:
    """Raw spans of quốc hiệu and tiêu ngữ, which may break over lines."""
    shown = Paragraph(tuple(top))
    return [shown.raw(*match.span()) for match in _NATIONAL.finditer(unaccent_letters(shown.text))]


def _names(line: Line, cut: Sequence[Span], names: Callable[[Line], bool]) -> list[Line]:
    """The columns of a line that may name an issuer, national title cut off."""
    if line.rule or signs.dated(line):
        return []
    found = []
    for cell in line.cells():
        shown = cell.text[: _until(cell, cut)].rstrip(" _-–—.")
        first = next((i for i, c in enumerate(shown) if c.isalpha()), len(shown))
        piece = Line(cell.source, cell.left + first, cell.left + len(shown))
        if first < len(shown) and names(piece) and _may_name(piece):
            found.append(piece)
    return found


def _may_name(piece: Line) -> bool:
    """No mark of urgency, and no figures, which are noise of a stamp."""
    noise = any(c.isdigit() or c in ":…" for c in piece.text)
    return not noise and not piece.key.startswith(words("urgency"))


def _until(cell: Line, cut: Sequence[Span]) -> int:
    """Number of letters above the first that is cut off."""
    first, last = cell.start, cell.end
    touching = [span for span in cut if span[0] < last and first < span[1]]
    if not touching:
        return len(cell.text)
    starts = (cell.raw(at, at + 1)[0] for at in range(len(cell.text)))
    inside = (at for at, origin in enumerate(starts) if any(a <= origin < b for a, b in touching))
    return next(inside, len(cell.text))


@cache
def _heads() -> dict[str, str]:
    return {word: entry["kind"] for entry in entries("issuer_head") for word in entry["words"]}


def _head_of(key: str) -> str | None:
    """The longest first word of an agency that the key begins with."""
    parts = key.split()
    return next((h for n in range(min(5, len(parts)), 0, -1) if (h := " ".join(parts[:n])) in _heads()), None)


def _begins_name(line: Line, above: _Part) -> bool:
    """True for a line that begins another name: "SỞ CÔNG THƯƠNG" below "UBND TỈNH LÀO CAI"."""
    if _head_of(line.key) is None:
        return False
    key = above.key
    open_above = key.endswith((" va", ",", " cua", " ve")) or " " not in key
    whole = key in ("van phong", "thanh tra") and line.key in ("chinh phu", "quoc hoi")
    return not open_above and not whole


def _only_parent(parts: Sequence[_Part]) -> bool:
    """A Party letterhead that names only the Central Committee: title and signature give the issuer."""
    return [part.key for part in parts] == ["ban chap hanh trung uong"]


def _composed(parts: Sequence[_Part]) -> str:
    """The last name, with what it needs from the one above."""
    own = sentence_case(parts[-1].text)
    if len(parts) == 1:
        return own
    above = sentence_case(parts[-2].text)
    head = _head_of(parts[-1].key) or ""
    if parts[-2].key == "ban chap hanh trung uong":
        return "Văn phòng Trung ương Đảng" if parts[-1].key == "van phong" else f"{own} Trung ương"
    if parts[-1].key in _NAMED_BY_ABOVE:
        return f"{own} {above}"
    if _heads().get(head) == "part" and not _PARENT_PLACE.search(own):
        place = _PARENT_PLACE.search(above)
        if place:
            return f"{own} {place.group()}"
        return (
            f"{own} {above}" if unaccent(above).endswith(("tinh uy", "thanh uy")) or "ủy " in above else own
        )
    return own


def spelled_by_place(issuer: Stated | None, place: Stated | None) -> Stated | None:
    """A local issuer whose place a scan misspells ("TĨNH QUANG NGÀI"), spelled as its place line has it."""
    province = places.province(place.value) if place else None
    if issuer is None or province is None or places.jurisdiction_of(issuer.value):
        return issuer
    if not unaccent(issuer.value).endswith(f" {unaccent(province)}"):
        return issuer
    own = issuer.value.split()[: -len(province.split())]
    return replace(issuer, value=" ".join((*own, province)))


# ---- without a letterhead ----------------------------------------------------------------------


def _of_title(top: Sequence[Line]) -> Stated | None:
    """A Party title names the issuer: "KẾT LUẬN / CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ"."""
    for at, line in enumerate(top):
        if not signs.title_type(line):
            continue
        owners: list[Line] = []
        for below in (*_owner_beside(line), *top[at + 1 :]):
            key = below.key
            if (not owners and not key.startswith("cua ")) or (owners and _past_owner(below)):
                break
            owners.append(below)
        if owners:
            name = " ".join(line.text for line in owners).split(" ", 1)[1]
            return _stated(_titled_parts(name), owners[0], owners[-1], "title")
    return None


def _past_owner(line: Line) -> bool:
    return line.key.startswith(("ve ", "tai ")) or signs.states_fact(line)


def _owner_beside(title: Line) -> tuple[Line, ...]:
    """The owner on the line of the type: "NGHỊ QUYẾT CỦA BỘ CHÍNH TRỊ"."""
    at = title.text.find("CỦA ")
    return (Line(title.source, title.left + at, title.right),) if at > 0 and signs.upper(title) else ()


def _titled_parts(name: str) -> str:
    return ", ".join(sentence_case(part) for part in name.split(", "))


def _of_collective(signature: Signature) -> Stated | None:
    """The body that TM. names."""
    for phrase in signature.positions:
        if signature.collective and fold(signature.collective) in fold(phrase.text):
            return Stated(_titled_parts(signature.collective), phrase.start, phrase.end, "signature")
    return None


def of_annex(annexes: Paragraph, symbol: str) -> Stated | None:
    """Whom an annex names: "(Kèm theo Công văn số 40/UBND-ĐT ngày ... của Ủy ban nhân dân tỉnh)"."""
    if symbol not in annexes.text:
        return None
    own = re.compile(
        rf"[Kk]èm theo [^()]{{3,50}} số {re.escape(symbol)} [^()]{{0,60}}?của (?P<name>[^();.]{{3,120}})\)"
    )
    match = own.search(annexes.text)
    return Stated(_as_named(match["name"]), *annexes.raw(*match.span("name")), "annex") if match else None


@cache
def _speaking() -> re.Pattern[str]:
    """A body at the head of a clause, and a verb by which it speaks of itself."""
    verbs = "|".join(re.escape(word.strip()) for word in sorted(words("speaks"), key=len, reverse=True))
    unit = r"(?:tỉnh|Tỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Hh]uyện)"
    people = r"(?:UBND|(?:Ủy|Uỷ) ban nhân dân(?: \(UBND\))?)"
    name = rf"(?:(?:Văn phòng|Chủ tịch) )?{people}(?: {unit}(?: [{UPPER}][^\W\d_]*){{0,4}})?"
    first = r"(?:Sở|Bộ|Văn phòng|Ban [Cc]hỉ đạo|Cục|Tổng cục|Thanh tra|Ban)"
    other = first + r" (?:(?!ngày|số |tại |theo )[^.,;:()]){2,160}?"
    aside = r"(?: ?\([^()]{2,80}\))?"
    polite = r"(?:xin |kính |đã |trân trọng ){0,2}"
    return re.compile(rf"(?:^|[.,;:] )(?P<name>{name}|{other}){aside}(?<! và) {polite}(?:{verbs})(?!\w)")


def _speaker(body: Paragraph, heads: tuple[str, ...], others: Sequence[str]) -> Stated | None:
    """The first body that speaks in the text, is none of the addressees and begins with one of `heads`."""
    for match in _speaking().finditer(body.text):
        name = _as_named(match["name"])
        key = fold(name)
        if key not in others and (not heads or key.startswith(heads)):
            return Stated(name, *body.raw(*match.span("name")), "text")
    return None


def _headed(signature: Signature) -> tuple[str, ...]:
    """First words of the bodies that a position heads: a Chánh Văn phòng signs for a Văn phòng."""
    for phrase in signature.positions:
        key = unaccent(phrase.text)
        for entry in entries("headed"):
            if entry["position"] in key:
                return tuple(fold(word) for word in entry["bodies"])
    return ()


def _enacting(body: Paragraph) -> Stated | None:
    """The name in capitals above the "Căn cứ" lines: "ỦY BAN THƯỜNG VỤ QUỐC HỘI"."""
    for at, line in enumerate(body.lines[:3]):
        if signs.enacting(line) and not signs.position(line) and at + 1 < len(body.lines):
            return _stated(sentence_case(line.text), line, line, "enacting")
    return None


# "Chính phủ ban hành Nghị định về quản lý dữ liệu": the sentence that closes the preamble
_PROMULGATES = re.compile(
    r"(?P<name>[^\W\d_][^,;.:]{3,80}) ban hành "
    r"(?:Nghị định|Thông tư|Nghị quyết|Quyết định|Luật|Pháp lệnh|Chỉ thị)\b"
)


def _promulgating(body: Paragraph) -> Stated | None:
    for line in body.lines[:_PREAMBLE]:
        said = _PROMULGATES.match(line.text)
        if said and canonical_agency(said["name"]).tier is not None:
            return _stated(_as_named(said["name"]), line, line, "preamble")
    return None


def _as_named(name: str) -> str:
    return written_out(name.replace(" (UBND)", "")).replace("Uỷ", "Ủy")
