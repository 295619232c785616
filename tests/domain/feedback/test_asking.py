"""Whom to ask how the shop is doing: everybody alike, regularly and not too often."""

import pytest

from frontdesk.domain.days import DAY, WEEK
from frontdesk.domain.feedback.asking import NEVER, weeks_unasked

NOW = 1_800_000_000_000


@pytest.mark.parametrize(
    ("visits", "asked_at", "every", "weeks"),
    [
        (1, None, 8, None),
        (2, None, 8, NEVER),
        (200, None, 8, NEVER),
        (2, NOW - 8 * WEEK + DAY, 8, None),
        (2, NOW - 8 * WEEK, 8, 8),
        (9, NOW - 30 * WEEK, 8, 30),
        (9, NOW + DAY, 8, None),
        (9, None, 0, None),
        (9, NOW - 30 * WEEK, 0, None),
    ],
)
def test_they_are_asked_when_it_is_time(
    visits: int, asked_at: int | None, every: int, weeks: int | None
) -> None:
    assert weeks_unasked(visits, asked_at, every, NOW) == weeks
