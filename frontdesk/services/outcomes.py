"""What an act left behind, as the counter shows it; also for an act that is repeated."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.loyalty.cards import CardView, Lot, card_view, unspent, wants_lots
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeKind, Reward
from frontdesk.domain.loyalty.stamping import EntryKind, StampOutcome
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.loyalty.earning import Given
from frontdesk.services.loyalty.endings import ending_at
from frontdesk.services.loyalty.pass_cards import pass_at
from frontdesk.services.shop import ShopService
from frontdesk.storage import gestures, shop
from frontdesk.storage.database import Db
from frontdesk.storage.gestures import Recorded
from frontdesk.storage.loyalty import ledger_entries, passes, redemptions, stamping
from frontdesk.storage.loyalty.ledger_entries import EntryOf
from frontdesk.storage.people import customers
from frontdesk.storage.regulars import visits
from frontdesk.storage.store import Store


class Outcomes:
    """Reads back what was written, within the job that wrote it."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def of(
        self,
        db: Db,
        act: Act,
        root_id: int,
        programme: Programme,
        kind: EntryKind,
        given: dict[int, Given],
        *,
        repeated: bool = False,
        reward: Reward | None = None,
        also: Iterable[int] = (),
    ) -> StampOutcome:
        """What an act did to one person's cards: `given` by programme; `also` whose cards it changed too."""
        gesture_id = gestures.find(db, act.gesture)
        items = visits.item_names_of(db, gesture_id) if gesture_id is not None else ()
        mine = given.get(programme.id, Given())
        by_id = {each.id: each for each in self._shop.programmes()}
        held = stamping.balances(db, root_id)
        cards = {
            id_: card_at(db, root_id, by_id[id_], held.get(id_, 0), act.at)
            for id_ in {programme.id, *(id_ for id_, each in given.items() if each.stamps)}
        }
        return StampOutcome(
            root_id,
            cards.pop(programme.id),
            act.gesture,
            kind,
            mine.stamps,
            repeated,
            Changes.of(root_id, *also),
            ", ".join(items),
            reward,
            mine.clipped,
            mine.gifts,
            tuple(cards.values()),
        )

    def repeated(self, act: Act) -> StampOutcome:
        """What an act that was done before had done, and the card as it stands now."""
        db = self._store.write()
        gesture_id = gestures.find(db, act.gesture)
        done = done_by(db, gesture_id) if gesture_id is not None else None
        if done is None or gesture_id is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        programme = self._programme(done.programme_id)
        reward = self._reward_of(db, gesture_id, programme)
        given = {programme.id: Given(done.stamps)}
        return self.of(db, act, done.root_id, programme, done.kind, given, repeated=True, reward=reward)

    @staticmethod
    def _reward_of(db: Db, gesture_id: int, programme: Programme) -> Reward | None:
        found = redemptions.reward_of(db, gesture_id)
        for terms in programme.terms:
            for reward in terms.rewards:
                if found == (terms.id, reward.number):
                    return reward
        return None

    def _programme(self, programme_id: int | None) -> Programme:
        for programme in self._shop.programmes():
            if programme.id == programme_id or (
                programme_id is None and programme.kind is ProgrammeKind.STAMPS
            ):
                return programme
        raise Refused(RefusalCode.NO_PROGRAMME, Remedy.OPEN_SETTINGS)


def card_at(db: Db, root_id: int, programme: Programme, balance: int, at: int) -> CardView:
    """One person's card at a moment; the lots behind one of stamps are read only where they matter."""
    if programme.kind is not ProgrammeKind.STAMPS:
        return pass_at(db, root_id, programme, balance, at)
    lots: tuple[Lot, ...] = ()
    can_end = programme.terms_at(at).expiry is not None
    if balance > 0 and (can_end or wants_lots(programme, at)):
        lots = unspent(stamping.earned_lots(db, root_id, programme.id), balance)
    card = card_view(programme, balance, at, lots)
    if not can_end or balance <= 0:
        return card
    zone = ZoneInfo(shop.settings(db).zone)
    return replace(card, ending=ending_at(db, root_id, programme, balance, lots, at, zone))


def given_by(db: Db, gesture_id: int) -> "Done | None":
    """What one act did that can be taken back: of an undo that gave something back, what it gave."""
    recorded = gestures.get(db, gesture_id)
    return _given_again(db, recorded) if recorded.moved else done_by(db, gesture_id)


def done_by(db: Db, gesture_id: int) -> "Done | None":
    """What one act did to cards and visits; None for an act of another sort."""
    recorded = gestures.get(db, gesture_id)
    if recorded.kind == "MOVE":
        return _given_again(db, recorded)
    entries = ledger_entries.entries_of(db, gesture_id)
    if recorded.kind == "UNDO" and not recorded.moved:
        return _taken_back(db, recorded, entries)
    items = visits.items_of(db, gesture_id)
    in_visits = {entry.visit_id for entry in entries if entry.visit_id is not None}
    if entries:
        first = entries[0]
        return Done(first.customer_id, first.kind, entries, in_visits | set(items), first.programme_id)
    if used := passes.checked_in_by(db, gesture_id):
        visit_id, programme_id, root_id = used
        return Done(root_id, EntryKind.REDEEMED, (), {visit_id}, programme_id)
    if items:
        return Done(next(iter(items.values())), EntryKind.EARNED, (), set(items), None)
    return None


def _taken_back(db: Db, undo: Recorded, entries: tuple[EntryOf, ...]) -> "Done | None":
    """What an undo did: also one that had no stamps to take back, or only gave what else is due since."""
    undone = done_by(db, undo.undoes_id) if undo.undoes_id is not None else None
    return replace(undone, kind=EntryKind.REVERSED, entries=entries) if undone is not None else None


def _given_again(db: Db, moved: Recorded) -> "Done":
    """What a move did for whom it was meant, or its undo for whom it had been taken from."""
    whose = moved.customer_id or 0
    root_id = customers.root_of(db, whose, archived=True) or whose
    theirs = [entry for entry in ledger_entries.entries_of(db, moved.id) if entry.customer_id == root_id]
    given = next((entry for entry in theirs if entry.kind is not EntryKind.REVERSED), None)
    in_visits = {entry.visit_id for entry in theirs if entry.visit_id is not None}
    return Done(
        root_id,
        given.kind if given is not None else EntryKind.EARNED,
        tuple(theirs),
        in_visits | set(visits.items_of(db, moved.id)),
        theirs[0].programme_id if theirs else None,
    )


@dataclass(frozen=True, slots=True)
class Done:
    """What an act left behind: entries of a ledger, and the visits that it was part of."""

    root_id: int
    kind: EntryKind
    entries: tuple[EntryOf, ...]
    visits: set[int]
    programme_id: int | None

    @property
    def stamps(self) -> int:
        """What it changed on the first card."""
        first = self.entries[0].card if self.entries else None
        return sum(entry.stamps for entry in self.entries if entry.card == first)
