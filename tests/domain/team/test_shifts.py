"""Who is here, from what was done and from what was said; and what a tap on the plan says next."""

from frontdesk.domain.team.shifts import ALL_DAY, EARLY, LATE, Hours, next_hours, on_duty

LA, LU, TA = 1, 2, 3


def test_whoever_is_at_the_till_is_here_first() -> None:
    assert on_duty(TA, [(LU, 20), (LA, 10)], {}) == (TA, LU, LA)
    assert on_duty(LU, [(LU, 20)], {LU: (False, 30)}) == (LU,)


def test_whom_somebody_said_to_have_come_is_here() -> None:
    assert on_duty(TA, [(LU, 20)], {LA: (True, 30), LU: (True, 10)}) == (TA, LU, LA)


def test_whoever_went_home_is_not_here_until_they_do_something() -> None:
    assert on_duty(TA, [(LU, 20)], {LU: (False, 20)}) == (TA,)
    assert on_duty(TA, [(LU, 21)], {LU: (False, 20)}) == (TA, LU)


def test_taps_on_the_plan_go_round() -> None:
    said = [None]
    for _ in range(4):
        said.append(next_hours(said[-1]))
    assert said == [None, ALL_DAY, EARLY, LATE, None]
    assert next_hours(Hours(600, 700)) is None
