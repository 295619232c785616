"""The two accounts of one card, on days that are written out."""

from dataclasses import replace
from math import log

import pytest

from frontdesk.domain.trust.outliers.accounts import Day, Known, weigh
from frontdesk.domain.trust.outliers.habits import GRID, posterior

ANY_HOUR = (1.0, 1.0)
OWN_HOUR = (1.0, 6.0)
"""Two sorts of person: one comes at the shop's hours, one keeps to their own."""

SELDOM = Known(
    [(own + 1 / len(GRID)) / 2 for own in posterior(2, 40)],
    (0.5, 0.5),
    was_here=True,
    standing=None,
    noted=0.001,
)


def days(
    drawn: str, *, hour: tuple[float, float] = ANY_HOUR, served: float = 0.5, noted: int = 0
) -> list[Day]:
    """`M`: stamped by this one, `o`: by somebody else; `-`: not stamped at a shift, `.`: nor while off."""
    found = []
    for place, mark in enumerate(drawn):
        visits = [hour] if mark in "Mo" else []
        mine = visits if mark == "M" else []
        on_shift = mark in "M-"
        found.append(Day(place, on_shift, visits, mine, 0.5 if on_shift else 0.0, served, noted * len(mine)))
    return found


def evidence(drawn: str, known: Known = SELDOM, **how: object) -> float:
    return weigh(days(drawn, **how), known)[0]  # type: ignore[arg-type]


def test_a_stamp_at_each_shift_since_a_day_is_a_friend_and_began_that_day() -> None:
    weighed, begun = weigh(days("--..--..--..--..MM..MM."), SELDOM)
    assert weighed > 5
    assert begun == 16


def test_who_comes_seldom_or_to_anybody_is_no_friend() -> None:
    assert evidence("-.-.-.M.-.-.-.-.-.-.-.") < 0
    assert evidence("MoMo-oMoMo.oMo-oMoMo") < 0


def test_each_shift_stamped_adds_and_each_shift_missed_takes_away() -> None:
    grown = [evidence("-.-.-.-.-." + "M." * shifts) for shifts in range(1, 6)]
    assert grown == sorted(grown)
    assert evidence("-.-.-.M.M.-.M.M.") < evidence("-.-.-.M.M.M.M.M.") - 1


def test_a_stamp_while_this_one_is_off_speaks_for_an_honest_customer() -> None:
    assert evidence("-.-.-.MoMoMoMo") < evidence("-.-.-.M.M.M.M.") - 3


def test_hours_of_their_own_speak_for_an_honest_customer() -> None:
    assert evidence("-.-.-.M.M.M.M.", hour=OWN_HOUR) < evidence("-.-.-.M.M.M.M.") - 2


def test_whom_this_one_always_served_is_no_news() -> None:
    assert evidence("-.-.-.M.M.M.M.", served=1.0) < evidence("-.-.-.M.M.M.M.", served=0.5) - 2


def test_a_pair_that_stood_for_long_is_no_news() -> None:
    stood = replace(SELDOM, standing=(0.9, 0.05))
    assert evidence("M.M.M.M.M.M.M.M.", stood) < evidence("M.M.M.M.M.M.M.M.", SELDOM) - 5


def test_stamps_without_a_purchase_speak_for_a_friend_only_where_the_shop_notes_purchases() -> None:
    notes = replace(SELDOM, noted=0.9)
    bare, bought = evidence("-.-.-.M.M.M.M.", notes), evidence("-.-.-.M.M.M.M.", notes, noted=1)
    silent = evidence("-.-.-.M.M.M.M.")
    assert bare > silent + 5
    assert bought == pytest.approx(silent - log(2), abs=0.1)


def test_a_purchase_where_hardly_any_are_noted_speaks_for_nobody() -> None:
    assert evidence("-.-.-.M.M.M.M.", noted=1) <= evidence("-.-.-.M.M.M.M.")


def test_where_most_come_daily_a_new_face_who_does_is_told_as_honest() -> None:
    daily = replace(SELDOM, rates=[p / sum(GRID) for p in GRID], was_here=False)
    assert evidence("...-.MoMoMoM", daily, hour=OWN_HOUR) < 0
