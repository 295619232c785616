"""The door: somebody came in, was greeted, went again; and what a week of that comes to."""

from dataclasses import replace

import apsw
import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.care.care_figures import FigureKind, Unit
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.arrivals import Arrival, ArrivalState, Greetings
from frontdesk.services.regulars.arrivals import ArrivalSaved
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire, in_order, refusal, tap


def came(desk: FrontDesk) -> ArrivalSaved:
    return desk.submit(desk.arrivals.came, desk.act()).result()


def greet(desk: FrontDesk, saved: ArrivalSaved, by_id: int | None = None) -> ArrivalSaved:
    return desk.submit(desk.arrivals.greet, desk.act(), saved.arrival.id, by_id).result()


def undo(desk: FrontDesk, saved: ArrivalSaved, act: Act | None = None) -> ArrivalSaved:
    return desk.submit(desk.arrivals.undo, act or desk.act(), saved.gesture).result()


def waiting(desk: FrontDesk) -> list[int]:
    return [each.id for each in desk.arrivals.waiting(desk.now())]


def test_several_wait_and_are_greeted_by_whoever_says_so(desk: FrontDesk, clock: FakeClock) -> None:
    la = hire(desk)
    first = came(desk)
    clock.forward(seconds=12)
    second = came(desk)
    assert waiting(desk) == [first.arrival.id, second.arrival.id]
    assert first.changes.arrivals
    mine = greet(desk, first)
    theirs = greet(desk, second, la)
    assert (mine.arrival.greeted_by, theirs.arrival.greeter) == (desk.staff_id, "La")
    assert (mine.arrival.greeted_after(), theirs.arrival.greeted_after()) == (12_000, 0)
    assert waiting(desk) == []


def test_the_first_to_say_so_is_noted(desk: FrontDesk, clock: FakeClock) -> None:
    la, saved = hire(desk), came(desk)
    clock.forward(seconds=5)
    greet(desk, saved, la)
    clock.forward(seconds=5)
    again = greet(desk, saved)
    assert (again.arrival.greeter, again.arrival.greeted_after()) == ("La", 5_000)


def test_no_act_for_a_customer_answers_an_arrival(desk: FrontDesk) -> None:
    saved, noy = came(desk), enrol(desk)
    desk.greetings.open(noy, desk.now())
    tap(desk, noy)
    assert waiting(desk) == [saved.arrival.id]


def test_each_act_is_taken_back_once(desk: FrontDesk) -> None:
    saved = came(desk)
    greeted = greet(desk, saved)
    act = desk.act()
    assert undo(desk, greeted, act).arrival == Arrival(saved.arrival.id, saved.arrival.at)
    assert undo(desk, greeted, act).arrival.state is ArrivalState.WAITING
    with pytest.raises(Refused) as refused:
        undo(desk, greeted)
    assert refusal(refused) == ("ALREADY_UNDONE", None)
    dropped = desk.submit(desk.arrivals.drop, desk.act(), saved.arrival.id).result()
    assert (dropped.arrival.state, waiting(desk)) == (ArrivalState.DROPPED, [])
    undo(desk, dropped)
    assert waiting(desk) == [saved.arrival.id]
    undo(desk, saved)
    assert waiting(desk) == []
    in_order(desk)
    with pytest.raises(Refused) as refused:
        desk.submit(desk.arrivals.undo, desk.act(), desk.act().gesture).result()
    assert refusal(refused) == ("NOTHING_TO_UNDO", None)


def test_a_repeated_act_counts_once(desk: FrontDesk) -> None:
    act = desk.act()
    first, again = (desk.submit(desk.arrivals.came, act).result() for _ in range(2))
    assert first.arrival == again.arrival
    act = desk.act()
    for _ in range(2):
        saved = desk.submit(desk.arrivals.greet, act, first.arrival.id).result()
        assert saved.arrival.state is ArrivalState.GREETED
    assert waiting(desk) == []


def test_nobody_who_left_greets(desk: FrontDesk) -> None:
    la, saved = hire(desk), came(desk)
    desk.submit(desk.staffing.leave, desk.act(), la).result()
    with pytest.raises(Refused) as refused:
        greet(desk, saved, la)
    assert refusal(refused) == ("UNKNOWN_STAFF", "CHOOSE_ANOTHER")
    with pytest.raises(LookupError):
        desk.submit(desk.arrivals.drop, desk.act(), 99).result()


def test_a_week_knows_what_was_measured_and_what_was_not(desk: FrontDesk, clock: FakeClock) -> None:
    clock.forward(days=-8)
    old = came(desk)
    clock.forward(seconds=600)
    greet(desk, old)
    clock.forward(days=8)
    for seconds in (10, 20, 50):
        saved = came(desk)
        clock.forward(seconds=seconds)
        greet(desk, saved)
    came(desk)
    clock.forward(minutes=11)
    came(desk)
    assert desk.arrivals.week(desk.now()) == Greetings(20, pytest.approx(2 / 3), 3, 1)


def test_the_shops_own_time_decides_what_is_in_time(desk: FrontDesk, clock: FakeClock) -> None:
    desk.submit(desk.care_rules.save, desk.act(), replace(CareRules(), greet_within_s=15)).result()
    since = desk.now()
    for seconds in (10, 20):
        saved = came(desk)
        clock.forward(seconds=seconds)
        greet(desk, saved)
    share, median, missed = desk.arrivals.figures(since, desk.now() + 1)
    assert (share.kind, share.value, share.unit, share.of) == (
        FigureKind.GREETED_IN_TIME,
        0.5,
        Unit.SHARE,
        2,
    )
    assert [each.met for each in share.people] == [True, False]
    assert (median.kind, median.value, median.unit) == (FigureKind.GREETED_AFTER, 15, Unit.SECONDS)
    assert (missed.kind, missed.value, missed.of) == (FigureKind.GREETING_NOT_NOTED, 0, 2)


def test_without_arrivals_there_is_nothing_to_measure(desk: FrontDesk) -> None:
    assert [each.value for each in desk.arrivals.figures(0, desk.now())] == [None, None, 0]


def test_what_became_of_an_arrival_is_never_rewritten(desk: FrontDesk) -> None:
    greet(desk, came(desk))
    for statement in ("UPDATE arrival_step SET at = 0", "DELETE FROM arrival_step"):
        with pytest.raises(apsw.ConstraintError):
            desk.submit(lambda said=statement: desk.store.write().run(said)).result()
