"""Whom the demo shop called and wrote to afterwards, and whom it means to today.

Drawn from a stream of its own, and lived between everything else, in the order of time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from typing import Final

from frontdesk.commands.demo.rhythms import DemoVisit
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living
from frontdesk.domain.care.follow_ups import FollowUpKind

_EVERY: Final = 220
"""Visits, on the average, after which somebody was to be followed up."""
_MOST: Final = 40
_NOTED_AFTER: Final = timedelta(minutes=4)
_DONE_AT: Final = timedelta(hours=2)
_LATELY: Final = timedelta(days=5)
_CADENCE_DAYS: Final = 28
_BY: Final = "noy"

# (what, about what, after how many days, what they said)
_WHAT: Final = (
    (FollowUpKind.CALL, "how the birthday cake was", 2, "All of it was eaten. Thanks from the whole family."),
    (FollowUpKind.CALL, "whether the hospital visit went well", 3, "Home again, tea with honey next week."),
    (FollowUpKind.NOTE, "brought four colleagues along", 1, ""),
    (FollowUpKind.REASSURE, "the new oat milk", 1, "Likes it better than the old one."),
    (FollowUpKind.OTHER, "ask the roaster for half-kilo bags", 4, "They come in March."),
)


@dataclass(frozen=True, slots=True)
class _Meant:
    """What is open on the demo day: `days` before (below zero) or after it."""

    kind: FollowUpKind
    text: str
    days: int
    every_days: int = 0


_MEANT: Final = (
    _Meant(FollowUpKind.CALL, "whether the catering for Friday was right", -1),
    _Meant(FollowUpKind.CALL, "what is new with them", 0, _CADENCE_DAYS),
    _Meant(FollowUpKind.NOTE, "helped carry the chairs in when it rained", 0),
    _Meant(FollowUpKind.REASSURE, "the first bag of beans", 2),
)


def follow_up_events(shop: DemoShop) -> Iterator[Event]:
    """All of it before the demo day, in no order."""
    rng = Random(f"{shop.seed}/follow-ups")
    end = datetime.combine(shop.today, time())
    settled = [visit for visit in shop.visits if visit.at < end - 2 * _LATELY]
    for visit in rng.sample(settled, min(len(settled) // _EVERY, _MOST)):
        yield from _followed_up(visit, rng)
    lately = [visit for visit in shop.visits if end - _LATELY < visit.at < end]
    for visit, meant in zip(rng.sample(lately, min(len(lately), len(_MEANT))), _MEANT, strict=False):
        at = visit.at + _NOTED_AFTER
        due = shop.today + timedelta(days=meant.days)
        note = partial(_note, visit=visit, at=at, kind=meant.kind, text=meant.text, due=due)
        yield Event(at, Doing(partial(note, every_days=meant.every_days)))


def _followed_up(visit: DemoVisit, rng: Random) -> Iterator[Event]:
    """Noted when they went, done some days later."""
    kind, text, days, said = rng.choice(_WHAT)
    at, due = visit.at + _NOTED_AFTER, visit.at.date() + timedelta(days=days)
    known = list[int]()
    yield Event(at, Doing(partial(_note, visit=visit, at=at, kind=kind, text=text, due=due, known=known)))
    done = datetime.combine(due, visit.at.time()) + _DONE_AT
    yield Event(done, Doing(partial(_do, known=known, at=done, said=said)))


def _note(
    living: Living,
    visit: DemoVisit,
    at: datetime,
    kind: FollowUpKind,
    text: str,
    due: date,
    known: list[int] | None = None,
    every_days: int = 0,
) -> None:
    act, customer_id = living.act(visit.served_by, at), living.customer(visit.person)
    owner_id = living.staff(visit.served_by)
    noted = living.desk.follow_ups.add(act, customer_id, kind, due, text, owner_id, every_days)
    if known is not None:
        known.append(noted.follow_up.id)


def _do(living: Living, known: list[int], at: datetime, said: str) -> None:
    living.desk.follow_ups.done(living.act(_BY, at), known[0], said)
