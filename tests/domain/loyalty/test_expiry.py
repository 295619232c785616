"""When stamps end, as a table; and the clocks by which they do not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.days import add_months, day_at, end_of_day
from frontdesk.domain.loyalty.cards import Ending, Lot
from frontdesk.domain.loyalty.expiry import (
    Due,
    Step,
    announced,
    endable,
    ending,
    ends_at,
    lived_days,
    next_step,
    notice_days,
    ruled_since,
)
from frontdesk.domain.loyalty.programmes import Expiry, ExpiryBasis, Programme, Reward, Terms, stamp_card
from frontdesk.domain.said import Said

VIENTIANE = ZoneInfo("Asia/Vientiane")
TBILISI = ZoneInfo("Asia/Tbilisi")
SIX = Expiry(ExpiryBasis.IDLE, 6)
CARD = stamp_card("Coffee card", 5, "coffee")


def at(text: str, zone: ZoneInfo = VIENTIANE) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp() * 1000)


def programme(*terms: Terms) -> Programme:
    return Programme(1, CARD.look, terms or (replace(CARD.terms, expiry=SIX),))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 11, 30), 13, date(2027, 12, 30)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 5), -12, date(2026, 1, 5)),
    ],
)
def test_months_are_those_of_a_calendar(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("came", "zone", "gone"),
    [
        ("2026-09-05T08:30", VIENTIANE, "2027-03-06T00:00"),
        ("2026-09-05T23:59", VIENTIANE, "2027-03-06T00:00"),
        ("2026-08-31T00:00", VIENTIANE, "2027-03-01T00:00"),
        ("2026-09-05T00:30", TBILISI, "2027-03-06T00:00"),
    ],
)
def test_the_last_day_is_the_shops_own_and_counts_in_full(came: str, zone: ZoneInfo, gone: str) -> None:
    assert ends_at(SIX, at(came, zone), zone) == at(gone, zone)
    assert day_at(at(gone, zone) - 1, zone) == day_at(at(gone, zone), zone) - timedelta(days=1)


def lots(*stamps: int) -> tuple[Lot, ...]:
    """The latest first, a day apart."""
    return tuple(
        Lot(99 - age, 1, left, at("2026-11-01") - age * 86_400_000) for age, left in enumerate(stamps)
    )


@pytest.mark.parametrize(
    ("left", "spares_full", "can_end"),
    [
        ((1, 1, 1), True, [1, 1, 1]),
        ((1, 1, 1, 1, 1), True, []),
        ((1, 1, 1, 1, 1), False, [1, 1, 1, 1, 1]),
        ((2, 3, 2), True, [2]),  # seven: the five oldest are a coffee
        ((1, 4, 2), True, [1, 1]),  # an entry that lies on the border is parted
        ((12,), True, [2]),
    ],
)
def test_what_would_be_a_reward_is_spared_and_it_is_the_oldest(
    left: tuple[int, ...], spares_full: bool, can_end: list[int]
) -> None:
    rule = programme(replace(CARD.terms, expiry=replace(SIX, spares_full=spares_full)))
    found = endable(rule, sum(left), at("2026-11-02"), lots(*left))
    assert [lot.left for lot in found] == can_end


def test_a_reward_of_the_card_before_is_spared_at_its_old_price() -> None:
    dearer = Terms((Reward(1, 10, Said("coffee")),), expiry=SIX, starts_at=at("2026-10-31T12:00"))
    found = endable(programme(replace(CARD.terms, id=1), dearer), 8, at("2026-11-02"), lots(2, 3, 3))
    assert [lot.left for lot in found] == [2, 1]


def test_a_rule_counts_from_when_it_was_made_and_not_from_another_change() -> None:
    plain, since = CARD.terms, at("2026-06-01")
    ruled = replace(plain, expiry=SIX, starts_at=since)
    dressed = replace(ruled, rewards=(Reward(1, 6, Said("coffee")),), starts_at=at("2026-08-01"))
    later_warned = replace(dressed, expiry=replace(SIX, warn_days=40), starts_at=at("2026-09-01"))
    shorter = replace(ruled, expiry=replace(SIX, months=3), starts_at=at("2026-12-01"))
    kept = programme(plain, ruled, dressed, later_warned, shorter)
    assert ruled_since(kept, at("2026-11-01")) == since
    assert ruled_since(kept, at("2026-12-02")) == shorter.starts_at
    assert ruled_since(programme(), at("2026-11-01")) == 0


NOW = at("2027-02-10T09:00")


def due(day: str, stamps: int = 1, entry: int = 1) -> Due:
    return Due(Lot(entry, 1, stamps, 0), end_of_day(date.fromisoformat(day), VIENTIANE))


@pytest.mark.parametrize(
    ("dues", "warned", "stamps", "last_day"),
    [
        ([due("2027-06-01", 3)], None, 3, "2027-06-01"),
        ([due("2027-03-05", 3)], None, 3, "2027-03-12"),  # nobody was warned: a whole notice from today
        ([due("2027-03-05", 3)], "2027-02-03", 3, "2027-03-05"),
        ([due("2027-01-05", 3)], "2027-02-03", 3, "2027-03-05"),  # it was due, but the notice came late
        ([due("2027-03-05", 3), due("2027-03-06", 4)], "2027-02-03", 3, "2027-03-05"),
        ([due("2027-03-01", 3), due("2027-03-05", 4)], "2027-02-03", 7, "2027-03-05"),
        ([due("2027-03-10", 3)], "2027-02-03", 3, "2027-03-12"),  # the warning was of others, which are gone
        ([due("2027-03-05", 3)], "2027-02-11", 3, "2027-03-12"),  # a warning from the future
    ],
)
def test_what_is_said(dues: list[Due], warned: str | None, stamps: int, last_day: str) -> None:
    warned_at = at(f"{warned}T08:00") if warned is not None else None
    end = end_of_day(date.fromisoformat(last_day), VIENTIANE)
    assert ending(dues, SIX, warned_at, NOW, VIENTIANE) == Ending(stamps, end)


def test_a_notice_is_never_shorter_than_two_weeks() -> None:
    assert notice_days(replace(SIX, warn_days=1)) == 14
    assert notice_days(SIX) == 30
    warned = announced(replace(SIX, warn_days=1), at("2027-02-10T23:00"), VIENTIANE)
    assert warned == at("2027-02-25T00:00")


def daily(first: str, days: int, every: int = 1) -> list[date]:
    return [date.fromisoformat(first) + timedelta(days=day) for day in range(0, days, every)]


@pytest.mark.parametrize(
    ("days", "lived"),
    [
        ([], 0),
        (daily("2027-01-01", 32), 31),
        (daily("2027-01-01", 29, 7), 28),  # a market each week
        (daily("2027-01-01", 11) + daily("2028-01-01", 3), 12),  # a leap of a year
        (daily("2027-01-01", 11) + daily("2027-03-10", 5), 14),  # closed for two months
        (daily("2026-10-01", 80, 14) + daily("2027-01-07", 57, 14), 62),  # a market each fortnight
        (daily("2026-10-01", 80, 14) + daily("2028-01-07", 57, 14), 56),  # and one that leapt
    ],
)
def test_only_days_that_were_lived_count(days: list[date], lived: int) -> None:
    assert lived_days(days, date(2027, 1, 1)) == lived


WARNED = at("2027-01-05T08:00")
OPEN_DAILY = daily("2026-11-01", 97)


@pytest.mark.parametrize(
    ("dues", "warned_at", "days", "now", "step"),
    [
        ([due("2027-02-04")], WARNED, OPEN_DAILY, at("2027-02-05T08:00"), Step.END),
        ([due("2027-02-04")], WARNED, OPEN_DAILY, at("2027-02-04T08:00"), Step.NOTHING),
        ([due("2027-02-04")], WARNED, OPEN_DAILY[:-1], at("2028-02-05T08:00"), Step.NOTHING),
        ([due("2027-02-04")], WARNED, OPEN_DAILY[:-25], at("2027-02-05T08:00"), Step.NOTHING),
        ([due("2027-02-04")], None, OPEN_DAILY, at("2027-02-05T08:00"), Step.WARN),
        ([due("2027-03-06")], None, OPEN_DAILY, at("2027-02-04T08:00"), Step.WARN),
        ([due("2027-03-07")], None, OPEN_DAILY, at("2027-02-04T08:00"), Step.NOTHING),
        ([due("2027-03-07")], WARNED, OPEN_DAILY, at("2027-02-04T08:00"), Step.UNWARN),
        ([], WARNED, OPEN_DAILY, at("2027-02-04T08:00"), Step.UNWARN),
        ([], None, OPEN_DAILY, at("2027-02-04T08:00"), Step.NOTHING),
        ([due("2027-02-04")], WARNED, OPEN_DAILY, at("2027-01-01T08:00"), Step.UNWARN),
        ([due("2027-01-20")], WARNED, OPEN_DAILY, at("2027-01-02T08:00"), Step.WARN),
    ],
)
def test_a_sweep_takes_one_step_at_a_time(
    dues: list[Due], warned_at: int | None, days: Sequence[date], now: int, step: Step
) -> None:
    assert next_step(dues, SIX, warned_at, days, now, VIENTIANE) is step
