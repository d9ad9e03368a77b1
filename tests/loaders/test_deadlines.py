import unicodedata

import pytest

from graph.model import DeadlineOperator as Op
from loaders import deadlines
from loaders.text.flat import flatten

# printed form -> the time phrase, operator, date, first day, last day, recurrence
FORMS = [
    (
        "Hoàn thành trước ngày 20/6/2025.",
        "trước ngày 20/6/2025",
        Op.BEFORE,
        "2025-06-20",
        None,
        "2025-06-20",
        None,
    ),
    (
        "hoàn thành trước ngày 10/12/2025",
        "trước ngày 10/12/2025",
        Op.BEFORE,
        "2025-12-10",
        None,
        "2025-12-10",
        None,
    ),
    ("xong trước 30/6", "trước 30/6", Op.BEFORE, None, None, None, None),
    (
        "trước 17 giờ 00 ngày 15/7/2025",
        "trước 17 giờ 00 ngày 15/7/2025",
        Op.BEFORE,
        "2025-07-15",
        None,
        "2025-07-15",
        None,
    ),
    (
        "trước ngày 30 tháng 11 năm 2025",
        "trước ngày 30 tháng 11 năm 2025",
        Op.BEFORE,
        "2025-11-30",
        None,
        "2025-11-30",
        None,
    ),
    ("trong tháng 9 năm 2026", "trong tháng 9 năm 2026", Op.BY, "2026-09", None, "2026-09-30", None),
    ("xong trong quý 2/2026", "trong quý 2/2026", Op.BY, "2026", None, "2026-06-30", None),
    ("trong quý III/2025", "trong quý III/2025", Op.BY, "2025", None, "2025-09-30", None),
    ("trong năm 2026", "trong năm 2026", Op.BY, "2026", None, "2026-12-31", None),
    ("đến hết ngày 30/6/2026", "đến hết ngày 30/6/2026", Op.BY, "2026-06-30", None, "2026-06-30", None),
    ("chậm nhất ngày 15/9/2025", "chậm nhất ngày 15/9/2025", Op.BY, "2025-09-15", None, "2025-09-15", None),
    (
        "chậm nhất là ngày 15/9/2025",
        "chậm nhất là ngày 15/9/2025",
        Op.BY,
        "2025-09-15",
        None,
        "2025-09-15",
        None,
    ),
    ("cuối tháng 12 năm 2025", "cuối tháng 12 năm 2025", Op.BY, "2025-12", None, "2025-12-31", None),
    (
        "chậm nhất 05 ngày làm việc kể từ ngày …",
        "chậm nhất 05 ngày làm việc kể từ ngày",
        Op.RELATIVE,
        None,
        None,
        None,
        None,
    ),
    (
        "trong thời hạn không quá 05 ngày làm việc, kể từ ngày …",
        "trong thời hạn không quá 05 ngày làm việc, kể từ ngày",
        Op.RELATIVE,
        None,
        None,
        None,
        None,
    ),
    ("Định kỳ hằng quý", "Định kỳ hằng quý", Op.RECURRING, None, None, None, "P3M"),
    ("định kỳ hàng tháng", "định kỳ hàng tháng", Op.RECURRING, None, None, None, "P1M"),
    ("định kỳ 6 tháng, hàng năm", "định kỳ 6 tháng, hàng năm", Op.RECURRING, None, None, None, "P6M"),
    (
        "định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu",
        "định kỳ hằng tuần, trước 16 giờ 00 ngày thứ Sáu",
        Op.RECURRING,
        None,
        None,
        None,
        "P1W",
    ),
    (
        "trước ngày 28 tháng 02 hằng năm",
        "trước ngày 28 tháng 02 hằng năm",
        Op.RECURRING,
        None,
        None,
        None,
        "P1Y",
    ),
    ("trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", Op.RECURRING, None, None, None, "P1M"),
    (
        "định kỳ trước ngày 01/6 và 15/11 hằng năm",
        "định kỳ trước ngày 01/6 và 15/11 hằng năm",
        Op.RECURRING,
        None,
        None,
        None,
        "P1Y",
    ),
    ("Nhiệm vụ thường xuyên.", "Nhiệm vụ thường xuyên", Op.CONTINUOUS, None, None, None, None),
    ("báo cáo từ ngày 5 đến ngày 9 tháng 12", "từ ngày 5 đến ngày 9 tháng 12", Op.BY, None, None, None, None),
    (
        "từ ngày 5/6/2026 đến hết ngày 9/6/2026",
        "từ ngày 5/6/2026 đến hết ngày 9/6/2026",
        Op.BY,
        "2026-06-09",
        "2026-06-05",
        "2026-06-09",
        None,
    ),
    (
        "từ ngày 5 đến ngày 9 tháng 12 hằng năm",
        "từ ngày 5 đến ngày 9 tháng 12 hằng năm",
        Op.RECURRING,
        None,
        None,
        None,
        "P1Y",
    ),
    ("Định kỳ ngày 25 hằng tháng", "Định kỳ ngày 25 hằng tháng", Op.RECURRING, None, None, None, "P1M"),
    (
        "định kỳ hàng quý, 6 tháng, hàng năm",
        "định kỳ hàng quý, 6 tháng, hàng năm",
        Op.RECURRING,
        None,
        None,
        None,
        "P3M",
    ),
    (
        "Trong quý I của năm liền kề, tổng hợp",
        "Trong quý I của năm liền kề",
        Op.BY,
        None,
        None,
        None,
        None,
    ),
    ("Đến năm 2027, hoàn thành số hóa", "Đến năm 2027", Op.BY, "2027", None, "2027-12-31", None),
    (
        "Không duy trì … từ ngày 01/7/2025",
        "từ ngày 01/7/2025",
        Op.START,
        "2025-07-01",
        "2025-07-01",
        None,
        None,
    ),
]


@pytest.mark.parametrize("form", [unicodedata.normalize, None], ids=["decomposed", "composed"])
@pytest.mark.parametrize(("printed", "phrase", "operator", "date", "first", "last", "recurrence"), FORMS)
def test_time_phrases(printed, phrase, operator, date, first, last, recurrence, form):
    text = flatten(form("NFD", printed) if form else printed).text
    (found,) = deadlines.find(text)
    assert text[found.start : found.end] == phrase
    assert (found.operator, found.date, found.date_from, found.date_to, found.recurrence) == (
        operator,
        date,
        first,
        last,
        recurrence,
    )


@pytest.mark.parametrize(
    "text",
    [
        "không quá 100kg",
        "trước khi khởi công",
        "trước đây",
        "Khẩn trương rà soát",
        "ngày 26/3/2025",
        "Định kỳ báo cáo",
        "Đến năm 2030, 90% hộ dân",
        "từ 10.000 đến 15.000 đồng",
    ],
)
def test_no_time_phrase(text: str) -> None:
    assert not list(deadlines.find(text))


@pytest.mark.parametrize(
    ("cell", "operator", "date"),
    [
        ("Thường xuyên", Op.CONTINUOUS, None),
        ("Thường xuyên, hằng năm", Op.CONTINUOUS, None),
        ("Hằng năm", Op.RECURRING, None),
        ("Tháng 12 hằng năm", Op.RECURRING, None),
        ("Quí IV-2025", Op.BY, "2025"),
        ("2025", Op.BY, "2025"),
        ("Trước ngày 30/11/2025", Op.BEFORE, "2025-11-30"),
        ("Theo Kế hoạch riêng", Op.RELATIVE, None),
        ("Năm 2025 và các năm tiếp theo", Op.CONTINUOUS, None),
    ],
)
def test_a_cell_is_a_time_as_a_whole(cell: str, operator: Op, date: str | None) -> None:
    found = deadlines.value(cell)
    assert (found.start, found.end) == (0, len(cell))
    assert (found.operator, found.date) == (operator, date)


def test_done_is_said_of_the_duty() -> None:
    found = deadlines.value("Hoàn thành trong năm 2026")
    assert (found.start, found.date) == (len("Hoàn thành "), "2026")
    assert deadlines.value("Hoàn thành lắp đặt trước ngày 01/01/2030").start == 0
