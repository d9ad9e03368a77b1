"""Where the cards stand."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from chidao.render.lanes import HEIGHT, PER_ROW, WIDTH, positions

lanes = st.dictionaries(st.text("abcdefghij", min_size=1, max_size=3), st.integers(1, 9), min_size=1)


@given(lanes, st.data())
def test_no_two_cards_overlap_and_lanes_go_down(lane_of: dict[str, int], data: st.DataObject) -> None:
    names = st.sampled_from(sorted(lane_of))
    edges = data.draw(st.lists(st.tuples(names, names)))
    places = positions(lane_of, edges)
    assert set(places) == set(lane_of)
    assert len(set(places.values())) == len(places)
    for (one, lane), (other, below) in permutations(lane_of.items(), 2):
        if lane < below:
            assert places[one][1] < places[other][1]
        if places[one][1] == places[other][1]:
            assert abs(places[one][0] - places[other][0]) >= WIDTH


def test_a_long_lane_goes_on_in_a_second_row() -> None:
    places = positions({f"n{number:02}": 8 for number in range(PER_ROW + 2)}, [])
    assert {y for _, y in places.values()} == {0, HEIGHT}


def test_lines_do_not_cross_where_they_need_not() -> None:
    lane_of = {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2, "z": 2}
    places = positions(lane_of, [("x", "c"), ("y", "b"), ("z", "a")])
    for low, high in (("x", "c"), ("y", "b"), ("z", "a")):
        assert places[low][0] == places[high][0]
