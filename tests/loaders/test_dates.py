"""Printed dates become ISO text with the printed precision."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import dates

FORMS = [
    ("ngày 30/5/2025", "2025-05-30"),
    ("ngày 04 tháng 8 năm 2025", "2025-08-04"),
    ("17/5/2026", "2026-05-17"),
    ("năm 2019", "2019"),
    ("tháng 4 năm 2026", "2026-04"),
    ("ngày    tháng 01 năm 2026", "2026-01"),
    ("ngày … tháng 4 năm 2026", "2026-04"),
    ("ngày 29 tháng 11năm 2021", "2021-11-29"),
    ("ngày 09/ 05/ 2025", "2025-05-09"),
    ("ngày 28-4-2022", "2022-04-28"),
    ("ngày 01.7.2025", "2025-07-01"),
    ("ngày 27 tháng 02 tháng 2026", "2026-02-27"),
    ("ngày 18\ntháng 11 năm 2025", "2025-11-18"),
    ("đề ngày 29 tháng 10 năm 2025", "2025-10-29"),
    ("Ngày 16/6/2025", "2025-06-16"),
    ("NGÀY 04/9/2025", "2025-09-04"),
    ("ngây 12 tháng 3 năm 2026", "2026-03-12"),
]


@pytest.mark.parametrize(("text", "iso"), FORMS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_printed_date_is_read_whole(text: str, iso: str, form: str) -> None:
    printed = unicodedata.normalize(form, text)
    assert dates.at(printed, 0) == dates.PrintedDate(0, len(printed), iso)


@pytest.mark.parametrize(
    "text",
    ["ngày 31/02/2025", "ngày 00/5/2025", "ngày 12/13/2025", "năm 20255", "giai đoạn 2021-2025", "24/7"],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert [d.iso for d in dates.find(text) if len(d.iso) > 4] == []


def test_the_next_number_may_be_glued_to_the_year() -> None:
    text = "ngày 14/11/200310/GP-UBND ngày 20/06/2022"
    assert [text[d.start : d.end] for d in dates.find(text)] == ["ngày 14/11/2003", "ngày 20/06/2022"]


def test_all_dates_of_a_text_are_found_in_order() -> None:
    text = "Trước ngày 20/6/2025, báo cáo tháng 8 năm 2025 và kế hoạch năm 2026; mốc 05/7/2027."
    assert [d.iso for d in dates.find(text)] == ["2025-06-20", "2025-08", "2026", "2027-07-05"]


@given(st.text(alphabet="ngày thánm12345/-.\n ", max_size=200))
def test_dates_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = list(dates.find(text))
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.dates(min_value=date(1945, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    text = f"ngày {day.day:02d} tháng {day.month} năm {day.year}"
    found = dates.at(text, 0)
    assert found is not None
    assert found.iso == day.isoformat()
