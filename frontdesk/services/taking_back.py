"""Taking back an act, with all that rested on it.

What is left of a visit is reckoned anew: had the act never been done, the others of the visit would have
earned what they earn now. So a sum that is lower gives fewer stamps; and where the act had used up a cap, or
had been the one that counted for the visit, what else was bought takes its place.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from frontdesk.domain.earning import Purchase, SoFar, factor, wanted, within_caps
from frontdesk.domain.loyalty import EarnReason, EntryKind, ReversalReason
from frontdesk.domain.programmes import Accrual, Basis, Programme, ProgrammeKind
from frontdesk.services.earning import Writing
from frontdesk.services.limits import day_of
from frontdesk.services.reversing import take_back
from frontdesk.storage import gestures, ledger_entries, loyalty, shop, visits
from frontdesk.storage.database import Db
from frontdesk.storage.ledger_entries import EntryOf


def take_back_standing(
    writing: Writing, undone_id: int, reason: ReversalReason, programmes: Iterable[Programme]
) -> None:
    """Reverse whatever one act wrote and still stands, with its items, amounts and empty visits."""
    db = writing.begun.db
    entries = ledger_entries.standing_of(db, undone_id)
    in_visits = {entry.visit_id for entry in entries if entry.visit_id is not None}
    in_visits |= set(visits.items_of(db, undone_id))
    for entry in entries:
        if entry.kind is not EntryKind.EXPIRED or ledger_entries.stands(
            db, entry.id
        ):  # not with what it ended
            take_back(writing, entry, reason)
    visits.void_items_of(db, undone_id)
    done_at = gestures.time_of(db, undone_id)
    for visit_id in in_visits:
        reckon_visit(writing, visit_id, programmes, done_at)
        visits.void_if_empty(db, visit_id)


def reckon_visit(writing: Writing, visit_id: int, programmes: Iterable[Programme], at: int) -> None:
    """Bring what a visit has earned to what is left of it, by the terms that held at `at`."""
    for programme in programmes:
        if programme.kind is not ProgrammeKind.STAMPS or not programme.span.earned(at):
            continue
        accrual = programme.terms_at(at).accrual
        for entry in ledger_entries.reckoned_in_visit(writing.begun.db, visit_id, programme.id):
            take_back(writing, entry, ReversalReason.RECKONED_ANEW)
        if accrual.basis is Basis.AMOUNT:
            _lower(writing, programme, visit_id, accrual)
        _raise(writing, programme, visit_id, accrual, at)


def _lower(writing: Writing, programme: Programme, visit_id: int, accrual: Accrual) -> None:
    """Reverse what the sum of the visit no longer earns, the latest entries first."""
    standing = ledger_entries.amounts_of_visit(writing.begun.db, visit_id, programme.id)
    have = sum(entry.stamps for entry in standing if entry.reason == EarnReason.AMOUNT)
    right = visits.amount_of(writing.begun.db, visit_id) // accrual.step * accrual.stamps
    for entry in standing:
        if entry.reason != EarnReason.AMOUNT:
            continue
        if have <= right:
            return
        boosts = [each for each in standing if each.reason == EarnReason.BOOST and _same_act(each, entry)]
        for each in (entry, *boosts):
            take_back(writing, each, ReversalReason.RECKONED_ANEW)
        have -= entry.stamps


def _same_act(one: EntryOf, other: EntryOf) -> bool:
    return one.gesture_id == other.gesture_id and one.card == other.card


def _raise(writing: Writing, programme: Programme, visit_id: int, accrual: Accrual, at: int) -> None:
    """Give what the other purchases of the visit had not earned because of what was taken back."""
    db, left = writing.begun.db, visits.purchases_in(writing.begun.db, visit_id)
    in_visit, for_amount = loyalty.base_in_visit(db, visit_id, programme.id)
    so_far = SoFar(in_visit, amount=sum(each.amount for each in left), for_amount=for_amount)
    if accrual.basis is Basis.ITEM and not accrual.capped:
        return  # nothing can have stood in the way of what else was bought
    if accrual.basis is Basis.ITEM:
        missing = sum(_missing(db, each, accrual, programme.id) for each in left)
    else:
        missing = wanted(accrual, Purchase(), so_far) if left else 0
    if not missing:
        return
    root_id = visits.whose(db, visit_id)
    if accrual.most_per_day is not None:
        day = day_of(at, writing.zone)
        so_far = replace(so_far, today=loyalty.base_between(db, root_id, programme.id, *day))
    base = within_caps(accrual, missing, so_far)
    times = factor(accrual.boosts, datetime.fromtimestamp(at / 1000, writing.zone)) - 1
    reason = EarnReason.AMOUNT if accrual.basis is Basis.AMOUNT else EarnReason.BOUGHT
    for stamps, why in ((base, reason), (base * times, EarnReason.BOOST)):
        if stamps:
            writing.append(root_id, programme, EntryKind.EARNED, stamps, why, visit_id)


def _missing(db: Db, bought: visits.Bought, accrual: Accrual, programme_id: int) -> int:
    """Stamps that the things of one act earn where no cap holds them back, and did not."""
    items = tuple(shop.product(db, product_id) for product_id in bought.products)
    whole = wanted(accrual, Purchase(items=items), SoFar())
    return max(whole - loyalty.base_of_act(db, bought.gesture_id, programme_id), 0) if whole else 0
