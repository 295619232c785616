"""Stamps that nobody bought: the benefit of the doubt, and small surprises. Each has a budget."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE, EntryKind, GoodwillReason, StampOutcome
from frontdesk.services.gesture import begin, role_of, root_of
from frontdesk.services.loyalty.choosing import earning_programme
from frontdesk.services.loyalty.earning import Given, Writing
from frontdesk.services.loyalty.limits import check_at_once, check_goodwill, goodwill_left, surprises_left
from frontdesk.services.outcomes import Outcomes
from frontdesk.services.shop import ShopService
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class GoodwillLeft:
    """What may still be given: `stamps` today by one member of staff (None: a manager, who has no such
    limit), `surprises` by the whole shop.
    """

    stamps: int | None
    surprises: int


class GoodwillService:
    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._outcomes = Outcomes(store, shop_service)

    def left(self, act: Act) -> GoodwillLeft:
        """What whoever acts may still give now."""
        db, zone = self._store.read(), self._shop.facts().zone
        bound = role_of(self._store, act) is Role.CASHIER
        return GoodwillLeft(
            max(goodwill_left(db, act.staff_id, act.at, zone), 0) if bound else None,
            max(surprises_left(db, act.at), 0),
        )

    def give(
        self,
        act: Act,
        customer_id: int,
        reason: GoodwillReason,
        count: int = 1,
        programme_id: int | None = None,
    ) -> StampOutcome:
        """Give stamps for a reason other than buying. It is no visit, and brings no gifts.

        Raises `Refused`: GOODWILL_SPENT (a cashier's, for today), SURPRISES_SPENT (everybody's, within seven
        days), TOO_MANY_AT_ONCE, NO_PROGRAMME, PROGRAMME_RETIRED, PROGRAMME_NOT_BEGUN, UNKNOWN_CUSTOMER.
        """
        check_at_once(MAX_STAMPS_AT_ONCE, count)
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "GOODWILL", customer_id=root_id)
        if begun is None:
            return self._outcomes.repeated(act)
        facts = self._shop.facts()
        check_goodwill(begun, act, reason, count, facts.zone)
        programme = earning_programme(facts.programmes, programme_id, act.at)
        writing = Writing(begun, act, self._ledger, self._store.new_id, facts.zone)
        writing.append(root_id, programme, EntryKind.GOODWILL, count, reason)
        return self._outcomes.of(
            begun.db, act, root_id, programme, EntryKind.GOODWILL, {programme.id: Given(count)}
        )
