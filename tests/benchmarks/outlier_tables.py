"""The full tables of the outlier report: `python -m tests.benchmarks.outlier_tables [FIRST_SEED [SEEDS]]`.

Friends' cards planted into the real grocer's year by every roster, and the false alarms of honest shops. The
numbers in report.py were tuned on seeds below 100; the tables and the benchmark take those from 100 on, and
rosters and shops of their own.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.domain.trust.outliers.cheats import Cheat, days_until_found, false_alarms, plant
from tests.domain.trust.outliers.rosters import (
    Roster,
    fixed,
    four_on_two_off,
    owner_and_help,
    rotating,
    side_by_side,
    together,
    weekly_turns,
)
from tests.domain.trust.outliers.shops_replayed import (
    Visit,
    grocery_households,
    grocery_store,
    kiosk,
    lived,
    office_corner,
    salon,
)

TUNED_ON: Mapping[str, Roster] = {
    "fixed shifts": fixed(15 * 60),
    "four in turn": rotating(15 * 60),
    "two or three of six": together(5),
    "weekly turns": weekly_turns(15 * 60),
    "four on, two off": four_on_two_off(15 * 60),
    "owner and help": owner_and_help(17 * 60),
}
HELD_BACK: Mapping[str, Roster] = {
    "fixed shifts": fixed(14 * 60 + 30),
    "four in turn": rotating(16 * 60),
    "two of three": side_by_side(3, 2, seed=12),
    "three of five": side_by_side(5, 3, seed=13),
    "weekly turns": weekly_turns(14 * 60),
    "four on, two off": four_on_two_off(13 * 60 + 30),
    "owner and help": owner_and_help(16 * 60),
}
STAFF = 3
FEWEST_SHIFTS = 4
"""In seven days, for those who must be found in these."""
SURE = (Cheat.FRIEND, Cheat.FRIEND_KNOWN, Cheat.FRIEND_TWICE)


@dataclass(frozen=True)
class Planting:
    """A friend's card: `shifts` in its first seven days, and the reports until it was named."""

    roster: str
    cheat: Cheat
    shifts: int
    found: int | None


@dataclass(frozen=True)
class Alarms:
    """Of an honest shop: all, the most in any seven days, and the weeks with a report."""

    shop: str
    roster: str
    alarms: int
    worst: int
    weeks: int


@cache
def store() -> list[Visit]:
    return grocery_store()


def planted(
    rosters: Mapping[str, Roster], cheats: tuple[Cheat, ...], seeds: range, patience: int = 7
) -> Iterator[Planting]:
    for name, roster in rosters.items():
        for cheat in cheats:
            for seed in seeds:
                lot = Random(f"{name} {cheat} {seed}")
                staff, start = lot.randint(1, STAFF), lot.randrange(50, 340)
                shop = lived(store(), roster, seed)
                friend = plant(shop, store(), cheat, staff, start, patience + 1)
                days = range(start, start + 7)
                shifts = sum(staff in shift.staff for day in days for shift in roster(day))
                yield Planting(name, cheat, shifts, days_until_found(shop.lines(), friend, patience))


def honest(
    shop: str, visits: list[Visit], days: int, rosters: Mapping[str, Roster], seed: int
) -> Iterator[Alarms]:
    for name, roster in rosters.items():
        alarms, weeks = false_alarms(lived(visits, roster, seed).lines(), days)
        times = [day for day, _ in alarms]
        worst = max((sum(first <= day < first + 7 for day in times) for first in times), default=0)
        yield Alarms(shop, name, len(alarms), worst, weeks)


def _share(plantings: list[Planting]) -> str:
    found = sum(each.found is not None for each in plantings)
    return f"{found} of {len(plantings)} ({found / len(plantings):.0%})"


def _found_table(title: str, plantings: list[Planting], key: Callable[[Planting], str]) -> None:
    print(f"\n{title}")
    groups: dict[str, list[Planting]] = defaultdict(list)
    for each in plantings:
        groups[key(each)].append(each)
    for name in sorted(groups):
        print(f"  {name:<42} {_share(groups[name])}")


def main() -> None:
    first = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    seeds = range(first, first + (int(sys.argv[2]) if len(sys.argv) > 2 else 10))
    rosters = TUNED_ON if first < 100 else HELD_BACK
    week = list(planted(rosters, (*SURE, Cheat.FRIEND_OFTEN), seeds))
    _found_table(
        "Found within seven days, by shifts in these", week, lambda p: f"{min(p.shifts, 5)}  {p.cheat}"
    )
    often = [each for each in week if each.shifts >= FEWEST_SHIFTS and each.cheat in SURE]
    _found_table("By roster, four shifts or more, a stamp at each", often, lambda p: p.roster)
    print(f"  together: {_share(often)}")
    rare = [p for p in planted(rosters, SURE, seeds[:4], patience=28) if p.shifts <= 2]
    _found_table("One or two shifts in the first week, within 28 days", rare, lambda p: p.cheat)
    print("\nFalse alarms a week in honest shops (worst seven days)")
    shops = [
        ("grocer", store(), 365),
        ("grocer's households", grocery_households(first), 365),
        ("kiosk", kiosk(first), 199),
        ("salon", salon(first), 364),
        ("office corner", office_corner(first, 130), 129),
    ]
    for shop, visits, days in shops:
        for each in honest(shop, visits, days, rosters, first):
            print(f"  {shop:<20} {each.roster:<20} {each.alarms / each.weeks:.2f} ({each.worst})", flush=True)


if __name__ == "__main__":
    main()
