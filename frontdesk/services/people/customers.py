"""Enrol, edit, merge: who the shop knows, and what they agreed to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from frontdesk.domain.acts import Act, Changes
from frontdesk.domain.people.customers import (
    Consent,
    Customer,
    CustomerDraft,
    Purpose,
)
from frontdesk.domain.people.facts import Fact, FactKind, parted
from frontdesk.domain.people.phones import normalise_phone
from frontdesk.domain.people.photos import Photo
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.domain.regulars.visits import THIS_VISIT
from frontdesk.domain.text import clean_line, clean_name, clean_note
from frontdesk.services.gesture import Begun, begin, root_of
from frontdesk.services.people.romanising import spoken
from frontdesk.services.shop import ShopService
from frontdesk.storage.database import Db
from frontdesk.storage.finding import search_index
from frontdesk.storage.people import customers, facts, leaving
from frontdesk.storage.store import Store

EMAIL_LIMIT = 254
FACT_FIELDS = {FactKind.ALLERGY: "allergy", FactKind.PREFERENCE: "preference", FactKind.NOTE: "note"}


@dataclass(frozen=True, slots=True)
class CustomerSaved:
    """A customer as they now stand. `before` is what an edit replaced: editing with it undoes the edit."""

    customer: Customer
    gesture: bytes
    changes: Changes
    before: CustomerDraft | None = None


class CustomerService:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    # --- reading ---

    def get(self, customer_id: int) -> Customer:
        """The person whom this record stands for. Raises `Refused` UNKNOWN_CUSTOMER."""
        return self._get(self._store.read(), customer_id)

    def draft(self, customer_id: int) -> CustomerDraft:
        """What the edit sheet starts from."""
        return self._draft(self._store.read(), root_of(self._store.read(), customer_id))

    def consents(self, customer_id: int) -> tuple[Consent, ...]:
        db = self._store.read()
        return customers.consents(db, root_of(db, customer_id))

    def any_forgotten(self, customer_ids: Iterable[int]) -> bool:
        """Was any of these erased, for good?"""
        return customers.any_erased(self._store.read(), customer_ids)

    def names_unsaid(self, customer_ids: Iterable[int]) -> frozenset[str]:
        """Every name of those of these people who asked not to be called by one, archived or merged too."""
        return customers.names_unsaid(self._store.read(), customer_ids)

    # --- writing ---

    def enrol(
        self,
        act: Act,
        draft: CustomerDraft,
        photo: Photo | None = None,
        wording: Mapping[Purpose, str] | None = None,
    ) -> CustomerSaved:
        """Add a customer. `wording` is what they were asked for each purpose, in the words they were shown.

        Raises `BadInput` for a field that cannot be, `Refused` NO_PHOTO_CONSENT for a photo without consent.
        """
        begun = begin(self._store, act, "ENROL")
        db = self._store.write()
        if begun is None:
            made = customers.enrolled_by(db, act.gesture)
            if made is None:
                raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
            return self._saved(db, act, made)
        shown = {"on_screen": int(draft.on_screen), "greet_by_name": int(draft.greet_by_name)}
        fields = {**self._fields(draft), **shown}
        customer_id = customers.insert(db, self._store.new_id, act, begun.id, fields)
        self._save_facts(begun, act, customer_id, (), draft)
        self._save_consents(begun, act, customer_id, frozenset(), draft, wording or {})
        if photo is not None:
            if Purpose.PHOTO not in draft.consents:
                raise Refused(RefusalCode.NO_PHOTO_CONSENT, Remedy.ASK_CONSENT)
            customers.set_photo(db, act, begun.id, customer_id, photo.thumb, photo.full)
        search_index.index(db, customer_id)
        return self._saved(db, act, customer_id)

    def edit(
        self, act: Act, customer_id: int, draft: CustomerDraft, wording: Mapping[Purpose, str] | None = None
    ) -> CustomerSaved:
        """Replace what is known.

        Taking back the consent to photos or to the birthday removes them from every record of the person,
        whatever the draft says.
        """
        db = self._store.write()
        root_id = root_of(db, customer_id)
        before = self._draft(db, root_id)
        begun = begin(self._store, act, "EDIT", customer_id=root_id)
        if begun is not None:
            customers.update(db, root_id, self._fields(draft))
            if draft.on_screen != before.on_screen:
                customers.show_on_screen(db, root_id, draft.on_screen)
            if draft.greet_by_name != before.greet_by_name:
                customers.call_by_name(db, root_id, draft.greet_by_name)
            self._save_facts(begun, act, root_id, facts.of(db, root_id), draft)
            self._save_consents(begun, act, root_id, before.consents, draft, wording or {})
            search_index.index(db, root_id)
        return self._saved(db, act, root_id, before)

    def set_photo(self, act: Act, customer_id: int, photo: Photo) -> CustomerSaved:
        """Raises `Refused` NO_PHOTO_CONSENT."""
        db = self._store.write()
        root_id = root_of(db, customer_id)
        if Purpose.PHOTO not in self._granted(db, root_id):
            raise Refused(RefusalCode.NO_PHOTO_CONSENT, Remedy.ASK_CONSENT)
        begun = begin(self._store, act, "SET_PHOTO", customer_id=root_id)
        if begun is not None:
            customers.set_photo(db, act, begun.id, root_id, photo.thumb, photo.full)
        return self._saved(db, act, root_id)

    def remove_photo(self, act: Act, customer_id: int) -> CustomerSaved:
        db = self._store.write()
        root_id = root_of(db, customer_id)
        if begin(self._store, act, "REMOVE_PHOTO", customer_id=root_id) is not None:
            customers.remove_photos(db, customers.group(db, root_id))
        return self._saved(db, act, root_id)

    def archive(self, act: Act, customer_id: int) -> CustomerSaved:
        """Take a customer out of sight: no search, wall, card or list of requests leads to them any more.

        Nothing is deleted, and `bring_back` undoes it. Raises `Refused` UNKNOWN_CUSTOMER.
        """
        return self._set_archived(act, "ARCHIVE", customer_id, act.at)

    def bring_back(self, act: Act, customer_id: int) -> CustomerSaved:
        """Undo `archive`: they are here again with all they had. Raises `Refused` UNKNOWN_CUSTOMER."""
        return self._set_archived(act, "BRING_BACK", customer_id, None)

    # --- parts of the above ---

    def _set_archived(self, act: Act, kind: str, customer_id: int, at: int | None) -> CustomerSaved:
        db = self._store.write()
        root_id = customers.root_of(db, customer_id, archived=True)
        if root_id is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        begun = begin(self._store, act, kind, customer_id=root_id)
        if begun is not None:
            if at is None and leaving.left(db, root_id) is not None:
                leaving.add(db, self._store.new_id, act, begun.id, root_id, "BACK")
            customers.archive(db, root_id, at)
        return replace(self._saved(db, act, root_id), changes=Changes.of(root_id, requests=True))

    def _fields(self, draft: CustomerDraft) -> dict[str, int | str | None]:
        """The columns of a cleaned draft that one record has. Raises `BadInput`."""
        phone = normalise_phone(draft.phone, self._shop.facts().phone_prefix) if draft.phone.strip() else None
        birthday = draft.birthday
        name, called = clean_name(draft.name), clean_line(draft.called)
        return {
            "name": name,
            "called": called,
            "spoken": clean_line(draft.spoken) or spoken(name, called),
            "phone": phone.shown if phone else "",
            "phone_digits": phone.national if phone else "",
            "email": clean_line(draft.email, EMAIL_LIMIT).lower(),
            "birth_month": birthday.month if birthday else None,
            "birth_day": birthday.day if birthday else None,
            "birth_year": birthday.year if birthday else None,
            "language": draft.language,
        }

    def _draft(self, db: Db, root_id: int) -> CustomerDraft:
        customer = self._get(db, root_id)
        known = facts.of(db, root_id)
        return CustomerDraft(
            customer.name,
            customer.called,
            customer.spoken,
            customer.phone,
            customer.email,
            customer.birthday,
            customer.language,
            customer.greet_by_name,
            allergy=_joined(known, FactKind.ALLERGY),
            preference=_joined(known, FactKind.PREFERENCE),
            note=_joined(known, FactKind.NOTE),
            consents=self._granted(db, root_id),
            on_screen=customer.on_screen,
        )

    def _save_facts(
        self, begun: Begun, act: Act, customer_id: int, known: tuple[Fact, ...], draft: CustomerDraft
    ) -> None:
        for kind, field in FACT_FIELDS.items():
            typed, stands = getattr(draft, field), _joined(known, kind)
            # What stands is not measured again: the notes of merged records may be longer than one may be.
            if typed == stands or (wanted := clean_note(typed)) == stands:
                continue
            of_kind = [fact for fact in known if fact.kind is kind]
            kept, more = parted(of_kind, wanted)
            for fact in of_kind:
                if fact not in kept:
                    facts.retire(begun.db, fact.id, act, begun.id)
            # A note may have several lines; of the others each line is a thing of its own, the first on top.
            for text in reversed([more] if kind is FactKind.NOTE else more.split("\n")):
                if text:
                    self._note(begun, act, customer_id, kind, text)

    def _note(self, begun: Begun, act: Act, customer_id: int, kind: FactKind, text: str) -> None:
        """Note a fact. What was put away just now and is typed again never went: so an edit is undone."""
        gone = facts.gone_since(begun.db, customer_id, kind, text, act.at - THIS_VISIT)
        if gone is not None:
            facts.bring_back(begun.db, gone)
        else:
            facts.add(begun.db, self._store.new_id, act, begun.id, customer_id, kind, text)

    def _save_consents(
        self,
        begun: Begun,
        act: Act,
        customer_id: int,
        before: frozenset[Purpose],
        draft: CustomerDraft,
        wording: Mapping[Purpose, str],
    ) -> None:
        language = draft.language or self._shop.settings().cards_language
        for purpose in sorted(before ^ draft.consents):
            granted = purpose in draft.consents
            said = Consent(purpose, granted, wording.get(purpose, ""), language, act.at)
            # A no is said of every record, so that it holds when they come apart; a yes only of this one.
            for record in (customer_id,) if granted else customers.group(begun.db, customer_id):
                customers.add_consent(begun.db, self._store.new_id, act, begun.id, record, said)
            if not granted:
                customers.forget(begun.db, customer_id, purpose)

    @staticmethod
    def _granted(db: Db, root_id: int) -> frozenset[Purpose]:
        return frozenset(said.purpose for said in customers.consents(db, root_id) if said.granted)

    @staticmethod
    def _get(db: Db, customer_id: int) -> Customer:
        customer = customers.get(db, root_of(db, customer_id))
        if customer is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        return customer

    def _saved(
        self, db: Db, act: Act, customer_id: int, before: CustomerDraft | None = None
    ) -> CustomerSaved:
        customer = customers.get(db, customer_id)
        if customer is None:
            raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
        return CustomerSaved(customer, act.gesture, Changes.of(customer_id), before)


def _joined(known: tuple[Fact, ...], kind: FactKind) -> str:
    """What stands of one kind as one text; merged records can bring several."""
    return "\n".join(fact.text for fact in known if fact.kind is kind)
