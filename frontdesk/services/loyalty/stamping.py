"""Stamps and rewards at the counter. One method, one gesture, one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.cards import CardView, Offer
from frontdesk.domain.loyalty.earning import Purchase, matches
from frontdesk.domain.loyalty.programmes import Basis, Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import (
    MAX_STAMPS_AT_ONCE,
    MOST_FOR_AN_AMOUNT,
    MOST_PAID_AT_ONCE,
    EntryKind,
    LedgerEntry,
    ReversalReason,
    StampOutcome,
)
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import Product
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.loyalty.choosing import (
    chosen_offer,
    earning_programme,
    programme_of,
    with_basis,
    worth_of,
)
from frontdesk.services.loyalty.earning import Given, Writing, earn, reckon
from frontdesk.services.loyalty.group_visits import note_came
from frontdesk.services.loyalty.limits import check_at_once
from frontdesk.services.loyalty.moving import give_back
from frontdesk.services.loyalty.reversing import reverse
from frontdesk.services.loyalty.taking_back import take_back_standing
from frontdesk.services.outcomes import Outcomes, card_at, given_by
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures, shop
from frontdesk.storage.loyalty import ledger_entries, redemptions, stamping, tickets
from frontdesk.storage.loyalty.ledger import Ledger, NewEntry
from frontdesk.storage.loyalty.origins import with_origins
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store


class LoyaltyService:
    """Every writing method gives the card as it stands after its commit; a repeated act changes nothing."""

    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._outcomes = Outcomes(store, shop_service)

    # --- reading ---

    def cards(self, customer_id: int, now: int) -> tuple[CardView, ...]:
        """The customer's card of stamps in every programme that runs, and in one that has ended while
        something is on it, at the moment `now`. Passes and memberships are read by passes.py beside this.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        held = stamping.balances(db, root_id)
        return tuple(
            card_at(db, root_id, programme, held.get(programme.id, 0), now)
            for programme in self._shop.programmes()
            if programme.kind is ProgrammeKind.STAMPS
            if programme.span.earns(now) or held.get(programme.id)
        )

    def history(self, customer_id: int, limit: int = 50) -> tuple[LedgerEntry, ...]:
        db = self._store.read()
        return with_origins(db, stamping.history(db, root_of(db, customer_id), limit))

    # --- writing ---

    def add_stamps(
        self,
        act: Act,
        customer_id: int,
        count: int = 1,
        *,
        programme_id: int | None = None,
        people: int = 1,
        member_id: int | None = None,
    ) -> StampOutcome:
        """The stamp button, tapped for so many things at once; where a visit earns, for so many people.

        On a shared card, `member_id` is who of the group came; the caps are those of all who did. Other
        programmes that count visits earn along. Raises `Refused`: TOO_MANY_AT_ONCE, ENOUGH_FOR_NOW (a
        cap of the programme leaves nothing), CARD_LIMIT, STAFF_LIMIT, NO_PROGRAMME, PROGRAMME_RETIRED,
        UNKNOWN_CUSTOMER.
        """
        check_at_once(MAX_STAMPS_AT_ONCE, count, people)
        begun, root_id = self._begin(act, "STAMP", customer_id)
        if begun is None:
            return self._outcomes.repeated(act)
        programme = self._earning(act.at, programme_id)
        by_visit = programme.terms_at(act.at).accrual.basis is Basis.VISIT
        visit_id = self._attend(begun, act, root_id, ())
        mine = max(count, people) if by_visit else people
        came = note_came(begun, act, self._store.new_id, visit_id, root_id, member_id or root_id, mine)
        purchase = Purchase(taps=count, people=came)
        writing = self._writing(begun, act)
        given = self._earn_in(writing, root_id, (programme, *self._by_visit(act.at)), purchase, visit_id)
        if not any(each.stamps for each in given.values()):
            raise Refused(RefusalCode.ENOUGH_FOR_NOW, Remedy.GIVE_GOODWILL)
        return self._earned(writing, root_id, programme, given)

    def add_item(self, act: Act, customer_id: int, product_id: int, *, people: int = 1) -> StampOutcome:
        """Note one thing that was bought, and give its stamps; raises as `add_items` does."""
        return self.add_items(act, customer_id, (product_id,), people=people)

    def add_items(
        self, act: Act, customer_id: int, product_ids: Sequence[int], *, people: int = 1
    ) -> StampOutcome:
        """Note what was bought together, such as a whole usual order, and give the stamps that it earns in
        every programme that names any of it; there may be none. A product may come twice.

        Raises `Refused`: TOO_MANY_AT_ONCE (also for nothing), CARD_LIMIT, STAFF_LIMIT, NO_PROGRAMME,
        UNKNOWN_CUSTOMER; `LookupError` where there is no such product.
        """
        check_at_once(MAX_STAMPS_AT_ONCE, people, len(product_ids))
        begun, root_id = self._begin(act, "STAMP", customer_id)
        if begun is None:
            return self._outcomes.repeated(act)
        main = self._earning(act.at, None)
        products = tuple(shop.product(begun.db, product_id) for product_id in product_ids)
        visit_id = self._attend(begun, act, root_id, product_ids)
        earning = self._naming(act.at, products) + self._by_visit(act.at)
        writing, purchase = self._writing(begun, act), Purchase(items=products, people=people)
        given = self._earn_in(writing, root_id, earning, purchase, visit_id)
        shown = next((each for each in earning if given[each.id].stamps), main)
        return self._earned(writing, root_id, shown, given)

    def add_amount(self, act: Act, customer_id: int, amount: int, *, people: int = 1) -> StampOutcome:
        """Note what was paid (above 0, in the currency's smallest unit) and give what the visit's sum earns.

        There may be no stamp yet: what is short counts on within the visit. Raises `Refused`:
        NOT_EARNED_THIS_WAY where no programme counts money, TOO_MANY_AT_ONCE (an amount, or what it would
        earn, that can only be a slip), CARD_LIMIT, STAFF_LIMIT, UNKNOWN_CUSTOMER.
        """
        check_at_once(MAX_STAMPS_AT_ONCE, people)
        begun, root_id = self._begin(act, "STAMP", customer_id)
        if begun is None:
            return self._outcomes.repeated(act)
        earning = self._with_basis(act.at, Basis.AMOUNT)
        if not earning or amount <= 0:
            raise Refused(RefusalCode.NOT_EARNED_THIS_WAY, Remedy.OPEN_SETTINGS)
        check_at_once(MOST_PAID_AT_ONCE, amount)
        visit_id = self._attend(begun, act, root_id, ())
        visits.add_amount(begun.db, self._store.new_id, act, begun.id, visit_id, amount)
        writing, purchase = self._writing(begun, act), Purchase(amount=amount, people=people)
        for programme in earning:
            would = reckon(writing, root_id, programme, purchase, visit_id)
            check_at_once(MOST_FOR_AN_AMOUNT, would.base + would.boost, least=0)
        given = self._earn_in(writing, root_id, earning + self._by_visit(act.at), purchase, visit_id)
        return self._earned(writing, root_id, earning[0], given)

    def redeem(
        self,
        act: Act,
        customer_id: int,
        *,
        programme_id: int | None = None,
        offer: Offer | None = None,
        product_id: int | None = None,
    ) -> StampOutcome:
        """Take one reward: the one that is offered, or the cheapest that is ready; `product_id` says what of.

        Raises `Refused`: STAMPS_SHORT (with how many), NO_SUCH_REWARD, NOT_THIS_PRODUCT, TOO_DEAR,
        REDEEMING_OVER, NO_PROGRAMME, UNKNOWN_CUSTOMER.
        """
        begun, root_id = self._begin(act, "REDEEM", customer_id)
        if begun is None:
            return self._outcomes.repeated(act)
        db = begun.db
        programme = self._programme(programme_id, act.at)
        if not programme.span.redeems(act.at):
            raise Refused(RefusalCode.REDEEMING_OVER, Remedy.CALL_MANAGER)
        card = card_at(db, root_id, programme, stamping.balance(db, root_id, programme.id), act.at)
        taken = chosen_offer(card, offer)
        worth = worth_of(db, taken.reward, product_id)
        visit_id = visits.attend(db, self._store.new_id, act, begun.id, root_id).visit_id
        writing = self._writing(begun, act)
        price = -taken.reward.price
        entry_id = writing.append(root_id, programme, EntryKind.REDEEMED, price, visit_id=visit_id)
        redemptions.note_reward(db, entry_id, taken.terms_id, taken.reward.number, product_id, worth)
        given = {programme.id: Given(price)}
        return self._outcomes.of(db, act, root_id, programme, EntryKind.REDEEMED, given, reward=taken.reward)

    def undo(self, act: Act, gesture: bytes, reason: ReversalReason = ReversalReason.SLIP) -> StampOutcome:
        """Take back all that one act gave or took, now or years later; and its visit if nothing is left.

        `reason` is written beside each reversal. What rested on it is reckoned anew in the same act: stamps
        for the sum of the visit, and the end of stamps that are now taken back. A move goes back to whom it
        was taken from, and a ticket that had got its face waits again.

        Raises `Refused`: NOTHING_TO_UNDO (also for an import, which is undone as a whole), ALREADY_UNDONE.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._outcomes.repeated(act)
        undone_id = gestures.find(db, gesture)
        done = given_by(db, undone_id) if undone_id is not None else None
        if undone_id is None or done is None or done.kind is EntryKind.REVERSED:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        undone = gestures.get(db, undone_id)
        if undone.kind == "IMPORT":
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        if gestures.is_undone(db, undone_id):
            raise Refused(RefusalCode.ALREADY_UNDONE)
        whose = done.root_id
        if undone.kind == "MOVE" and undone.undoes_id is not None:
            whose = gestures.get(db, undone.undoes_id).customer_id or whose  # who has it again
        begun = begin(self._store, act, "UNDO", customer_id=whose, undoes_id=undone_id)
        if begun is None:
            return self._outcomes.repeated(act)
        writing = replace(self._writing(begun, act), bought_at=gestures.time_of(db, undone_id))
        take_back_standing(writing, undone_id, reason, self._shop.programmes())
        if undone.kind == "MOVE":
            give_back(writing, undone_id, self._shop.programmes())
        waits_again = undone.kind != "MOVE" and tickets.open_again(db, gestures.first_of(db, undone_id))
        programme = self._programme(done.programme_id, act.at)
        mine = [each for each in ledger_entries.entries_of(db, begun.id) if each.customer_id == done.root_id]
        here = sum(each.stamps for each in mine if each.programme_id == programme.id)
        given = {programme.id: Given(here)}
        outcome = self._outcomes.of(
            db, act, done.root_id, programme, EntryKind.REVERSED, given, also=set(writing.touched)
        )
        return replace(outcome, changes=replace(outcome.changes, tickets=waits_again))

    def carry_over(self, act: Act, begun: Begun, root_id: int, count: int, part: int) -> None:
        """Inside another act (an import): bring stamps that a customer had elsewhere.

        Raises `Refused` NO_PROGRAMME.
        """
        programme = self._earning(act.at, None)
        card = self._ledger.card_of(begun.db, act, begun.id, root_id, programme.id)
        self._ledger.append(begun.db, act, begun.id, NewEntry(card, EntryKind.CARRIED_OVER, count, part=part))

    def take_back(self, act: Act, begun: Begun, undone_id: int, part: int) -> None:
        """Inside another act (an import's undo): reverse one part of an act; nothing where that was done."""
        for entry in ledger_entries.standing_part(begun.db, undone_id, part):
            for ending in ledger_entries.endings_of(begun.db, entry.id):
                # Parts are the lines of the file; what an end is taken back by has none, and must be alone.
                reverse(self._ledger, begun, act, ending, ReversalReason.RECKONED_ANEW, -ending.id)
            reverse(self._ledger, begun, act, entry, ReversalReason.IMPORT_UNDONE, entry.part)

    # --- which programmes an act is about ---

    def _programme(self, programme_id: int | None, at: int) -> Programme:
        return programme_of(self._shop.programmes(), programme_id, at)

    def _earning(self, at: int, programme_id: int | None) -> Programme:
        return earning_programme(self._shop.programmes(), programme_id, at)

    def _with_basis(self, at: int, basis: Basis) -> list[Programme]:
        return with_basis(self._shop.programmes(), basis, at)

    def _by_visit(self, at: int) -> list[Programme]:
        return self._with_basis(at, Basis.VISIT)

    def _naming(self, at: int, products: Iterable[Product]) -> list[Programme]:
        by_item, bought = self._with_basis(at, Basis.ITEM), tuple(products)
        return [
            each for each in by_item if any(matches(each.terms_at(at).accrual, product) for product in bought)
        ]

    # --- how an act is written ---

    def _begin(self, act: Act, kind: str, customer_id: int) -> tuple[Begun | None, int]:
        root_id = root_of(self._store.write(), customer_id)
        return begin(self._store, act, kind, customer_id=root_id), root_id

    def _writing(self, begun: Begun, act: Act) -> Writing:
        return Writing(begun, act, self._ledger, self._store.new_id, self._shop.facts().zone)

    def _attend(self, begun: Begun, act: Act, root_id: int, items: Sequence[int]) -> int:
        visit_id = visits.attend(begun.db, self._store.new_id, act, begun.id, root_id).visit_id
        for product_id in items:
            visits.add_item(begun.db, self._store.new_id, act, begun.id, visit_id, product_id)
        return visit_id

    def _earned(
        self, writing: Writing, root_id: int, programme: Programme, given: dict[int, Given]
    ) -> StampOutcome:
        db, act, also = writing.begun.db, writing.act, set(writing.touched)
        return self._outcomes.of(db, act, root_id, programme, EntryKind.EARNED, given, also=also)

    @staticmethod
    def _earn_in(
        writing: Writing,
        root_id: int,
        programmes: Iterable[Programme],
        purchase: Purchase,
        visit_id: int,
    ) -> dict[int, Given]:
        """What each programme gave; one that is named twice earns once."""
        given: dict[int, Given] = {}
        for programme in programmes:
            if programme.id not in given:
                given[programme.id] = earn(writing, root_id, programme, purchase, visit_id)
        return given
