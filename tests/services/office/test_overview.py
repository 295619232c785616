"""The overview is what a naive recount of the rows comes to, whatever was undone, merged, or left."""

import os
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act, Role
from frontdesk.domain.care.care_figures import FigureKind
from frontdesk.domain.care.care_rules import CareRules
from frontdesk.domain.care.requests import RequestState
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.loyalty.programmes import Look, PassTerms, ProgrammeDraft, ProgrammeKind, Terms
from frontdesk.domain.office.overview import FigureName, Overview, Trend
from frontdesk.domain.office.periods import Period, PeriodKind, Step, morning
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.domain.regulars.arrivals import Arrival
from frontdesk.domain.said import Said
from frontdesk.storage.office import overview as sums
from frontdesk.storage.regulars import visits
from tests.conftest import FakeClock
from tests.services.counter_acts import enrol, hire
from tests.services.feedback.feedback_acts import draft, issue, take
from tests.services.office.overview_recount import Recount

FIRST_SEED = int(os.environ.get("FRONTDESK_SEED", "0"))
ACTS = 400
PEOPLE_OF = (
    FigureName.VISITS,
    FigureName.REGULARS,
    FigureName.NEW,
    FigureName.RETURNING,
    FigureName.STAMPS,
    FigureName.REWARDS,
)


def overview(desk: FrontDesk, kind: PeriodKind = PeriodKind.TODAY) -> Overview:
    return shown(desk, Period(kind))


def shown(desk: FrontDesk, period: Period) -> Overview:
    made = desk.overview.report(desk.act(), period)
    assert made is not None
    return made


def come(desk: FrontDesk, customer_id: int, *days_ago: float) -> None:
    for ago in days_ago:
        act = desk.act(desk.now() - int(ago * DAY))
        desk.submit(desk.loyalty.add_stamps, act, customer_id).result()


class Life:
    """Ten weeks of a shop at random, in which a clock is once wrong by a month."""

    def __init__(self, desk: FrontDesk, clock: FakeClock, seed: int) -> None:
        self.desk, self.clock, self.luck = desk, clock, random.Random(seed)
        self.people = [enrol(desk, f"Person {number}") for number in range(12)]
        desk.submit(_brought, desk, self.people[0]).result()
        self.arrived: list[Arrival] = []
        self.done: list[bytes] = []

    def go_on(self) -> None:
        acts: list[Callable[[], object]] = [self.stamp] * 8
        acts += [
            self.redeem,
            self.redeem,
            self.redeem,
            self.undo,
            self.merge,
            self.leave,
            self.ask,
            self.ask,
            self.answer,
        ]
        acts += [self.arrive, self.arrive, self.greet, self.greet, self.move_request, self.drop]
        for number in range(ACTS):
            if number == ACTS // 2:
                self.clock.forward(days=30)
                with suppress(Refused):
                    self.stamp()
                self.clock.forward(days=-30)
            self.clock.forward(minutes=self.luck.choice((0.3, 1, 20, 90, 400, 1500)))
            with suppress(Refused, LookupError):
                self.luck.choice(acts)()

    def stamp(self) -> None:
        count = self.luck.choice((1, 1, 2, 5))
        made = self.desk.submit(self.desk.loyalty.add_stamps, self.act(), self.somebody(), count)
        self.done.append(made.result().gesture)

    def redeem(self) -> None:
        self.done.append(
            self.desk.submit(self.desk.loyalty.redeem, self.desk.act(), self.somebody()).result().gesture
        )

    def undo(self) -> None:
        gesture = self.luck.choice(self.done[-8:])
        self.desk.submit(self.desk.loyalty.undo, self.desk.act(), gesture).result()

    def merge(self) -> None:
        if self.luck.random() < 0.2:
            two = self.somebody(), self.somebody()
            self.desk.submit(self.desk.merging.merge, self.desk.act(), *two).result()

    def leave(self) -> None:
        if self.luck.random() < 0.1:
            self.desk.submit(self.desk.leaving.leave, self.desk.act(), self.somebody()).result()

    def ask(self) -> None:
        at = self.desk.now() + self.luck.choice((-1, 3, 30)) * HOUR
        self.desk.submit(self.desk.requests.ask, self.desk.act(), self.somebody(), "Cake", "", at).result()

    def move_request(self) -> None:
        request = self.luck.choice(self.desk.requests.due())
        to = self.luck.choice((RequestState.READY, RequestState.FULFILLED, RequestState.CANCELLED))
        moved = self.desk.submit(self.desk.requests.move, self.desk.act(), request.id, to).result()
        if self.luck.random() < 0.3:
            self.desk.submit(self.desk.requests.undo, self.desk.act(), moved.gesture).result()

    def answer(self) -> None:
        take(self.desk, issue(self.desk), draft(self.luck.choice((None, *Mood))))

    def arrive(self) -> None:
        self.arrived.append(self.desk.submit(self.desk.arrivals.came, self.desk.act()).result().arrival)
        if self.luck.random() < 0.5:
            self.clock.forward(seconds=self.luck.randrange(5, 90))
            self.greet()

    def greet(self) -> None:
        greeted = self.desk.submit(self.desk.arrivals.greet, self.desk.act(), self.arrived[-1].id).result()
        if greeted.gesture is not None and self.luck.random() < 0.3:
            self.desk.submit(self.desk.arrivals.undo, self.desk.act(), greeted.gesture).result()

    def drop(self) -> None:
        self.desk.submit(self.desk.arrivals.drop, self.desk.act(), self.arrived[-1].id).result()

    def act(self) -> Act:
        """Of now, or keyed in late."""
        ago = self.luck.choice((0, 0, 0, 0, 2, 26, 200)) * HOUR
        return self.desk.act(self.desk.now() - ago)

    def somebody(self) -> int:
        return self.people[int(len(self.people) * self.luck.random() ** 2)]


def _brought(desk: FrontDesk, customer_id: int) -> None:
    """As an import brings somebody of whom it says how often they came, and not when."""
    desk.store.write().run("UPDATE customer SET prior_visits = 2 WHERE id = ?", (customer_id,))
    visits.rebuild(desk.store.write(), customer_id)


def periods(desk: FrontDesk) -> list[Period]:
    named = [Period(kind) for kind in PeriodKind if kind is not PeriodKind.DAYS]
    days = [(50, 12), (9, 9), (3, 0), (-2, -5)]
    today = desk.today()
    return [
        *named,
        *(Period(PeriodKind.DAYS, today - timedelta(days=a), today - timedelta(days=b)) for a, b in days),
    ]


@pytest.mark.parametrize("seed", range(FIRST_SEED, FIRST_SEED + 3))
def test_every_figure_is_what_a_recount_of_the_rows_comes_to(
    desk: FrontDesk, clock: FakeClock, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a shop is so large, or so small, that people are counted the other way."""
    monkeypatch.setattr(sums, "_MANY", (0.2, -1, 1e9)[seed % 3])
    Life(desk, clock, seed).go_on()
    recount, within = Recount(desk), CareRules().greet_within_s
    seen = dict.fromkeys(FigureName, 0)
    for period in periods(desk):
        found = shown(desk, period)
        for figure in found.figures:
            spans = (found.span, *found.compared)
            counted = [recount.told(figure.name, span.since, span.until, within) for span in spans]
            assert [figure.now, *figure.before] == counted, (period, figure.name)
            seen[figure.name] += bool(figure.now.value or figure.now.of)
            if figure.course:
                so_far = [count for count in figure.course if count is not None]
                assert sum(so_far) == figure.now.value, (period, figure.name)
        for name in PEOPLE_OF:
            listed = desk.overview.people(desk.act(), found, name)
            expected = recount.who(name, found.span.since, found.span.until) - recount.gone
            assert len(set(listed)) == len(listed)
            assert set(listed) == expected, (period, name)
    never = {name for name in FigureName if not seen[name]}
    assert never == {FigureName.SLIPPING}


@pytest.mark.parametrize("seed", [FIRST_SEED + 7])
def test_promises_and_the_door_are_as_the_figures_of_care_have_them(
    desk: FrontDesk, clock: FakeClock, seed: int
) -> None:
    Life(desk, clock, seed).go_on()
    found = overview(desk, PeriodKind.ALL)
    since, until = found.span.since, found.span.until
    care = {each.kind: each for each in desk.requests.figures(since, until)}
    door = {each.kind: each for each in desk.arrivals.figures(since, until)}
    kept, of = found.of(FigureName.PROMISES).now.value, found.of(FigureName.PROMISES).now.of
    assert (kept, of) == (
        sum(each.met for each in care[FigureKind.PROMISES_KEPT].people),
        care[FigureKind.PROMISES_KEPT].of,
    )
    assert found.of(FigureName.DOOR).now.value == door[FigureKind.GREETED_AFTER].value
    assert found.of(FigureName.DOOR).now.parts[2] == door[FigureKind.GREETING_NOT_NOTED].value
    assert len(desk.overview.promises(desk.act(), found)) == of
    assert len(desk.overview.arrivals(desk.act(), found)) == found.of(FigureName.DOOR).now.of
    assert len(desk.overview.answers(desk.act(), found)) == found.of(FigureName.MOOD).now.of


def test_a_day_is_held_against_the_same_weekday_up_to_the_same_hour(desk: FrontDesk) -> None:
    """It is half past eight on a Thursday: what came later on other Thursdays does not count."""
    noy = [enrol(desk, f"Noy {number}") for number in range(4)]
    for weeks in (1, 2, 3, 4):
        come(desk, noy[0], 7 * weeks + 0.01)
        come(desk, noy[1], 7 * weeks + 0.02)
        come(desk, noy[2], 7 * weeks - 0.1)
    come(desk, noy[3], 0, 6, 8, 40)
    found = overview(desk)
    came = found.of(FigureName.VISITS)
    assert came.now.value == 1
    assert [each.value for each in came.before] == [2, 2, 2, 2]
    assert came.trend is Trend.SAME
    assert found.step is Step.HOUR
    assert came.course[8] == 1
    assert came.course[9] is None
    assert sum(came.course_before) == 3, "the picture has all of the usual day"


def test_a_weekday_on_which_the_shop_was_closed_is_not_compared(desk: FrontDesk) -> None:
    noy = enrol(desk)
    closed = {desk.today() - timedelta(days=days) for days in (14, 21)}
    come(desk, noy, *(7 * weeks + 0.01 for weeks in (1, 2, 4, 5, 6)))
    desk.submit(desk.care_rules.save, desk.act(), CareRules(closed_days=frozenset(closed))).result()
    weeks = [(desk.today() - span.first).days // 7 for span in overview(desk).compared]
    assert weeks == [1, 2, 4, 5], "somebody came on the second: it was open, whatever was said"


def test_an_empty_thursday_in_a_busy_month_was_a_day_off(desk: FrontDesk) -> None:
    many = [enrol(desk, f"Guest {number}") for number in range(7)]
    for other in many:
        come(desk, other, *(days + 0.01 for days in range(1, 60) if days != 14))
    weeks = [(desk.today() - span.first).days // 7 for span in overview(desk).compared]
    assert weeks == [1, 3, 4, 5]


def test_a_young_shop_has_nothing_to_compare_with(desk: FrontDesk) -> None:
    assert overview(desk).compared == ()
    come(desk, enrol(desk), 0, 3)
    for kind in PeriodKind:
        found = overview(desk, kind)
        assert found.compared == ()
        assert all(figure.usual is None and figure.trend is None for figure in found.figures)


def test_midnight_is_the_shops_own(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk)
    zone, today = desk.zone, desk.today()
    midnight = morning(today, zone)
    clock.at = midnight - 1
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    clock.at = midnight + HOUR
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy).result()
    assert overview(desk).of(FigureName.VISITS).now.value == 1
    assert overview(desk, PeriodKind.YESTERDAY).of(FigureName.VISITS).now.value == 1
    clock.at = midnight - MINUTE
    assert overview(desk).of(FigureName.VISITS).now.value == 0, "a clock set back: what is to come is not yet"


def test_who_left_or_was_merged_is_counted_once_and_listed_as_one(desk: FrontDesk) -> None:
    noy, noi, gone = enrol(desk, "Noy"), enrol(desk, "Noi"), enrol(desk, "Gone")
    for each in (noy, noi, gone):
        come(desk, each, 0.01)
    desk.submit(desk.merging.merge, desk.act(), noy, noi).result()
    desk.submit(desk.leaving.leave, desk.act(), gone).result()
    found = overview(desk)
    assert found.of(FigureName.VISITS).now.value == 3
    assert found.of(FigureName.VISITS).now.of == 2
    assert desk.overview.people(desk.act(), found, FigureName.VISITS) == (noy,)


def test_who_slips_away_is_as_the_list_of_who_is_missed(desk: FrontDesk) -> None:
    noy, noi, fine = enrol(desk, "Noy"), enrol(desk, "Noi"), enrol(desk, "Fine")
    for each in (noy, noi, fine):
        come(desk, each, *range(80, 34, -2))
    come(desk, enrol(desk, "Faithful"), *range(80, 0, -2))
    desk.submit(desk.slipping.fine, desk.act(), fine, None).result()
    missed = desk.slipping.missed(desk.now())
    found = overview(desk, PeriodKind.FOUR_WEEKS)
    told = desk.overview.slipping(desk.act(), found)
    assert (told.quiet, told.lost) == (missed.quiet_in_all, missed.lost_in_all)
    assert told.quiet + told.lost == 2
    listed = desk.overview.people(desk.act(), found, FigureName.SLIPPING)
    assert set(listed) == {each.customer_id for each in (*missed.quiet, *missed.lost)} == {noy, noi}
    assert told.began + sum(told.began_before) == 3, "whoever is let be had begun, too"


def test_only_a_manager_reads_it(desk: FrontDesk) -> None:
    found, service = overview(desk), desk.overview
    act = replace(desk.act(), staff_id=hire(desk, "La", Role.CASHIER))
    asked: list[Callable[[], object]] = [
        lambda: service.report(act, Period(PeriodKind.TODAY)),
        lambda: service.slipping(act, found),
        lambda: service.people(act, found, FigureName.VISITS),
        lambda: service.promises(act, found),
        lambda: service.answers(act, found),
        lambda: service.arrivals(act, found),
    ]
    for ask in asked:
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_a_pass_has_a_ledger_and_no_stamps(desk: FrontDesk) -> None:
    gym = ProgrammeDraft(Look(Said("Gym pass")), Terms(passes=PassTerms(10, 3)), ProgrammeKind.PASS)
    programme = desk.submit(desk.programmes.add, desk.act(), gym).result().programme
    noy, malee = enrol(desk, "Noy"), enrol(desk, "Malee")
    desk.submit(desk.loyalty.add_stamps, desk.act(), noy, 3).result()
    desk.submit(desk.passes.sell, desk.act(), malee, programme.id).result()
    desk.submit(desk.passes.use, desk.act(), malee, programme.id).result()
    found = overview(desk)
    assert found.of(FigureName.STAMPS).now.value == 3
    assert found.of(FigureName.REWARDS).now.value == 0
    assert desk.overview.people(desk.act(), found, FigureName.STAMPS) == (noy,)


def test_it_can_be_called_off(desk: FrontDesk) -> None:
    assert desk.overview.report(desk.act(), Period(PeriodKind.ALL), cancelled=lambda: True) is None
