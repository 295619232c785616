"""Whose pass or membership ends, and who renewed it: asked of all of them at once, every morning."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.passes import PassDeed, PassEnding, PassEntry, ends_of, pass_view
from frontdesk.domain.loyalty.programmes import PassTerms, Programme, ProgrammeKind
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import passes
from frontdesk.storage.people import customers

_SHORTEST_MONTH: Final = 28
_LONGEST_MONTH: Final = 31
_SLACK: Final = 2
"""Days: the last one counts in full, and the clocks may be changed on the way."""


def ending(
    db: Db, programmes: Iterable[Programme], begin: int, end: int, now: int, zone: ZoneInfo
) -> tuple[PassEnding, ...]:
    """Whose pass or membership ends between two moments, as it stands at `now`; the earliest end first."""
    found = []
    for programme in programmes:
        for root_id, entries in _sold_to(db, programme, begin, end):
            validity = pass_view(programme, entries, 0, now, zone).validity
            if validity is not None and begin <= validity.until <= end:
                found.append(PassEnding(root_id, programme.id, validity.until))
    return tuple(sorted(found, key=lambda each: (each.until, each.customer_id)))


def renewal_figure(
    db: Db, programmes: Iterable[Programme], since: int, until: int, zone: ZoneInfo
) -> CareFigure:
    """Of all that came to an end between two moments, or would have, the share that was not renewed."""
    due, gone = 0, list[Counted]()
    for programme in programmes:
        for root_id, entries in _sold_to(db, programme, since, until, whole=True):
            before = [each for each in entries if each.at < until]
            ends = ends_of(programme, before, zone)
            due += any(since <= end < until for end in ends)
            last = max(ends, default=0)
            if since <= last < until:
                gone.append(_counted(db, root_id, programme, last))
    gone.sort(key=lambda each: -each.at)
    share = len(gone) / due if due else None
    return CareFigure(FigureKind.NOT_RENEWED, share, Unit.SHARE, due, people=tuple(gone))


def _sold_to(
    db: Db, programme: Programme, begin: int, end: int, *, whole: bool = False
) -> Iterator[tuple[int, Sequence[PassEntry]]]:
    """Who may have an end between two moments, with all that was sold to them and used; the `whole` of it
    also where it was renewed since.
    """
    shortest, longest = _spans(programme)
    adds_up = whole or programme.kind is ProgrammeKind.MEMBERSHIP
    latest = end + (10**15 if whole else 0)
    asked = passes.may_end_between(db, programme.id, begin, latest, shortest, longest, adds_up=adds_up)
    for root_id, entries in passes.entries_of_all(db, programme.id, asked).items():
        if any(entry.deed is PassDeed.SOLD for entry in entries):
            yield root_id, entries


def _spans(programme: Programme) -> tuple[int, int]:
    """The least and the most that one period of any of the terms can last, in milliseconds."""
    each = [terms.passes or PassTerms() for terms in programme.terms]
    least = min(terms.months * _SHORTEST_MONTH + terms.days for terms in each) - _SLACK
    most = max(terms.months * _LONGEST_MONTH + terms.days for terms in each) + _SLACK
    return least * DAY, most * DAY


def _counted(db: Db, root_id: int, programme: Programme, at: int) -> Counted:
    customer = customers.get(db, root_id)
    return Counted(root_id, customer.address if customer is not None else "", at, programme.name)
