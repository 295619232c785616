"""Taking back what an act wrote, with all that rested on it. The ledger only grows: each entry is reversed,
once, by another.
"""

from collections.abc import Iterable

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty import EarnReason, EntryKind, ReversalReason
from frontdesk.domain.programmes import Programme
from frontdesk.services.earning import Writing
from frontdesk.services.gesture import Begun
from frontdesk.storage import loyalty, visits
from frontdesk.storage.loyalty import EntryOf, Ledger, NewEntry


def reverse(
    ledger: Ledger, begun: Begun, act: Act, entry: EntryOf, reason: ReversalReason, part: int
) -> None:
    """Write the entry that takes another one back."""
    undoing = NewEntry(
        entry.card,
        EntryKind.REVERSED,
        -entry.stamps,
        reason.value,
        visit_id=entry.visit_id,
        reverses=(entry.id, entry.uid),
        part=part,
    )
    ledger.append(begun.db, act, begun.id, undoing)


def take_back_standing(
    writing: Writing, undone_id: int, reason: ReversalReason, programmes: Iterable[Programme]
) -> None:
    """Reverse whatever one act wrote and still stands, with its items, amounts and empty visits."""
    db = writing.begun.db
    entries = loyalty.standing_of(db, undone_id)
    in_visits = {entry.visit_id for entry in entries if entry.visit_id is not None}
    in_visits |= set(visits.items_of(db, undone_id))
    had_amount = visits.amount_noted_by(db, undone_id) > 0
    for entry in entries:
        take_back(writing, entry, reason)
    visits.void_items_of(db, undone_id)
    if had_amount:
        for visit_id in in_visits:
            _reckon_amount(writing, visit_id, programmes)
    for visit_id in in_visits:
        visits.void_if_empty(db, visit_id)


def take_back(writing: Writing, entry: EntryOf, reason: ReversalReason) -> None:
    """Reverse one entry; and the end of its stamps, which would else be taken twice."""
    writing.touched.setdefault(entry.customer_id, set()).add(entry.programme_id)
    for ending in loyalty.endings_of(writing.begun.db, entry.id):
        part = next(writing.parts)
        reverse(writing.ledger, writing.begun, writing.act, ending, ReversalReason.RECKONED_ANEW, part)
    reverse(writing.ledger, writing.begun, writing.act, entry, reason, next(writing.parts))


def _reckon_amount(writing: Writing, visit_id: int, programmes: Iterable[Programme]) -> None:
    """Bring the stamps for a visit's sum down to what the sum now earns, the latest entries first."""
    db = writing.begun.db
    for programme in programmes:
        standing = loyalty.amounts_of_visit(db, visit_id, programme.id)
        if not standing:
            continue
        accrual = programme.terms_at(standing[0].at).accrual
        have = sum(entry.stamps for entry in standing if entry.reason == EarnReason.AMOUNT)
        right = visits.amount_of(db, visit_id) // accrual.step * accrual.stamps if accrual.step else have
        if have > right:
            _lower(writing, programme, standing, have, right)


def _lower(
    writing: Writing, programme: Programme, standing: tuple[EntryOf, ...], have: int, right: int
) -> None:
    """Reverse entries until `have` is no more than `right`, and give what is missing then, boosted alike."""
    for entry in standing:
        if entry.reason != EarnReason.AMOUNT:
            continue
        if have <= right:
            return
        boosts = [each for each in standing if each.reason == EarnReason.BOOST and _same_act(each, entry)]
        for each in (entry, *boosts):
            take_back(writing, each, ReversalReason.RECKONED_ANEW)
        have -= entry.stamps
        missing = right - have
        if missing > 0:
            times = sum(each.stamps for each in boosts) // entry.stamps
            for stamps, reason in ((missing, EarnReason.AMOUNT), (missing * times, EarnReason.BOOST)):
                if stamps:
                    writing.append(
                        entry.customer_id, programme, EntryKind.EARNED, stamps, reason, entry.visit_id
                    )
            return


def _same_act(one: EntryOf, other: EntryOf) -> bool:
    return one.gesture_id == other.gesture_id and one.card == other.card
