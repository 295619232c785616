"""One honest suggestion: only where enough orders speak for it."""

from frontdesk.domain.day_parts import DayPart
from frontdesk.domain.regulars.suggesting import LEAST_ORDERS, Together

MORNING, EVENING = DayPart.MORNING, DayPart.EVENING


def together(*orders: tuple[int, str], part: DayPart = MORNING) -> Together[str]:
    """So many orders of the things that are named, with a blank between them."""
    counted = Together[str]()
    for times, things in orders:
        for _ in range(times):
            counted.observe(part, things.split())
    return counted


def test_what_is_taken_along_is_told_with_its_numbers() -> None:
    found = together((34, "coffee croissant"), (46, "coffee"), (100, "tea")).companion(MORNING, ["coffee"])
    assert found is not None
    assert (found.item, found.along, found.times, found.orders) == ("croissant", "coffee", 34, 80)


def test_few_orders_say_nothing() -> None:
    few = together((LEAST_ORDERS - 1, "coffee croissant"), (100, "tea"))
    assert few.companion(MORNING, ["coffee"]) is None
    assert few.popular(MORNING, 1) == ["tea"]


def test_what_is_taken_along_seldom_is_not_suggested() -> None:
    assert (
        together((20, "coffee croissant"), (61, "coffee"), (100, "tea")).companion(MORNING, ["coffee"])
        is None
    )


def test_what_everybody_takes_anyway_is_no_suggestion() -> None:
    common = together((40, "coffee water"), (40, "coffee"), (40, "tea water"), (40, "tea"))
    assert common.companion(MORNING, ["coffee"]) is None


def test_each_part_of_the_day_speaks_for_itself() -> None:
    counted = together((40, "coffee croissant"), (100, "tea"))
    assert counted.companion(EVENING, ["coffee"]) is None
    assert counted.popular(EVENING, 3) == []


def test_what_is_ordered_or_unwanted_is_not_suggested() -> None:
    counted = together((40, "coffee croissant"), (30, "coffee cake"), (200, "tea"))
    found = counted.companion(MORNING, ["coffee"], {"croissant"})
    assert found is not None
    assert found.item == "cake"
    assert counted.companion(MORNING, ["coffee", "cake", "croissant"]) is None


def test_two_of_a_thing_in_one_order_count_once() -> None:
    counted = together((30, "coffee coffee croissant croissant"), (100, "tea"))
    found = counted.companion(MORNING, ["coffee"])
    assert found is not None
    assert (found.times, found.orders) == (30, 30)


def test_an_order_of_nothing_is_none() -> None:
    counted = together((50, ""), (19, "coffee croissant"))
    assert counted.popular(MORNING, 3) == []
