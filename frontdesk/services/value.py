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
