"""The outlier report in honest shops and in shops with a cheat in them (`shops_replayed`)."""

from collections import Counter
from datetime import UTC
from functools import cache
from random import Random

import pytest

from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust.outliers.facts import FindingKind, LedgerLine
from frontdesk.domain.trust.outliers.report import find_outliers
from tests.domain.trust.outliers.cheats import Cheat, days_until_found, false_alarms, plant, report_at
from tests.domain.trust.outliers.rosters import (
    DAY,
    Roster,
    alone,
    fixed,
    four_on_two_off,
    side_by_side,
    weekly_turns,
)
from tests.domain.trust.outliers.shops_replayed import (
    FIRST_DAY,
    Visit,
    grocery_households,
    grocery_store,
    kiosk,
    lived,
    office_corner,
    salon,
)

MIDDLE = 15 * 60
ROSTERS: dict[str, Roster] = {
    "fixed shifts": fixed(MIDDLE),
    "four on, two off": four_on_two_off(MIDDLE),
    "side by side": side_by_side(4, 3, seed=5),
    "weekly turns": weekly_turns(MIDDLE),
    "alone": alone,
}


@cache
def store() -> list[Visit]:
    return grocery_store()


def planted_in(
    visits: list[Visit], roster: str, cheat: Cheat, seed: int, staff: int, start: int
) -> int | None:
    """Reports until found, of at most seven."""
    shop = lived(visits, ROSTERS[roster], seed)
    planted = plant(shop, visits, cheat, staff, start, days=8)
    return days_until_found(shop.lines(), planted, patience=7)


@pytest.mark.parametrize(
    ("visits", "roster", "days"),
    [
        (store(), "weekly turns", 130),
        (store(), "fixed shifts", 110),
        (kiosk(1), "side by side", 90),
        (office_corner(2, 84), "fixed shifts", 83),
        (salon(1), "weekly turns", 90),
    ],
    ids=["grocer", "grocer of fixed shifts", "kiosk", "office corner", "salon"],
)
def test_an_honest_shop_raises_at_most_one_alarm_in_two_weeks(
    visits: list[Visit], roster: str, days: int
) -> None:
    """The full tables, with more of each, are a benchmark's."""
    alarms, weeks = false_alarms(lived(visits, ROSTERS[roster], seed=3).lines(), days)
    assert weeks >= 4
    assert len(alarms) <= 0.4 * weeks
    assert max(Counter(day // 7 for day, _ in alarms).values(), default=0) <= 2


@pytest.mark.parametrize("cheat", [Cheat.BUSY, Cheat.BUSY_OWN])
@pytest.mark.parametrize("roster", ["fixed shifts", "side by side", "alone"])
def test_a_card_of_950_stamps_a_year_is_found_within_the_week(roster: str, cheat: Cheat) -> None:
    assert planted_in(store(), roster, cheat, seed=1, staff=1, start=140) is not None


@pytest.mark.parametrize("cheat", [Cheat.FRIEND, Cheat.FRIEND_KNOWN, Cheat.FRIEND_TWICE])
@pytest.mark.parametrize("roster", ["fixed shifts", "four on, two off", "side by side", "weekly turns"])
def test_a_friends_card_at_each_of_four_shifts_a_week_is_found_within_the_week(
    roster: str, cheat: Cheat
) -> None:
    found = [planted_in(store(), roster, cheat, seed, 1 + seed % 2, 60 + seed * 63) for seed in range(2)]
    assert None not in found


@pytest.mark.parametrize("cheat", [Cheat.BURST, Cheat.FILLED, Cheat.GOODWILL, Cheat.UNDONE])
def test_deeds_of_one_member_of_staff_are_found_within_the_week(cheat: Cheat) -> None:
    assert planted_in(store(), "weekly turns", cheat, seed=1, staff=1, start=160) is not None


def test_stamps_after_closing_are_found_where_hours_are_kept() -> None:
    visits = grocery_households(2)
    assert planted_in(visits, "weekly turns", Cheat.NIGHT, 1, 2, 100) is not None


def test_the_finding_names_who_and_since_when_and_the_entries_behind_it() -> None:
    shop = lived(store(), ROSTERS["weekly turns"], 0)
    planted = plant(shop, store(), Cheat.FRIEND, staff=1, start=70, days=11)
    lines = shop.lines()
    by_id = {line.id: line for line in lines}
    [finding] = [f for f in report_at(lines, 80).findings if f.kind is FindingKind.ONE_PAIR]
    assert (finding.staff_id, finding.customer_ids) == (1, (planted.person,))
    assert finding.count == len(finding.entry_ids) > finding.usual
    assert finding.count <= finding.out_of
    assert (finding.first_day.toordinal() - 719163) - FIRST_DAY in range(70, 81)
    behind = [by_id[id_] for id_ in finding.entry_ids]
    assert {(line.staff_id, line.customer_id) for line in behind} == {(1, planted.person)}
    assert finding.gestures == tuple(line.gesture for line in behind)


def test_one_who_works_all_mornings_and_the_regular_of_all_mornings_are_no_finding() -> None:
    """They meet every day, and so would anybody who had these mornings."""
    rng = Random(5)
    visits = [
        (person, day * DAY + rng.randrange(8 * 60, 18 * 60))
        for day in range(120)
        for person in rng.sample(range(100, 160), 12)
    ]
    visits += [
        (person, day * DAY + 8 * 60 + person * 7 + rng.randrange(10))
        for person in range(1, 9)
        for day in range(120)
        if rng.random() < 0.95
    ]
    lines = lived(sorted(visits, key=lambda visit: visit[1]), fixed(MIDDLE), 1).lines()
    pairs = [
        f
        for day in range(60, 120, 3)
        for f in report_at(lines, day).findings
        if f.kind is FindingKind.ONE_PAIR
    ]
    assert not pairs


def test_a_card_that_was_always_far_ahead_is_still_found_after_half_a_year() -> None:
    shop = lived(store(), ROSTERS["weekly turns"], 0)
    planted = plant(shop, store(), Cheat.BUSY, staff=1, start=0, days=200)
    report = report_at(shop.lines(), 199)
    assert planted.is_found_in(report)
    assert report.findings[0].kind is FindingKind.BUSY_CARD


def test_a_young_shop_is_told_that_it_is_too_early() -> None:
    shop = lived(store(), ROSTERS["weekly turns"], 0)
    plant(shop, store(), Cheat.BUSY, staff=1, start=0, days=30)
    lines = shop.lines()
    young = report_at(lines, 2)
    assert (young.enough, young.findings, young.known_days, young.needed_days) == (False, (), 3, 28)
    assert not report_at(lines, 26).enough
    assert report_at(lines, 27).enough
    assert not report_at(lines, 27, days=30).enough


def test_an_empty_ledger_is_too_early_as_well() -> None:
    assert not find_outliers([], FIRST_DAY * DAY * 60_000, UTC).enough


def test_what_was_taken_back_does_not_count() -> None:
    shop = lived(store(), ROSTERS["weekly turns"], 0)
    planted = plant(shop, store(), Cheat.BUSY, staff=1, start=70, days=8)
    for line in [each for each in shop.made if each.customer_id == planted.person]:
        shop.add(EntryKind.REVERSED, -1, line.customer_id, line.staff_id, 77 * DAY, line.id)
    assert not planted.is_found_in(report_at(shop.lines(), 77))


def test_several_cards_stamped_by_one_gesture_are_one_stamping() -> None:
    shop = lived(store(), ROSTERS["weekly turns"], 0)
    lines = shop.lines()
    twice = [
        LedgerLine(
            line.id + 1_000_000,
            line.gesture,
            line.kind,
            line.stamps,
            line.customer_id,
            line.staff_id,
            line.at,
        )
        for line in lines
        if line.kind is EntryKind.EARNED and line.at > (FIRST_DAY + 70) * DAY * 60_000
    ]
    both = sorted([*lines, *twice], key=lambda line: line.at)
    assert [f.subject for f in report_at(both, 76).findings] == [
        f.subject for f in report_at(lines, 76).findings
    ]


def test_customers_who_keep_to_one_of_the_staff_are_no_finding() -> None:
    """At a salon they ask for theirs, and come when theirs is in."""
    rng, roster = Random(8), side_by_side(3, 2, seed=2)
    shop = lived([], roster, 1)
    for day in range(120):
        [shift] = roster(day)
        for person in range(1, 41):
            theirs = 1 + person % 3
            if rng.random() < (0.5 if theirs in shift.staff else 0.1):
                staff = theirs if theirs in shift.staff else rng.choice(shift.staff)
                shop.add(EntryKind.EARNED, 1, person, staff, day * DAY + rng.randrange(9 * 60, 18 * 60))
    lines = shop.lines()
    assert not [finding for day in range(90, 120, 4) for finding in report_at(lines, day).findings]
