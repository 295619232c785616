"""People keep their places on the wall; only those who leave are replaced."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.regulars.wall.places import keeping_places


def test_only_who_leaves_is_replaced() -> None:
    assert keeping_places([1, 2, 3, 4], [4, 5, 1, 3]) == [1, 5, 3, 4]


def test_an_empty_wall_takes_the_order_of_likelihood() -> None:
    assert keeping_places([], [3, 1, 2]) == [3, 1, 2]


def test_where_fewer_are_likely_the_last_come_forward() -> None:
    assert keeping_places([1, 2, 3, 4], [4, 3]) == [4, 3]
    assert keeping_places([1, 2, 3, 4], [4, 1]) == [1, 4]


@given(st.lists(st.integers(0, 40), unique=True), st.lists(st.integers(0, 40), unique=True))
def test_the_same_people_stand_there_and_nobody_moves_without_need(
    before: list[int], likely: list[int]
) -> None:
    after = keeping_places(before, likely)
    assert sorted(after) == sorted(likely)
    for place, each in enumerate(before[: len(likely)]):
        if each in likely:
            assert after[place] == each
