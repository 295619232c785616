"""Who brought whom along. What both get for it comes with a stamp, later: services/loyalty/earning.py."""

from dataclasses import dataclass

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty.stamping import ReversalReason
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.loyalty.earning import Writing
from frontdesk.services.loyalty.reversing import take_back
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import ledger_entries
from frontdesk.storage.loyalty.ledger import Ledger
from frontdesk.storage.people import customers, referrals
from frontdesk.storage.people.referrals import Referral
from frontdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Companion:
    """The other one of two of whom one brought the other. `gesture` is the act to undo."""

    customer_id: int
    name: str
    gesture: bytes
    at: int


@dataclass(frozen=True, slots=True)
class Companions:
    """Who brought a person along, and whom they brought."""

    by: Companion | None
    friends: tuple[Companion, ...]


@dataclass(frozen=True, slots=True)
class BroughtAlong:
    """That somebody brought a friend along was noted, or taken back. `gesture` is the act that noted it."""

    friend_id: int
    referrer_id: int
    gesture: bytes
    changes: Changes


class ReferralService:
    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service

    def of(self, customer_id: int) -> Companions:
        db = self._store.read()
        root_id = root_of(db, customer_id)
        by = referrals.brought(db, root_id)
        friends = referrals.brought_by(db, root_id)
        return Companions(
            _companion(db, by.referrer_id, by) if by is not None else None,
            tuple(_companion(db, each.friend_id, each) for each in friends),
        )

    def brought(self, act: Act, friend: int, referrer: int) -> BroughtAlong:
        """`referrer` brought `friend` along.

        Raises `Refused`: SAME_PERSON, UNKNOWN_CUSTOMER, ALREADY_BROUGHT (by anybody), BROUGHT_THEM (the
        friend was here first: they brought the referrer along, or whoever did).
        """
        db = self._store.write()
        friend_id, referrer_id = root_of(db, friend), root_of(db, referrer)
        begun = begin(self._store, act, "BROUGHT", customer_id=friend_id)
        if begun is not None:
            if friend_id == referrer_id:
                raise Refused(RefusalCode.SAME_PERSON)
            if referrals.is_noted(db, friend_id):
                raise Refused(RefusalCode.ALREADY_BROUGHT)
            if friend_id in _before(db, referrer_id):
                raise Refused(RefusalCode.BROUGHT_THEM)
            noted = referrals.add(db, self._store.new_id, act, begun.id, friend_id, referrer_id)
            self._ledger.seal_referral(db, noted)
        return BroughtAlong(friend_id, referrer_id, act.gesture, Changes.of(friend_id, referrer_id))

    def undo(self, act: Act, gesture: bytes) -> BroughtAlong:
        """It was not so: take back what the act `gesture` noted, and what both got for it.

        Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE.
        """
        db = self._store.write()
        undone_id = gestures.find(db, gesture)
        once = referrals.noted_by(db, undone_id) if undone_id is not None else None
        if undone_id is None or once is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        touched = set[int]()
        if gestures.find(db, act.gesture) is None:
            if gestures.is_undone(db, undone_id):
                raise Refused(RefusalCode.ALREADY_UNDONE)
            touched = self._take_back(act, undone_id, once)
        changes = Changes.of(once.friend_id, once.referrer_id, *touched)
        return BroughtAlong(once.friend_id, once.referrer_id, once.gesture, changes)

    def _take_back(self, act: Act, undone_id: int, noted: Referral) -> set[int]:
        """Undo the referral and its gifts; gives whose cards were touched."""
        begun = begin(self._store, act, "UNDO_BROUGHT", customer_id=noted.friend_id, undoes_id=undone_id)
        if begun is None:
            return set()
        writing = Writing(begun, act, self._ledger, self._store.new_id, self._shop.facts().zone)
        for entry_id in referrals.thanks_of(begun.db, noted.friend_id):
            take_back(writing, ledger_entries.entry(begun.db, entry_id), ReversalReason.RECKONED_ANEW)
        referrals.undo(begun.db, undone_id, begun.id)
        return set(writing.touched)


def _before(db: Db, root_id: int) -> set[int]:
    """Who brought somebody along, who brought those, and so on."""
    found = set[int]()
    before = referrals.referrer_of(db, root_id)
    while before is not None and before not in found:
        found.add(before)
        before = referrals.referrer_of(db, before)
    return found


def _companion(db: Db, customer_id: int, noted: Referral) -> Companion:
    customer = customers.get(db, customer_id)
    return Companion(customer_id, customer.address if customer is not None else "", noted.gesture, noted.at)
