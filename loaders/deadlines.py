"""Time phrases of duties: what they mean, the date that is printed, and the days that bound it.

"trước ngày 20/6/2025", "trong tháng 9 năm 2026", "định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu",
"chậm nhất 05 ngày làm việc kể từ ngày …", "Nhiệm vụ thường xuyên".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.model import DeadlineOperator
from loaders import dates

_DAY = (
    r"(?:ngày )?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{4})?(?!\d)|ngày \d{1,2} tháng \d{1,2}(?:,? năm \d{4})?"
)
_MONTH = r"tháng \d{1,2}(?: ?[/-] ?| năm )\d{4}|tháng \d{1,2}(?!\d)"
# "quý III/2025", "Quí IV-2025", "quý 2/2026"
_QUARTER = r"qu[ýí] (?:III|II|IV|I|[1-4])(?: ?[/-] ?| năm | )\d{4}"
# "trong quý I của năm liền kề": a quarter of no printed year
_NEXT = r"(?: (?:của )?năm (?:liền kề|kế tiếp|tiếp theo|sau)(?: đánh giá)?)?"
_ANY_QUARTER = rf"qu[ýí] (?:III|II|IV|I|[1-4]){_NEXT}(?![\w/.-])"
_YEAR = r"năm \d{4}"
_POINT = rf"(?:{_DAY}|{_MONTH}|{_QUARTER}|{_ANY_QUARTER}|{_YEAR})"
# "16 giờ 00", "17h00", "09 giờ 30 phút"
_CLOCK = r"\d{1,2} ?(?:giờ|h|g)(?: ?\d{2})?(?: ?phút)?,? "
_EVERY = r"(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)"
_WEEKDAY = r"(?:ngày )?thứ (?:hai|ba|tư|năm|sáu|bảy)"
_REST_DAY = r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)"
_WEEKDAYS = rf"{_REST_DAY}(?:, {_REST_DAY}){{0,3}}"
_PERIOD = rf"(?:(?:vào )?{_EVERY}|\d{{1,2}} tháng)"
_SUDDEN = r"(?: hoặc đột xu[ấâ]t)?"
_LATEST = r"(?:chậm|muộn) nhất(?: là)?(?: trước| vào| trong| đến hết| đến)?"
_SPAN = r"(?:không quá )?\d{1,3} (?:ngày làm việc|ngày|tuần|tháng|năm(?! \d)|giờ)"
_EVENT = (
    r",? (?:(?:kể )?từ (?:ngày|khi|thời điểm)|sau khi)"
    # the event up to a sign or to what is to be done: "… kể từ ngày nhận đủ hồ sơ hợp lệ, Sở Tài chính …"
    r"(?: [^,;.:()…]{1,120}?(?=[,;.:()]| (?:phải|có trách nhiệm|để|báo cáo|trình|gửi) |$))?"
)
_FIRST = r"(?:ngày \d{1,2}(?!\d)|\d{1,2}/\d{1,2})(?: ?[/.-] ?\d{1,2}| tháng \d{1,2})?"
_RANGE = rf"từ {_FIRST}(?: ?[/.-] ?\d{{4}}| năm \d{{4}})? đến (?:hết )?(?:{_DAY})"

_FORMS: tuple[tuple[DeadlineOperator, str], ...] = (
    # "định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu", "trước ngày 01/6 và 15/11 hằng năm", "25/12 hằng năm"
    (
        DeadlineOperator.RECURRING,
        rf"(?:định kỳ )?(?:{_LATEST} |trước |vào )(?:{_CLOCK})?{_POINT}(?:(?: và |, ){_POINT})?,? {_EVERY}"
        # "từ ngày 16 đến ngày 31 tháng 12 hằng năm", "định kỳ ngày 25 hằng tháng"
        rf"|{_RANGE},? {_EVERY}"
        rf"|(?:định kỳ )?(?:{_LATEST} |trước |vào )?(?:{_CLOCK})?ngày \d{{1,2}},? {_EVERY}"
        rf"|(?:theo )?định kỳ {_PERIOD}(?:(?:, | và ){_PERIOD}){{0,3}}"
        # "định kỳ 6 tháng, hàng năm hoặc đột xuất", "định kỳ hằng tuần (thứ Bảy, Chủ nhật)"
        rf"(?:, giữa nhiệm kỳ)?{_SUDDEN}(?: \({_WEEKDAYS}\))?"
        rf"(?:,? \(?trước (?:{_CLOCK})?(?:{_WEEKDAY}|{_POINT}|ngày \d{{1,2}}(?!\d))\)?)?"
        rf"|(?:{_WEEKDAY}|{_POINT}) {_EVERY}"
        # "Hằng năm báo cáo kết quả thực hiện về …" opens its sentence
        # "cập nhật kết quả hằng tuần, báo cáo UBND tỉnh"
        rf"|{_EVERY}(?=, (?:báo cáo|gửi) | kết quả)"
        rf"|(?:(?<=[.;] )|^){_EVERY}(?=,| (?:báo cáo|tổng hợp|gửi|trước|tổ chức|đánh giá))",
    ),
    # "trong thời hạn không quá 05 ngày làm việc, kể từ ngày …", "chậm nhất 05 ngày làm việc kể từ ngày …"
    (
        DeadlineOperator.RELATIVE,
        rf"(?:trong thời hạn|trong thời gian|trong vòng|{_LATEST}) {_SPAN}(?:{_EVENT})?"
        rf"|(?:sau|trong) {_SPAN}{_EVENT}",
    ),
    # "trước ngày 20/6/2025", "trước 17 giờ 00 ngày 15/7/2025"
    (DeadlineOperator.BEFORE, rf"trước (?:{_CLOCK})?{_POINT}"),
    # "chậm nhất ngày 15/9/2025", "trong tháng 9 năm 2026", "đến hết ngày 30/6/2026", "cuối tháng 12 năm 2025"
    (DeadlineOperator.BY, rf"{_LATEST} (?:{_CLOCK})?{_POINT}"),
    (DeadlineOperator.BY, rf"(?:vào |(?:ngay )?trong )?(?:đến )?(?:hết|cuối) {_POINT}"),
    (DeadlineOperator.BY, rf"(?:vào |(?:ngay )?trong )?(?:giữa|đầu) (?:{_MONTH}|{_QUARTER}|{_YEAR})"),
    (DeadlineOperator.BY, rf"(?:ngay )?trong {_POINT}"),
    # "Đến năm 2027, hoàn thành …" sets a time, "Đến năm 2030, 90% …" an aim
    (DeadlineOperator.BY, rf"đến {_POINT}(?=,? (?:cơ bản |phấn đấu |phải )?hoàn thành)"),
    # "hoàn thành dự án vào năm 2026"; the time of an event ("diễn ra vào ngày …") is dropped by the duties
    (DeadlineOperator.BY, rf"vào {_POINT}"),
    # "từ ngày 10 đến ngày 15 tháng 12"
    (DeadlineOperator.BY, _RANGE),
    # "từ ngày 01/7/2025"
    (DeadlineOperator.START, rf"(?:kể )?từ {_POINT}"),
    # "Nhiệm vụ thường xuyên"
    (DeadlineOperator.CONTINUOUS, r"nhiệm vụ thường xuyên(?:, (?:hằng|hàng) năm)?"),
)
_FORM = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<f{i}>{form})" for i, (_, form) in enumerate(_FORMS)) + ")",
    re.IGNORECASE,
)
FIRST_WORDS = (
    *(
        "theo",
        "định",
        "chậm",
        "muộn",
        "trước",
        "vào",
        "trong",
        "ngay",
        "sau",
        "xong",
        "đến",
        "hết",
        "cuối",
        "giữa",
        "đầu",
    ),
    *("từ", "kể", "thứ", "ngày", "tháng", "quý", "quí", "năm", "hằng", "hàng", "nhiệm"),
)
"""A time phrase begins with one of these or with a number."""
_RANGES = re.compile(_RANGE, re.IGNORECASE)
_DONE = re.compile(r"(?:hoàn thành |xong )+", re.IGNORECASE)
"""Said of the duty, not of the time."""
_POINTS = re.compile(_POINT, re.IGNORECASE)
_EVERY_ = re.compile(rf"{_EVERY}|định kỳ (?P<months>\d{{1,2}}) tháng", re.IGNORECASE)
_QUARTER_ = re.compile(r"qu[ýí] (?P<quarter>III|II|IV|I|[1-4])\D{1,6}(?P<year>\d{4})", re.IGNORECASE)
_LONE_YEAR = re.compile(r"(?:19|20)\d{2}")
# "Năm 2025 và các năm tiếp theo" has no end
_ONWARD = re.compile(r"(?:và|,) (?:các|những) năm (?:tiếp theo|sau)", re.IGNORECASE)
_OFTEN = re.compile(r"thường xuyên", re.IGNORECASE)
_PERIODS = {"ngày": "P1D", "tuần": "P1W", "tháng": "P1M", "quý": "P3M", "năm": "P1Y"}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time phrase in a flat text; offsets are those of that text."""

    start: int
    end: int
    operator: DeadlineOperator
    date: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    recurrence: str | None = None


def find(text: str, starts: Iterable[int] | None = None) -> Iterator[TimePhrase]:
    """The time phrases of a flat text, in order; `starts`: where a number or one of FIRST_WORDS stands."""
    for match in _FORM.finditer(text) if starts is None else _matches(text, starts):
        index = int((match.lastgroup or "f0")[1:])
        yield _phrase(text, match.start(), match.end(), _FORMS[index][0])


def _matches(text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """What a search finds, given all places at which a phrase can start."""
    end = 0
    for start in starts:
        match = _FORM.match(text, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def value(text: str) -> TimePhrase:
    """A whole table cell or label as a time phrase: "2025", "Thường xuyên", "Theo Kế hoạch riêng"."""
    if _ONWARD.search(text):
        return TimePhrase(0, len(text), DeadlineOperator.CONTINUOUS)
    inner = next(find(text), None)
    if inner is not None:
        done = _DONE.match(text)
        said = done is not None and done.end() == inner.start
        return replace(inner, start=inner.start if said else 0, end=len(text))
    if _OFTEN.search(text):
        return TimePhrase(0, len(text), DeadlineOperator.CONTINUOUS)
    if _EVERY_.search(text):
        return _phrase(text, 0, len(text), DeadlineOperator.RECURRING)
    if _POINTS.search(text) or _LONE_YEAR.fullmatch(text.strip()):
        return _phrase(text, 0, len(text), DeadlineOperator.BY)
    return TimePhrase(0, len(text), DeadlineOperator.RELATIVE)


def _phrase(text: str, start: int, end: int, operator: DeadlineOperator) -> TimePhrase:
    """A time phrase with what can be read off it."""
    printed = text[start:end]
    if operator is DeadlineOperator.RECURRING:
        return TimePhrase(start, end, operator, recurrence=_recurrence(printed))
    if operator in (DeadlineOperator.RELATIVE, DeadlineOperator.CONTINUOUS):
        return TimePhrase(start, end, operator)
    if _RANGES.match(printed):
        days = [day.iso for day in dates.find(printed)]
        first_day, last_day = (days[0] if days[1:] else None), (days[-1] if days else None)
        return TimePhrase(start, end, operator, last_day, date_from=first_day, date_to=last_day)
    date, first, last = _date(printed)
    if operator is DeadlineOperator.START:
        return TimePhrase(start, end, operator, date, date_from=first)
    return TimePhrase(start, end, operator, date, date_to=last)


def _recurrence(printed: str) -> str | None:
    """ISO 8601 duration of "hằng tuần", "6 tháng"."""
    match = _EVERY_.search(printed)
    if match is None:
        return None
    if match["months"]:
        return f"P{int(match['months'])}M"
    return _PERIODS[match.group().split()[-1].lower()]


def _date(printed: str) -> tuple[str | None, str | None, str | None]:
    """The printed date, its first day and its last day; a quarter is printed as its year."""
    quarter = _QUARTER_.search(printed)
    if quarter:
        number, year = _QUARTERS[quarter["quarter"].lower()], int(quarter["year"])
        return f"{year}", f"{year}-{3 * number - 2:02d}-01", _last(year, 3 * number)
    found = next(dates.find(printed), None)
    lone = _LONE_YEAR.fullmatch(printed.strip())
    iso = found.iso if found else lone.group() if lone else None
    if iso is None:
        return None, None, None
    return iso, *_bounds(iso)


def _bounds(iso: str) -> tuple[str, str]:
    """First and last day of a date of any precision."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if day:
        return iso, iso
    return f"{year}-{month or 1:02d}-01", _last(year, month or 12)


def _last(year: int, month: int) -> str:
    return f"{year}-{month:02d}-{monthrange(year, month)[1]:02d}"
