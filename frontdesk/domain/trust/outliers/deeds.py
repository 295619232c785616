"""Members of staff whose acts differ from the others': goodwill, rewards undone, cards filled and redeemed,
stamps while the shop is closed.

Each is so many events of so many acts in the window. The others, in the window and in the blocks before it,
say what is usual; in a one-person shop it is what the same person did before. `rarity.rate_tail` says how
often a colleague with that rate would do it so often, its own uncertainty included.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from frontdesk.domain.loyalty.stamping import EntryKind
from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, LedgerLine, Severity
from frontdesk.domain.trust.outliers.rarity import rate_tail
from frontdesk.domain.trust.outliers.shop_log import ShopLog, date_of, is_weekend, weekday

CHANCE: Final = 0.01
"""Of a week in which nobody cheats: that one of the staff seems to do one of these things."""
PLAIN_CHANCE: Final = 0.0001
FEWEST_EVENTS: Final = 3
TIMES_THE_OTHERS: Final = 3.0
"""Colleagues differ honestly; below three times the others' rate nothing is said."""

_BINS: Final = 48
_BIN_MINUTES: Final = 30
_NEAR_BINS: Final = 2
_FEWEST_DAYS: Final = 2


class _Deed(NamedTuple):
    """One act that might have been an event of some kind."""

    line: LedgerLine
    day: int
    is_event: bool


def staff_rates(log: ShopLog) -> list[Finding]:
    """Whoever does one of these things far more often than the others."""
    kinds: dict[FindingKind, Callable[[ShopLog], list[_Deed]]] = {
        FindingKind.GOODWILL: _goodwill,
        FindingKind.REWARDS_UNDONE: _rewards_undone,
        FindingKind.FILLED_AND_REDEEMED: _filled_and_redeemed,
        FindingKind.ODD_HOURS: _odd_hours,
    }
    found = []
    for kind, deeds in kinds.items():
        found += _compared(log, kind, deeds(log))
    return found


def _compared(log: ShopLog, kind: FindingKind, deeds: Sequence[_Deed]) -> list[Finding]:
    mine: dict[int, list[_Deed]] = defaultdict(list)
    begun = log.last_day - log.days
    for deed in deeds:
        if deed.day > begun:
            mine[deed.line.staff_id].append(deed)
    everybody = {deed.line.staff_id for deed in deeds}
    found = []
    for staff, acts in mine.items():
        events = [deed for deed in acts if deed.is_event]
        if len(events) < FEWEST_EVENTS:
            continue
        alone = len(everybody) == 1
        others = [d for d in deeds if (d.day <= begun if alone else d.line.staff_id != staff)]
        of_others = sum(deed.is_event for deed in others)
        usual = len(acts) * (of_others + 1) / (len(others) + 2)
        chance = rate_tail(len(events), max(len(acts), len(events)), of_others, len(others)) * len(mine)
        if chance < CHANCE and len(events) >= TIMES_THE_OTHERS * usual:
            found.append(_finding(log, kind, staff, events, len(acts), usual, chance))
    return found


def _finding(
    log: ShopLog,
    kind: FindingKind,
    staff: int,
    events: Sequence[_Deed],
    acts: int,
    usual: float,
    chance: float,
) -> Finding:
    often = Counter(deed.line.customer_id for deed in events)
    return Finding(
        kind,
        Severity.PLAIN if chance < PLAIN_CHANCE else Severity.LOOK,
        staff,
        tuple(person for person, _ in often.most_common()),
        count=len(events),
        usual=usual,
        out_of=acts,
        days=log.days,
        first_day=date_of(events[0].day),
        entry_ids=tuple(deed.line.id for deed in events),
        gestures=tuple(deed.line.gesture for deed in events),
        staff_share=len(events),
    )


def _goodwill(log: ShopLog) -> list[_Deed]:
    return [_Deed(s.line, s.day, s.line.kind is EntryKind.GOODWILL) for s in log.stampings]


def _rewards_undone(log: ShopLog) -> list[_Deed]:
    """An undone reward is one more act beside the redemptions that stand."""
    given = [_Deed(line, log.day_of[line.id], False) for line in log.redeemed]
    undone = [_Deed(line, log.day_of[line.id], True) for line in log.undone_rewards]
    return sorted(given + undone, key=lambda deed: deed.line.at)


def _filled_and_redeemed(log: ShopLog) -> list[_Deed]:
    """A redemption whose whole price the same member of staff had stamped onto the card that day."""
    days = [log.day_of[line.id] for line in log.redeemed]
    stamped = {
        (line.customer_id, line.staff_id, day): 0 for line, day in zip(log.redeemed, days, strict=True)
    }
    for stamping in log.stampings:
        key = (stamping.person, stamping.staff, stamping.day)
        if key in stamped:
            stamped[key] += stamping.stamps
    return [
        _Deed(line, day, stamped[line.customer_id, line.staff_id, day] >= -line.stamps)
        for line, day in zip(log.redeemed, days, strict=True)
    ]


def _odd_hours(log: ShopLog) -> list[_Deed]:
    """A stamping is odd when, before the window, hardly a day had anybody near this time of the day.

    An earlier one is odd when no other day had: that gives the rate of rare hours in an honest shop.
    """
    days_at: dict[tuple[bool, int], set[int]] = defaultdict(set)
    open_days: dict[int, set[int]] = defaultdict(set)
    weekend = {day for day in {s.day for s in log.stampings} if is_weekend(day)}
    places = [(s.day in weekend, s.minute // _BIN_MINUTES) for s in log.stampings]
    for stamping, place in zip(log.stampings, places, strict=True):
        if stamping.block:
            days_at[place].add(stamping.day)
    for day in set[int]().union(*days_at.values()):
        open_days[weekday(day)].add(day)

    near_days = {
        (kind, at): set[int]().union(*(days_at[kind, (at + step) % _BINS] for step in _steps()))
        for kind in (False, True)
        for at in range(_BINS)
    }

    def is_odd(day: int, place: tuple[bool, int]) -> bool:
        near, open_then = near_days[place], open_days[weekday(day)]
        if len(near) > _FEWEST_DAYS and len(open_then) > _FEWEST_DAYS:
            return False  # as most are; spares asking for the day itself
        return any(len(days) - (day in days) < _FEWEST_DAYS for days in (near, open_then))

    return [
        _Deed(s.line, s.day, is_odd(s.day, place)) for s, place in zip(log.stampings, places, strict=True)
    ]


def _steps() -> Iterable[int]:
    return range(-_NEAR_BINS, _NEAR_BINS + 1)
