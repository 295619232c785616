"""What customers have had from the programmes: read when somebody asks."""

from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.value import ValueReceived, YearTogether
from frontdesk.services.gesture import root_of
from frontdesk.services.loyalty.choosing import worth_of
from frontdesk.services.shop import ShopService
from frontdesk.storage.care import recoveries
from frontdesk.storage.loyalty import redemptions
from frontdesk.storage.regulars import habits, visits
from frontdesk.storage.store import Store

YEAR = 365 * DAY


class ValueService:
    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def received(self, customer_id: int) -> ValueReceived:
        """The rewards that one customer took. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        return redemptions.value_received(db, root_of(db, customer_id))

    def together(self, customer_id: int, now: int) -> YearTogether:
        """Their time with the shop, as it is told to them. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        root_id = root_of(db, customer_id)
        return YearTogether(
            habits.first_known(db, root_id),
            visits.summary(db, root_id).visits,
            habits.count_since(db, root_id, now - YEAR),
            habits.favourite(db, root_id, now - YEAR),
            redemptions.value_received(db, root_id),
        )

    def of_act(self, gesture: bytes) -> int:
        """What the reward was worth that this act gave, in the smallest unit; 0 where that is not known."""
        return redemptions.worth_of_act(self._store.read(), gesture)

    def given_for(self, recovery_id: int, now: int) -> int:
        """What the stamps given for a complaint come to, in the smallest unit: each is its share of the
        cheapest reward as it is now. 0 where nobody knows what a reward is worth.
        """
        db = self._store.read()
        given, worth = recoveries.given_by_programme(db, recovery_id), 0
        for programme in self._shop.programmes():
            reward = programme.terms_at(now).cheapest
            if programme.id in given and reward is not None:
                worth += given[programme.id] * worth_of(db, reward, None) // reward.price
        return worth
