"""What answers to feedback cards say elsewhere: in the greeting, on today's list, in the figures of care."""

from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.feedback.asking import weeks_unasked
from frontdesk.domain.feedback.questions import HAPPY
from frontdesk.domain.feedback.response_news import Came
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import feedback_rules, response_news
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store

A_SHIFTS_WORTH: Final = 12
"""More answers than these nobody replies to in a shift: the others are in the inbox."""
QUOTED: Final = 200
"""Of so many answers, the latest, a figure quotes what they say: nobody reads a longer list."""


class ResponseNews:
    """Reads only."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def greeting_lines(self, db: Db, root_id: int, now: int) -> Sequence[GreetingLine]:
        """What they are to hear of their answers, the latest first; and that it is time to ask them."""
        return (*_told_lines(db, root_id), *_asking_lines(db, root_id, now))

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """Answers to acknowledge, the unhappy first. What is acknowledged leaves the list by itself."""
        db, zone = self._store.read(), self._shop.facts().zone
        found = response_news.to_acknowledge(db, A_SHIFTS_WORTH)
        return tuple(_item(each, zone) for each in response_news.with_gist(db, found))

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """How many of those who gave a face were happy, and how many answers were acknowledged."""
        db = self._store.read()
        came = response_news.between(db, since, until)
        came[:QUOTED] = response_news.with_gist(db, came[:QUOTED])
        with_face = [each for each in came if each.mood is not None]
        return (
            _share(FigureKind.ANSWERED_HAPPY, [_counted(each, each.mood in HAPPY) for each in with_face]),
            _share(FigureKind.ACKNOWLEDGED, [_counted(each, each.acknowledged) for each in came]),
        )


def _counted(came: Came, met: bool) -> Counted:
    return Counted(came.customer_id, came.name, came.at, came.gist.words, met)


def _share(kind: FigureKind, told: list[Counted]) -> CareFigure:
    share = sum(each.met for each in told) / len(told) if told else None
    return CareFigure(kind, share, Unit.SHARE, len(told), people=tuple(told))


def _told_lines(db: Db, root_id: int) -> Iterator[GreetingLine]:
    for each in response_news.to_tell(db, root_id):
        yield GreetingLine(
            LineKind.YOU_TOLD_US,
            each.told,
            at=each.came_at,
            subject=each.response_id,
            about=each.gist.point or "",
            said=each.gist.words,
        )


def _asking_lines(db: Db, root_id: int, now: int) -> Iterator[GreetingLine]:
    every = feedback_rules.rules(db).ask_every_weeks
    if not every:
        return
    seen = visits.summary(db, root_id).visits
    weeks = weeks_unasked(seen, response_news.asked_at(db, root_id), every, now)
    if weeks is not None:
        yield GreetingLine(LineKind.ASK_HOW, number=weeks)


def _item(waiting: Came, zone: ZoneInfo) -> TodayItem:
    return TodayItem(
        TodayKind.RESPONSE,
        waiting.response_id,
        day_at(waiting.at, zone),
        waiting.customer_id,
        waiting.name,
        waiting.gist.words,
        waiting.mood or 0,
        waiting.at,
        waiting.owner_id,
        waiting.owner,
        waiting.gist.point or "",
        at_once=waiting.unhappy,
    )
