"""A word to a customer: written here, sent or handed over by a person, and noted when that was done."""

from dataclasses import dataclass
from datetime import timedelta

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.care.message_links import recipient_of
from frontdesk.domain.care.messages import (
    ABOUT,
    Contact,
    Keepsake,
    MessageKind,
    MessageOffer,
    Way,
    hindrance_to,
    ways_to,
)
from frontdesk.domain.care.recoveries import STANDING
from frontdesk.domain.days import day_at
from frontdesk.domain.people.customers import BIRTHDAY_AHEAD, BIRTHDAY_BEHIND, Birthday, Purpose
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.services.gesture import begin, root_of
from frontdesk.services.shop import ShopService
from frontdesk.services.undoing import to_undo
from frontdesk.storage import gestures, shop
from frontdesk.storage.care import contact_log, recoveries
from frontdesk.storage.database import Db
from frontdesk.storage.people import customers
from frontdesk.storage.regulars import habits
from frontdesk.storage.store import Store
from frontdesk.texts import texts_for
from frontdesk.wording.messages import heading, message

_NEAR_DAYS = 7


@dataclass(frozen=True, slots=True)
class ContactSaved:
    """Somebody got in touch; `gesture` takes it back where it came to nothing. None after that."""

    customer_id: int
    gesture: bytes | None
    changes: Changes


class ContactingService:
    """It sends nothing: it writes the words, says which ways there are, and remembers that one was taken."""

    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def offer(
        self, customer_id: int, kind: MessageKind, now: int, about: str = "", *, staff_id: int = 0
    ) -> MessageOffer:
        """The message, in the customer's language, and the ways it may go; who signs it is `staff_id`.

        What sends needs the consent to messages, a birthday's also that to the birthday; paper needs none.
        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db, facts = self._store.read(), self._shop.facts()
        root_id = root_of(db, customer_id)
        customer = customers.get(db, root_id)
        assert customer is not None, "its root was just found"
        language = customer.language or facts.settings.cards_language
        texts, years = texts_for(language), self._years(db, root_id, now)
        text = message(
            texts,
            kind,
            shop=facts.settings.name,
            name=customer.told_name,
            staff=_name_of(db, staff_id),
            about=about.strip() if kind in ABOUT else "",
            years=years,
        )
        hindrance = hindrance_to(kind, _granted(db, root_id))
        recipient = recipient_of(customer.phone, customer.email, facts.phone_prefix)
        return MessageOffer(
            customer,
            kind,
            texts.language,
            heading(texts, kind, years),
            text,
            recipient,
            ways_to(recipient, hindrance),
            hindrance,
            next(iter(contact_log.of(db, root_id, 1)), None),
        )

    def likely(self, customer_id: int, now: int) -> MessageKind:
        """What one would write to them today: what went wrong first, then by a day of theirs that is near, by
        their first visit, else thanks. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        if any(each.state in STANDING for each in recoveries.of_customer(db, root_id)):
            return MessageKind.SORRY
        customer, first_at = customers.get(db, root_id), habits.first_known(db, root_id)
        today = day_at(now, self._shop.facts().zone)
        birthday = customer.birthday if customer is not None else None
        if birthday is not None and -BIRTHDAY_BEHIND <= birthday.days_from(today) <= BIRTHDAY_AHEAD:
            return MessageKind.BIRTHDAY
        if first_at is None:
            return MessageKind.THANKS
        first = day_at(first_at, self._shop.facts().zone)
        if (today - first).days <= 1:
            return MessageKind.REASSURE
        years = -1 <= Birthday(first.month, first.day).days_from(today) <= 0 and today.year > first.year
        return MessageKind.ANNIVERSARY if years else MessageKind.THANKS

    def log(self, customer_id: int, limit: int = 20) -> tuple[Contact, ...]:
        """When somebody got in touch with them, the newest first. Raises `Refused` UNKNOWN_CUSTOMER."""
        db = self._store.read()
        return contact_log.of(db, root_of(db, customer_id), limit)

    def note(self, act: Act, customer_id: int, kind: MessageKind | Keepsake, way: Way) -> ContactSaved:
        """It was opened for sending, or printed; paper goes to whoever left, too.

        Raises `Refused` NO_MESSAGE_CONSENT, UNKNOWN_CUSTOMER.
        """
        db = self._store.write()
        repeated = gestures.find(db, act.gesture) is not None
        root_id = customers.root_of(db, customer_id, archived=repeated or way is Way.PAPER)
        if root_id is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        sent = way is not Way.PAPER
        if sent and not repeated and hindrance_to(kind, _granted(db, root_id)) is not None:
            raise Refused(RefusalCode.NO_MESSAGE_CONSENT, Remedy.ASK_CONSENT)
        begun = begin(self._store, act, "CONTACT", customer_id=root_id)
        if begun is not None:
            contact_log.add(db, self._store.new_id, act, begun.id, root_id, kind, way)
        return ContactSaved(root_id, act.gesture, Changes.of(root_id))

    def take_back(self, act: Act, gesture: bytes) -> ContactSaved:
        """It was not sent after all. Raises `Refused` NOTHING_TO_UNDO, ALREADY_UNDONE."""
        db = self._store.write()
        noted = gestures.find(db, gesture)
        root_id = contact_log.whose(db, noted) if noted is not None else None
        if root_id is None:
            raise Refused(RefusalCode.NOTHING_TO_UNDO)
        undone = to_undo(db, act, gesture, ("CONTACT",))
        if undone is not None:
            begin(self._store, act, "UNDO_CONTACT", customer_id=root_id, undoes_id=undone.id)
        return ContactSaved(root_id, None, Changes.of(root_id))

    def _years(self, db: Db, root_id: int, now: int) -> int:
        """For how many whole years they have been coming; one that is full within the week counts."""
        first_at = habits.first_known(db, root_id)
        if first_at is None:
            return 0
        first, today = (day_at(at, self._shop.facts().zone) for at in (first_at, now))
        full = today + timedelta(days=_NEAR_DAYS)
        return max(full.year - first.year - ((full.month, full.day) < (first.month, first.day)), 0)


def _granted(db: Db, root_id: int) -> frozenset[Purpose]:
    return frozenset(said.purpose for said in customers.consents(db, root_id) if said.granted)


def _name_of(db: Db, staff_id: int) -> str:
    return next((each.name for each in shop.staff(db) if each.id == staff_id), "")
