"""A power-cut sheet that was ticked by hand, keyed in line by line, with the times."""

from contextlib import suppress
from dataclasses import replace

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.programmes import Programme
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE, EntryKind, ReversalReason
from frontdesk.domain.paper.power_sheets import Free, KeyedLine, KeyedOutcome, Written, act_id, check_when
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin, check_role, root_of
from frontdesk.services.loyalty.choosing import chosen_offer, worth_of
from frontdesk.services.loyalty.earning import Writing
from frontdesk.services.loyalty.earning_earlier import earn_earlier
from frontdesk.services.loyalty.limits import check_at_once, check_then, day_of
from frontdesk.services.loyalty.stamping import LoyaltyService
from frontdesk.services.loyalty.taking_back import take_back_standing
from frontdesk.services.outcomes import card_at
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import ledger_entries, redemptions, stamping
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.paper import power_sheets
from frontdesk.storage.paper.power_sheets import SheetFacts
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store


class KeyingInService:
    """A line is one act: its stamps, and the free one where the card bears it. The same line at the same time
    is the same act, on whichever till it is keyed in; so keying a sheet in twice does nothing twice.
    """

    def __init__(
        self, store: Store, ledger: Ledger, shop_service: ShopService, loyalty_service: LoyaltyService
    ) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._loyalty = loyalty_service

    # --- reading ---

    def keyed(self, sheet_id: int) -> tuple[KeyedLine, ...]:
        """What was keyed in from a sheet and stands, the latest first."""
        return power_sheets.standing_of(self._store.read(), sheet_id)

    def standing(self, written: Written) -> KeyedLine | None:
        """What was keyed in of the same line and time, if it stands."""
        db = self._store.read()
        return power_sheets.standing_at(db, written.sheet_id, written.line, written.came_at)

    def act_for(self, act: Act, written: Written) -> Act:
        """The act that keys in a line, with the id that such an act has on every till.

        Raises `Refused` NO_SUCH_LINE.
        """
        db = self._store.read()
        facts = _sheet_of(db, written)
        again = power_sheets.times_keyed(db, written.sheet_id, written.line, written.came_at)
        if again and power_sheets.standing_at(db, written.sheet_id, written.line, written.came_at):
            again -= 1
        return replace(act, gesture=act_id(facts.uid, written.line, written.came_at, again))

    # --- writing ---

    def key_in(self, act: Act, written: Written) -> KeyedOutcome:
        """Give what is written on a line, at the time that is written there. `act` comes from `act_for`.

        What a cap leaves no room for is noted and not given, as at the till. A free one that the card does
        not bear stays open. A line of that time that stands already is left as it is (`repeated`).

        Raises `Refused`: NO_SUCH_LINE, NOT_YET, BEFORE_THE_SHEET, TOO_LONG_AGO, ONLY_MANAGER (a cashier keys
        in today and yesterday), TOO_MANY_AT_ONCE (also for an empty line), UNKNOWN_CUSTOMER,
        PROGRAMME_RETIRED, CARD_LIMIT, STAFF_LIMIT by what was given up to then.
        """
        db = self._store.write()
        facts = _sheet_of(db, written)
        standing = power_sheets.standing_at(db, written.sheet_id, written.line, written.came_at)
        if standing is not None:
            return self._outcome(db, act, standing, repeated=True)
        self._check(db, act, facts, written)
        root_id = root_of(db, written.customer_id)
        written = replace(written, customer_id=root_id)
        begun = begin(self._store, act, "KEY_IN", customer_id=root_id)
        if begun is None:
            raise Refused(RefusalCode.ALREADY_UNDONE)
        writing = self._writing(begun, act, written.came_at)
        visit_id = self._earn(writing, facts, written) if written.stamps else None
        if written.free and not power_sheets.settled(db, facts.id, written.line, written.came_at):
            with suppress(Refused):  # it was drunk and is not on the card: an open line for the manager
                visit_id = self._take(writing, facts, root_id)
        power_sheets.add_tick(db, act, begun.id, written, visit_id)
        return self._outcome(db, act, self._standing(db, act.gesture), also=set(writing.touched))

    def settle(self, act: Act, gesture: bytes) -> KeyedOutcome:
        """Take an open free one from the card after all, since more was keyed in or stamped.

        Raises `Refused`: NOTHING_TO_UNDO where nothing is open, STAMPS_SHORT, NO_SUCH_REWARD, REDEEMING_OVER.
        """
        return self._settle(act, gesture, "KEY_FREE", Role.CASHIER)

    def let_be(self, act: Act, gesture: bytes) -> KeyedOutcome:
        """It was on the house. Raises `Refused`: ONLY_MANAGER, NOTHING_TO_UNDO where nothing is open."""
        return self._settle(act, gesture, "LET_FREE", Role.MANAGER)

    def undo(self, act: Act, gesture: bytes) -> KeyedOutcome:
        """Take back what was done last about the line that `gesture` keyed in: how its free one was settled,
        else the line itself. Raises `Refused` ALREADY_UNDONE.
        """
        db = self._store.write()
        line = power_sheets.standing_by(db, gesture)
        if line is None:
            raise Refused(RefusalCode.ALREADY_UNDONE)
        if gestures.find(db, act.gesture) is not None:  # it took back how the free one was settled
            return self._outcome(db, act, line, repeated=True)
        last = line.settled_by or gesture
        last_id = gestures.find(db, last)
        assert last_id is not None
        also = set[int]()
        if ledger_entries.standing_of(db, last_id):
            also = set(self._loyalty.undo(act, last).changes.customers)
        else:
            also = self._take_back_bare(act, line, last_id)
        outcome = self._outcome(db, act, line, also=also)
        return replace(outcome, line=power_sheets.standing_by(db, gesture))

    def _take_back_bare(self, act: Act, line: KeyedLine, undone_id: int) -> set[int]:
        """An act that gave nothing is taken back: what a cap had held back of it is due to nobody then."""
        begun = begin(self._store, act, "UNDO", customer_id=line.customer_id, undoes_id=undone_id)
        assert begun is not None, "it was just seen to stand"
        writing = self._writing(begun, act, line.came_at)
        take_back_standing(writing, undone_id, ReversalReason.SLIP, self._shop.programmes())
        visit_id = power_sheets.visit_of(begun.db, undone_id)
        if visit_id is not None:
            visits.void_if_empty(begun.db, visit_id)
        return set(writing.touched)

    # --- the rules ---

    def _check(self, db: Db, act: Act, facts: SheetFacts, written: Written) -> None:
        check_at_once(MAX_STAMPS_AT_ONCE, written.stamps, least=0 if written.free else 1)
        check_when(written, facts.made_at, act.at)
        yesterday = day_of(act.at, self._shop.facts().zone)[0] - DAY
        needs = Role.CASHIER if written.came_at >= yesterday else Role.MANAGER
        check_role(self._store, act, needs, "KEY_IN")

    def _earn(self, writing: Writing, facts: SheetFacts, written: Written) -> int:
        """Write what the ticks earn, in the visit of then."""
        db, then = writing.begun.db, replace(writing.act, at=written.came_at)
        visit_id = visits.attend(db, self._store.new_id, then, writing.begun.id, written.customer_id).visit_id
        earn_earlier(
            writing,
            written.customer_id,
            visit_id,
            self._shop.programmes(),
            written.stamps,
            main_id=facts.programme_id,
            check=_by_then,
        )
        return visit_id

    def _take(self, writing: Writing, facts: SheetFacts, root_id: int) -> int:
        """Take the reward that a free one was, and give its visit. Raises `Refused` where there is none."""
        db, programme = writing.begun.db, self._programme(facts.programme_id)
        if not programme.span.redeems(writing.moment):
            raise Refused(RefusalCode.REDEEMING_OVER, Remedy.CALL_MANAGER)
        balance = stamping.balance(db, root_id, programme.id)
        taken = chosen_offer(card_at(db, root_id, programme, balance, writing.moment), None)
        worth = worth_of(db, taken.reward, None)
        then = replace(writing.act, at=writing.moment)
        visit_id = visits.attend(db, self._store.new_id, then, writing.begun.id, root_id).visit_id
        price = -taken.reward.price
        entry_id = writing.append(root_id, programme, EntryKind.REDEEMED, price, visit_id=visit_id)
        redemptions.note_reward(db, entry_id, taken.terms_id, taken.reward.number, None, worth)
        return visit_id

    def _settle(self, act: Act, gesture: bytes, kind: str, needs: Role) -> KeyedOutcome:
        db = self._store.write()
        line = power_sheets.standing_by(db, gesture)
        if gestures.find(db, act.gesture) is not None and line is not None:
            return self._outcome(db, act, line, repeated=True)
        if line is None or line.free is not Free.OPEN:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        begun = begin(self._store, act, kind, customer_id=line.customer_id, needs=needs)
        assert begun is not None, "it was just seen to be new"
        facts = power_sheets.get(db, line.sheet_id)
        assert facts is not None, "a line is of a sheet"
        if kind == "KEY_FREE":
            self._take(self._writing(begun, act, line.came_at), facts, line.customer_id)
        power_sheets.add_settled(db, act, begun.id, line)
        return self._outcome(db, act, self._standing(db, gesture))

    # --- small change ---

    def _writing(self, begun: Begun, act: Act, moment: int) -> Writing:
        zone = self._shop.facts().zone
        return Writing(begun, act, self._ledger, self._store.new_id, zone, bought_at=moment)

    def _programme(self, programme_id: int) -> Programme:
        return next(each for each in self._shop.programmes() if each.id == programme_id)

    @staticmethod
    def _standing(db: Db, gesture: bytes) -> KeyedLine:
        line = power_sheets.standing_by(db, gesture)
        assert line is not None, "it was just keyed in"
        return line

    def _outcome(
        self, db: Db, act: Act, line: KeyedLine, *, repeated: bool = False, also: set[int] | None = None
    ) -> KeyedOutcome:
        facts = power_sheets.get(db, line.sheet_id)
        assert facts is not None, "a line is of a sheet"
        programme = self._programme(facts.programme_id)
        balance = stamping.balance(db, line.customer_id, programme.id)
        card = card_at(db, line.customer_id, programme, balance, act.at)
        changes = Changes.of(line.customer_id, *(also or ()))
        return KeyedOutcome(line, line.gesture, card, changes, repeated)


def _by_then(writing: Writing, root_id: int, stamps: int) -> None:
    """The limits, by what was given up to the moment at which it was bought."""
    check_then(writing.begun, writing.act, root_id, stamps, writing.zone, writing.moment)


def _sheet_of(db: Db, written: Written) -> SheetFacts:
    facts = power_sheets.get(db, written.sheet_id)
    if facts is None or not 1 <= written.line <= facts.lines:
        raise Refused(RefusalCode.NO_SUCH_LINE)
    return facts
