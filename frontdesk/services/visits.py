"""What was bought on a visit without earning a stamp: it makes "the usual" whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes
from frontdesk.services.gesture import begin, root_of
from frontdesk.storage import visits
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class ItemsNoted:
    """The visit that the items now belong to is the customer's present one."""

    customer_id: int
    gesture: bytes
    changes: Changes


class VisitService:
    """Attendance as such. Stamps, rewards and requests join or begin a visit by themselves."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def note_items(self, act: Act, customer_id: int, product_ids: Iterable[int]) -> ItemsNoted:
        """Write down what was bought, in one act. Raises `Refused` UNKNOWN_CUSTOMER."""
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "ITEMS", customer_id=root_id)
        if begun is not None:
            visit = visits.attend(begun.db, self._store.new_id, act, begun.id, root_id)
            for product_id in product_ids:
                visits.add_item(begun.db, self._store.new_id, act, begun.id, visit.visit_id, product_id)
        return ItemsNoted(root_id, act.gesture, Changes.of(root_id))
