"""Whom to surprise today: proposed within the budget, given as goodwill is."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from frontdesk.domain.care.surprises import (
    FILLS_THE_CARD,
    LOOKED_BACK_WEEKS,
    REST,
    Regular,
    proposed,
    regulars,
)
from frontdesk.domain.care.surprises import share_of_today as share_of
from frontdesk.domain.care.today import TodayItem, TodayKind
from frontdesk.domain.days import DAY, day_at, end_of_day
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.services.loyalty.limits import surprises_left
from frontdesk.services.once_a_day import OnceADay
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import recoveries, today_people
from frontdesk.storage.regulars import habits
from frontdesk.storage.store import Store

_LOOKED_AT: Final = 40
"""Some of those who fit are out of sight, or have a complaint that is not put right."""


class SurpriseProposals:
    """Reads what was before today, and so proposes the same people all day, also after a restart."""

    def __init__(
        self, store: Store, shop: ShopService, cards: Callable[[int, int], tuple[CardView, ...]]
    ) -> None:
        self._store = store
        self._shop = shop
        self._cards = cards
        self._regulars = OnceADay(self._read)

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """One for each surprise that today's part of the budget allows and that was not given yet. `number`
        is how often they came in the weeks looked at.
        """
        db, facts = self._store.read(), self._shop.facts()
        left = surprises_left(db, now)
        if left <= 0 or facts.main_programme is None:
            return ()
        today = day_at(now, facts.zone)
        given = today_people.surprised_since(db, end_of_day(today - timedelta(days=1), facts.zone))
        upset = {each.customer_id for each in recoveries.standing(db)}
        found = [each for each in self._regulars.of(today) if each.customer_id not in upset]
        known = today_people.known(db, [each.customer_id for each in found])
        named = {id_ for id_, each in known.items() if each.greet_by_name}
        fit = [each for each in found if each.customer_id in named][: share_of(left + len(given))]
        return tuple(
            TodayItem(
                TodayKind.SURPRISE,
                each.customer_id,
                today,
                each.customer_id,
                known[each.customer_id].name,
                number=each.visits,
                about=self._about(each.customer_id, now),
            )
            for each in fit
            if each.customer_id not in given
        )

    def _read(self, today: date) -> tuple[Regular, ...]:
        db, zone = self._store.read(), self._shop.facts().zone
        begin_of_today = end_of_day(today - timedelta(days=1), zone)
        since = end_of_day(today - timedelta(days=7 * LOOKED_BACK_WEEKS + 1), zone)
        comings = (
            (who, (today - day_at(at, zone)).days)
            for who, at in habits.begun_since(db, since - 1)
            if at < begin_of_today
        )
        surprised = today_people.surprised_since(db, begin_of_today - REST - DAY)
        before = {who: at for who, at in surprised.items() if at < begin_of_today}
        return proposed(regulars(comings, before), _LOOKED_AT, begin_of_today)

    def _about(self, customer_id: int, now: int) -> str:
        nearest = (card.short for card in self._cards(customer_id, now) if card.terms.rewards)
        return FILLS_THE_CARD if next(nearest, 0) == 1 else ""
