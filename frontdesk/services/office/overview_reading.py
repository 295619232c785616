"""One overview as it is read: what the period is compared with, and what each of the spans adds up to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise
from statistics import mean
from typing import Final

from frontdesk.domain.days import day_at
from frontdesk.domain.feedback.questions import Mood
from frontdesk.domain.office.overview import Figure, FigureName, Overview, Told
from frontdesk.domain.office.periods import (
    WEEKDAYS_COMPARED,
    Part,
    Period,
    Span,
    before,
    morning,
    parts_of,
    same_weekdays,
    span_of,
    step_of,
)
from frontdesk.domain.regulars.open_days import AROUND, OpenDays, open_days
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import care_rules
from frontdesk.storage.database import Db
from frontdesk.storage.office import overview
from frontdesk.storage.office.overview import Between

_MANY_DAYS: Final = 7

Courses = dict[FigureName, list[int]]
"""What is counted, step by step."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a span adds up to, and how it went; of a day that another is compared with, to its end."""

    told: dict[FigureName, Told]
    courses: Courses


class OverviewReading:
    def __init__(self, db: Db, shop: ShopService, now: int, period: Period) -> None:
        self._db, self._now, self._period = db, now, period
        self._facts, self._rules = shop.facts(), care_rules.rules(db)
        self._zone = self._facts.zone
        self._first = overview.first_visit(db)
        self._opened = day_at(now if self._first is None else self._first, self._zone)
        self._span = span_of(period, now, self._zone, self._opened)
        self._step = step_of(self._span)

    def report(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Overview | None:
        """All of it; None when it was cancelled."""
        compared, read = self._compared(), list[_Read]()
        for done, span in enumerate((self._span, *compared)):
            if cancelled():
                return None
            progress(done, 1 + len(compared))
            read.append(self._read(span))
        now, *then = read
        parts = self._parts(self._span)
        figures = tuple(
            Figure(
                name,
                told,
                tuple(each.told[name] for each in then),
                _so_far(parts, now.courses.get(name, ())),
                _mean_course([each.courses[name] for each in then] if name in now.courses else []),
            )
            for name, told in now.told.items()
        )
        is_over = self._span.last < day_at(self._now, self._zone)
        return Overview(
            self._period,
            self._span,
            compared,
            self._step,
            parts,
            figures,
            self._rules.greet_within_s,
            is_over,
            self._first is not None,
        )

    # --- what it is compared with ---

    def _compared(self) -> tuple[Span, ...]:
        """Spans in which the shop was there all the time; of weekdays those on which it was open."""
        if self._span.days > 1:
            one = before(self._period, self._span, self._now, self._zone)
            return (one,) if one is not None and one.first >= self._opened else ()
        days = same_weekdays(self._span, self._now, self._zone)
        known = [day for day in days if day.first >= self._opened]
        if not known:
            return ()
        opening = self._opening(known[-1].first, known[0].first)
        was_open = (
            each for each in known if opening.between(each.first.toordinal() - 1, each.first.toordinal())
        )
        return tuple(islice(was_open, WEEKDAYS_COMPARED))

    def _opening(self, first: date, last: date) -> OpenDays:
        """The open days about these, as who slips away is told by them."""
        today = day_at(self._now, self._zone).toordinal()
        begin = max(first.toordinal() - AROUND, self._opened.toordinal())
        end = min(last.toordinal() + AROUND, today - 1)
        edges = [morning(date.fromordinal(day), self._zone) for day in range(begin, end + 2)]
        counts = overview.visits(self._db, list(pairwise(edges)))
        visits = dict(zip(range(begin, end + 1), counts, strict=True))
        return open_days(self._rules, self._facts.settings.country, visits, begin, end + 1, end)

    # --- what it adds up to ---

    def _parts(self, span: Span) -> tuple[Part, ...]:
        return parts_of(span, self._step, self._zone)

    def _read(self, span: Span) -> _Read:
        """The steps as far as the span goes are what it adds up to."""
        parts = self._parts(span)
        so_far = [(part.since, min(part.until, span.until)) for part in parts if part.since < span.until]
        courses = self._courses(so_far, span)
        told = self._told(span, courses)
        to_its_end = [(part.since, part.until) for part in parts]
        if span is not self._span and span.days == 1 and to_its_end != so_far:
            courses = self._courses(to_its_end, span)
        return _Read(told, courses)

    def _courses(self, parts: Sequence[Between], span: Span) -> Courses:
        ledger = overview.stamps(self._db, parts, many=span.days > _MANY_DAYS)
        return {
            FigureName.VISITS: overview.visits(self._db, parts),
            FigureName.NEW: overview.newcomers(self._db, parts),
            FigureName.STAMPS: [given for given, _ in ledger],
            FigureName.REWARDS: [taken for _, taken in ledger],
        }

    def _told(self, span: Span, courses: Courses) -> dict[FigureName, Told]:
        db, bounds = self._db, (span.since, span.until)
        visits, new = sum(courses[FigureName.VISITS]), sum(courses[FigureName.NEW])
        people, regulars = overview.people(db, *bounds, visits)
        promises = overview.promises(db, *bounds)
        return {
            FigureName.VISITS: Told(visits, people),
            FigureName.REGULARS: Told(regulars, people),
            FigureName.NEW: Told(new, people),
            FigureName.RETURNING: Told(people - new, people),
            FigureName.STAMPS: Told(sum(courses[FigureName.STAMPS])),
            FigureName.REWARDS: Told(sum(courses[FigureName.REWARDS])),
            FigureName.PROMISES: Told(promises.kept, promises.promised),
            FigureName.MOOD: _mood(overview.moods(db, *bounds)),
            FigureName.DOOR: _door(overview.door(db, *bounds, self._rules.greet_within_s * 1000)),
        }


def _mood(faces: tuple[int, ...]) -> Told:
    """The mean face, of how many, and how many of each."""
    of = sum(faces)
    total = sum(count * mood.value for count, mood in zip(faces, Mood, strict=True))
    return Told(total / of if of else None, of, faces)


def _door(door: overview.Door) -> Told:
    """The median in seconds, of how many; how many in time, later, and not noted."""
    median = None if door.median is None else door.median / 1000
    return Told(median, door.measured, (door.in_time, door.measured - door.in_time, door.not_noted))


def _so_far(parts: Sequence[Part], course: Sequence[int]) -> tuple[float | None, ...]:
    """What is still to come is not nothing."""
    to_come = len(parts) - len(course) if course else 0
    return (*course, *[None] * to_come)


def _mean_course(courses: Sequence[Sequence[int]]) -> tuple[float, ...]:
    """Step by step; not all months are as long."""
    return tuple(mean(counts) for counts in zip(*courses, strict=False))
