"""What a pass or membership still gives follows from its sales and uses alone."""

import timeit
from dataclasses import replace
from datetime import date, datetime
from operator import itemgetter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.days import end_of_day
from frontdesk.domain.loyalty.cards import CardView, Ending, Validity
from frontdesk.domain.loyalty.passes import PassDeed, PassEntry, member_until, pass_lots, pass_view
from frontdesk.domain.loyalty.programmes import Look, PassTerms, Programme, ProgrammeKind, Terms
from frontdesk.domain.said import Said

ZONE = ZoneInfo("Asia/Vientiane")
DAY = 24 * 60 * 60 * 1000
TEN = PassTerms(visits=10, months=3)
MONTH = PassTerms(months=1)


def at(text: str) -> int:
    moment = text if "T" in text else f"{text}T09:00"
    return int(datetime.fromisoformat(moment).replace(tzinfo=ZONE).timestamp() * 1000)


def programme(kind: ProgrammeKind, *passes: tuple[str, PassTerms]) -> Programme:
    terms = tuple(Terms(passes=each, starts_at=at(since)) for since, each in passes)
    return Programme(1, Look(Said("Gym pass")), terms, kind)


PASS = programme(ProgrammeKind.PASS, ("2026-01-01", TEN))
MEMBER = programme(ProgrammeKind.MEMBERSHIP, ("2026-01-01", MONTH))


def sold(day: str, count: int = 10) -> PassEntry:
    return PassEntry(PassDeed.SOLD, count, at(day))


def used(day: str, count: int = 1) -> PassEntry:
    return PassEntry(PassDeed.USED, count, at(day))


def sorted_by_time(rows: list[tuple[int, PassDeed, int]]) -> list[PassEntry]:
    """Entries at so many half hours of the year 2016."""
    begin = at("2016-01-01")
    return [
        PassEntry(deed, count, begin + when * DAY // 48)
        for when, deed, count in sorted(rows, key=itemgetter(0))
    ]


def until(day: str) -> int:
    return end_of_day(date.fromisoformat(day), ZONE)


@pytest.mark.parametrize(
    ("sales", "last"),
    [
        ([sold("2026-02-05", 1)], "2026-03-05"),
        ([sold("2026-02-05T23:59", 1)], "2026-03-05"),
        ([sold("2026-01-31", 1)], "2026-02-28"),
        ([sold("2026-01-31", 1), sold("2026-02-20", 1)], "2026-03-31"),  # the month does not shrink for good
        ([sold("2026-02-05", 1), sold("2026-03-05", 1)], "2026-04-05"),  # on the last day it is not too late
        ([sold("2026-02-05", 1), sold("2026-03-06", 1)], "2026-04-06"),  # a day later it begins anew
        ([sold("2026-02-05", 3)], "2026-05-05"),
        ([sold("2026-02-05", 1), sold("2026-02-05", 1)], "2026-04-05"),
        ([used("2026-02-05")], None),
        ([], None),
    ],
)
def test_a_membership_runs_from_the_sale_or_from_the_end_that_there_is(
    sales: list[PassEntry], last: str | None
) -> None:
    found = member_until(MEMBER, sales, ZONE)
    assert found == (until(last) if last is not None else None)


def test_each_sale_has_the_terms_that_held_then() -> None:
    longer = programme(
        ProgrammeKind.MEMBERSHIP, ("2026-01-01", MONTH), ("2026-02-10", PassTerms(months=0, days=10))
    )
    sales = [sold("2026-02-05", 1), sold("2026-02-20", 2)]
    assert member_until(longer, sales, ZONE) == until("2026-03-25")


@pytest.mark.parametrize(
    ("entries", "left"),
    [
        ([sold("2026-02-01")], [10]),
        ([sold("2026-02-01"), used("2026-02-02"), used("2026-02-03", 2)], [7]),
        # The pass that ends first is used first, also when the other was bought before.
        ([sold("2026-02-01"), sold("2026-03-01"), used("2026-03-02")], [9, 10]),
        ([sold("2026-02-01"), sold("2026-03-01"), used("2026-03-02", 12)], [0, 8]),
        # What has ended is not taken from.
        ([sold("2026-02-01"), sold("2026-03-01"), used("2026-05-02")], [10, 9]),
        ([sold("2026-02-01"), sold("2026-03-01"), used("2026-05-01T23:59")], [9, 10]),
        # Its sale was taken back: the next one makes the use good.
        ([used("2026-02-02", 3), sold("2026-03-01")], [7]),
        ([sold("2026-02-01", 2), used("2026-02-02", 3), sold("2026-03-01")], [0, 9]),
        ([used("2026-02-02", 12), sold("2026-03-01"), sold("2026-03-02")], [0, 8]),
    ],
)
def test_uses_take_from_the_pass_that_ends_first(entries: list[PassEntry], left: list[int]) -> None:
    assert [lot.left for lot in pass_lots(PASS, entries, ZONE)] == left


def slowly(entries: list[PassEntry], of: Programme) -> list[tuple[int, int]]:
    """The rule as it is told: each use looks at each sale before it. (left, end) of each sale."""
    lots, owed = list[list[int]](), 0
    for entry in entries:
        if entry.deed is PassDeed.SOLD:
            (lot,) = pass_lots(of, [entry], ZONE)
            made_good = min(owed, entry.count)
            owed -= made_good
            lots.append([lot.left - made_good, lot.until])
            continue
        wanted = entry.count
        for lot in sorted((each for each in lots if entry.at < each[1]), key=itemgetter(1)):
            taken = min(lot[0], wanted)
            lot[0] -= taken
            wanted -= taken
        owed += wanted
    return [(left, until) for left, until in lots]


SEASONS = programme(
    ProgrammeKind.PASS,
    ("2016-01-01", TEN),
    ("2016-03-01", PassTerms(visits=10, months=0, days=20)),
    ("2016-06-01", PassTerms(visits=10, months=1)),
)


@given(
    st.lists(
        st.tuples(st.integers(0, 365 * 48), st.sampled_from(PassDeed), st.integers(1, 12)), max_size=40
    ).map(sorted_by_time)
)
def test_what_is_left_is_what_looking_at_every_sale_at_each_use_leaves(entries: list[PassEntry]) -> None:
    assert [(lot.left, lot.until) for lot in pass_lots(SEASONS, entries, ZONE)] == slowly(entries, SEASONS)


def years_of_use(years: int) -> list[PassEntry]:
    """Somebody who comes each day, and buys ten visits more on every ninth."""
    begin = at("2016-01-01")
    found = []
    for day in range(365 * years):
        if day % 9 == 0:
            found.append(PassEntry(PassDeed.SOLD, 10, begin + day * DAY))
        found.append(PassEntry(PassDeed.USED, 1, begin + day * DAY + DAY // 4))
    return found


def test_ten_years_are_read_right_and_in_ten_times_the_time_of_one() -> None:
    one, ten = years_of_use(1), years_of_use(10)
    assert [(lot.left, lot.until) for lot in pass_lots(SEASONS, ten, ZONE)] == slowly(ten, SEASONS)

    def seconds(entries: list[PassEntry]) -> float:
        return min(timeit.repeat(lambda: pass_lots(SEASONS, entries, ZONE), number=1, repeat=7))

    assert seconds(ten) < 30 * seconds(one)  # with each sale looked at for each use it is 60 to 100


def test_of_two_passes_the_later_one_may_end_first() -> None:
    shorter = programme(
        ProgrammeKind.PASS, ("2026-01-01", TEN), ("2026-02-10", PassTerms(visits=5, months=1))
    )
    entries = [sold("2026-02-01"), sold("2026-02-20", 5), used("2026-02-21", 2), used("2026-03-21")]
    assert [lot.left for lot in pass_lots(shorter, entries, ZONE)] == [9, 3]


def view(entries: list[PassEntry], now: str) -> CardView:
    return pass_view(PASS, entries, 0, at(now), ZONE)


@pytest.mark.parametrize(
    ("entries", "now", "validity", "ending"),
    [
        ([], "2026-02-01", None, None),
        (
            [sold("2026-02-01"), used("2026-02-02", 3)],
            "2026-02-03",
            Validity(until("2026-05-01"), 7, 10),
            Ending(7, until("2026-05-01")),
        ),
        (
            [sold("2026-02-01"), used("2026-02-02", 3), sold("2026-03-01")],
            "2026-03-02",
            Validity(until("2026-06-01"), 17, 20),
            Ending(7, until("2026-05-01")),
        ),
        (
            [sold("2026-02-01"), used("2026-02-02", 3), sold("2026-03-01")],
            "2026-05-02",
            Validity(until("2026-06-01"), 10, 10),
            Ending(10, until("2026-06-01")),
        ),
        (
            [sold("2026-02-01"), used("2026-02-02", 10)],
            "2026-02-03",
            Validity(until("2026-05-01"), 0, 10),
            None,
        ),
        ([sold("2026-02-01"), used("2026-02-02")], "2026-05-02", Validity(until("2026-05-01"), 0, 10), None),
    ],
)
def test_a_pass_as_it_is_shown(
    entries: list[PassEntry], now: str, validity: Validity | None, ending: Ending | None
) -> None:
    card = view(entries, now)
    assert (card.validity, card.ending, card.owed, card.offers) == (validity, ending, 0, ())
    holds = validity is not None and bool(validity.visits_left)
    assert (card.validity is not None and card.validity.holds(at(now))) == holds


def test_the_last_day_counts_in_full() -> None:
    entries = [sold("2026-02-01")]
    for moment, holds in (("2026-05-01T23:59", True), ("2026-05-02T00:00", False)):
        validity = view(entries, moment).validity
        assert validity is not None
        assert validity.holds(at(moment)) == holds


def test_a_sale_in_the_future_of_a_clock_that_was_ahead_holds_all_the_same() -> None:
    member = pass_view(MEMBER, [replace(sold("2027-02-01"), count=1)], 1, at("2026-02-01"), ZONE)
    assert member.validity is not None
    assert member.validity.holds(at("2026-02-01"))
