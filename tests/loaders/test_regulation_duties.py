"""Duties that a regulation lays on classes of public bodies, and the time that a lead-in sets."""

import pytest

from graph.model import TaskMention
from tests.loaders.test_duty_forms import duties, row

REGULATION = """
QUY ĐỊNH

CHIA SẺ DỮ LIỆU

(Ban hành kèm theo Quyết định số 12/2026/QĐ-UBND ngày 03/02/2026
của Ủy ban nhân dân tỉnh)

Điều 1. Phạm vi điều chỉnh

Quy định này quy định việc chia sẻ dữ liệu.

Điều 2. Cơ sở dữ liệu dùng chung

{article}
"""


def laid_down(article: str) -> tuple[TaskMention, ...]:
    """The duties of an article of a regulation."""
    return duties(
        "Điều 1. Ban hành kèm theo Quyết định này Quy định chia sẻ dữ liệu.",
        title="QUYẾT ĐỊNH\nBan hành Quy định chia sẻ dữ liệu",
        symbol="12/2026/QĐ-UBND",
        after=REGULATION.format(article=article),
    )


CLASSES = [
    # a heading on a database is none on reasons ("I. CƠ SỞ PHÁP LÝ"): what stands below it counts
    ("1. Sở Khoa học và Công nghệ chủ trì kết nối.", [("Điều 2.1", "Sở Khoa học và Công nghệ")]),
    ("1. Cơ quan khai thác dữ liệu phải giữ bí mật.", [("Điều 2.1", "Cơ quan khai thác dữ liệu")]),
    ("1. Chủ quản cơ sở dữ liệu có trách nhiệm công bố.", [("Điều 2.1", "Chủ quản cơ sở dữ liệu")]),
    (
        "1. Cơ quan cung cấp dữ liệu và cơ quan khai thác dữ liệu phải thống nhất nội dung chia sẻ.",
        [("Điều 2.1", "Cơ quan cung cấp dữ liệu + cơ quan khai thác dữ liệu")],
    ),
    (
        "1. Cơ quan cung cấp dữ liệu thực hiện các nội dung sau:\n\na) Chuẩn hóa dữ liệu.\n\nb) Kết nối dữ liệu.",
        [("Điều 2.1.a", "Cơ quan cung cấp dữ liệu"), ("Điều 2.1.b", "Cơ quan cung cấp dữ liệu")],
    ),
    # the verb of the lead-in is no part of the name
    (
        "1. Cơ quan chủ trì thẩm định có trách nhiệm:\n\na) Kiểm tra hồ sơ.\n\nb) Trả lời bằng văn bản.",
        [("Điều 2.1.a", "Cơ quan chủ trì thẩm định"), ("Điều 2.1.b", "Cơ quan chủ trì thẩm định")],
    ),
    # "nhiệm vụ chủ trì" is still the clause
    (
        "1. Cơ quan được giao nhiệm vụ chủ trì thẩm tra chịu trách nhiệm về kết quả thẩm tra.",
        [("Điều 2.1", "Cơ quan được giao nhiệm vụ chủ trì thẩm tra")],
    ),
    # after an adverbial, and after "thì" where it is no power
    (
        "1. Khi nhận đủ hồ sơ, cơ quan bảo hiểm xã hội có trách nhiệm giải quyết.",
        [("Điều 2.1", "cơ quan bảo hiểm xã hội")],
    ),
    ("1. Nếu phát sinh vướng mắc thì Sở Y tế báo cáo Bộ Y tế.", [("Điều 2.1", "Sở Y tế")]),
    (
        "1. Dữ liệu khi có một trong các căn cứ nêu trên, thì Sở Y tế phải công bố.",
        [("Điều 2.1", "Sở Y tế")],
    ),
    ("1. Dữ liệu khi có một trong các căn cứ nêu trên, thì Sở Y tế quyết định.", []),
    # others at the end of a list of bodies
    (
        "1. Sở Y tế, Sở Nội vụ và tổ chức, cá nhân khác có liên quan chịu trách nhiệm thi hành.",
        [("Điều 2.1", "Sở Y tế + Sở Nội vụ + tổ chức, cá nhân khác có liên quan")],
    ),
    # not on anybody
    ("1. Tổ chức, cá nhân sử dụng dữ liệu có trách nhiệm giữ bí mật.", []),
    ("1. Doanh nghiệp cung cấp dịch vụ phải bảo vệ dữ liệu.", []),
    ("1. Chủ đầu tư chỉ cần trình hồ sơ một lần.", []),
]


@pytest.mark.parametrize(("article", "expected"), CLASSES)
def test_classes_of_bodies(article: str, expected: list[tuple[str, str]]) -> None:
    assert [row(task) for task in laid_down(article)] == expected


def test_a_duty_ahead_of_a_lead_in_and_the_time_that_it_sets() -> None:
    tasks = laid_down(
        "3. Sở Xây dựng có trách nhiệm tiếp nhận hồ sơ theo quy định tại Nghị định số 175/2024/NĐ-CP. Trong thời hạn "
        "03 ngày sau khi tiếp nhận hồ sơ, Sở Xây dựng có trách nhiệm:\n\na) Yêu cầu bổ sung hồ sơ.\n\n"
        "b) Trả lời bằng văn bản."
    )
    assert [(task.section, task.deadline and task.deadline.text) for task in tasks] == [
        ("Điều 2.3", None),
        ("Điều 2.3.a", "Trong thời hạn 03 ngày sau khi tiếp nhận hồ sơ"),
        ("Điều 2.3.b", "Trong thời hạn 03 ngày sau khi tiếp nhận hồ sơ"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Sở Y tế trong vòng 05 ngày kể từ ngày nhận được văn bản phải trả lời.",
            "trong vòng 05 ngày kể từ ngày nhận được văn bản",
        ),
        ("Sở Y tế, trong thời hạn 07 ngày, có trách nhiệm thẩm định.", "trong thời hạn 07 ngày"),
        (
            "Sở Y tế báo cáo UBND tỉnh trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này.",
            "trong thời hạn 10 ngày kể từ ngày nhận Kế hoạch này",
        ),
        (
            "Trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ, Sở Y tế tổ chức kiểm tra.",
            "Trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ",
        ),
    ],
)
def test_a_time_counted_from_an_event(sentence: str, expected: str) -> None:
    (task,) = laid_down(f"1. {sentence}")
    assert task.deadline is not None
    assert task.deadline.text == expected
    assert [actor.name for actor in task.lead] == ["Sở Y tế"]
