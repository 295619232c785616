"""All that the counter shows of one customer, read in one go."""

from datetime import datetime
from typing import Final

from frontdesk.domain import greeting, usual
from frontdesk.domain.greeting import Greeting, UsualItem
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import root_of
from frontdesk.services.loyalty import LoyaltyService
from frontdesk.services.passes import PassService
from frontdesk.services.shop import ShopService
from frontdesk.storage import customers, requests, shop, visits
from frontdesk.storage.database import Db
from frontdesk.storage.store import Store

RECENT_SHOWN: Final = 4
BASKETS: Final = 30
USUAL_SHOWN: Final = 3


class GreetingService:
    def __init__(
        self, store: Store, shop_service: ShopService, loyalty: LoyaltyService, passes: PassService
    ) -> None:
        self._store = store
        self._shop = shop_service
        self._loyalty = loyalty
        self._passes = passes

    def open(self, customer_id: int, now: int) -> Greeting:
        """Read a customer's greeting for the moment `now`; writes nothing.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        customer = customers.get(db, root_id)
        if customer is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        cards, passes = self._loyalty.cards(root_id, now), self._passes.cards(root_id, now)
        summary = visits.summary(db, root_id)
        facts = customers.facts(db, root_id)
        open_requests = requests.open_of(db, root_id)
        today = datetime.fromtimestamp(now / 1000, self._shop.facts().zone).date()
        return Greeting(
            customer,
            cards,
            summary,
            greeting.compose(customer, summary, facts, open_requests, cards + passes, now=now, today=today),
            facts,
            open_requests,
            _usual(db, root_id),
            visits.recent(db, root_id, RECENT_SHOWN),
            customers.merged_names(db, root_id),
            passes,
        )


def _usual(db: Db, root_id: int) -> tuple[UsualItem, ...]:
    products = {product.id: product for product in shop.products(db)}
    baskets = [
        [item for item in basket if item in products] for basket in visits.baskets(db, root_id, BASKETS)
    ]
    return tuple(UsualItem(products[item], share) for item, share in usual.ranked(baskets, {}, USUAL_SHOWN))
