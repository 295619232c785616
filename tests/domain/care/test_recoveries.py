"""The ways of a complaint: it ends by the customer's word, and no state is a trap."""

from datetime import date, datetime, timedelta

import pytest

from frontdesk.domain.care.playbooks import HANDLING, KINDS, Situation, StepKind, own_code, shipped
from frontdesk.domain.care.recoveries import (
    STANDING,
    TO_PUT_RIGHT,
    Recovery,
    RecoveryState,
    ask_now,
    next_states,
)
from frontdesk.domain.days import DAY
from frontdesk.domain.regulars.wall.expecting import may_come
from frontdesk.domain.regulars.wall.rhythms import Rhythm, RhythmKind

MONDAY = date(2026, 11, 16)


def in_state(state: RecoveryState, moved_at: int = 0) -> Recovery:
    return Recovery(1, None, "", "PRICE", None, state, 1, "Noy", "", "", 0, moved_at)


def test_only_what_is_put_right_can_be_confirmed() -> None:
    leading = {state for state in RecoveryState if RecoveryState.CONFIRMED in next_states(state)}
    assert leading == {RecoveryState.RESOLVED}


def test_from_every_state_that_stands_the_customers_word_can_be_reached() -> None:
    for state in STANDING:
        reached, seen = {state}, set[RecoveryState]()
        while reached - seen:
            at = (reached - seen).pop()
            seen.add(at)
            reached |= set(next_states(at))
        assert RecoveryState.CONFIRMED in seen, state


def test_a_mistake_is_one_only_while_nothing_was_done() -> None:
    assert {state for state in RecoveryState if RecoveryState.WITHDRAWN in next_states(state)} == TO_PUT_RIGHT
    assert not next_states(RecoveryState.WITHDRAWN)


def test_they_are_asked_after_three_days_or_the_same_day_where_it_cannot_wait() -> None:
    put_right = in_state(RecoveryState.RESOLVED, 1_000)
    assert not ask_now(put_right, 1_000 + 3 * DAY - 1, same_day=False)
    assert ask_now(put_right, 1_000 + 3 * DAY, same_day=False)
    assert ask_now(put_right, 1_000, same_day=True)
    assert not any(ask_now(in_state(state), 9 * DAY, same_day=True) for state in TO_PUT_RIGHT)


def test_every_playbook_that_ships_says_something_and_leads_to_the_manager() -> None:
    assert set(KINDS) == set(HANDLING) == set(Situation)
    for situation, kinds in KINDS.items():
        assert {StepKind.SAY, StepKind.DO, StepKind.CALL} <= set(kinds), situation
        assert (StepKind.GIVE in kinds) == bool(HANDLING[situation].goodwill), situation


def test_who_is_unwell_is_helped_before_anything_is_said_and_given_nothing() -> None:
    assert KINDS[Situation.UNWELL][0] is StepKind.DO
    assert StepKind.GIVE not in KINDS[Situation.UNWELL]
    assert HANDLING[Situation.UNWELL].calls
    assert HANDLING[Situation.UNWELL].same_day


def test_own_situations_are_told_from_those_that_ship() -> None:
    assert shipped("RUDE") is Situation.RUDE
    assert shipped(own_code(1)) is None


@pytest.mark.parametrize(
    ("kind", "fields", "comes"),
    [
        (RhythmKind.MOST_DAYS, {}, True),
        (RhythmKind.HERE_BEFORE, {}, False),
        (RhythmKind.LAST_SEEN, {}, False),
        (RhythmKind.WEEKLY, {"weekday": 0}, True),
        (RhythmKind.WEEKLY, {"weekday": 1}, False),
        (RhythmKind.EVERY, {"days": 4}, True),
        (RhythmKind.EVERY, {"days": 5}, False),
    ],
)
def test_who_may_come_today(kind: RhythmKind, fields: dict[str, int], comes: bool) -> None:
    last = datetime(2026, 11, 16, 9) - timedelta(days=3)
    assert may_come(Rhythm(kind, last, **fields), MONDAY) is comes  # type: ignore[arg-type]
