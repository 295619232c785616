"""A surprise is for a regular who is likely to come today and has had none for long."""

from frontdesk.domain.care.surprises import REST, Regular, proposed, regulars, share_of_today
from frontdesk.domain.days import DAY

NOW = 1_000 * DAY


def who(*found: Regular, most: int = 9) -> list[int]:
    return [each.customer_id for each in proposed(found, most, NOW)]


def test_only_regulars_who_are_likely_to_come_today() -> None:
    loyal, rare, other_days = Regular(1, 8, 4), Regular(2, 7, 7), Regular(3, 30, 3)
    assert who(loyal, rare, other_days) == [1]


def test_nobody_twice_within_the_rest() -> None:
    lately, long_ago = Regular(1, 20, 8, NOW - REST + 1), Regular(2, 20, 8, NOW - REST)
    assert who(lately, long_ago) == [2]


def test_who_never_had_one_comes_first_then_the_likeliest_then_the_most_loyal() -> None:
    had = Regular(1, 40, 8, NOW - 2 * REST)
    longer = Regular(2, 20, 8, NOW - 3 * REST)
    often, oftener, likelier = Regular(3, 20, 5), Regular(4, 30, 5), Regular(5, 10, 6)
    assert who(had, longer, often, oftener, likelier) == [5, 4, 3, 2, 1]
    assert who(had, longer, often, most=1) == [3]


def test_the_order_in_which_they_are_found_does_not_matter() -> None:
    twins = [Regular(id_, 10, 5) for id_ in (7, 3, 5)]
    assert who(*twins) == who(*reversed(twins)) == [3, 5, 7]


def test_a_week_with_two_visits_on_this_day_counts_once() -> None:
    comings = [(1, 7), (1, 7), (1, 14), (1, 3), (2, 1)]
    assert set(regulars(comings, {1: 5})) == {Regular(1, 4, 2, 5), Regular(2, 1, 0)}


def test_a_day_proposes_its_part_of_the_weeks_budget() -> None:
    assert [share_of_today(left) for left in (-1, 0, 1, 5, 7, 8, 20)] == [0, 0, 1, 1, 1, 2, 3]
