"""Who is likely to walk in now."""

import csv
import gzip
from collections.abc import Hashable, Iterable
from datetime import UTC, datetime, timedelta
from math import isfinite
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.regulars.wall import Wall

DATA = Path(__file__).parents[3] / "data"
VIENTIANE = ZoneInfo("Asia/Vientiane")
THURSDAY = datetime(2026, 11, 19, 8, 30, tzinfo=VIENTIANE)


def wall_of(visits: dict[str, list[datetime]]) -> Wall:
    wall = Wall(VIENTIANE)
    for at, who in sorted((at, who) for who, times in visits.items() for at in times):
        wall.observe(who, at)
    return wall


def weekly(first: datetime, count: int = 8) -> list[datetime]:
    return [first - timedelta(weeks=week) for week in range(1, count + 1)]


def test_the_hour_and_the_day_of_the_week_count() -> None:
    wall = wall_of(
        {
            "thursday morning": weekly(THURSDAY),
            "thursday evening": weekly(THURSDAY + timedelta(hours=9)),
            "sunday morning": weekly(THURSDAY - timedelta(days=4)),
            "friday morning": weekly(THURSDAY + timedelta(days=1)),
        }
    )
    assert wall.rank(THURSDAY, 9) == [
        "thursday morning",
        "friday morning",
        "sunday morning",
        "thursday evening",
    ]


def test_who_stopped_coming_fades() -> None:
    wall = wall_of({"now": weekly(THURSDAY, 4), "then": weekly(THURSDAY - timedelta(days=300), 12)})
    assert wall.rank(THURSDAY, 1) == ["now"]


def test_who_was_just_here_steps_back() -> None:
    wall = wall_of(
        {"here": [*weekly(THURSDAY), THURSDAY - timedelta(minutes=20)], "not yet": weekly(THURSDAY, 2)}
    )
    assert wall.rank(THURSDAY, 2) == ["not yet", "here"]


def test_the_clock_on_the_shops_wall_counts_not_that_of_greenwich() -> None:
    greenwich = [at.astimezone(UTC) for at in weekly(THURSDAY)]
    wall = wall_of(
        {"noy": greenwich, "seven hours later": [at + timedelta(hours=7) for at in weekly(THURSDAY)]}
    )
    assert wall.rank(THURSDAY.astimezone(UTC), 1) == ["noy"]
    assert wall.rank(THURSDAY + timedelta(hours=7), 1) == ["seven hours later"]


def test_nobody_is_ranked_in_an_empty_shop() -> None:
    wall = Wall(VIENTIANE)
    assert wall.rank(THURSDAY, 12) == []
    assert wall.chances(["noy"], THURSDAY) == {"noy": 0.0}


def log_of_a_grocer() -> list[tuple[datetime, Hashable]]:
    """The visits of tests/data, whose minutes are of local time."""
    with gzip.open(DATA / "grocery_store_visits.csv.gz", "rt", encoding="utf-8") as lines:
        return [
            (datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=int(row["minute"])), row["customer"])
            for row in csv.DictReader(lines)
        ]


def found_among(log: Iterable[tuple[datetime, Hashable]], k: int) -> float:
    """The share of visits whose customer the wall named among `k` just before."""
    wall, found, visits = Wall(UTC), 0, 0
    for at, customer in log:
        found += customer in wall.rank(at, k)
        visits += 1
        wall.observe(customer, at)
    return found / visits


def test_a_grocers_customers_are_among_the_first_twelve_as_often_as_they_were() -> None:
    assert found_among(log_of_a_grocer(), 12) >= 0.465


def commuters(rng: Random, people: int, days: int) -> list[tuple[datetime, Hashable]]:
    """Weekday mornings, each at a time of their own, some of them again in the afternoon."""
    first = datetime(2026, 1, 5, tzinfo=UTC)
    log = []
    for person in range(people):
        own, keen, twice = rng.uniform(7, 10), rng.uniform(0.3, 0.9), rng.random() < 0.3
        for day in range(days):
            if (first + timedelta(days=day)).weekday() < 5 and rng.random() < keen:
                log.append((first + timedelta(days=day, hours=own + rng.gauss(0, 0.2)), person))
                if twice:
                    log.append((first + timedelta(days=day, hours=own + 6 + rng.gauss(0, 0.3)), person))
    return sorted(log)


def test_the_order_is_that_of_the_chances_whoever_stands_in_front() -> None:
    """A shop with more people than are looked at one by one."""
    rng = Random(4)
    wall, log = Wall(UTC), commuters(rng, 4000, 12)
    for at, customer in log[:-60]:
        wall.observe(customer, at)
    for at, customer in log[-60:]:
        wall.observe(customer, at)
        moment = at + timedelta(minutes=rng.choice([0, 20, 45, 300]))
        ranked = wall.rank(moment, 30)
        chances = wall.chances(range(4000), moment)
        best = sorted(chances.values(), reverse=True)[:30]
        assert [chances[one] for one in ranked] == pytest.approx(best)


def test_a_half_hour_made_ready_by_and_by_is_the_one_made_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is made, visits of that hour and of others go on arriving, also of new people."""
    monkeypatch.setattr("frontdesk.domain.regulars.wall.ranking.AHEAD", 1)
    log = commuters(Random(5), 3500, 4)
    patient, hasty = Wall(UTC), Wall(UTC)
    for at, customer in log:
        patient.observe(customer, at)
        hasty.observe(customer, at)
    now = log[-1][0].replace(hour=8, minute=0) + timedelta(days=1)
    for number, (at, customer) in enumerate(log[::130]):
        patient.rank(now, 12)
        later = at.replace(hour=8, minute=20 + number % 20, day=now.day, month=now.month)
        for who in (customer, f"new {number}"):
            patient.observe(who, later)
            hasty.observe(who, later)
    soon = now + timedelta(minutes=50)
    assert hasty.rank(soon, 40) == patient.rank(soon, 40)
    everybody = [*range(3500), *(f"new {number}" for number in range(40))]
    assert hasty.chances(everybody, soon) == pytest.approx(patient.chances(everybody, soon))


def test_a_visit_taken_back_leaves_no_trace() -> None:
    visits = weekly(THURSDAY, 6)[::-1]
    wall, untouched = (
        wall_of({"noy": visits, "keo": weekly(THURSDAY, 3)}),
        wall_of({"noy": visits, "keo": weekly(THURSDAY, 3)}),
    )
    now = THURSDAY + timedelta(minutes=10)
    untouched.rank(now, 2)
    for _ in range(2):  # before this half-hour was asked for, and while it stands
        wall.observe("noy", THURSDAY)
        wall.retell("noy", gone=[THURSDAY], visits=visits)
        assert wall.rank(now, 2) == untouched.rank(now, 2)
        assert wall.chances(["noy", "keo"], now) == pytest.approx(untouched.chances(["noy", "keo"], now))


def test_a_half_hour_can_be_made_ready_beforehand() -> None:
    wall = wall_of({"noy": weekly(THURSDAY), "keo": weekly(THURSDAY, 2)})
    steps = 1
    while not wall.prepare(THURSDAY, steps=1):
        steps += 1
    assert steps > 3
    assert wall.rank(THURSDAY, 2) == ["noy", "keo"]


def test_of_whom_no_visit_stands_nothing_is_kept_in_the_way_of_others() -> None:
    wall = wall_of({"noy": weekly(THURSDAY)})
    assert wall.rank(THURSDAY, 3) == ["noy"]
    wall.retell("somebody", visits=[])
    wall.observe("keo", THURSDAY - timedelta(hours=20))
    assert wall.rank(THURSDAY, 3) == ["noy", "keo"]


def test_who_has_no_visit_left_is_not_likely() -> None:
    wall = wall_of({"noy": [THURSDAY]})
    wall.retell("noy", gone=[THURSDAY], visits=[])
    assert wall.rank(THURSDAY, 5) == []


def test_a_visit_told_late_counts_as_if_told_in_time() -> None:
    visits = weekly(THURSDAY, 6)[::-1]
    wall = wall_of({"noy": [*visits[:3], *visits[4:]], "keo": weekly(THURSDAY, 3)})
    wall.retell("noy", new=[visits[3]], visits=visits)
    in_time = wall_of({"noy": visits, "keo": weekly(THURSDAY, 3)})
    assert wall.chances(["noy"], THURSDAY) == pytest.approx(in_time.chances(["noy"], THURSDAY))


def test_one_visit_under_a_clock_years_ahead_does_not_outweigh_all() -> None:
    wall = wall_of({"noy": weekly(THURSDAY), "keo": weekly(THURSDAY, 2)})
    wall.observe("keo", THURSDAY.replace(year=2107))
    for week in range(3):
        wall.observe("noy", THURSDAY + timedelta(weeks=week))
    assert wall.rank(THURSDAY + timedelta(weeks=3), 2) == ["noy", "keo"]


@pytest.mark.parametrize("at", [datetime(1980, 1, 1, tzinfo=UTC), datetime(9990, 1, 1, tzinfo=UTC)])
def test_a_moment_far_from_all_visits_has_an_answer(at: datetime) -> None:
    wall = wall_of({"noy": weekly(THURSDAY), "keo": weekly(THURSDAY, 2)})
    assert set(wall.rank(at, 5)) == {"noy", "keo"}
    wall.observe("keo", at)
    assert set(wall.rank(THURSDAY, 5)) == {"noy", "keo"}
    assert all(isfinite(chance) for chance in wall.chances(["noy", "keo"], at).values())


def test_the_hour_that_comes_twice_in_autumn_and_the_one_that_never_comes() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    wall = Wall(berlin)
    spring = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    autumn = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    for day in (spring, autumn):
        for quarter in range(16):
            wall.observe("noy", day + timedelta(minutes=15 * quarter))
            assert wall.rank(day + timedelta(minutes=15 * quarter), 3) == ["noy"]
