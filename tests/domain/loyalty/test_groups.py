"""For how many people a shared card was stamped: as was said, but never by each for all."""

import pytest

from frontdesk.domain.loyalty.groups import people_of


@pytest.mark.parametrize(
    ("bought_for", "size", "people"),
    [
        ((), 1, 0),
        ((1, 1), 3, 2),
        ((3, 1), 3, 3),
        ((3, 3, 3), 3, 3),
        ((5,), 3, 5),
        ((5, 1), 3, 5),
        ((1, 1, 1, 1), 3, 4),  # one of them has left the group since
        ((0, 0, 1), 3, 1),
    ],
)
def test_nobody_is_counted_twice(bought_for: tuple[int, ...], size: int, people: int) -> None:
    assert people_of(bought_for, size) == people
