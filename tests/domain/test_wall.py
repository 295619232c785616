"""Who is likely to walk in now."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from frontdesk.domain.wall import Wall

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
    assert wall.rank(THURSDAY, 9) == ["thursday morning", "friday morning", "sunday morning"]


def test_who_stopped_coming_fades() -> None:
    wall = wall_of({"now": weekly(THURSDAY, 4), "then": weekly(THURSDAY - timedelta(days=300), 12)})
    assert wall.rank(THURSDAY, 1) == ["now"]


def test_who_was_just_here_steps_back() -> None:
    wall = wall_of(
        {"here": [*weekly(THURSDAY), THURSDAY - timedelta(minutes=20)], "not yet": weekly(THURSDAY, 2)}
    )
    assert wall.rank(THURSDAY, 2) == ["not yet", "here"]


def test_the_clock_on_the_shops_wall_counts_not_that_of_greenwich() -> None:
    wall = wall_of({"noy": [at.astimezone(UTC) for at in weekly(THURSDAY)]})
    assert wall.rank(THURSDAY.astimezone(UTC), 1) == ["noy"]
    assert wall.rank(THURSDAY + timedelta(hours=7), 1) == []


def test_nobody_is_ranked_in_an_empty_shop() -> None:
    assert Wall(VIENTIANE).rank(THURSDAY, 12) == []
