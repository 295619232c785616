"""The wall learns from the store, keeps up with it, and says why."""

from datetime import datetime
from random import Random

import pytest

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Act
from frontdesk.domain.days import DAY, HOUR, MINUTE
from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.refusals import Refused
from frontdesk.domain.regulars.wall.rhythms import RhythmKind
from frontdesk.services.regulars import wall_lesson
from frontdesk.services.regulars.wall_lesson import Lesson
from frontdesk.texts import texts_for
from frontdesk.wording.wall import reason
from tests.conftest import FakeClock


def enrol(desk: FrontDesk, name: str) -> int:
    return desk.submit(desk.customers.enrol, desk.act(), CustomerDraft(name)).result().customer.id


def visit(desk: FrontDesk, customer_id: int, at: int) -> Act:
    act = desk.act(at)
    desk.submit(desk.loyalty.add_stamps, act, customer_id).result()
    return act


def named(desk: FrontDesk, now: int, k: int) -> list[int]:
    return [hit.customer_id for hit in desk.wall.tiles(now, k)]


def test_a_habit_of_months_ago_is_known_before_who_was_here_lately_at_another_hour(
    desk: FrontDesk, clock: FakeClock
) -> None:
    regular, evening = enrol(desk, "Noy"), enrol(desk, "Keo")
    for weeks in (17, 16, 15):
        visit(desk, regular, clock.at - weeks * 7 * DAY)
    for days in range(7, 0, -1):
        visit(desk, evening, clock.at - days * DAY + DAY // 2)
    desk.wall.refresh(clock.at)
    assert named(desk, clock.at, 2) == [regular, evening]


def test_a_visit_steps_back_at_once_and_comes_forward_when_it_is_undone(
    desk: FrontDesk, clock: FakeClock
) -> None:
    often, seldom = enrol(desk, "Noy"), enrol(desk, "Keo")
    for weeks in range(9, 0, -1):
        visit(desk, often, clock.at - weeks * 7 * DAY)
        if weeks % 2:
            visit(desk, seldom, clock.at - weeks * 7 * DAY)
    desk.wall.refresh(clock.at)
    assert named(desk, clock.at, 2) == [often, seldom]
    served = visit(desk, often, clock.at)
    assert named(desk, clock.at + MINUTE, 2) == [seldom, often]
    desk.submit(desk.loyalty.undo, desk.act(clock.at + MINUTE), served.gesture).result()
    assert named(desk, clock.at + 2 * MINUTE, 2) == [often, seldom]


def test_before_it_has_learnt_the_latest_are_shown_and_nobody_has_a_chance(
    desk: FrontDesk, clock: FakeClock
) -> None:
    first, second = enrol(desk, "Noy"), enrol(desk, "Keo")
    visit(desk, first, clock.at - DAY)
    assert named(desk, clock.at, 5) == [first, second]
    assert desk.wall.chances([first, second], clock.at) == {}


def test_the_chances_are_those_of_the_order(desk: FrontDesk, clock: FakeClock) -> None:
    ids = [enrol(desk, name) for name in ("Noy", "Keo", "Dara", "Ploy")]
    for times, id_ in enumerate(ids[:3], 1):
        for week in range(1, times + 1):
            visit(desk, id_, clock.at - week * 7 * DAY)
    desk.wall.refresh(clock.at)
    chances = desk.wall.chances(ids, clock.at)
    assert sorted(ids, key=lambda id_: -chances[id_]) == named(desk, clock.at, 4)
    assert chances[ids[3]] == 0


def test_why_says_when_they_come_in_the_shops_own_time(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk, "Noy")
    assert desk.wall.why(noy, clock.at) is None
    for weeks in range(5, 0, -1):
        visit(desk, noy, clock.at - weeks * 7 * DAY)
    rhythm = desk.wall.why(noy, clock.at)
    assert rhythm is not None
    assert rhythm.kind is RhythmKind.MOST_OF_A_WEEKDAY
    local = desk.today()
    assert rhythm.weekday == local.weekday()
    assert rhythm.last.date().toordinal() == local.toordinal() - 7
    with pytest.raises(Refused):
        desk.wall.why(999_999, clock.at)


class Anything:
    """Acts drawn at random: visits, some of them told late; undone, merged and taken apart."""

    def __init__(self, desk: FrontDesk, clock: FakeClock, rng: Random) -> None:
        self.desk, self.clock, self.rng = desk, clock, rng
        self.people = [enrol(desk, f"Person {number}") for number in range(6)]
        self.done: list[tuple[bytes, int]] = []
        self.merges: list[int] = []

    def one(self) -> None:
        self.clock.at += self.rng.choice([10 * MINUTE, 2 * HOUR, 9 * HOUR, 3 * DAY])
        self.rng.choice(
            [self.visit, self.visit, self.visit, self.late, self.undo, self.merge, self.unmerge]
        )()

    def visit(self, ago: int = 0) -> None:
        customer_id = self.rng.choice(self.people)
        self.done.append((visit(self.desk, customer_id, self.clock.at - ago).gesture, customer_id))

    def late(self) -> None:
        self.visit(self.rng.choice([HOUR, 5 * DAY, 20 * DAY]))

    def undo(self) -> None:
        if self.done:
            gesture, _ = self.done.pop(self.rng.randrange(len(self.done)))
            self.desk.submit(self.desk.loyalty.undo, self.desk.act(), gesture).result()

    def merge(self) -> None:
        kept, absorbed = self.rng.sample(self.people, 2)
        try:
            made = self.desk.submit(self.desk.merging.merge, self.desk.act(), kept, absorbed).result()
        except Refused:
            return  # one already
        self.merges.append(made.merge.id)

    def unmerge(self) -> None:
        if self.merges:
            merge_id = self.merges.pop()
            self.desk.submit(self.desk.merging.unmerge, self.desk.act(), merge_id).result()


@pytest.mark.parametrize("seed", range(8))
def test_after_any_acts_the_wall_is_the_one_that_the_store_would_teach(
    desk: FrontDesk, clock: FakeClock, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wall_lesson, "TAUGHT_BY", 0)  # the curves are not known from the visits alone
    acts = Anything(desk, clock, Random(seed))
    desk.wall.refresh(clock.at)
    opened = clock.at
    for number in range(60):
        acts.one()
        if number % 3 == 0:
            live = desk.wall.chances(acts.people, clock.at)
            again = Lesson(desk.zone, opened)
            for _ in again.learn(desk.store.read()):
                pass
            now = wall_lesson.moment(clock.at)
            assert again.wall.chances(acts.people, now) == pytest.approx(live, rel=1e-6, abs=1e-9)
    assert any(live.values())


def test_the_reason_can_be_said_as_it_comes(desk: FrontDesk, clock: FakeClock) -> None:
    noy = enrol(desk, "Noy")
    visit(desk, noy, clock.at - 20 * MINUTE)
    rhythm = desk.wall.why(noy, clock.at)
    assert rhythm is not None
    now = datetime.fromtimestamp(clock.at / 1000, desk.zone)
    assert reason(texts_for("en"), rhythm, now) == "was here 20 minutes ago"
