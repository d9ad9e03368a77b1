"""Names of systems, portals and databases."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.topics import read_topics


@pytest.mark.parametrize(
    ("text", "name", "kind", "printed"),
    [
        (
            "nâng cấp Hệ thống\nthông tin giải quyết TTHC của tỉnh",
            "Hệ thống thông tin giải quyết thủ tục hành chính",
            "system",
            "Hệ thống\nthông tin giải quyết TTHC",
        ),
        (
            "chức năng của hệ thống thông tin giải quyết thủ tục hành chính",
            "Hệ thống thông tin giải quyết thủ tục hành chính",
            "system",
            "hệ thống thông tin giải quyết thủ tục hành chính",
        ),
        (
            "lên Cổng dịch vụ công quốc gia.",
            "Cổng Dịch vụ công quốc gia",
            "portal",
            "Cổng dịch vụ công quốc gia",
        ),
        ("đóng Cổng dịch vụ công của tỉnh", "Cổng Dịch vụ công", "portal", "Cổng dịch vụ công"),
        ("- Cổng TTĐT tỉnh;", "Cổng Thông tin điện tử", "portal", "Cổng TTĐT"),
        (
            "với CSDL Quốc gia về Dân cư theo",
            "Cơ sở dữ liệu quốc gia về dân cư",
            "database",
            "CSDL Quốc gia về Dân cư",
        ),
        (
            "Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức trước ngày 06/12",
            "Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức",
            "database",
            "Cơ sở dữ liệu quốc gia về cán bộ, công chức, viên chức",
        ),
        (
            "Nền tảng tích hợp, chia sẻ dữ liệu quốc gia",
            "Nền tảng tích hợp, chia sẻ dữ liệu quốc gia",
            "platform",
            None,
        ),
        ("trên Hệ thống 751 chỉ ghi nhận", "Hệ thống 751", "system", "Hệ thống 751"),
        ("qua Hệ thống eCoSys dưới dạng", "Hệ thống eCoSys", "system", "Hệ thống eCoSys"),
        (
            "trên Hệ thống Hồ sơ sức khỏe điện tử của tỉnh",
            "Hệ thống Hồ sơ sức khỏe điện tử",
            "system",
            "Hệ thống Hồ sơ sức khỏe điện tử",
        ),
    ],
)
def test_names(text: str, name: str, kind: str, printed: str | None) -> None:
    (topic,) = read_topics(text)
    assert (topic.name, topic.kind) == (name, kind)
    assert text[topic.start : topic.end] == (printed or text)


@pytest.mark.parametrize(
    "text",
    [
        "sắp xếp tổ chức bộ máy trong hệ thống chính trị",
        "Hệ thống các cơ quan báo chí",
        "Hệ thống thông tin của tỉnh",
        "các hệ thống cụ thể và xử lý quy trình",
        "Chương trình mục tiêu quốc gia; Đề án 06",
        "cổng trường học",
    ],
)
def test_no_names(text: str) -> None:
    assert read_topics(text) == ()


def test_a_name_inside_another_counts_once() -> None:
    text = "Hệ thống quản lý văn bản và điều hành với Cổng Dịch vụ công quốc gia"
    assert [topic.kind for topic in read_topics(text)] == ["system", "portal"]


PIECES = st.sampled_from(
    [
        "Hệ thống",
        "hệ thống",
        "thông tin",
        "giải quyết",
        "TTHC",
        "Cổng",
        "751",
        "của",
        ",",
        "|",
        "\n",
        "quốc gia",
        "*",
    ]
)


@given(st.lists(PIECES, max_size=20).map(" ".join), st.sampled_from(["NFC", "NFD"]))
def test_spans_lie_in_the_text_and_apart(text: str, form: str) -> None:
    topics = read_topics(unicodedata.normalize(form, text))
    assert [topic.name for topic in topics] == [topic.name for topic in read_topics(text)]
    ends = [0]
    for topic in topics:
        assert ends[-1] <= topic.start < topic.end
        ends.append(topic.end)


def test_a_portal_that_only_gets_a_copy_is_no_topic() -> None:
    text = "Cập nhật lên Cổng Dịch vụ công quốc gia.\nNơi nhận:\n- Cổng TTĐT tỉnh;"
    assert [topic.name for topic in read_topics(text, [(text.index("Nơi"), len(text))])] == [
        "Cổng Dịch vụ công quốc gia"
    ]
