"""What the wall is held against: plainer ways to say who comes next."""

from collections.abc import Hashable
from datetime import datetime, timedelta, tzinfo
from typing import Protocol

from frontdesk.domain.regulars.wall import Wall
from frontdesk.domain.regulars.wall.curves import Curve, Returning, hours_step

A_DAY = timedelta(days=1)


class Ranks(Protocol):
    def observe(self, customer: Hashable, at: datetime) -> None: ...
    def rank(self, at: datetime, k: int) -> list[Hashable]: ...


class Recency:
    """Whoever was here last comes next."""

    def __init__(self, zone: tzinfo) -> None:
        self._last: dict[Hashable, datetime] = {}

    def observe(self, customer: Hashable, at: datetime) -> None:
        self._last[customer] = at

    def rank(self, at: datetime, k: int) -> list[Hashable]:
        return sorted(self._last, key=self._last.__getitem__, reverse=True)[:k]


class Frequency:
    """Whoever came most often comes next."""

    def __init__(self, zone: tzinfo) -> None:
        self._times: dict[Hashable, int] = {}

    def observe(self, customer: Hashable, at: datetime) -> None:
        self._times[customer] = self._times.get(customer, 0) + 1

    def rank(self, at: datetime, k: int) -> list[Hashable]:
        return sorted(self._times, key=self._times.__getitem__, reverse=True)[:k]


class HabitAndOneCurve:
    """The visits near this time of day, halved every 60 days, times a curve of the hours since the last.

    A visit two hours off by the clock tells nothing; of another day of the same kind it tells 0.6, of the
    other kind 0.3.
    """

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._visits: dict[Hashable, list[datetime]] = {}
        self._curve = Curve(Returning().hours.default)
        self._asked: list[tuple[Hashable, float, int]] = []

    def observe(self, customer: Hashable, at: datetime) -> None:
        came = next((step for who, _, step in self._asked if who == customer), None)
        total = sum(score for _, score, _ in self._asked)
        if came is not None and total > 0:
            self._curve.learn(came, [(step, score / total) for _, score, step in self._asked])
        self._visits.setdefault(customer, []).append(at.astimezone(self._zone))

    def rank(self, at: datetime, k: int) -> list[Hashable]:
        local = at.astimezone(self._zone)
        now = local.replace(minute=15 + local.minute // 30 * 30)
        scored = []
        for customer, visits in self._visits.items():
            step = hours_step((local - visits[-1]) / timedelta(hours=1))
            habit = sum(self._telling(now, then) for then in visits)
            if habit > 0:
                scored.append((customer, habit * self._curve.factor[step], step))
        scored.sort(key=lambda one: one[1], reverse=True)
        self._asked = scored[:48]
        return [customer for customer, _, _ in scored[:k]]

    @staticmethod
    def _telling(now: datetime, then: datetime) -> float:
        apart = abs((now.hour - then.hour) * 60 + now.minute - then.minute)
        clock = 1 - (min(apart, 1440 - apart) / 120) ** 2
        if clock <= 0:
            return 0.0
        alike = 0.6 if (now.weekday() >= 5) == (then.weekday() >= 5) else 0.3
        day = 1.0 if now.weekday() == then.weekday() else alike
        return float(0.5 ** ((now - then) / A_DAY / 60) * clock * day)


RIVALS = {"wall": Wall, "habit": HabitAndOneCurve, "frequency": Frequency, "recency": Recency}
