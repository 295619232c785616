"""What complaints say elsewhere: greeting, today, figures."""

import time
from collections.abc import Callable

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.care.care_figures import FigureKind, Unit
from frontdesk.domain.care.playbooks import Situation
from frontdesk.domain.care.recoveries import Recovery, RecoveryState
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.regulars.greeting import LineKind
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, merge, tap


@pytest.fixture
def noy(desk: FrontDesk) -> int:
    return enrol(desk)


def record(desk: FrontDesk, customer: int | None, situation: str = Situation.WRONG_ORDER) -> Recovery:
    return desk.submit(desk.recoveries.record, desk.act(), situation, customer).result().recovery


def move(desk: FrontDesk, recovery: Recovery, to: RecoveryState) -> None:
    desk.submit(desk.recoveries.move, desk.act(), recovery.id, to).result()


def loud(desk: FrontDesk, customer: int) -> tuple[LineKind, int, str] | None:
    line = desk.greetings.open(customer, desk.now()).loud
    return (line.kind, line.subject, line.about) if line is not None else None


def items(desk: FrontDesk, kind: TodayKind) -> list[TodayItem]:
    return [each for each in desk.recovery_news.today_items(desk.now()) if each.kind is kind]


def test_the_greeting_speaks_of_it_until_they_say_that_it_is_right(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy)
    assert loud(desk, noy) == (LineKind.RECOVERY, told.id, "WRONG_ORDER")
    move(desk, told, RecoveryState.RESOLVED)
    assert loud(desk, noy) == (LineKind.RECOVERY_TO_CONFIRM, told.id, "WRONG_ORDER")
    move(desk, told, RecoveryState.CONFIRMED)
    assert not any(
        line.kind in (LineKind.RECOVERY, LineKind.RECOVERY_TO_CONFIRM)
        for line in desk.greetings.open(noy, desk.now()).lines
    )


def test_the_greeting_of_merged_records_speaks_of_both(desk: FrontDesk, noy: int) -> None:
    twin = enrol(desk, "Noi")
    first, second = record(desk, twin), record(desk, noy)
    merge(desk, noy, twin)
    told = [each for each in desk.greetings.open(noy, desk.now()).lines if each.kind is LineKind.RECOVERY]
    assert {each.subject for each in told} == {first.id, second.id}


def test_today_has_it_until_it_is_put_right_and_again_when_it_is_time_to_ask(
    desk: FrontDesk, noy: int, clock: FakeClock
) -> None:
    told = record(desk, noy)
    (item,) = items(desk, TodayKind.RECOVERY)
    assert (item.subject, item.customer_id, item.name) == (told.id, noy, "Noy")
    assert (item.about, item.number) == ("WRONG_ORDER", 0)
    move(desk, told, RecoveryState.RESOLVED)
    assert items(desk, TodayKind.RECOVERY) == []
    clock.forward(days=3)
    (ask,) = items(desk, TodayKind.RECOVERY)
    assert (ask.subject, ask.number) == (told.id, 1)
    move(desk, told, RecoveryState.CONFIRMED)
    assert items(desk, TodayKind.RECOVERY) == []


def test_who_was_unwell_is_called_the_same_day(desk: FrontDesk, noy: int) -> None:
    told = record(desk, noy, Situation.UNWELL)
    move(desk, told, RecoveryState.RESOLVED)
    (ask,) = items(desk, TodayKind.RECOVERY)
    assert ask.number == 1


def test_what_the_manager_was_told_of_stands_first_until_somebody_spoke_with_them(
    desk: FrontDesk, noy: int, clock: FakeClock
) -> None:
    told = []
    for situation in (Situation.UNWELL, Situation.WAITED, Situation.LOST, Situation.NOT_CLEAN):
        told.append(record(desk, noy, situation))
        clock.forward(minutes=1)

    def listed() -> list[str]:
        return [each.about for each in desk.today_list.items(desk.now()) if each.kind is TodayKind.RECOVERY]

    assert listed() == ["LOST", "UNWELL", "WAITED", "NOT_CLEAN"]
    move(desk, told[2], RecoveryState.CONTACTED)
    assert listed() == ["UNWELL", "WAITED", "LOST", "NOT_CLEAN"]


def test_a_strangers_is_on_the_list_by_what_is_known_of_them(desk: FrontDesk) -> None:
    told = record(desk, None)
    desk.submit(desk.recoveries.describe, desk.act(), told.id, "", "Red scarf").result()
    (item,) = items(desk, TodayKind.RECOVERY)
    assert (item.customer_id, item.name) == (None, "Red scarf")


def test_who_is_upset_and_may_come_today_is_expected(desk: FrontDesk, noy: int, clock: FakeClock) -> None:
    rarely = enrol(desk, "Kham")
    for _ in range(10):
        tap(desk, noy)
        clock.forward(days=1)
    for customer in (noy, rarely):
        move(desk, record(desk, customer), RecoveryState.RESOLVED)
    assert items(desk, TodayKind.UPSET_EXPECTED) == []  # they were spoken with a moment ago
    clock.forward(days=1)
    (expected,) = items(desk, TodayKind.UPSET_EXPECTED)
    assert (expected.customer_id, expected.number) == (noy, 1)
    tap(desk, noy)  # they are here: the greeting says it
    assert items(desk, TodayKind.UPSET_EXPECTED) == []


def test_the_figures_count_people_and_what_they_say(desk: FrontDesk, noy: int, clock: FakeClock) -> None:
    since = desk.now()
    right, open_one = record(desk, noy), record(desk, None)
    slip = record(desk, noy)
    move(desk, slip, RecoveryState.WITHDRAWN)
    for state in (RecoveryState.RESOLVED, RecoveryState.CONFIRMED):
        move(desk, right, state)
    clock.forward(days=1)
    later = record(desk, noy)
    told, put_right = desk.recovery_news.figures(since, later.at)
    assert (told.kind, told.value, told.unit) == (FigureKind.COMPLAINTS, 2, Unit.COUNT)
    assert (put_right.kind, put_right.value, put_right.of) == (FigureKind.PUT_RIGHT, 0.5, 2)
    assert [(each.customer_id, each.met) for each in put_right.people] == [(noy, True), (None, False)]
    assert open_one.id
    assert desk.recovery_news.figures(0, since)[1].value is None


def test_the_list_of_today_is_quick(desk: FrontDesk, clock: FakeClock) -> None:
    people = [enrol(desk, f"Guest {number}") for number in range(60)]
    for customer in people:
        for _ in range(3):
            tap(desk, customer)
        record(desk, customer)
    desk.recovery_news.today_items(desk.now())
    assert seconds(lambda: desk.recovery_news.today_items(desk.now())) < 0.05


def seconds(run: Callable[[], object]) -> float:
    """The quickest of five runs: what the code takes, not what the machine was busy with."""
    spans = []
    for _ in range(5):
        begun = time.perf_counter()
        run()
        spans.append(time.perf_counter() - begun)
    return min(spans)
