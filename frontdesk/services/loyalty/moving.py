"""A stamp that was given to the wrong person, given to the right one; and all of it back again.

A move is one act, and the moved act counts as undone by it. What the right person gets is what they would
have got at the till:

* Stamps for buying as they were given, with what the hour had added; the programme's caps are not asked
  again. Stamps for money are reckoned for the visit of the right person, as at every purchase.
* What was bought lies in their visit of that moment, be it last week.
* Gifts are theirs: those that came with the stamp are taken back, and they get the ones that are due to them.

The shop's limits hold for whoever moves, as if they gave. Taking a move back gives the wrong person again
what the act had given, with what of it had ended, and with the gifts that are still due. Whatever is given so
counts from when it was first earned.
"""

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.domain.acts import Act
from frontdesk.domain.loyalty.programmes import Basis, Programme
from frontdesk.domain.loyalty.stamping import (
    BUYING_REASONS,
    EarnReason,
    EntryKind,
    GoodwillReason,
    ReversalReason,
    StampOutcome,
)
from frontdesk.domain.refusals import RefusalCode, Refused
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.loyalty.choosing import programme_of
from frontdesk.services.loyalty.earning import Given, Writing, give_gifts, had_birthday
from frontdesk.services.loyalty.limits import check_goodwill, check_stamps
from frontdesk.services.loyalty.taking_back import reckon_visit, take_back_standing
from frontdesk.services.outcomes import Outcomes
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import Recorded
from frontdesk.storage.loyalty import expiry, groups, held_back, ledger_entries, stamping
from frontdesk.storage.loyalty.ledger import Ledger, NewEntry
from frontdesk.storage.loyalty.ledger_entries import EntryOf
from frontdesk.storage.people import customers, referrals
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store

Programmes = Sequence[Programme]


class MovingService:
    def __init__(self, store: Store, ledger: Ledger, shop_service: ShopService) -> None:
        self._store = store
        self._ledger = ledger
        self._shop = shop_service
        self._outcomes = Outcomes(store, shop_service)

    def move(self, act: Act, gesture: bytes, to_customer: int) -> StampOutcome:
        """Give what the act `gesture` gave for buying, or as goodwill, to somebody else.

        The outcome is theirs. Raises `Refused`: NOTHING_TO_MOVE (a reward, an import), ALREADY_UNDONE,
        SAME_PERSON, UNKNOWN_CUSTOMER; CARD_LIMIT, STAFF_LIMIT, GOODWILL_SPENT for a cashier.
        """
        db = self._store.write()
        if gestures.find(db, act.gesture) is not None:
            return self._outcomes.repeated(act)
        moved = _movable(db, gesture)
        to_id = root_of(db, to_customer)
        if moved.customer_id is not None and customers.root_of(db, moved.customer_id) == to_id:
            raise Refused(RefusalCode.SAME_PERSON)
        begun = begin(self._store, act, "MOVE", customer_id=to_id, undoes_id=moved.id)
        if begun is None:
            return self._outcomes.repeated(act)
        facts, moment = self._shop.facts(), gestures.time_of(db, moved.id)
        writing = Writing(begun, act, self._ledger, self._store.new_id, facts.zone, bought_at=moment)
        given = _move(writing, moved, to_id, facts.programmes)
        shown = next(iter(given), None)
        return self._outcomes.of(
            db,
            act,
            to_id,
            programme_of(facts.programmes, shown, act.at),
            EntryKind.GOODWILL if moved.kind == "GOODWILL" else EntryKind.EARNED,
            given,
            also=set(writing.touched),
        )


def give_back(writing: Writing, move_id: int, programmes: Programmes) -> None:
    """When a move is taken back: give the wrong person again what the moved act had given."""
    db = writing.begun.db
    moved_id = gestures.get(db, move_id).undoes_id or 0
    moved = gestures.get(db, moved_id)
    noted, in_visit = visits.noted_by(db, moved_id)
    taken = ledger_entries.reversed_by(db, move_id)
    mine = [entry for entry in taken if entry.gesture_id == moved_id]
    if in_visit is None:
        theirs = (each.visit_id for each in mine if _is_theirs(db, each, moved))
        in_visit = next((each for each in theirs if each is not None), None)
    visit_id = _visit_again(writing, in_visit, moved.customer_id or 0)
    again = dict[int, int]()
    for entry, reason in _for_buying(moved, mine, programmes, writing.moment):
        again[entry.id] = _again(writing, entry, reason, visit_id)
    _check_given_back(writing, mine)
    gifts = [
        each
        for each in mine
        if each.kind is not EntryKind.EXPIRED and each.reason not in BUYING_REASONS
        if _is_still_due(db, each, moved)
    ]
    for entry in gifts:
        again[entry.id] = _again(writing, entry, entry.reason, visit_id)
    for entry in taken:
        ended = again.get(ledger_entries.ended_by(db, entry.id) or 0)
        if entry.kind is EntryKind.EXPIRED and ended is not None:
            expiry.note_ending(db, _again(writing, entry, entry.reason, visit_id), ended)
    if visit_id is not None:
        _note(writing, noted, visit_id)
        held_back.copy(db, moved_id, writing.begun.id, visit_id)
        reckon_visit(writing, visit_id, programmes, writing.moment)
    came = groups.came_by(db, moved_id)
    if came is not None and visit_id is not None:
        theirs_again = _visit_again(writing, came.visit_id, came.root_id) or came.visit_id
        groups.came(db, writing.act, writing.begun.id, theirs_again, visit_id, came.people)
        writing.touched.setdefault(came.root_id, set())


def _check_given_back(writing: Writing, entries: Sequence[EntryOf]) -> None:
    """Goodwill that is given again is of whoever takes the move back. Raises `Refused` GOODWILL_SPENT."""
    given = [each for each in entries if each.kind is EntryKind.GOODWILL and not _is_surprise(each)]
    stamps = sum(each.stamps for each in given)
    if stamps:
        check_goodwill(writing.begun, writing.act, "", stamps, writing.zone)


def _is_surprise(entry: EntryOf) -> bool:
    """Of those the shop has no more out than before."""
    return entry.reason == GoodwillReason.SURPRISE


def _is_still_due(db: Db, entry: EntryOf, moved: Recorded) -> bool:
    """May a gift be given again: was it not given meanwhile, and does what it was for still stand?"""
    friend = customers.root_of(db, moved.customer_id or 0, archived=True) or 0
    match entry.reason:
        case EarnReason.WELCOME:
            return not stamping.has_standing(db, entry.customer_id, entry.programme_id, EarnReason.WELCOME)
        case EarnReason.BIRTHDAY:
            return not had_birthday(db, entry.customer_id, entry.programme_id, entry.at)
        case EarnReason.FRIEND | EarnReason.REFERRER:
            brought = referrals.referrer_of(db, friend) is not None
            return brought and not referrals.was_thanked(db, friend, entry.programme_id)
        case _:
            return True


def _movable(db: Db, gesture: bytes) -> Recorded:
    """The act that is to be moved. Raises `Refused` NOTHING_TO_MOVE, ALREADY_UNDONE."""
    moved_id = gestures.find(db, gesture)
    if moved_id is None:
        raise Refused(RefusalCode.NOTHING_TO_MOVE)
    recorded = gestures.get(db, moved_id)
    if recorded.kind not in {"STAMP", "CLAIM", "GOODWILL"} and not recorded.moved:
        raise Refused(RefusalCode.NOTHING_TO_MOVE)
    if gestures.is_undone(db, moved_id):
        raise Refused(RefusalCode.ALREADY_UNDONE)
    return recorded


def _move(writing: Writing, moved: Recorded, to_id: int, programmes: Programmes) -> dict[int, Given]:
    """Take the act back from the one and give it to the other; by programme what the other got."""
    db, act = writing.begun.db, writing.act
    standing = ledger_entries.standing_of(db, moved.id)
    bought = _for_buying(moved, standing, programmes, writing.moment)
    goodwill = [each for each in standing if each.kind is EntryKind.GOODWILL]
    noted, in_visit = visits.noted_by(db, moved.id)
    in_visit = next((each.visit_id for each, _ in bought if each.visit_id is not None), in_visit)
    take_back_standing(writing, moved.id, ReversalReason.WRONG_PERSON, programmes)
    by_id = {each.id: each for each in programmes}
    for entry in goodwill:
        if not _is_surprise(entry):
            check_goodwill(writing.begun, act, entry.reason, entry.stamps, writing.zone)
        writing.append(
            to_id, by_id[entry.programme_id], entry.kind, entry.stamps, entry.reason, earned_at=entry.at
        )
    if in_visit is not None:
        then = replace(act, at=writing.moment)
        visit_id = visits.attend(db, writing.new_id, then, writing.begun.id, to_id).visit_id
        for entry, reason in bought:
            programme = by_id[entry.programme_id]
            writing.append(to_id, programme, EntryKind.EARNED, entry.stamps, reason, visit_id, entry.at)
        _note(writing, noted, visit_id)
        held_back.copy(db, moved.id, writing.begun.id, visit_id)
        reckon_visit(writing, visit_id, programmes, writing.moment)
        gave = [id_ for id_, given in _given(db, writing.begun.id, to_id).items() if given.bought > 0]
        if gave:
            check_stamps(writing.begun, act, to_id, 0, writing.zone)  # what was just written counts
        for id_ in gave:
            give_gifts(writing, to_id, by_id[id_], visit_id)
    return _given(db, writing.begun.id, to_id)


def _is_theirs(db: Db, entry: EntryOf, moved: Recorded) -> bool:
    """Was it given to whom the act was for, and not reckoned anew for whom it had been taken from?"""
    return moved.customer_id is not None and entry.customer_id == customers.root_of(db, moved.customer_id)


def _for_buying(
    moved: Recorded, entries: Sequence[EntryOf], programmes: Programmes, moment: int
) -> list[tuple[EntryOf, EarnReason]]:
    """What of an act's entries is given again as it was, and why; the rest follows from the visit."""
    by_id = {each.id: each for each in programmes}
    found = []
    for entry in entries:
        if entry.kind is not EntryKind.EARNED or entry.reason not in BUYING_REASONS:
            continue
        programme = by_id[entry.programme_id]
        if programme.span.earned(moment) and _reckoned(moved, entry, entries, programme, moment):
            continue
        boost = entry.reason in {EarnReason.BOOST, EarnReason.MOVED_BOOST}
        found.append((entry, EarnReason.MOVED_BOOST if boost else EarnReason.MOVED))
    return found


def _reckoned(
    moved: Recorded, entry: EntryOf, entries: Sequence[EntryOf], programme: Programme, moment: int
) -> bool:
    """Does it follow from what a visit adds up to, so that it is reckoned there and not copied?"""
    if entry.reason in {EarnReason.MOVED, EarnReason.MOVED_BOOST}:
        return False
    if moved.moved:
        return True
    by_amount = any(each.reason == EarnReason.AMOUNT and each.card == entry.card for each in entries)
    return by_amount and programme.terms_at(moment).accrual.basis is Basis.AMOUNT


def _given(db: Db, gesture_id: int, root_id: int) -> dict[int, Given]:
    """By programme, what an act has given to one person so far."""
    found = dict[int, Given]()
    for entry in ledger_entries.entries_of(db, gesture_id):
        if entry.customer_id == root_id:
            had = found.get(entry.programme_id, Given())
            gift = entry.kind is EntryKind.EARNED and entry.reason not in BUYING_REASONS
            more = {"gifts": had.gifts + entry.stamps} if gift else {"bought": had.bought + entry.stamps}
            found[entry.programme_id] = replace(had, **more)
    return found


def _note(writing: Writing, noted: visits.Bought, visit_id: int) -> None:
    """Note the same purchase in another visit, at the moment at which it was made."""
    db, new_id, gesture_id = writing.begun.db, writing.new_id, writing.begun.id
    then = replace(writing.act, at=writing.moment)
    for product_id in noted.products:
        visits.add_item(db, new_id, then, gesture_id, visit_id, product_id)
    if noted.amount:
        visits.add_amount(db, new_id, then, gesture_id, visit_id, noted.amount)


def _visit_again(writing: Writing, visit_id: int | None, customer_id: int) -> int | None:
    """The visit that was taken from somebody, if it still stands, or one of that moment."""
    db = writing.begun.db
    if visit_id is None or visits.stands(db, visit_id):
        return visit_id
    then = replace(writing.act, at=writing.moment)
    whose = customers.root_of(db, customer_id, archived=True) or customer_id
    return visits.attend(db, writing.new_id, then, writing.begun.id, whose).visit_id


def _again(writing: Writing, entry: EntryOf, reason: str, visit_id: int | None) -> int:
    """Write what another entry had written, on the same card, and give its key."""
    writing.touched.setdefault(entry.customer_id, set()).add(entry.programme_id)
    in_visit = visit_id if entry.visit_id is not None else None
    part = next(writing.parts)
    since = None if entry.kind is EntryKind.EXPIRED else entry.at
    new = NewEntry(entry.card, entry.kind, entry.stamps, reason, in_visit, part=part, earned_at=since)
    return writing.ledger.append(writing.begun.db, writing.act, writing.begun.id, new)
