"""Forms in which duties are given, each in a short document of our own."""

from graph.model import TaskMention
from loaders.read import read_text

HEAD = """ỦY BAN NHÂN DÂN
TỈNH HÒA AN
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

Số: {symbol}

Hòa An, ngày 03 tháng 11 năm 2025

{title}

"""
FOOT = """

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Văn Mẫu
"""


def duties(
    body: str, *, title: str = "CHỈ THỊ\nVề việc thử", symbol: str = "12/CT-UBND", after: str = ""
) -> tuple[TaskMention, ...]:
    """The duties of a document of a province with this body, and this text behind its signature."""
    return read_text(HEAD.format(title=title, symbol=symbol) + body.strip() + FOOT + after).tasks


def row(task: TaskMention) -> tuple[str | None, str]:
    """Section and leads."""
    return task.section, " + ".join(actor.name for actor in task.lead)


RULES = """
QUY ĐỊNH

PHÂN CẤP QUẢN LÝ CÂY XANH

(Ban hành kèm theo Quyết định số 12/2025/QĐ-UBND ngày 03/11/2025
của Ủy ban nhân dân tỉnh)

Điều 1. Phạm vi điều chỉnh

Quy định này quy định việc quản lý cây xanh.

Điều 2. Cấp phép chặt hạ

1. Sở Xây dựng cấp phép chặt hạ cây xanh do tỉnh quản lý.

2. Tổ chức, cá nhân trồng cây phải bảo đảm an toàn.

3. Chủ tịch UBND xã có trách nhiệm:

a) Kiểm tra việc trồng cây trên địa bàn.

b) Báo cáo Sở Xây dựng trước ngày 15/12/2025.
"""


def test_rules_behind_a_decision_give_duties_to_named_bodies() -> None:
    found = duties(
        "Điều 1. Ban hành kèm theo Quyết định này Quy định phân cấp quản lý cây xanh.\n\n"
        "Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này./.",
        title="QUYẾT ĐỊNH\nBan hành Quy định phân cấp",
        symbol="12/2025/QĐ-UBND",
        after=RULES,
    )
    assert [row(task) for task in found] == [
        ("Điều 2", "Giám đốc Sở Xây dựng"),
        ("Điều 2.1", "Sở Xây dựng"),
        ("Điều 2.3.a", "Chủ tịch UBND xã"),
        ("Điều 2.3.b", "Chủ tịch UBND xã"),
    ]
