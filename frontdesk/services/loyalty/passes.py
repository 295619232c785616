"""Passes and memberships: sold, used, renewed. One method, one gesture, one transaction.

A sale or a use is taken back as any act is, by loyalty.undo; what holds then follows from what is left.
"""

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_figures import CareFigure
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.cards import CardView
from frontdesk.domain.loyalty.passes import MOST_AT_ONCE, PassDeed, PassEnding, PassOutcome
from frontdesk.domain.loyalty.programmes import PassTerms, Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import EarnReason, EntryKind
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.loyalty.earning import Writing
from frontdesk.services.loyalty.limits import check_at_once
from frontdesk.services.loyalty.pass_cards import pass_at
from frontdesk.services.loyalty.pass_endings import ending, renewal_figure
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import passes, stamping
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store


class PassService:
    """Every writing method gives the card as it stands after its commit; a repeated act changes nothing."""

    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service

    # --- reading ---

    def cards(self, customer_id: int, now: int) -> tuple[CardView, ...]:
        """The customer's pass or membership in every programme of that kind that is sold, and in one that is
        no longer, where they have it. Without a `validity` it was never bought.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        held = stamping.balances(db, root_id)
        found = (
            (programme, pass_at(db, root_id, programme, held.get(programme.id, 0), now))
            for programme in self._programmes()
            if programme.span.earns(now) or programme.id in held
        )
        return tuple(card for programme, card in found if programme.span.earns(now) or card.validity)

    def ending_between(self, now: int, days: int, *, ahead: int | None = None) -> tuple[PassEnding, ...]:
        """Whose pass or membership ended within so many days and was not renewed, or ends within as many (or
        within `ahead`: 0 for those that have ended only); the earliest end first.
        """
        end_at = now + (days if ahead is None else ahead) * DAY
        zone = self._shop.facts().zone
        return ending(self._store.read(), self._programmes(), now - days * DAY, end_at, now, zone)

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """Of the passes and memberships that ran out between two moments: which share was not renewed."""
        zone = self._shop.facts().zone
        return (renewal_figure(self._store.read(), self._programmes(), since, until, zone),)

    # --- writing ---

    def sell(self, act: Act, customer_id: int, programme_id: int, times: int = 1) -> PassOutcome:
        """Note that a pass or membership was paid for, so many times over; what is left is not lost by it.

        Raises `Refused`: TOO_MANY_AT_ONCE, NO_PROGRAMME, PROGRAMME_RETIRED, PROGRAMME_NOT_BEGUN,
        UNKNOWN_CUSTOMER.
        """
        check_at_once(MOST_AT_ONCE, times)
        db = self._store.write()
        root_id, programme = root_of(db, customer_id), self._programme(programme_id)
        begun = begin(self._store, act, "SELL_PASS", customer_id=root_id)
        if begun is None:
            return self._outcome(db, act, root_id, programme, PassDeed.SOLD, times, repeated=True)
        if not programme.span.earns(act.at):
            raise Refused(_not_sold(programme, act.at), Remedy.CHOOSE_ANOTHER)
        terms = programme.terms_at(act.at).passes or PassTerms()
        units = times * terms.visits if programme.kind is ProgrammeKind.PASS else times
        visit_id = visits.attend(db, self._store.new_id, act, begun.id, root_id).visit_id
        self._writing(begun, act).append(
            root_id, programme, EntryKind.EARNED, units, EarnReason.SOLD, visit_id
        )
        return self._outcome(db, act, root_id, programme, PassDeed.SOLD, times)

    def use(self, act: Act, customer_id: int, programme_id: int, people: int = 1) -> PassOutcome:
        """Somebody comes in on a pass, or so many `people` on one; or on a membership, which is for one.

        In one visit each of them costs one: noting it again costs nothing, writes nothing and says so. Raises
        `Refused`: NO_PASS, PASS_OVER, PASS_USED_UP (with how many are `left`), REDEEMING_OVER,
        TOO_MANY_AT_ONCE, NO_PROGRAMME, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        root_id, programme = root_of(db, customer_id), self._programme(programme_id)
        counted = programme.kind is ProgrammeKind.PASS
        check_at_once(MOST_AT_ONCE if counted else 1, people)
        if gestures.find(db, act.gesture) is not None:
            return self._outcome(db, act, root_id, programme, PassDeed.USED, people, repeated=True)
        missing = people - self._in_already(db, act, root_id, programme)
        if missing <= 0:
            return self._outcome(db, act, root_id, programme, PassDeed.USED, 0, again=True)
        self._check_holds(db, act, root_id, programme, missing)
        begun = begin(self._store, act, "USE_PASS", customer_id=root_id)
        assert begun is not None, "it was just seen to be new"
        visit_id = visits.attend(db, self._store.new_id, act, begun.id, root_id).visit_id
        if counted:
            writing = self._writing(begun, act)
            writing.append(root_id, programme, EntryKind.REDEEMED, -missing, visit_id=visit_id)
        else:
            passes.check_in(db, self._store.new_id, act, begun.id, visit_id, programme.id)
        return self._outcome(db, act, root_id, programme, PassDeed.USED, missing)

    # --- the rules ---

    def _programmes(self) -> list[Programme]:
        return [each for each in self._shop.programmes() if each.kind is not ProgrammeKind.STAMPS]

    def _programme(self, programme_id: int) -> Programme:
        for programme in self._programmes():
            if programme.id == programme_id:
                return programme
        raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)

    @staticmethod
    def _in_already(db: Db, act: Act, root_id: int, programme: Programme) -> int:
        """For how many people the present visit has been noted."""
        visit_id = visits.present(db, root_id, act.at)
        if visit_id is None:
            return 0
        if programme.kind is ProgrammeKind.PASS:
            return passes.used_in_visit(db, visit_id, programme.id)
        return int(passes.checked_in(db, visit_id, programme.id))

    @staticmethod
    def _check_holds(db: Db, act: Act, root_id: int, programme: Programme, wanted: int) -> None:
        if not programme.span.redeems(act.at):
            raise Refused(RefusalCode.REDEEMING_OVER, Remedy.CALL_MANAGER)
        validity = pass_at(db, root_id, programme, 0, act.at).validity
        if validity is None:
            raise Refused(RefusalCode.NO_PASS, Remedy.RENEW_PASS)
        if validity.until <= act.at:
            raise Refused(RefusalCode.PASS_OVER, Remedy.RENEW_PASS)
        if validity.visits_left is not None and validity.visits_left < wanted:
            raise Refused(RefusalCode.PASS_USED_UP, Remedy.RENEW_PASS, left=validity.visits_left)

    # --- how an act is written ---

    def _writing(self, begun: Begun, act: Act) -> Writing:
        return Writing(begun, act, self._ledger, self._store.new_id, self._shop.facts().zone)

    @staticmethod
    def _outcome(
        db: Db,
        act: Act,
        root_id: int,
        programme: Programme,
        deed: PassDeed,
        count: int,
        *,
        repeated: bool = False,
        again: bool = False,
    ) -> PassOutcome:
        balance = stamping.balance(db, root_id, programme.id)
        card = pass_at(db, root_id, programme, balance, act.at)
        changes = Changes.of(root_id)
        return PassOutcome(root_id, card, act.gesture, deed, count, changes, repeated, again)


def _not_sold(programme: Programme, at: int) -> RefusalCode:
    """Why a programme is not sold now."""
    span = programme.span
    not_yet = span.starts_at is not None and at < span.starts_at and span.retired_at is None
    return RefusalCode.PROGRAMME_NOT_BEGUN if not_yet else RefusalCode.PROGRAMME_RETIRED
