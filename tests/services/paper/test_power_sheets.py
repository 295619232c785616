"""A sheet that was ticked by hand is keyed in: each line once, at its time, and nothing lost."""

import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.loyalty.limits import Limits
from frontdesk.domain.loyalty.programmes import Accrual, Gifts
from frontdesk.domain.paper.power_sheets import (
    MOST_PEOPLE,
    Free,
    KeyedLine,
    KeyedOutcome,
    PowerSheet,
    Written,
    act_id,
    lines_for,
    sum_of,
)
from frontdesk.domain.refusals import Refused
from tests.conftest import FakeClock
from tests.services.counter_acts import (
    balance,
    enrol,
    hire,
    in_order,
    merge,
    promise,
    redeem,
    refusal,
    tap,
    visits,
)

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@pytest.fixture
def people(desk: FrontDesk) -> tuple[int, int, int]:
    return enrol(desk, "Noy"), enrol(desk, "Keo"), enrol(desk, "Lu")


def test_who_was_served_today_is_on_the_sheet_and_regulars_come_first(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock
) -> None:
    noy, keo, lu = people
    for _ in range(3):
        tap(desk, keo)
        clock.forward(days=1)
    tap(desk, noy)
    assert [each.customer_id for each in desk.power_sheets.candidates(desk.now())] == [keo, noy, lu]
    for number in range(MOST_PEOPLE):
        enrol(desk, f"Guest {number}")
    offered = desk.power_sheets.candidates(desk.now())
    assert len(offered) == MOST_PEOPLE
    assert [each.customer_id for each in offered[:2]] == [keo, noy]


@pytest.fixture
def sheet(desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock) -> Iterator[PowerSheet]:
    """A sheet of three people, and the next day's evening; the store is in order whatever the test did."""
    yield _made(desk, people, clock)
    in_order(desk)


def _made(desk: FrontDesk, people: tuple[int, ...], clock: FakeClock) -> PowerSheet:
    made = desk.submit(desk.power_sheets.make, desk.act(), people).result()
    clock.forward(hours=8)
    return made


def at(desk: FrontDesk, hour: int, minute: int = 0, days: int = 0) -> int:
    day = desk.today() - timedelta(days=days)
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=desk.zone).timestamp() * 1000)


def line(
    desk: FrontDesk, sheet: PowerSheet, number: int, came_at: int, stamps: int = 1, *, free: bool = False
) -> Written:
    row = sheet.row(number)
    assert row is not None
    return Written(sheet.id, number, row.customer_id, came_at, stamps, free)


def key(desk: FrontDesk, written: Written) -> KeyedOutcome:
    act = desk.keying_in.act_for(desk.act(), written)
    return desk.submit(desk.keying_in.key_in, act, written).result()


def stands(outcome: KeyedOutcome) -> KeyedLine:
    assert outcome.line is not None
    return outcome.line


def take_back(desk: FrontDesk, outcome: KeyedOutcome) -> KeyedOutcome:
    return desk.submit(desk.keying_in.undo, desk.act(), outcome.gesture).result()


def test_a_sheet_remembers_its_lines_and_what_the_cards_had(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock
) -> None:
    tap(desk, people[1], 5)
    made = _made(desk, people, clock)
    tap(desk, people[0])
    (again,) = desk.power_sheets.sheets()
    assert again == made
    assert [(row.line, row.customer_id, row.stamps, row.ready) for row in made.rows] == [
        (1, people[0], 0, False),
        (2, people[1], 5, True),
        (3, people[2], 0, False),
    ]
    assert (made.number, made.lines, made.row(4)) == (1, 28, None)
    assert _made(desk, people, clock).number == 2
    in_order(desk)


def test_the_same_act_makes_one_sheet(desk: FrontDesk, people: tuple[int, int, int]) -> None:
    act = desk.act()
    made = desk.submit(desk.power_sheets.make, act, people).result()
    assert desk.submit(desk.power_sheets.make, act, people).result() == made
    assert desk.power_sheets.sheets() == (made,)


def test_stamps_lie_in_the_visit_of_the_written_time(desk: FrontDesk, sheet: PowerSheet) -> None:
    noy = sheet.rows[0].customer_id
    outcome = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 3))
    assert outcome.card.balance == balance(desk, noy) == 3
    assert (stands(outcome).earned, stands(outcome).free) == (3, Free.NONE)
    assert noy in outcome.changes.customers
    (visit,) = desk.greetings.open(noy, desk.now()).recent
    assert visit.started_at == at(desk, 9, 15)
    assert desk.loyalty.history(noy)[0].at == desk.now(), "the ledger says when it was written"


def test_lines_within_half_an_hour_are_one_visit_by_the_terms_of_then(
    desk: FrontDesk, sheet: PowerSheet
) -> None:
    promise(desk, Accrual(most_per_visit=2))
    noy = sheet.rows[0].customer_id
    for minute in (15, 25, 40):
        outcome = key(desk, line(desk, sheet, 1, at(desk, 9, minute)))
        # The terms of the morning had no cap: what the owner set since holds from now on only.
        assert stands(outcome).earned == 1
    assert visits(desk, noy) == 1


def test_a_cap_of_that_time_holds_and_what_it_held_back_comes_with_an_undo(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock
) -> None:
    promise(desk, Accrual(most_per_visit=2))
    clock.forward(minutes=5)
    sheet = _made(desk, people, clock)
    first = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 2))
    second = key(desk, line(desk, sheet, 1, at(desk, 9, 30)))
    assert stands(second).earned == 0, "noted, and not given"
    take_back(desk, first)
    assert balance(desk, people[0]) == 1
    take_back(desk, second)
    assert (balance(desk, people[0]), visits(desk, people[0])) == (0, 0)
    in_order(desk)


def test_keyed_in_twice_is_keyed_in_once(desk: FrontDesk, sheet: PowerSheet) -> None:
    written = line(desk, sheet, 1, at(desk, 9, 15), 2)
    first, second = key(desk, written), key(desk, written)
    assert (first.repeated, second.repeated) == (False, True)
    assert second.line == first.line
    assert balance(desk, sheet.rows[0].customer_id) == 2


def test_taken_back_it_can_be_keyed_in_anew(desk: FrontDesk, sheet: PowerSheet) -> None:
    noy = sheet.rows[0].customer_id
    wrong = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 4))
    back = take_back(desk, wrong)
    assert (back.line, back.card.balance, visits(desk, noy)) == (None, 0, 0)
    right = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 1))
    assert (right.repeated, balance(desk, noy), visits(desk, noy)) == (False, 1, 1)
    with pytest.raises(Refused) as raised:
        take_back(desk, wrong)
    assert refusal(raised) == ("ALREADY_UNDONE", None)


def test_an_undo_from_the_history_frees_the_line_too(desk: FrontDesk, sheet: PowerSheet) -> None:
    outcome = key(desk, line(desk, sheet, 1, at(desk, 9, 15)))
    desk.submit(desk.loyalty.undo, desk.act(), outcome.gesture).result()
    assert desk.keying_in.keyed(sheet.id) == ()


def test_a_free_one_that_the_card_bears_is_taken_with_the_line(desk: FrontDesk, sheet: PowerSheet) -> None:
    noy = sheet.rows[0].customer_id
    tap(desk, noy, 4)
    outcome = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 1, free=True))
    assert stands(outcome).free is Free.TAKEN
    assert balance(desk, noy) == 0
    assert desk.greetings.open(noy, desk.now()).recent[-1].rewards == 1
    take_back(desk, outcome)
    assert balance(desk, noy) == 4


def test_a_free_one_that_the_card_does_not_bear_stays_open_for_the_manager(
    desk: FrontDesk, sheet: PowerSheet
) -> None:
    keo = sheet.rows[1].customer_id
    outcome = key(desk, line(desk, sheet, 2, at(desk, 9, 15), 1, free=True))
    assert stands(outcome).free is Free.OPEN
    assert balance(desk, keo) == 1, "the stamp is not lost"
    assert sum_of(desk.keying_in.keyed(sheet.id)).open == 1
    with pytest.raises(Refused) as raised:
        desk.submit(desk.keying_in.settle, desk.act(), outcome.gesture).result()
    assert refusal(raised)[0] == "STAMPS_SHORT"
    key(desk, line(desk, sheet, 2, at(desk, 8, 45), 4))
    settled = desk.submit(desk.keying_in.settle, desk.act(), outcome.gesture).result()
    assert stands(settled).free is Free.TAKEN
    assert balance(desk, keo) == 0
    opened = take_back(desk, settled)
    assert stands(opened).free is Free.OPEN, "one step back, and the line stands"
    assert balance(desk, keo) == 5


def test_only_the_manager_lets_a_free_one_be(desk: FrontDesk, sheet: PowerSheet) -> None:
    cashier, owner = hire(desk), desk.staff_id
    outcome = key(desk, line(desk, sheet, 2, at(desk, 9, 15), 0, free=True))
    desk.staff_id = cashier
    with pytest.raises(Refused) as raised:
        desk.submit(desk.keying_in.let_be, desk.act(), outcome.gesture).result()
    assert refusal(raised)[0] == "ONLY_MANAGER"
    desk.staff_id = owner
    let = desk.submit(desk.keying_in.let_be, desk.act(), outcome.gesture).result()
    assert stands(let).free is Free.LET_BE
    undo = desk.act()
    for repeated in (False, True):
        opened = desk.submit(desk.keying_in.undo, undo, let.gesture).result()
        assert (stands(opened).free, opened.repeated) == (Free.OPEN, repeated), "one act, one step back"
    assert take_back(desk, outcome).line is None
    assert visits(desk, sheet.rows[1].customer_id) == 0


def test_a_free_one_settled_apart_is_not_taken_again_when_its_line_is(
    desk: FrontDesk, sheet: PowerSheet
) -> None:
    keo = sheet.rows[1].customer_id
    written = line(desk, sheet, 2, at(desk, 9, 15), 1, free=True)
    outcome = key(desk, written)
    tap(desk, keo, 9)
    desk.submit(desk.keying_in.settle, desk.act(), outcome.gesture).result()
    desk.submit(desk.loyalty.undo, desk.act(), outcome.gesture).result()  # the stamp, from the history
    again = key(desk, written)
    assert stands(again).free is Free.TAKEN
    assert balance(desk, keo) == 5


@pytest.mark.parametrize(
    ("days", "hour", "said"),
    [(0, 23, "NOT_YET"), (0, 8, "BEFORE_THE_SHEET"), (1, 12, "BEFORE_THE_SHEET")],
)
def test_a_time_that_cannot_be_is_refused(
    desk: FrontDesk, sheet: PowerSheet, days: int, hour: int, said: str
) -> None:
    with pytest.raises(Refused) as raised:
        key(desk, line(desk, sheet, 1, at(desk, hour, days=days)))
    assert refusal(raised) == (said, None)


def test_the_minute_in_which_the_sheet_was_printed_counts(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock
) -> None:
    clock.forward(seconds=40)
    sheet = _made(desk, people, clock)
    assert key(desk, line(desk, sheet, 1, at(desk, 8, 30))).line is not None


def test_a_cashier_keys_in_today_and_yesterday_a_manager_two_weeks(
    desk: FrontDesk, sheet: PowerSheet, clock: FakeClock
) -> None:
    owner, cashier = desk.staff_id, hire(desk)
    clock.forward(days=2)
    written = line(desk, sheet, 1, at(desk, 12, days=2))
    desk.staff_id = cashier
    with pytest.raises(Refused) as raised:
        key(desk, written)
    assert refusal(raised)[0] == "ONLY_MANAGER"
    desk.staff_id = owner
    assert key(desk, written).line is not None
    clock.forward(days=13)
    with pytest.raises(Refused) as raised:
        key(desk, line(desk, sheet, 1, at(desk, 12, 30, days=15)))
    assert refusal(raised)[0] == "TOO_LONG_AGO"


def test_a_blank_line_takes_anybody_and_a_line_beyond_the_sheet_nobody(
    desk: FrontDesk, sheet: PowerSheet
) -> None:
    bo = enrol(desk, "Bo")
    key(desk, Written(sheet.id, 20, bo, at(desk, 9, 15)))
    assert balance(desk, bo) == 1
    with pytest.raises(Refused) as raised:
        key(desk, Written(sheet.id, 29, bo, at(desk, 9, 15)))
    assert refusal(raised)[0] == "NO_SUCH_LINE"


def test_an_empty_line_is_nothing_to_key_in(desk: FrontDesk, sheet: PowerSheet) -> None:
    with pytest.raises(Refused) as raised:
        key(desk, line(desk, sheet, 1, at(desk, 9, 15), 0))
    assert refusal(raised)[0] == "TOO_MANY_AT_ONCE"


def test_limits_bind_a_cashier_by_the_day_that_is_written(
    desk: FrontDesk, sheet: PowerSheet, clock: FakeClock
) -> None:
    limits = Limits(card_stamps=3, card_hours=4, staff_stamps=5)
    desk.submit(desk.limits.save, desk.act(), limits).result()
    clock.forward(days=1)
    desk.staff_id = hire(desk)
    key(desk, line(desk, sheet, 1, at(desk, 9, 15, days=1), 3))
    with pytest.raises(Refused) as raised:
        key(desk, line(desk, sheet, 1, at(desk, 11, days=1)))
    assert refusal(raised)[0] == "CARD_LIMIT"
    key(desk, line(desk, sheet, 1, at(desk, 15, days=1)))
    with pytest.raises(Refused) as raised:
        key(desk, line(desk, sheet, 2, at(desk, 9, days=1), 2))
    assert refusal(raised)[0] == "STAFF_LIMIT"
    assert tap(desk, sheet.rows[1].customer_id, 3).stamps == 3, "today has a budget of its own"
    assert desk.keying_in.keyed(sheet.id)[0].line == 1, "a refused line was not written"


def test_a_merged_customer_is_keyed_in_on_the_kept_card(desk: FrontDesk, sheet: PowerSheet) -> None:
    noy, keo, _ = (row.customer_id for row in sheet.rows)
    merge(desk, noy, keo)
    key(desk, line(desk, sheet, 2, at(desk, 9, 15)))
    assert balance(desk, noy) == 1
    assert sum_of(desk.keying_in.keyed(sheet.id)).people == 1


def test_gifts_come_with_a_line_and_go_with_it(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock
) -> None:
    promise(desk, gifts=Gifts(welcome=2))
    sheet = _made(desk, people, clock)
    outcome = key(desk, line(desk, sheet, 1, at(desk, 9, 15)))
    assert balance(desk, people[0]) == 3
    take_back(desk, outcome)
    assert balance(desk, people[0]) == 0
    in_order(desk)


def test_a_line_is_the_same_act_on_every_till_until_it_is_taken_back() -> None:
    sheet = bytes(range(16))
    ids = {act_id(sheet, line, came_at, again) for line in (1, 2) for came_at in (0, 1) for again in (0, 1)}
    assert len(ids) == 8
    assert act_id(sheet, 1, 0, 0) == act_id(sheet, 1, 0, 0)
    one = act_id(sheet, 1, 0, 0)
    assert (len(one), one[6] >> 4, one[8] >> 6) == (16, 8, 2)


def test_a_sheet_is_whole_pages_with_room_for_others() -> None:
    assert [lines_for(people) for people in (0, 20, 21, 48)] == [28, 28, 56, 56]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_keyed_in_in_whatever_order_the_cards_say_what_the_sheet_says(
    desk: FrontDesk, people: tuple[int, int, int], clock: FakeClock, seed: int
) -> None:
    """The model: what stands on the sheet, each line once; a free one where the card bore it."""
    chance = random.Random(seed)
    sheet = _made(desk, people, clock)
    paper = {
        (number, minute): (chance.randint(0, 3), chance.random() < 0.3)
        for number in (1, 2, 3)
        for minute in chance.sample(range(0, 300, 7), 6)
    }
    standing: dict[tuple[int, int], KeyedOutcome] = {}
    for _ in range(60):
        place = chance.choice(list(paper))
        stamps, free = paper[place]
        if place in standing and chance.random() < 0.4:
            outcome = take_back(desk, standing[place])
            if outcome.line is None:
                del standing[place]
            continue
        if not stamps and not free:
            continue
        written = line(desk, sheet, place[0], at(desk, 9) + place[1] * MINUTE, stamps, free=free)
        outcome = key(desk, written)
        assert outcome.repeated == (place in standing)
        standing[place] = outcome
        open_ones = [each for each in desk.keying_in.keyed(sheet.id) if each.free is Free.OPEN]
        if open_ones and chance.random() < 0.5:
            with suppress(Refused):
                desk.submit(desk.keying_in.settle, desk.act(), chance.choice(open_ones).gesture).result()
    lines = desk.keying_in.keyed(sheet.id)
    assert {(each.line, (each.came_at - at(desk, 9)) // MINUTE) for each in lines} == set(standing)
    for number, customer in enumerate(people, 1):
        mine = [each for each in lines if each.line == number]
        ticks = sum(paper[place][0] for place in standing if place[0] == number)
        taken = sum(each.free is Free.TAKEN for each in mine)
        assert balance(desk, customer) == ticks - 5 * taken
    in_order(desk)


def test_a_reward_at_the_till_and_one_on_paper_are_two(desk: FrontDesk, sheet: PowerSheet) -> None:
    noy = sheet.rows[0].customer_id
    tap(desk, noy, 5)
    redeem(desk, noy)
    outcome = key(desk, line(desk, sheet, 1, at(desk, 9, 15), 0, free=True))
    assert stands(outcome).free is Free.OPEN, "it was taken meanwhile"
    assert balance(desk, noy) == 0


def test_managers_are_not_bound(desk: FrontDesk, sheet: PowerSheet) -> None:
    desk.submit(desk.limits.save, desk.act(), Limits(card_stamps=1)).result()
    desk.staff_id = hire(desk, "Mai", Role.MANAGER)
    assert key(desk, line(desk, sheet, 1, at(desk, 9, 15), 3)).card.balance == 3
