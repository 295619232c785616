"""What a pass or membership still gives follows from its sales and uses alone."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.domain.cards import CardView, Ending, Validity
from frontdesk.domain.days import end_of_day
from frontdesk.domain.passes import PassDeed, PassEntry, member_until, pass_lots, pass_view
from frontdesk.domain.programmes import Look, PassTerms, Programme, ProgrammeKind, Terms
from frontdesk.domain.said import Said

ZONE = ZoneInfo("Asia/Vientiane")
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
