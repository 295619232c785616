"""What customers have had from the programmes: read when somebody asks."""

from frontdesk.domain.value import ValueReceived
from frontdesk.services.gesture import root_of
from frontdesk.storage import redemptions
from frontdesk.storage.store import Store


class ValueService:
    def __init__(self, store: Store) -> None:
        self._store = store

    def received(self, customer_id: int) -> ValueReceived:
        """The rewards that one customer took. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        return redemptions.value_received(db, root_of(db, customer_id))

    def of_act(self, gesture: bytes) -> int:
        """What the reward was worth that this act gave, in the smallest unit; 0 where that is not known."""
        return redemptions.worth_of_act(self._store.read(), gesture)
