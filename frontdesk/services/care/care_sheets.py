"""Take-home sheets: written once for a product in each language, printed for whoever took it."""

from collections.abc import Mapping

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.care.care_sheets import CareSheet, CareSheetSaved, sheet_in
from frontdesk.domain.text import clean_note
from frontdesk.services.gesture import begin, number_of, root_of
from frontdesk.services.shop import ShopService
from frontdesk.storage import shop
from frontdesk.storage.care import care_sheets
from frontdesk.storage.people import customers
from frontdesk.storage.store import Store

_TAKEN = 60
"""So many products that somebody took are looked through for one with a sheet."""


class CareSheetService:
    def __init__(self, store: Store, shop_service: ShopService) -> None:
        self._store = store
        self._shop = shop_service

    def texts(self, product_id: int) -> Mapping[str, str]:
        """What is written of a product, by language."""
        return care_sheets.of(self._store.read(), product_id)

    def for_customer(self, customer_id: int) -> tuple[CareSheet, ...]:
        """Every sheet in the customer's language, of what they took lately first, then the others.

        Raises `Refused` UNKNOWN_CUSTOMER.
        """
        db = self._store.read()
        root_id = root_of(db, customer_id)
        customer, settings = customers.get(db, root_id), self._shop.settings()
        wanted = (customer.language if customer is not None else "") or settings.cards_language
        written = care_sheets.of_all(db)
        taken = [id_ for id_ in care_sheets.taken_lately(db, root_id, _TAKEN) if id_ in written]
        sold = {product.id: product for product in shop.products(db)}
        ids = dict.fromkeys((*taken, *(id_ for id_ in sold if id_ in written)))
        sheets = (
            sheet_in(sold.get(id_) or shop.product(db, id_), written[id_], wanted, settings.language)
            for id_ in ids
        )
        return tuple(sheet for sheet in sheets if sheet is not None)

    def write(self, act: Act, product_id: int, texts: Mapping[str, str]) -> CareSheetSaved:
        """Set the texts of a product by language; an empty one takes that language away, and one that is not
        named stays. Writing `before` again undoes it. Raises `Refused` ONLY_MANAGER, `BadInput` TOO_LONG,
        `LookupError` where there is no such product.
        """
        db = self._store.write()
        shop.product(db, product_id)
        present = care_sheets.of(db, product_id)
        begun = begin(self._store, act, "WRITE_CARE_SHEET", needs=Role.MANAGER)
        if begun is not None:
            for language, typed in texts.items():
                text = clean_note(typed)
                if text != present.get(language, ""):
                    care_sheets.add(db, self._store.new_id, act, begun.id, product_id, language, text)
        after = care_sheets.of(db, product_id)
        before = care_sheets.of(db, product_id, before=number_of(db, act))
        was = {language: before.get(language, "") for language in {*before, *after}}
        return CareSheetSaved(product_id, after, was, Changes(shop=True))
