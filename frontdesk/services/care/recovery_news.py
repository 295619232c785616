"""What complaints say elsewhere: in the greeting, on today's list, and among the figures of care."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind, Unit
from frontdesk.domain.care.playbooks import HANDLING, Handling, shipped
from frontdesk.domain.care.recoveries import STANDING, TO_PUT_RIGHT, Recovery, RecoveryState, ask_now
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.regulars.greeting import GreetingLine, LineKind
from frontdesk.services.regulars.wall import WallService
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import playbooks, recoveries
from frontdesk.storage.database import Db
from frontdesk.storage.feedback import response_news
from frontdesk.storage.store import Store

_MOST_ASKED: Final = 40
"""Of so many complaints that stand, the latest, it is asked whether their people may come today."""

_RIGHT: Final = RecoveryState.CONFIRMED


class RecoveryNews:
    """Reads only."""

    def __init__(self, store: Store, shop: ShopService, wall: WallService) -> None:
        self._store = store
        self._shop = shop
        self._wall = wall

    def greeting_lines(self, db: Db, root_id: int, now: int) -> Sequence[GreetingLine]:
        """What went wrong for them and is not at its end, the latest first. Where they are to hear what came
        of their answer to a card, that is said alone: whether it is right is asked once they heard it.
        """
        standing = [each for each in recoveries.of_customer(db, root_id) if each.state in STANDING]
        heard = response_news.told_with(db, root_id) if standing else frozenset()
        told = [each for each in standing if each.id not in heard]
        return [
            GreetingLine(
                LineKind.RECOVERY if each.state in TO_PUT_RIGHT else LineKind.RECOVERY_TO_CONFIRM,
                each.what or _own_name(db, each.situation),
                at=each.at,
                subject=each.id,
                about=each.situation,
            )
            for each in told
        ]

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """Complaints to put right; those that were, when it is time to ask; and who may come today."""
        db, zone = self._store.read(), self._shop.facts().zone
        standing, own, today = recoveries.standing(db), playbooks.own_handling(db), day_at(now, zone)
        to_do = [each for each in standing if each.state in TO_PUT_RIGHT or _ask_now(each, own, now)]
        expected = [each for each in standing[-_MOST_ASKED:] if self._is_expected(each, now, zone)]
        return (
            *(
                _item(TodayKind.RECOVERY, each, day_at(each.moved_at, zone), at_once=_at_once(each, own))
                for each in to_do
            ),
            *(_item(TodayKind.UPSET_EXPECTED, each, today) for each in expected),
        )

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """How many complaints there were, and how many of them were put right, as the customer says."""
        told = recoveries.between(self._store.read(), since, until)
        people = tuple(
            Counted(each.customer_id, _told_name(each), each.at, each.what, each.state is _RIGHT)
            for each in told
        )
        share = sum(each.met for each in people) / len(people) if people else None
        return (
            CareFigure(FigureKind.COMPLAINTS, len(people), of=len(people), people=people),
            CareFigure(FigureKind.PUT_RIGHT, share, Unit.SHARE, len(people), people=people),
        )

    def _is_expected(self, recovery: Recovery, now: int, zone: ZoneInfo) -> bool:
        from frontdesk.domain.regulars.wall.expecting import may_come  # the first greeting expects nobody

        today = day_at(now, zone)
        if recovery.customer_id is None or day_at(recovery.moved_at, zone) == today:  # spoken with today
            return False
        rhythm = self._wall.why(recovery.customer_id, now)
        return rhythm is not None and may_come(rhythm, today)


def _told_name(recovery: Recovery) -> str:
    """Who left is counted, and not named."""
    return recovery.customer_name if recovery.customer_id is not None else recovery.who


def _own_name(db: Db, situation: str) -> str:
    """How the shop calls a situation of its own; what ships is called by its code."""
    if shipped(situation) is not None:
        return ""
    return next((each.name for (code, _), each in playbooks.own_words(db).items() if code == situation), "")


def _ask_now(recovery: Recovery, own: Mapping[str, Handling], now: int) -> bool:
    return ask_now(recovery, now, same_day=_handling(recovery, own).same_day)


def _at_once(recovery: Recovery, own: Mapping[str, Handling]) -> bool:
    """Was the manager told of it, and has nobody spoken with them yet?"""
    return recovery.state is RecoveryState.OPEN and _handling(recovery, own).calls


def _handling(recovery: Recovery, own: Mapping[str, Handling]) -> Handling:
    known = shipped(recovery.situation)
    return own.get(recovery.situation, HANDLING[known] if known is not None else Handling())


def _item(kind: TodayKind, recovery: Recovery, day: date, *, at_once: bool = False) -> TodayItem:
    return TodayItem(
        kind,
        recovery.id,
        day,
        recovery.customer_id,
        recovery.name,
        recovery.what,
        int(recovery.state is RecoveryState.RESOLVED),
        recovery.at,
        recovery.owner_id,
        recovery.owner_name,
        recovery.situation,
        at_once,
    )
