"""Cards that are stamped far beyond the shop's own records.

A card is compared with the *records* of the others: the highest count of any card in each earlier block. If
the block's highest count would be beaten so far in fewer than `CHANCE` of all weeks (`rarity.record_tail`),
it is a finding. Two counts are looked at, because a shop has cards that are rightly stamped every day:

* the stampings themselves, against the records of all, the card's own earlier ones among them; and, for a
  card that has been like this for long, against those of the others alone, at a sterner chance;
* the leap over the card's own habit, in standard errors, against the greatest leaps of the others.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean
from typing import Final

from frontdesk.domain.days import HOUR
from frontdesk.domain.trust.outliers.facts import Finding, FindingKind, Severity
from frontdesk.domain.trust.outliers.rarity import record_tail
from frontdesk.domain.trust.outliers.shop_log import (
    REFERENCE_BLOCKS,
    ShopLog,
    Stamping,
    by_person,
    date_of,
)

CHANCE: Final = 0.02
"""Of a week in which nobody cheats: to see such a record all the same."""
STANDING_CHANCE: Final = 0.0005
"""The same for a card that is not new at it: a shop has its one most faithful customer, and keeps them."""
BURST_CHANCE: Final = 0.01
PLAIN_CHANCE: Final = 0.0005
FEWEST_STAMPINGS: Final = 5
FEWEST_RECORDS: Final = 3
_OLDER_BLOCKS: Final = 3

Counts = Mapping[int, float]


class Records:
    """The highest value of each block, and the highest without any one person."""

    def __init__(self, blocks: Sequence[Counts]) -> None:
        self._top_two = [_top_two(block) for block in blocks if block]

    def all(self) -> list[float]:
        return [first for (first, _), _ in self._top_two]

    def without(self, person: int) -> list[float]:
        return [second if who == person else first for (first, who), (second, _) in self._top_two]


def busy_cards(log: ShopLog) -> list[Finding]:
    """Cards that were stamped far too often in the window, by the shop's own measure."""
    now, *before = _leaps(log)
    counts, leaps = Records(log.counts[1:]), Records(before)
    if len(counts.all()) < FEWEST_RECORDS:
        return []
    found = []
    for person, count in log.counts[0].items():
        if count < FEWEST_STAMPINGS:
            continue
        others = counts.without(person)
        chance = min(
            record_tail(count, counts.all()),
            record_tail(count, others) * CHANCE / STANDING_CHANCE,
            record_tail(now[person], leaps.without(person)) if len(leaps.all()) >= FEWEST_RECORDS else 1.0,
        )
        if chance < CHANCE:
            found.append(_busy(log, person, chance, fmean(others)))
    return found


def bursts(log: ShopLog) -> list[Finding]:
    """Many stamps on one card within an hour, beyond what this shop has seen."""
    hours = [_busiest_hours(block) for block in _blocks(log)]
    records = Records([{person: hour.stamps for person, hour in block.items()} for block in hours[1:]])
    if len(records.all()) < FEWEST_RECORDS:
        return []
    found = []
    for person, hour in hours[0].items():
        if hour.stamps < FEWEST_STAMPINGS:
            continue
        usual = records.without(person)
        chance = record_tail(hour.stamps, usual)
        if chance < BURST_CHANCE:
            found.append(
                card_finding(FindingKind.BURST, log, hour.stampings, hour.stamps, fmean(usual), chance)
            )
    return found


def card_finding(
    kind: FindingKind,
    log: ShopLog,
    stampings: Sequence[Stamping],
    count: int,
    usual: float,
    chance: float,
) -> Finding:
    staff, share = _most_of(stampings)
    return Finding(
        kind,
        Severity.PLAIN if chance < PLAIN_CHANCE else Severity.LOOK,
        staff,
        (stampings[0].person,),
        count,
        usual,
        out_of=count,
        days=log.days,
        first_day=date_of(stampings[0].day),
        entry_ids=tuple(s.line.id for s in stampings),
        gestures=tuple(s.line.gesture for s in stampings),
        staff_share=share,
    )


def _busy(log: ShopLog, person: int, chance: float, usual: float) -> Finding:
    """It begins with the first of the blocks in a row that were as busy."""
    blocks = 1
    while blocks <= REFERENCE_BLOCKS and log.counts[blocks].get(person, 0) > usual * 1.5:
        blocks += 1
    stampings = log.of_person(person, blocks)
    return card_finding(FindingKind.BUSY_CARD, log, stampings, log.counts[0][person], usual, chance)


def _top_two(block: Counts) -> tuple[tuple[float, int], tuple[float, int]]:
    first, second = (0.0, -1), (0.0, -1)
    for person, value in block.items():
        if value > first[0]:
            first, second = (value, person), first
        elif value > second[0]:
            second = (value, person)
    return first, second


def _leaps(log: ShopLog) -> list[dict[int, float]]:
    """For each block that has some before it: how far each person is above their own mean until then.

    Who was never seen before is expected to come as the middle of those who came did.
    """
    blocks = log.counts
    leaps: list[dict[int, float]] = []
    for place in range(len(blocks) - _OLDER_BLOCKS):
        older = [block for block in blocks[place + 1 :] if block]
        if len(older) < _OLDER_BLOCKS:
            leaps.append({})
            continue
        values = sorted(value for block in older for value in block.values())
        newcomer = float(values[len(values) // 2])
        leaps.append({who: _leap(who, count, older, newcomer) for who, count in blocks[place].items()})
    return leaps


def _leap(person: int, count: int, older: Sequence[Mapping[int, int]], newcomer: float) -> float:
    own = [block.get(person, 0) for block in older]
    while own and not own[-1]:
        own.pop()
    expected = fmean(own) if len(own) > 1 else newcomer
    return max(0.0, (count - expected) / sqrt(expected + 1))


@dataclass(frozen=True, slots=True)
class _Hour:
    stamps: int
    stampings: Sequence[Stamping]


def _blocks(log: ShopLog) -> list[list[Stamping]]:
    blocks: list[list[Stamping]] = [[] for _ in log.counts]
    for stamping in log.stampings:
        blocks[stamping.block].append(stamping)
    return blocks


def _busiest_hours(block: Iterable[Stamping]) -> dict[int, _Hour]:
    """Person → the hour in which they got the most stamps."""
    found = {}
    for person, stampings in by_person(block).items():
        times = [s.at for s in stampings]
        best = _Hour(0, ())
        for place, stamping in enumerate(stampings):
            within = stampings[bisect_left(times, stamping.at - HOUR) : place + 1]
            stamps = sum(s.stamps for s in within)
            if stamps > best.stamps:
                best = _Hour(stamps, within)
        found[person] = best
    return found


def _most_of(stampings: Sequence[Stamping]) -> tuple[int, int]:
    """The member of staff behind most of these stampings, and of how many."""
    by_staff: dict[int, int] = {}
    for stamping in stampings:
        by_staff[stamping.staff] = by_staff.get(stamping.staff, 0) + 1
    staff = max(by_staff, key=by_staff.__getitem__)
    return staff, by_staff[staff]
