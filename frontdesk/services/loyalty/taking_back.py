"""Taking back an act, with all that rested on it.

What is left of a visit is reckoned anew: had the act never been done, the others of the visit would have
earned what they earn now. So a sum that is lower gives fewer stamps; and where the act had used up a cap, or
had been the one that counted for the visit, what else was bought takes its place.
"""

from collections.abc import Container, Iterable
from datetime import datetime
from itertools import chain

from frontdesk.domain.loyalty.earning import Purchase, SoFar, factor, wanted, within_caps
from frontdesk.domain.loyalty.programmes import Accrual, Basis, Programme, ProgrammeKind
from frontdesk.domain.loyalty.stamping import BUYING_REASONS, EarnReason, EntryKind, ReversalReason
from frontdesk.services.loyalty.earning import Writing
from frontdesk.services.loyalty.limits import day_of
from frontdesk.services.loyalty.reversing import take_back
from frontdesk.storage import gestures
from frontdesk.storage.loyalty import groups, held_back, ledger_entries, stamping
from frontdesk.storage.loyalty.ledger_entries import EntryOf
from frontdesk.storage.regulars import visits


def take_back_standing(
    writing: Writing, undone_id: int, reason: ReversalReason, programmes: Iterable[Programme]
) -> None:
    """Reverse whatever one act wrote and still stands, with its items, amounts and empty visits."""
    db = writing.begun.db
    entries = ledger_entries.standing_of(db, undone_id)
    in_visits = {entry.visit_id for entry in entries if entry.visit_id is not None}
    noted = set(visits.items_of(db, undone_id)) | held_back.visits_of(db, undone_id)
    earned = [entry for entry in entries if entry.kind is EntryKind.EARNED]
    bought = {entry.programme_id for entry in earned if entry.reason in BUYING_REASONS}
    for entry in entries:
        # The end of a stamp may have gone with the stamp just before.
        if entry.kind is not EntryKind.EXPIRED or ledger_entries.stands(db, entry.id):
            take_back(writing, entry, reason)
    visits.void_items_of(db, undone_id)
    done_at = gestures.time_of(db, undone_id)
    for visit_id in in_visits | noted:
        if bought or noted:
            reckon_visit(writing, visit_id, programmes, done_at, bought)
        visits.void_if_empty(db, visit_id)
    came = groups.came_by(db, undone_id)
    if came is not None:
        groups.void(db, undone_id)
        visits.void_if_empty(db, came.visit_id)
        writing.touched.setdefault(came.root_id, set())


def reckon_visit(
    writing: Writing,
    visit_id: int,
    programmes: Iterable[Programme],
    at: int,
    bought: Container[int] | None = None,
) -> None:
    """Bring what a visit has earned to what is left of it, by the terms that held at `at`.

    Where a cap counts the day, what it had held back in other visits of the day is looked at too. A visit
    during which the terms changed stays as it was earned. `bought` are the programmes in which what is taken
    back had earned something: of those that count visits, only they may count this one anew.
    """
    db = writing.begun.db
    began, last = visits.span_of(db, visit_id)
    for programme in programmes:
        if programme.kind is not ProgrammeKind.STAMPS or not programme.span.earned(at):
            continue
        if any(began < terms.starts_at <= last for terms in programme.terms):
            continue
        accrual = programme.terms_at(at).accrual
        concerned = [visit_id]
        if accrual.most_per_day is not None:
            day = day_of(at, writing.zone)
            concerned += held_back.visits_between(db, visits.whose(db, visit_id), programme.id, *day)
        standing_in = {
            each: ledger_entries.reckoned_in_visit(db, each, programme.id)
            for each in dict.fromkeys(concerned)
        }
        for entry in chain.from_iterable(standing_in.values()):
            take_back(writing, entry, ReversalReason.RECKONED_ANEW)
        by_visit = accrual.basis is Basis.VISIT and bought is not None
        for each, before in standing_in.items():
            if not by_visit or before or programme.id in (bought or ()):
                _reckon(writing, programme, each, accrual, at)


def _reckon(writing: Writing, programme: Programme, visit_id: int, accrual: Accrual, at: int) -> None:
    """One visit in one programme, of which nothing stands that was reckoned before."""
    db = writing.begun.db
    held = held_back.in_visit(db, visit_id, programme.id)
    if accrual.basis is Basis.ITEM:
        for each in held:
            _give(writing, programme, visit_id, accrual, each.stamps, each.people, each.at)
        return
    people = max((each.people for each in held), default=1)
    noted = visits.bought_between(db, visit_id)
    first, last = noted or (at, at)
    if accrual.basis is Basis.AMOUNT:
        _lower(writing, programme, visit_id, accrual)
        for_amount = stamping.base_in_visit(db, visit_id, programme.id)[1]
        so_far = SoFar(amount=visits.amount_of(db, visit_id), for_amount=for_amount)
        _give(writing, programme, visit_id, accrual, wanted(accrual, Purchase(), so_far), people, last)
    elif noted or stamping.is_bought_in(db, visit_id):
        missing = accrual.stamps - stamping.base_in_visit(db, visit_id, programme.id)[0]
        _give(writing, programme, visit_id, accrual, missing, people, first)


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


def _give(
    writing: Writing,
    programme: Programme,
    visit_id: int,
    accrual: Accrual,
    missing: int,
    people: int,
    at: int,
) -> None:
    """Give what is missing as far as the caps now leave room, with what the hour of `at` adds to it."""
    if missing <= 0:
        return
    db = writing.begun.db
    root_id, today, of_day = visits.whose(db, visit_id), 0, 0
    if accrual.most_per_day is not None:
        day = day_of(at, writing.zone)
        today = stamping.base_between(db, root_id, programme.id, *day)
        of_day = groups.people_between(db, root_id, *day)
    so_far = SoFar(stamping.base_in_visit(db, visit_id, programme.id)[0], today, people_today=of_day)
    base = within_caps(accrual, missing, so_far, people)
    times = factor(accrual.boosts, datetime.fromtimestamp(at / 1000, writing.zone)) - 1
    reason = EarnReason.AMOUNT if accrual.basis is Basis.AMOUNT else EarnReason.BOUGHT
    for stamps, why in ((base, reason), (base * times, EarnReason.BOOST)):
        if stamps:
            writing.append(root_id, programme, EntryKind.EARNED, stamps, why, visit_id, at)
