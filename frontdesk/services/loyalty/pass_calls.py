"""Whose pass or membership ended and was not renewed: a call on that day, not a figure months later."""

from collections import defaultdict
from datetime import date
from typing import Final

from frontdesk.domain.care.today import QUIETLY, TodayItem, TodayKind
from frontdesk.domain.days import day_at
from frontdesk.domain.loyalty.passes import PassEnding
from frontdesk.domain.loyalty.programmes import PassTerms
from frontdesk.services.loyalty.passes import PassService
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import today_people
from frontdesk.storage.store import Store

CALLED_WITHIN: Final = 14
"""Days; after it they are missed by their visits, if they are."""
_A_WEEK: Final = 7


class PassCalls:
    """Reads only; what is renewed leaves the list by itself."""

    def __init__(self, store: Store, shop: ShopService, passes: PassService) -> None:
        self._store = store
        self._shop = shop
        self._passes = passes

    def today_items(self, now: int) -> tuple[TodayItem, ...]:
        """One for each person and day on which something of theirs ended; `text` names what. A pass of a few
        days, as tourists buy, is not followed up.
        """
        zone = self._shop.facts().zone
        ended: dict[tuple[int, date], list[PassEnding]] = defaultdict(list)
        for each in self._passes.ending_between(now, CALLED_WITHIN, ahead=0):
            if self._lasted(each):
                ended[each.customer_id, day_at(each.until - 1, zone)].append(each)
        known = today_people.known(self._store.read(), [who for who, _ in ended])
        return tuple(
            TodayItem(
                TodayKind.PASS_NOT_RENEWED,
                who,
                last_day,
                who,
                known[who].name,
                ", ".join(self._name(each) for each in endings),
                at=endings[0].until,
                about="" if known[who].greet_by_name else QUIETLY,
            )
            for (who, last_day), endings in ended.items()
            if who in known
        )

    def _lasted(self, ending: PassEnding) -> bool:
        terms = self._terms(ending)
        return terms.months > 0 or terms.days >= _A_WEEK

    def _terms(self, ending: PassEnding) -> PassTerms:
        programme = next(each for each in self._shop.programmes() if each.id == ending.programme_id)
        return programme.terms_at(ending.until).passes or PassTerms()

    def _name(self, ending: PassEnding) -> str:
        programme = next(each for each in self._shop.programmes() if each.id == ending.programme_id)
        return programme.look.names.speak(self._shop.settings().language)
