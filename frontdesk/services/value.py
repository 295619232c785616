"""What customers have had from the programmes: read when somebody asks."""

from frontdesk.domain.days import DAY
from frontdesk.domain.value import ValueReceived, YearTogether
from frontdesk.services.gesture import root_of
from frontdesk.storage import habits, redemptions, visits
from frontdesk.storage.store import Store

YEAR = 365 * DAY


class ValueService:
    def __init__(self, store: Store) -> None:
        self._store = store

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
