import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.agencies.actors import actors_at, is_definite, is_named
from loaders.text.coding import words_of
from loaders.text.flat import flatten


def names(text: str, *, semicolons: bool = True) -> list[str]:
    """The printed actors at the start of a text."""
    words = words_of(flatten(text).text)
    found = actors_at(words, 0, semicolons=semicolons)
    return [words.printed(a.start, a.end) for a in found.actors] if found else []


LISTS = [
    # a name holds "và" and commas
    ("Sở Khoa học và Công nghệ chủ trì", ["Sở Khoa học và Công nghệ"]),
    ("Sở Văn hoá, Thể thao và Du lịch hướng dẫn", ["Sở Văn hoá, Thể thao và Du lịch"]),
    ("Bộ Nông nghiệp và Môi trường, Bộ Y tế rà soát", ["Bộ Nông nghiệp và Môi trường", "Bộ Y tế"]),
    ("Sở KH&CN; Sở Nội vụ", ["Sở KH&CN", "Sở Nội vụ"]),
    ("Phòng Văn hóa, Khoa học và Thông tin tổng hợp", ["Phòng Văn hóa, Khoa học và Thông tin"]),
    # misprints that keep their shape
    ("Sở Khoa học bvaf Công nghệ tổ chức", ["Sở Khoa học bvaf Công nghệ"]),
    # a name that begins like a verb
    ("Sở Xây dựng xây dựng kế hoạch", ["Sở Xây dựng"]),
    ("Trung tâm Phục vụ hành chính công tỉnh phục vụ", ["Trung tâm Phục vụ hành chính công tỉnh"]),
    ("Ban Quản lý các Khu công nghiệp tỉnh báo cáo", ["Ban Quản lý các Khu công nghiệp tỉnh"]),
    (
        "Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia theo dõi",
        ["Văn phòng Ban chỉ đạo phòng thủ dân sự quốc gia"],
    ),
    # groups
    (
        "Các sở, ban, ngành tỉnh và UBND các huyện, thị xã, thành phố:",
        ["Các sở, ban, ngành tỉnh", "UBND các huyện, thị xã, thành phố"],
    ),
    (
        "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường nghiêm túc",
        ["Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã, phường"],
    ),
    (
        "Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ chỉ đạo",
        ["Bộ trưởng", "Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ"],
    ),
    ("Các Bộ: Quốc phòng, Công an chủ động", ["Các Bộ: Quốc phòng, Công an"]),
    ("các Bộ, cơ quan liên quan và các địa phương:", ["các Bộ, cơ quan liên quan", "các địa phương"]),
    ("các cơ quan, đơn vị có liên quan tham mưu", ["các cơ quan, đơn vị có liên quan"]),
    ("Sở Tài chính và cơ quan, địa phương liên quan", ["Sở Tài chính", "cơ quan, địa phương liên quan"]),
    (
        "Các sở, ban, ngành, tổ chức chính trị - xã hội, UBND các xã, phường chịu trách nhiệm",
        ["Các sở, ban, ngành, tổ chức chính trị - xã hội", "UBND các xã, phường"],
    ),
    ("Ủy ban nhân dân phường, xã, đặc khu căn cứ", ["Ủy ban nhân dân phường, xã, đặc khu"]),
    ("UBND các xã, phường, đặc khu Bình An thực hiện", ["UBND các xã, phường, đặc khu Bình An"]),
    (
        "Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa:",
        ["Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Khánh Hòa"],
    ),
    # one person, two offices
    (
        "Bộ trưởng Bộ Tài chính - Phó Trưởng ban Ban Chỉ đạo 389 quốc gia tập trung",
        ["Bộ trưởng Bộ Tài chính - Phó Trưởng ban Ban Chỉ đạo 389 quốc gia"],
    ),
    ("Ngân hàng Nhà nước - Chi nhánh Đồng Nai hướng dẫn", ["Ngân hàng Nhà nước - Chi nhánh Đồng Nai"]),
    ("tỉnh Đắk Lắk cần tiếp tục", ["tỉnh Đắk Lắk"]),
    ("ngành công thương và các địa phương", ["ngành công thương", "các địa phương"]),
    # line breaks, markdown and table walls inside a name
    ("Sở\nKhoa học **và** Công\n\nnghệ chủ trì", ["Sở Khoa học và Công nghệ"]),
    # no actors
    ("tổ chức thực hiện tốt", []),
    ("ban hành quyết định", []),
    ("Cơ sở dữ liệu quốc gia về dân cư", []),
    ("các trường hợp vi phạm", []),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_actors(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_actors_are_found_in_decomposed_text(text: str, expected: list[str]) -> None:
    assert names(unicodedata.normalize("NFD", text)) == expected


def test_a_semicolon_ends_a_clause_unless_a_list_is_read() -> None:
    text = "UBND tỉnh; Sở Y tế phối hợp"
    assert names(text, semicolons=False) == ["UBND tỉnh"]
    assert names(text, semicolons=True) == ["UBND tỉnh", "Sở Y tế"]


@pytest.mark.parametrize(
    ("text", "named", "definite"),
    [("Sở Y tế", True, True), ("các cơ quan, đơn vị", False, True), ("doanh nghiệp liên quan", False, True)],
)
def test_kinds_of_actors(text: str, named: bool, definite: bool) -> None:
    words = words_of(text)
    found = actors_at(words, 0)
    assert found is not None
    assert (is_named(words, found.actors[0]), is_definite(words, found.actors[0])) == (named, definite)


WORDS = st.lists(
    st.sampled_from(
        [
            "Sở",
            "các",
            "sở",
            "ban",
            "ngành",
            "tỉnh",
            "UBND",
            "và",
            ",",
            ";",
            ":",
            "-",
            "(",
            ")",
            "Bộ",
            "Y",
            "tế",
            "Chủ",
            "tịch",
            "của",
            "xã",
            "phường",
            "báo",
            "cáo",
            "chủ",
            "trì",
        ]
    ),
    max_size=40,
)


@given(WORDS)
def test_actors_stand_side_by_side_inside_the_text(parts: list[str]) -> None:
    words = words_of(" ".join(parts))
    for index in range(len(words)):
        found = actors_at(words, index, semicolons=True)
        if found is None:
            continue
        assert found.actors[0].start == index
        places = [place for actor in found.actors for place in (actor.start, actor.end)]
        assert places == sorted(places)
        assert found.end == places[-1] <= len(words)
