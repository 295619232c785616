"""A programme's terms change from a day on, and a change that has not come yet can be taken back."""

from dataclasses import replace

from frontdesk.domain.loyalty.programmes import Look, Programme, Terms, stamp_card
from frontdesk.domain.said import Said

FIRST = stamp_card("Coffee card", 5, "coffee").terms
DEARER = stamp_card("Coffee card", 8, "coffee").terms


def programme(*versions: tuple[int, Terms]) -> Programme:
    kept = (replace(terms, starts_at=at, id=number) for number, (at, terms) in enumerate(versions, start=1))
    return Programme(1, Look(Said("Coffee card")), tuple(kept))


def test_a_change_is_coming_until_its_day() -> None:
    changed = programme((0, FIRST), (1_000, DEARER))
    coming = changed.coming(999)
    assert coming is not None
    assert (coming.goal, coming.starts_at) == (8, 1_000)
    assert changed.coming(1_000) is None


def test_what_is_set_for_the_same_moment_later_is_what_comes() -> None:
    coming = programme((0, FIRST), (1_000, DEARER), (1_000, stamp_card("", 9, "coffee").terms)).coming(0)
    assert coming is not None
    assert coming.goal == 9


def test_a_change_that_was_taken_back_does_not_come() -> None:
    assert programme((0, FIRST), (1_000, DEARER), (1_000, FIRST)).coming(0) is None


def test_after_one_that_was_taken_back_the_next_one_comes() -> None:
    changed = programme((0, FIRST), (1_000, DEARER), (1_000, FIRST), (2_000, DEARER))
    coming = changed.coming(0)
    assert coming is not None
    assert coming.starts_at == 2_000
