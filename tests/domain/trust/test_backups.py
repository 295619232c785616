"""Which backups are kept: by hand-made cases and by a year of hourly ones."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.trust.backups import (
    DAY,
    DAYS_TO_BELIEVE,
    HOUR,
    NAMED,
    OLDEST,
    RECENT,
    BackupMade,
    BackupName,
    backup_name,
    furthest_first,
    latest_first,
    read_name,
    to_delete,
)

NOON = 1_751_371_200_000


def made(at: int, why: str = "", turn: int = 1) -> BackupName:
    name = read_name(backup_name(at, why, turn))
    assert name is not None
    return name


def live(times: list[int]) -> list[BackupName]:
    """Make a backup at each of the times, pruning after each as the shop does."""
    kept: list[BackupName] = []
    for at in times:
        newest = made(at)
        kept = [*kept, newest]
        gone = to_delete(kept, newest, at)
        kept = [one for one in kept if one not in gone]
    return kept


def test_a_name_says_its_second_in_utc_and_why_it_was_made() -> None:
    assert backup_name(NOON + 999) == "frontdesk-20250701-120000.sqlite3"
    assert backup_name(NOON, "before-restore", 2) == "frontdesk-20250701-120000-before-restore-2.sqlite3"


@given(
    st.integers(0, 4_000_000_000).map(lambda seconds: seconds * 1000),
    st.sampled_from(["", "before-restore", "before-schema"]),
    st.integers(1, 30),
)
def test_a_name_is_read_back(at: int, why: str, turn: int) -> None:
    assert read_name(backup_name(at, why, turn)) == BackupName(backup_name(at, why, turn), at, why, turn)


def test_other_files_are_none_of_ours() -> None:
    for name in (
        "frontdesk.sqlite3",
        "frontdesk-20250701-120000.sqlite3.part",
        "frontdesk-20251301-120000.sqlite3",
        "my-frontdesk-20250701-120000.sqlite3",
        "frontdesk-20250701-120000.sqlite3.damaged",
    ):
        assert read_name(name) is None


def test_a_year_of_hourly_backups_leaves_hours_days_and_weeks() -> None:
    hours = 365 * 24
    ages = [(NOON - one.at) // HOUR for one in live([NOON - HOUR * back for back in range(hours, -1, -1)])]
    assert sorted(ages)[:24] == list(range(24))
    assert len([age for age in ages if age < 15 * 24]) >= 24 + 13 - 1
    assert max(ages) > 6 * 7 * 24
    assert len(ages) <= 24 + 14 + 8
    assert max(ages) * HOUR <= OLDEST


def test_nothing_is_older_than_ninety_days_but_the_last_good_one() -> None:
    old, week = made(NOON - OLDEST - DAY), [made(NOON - DAY * back) for back in range(DAYS_TO_BELIEVE)]
    assert to_delete([old, *week], week[0], NOON) == [old]
    assert to_delete([old], old, NOON) == []


def test_a_clock_that_leapt_ahead_deletes_nothing_for_its_age() -> None:
    kept = live([NOON + DAY * day for day in range(60)])
    ahead = made(NOON + 60 * DAY + 730 * DAY)
    gone = to_delete([*kept, ahead], ahead, ahead.at)
    assert len(gone) <= 2  # the one more pushes out the last of the days and of the weeks
    back = made(NOON + 60 * DAY)
    left = [one for one in [*kept, ahead, back] if one not in gone]
    assert to_delete(left, back, back.at) in ([], [left[0]])


def test_a_day_of_hourly_backups_in_a_wrong_year_deletes_nothing_for_its_age() -> None:
    right = [NOON + DAY * day for day in range(60)]
    wrong = [right[-1] + 730 * DAY + HOUR * hour for hour in range(12)]
    kept = [one for one in live([*right, *wrong]) if one.at <= right[-1]]
    assert len(kept) >= 14


def test_after_a_week_of_a_new_time_it_is_believed() -> None:
    left = live([NOON, *(NOON + 730 * DAY + DAY * day for day in range(DAYS_TO_BELIEVE - 1))])
    assert left[0].at == NOON
    left = live([NOON, *(NOON + 730 * DAY + DAY * day for day in range(DAYS_TO_BELIEVE))])
    assert left[0].at > NOON


def listed(at: int, entries: int, *, why: str = "", good: bool = True, restored_at: int = 0) -> BackupMade:
    path = Path(backup_name(at, why))
    return BackupMade(path, at, 1, entries, "", why, good=good, restored_at=restored_at)


def test_what_bears_a_time_to_come_is_not_the_latest() -> None:
    old, new, ahead = listed(NOON - DAY, 5), listed(NOON, 6), listed(NOON + DAY, 4)
    assert latest_first([ahead, old, new], NOON) == (new, old, ahead)


def test_the_one_to_restore_goes_furthest_since_the_latest_restore() -> None:
    before = listed(NOON, 100)
    short, far = (listed(NOON + DAY, 40, restored_at=NOON), listed(NOON + HOUR, 60, restored_at=NOON))
    ahead, aside = listed(NOON + 800 * DAY, 90, restored_at=NOON), listed(NOON, 200, why="before-restore")
    broken = listed(NOON + DAY, 0, good=False)
    found = [before, short, far, ahead, aside, broken]
    assert furthest_first(found, NOON + 2 * DAY) == (far, short, before, ahead, aside)


def test_a_clock_set_back_deletes_nothing_of_the_time_to_come() -> None:
    kept = live([NOON + HOUR * hour for hour in range(40)])
    newest = made(NOON - 400 * DAY)
    assert to_delete([*kept, newest], newest, newest.at) == []


def test_after_a_clock_set_back_the_new_ones_are_kept_too() -> None:
    ahead = [made(NOON + DAY * day) for day in range(30)]
    kept: list[BackupName] = list(ahead)
    for hour in range(30):
        newest = made(NOON - DAY + HOUR * hour)
        kept = [one for one in [*kept, newest] if one not in to_delete([*kept, newest], newest, newest.at)]
        assert newest in kept
    assert set(ahead) <= set(kept)


def test_one_made_for_a_reason_outlives_its_hour() -> None:
    before = made(NOON, "before-restore")
    later = [made(NOON + 60_000 * minute) for minute in range(1, RECENT + 2)]
    assert to_delete([before, *later], later[-1], later[-1].at) == [later[0]]


def test_one_that_somebody_asked_for_is_not_gone_a_minute_later() -> None:
    asked = [made(NOON + 1000 * second) for second in range(RECENT)]
    assert to_delete(asked, asked[-1], asked[-1].at) == []


def test_those_made_for_a_reason_are_not_kept_without_end() -> None:
    special = [made(NOON + HOUR * hour, "before-restore") for hour in range(NAMED + 3)]
    newest = made(NOON + 99 * HOUR)
    assert set(to_delete([*special, newest], newest, newest.at)) == set(special[:3])


@given(st.lists(st.integers(0, 400 * 24), min_size=1, max_size=60), st.integers(0, 400 * 24))
def test_the_newest_good_one_always_stays(hours: list[int], now: int) -> None:
    names = [made(NOON + HOUR * hour) for hour in hours]
    for newest in names:
        assert newest not in to_delete(names, newest, NOON + HOUR * now)
