"""Slipping away: who is missed, what is done about it, and what became of it."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_figures import CareFigure
from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.domain.days import day_at, start_of_day
from frontdesk.domain.regulars.absences import AbsenceOutcome, AwayReason, Missed, MissedPeople, StepKind
from frontdesk.domain.regulars.greeting import GreetingLine
from frontdesk.domain.regulars.open_days import OpenDays, open_days
from frontdesk.domain.regulars.said_fine import Stopped
from frontdesk.domain.regulars.slipping import Missing
from frontdesk.domain.text import clean_note
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.regulars import slipping_back, slipping_figures, slipping_said
from frontdesk.services.regulars.slipping_lesson import Ground, Lesson
from frontdesk.services.regulars.slipping_people import Standing, described, standing
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import to_undo
from frontdesk.storage import gestures
from frontdesk.storage.care import care_rules
from frontdesk.storage.database import Db
from frontdesk.storage.regulars import absences
from frontdesk.storage.regulars.absences import NewStep
from frontdesk.storage.store import Store

A_HANDFUL: Final = 5
"""So many a day are put before the shift: a list of fifty is one that nobody begins."""
SHOWN: Final = 50
_SLICE: Final = 40


class SlippingService:
    """`refresh` learns from the store, on a worker's thread; so do the list and the figures, where that was
    not done today. Today's items are read from what was learnt: before that there are none.
    """

    def __init__(self, store: Store, shop: ShopService, now: Callable[[], int]) -> None:
        self._store = store
        self._shop = shop
        self._now = now
        self._following = threading.Lock()
        self._learning = threading.Lock()
        self._lesson: Lesson | None = None
        self._said_beforehand: tuple[Ground, OpenDays] | None = None

    # --- reading ---

    def refresh(self, now: int) -> None:
        """Learn who is missed, unless that was done today and still stands on the same ground."""
        self._learnt(now)

    def missed(self, now: int, most: int = SHOWN) -> MissedPeople:
        """Who is missed, who is missed most first, `most` of each sort. Slow on the first call of a day."""
        found: dict[Missing | None, list[Missed]] = {Missing.QUIET: [], Missing.LOST: [], None: []}
        counts = dict.fromkeys(found, 0)
        for person in self._people(self._learnt(now)):
            sort = person.state if person.fine is None else None
            counts[sort] += 1
            if len(found[sort]) < most:
                found[sort].append(person)
        quiet, lost, let_be = (tuple(each) for each in found.values())
        return MissedPeople(quiet, lost, let_be, counts[Missing.QUIET], counts[Missing.LOST])

    def one(self, customer_id: int, now: int) -> Missed | None:
        """How it stands with one customer; None for somebody who is not missed.

        Slow on the first call of a day. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        lesson, db = self._learnt(now), self._store.read()
        root_id = root_of(db, customer_id)
        with self._following:
            lesson.follow(db)
            absent = lesson.absent.get(root_id)
        found = described(db, {root_id: absent}, lesson.ground) if absent is not None else []
        return next(iter(found), None)

    def missing(self, now: int) -> dict[int, Missing]:
        """How each of those stands who are missed and not to be let be. Slow on the first call of a day."""
        people = self._people(self._learnt(now))
        return {each.customer_id: each.state for each in people if each.fine is None}

    def said_fine(self, now: int) -> tuple[Stopped, ...]:
        """Who had said on a feedback card that it was fine, and then stopped coming, or left: those first who
        are missed most. Slow on the first call of a day.
        """
        return slipping_said.said_fine(self._store.read(), self._people(self._learnt(now)))

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """A handful of the quiet who matter most, to whom nobody has seen yet; fewer by those who were seen
        to today. The lost are in the list: whether they are called today or tomorrow is all the same.
        """
        lesson = self._lesson
        if lesson is None:
            return ()
        left = A_HANDFUL - absences.noted_for(self._store.read(), start_of_day(now, lesson.ground.zone))
        items: list[TodayItem] = []
        for person in self._people(lesson):
            if len(items) >= left:
                break
            if person.state is Missing.QUIET and not person.handled and person.fine is None:
                items.append(_today_item(person))
        return tuple(items)

    def greeting_lines(self, db: Db, root_id: int, now: int) -> list[GreetingLine]:
        """That somebody was missed, on the day on which they come again, and what is known of why."""
        ground = self._ground(db, now)
        return slipping_back.greeting_lines(db, root_id, ground, self._opening(ground))

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """How many are quiet and lost now; why people stayed away, who of the missed came back, and who had
        said that it was fine, between two moments. Slow.
        """
        lesson = self._learnt(self._now())
        people = list(self._people(lesson))
        with self._following:
            before = dict(lesson.missed_before)
        db = self._store.read()
        return (
            *slipping_figures.figures(db, people, before, lesson.ground, since, until),
            slipping_said.figure(db, people, since, until),
        )

    def standing(self, now: int) -> Standing:
        """Who is quiet and who is lost, all of them, without their names. Slow on the first call of a day."""
        lesson, db = self._learnt(now), self._store.read()
        with self._following:
            lesson.follow(db)
            absent = {root_id: lesson.absent[root_id] for root_id in lesson.in_order()}
        return standing(db, absent, lesson.ground)

    def began(self, now: int, spans: Sequence[tuple[date, date]]) -> list[int]:
        """How many began to be missed in each span of days, of those in the last year. Slow on the first call
        of a day.
        """
        lesson = self._learnt(now)
        with self._following:
            before = dict(lesson.missed_before)
        return slipping_figures.began(before, lesson.ground, spans)

    # --- writing ---

    def called(self, act: Act, customer_id: int, note: str = "") -> AbsenceOutcome:
        """They were called. Raises `BadInput`, `Refused` UNKNOWN_CUSTOMER."""
        return self._note(act, customer_id, NewStep(StepKind.CALLED, note=clean_note(note)))

    def asked(self, act: Act, customer_id: int, reason: AwayReason, note: str = "") -> AbsenceOutcome:
        """It is known why they stay away. Raises as `called`."""
        return self._note(act, customer_id, NewStep(StepKind.ASKED, reason, note=clean_note(note)))

    def fine(self, act: Act, customer_id: int, until: date | None, note: str = "") -> AbsenceOutcome:
        """A false alarm: nobody is to miss them before that day, or ever again where it is None. Raises as
        `called`.
        """
        return self._note(act, customer_id, NewStep(StepKind.FINE, until=until, note=clean_note(note)))

    def undo(self, act: Act, gesture: bytes) -> AbsenceOutcome:
        """Take back what was noted. Raises `Refused`: NOTHING_TO_UNDO, ALREADY_UNDONE."""
        db = self._store.write()
        undone = to_undo(db, act, gesture, ("ABSENCE",))
        if undone is not None:
            begin(self._store, act, "UNDO_ABSENCE", customer_id=undone.customer_id, undoes_id=undone.id)
        return self._saved(db, act)

    def _note(self, act: Act, customer_id: int, step: NewStep) -> AbsenceOutcome:
        db = self._store.write()
        if gestures.find(db, act.gesture) is None:
            root_id = root_of(db, customer_id)
            begun = begin(self._store, act, "ABSENCE", customer_id=root_id)
            assert begun is not None, "it was just seen to be new"
            absences.add(db, self._store.new_id, act, begun.id, root_id, step)
        return self._saved(db, act)

    @staticmethod
    def _saved(db: Db, act: Act) -> AbsenceOutcome:
        """What this act noted or took back, now or when it was first asked for."""
        gesture_id = gestures.find(db, act.gesture)
        assert gesture_id is not None, "it was just recorded, or had been before"
        noted = absences.of_act(db, gestures.get(db, gesture_id).undoes_id or gesture_id)
        assert noted is not None, "a gesture is one act"
        return AbsenceOutcome(*noted, act.gesture, Changes(frozenset({noted[0]}), today=True))

    # --- how it is learnt ---

    def _learnt(self, now: int) -> Lesson:
        """Who is missed, as of today; on whoever's thread asks, the first time."""
        db = self._store.read()
        with self._learning:
            ground, lesson = self._ground(db, now), self._lesson
            if lesson is None or lesson.stale or lesson.ground != ground:
                lesson = Lesson(ground)
                for _ in lesson.learn(db):
                    time.sleep(0)  # the window goes first
                with self._following:
                    lesson.follow(db)
                    self._lesson = lesson
        return lesson

    def _people(self, lesson: Lesson) -> Iterator[Missed]:
        """Those who are missed as the store has it now, who is missed most first."""
        db = self._store.read()
        with self._following:
            lesson.follow(db)
            absent = [(root_id, lesson.absent[root_id]) for root_id in lesson.in_order()]
        for begin_at in range(0, len(absent), _SLICE):
            yield from described(db, dict(absent[begin_at : begin_at + _SLICE]), lesson.ground)

    def _ground(self, db: Db, now: int) -> Ground:
        facts = self._shop.facts()
        return Ground(day_at(now, facts.zone), facts.zone, facts.settings.country, care_rules.rules(db))

    def _opening(self, ground: Ground) -> OpenDays:
        """The shop's open days as they were learnt; before that, as they were said beforehand."""
        lesson = self._lesson
        if lesson is not None and lesson.ground == ground:
            return lesson.opening
        if self._said_beforehand is None or self._said_beforehand[0] != ground:
            first = day_at(ground.since, ground.zone).toordinal()
            opening = open_days(ground.rules, ground.country, {}, first, first, ground.today)
            self._said_beforehand = ground, opening
        return self._said_beforehand[1]


def _today_item(person: Missed) -> TodayItem:
    return TodayItem(
        TodayKind.GONE_QUIET,
        person.customer_id,
        date.fromordinal(person.silence.last),
        person.customer_id,
        person.name,
        number=person.silent,
        about="" if person.by_name else QUIETLY,
    )
