"""Everything about one person as one file, for them to have: what the shop knows, and nothing left out."""

from pathlib import Path
from typing import Final

from frontdesk.domain.acts import Act, Role
from frontdesk.domain.privacy.telling import PersonTold
from frontdesk.domain.refusals import RefusalCode, Refused, Remedy
from frontdesk.interchange.person_file import write_person
from frontdesk.services.gesture import begin, check_role
from frontdesk.services.importing.exports import whole_file
from frontdesk.services.shop import ShopService
from frontdesk.storage.people import customers
from frontdesk.storage.privacy import telling
from frontdesk.storage.store import Store
from frontdesk.texts import SOURCE_LANGUAGE, texts_for
from frontdesk.wording.telling import person_page

ACT: Final = "TAKE_OUT_PERSON"


class TellingService:
    """Reads, and puts on record that it did."""

    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def of(self, act: Act, customer_id: int) -> PersonTold:
        """All that there is of somebody, also of who left. Slow. Raises `Refused` ONLY_MANAGER, PIN_NEEDED,
        UNKNOWN_CUSTOMER.
        """
        check_role(self._store, act, Role.MANAGER, ACT, customer_id)
        db, settings = self._store.read(), self._shop.settings()
        db.run("BEGIN")  # all of one moment
        try:
            root_id = customers.root_of(db, customer_id, archived=True)
            customer = customers.get(db, root_id) if root_id is not None else None
            if customer is None:
                raise Refused(RefusalCode.UNKNOWN_CUSTOMER, Remedy.SEARCH_BY_NAME)
            records = customers.group(db, customer.id)
            return PersonTold(
                shop=settings.name,
                contacts=settings.contacts,
                language=customer.language or settings.cards_language,
                zone=self._shop.facts().zone,
                made_at=act.at,
                tables=telling.tables(db, records),
                pictures=telling.pictures(db, records),
            )
        finally:
            db.run("COMMIT")

    def _note(self, act: Act, customer_id: int) -> None:
        """Who took what is known of somebody out of the shop is on record."""
        begin(self._store, act, ACT, customer_id=customer_id, needs=Role.MANAGER)

    def write(self, act: Act, customer_id: int, path: Path) -> int:
        """Write it to `path`, whole or not at all, over an old one; gives how many rows are in it. Slow.

        The page is in the person's language, and in English beside. Raises `Refused` as `of` does; OSError.
        """
        told = self.of(act, customer_id)
        spoken = (told.language, *([SOURCE_LANGUAGE] if told.language != SOURCE_LANGUAGE else []))
        pages = [person_page(texts_for(language), told) for language in spoken]
        self._store.submit(lambda: self._note(act, customer_id), act).result()  # before there is a file
        with whole_file(path) as file:
            write_person(told, pages, file)
        return sum(len(rows) for rows in told.tables.values())
