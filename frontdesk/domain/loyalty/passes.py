"""Passes and memberships: what was sold and used, folded into what still holds.

Nothing about it is kept but the sales and the uses themselves, each read by the terms that held when it was
sold. So taking one back gives exactly what there was before, and a wrong clock harms nothing for longer
than it is wrong.

* A PASS: each sale gives visits with an end of their own. A use takes from those that end first, of those
  that hold. A use of which the sale was taken back is made good by the next sale.
* A MEMBERSHIP: a sale gives a period. One that is bought before the end is added to it, counted from the
  first day of the whole, so that a month that began on the 31st does not shrink.

The last day is the shop's own and counts in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from heapq import heappop, heappush
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Changes
from frontdesk.domain.days import add_months, day_at, end_of_day
from frontdesk.domain.loyalty.cards import CardView, Ending, Validity
from frontdesk.domain.loyalty.programmes import PassTerms, Programme, ProgrammeKind

MOST_AT_ONCE = 24
"""So many times a pass or membership is sold in one act, and so many people come in on one."""


class PassDeed(Enum):
    """What an act did with a pass or membership."""

    SOLD = "SOLD"
    USED = "USED"


@dataclass(frozen=True, slots=True)
class PassEntry:
    """A sale (so many visits or periods) or a use (so many visits), in the order of time."""

    deed: PassDeed
    count: int
    at: int


@dataclass(frozen=True, slots=True)
class PassLot:
    """What one sale of a pass gave: `visits`, of which some are `left`, until a moment."""

    visits: int
    left: int
    until: int


@dataclass(frozen=True, slots=True)
class PassOutcome:
    """What a sale or a use did. `again` when they are in already and it cost nothing."""

    customer_id: int
    card: CardView
    gesture: bytes
    deed: PassDeed
    count: int
    changes: Changes
    repeated: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class PassEnding:
    """A pass or membership that ends or ended at `until`, and was not renewed."""

    customer_id: int
    programme_id: int
    until: int


def pass_view(
    programme: Programme, entries: Sequence[PassEntry], balance: int, at: int, zone: ZoneInfo
) -> CardView:
    """A card of a pass or membership at `at`. Of a pass, `ending` is what of it ends first."""
    terms, ending = programme.terms_at(at), None
    if programme.kind is ProgrammeKind.MEMBERSHIP:
        until = member_until(programme, entries, zone)
        validity = Validity(until) if until is not None else None
    else:
        lots = pass_lots(programme, entries, zone)
        validity, ending = _validity(lots, at), _ending(lots, at)
    return CardView(programme, terms, balance, ending=ending, validity=validity)


def member_until(programme: Programme, entries: Sequence[PassEntry], zone: ZoneInfo) -> int | None:
    """The end of a membership's last day, or None when it was never bought."""
    first, last, months, days = date.min, date.min, 0, 0
    for entry in entries:
        if entry.deed is not PassDeed.SOLD:
            continue
        sold, terms = day_at(entry.at, zone), _terms(programme, entry.at)
        if sold > last:
            first, months, days = sold, 0, 0
        months, days = months + terms.months * entry.count, days + terms.days * entry.count
        last = add_months(first, months) + timedelta(days=days)
    return end_of_day(last, zone) if last > date.min else None


def ends_of(programme: Programme, entries: Sequence[PassEntry], zone: ZoneInfo) -> list[int]:
    """Each end that was in sight: of a pass that of every sale, of a membership the one that each sale put
    off to. The largest is the end that stands.
    """
    if programme.kind is not ProgrammeKind.MEMBERSHIP:
        return [lot.until for lot in pass_lots(programme, entries, zone)]
    sold = [entry for entry in entries if entry.deed is PassDeed.SOLD]
    ends = (member_until(programme, sold[:count], zone) for count in range(1, len(sold) + 1))
    return [until for until in ends if until is not None]


def pass_lots(programme: Programme, entries: Sequence[PassEntry], zone: ZoneInfo) -> tuple[PassLot, ...]:
    """What each sale gave and what is left of it, in the order of the sales.

    Time goes one way in it: a sale that has ended, or of which nothing is left, is not looked at again. So a
    card of ten years is read in the time of its entries.
    """
    lots, open_lots, owed = list[PassLot](), list[tuple[int, int]](), 0
    for entry in entries:
        if entry.deed is PassDeed.SOLD:
            terms = _terms(programme, entry.at)
            last = add_months(day_at(entry.at, zone), terms.months) + timedelta(days=terms.days)
            made_good = min(owed, entry.count)
            owed -= made_good
            until = end_of_day(last, zone)
            heappush(open_lots, (until, len(lots)))
            lots.append(PassLot(entry.count, entry.count - made_good, until))
        else:
            owed += _take(lots, open_lots, entry)
    return tuple(lots)


def lots_worth(programme: Programme, entries: Sequence[PassEntry], at: int, zone: ZoneInfo) -> int:
    """What the visits that still hold at `at` were paid for, each by the terms of its sale, in the currency's
    smallest unit; a sale that had no price counts for nothing.
    """
    sales = (_terms(programme, entry.at) for entry in entries if entry.deed is PassDeed.SOLD)
    lots = pass_lots(programme, entries, zone)
    return sum(
        terms.price * lot.left // terms.visits
        for terms, lot in zip(sales, lots, strict=True)
        if at < lot.until and terms.visits
    )


def _take(lots: list[PassLot], open_lots: list[tuple[int, int]], use: PassEntry) -> int:
    """Take a use from the lots that hold, the one that ends first before others; gives what none had.

    `open_lots` is a heap of (end, place in `lots`), from which goes what can give nothing any more.
    """
    wanted = use.count
    while wanted and open_lots:
        until, place = open_lots[0]
        lot = lots[place]
        if use.at >= until or not lot.left:
            heappop(open_lots)
            continue
        taken = min(lot.left, wanted)
        lots[place], wanted = PassLot(lot.visits, lot.left - taken, until), wanted - taken
    return wanted


def _validity(lots: Sequence[PassLot], at: int) -> Validity | None:
    """All that holds together; of what has ended, the last."""
    if not lots:
        return None
    held = [lot for lot in lots if at < lot.until]
    if not held:
        last = max(lots, key=lambda lot: lot.until)
        return Validity(last.until, 0, last.visits)
    until = max(lot.until for lot in ([lot for lot in held if lot.left] or held))
    return Validity(until, sum(lot.left for lot in held), sum(lot.visits for lot in held))


def _ending(lots: Sequence[PassLot], at: int) -> Ending | None:
    held = [lot for lot in lots if at < lot.until and lot.left]
    first = min((lot.until for lot in held), default=None)
    if first is None:
        return None
    return Ending(sum(lot.left for lot in held if lot.until == first), first)


def _terms(programme: Programme, at: int) -> PassTerms:
    return programme.terms_at(at).passes or PassTerms()
