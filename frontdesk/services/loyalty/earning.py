"""What one act earns, written to the ledger: the purchase itself, what the hour adds, and the gifts.

All of it is one act, so that one undo takes all of it back.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Final
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act
from frontdesk.domain.days import DAY
from frontdesk.domain.loyalty.earning import Earned, Purchase, SoFar, earned
from frontdesk.domain.loyalty.programmes import Basis, Programme
from frontdesk.domain.loyalty.stamping import EarnReason, EntryKind
from frontdesk.services.gesture import Begun
from frontdesk.services.loyalty.limits import check_stamps, day_of
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import groups, held_back, stamping
from frontdesk.storage.loyalty.ledger import Ledger, NewEntry
from frontdesk.storage.people import customers, referrals
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import NewId

ONE_BIRTHDAY: Final = 300 * DAY
"""Within this no second birthday is celebrated, whatever is done to the date meanwhile."""

VISITS_OF_A_FRIEND: Final = 2


@dataclass
class Writing:
    """One act being written: where it is written, and the number of its next entry."""

    begun: Begun
    act: Act
    ledger: Ledger
    new_id: NewId
    zone: ZoneInfo
    parts: "count[int]" = field(default_factory=count)
    touched: dict[int, set[int]] = field(default_factory=dict)
    """Whose cards were written to: customer → programmes."""
    bought_at: int | None = None
    """When what is written was bought, where that was not now: stamps that are moved to somebody else, a
    ticket that gets its face, a line of a power-cut sheet.
    """

    @property
    def moment(self) -> int:
        """Whose terms, hour and birthday hold for what is written."""
        return self.act.at if self.bought_at is None else self.bought_at

    def append(
        self,
        root_id: int,
        programme: Programme,
        kind: EntryKind,
        stamps: int,
        reason: str = "",
        visit_id: int | None = None,
        earned_at: int | None = None,
    ) -> int:
        """Write one entry to a person's card, and give its key. It was earned at `moment`, or `earned_at`."""
        db, act = self.begun.db, self.act
        card = self.ledger.card_of(db, act, self.begun.id, root_id, programme.id)
        self.touched.setdefault(root_id, set()).add(programme.id)
        since = self.moment if earned_at is None else earned_at
        entry = NewEntry(card, kind, stamps, reason, visit_id, part=next(self.parts), earned_at=since)
        return self.ledger.append(db, act, self.begun.id, entry)

    def local(self) -> datetime:
        """The moment on the shop's own clock."""
        return datetime.fromtimestamp(self.moment / 1000, self.zone)


@dataclass(frozen=True, slots=True)
class Given:
    """What one card got: for buying, as gifts, and what a cap held back."""

    bought: int = 0
    gifts: int = 0
    clipped: int = 0

    @property
    def stamps(self) -> int:
        return self.bought + self.gifts


Check = Callable[[Writing, int, int], None]
"""Asks whether a person may be given so many stamps for buying; raises `Refused` CARD_LIMIT, STAFF_LIMIT."""


def by_now(writing: Writing, root_id: int, stamps: int) -> None:
    """The limits, by what was given up to now."""
    check_stamps(writing.begun, writing.act, root_id, stamps, writing.zone)


def earn(
    writing: Writing,
    root_id: int,
    programme: Programme,
    purchase: Purchase,
    visit_id: int,
    check: Check = by_now,
) -> Given:
    """Write what a purchase earns in one programme; nothing where it earns nothing.

    Raises what `check` raises.
    """
    found = reckon(writing, root_id, programme, purchase, visit_id)
    if found.clipped:
        held_back.note(
            writing.begun.db, writing.begun.id, programme.id, visit_id, found.clipped, purchase.people
        )
    if not found.base:
        return Given(clipped=found.clipped)
    check(writing, root_id, found.base + found.boost)
    return give(writing, root_id, programme, purchase, found, visit_id)


def reckon(writing: Writing, root_id: int, programme: Programme, purchase: Purchase, visit_id: int) -> Earned:
    """What the purchase earns, by the terms that held when it was made."""
    accrual, db = programme.terms_at(writing.moment).accrual, writing.begun.db
    in_visit, for_amount, today, amount, people = 0, 0, 0, 0, 0
    if accrual.basis is not Basis.ITEM or accrual.most_per_visit is not None:
        in_visit, for_amount = stamping.base_in_visit(db, visit_id, programme.id)
    if accrual.most_per_day is not None:
        day = day_of(writing.moment, writing.zone)
        today = stamping.base_between(db, root_id, programme.id, *day)
        people = groups.people_between(db, root_id, *day)
    if accrual.basis is Basis.AMOUNT:
        amount = visits.amount_of(db, visit_id, besides=writing.begun.id)
    so_far = SoFar(in_visit, today, amount, for_amount, people)
    return earned(accrual, purchase, so_far, writing.local())


def give(
    writing: Writing, root_id: int, programme: Programme, purchase: Purchase, found: Earned, visit_id: int
) -> Given:
    """Write what was reckoned, and the gifts that come with it."""
    reason = EarnReason.AMOUNT if purchase.amount else EarnReason.BOUGHT
    writing.append(root_id, programme, EntryKind.EARNED, found.base, reason, visit_id)
    if found.boost:
        writing.append(root_id, programme, EntryKind.EARNED, found.boost, EarnReason.BOOST, visit_id)
    gifts = give_gifts(writing, root_id, programme, visit_id)
    return Given(found.base + found.boost, gifts, found.clipped)


def give_gifts(writing: Writing, root_id: int, programme: Programme, visit_id: int) -> int:
    """Write the gifts that come with a stamp for buying; how many stamps they are."""
    gifts, db = programme.terms_at(writing.moment).gifts, writing.begun.db
    total = 0
    if gifts.welcome and _is_welcome(writing, root_id, programme):
        writing.append(root_id, programme, EntryKind.EARNED, gifts.welcome, EarnReason.WELCOME, visit_id)
        total += gifts.welcome
    if gifts.birthday and _is_birthday(writing, root_id, programme, gifts.birthday_days):
        writing.append(root_id, programme, EntryKind.EARNED, gifts.birthday, EarnReason.BIRTHDAY, visit_id)
        total += gifts.birthday
    if not gifts.friend and not gifts.referrer:
        return total
    referrer = referrals.referrer_of(db, root_id)
    if referrer is None or referrer == root_id or visits.summary(db, root_id).visits < VISITS_OF_A_FRIEND:
        return total
    if referrals.was_thanked(db, root_id, programme.id):
        return total
    if gifts.friend:
        writing.append(root_id, programme, EntryKind.EARNED, gifts.friend, EarnReason.FRIEND, visit_id)
        total += gifts.friend
    if gifts.referrer:
        writing.append(referrer, programme, EntryKind.EARNED, gifts.referrer, EarnReason.REFERRER)
    return total


def _is_birthday(writing: Writing, root_id: int, programme: Programme, days: int) -> bool:
    db, customer = writing.begun.db, customers.get(writing.begun.db, root_id)
    if customer is None or customer.birthday is None:
        return False
    if abs(customer.birthday.days_from(writing.local().date())) > days:
        return False
    return not had_birthday(db, root_id, programme.id, writing.moment)


def had_birthday(db: Db, root_id: int, programme_id: int, at: int) -> bool:
    """Was this person's birthday celebrated on a card already, in the year up to `at`?"""
    return stamping.has_standing(db, root_id, programme_id, EarnReason.BIRTHDAY, since=at - ONE_BIRTHDAY)


def _is_welcome(writing: Writing, root_id: int, programme: Programme) -> bool:
    """Is the head start due? Once, to whoever began since there is one and brought no stamps along.

    Not just with the very first stamp: that one may have been a slip.
    """
    db = writing.begun.db
    if stamping.has_standing(db, root_id, programme.id, EarnReason.WELCOME):
        return False
    began_before = stamping.has_standing(
        db, root_id, programme.id, before=programme.welcomes_since(writing.moment)
    )
    return not began_before and not stamping.was_carried_over(db, root_id, programme.id)
