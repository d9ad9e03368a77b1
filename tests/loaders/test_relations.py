"""The trigger nearest to a citation decides its relation."""

from __future__ import annotations

import pytest

from graph.model import Header, Relation, Stated
from graph.vocabulary.tables import rows
from loaders import relations
from loaders.citations import read_citations

SYMBOL = "số 12/2025/NĐ-CP"


def relation_of(text: str) -> list[str]:
    found, _ = read_citations(text, None, Header(type=Stated("Công văn", 0, 0, "test")))
    return [str(c.relation) for c in found]


SENTENCES = [
    ("Căn cứ Nghị định số 12/2025/NĐ-CP;", ["basis"]),
    ("Thực hiện Nghị định số 12/2025/NĐ-CP, Sở báo cáo như sau.", ["implements"]),
    ("Giao Sở A làm theo Nghị định số 12/2025/NĐ-CP.", ["directed_by"]),
    ("tập trung thực hiện có hiệu quả các nhiệm vụ được giao tại Nghị quyết số 66/NQ-CP", ["directed_by"]),
    ("sửa đổi một số điều Nghị định số 12/2025/NĐ-CP", ["amends"]),
    ("thay thế Nghị định số 12/2025/NĐ-CP", ["replaces"]),
    ("Bãi bỏ khoản 1 Điều 5 Nghị định số 12/2025/NĐ-CP.", ["repeals"]),
    ("Thông tư số 40/2020/TT-BTTTT hết hiệu lực kể từ ngày 01/01/2026.", ["repeals"]),
    ("đính chính Thông tư số 40/2020/TT-BTTTT", ["corrects"]),
    ("quy định chi tiết một số điều và biện pháp thi hành Luật Đấu thầu số 22/2023/QH15", ["guides"]),
    ("Văn phòng nhận được Công văn số 24/SNV-TCBC của Sở Nội vụ", ["responds_to"]),
    ("Xét đề nghị của Sở Nội vụ tại Tờ trình số 24/TTr-SNV", ["responds_to"]),
    ("Quy chế ban hành kèm theo Quyết định số 5/QĐ-UBND", ["attaches"]),
    ("báo cáo kết quả thực hiện Chỉ thị số 13/CT-TTg", ["reports_on"]),
    ("sơ kết 6 tháng việc thực hiện Chỉ thị số 13/CT-TTg", ["reports_on"]),
    ("Chính phủ đã ban hành Nghị định số 12/2025/NĐ-CP.", ["mentions"]),
    ("Theo dõi, giám sát các nội dung (Nghị định số 12/2025/NĐ-CP).", ["mentions"]),
    (
        "Thực hiện Nghị quyết số 1/NQ-CP về việc triển khai Cổng dịch vụ công; Nghị quyết số 2/NQ-CP.",
        ["implements"] * 2,
    ),
    (
        "Căn cứ Nghị định số 1/2025/NĐ-CP quy định chi tiết Luật Đầu tư; Nghị định số 2/2025/NĐ-CP;",
        ["basis", "guides", "basis"],
    ),
    ("Căn cứ Luật Đầu tư số 61/2020/QH14 được sửa đổi, bổ sung bởi Luật số 90/2025/QH15;", ["basis"] * 2),
    ("Tổ chức thực hiện nghiêm:\n- Nghị quyết số 1/NQ-CP;\n- Nghị quyết số 2/NQ-CP.", ["implements"] * 2),
    ("sửa đổi các Thông tư có liên quan (Thông tư số 47/2020/TT-BCT)", ["amends"]),
    (
        "Về Kết luận của Ủy ban tại Thông báo số 5/TB-SNV, Phó Thủ tướng có ý kiến như sau:",
        ["responds_to"],
    ),
    (
        "1. Căn cứ pháp lý để thẩm định\n- Luật Thủy lợi số 08/2017/QH14;\n- Nghị định số 5/2026/NĐ-CP;",
        ["basis", "basis"],
    ),
    ("5. Ban Chỉ đạo của tỉnh (Quyết định số 632-QĐ/TU) điều phối chung.", ["mentions"]),
    ("thực hiện các nhiệm vụ và giải pháp đề ra tại Quyết định số 12/QĐ-UBND", ["directed_by"]),
    ("Bám sát nội dung Nghị quyết số 163/2024/QH15 của Quốc hội.", ["directed_by"]),
    # a list of documents that have lapsed, and by what each was replaced
    (
        "DANH MỤC\nVĂN BẢN HẾT HIỆU LỰC TOÀN BỘ\nSTT\n1\nThông tư số 3/2017/TT-BNV về máy in\n"
        "Được thay thế bởi Thông tư số 1/2024/TT-BNV\n2\nThông tư số 4/2017/TT-BNV",
        ["repeals", "mentions", "repeals"],
    ),
    # B can amend no law: it takes the relation of the decree whose title the law stands in
    (
        "Theo Nghị định số 1/2022/NĐ-CP quy định chi tiết Luật Giá được sửa đổi, bổ sung bởi "
        "Nghị định số 2/2025/NĐ-CP và Nghị định số 3/2026/NĐ-CP",
        ["directed_by", "guides", "directed_by", "directed_by"],
    ),
    # a decree details no circular: the outer list goes on
    (
        "theo quy định tại Nghị định số 1/2022/NĐ-CP quy định chi tiết Luật Giá và Thông tư số 2/2022/TT-BTC",
        ["directed_by", "guides", "directed_by"],
    ),
    (
        "theo Nghị định số 1/2011/NĐ-CP sửa đổi Nghị định số 2/2006/NĐ-CP, Nghị định số 3/2012/NĐ-CP "
        "quy định một số chế độ, được sửa đổi, bổ sung tại Nghị định số 4/2025/NĐ-CP",
        ["directed_by", "amends", "directed_by", "directed_by"],
    ),
    (
        "Các văn bản sau đây hết hiệu lực thi hành:\na) Nghị định số 1/2015/NĐ-CP quy định chi tiết Luật Giá;\n"
        "b) Nghị định số 2/2018/NĐ-CP quy định chi tiết Luật Phí và lệ phí;",
        ["repeals", "guides", "repeals", "guides"],
    ),
    # scanners change the marks of letters
    ("tiệp theo Công văn số 12/SNV-TCBC", ["mentions"]),
    ("sửa đôi, bỗ sung một số điều của Nghị định số 12/2025/NĐ-CP", ["amends"]),
    ("Theo để nghị của Sở Nội vụ tại Công văn số 12/SNV-TCBC", ["responds_to"]),
    # the verb that opens a sentence governs over a long object
    (
        "Căn cứ quy định về việc nghiên cứu, tiếp thu ý kiến và chỉnh lý hồ sơ sau phiên thảo luận tại khoản 2 Điều 4 "
        "Nghị định số 12/2025/NĐ-CP và Nghị định số 13/2025/NĐ-CP, Sở Nội vụ báo cáo như sau.",
        ["basis"] * 2,
    ),
    (
        "2. Điều chỉnh danh mục dự án khai thác và tọa độ dự án thăm dò quặng sắt trên địa bàn tỉnh A (mỏ Núi Đỏ) "
        "tại mục 1\nPhụ lục VI.10 kèm theo Quyết định số 8/QĐ-TTg.",
        ["amends"],
    ),
    # a list spells out the object: the verb before it governs, over the list's own lead-in too
    (
        "Quán triệt, triển khai có hiệu quả các quy định của pháp luật về văn thư, nhất là: Luật Lưu trữ, "
        "Chỉ thị số 5/CT-TTg về văn thư; Kế hoạch số 6/KH-UBND.",
        ["implements"] * 3,
    ),
    (
        "1. Thực hiện nghiêm quy định pháp luật và chỉ đạo của Tỉnh ủy:\n- Theo dõi kết quả hằng quý.\n"
        "- Nghị định số 5/2025/NĐ-CP về đấu thầu.\n- Các Thông tư về hồ sơ mời thầu: số 6/2025/TT-BTC.",
        ["implements"] * 2,
    ),
    # a document that acts itself
    ("chế độ cũ áp dụng đến trước ngày Luật số 5/2025/QH15 có hiệu lực", ["mentions"]),
    ("Theo báo cáo, Nghị định số 12/2025/NĐ-CP không quy định việc này.", ["mentions"]),
    ("Hiệu lực thi hành của Nghị định số 12/2025/NĐ-CP đã rõ.", ["mentions"]),
    ("phòng ngừa bạo lực trên cơ sở giới theo Luật số 5/2022/QH15", ["directed_by"]),
    ("Căn cứ quy định nêu trên, hàng hóa nêu tại Nghị định số 12/2025/NĐ-CP được miễn.", ["mentions"]),
    ("Thực hiện ý kiến của Ban Tổ chức Tỉnh ủy tại Công văn số 12-CV/BTCTU", ["directed_by"]),
    (
        "Tuyên truyền sâu rộng Nghị định số 12/2025/NĐ-CP; quán triệt, phổ biến Nghị quyết số 5-NQ/TU",
        ["mentions", "implements"],
    ),
    ("Thể chế hóa đầy đủ quan điểm của Nghị quyết số 5-NQ/TU", ["implements"]),
    ("rà soát thủ tục thay thế được công bố tại Quyết định số 5/QĐ-BYT", ["mentions"]),
    ("Căn cứ Thông tư số 1/2016/TT-BYT được thay thế bởi Thông tư số 2/2024/TT-BYT;", ["basis"] * 2),
    (
        "Thực hiện ủy quyền của Thủ tướng (trước khi hợp nhất hai tỉnh) tại Văn bản số 5/TTg-KTN",
        ["directed_by"],
    ),
    (
        "quy định tại khoản 2 Điều 7 Luật Đất đai và sửa đổi, bổ sung một số nội dung về tiền thuê đất tại Nghị định "
        "số 3/2024/NĐ-CP",
        ["directed_by", "amends"],
    ),
    (
        "Sở phân cấp căn cứ điều kiện cụ thể; tại khoản 3 Điều 9 Nghị định số 1/2026/NĐ-CP, Ủy ban nhân dân tỉnh "
        "được giao phân cấp.",
        ["mentions"],
    ),
    # a bracket that only adds a document; the list goes on after it
    (
        "Thực hiện Nghị quyết số 1/NQ-HĐND phê duyệt chủ trương đầu tư khu công nghệ (Nghị quyết số 1/NQ-HĐND), "
        "Nghị quyết số 2/NQ-CP về đầu tư.",
        ["implements", "mentions", "implements"],
    ),
    (
        "Thực hiện Chỉ thị số 1/CT-TTg; Sở Xây dựng đã ban hành phương án bảo vệ khoáng sản trên địa bàn toàn tỉnh "
        "tại Quyết định số 3/QĐ-SXD.",
        ["implements", "mentions"],
    ),
    ("thực hiện đánh giá tác động các thủ tục tại Quyết định số 5/QĐ-UBND", ["mentions"]),
    ("Đề nghị tham khảo Công văn số 12/SNV-TCBC gửi Sở Y tế (gửi kèm theo Công văn này).", ["attaches"]),
    (
        "Về các vướng mắc khi thực hiện Nghị định số 1/2025/NĐ-CP nêu tại Công văn số 12/STC-NS, Sở Nội vụ có ý kiến như sau:",
        ["implements", "responds_to"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_nearest_trigger_governs_the_citation_and_its_list(text: str, expected: list[str]) -> None:
    assert relation_of(text) == expected


@pytest.mark.parametrize("row", rows("relations"), ids=lambda row: row["trigger"])
def test_every_trigger_names_a_relation_and_shows_an_example(row: dict[str, str]) -> None:
    assert row["relation"] in {*Relation, "inherit", "inherit replaces", "inherit repeals", "ignore"}
    assert row["reach"] in {"near", "far"}
    assert row["source"]
    words = [part.strip() for part in row["trigger"].split("…")]
    assert all(part in row["example"].lower() for part in words)


def test_a_trigger_out_of_reach_has_another_object() -> None:
    text = "thực hiện " + "việc khác " * 30
    assert relations.nearest(text, 0, len(text)) is None
