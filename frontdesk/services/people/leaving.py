"""Leaving is one act and coming back another; between the two, all that was theirs stays theirs.

Nothing of the ledger is touched by either: a balance is a sum, and it stands for whoever left, too.
"""

from typing import Final

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.care_figures import CareFigure, Counted, FigureKind
from frontdesk.domain.loyalty.passes import lots_worth
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind
from frontdesk.domain.people.customers import Consent, Purpose
from frontdesk.domain.people.leaving import Balance, Kept, LeavingReason, LeavingSaved, Left
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.loyalty.pass_cards import pass_at
from frontdesk.services.outcomes import card_at
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import check_last, to_undo
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import expiry, passes, stamping
from frontdesk.storage.people import customers, leaving
from frontdesk.storage.store import Store

_STEPS: Final = frozenset({"LEAVE", "COME_BACK", "LEAVE_REASON"})


class LeavingService:
    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    # --- reading ---

    def balance(self, customer_id: int, now: int) -> Balance:
        """What is theirs at `now`, be they here or gone. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        return self._balance(db, _known(db, customer_id), now)

    def left(self, customer_id: int) -> Left | None:
        """Since when somebody is gone who left; None while they are here."""
        db = self._store.read()
        return leaving.left(db, _known(db, customer_id))

    def all_left(self, since: int, until: int) -> tuple[Left, ...]:
        """Who left between two moments and is not back; the last one first."""
        return leaving.all_left(self._store.read(), since, until)

    def gone(self) -> tuple[Left, ...]:
        """Everybody who left and is not back, whatever the clock said then; the last one first."""
        return leaving.gone(self._store.read())

    def figures(self, since: int, until: int) -> tuple[CareFigure, ...]:
        """How many left and are not back; and of those who said why, how many for each reason."""
        gone = self.all_left(since, until)
        reasons = [reason for reason in LeavingReason if any(each.reason is reason for each in gone)]
        by_reason = (
            _figure([each for each in gone if each.reason is reason], reason.value) for reason in reasons
        )
        return (_figure(gone), *by_reason)

    # --- writing ---

    def leave(self, act: Act, customer_id: int, reason: LeavingReason | None = None) -> LeavingSaved:
        """They leave: off the wall, the lists and the search, and no message is sent to them any more.

        What is on their cards stays. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        root_id = _known(db, customer_id)
        if gestures.find(db, act.gesture) is None:
            root_of(db, customer_id)  # whoever is out of sight already cannot leave once more
        begun = begin(self._store, act, "LEAVE", customer_id=root_id)
        if begun is not None:
            leaving.add(db, self._store.new_id, act, begun.id, root_id, "LEFT")
            if reason is not None:
                leaving.add(db, self._store.new_id, act, begun.id, root_id, "REASON", reason)
            self._take_back_messages(db, act, begun.id, root_id)
            customers.archive(db, root_id, act.at)
        return self._saved(db, act, root_id)

    def say_why(self, act: Act, customer_id: int, reason: LeavingReason) -> LeavingSaved:
        """The reason of whoever left, where they said one; the last one counts. Of somebody who is back by
        then, nothing is noted. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        root_id = _known(db, customer_id)
        begun = begin(self._store, act, "LEAVE_REASON", customer_id=root_id)
        if begun is not None and leaving.left(db, root_id) is not None:
            leaving.add(db, self._store.new_id, act, begun.id, root_id, "REASON", reason)
        return self._saved(db, act, root_id)

    def come_back(self, act: Act, customer_id: int) -> LeavingSaved:
        """They are here again with all they had. Only whether messages may be sent is theirs to say anew.

        Somebody who is here already is left as they are. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        root_id = _known(db, customer_id)
        begun = begin(self._store, act, "COME_BACK", customer_id=root_id)
        if begun is not None and leaving.left(db, root_id) is not None:
            leaving.add(db, self._store.new_id, act, begun.id, root_id, "BACK")
            for programme in self._shop.programmes():
                expiry.unwarn(db, root_id, programme.id)  # what may end is told them anew, in good time
            customers.archive(db, root_id, None)
        return self._saved(db, act, root_id)

    def take_back(self, act: Act, gesture: bytes) -> LeavingSaved:
        """Undo a leaving, a coming back or a reason: as if it had never been, messages included.

        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE, and MOVED_ON where another step came after it.
        """
        db = self._store.write()
        root_id = self._whose(db, gesture)
        undone = to_undo(db, act, gesture, _STEPS)
        if undone is None:
            return self._saved(db, act, root_id)
        check_last(undone, leaving.last_act(db, root_id, reasons=undone.kind == "LEAVE_REASON") or 0)
        was_gone = leaving.left(db, root_id) is not None
        begun = begin(self._store, act, "UNDO_LEAVE", customer_id=root_id, undoes_id=undone.id)
        if begun is not None and undone.kind == "LEAVE" and was_gone:
            for record, consent in leaving.withdrawn_by(db, root_id, undone.id):
                customers.add_consent(db, self._store.new_id, act, begun.id, record, consent)
            customers.archive(db, root_id, None)
        elif begun is not None and undone.kind == "COME_BACK" and not was_gone:
            self._take_back_messages(db, act, begun.id, root_id)
            customers.archive(db, root_id, act.at)
        return self._saved(db, act, root_id)

    # --- parts of the above ---

    def _whose(self, db: Db, gesture: bytes) -> int:
        """The customer whose step it was; staff leave, too. Raises `Refused` NOTHING_TO_UNDO."""
        noted = gestures.find(db, gesture)
        kept = gestures.get(db, noted) if noted is not None else None
        if kept is None or kept.customer_id is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        return _known(db, kept.customer_id)

    def _take_back_messages(self, db: Db, act: Act, gesture_id: int, root_id: int) -> None:
        """A no is said of every record, so that it holds when they come apart."""
        said = {each.purpose: each for each in customers.consents(db, root_id)}
        messages = said.get(Purpose.MESSAGES)
        if messages is None or not messages.granted:
            return
        refused = Consent(Purpose.MESSAGES, False, "", messages.language, act.at)
        for record in customers.group(db, root_id):
            customers.add_consent(db, self._store.new_id, act, gesture_id, record, refused)

    def _saved(self, db: Db, act: Act, root_id: int) -> LeavingSaved:
        customer = customers.get(db, root_id)
        assert customer is not None, "its root was just found"
        changes = Changes.of(root_id, requests=True)
        stands = leaving.last_act(db, root_id, reasons=True) == gestures.find(db, act.gesture)
        gesture = act.gesture if stands else None
        return LeavingSaved(customer, self._balance(db, root_id, act.at), gesture, changes)

    def _balance(self, db: Db, root_id: int, now: int) -> Balance:
        held = stamping.balances(db, root_id)
        kept = (
            self._kept(db, root_id, programme, held[programme.id], now)
            for programme in self._shop.programmes()
            if programme.id in held
        )
        return Balance(tuple(each for each in kept if each is not None))

    def _kept(self, db: Db, root_id: int, programme: Programme, balance: int, now: int) -> Kept | None:
        """What is on one card, or None where nothing is."""
        if programme.kind is ProgrammeKind.STAMPS:
            card = card_at(db, root_id, programme, balance, now)
            return Kept(card) if balance > 0 else None
        card = pass_at(db, root_id, programme, balance, now)
        if card.validity is None or not card.validity.holds(now):
            return None
        if programme.kind is ProgrammeKind.MEMBERSHIP:
            return Kept(card)
        entries = passes.entries(db, root_id, programme.id)
        return Kept(card, lots_worth(programme, entries, now, self._shop.facts().zone))


def _known(db: Db, customer_id: int) -> int:
    """The record that answers for a customer, here or gone. Raises `Refused` UNKNOWN_CUSTOMER."""
    root_id = customers.root_of(db, customer_id, archived=True)
    if root_id is None:
        raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
    return root_id


def _figure(gone: tuple[Left, ...] | list[Left], about: str = "") -> CareFigure:
    people = tuple(Counted(each.customer_id, each.name, each.at) for each in gone)
    return CareFigure(FigureKind.LEFT, len(gone), of=len(gone), about=about, people=people)
