"""Group cards: who collects on whose card, and stamps and rewards on it by one of them."""

from dataclasses import replace

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty.cards import Offer
from frontdesk.domain.loyalty.groups import Group, GroupOutcome
from frontdesk.domain.loyalty.stamping import MAX_STAMPS_AT_ONCE, StampOutcome
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.loyalty.group_visits import note_came
from frontdesk.services.loyalty.stamping import LoyaltyService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import groups
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store


class GroupService:
    """What is given on a shared card is an act for its holder; the member's own visit is noted beside it.
    Both are taken back by `LoyaltyService.undo`.
    """

    def __init__(self, store: Store, loyalty_service: LoyaltyService) -> None:
        self._store = store
        self._loyalty = loyalty_service

    def of(self, customer_id: int, now: int) -> Group | None:
        """The group that somebody belongs to, as a member or as its holder; None where there is none.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        return self._group(db, groups.holder_of(db, root_id) or root_id, now)

    # --- who belongs to it ---

    def join(self, act: Act, member_id: int, holder_id: int) -> GroupOutcome:
        """From now on the one collects on the card of the other, and on no other shared card.

        Raises `Refused`: SAME_PERSON, IN_A_GROUP (a group cannot join a group), UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        member, holder = root_of(db, member_id), root_of(db, holder_id)
        if member == holder:
            raise Refused(RefusalCode.SAME_PERSON)
        if groups.holder_of(db, holder) is not None or groups.members_of(db, member):
            raise Refused(RefusalCode.IN_A_GROUP, Remedy.CHOOSE_ANOTHER)
        begun = begin(self._store, act, "JOIN_GROUP", customer_id=member)
        if begun is not None:
            groups.join(db, self._store.new_id, act, begun.id, member, holder)
        return self._outcome(db, act, member, holder, joined=True)

    def leave(self, act: Act, member_id: int) -> GroupOutcome:
        """They collect on their own card only. What they brought to the shared one stays there.

        Raises `Refused`: NO_GROUP, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        member = root_of(db, member_id)
        before = gestures.find(db, act.gesture)  # a repeat is told the same
        holder = groups.holder_of(db, member) if before is None else groups.holder_until(db, before)
        if holder is None:
            raise Refused(RefusalCode.NO_GROUP)
        begun = begin(self._store, act, "LEAVE_GROUP", customer_id=member)
        if begun is not None:
            groups.leave(db, begun.id, member)
        return self._outcome(db, act, member, holder, joined=False)

    # --- on the shared card ---

    def add_stamps(
        self, act: Act, member_id: int, count: int = 1, *, programme_id: int | None = None
    ) -> StampOutcome:
        """Stamps on the shared card for what a member bought, or so many of the group at once.

        Raises `Refused` NO_GROUP, and what `LoyaltyService.add_stamps` raises.
        """
        member, holder = self._pair(act, member_id)
        people = min(count, len(groups.members_of(self._store.write(), holder)) + 1, MAX_STAMPS_AT_ONCE)
        outcome = self._loyalty.add_stamps(
            act, holder, count, programme_id=programme_id, people=max(people, 1), member_id=member
        )
        return _seen_by(outcome, member)

    def redeem(
        self, act: Act, member_id: int, *, programme_id: int | None = None, offer: Offer | None = None
    ) -> StampOutcome:
        """A reward of the shared card, taken by a member.

        Raises `Refused` NO_GROUP, and what `LoyaltyService.redeem` raises.
        """
        member, holder = self._pair(act, member_id)
        outcome = self._loyalty.redeem(act, holder, programme_id=programme_id, offer=offer)
        if not outcome.repeated:
            db = self._store.write()
            gesture_id = gestures.find(db, act.gesture)
            holder_visit = visits.present(db, holder, act.at)
            assert gesture_id is not None
            assert holder_visit is not None, "a reward is taken in a visit"
            note_came(Begun(db, gesture_id), act, self._store.new_id, holder_visit, holder, member, 0)
        return _seen_by(outcome, member)

    # --- small change ---

    def _pair(self, act: Act, member_id: int) -> tuple[int, int]:
        db = self._store.write()
        member = root_of(db, member_id)
        before = gestures.find(db, act.gesture)  # a repeat is about the card that it was about
        holder = groups.holder_of(db, member) if before is None else gestures.get(db, before).customer_id
        if holder is None:
            raise Refused(RefusalCode.NO_GROUP)
        return member, holder

    def _group(self, db: Db, holder: int, now: int) -> Group | None:
        members = groups.members_of(db, holder)
        if not members:
            return None
        first, *rest = groups.persons(db, (holder, *members))
        return Group(first, tuple(rest), self._loyalty.cards(holder, now))

    def _outcome(self, db: Db, act: Act, member: int, holder: int, *, joined: bool) -> GroupOutcome:
        who, whose = groups.persons(db, (member, holder))
        members = groups.members_of(db, holder)
        return GroupOutcome(who, whose, joined, len(members), Changes.of(member, holder, *members))


def _seen_by(outcome: StampOutcome, member: int) -> StampOutcome:
    changes = replace(outcome.changes, customers=outcome.changes.customers | {member})
    return replace(outcome, changes=changes)
