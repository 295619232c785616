"""When stamps end, and what has to be true before any do.

**What ends.** IDLE: all that is left, so many calendar months after the last visit, or after the last stamp
where that came later (as a gift, or from another system). AGE: what is left of each entry, so many months
after it was earned. The last day is the shop's own and counts in full. No month is counted from before the
rule was made: terms are never changed for what was. With `spares_full` the stamps of rewards that could be
taken now stay, and those are the oldest ones; only what lies above them can end.

**What is said is what happens.** A warning is written down first. From then on the counter names a day, at
least `notice_days` later, and how many stamps: all those whose time has come by that day end together, a
few days after it and never before. Stamps that fall due later are warned of anew. A warning whose stamps
were spent, or whose person came back, is taken away; so is one of which the end was taken back.

**Never by a clock that jumped.** Nothing ends by being looked at, only in the daily sweep, and only if the
shop has *lived* through the time since the warning: days on which customers came are counted, in the order
in which they were recorded, with the days between two of them. A stretch without anybody for more than a
week counts for nothing, because a holiday and a leap of the clock look alike from here. (In a shop that
opens rarely it is twice its usual stretch.) So:

* Ahead by a year, for an hour or a day: the leap counts nothing. Warnings made meanwhile lie in the future
  once the clock is right again, and are taken away by the next sweep.
* Ahead by a year for a week: the same. Warnings made meanwhile have not stood for two weeks, which is the
  least whatever `warn_days` says, and those made before have lived through a week more: which is true.
* Set back: warnings lie in the future and are taken away; a new notice begins when the clock is right.
  Stamps and visits of those days are taken to be no older than the acts just before them (`ACTS_BEFORE`).
* Closed for two months, or started after a year: the weeks in which nobody could come count for nothing.
  Whoever was not warned before is warned now, and has the whole notice.
* A clock that is wrong by less than a week cannot be told from a short holiday: stamps may end so much
  early.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise
from statistics import median
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.days import add_months, day_at, end_of_day
from frontdesk.domain.loyalty.cards import Ending, Lot, offers, unspent
from frontdesk.domain.loyalty.programmes import Expiry, Programme, Span

LEAST_NOTICE_DAYS: Final = 14
"""With less, a clock that is a year ahead for a week would end what it had itself warned of."""

LEAP_DAYS: Final = 7
USUAL_GAPS: Final = 12
ACTS_BEFORE: Final = 20
"""An act is taken to be no older than so many acts that were recorded before it."""


@dataclass(frozen=True, slots=True)
class Due:
    """Stamps that are left of one entry, and from when on they may end."""

    lot: Lot
    at: int


class Step(Enum):
    """What a sweep has to do about one person's stamps in one programme."""

    NOTHING = "NOTHING"
    WARN = "WARN"
    UNWARN = "UNWARN"
    END = "END"


def notice_days(expiry: Expiry) -> int:
    return max(expiry.warn_days, LEAST_NOTICE_DAYS)


def ends_at(expiry: Expiry, counted_from: int, zone: ZoneInfo) -> int:
    """The end of the last day on which a stamp that counts from a moment is good."""
    return end_of_day(add_months(day_at(counted_from, zone), expiry.months), zone)


def announced(expiry: Expiry, warned_at: int, zone: ZoneInfo) -> int:
    """Until when a warning is to stand before anything ends."""
    return end_of_day(day_at(warned_at, zone) + timedelta(days=notice_days(expiry)), zone)


def ruled_since(programme: Programme, at: int) -> int:
    """Since when stamps have ended as they do at `at`, whatever else of the terms was changed."""
    since = programme.terms_at(at)
    for terms in reversed([each for each in programme.terms if each.starts_at <= at]):
        if _rule(terms.expiry) != _rule(since.expiry):
            break
        since = terms
    return since.starts_at


def endable(programme: Programme, balance: int, at: int, lots: Sequence[Lot]) -> tuple[Lot, ...]:
    """Of what is left, the latest first, that which is not spared."""
    expiry = programme.terms_at(at).expiry
    if expiry is None:
        return ()
    return unspent(lots, balance - (_full(programme, balance, at, lots) if expiry.spares_full else 0))


def ending(
    dues: Sequence[Due], expiry: Expiry, warned_at: int | None, now: int, zone: ZoneInfo
) -> Ending | None:
    """How many stamps end next, and the earliest moment at which they may."""
    if not dues:
        return None
    first = min(due.at for due in dues)
    since = now if warned_at is None or not _still_meant(warned_at, first, expiry, now, zone) else warned_at
    at = max(first, announced(expiry, since, zone))
    return Ending(sum(due.lot.left for due in dues if due.at <= at), at)


def next_step(
    dues: Sequence[Due],
    expiry: Expiry,
    warned_at: int | None,
    shop_days: Sequence[date],
    now: int,
    zone: ZoneInfo,
) -> Step:
    """What is to be done now. `shop_days` are those on which customers came, in order, none after `now`."""
    first = min((due.at for due in dues), default=None)
    if first is None or first > announced(expiry, now, zone):
        return Step.NOTHING if warned_at is None else Step.UNWARN
    if warned_at is None or not _still_meant(warned_at, first, expiry, now, zone):
        return Step.WARN
    told = ending(dues, expiry, warned_at, now, zone)
    # A day more than the notice: only a day that was lived proves that the one before it is over.
    lived = lived_days(shop_days, day_at(warned_at, zone)) > notice_days(expiry)
    return Step.END if told is not None and told.at <= now and lived else Step.NOTHING


def lived_days(shop_days: Sequence[date], since: date) -> int:
    """How many days the shop has demonstrably lived through since a day."""
    before = [day for day in shop_days if day < since][-USUAL_GAPS - 1 :]
    gaps = [(later - earlier).days for earlier, later in pairwise(before)]
    leap = max(LEAP_DAYS, 2 * median(gaps)) if gaps else LEAP_DAYS
    met = (since, *(day for day in shop_days if day > since))
    steps = ((later - earlier).days for earlier, later in pairwise(met))
    return sum(step for step in steps if step <= leap)


def _rule(expiry: Expiry | None) -> tuple[object, ...] | None:
    return None if expiry is None else (expiry.basis, expiry.months)


def _still_meant(warned_at: int, first: int, expiry: Expiry, now: int, zone: ZoneInfo) -> bool:
    """Is the warning about what ends now? One from the future, or of stamps that are gone, is not."""
    return warned_at <= now and first <= announced(expiry, warned_at, zone)


def _full(programme: Programme, balance: int, at: int, lots: Sequence[Lot]) -> int:
    """Stamps of the rewards that a balance buys one after the other, those of older terms first, then the
    cheapest; whether or not the programme gives any just now.
    """
    full = 0
    ready = offers(replace(programme, span=Span()), balance, at, lots)
    for offer in sorted(ready, key=lambda offer: (not offer.kept, offer.reward.price)):
        full += min(offer.times, (balance - full) // offer.reward.price) * offer.reward.price
    return full
