"""Paper stamp cards, taken over in one tap: "she had four"."""

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.gesture import begin, check_role, role_of, root_of
from frontdesk.services.loyalty.choosing import earning_programme
from frontdesk.services.loyalty.earning import Given, Writing
from frontdesk.services.loyalty.limits import check_adopted, check_at_once, day_of
from frontdesk.services.outcomes import Outcomes
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import stamping
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.store import Store


class AdoptingService:
    """Once for each person and programme, as long as it stands; undone by `LoyaltyService.undo`.

    A cashier takes over what is short of a reward, from people who began today. A manager also full cards,
    and of people who have collected for longer.
    """

    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._outcomes = Outcomes(store, shop_service)

    def most(self, act: Act, customer_id: int) -> dict[int, int]:
        """Programme → how many stamps of a paper card whoever acts may take over for somebody who is new;
        only those where that is any.
        """
        db, now = self._store.read(), act.at
        root_id = root_of(db, customer_id)
        bound = role_of(self._store, act) is Role.CASHIER
        return {
            each.id: most
            for each in self._shop.programmes()
            if each.kind is ProgrammeKind.STAMPS and each.span.earns(now)
            if (most := _most(each, now, bound=bound)) > 0
            if not stamping.was_carried_over(db, root_id, each.id) and self._is_new(db, root_id, each.id, now)
        }

    def adopt(self, act: Act, customer_id: int, count: int, programme_id: int | None = None) -> StampOutcome:
        """Take over the stamps of a paper card. It is no visit, and brings no gifts.

        Raises `Refused`: ALREADY_ADOPTED; CARD_IN_USE, ONLY_MANAGER (a full card), CARD_LIMIT, STAFF_LIMIT
        and PAPER_LIMIT for a cashier; TOO_MANY_AT_ONCE, NO_PROGRAMME, PROGRAMME_RETIRED, UNKNOWN_CUSTOMER.
        """
        root_id = root_of(self._store.write(), customer_id)
        begun = begin(self._store, act, "ADOPT", customer_id=root_id)
        if begun is None:
            return self._outcomes.repeated(act)
        facts, db = self._shop.facts(), begun.db
        programme = earning_programme(facts.programmes, programme_id, act.at)
        check_at_once(_most(programme, act.at, bound=False), count)
        if stamping.was_carried_over(db, root_id, programme.id):
            raise Refused(RefusalCode.ALREADY_ADOPTED)
        if begun.role is Role.CASHIER:
            if not self._is_new(db, root_id, programme.id, act.at):
                raise Refused(RefusalCode.CARD_IN_USE, begun.remedy)
            if count > _most(programme, act.at, bound=True):
                check_role(self._store, act, Role.MANAGER, "ADOPT", root_id)
            check_adopted(begun, act, root_id, count, facts.zone)
        writing = Writing(begun, act, self._ledger, self._store.new_id, facts.zone)
        writing.append(root_id, programme, EntryKind.CARRIED_OVER, count)
        given = {programme.id: Given(count)}
        return self._outcomes.of(db, act, root_id, programme, EntryKind.CARRIED_OVER, given)

    def _is_new(self, db: Db, root_id: int, programme_id: int, now: int) -> bool:
        """Had they earned nothing in this programme before today?"""
        today = day_of(now, self._shop.facts().zone)[0]
        return not stamping.has_standing(db, root_id, programme_id, before=today)


def _most(programme: Programme, at: int, *, bound: bool) -> int:
    """So many stamps a paper card can have: a full one, or short of the first reward."""
    terms = programme.terms_at(at)
    if terms.cheapest is None:
        return 0
    return terms.cheapest.price - 1 if bound else terms.goal
