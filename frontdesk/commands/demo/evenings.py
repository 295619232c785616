"""The demo shop's evenings: the slip of the day is printed when it closes, but for one that was forgotten."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import Final

from frontdesk.commands.demo.cafe import open_hours
from frontdesk.commands.demo.shop import DemoShop
from frontdesk.commands.demo.timeline import Doing, Event, Living

_DAYS: Final = 60
_FORGOTTEN: Final = 6
"""So many days ago nobody closed the day."""
_AFTERWARDS: Final = timedelta(minutes=12)


def evening_events(shop: DemoShop) -> Iterator[Event]:
    """Each evening's slip, in no order; none in a shop that has just opened."""
    if not shop.visits:
        return
    for days in range(1, _DAYS + 1):
        day = shop.today - timedelta(days=days)
        hours = open_hours(day)
        if hours is not None and days != _FORGOTTEN:
            at = datetime.combine(day, time()) + timedelta(minutes=hours.closes) + _AFTERWARDS
            yield Event(at, Doing(partial(_close, at)))


def _close(at: datetime, living: Living) -> None:
    living.desk.day_close.close(living.act("noy", at), at.date())
