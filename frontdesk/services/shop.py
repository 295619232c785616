"""The shop itself: settings and products; and its programmes, to read."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.domain.acts import Act, Changes, Role
from frontdesk.domain.loyalty.programmes import Programme, ProgrammeDraft, ProgrammeKind
from frontdesk.domain.people.phones import COUNTRY_PREFIXES
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.shop import AT_THE_TILL, ShopSettings
from frontdesk.domain.text import clean_line, clean_name
from frontdesk.services.gesture import begin
from frontdesk.storage import shop
from frontdesk.storage.database import Db
from frontdesk.storage.loyalty import programmes
from frontdesk.storage.store import Store
from frontdesk.storage.trust import acts_about


@dataclass(frozen=True, slots=True)
class ShopSaved:
    """The settings as they now stand.

    `product` is the one that was added, changed or retired, as it now stands; `before` is what a change of
    it replaced: saving that undoes the change.
    """

    settings: ShopSettings
    changes: Changes
    product: Product | None = None
    before: Product | None = None


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """What nearly every reading needs of the shop, read once until somebody writes."""

    settings: ShopSettings
    zone: ZoneInfo
    phone_prefix: str
    programmes: tuple[Programme, ...]

    @property
    def main_programme(self) -> Programme | None:
        """The programme that a plain "Add stamp" means: the first that still runs."""
        return next(
            (
                each
                for each in self.programmes
                if each.retired_at is None and each.kind is ProgrammeKind.STAMPS
            ),
            None,
        )


class ShopService:
    """Reads are cached for each thread until any commit, this process's or another's, changes the store; in a
    job, until the job ends or changes the shop's own rows.
    """

    def __init__(self, store: Store, chain_key: programmes.ChainKey) -> None:
        self._store = store
        self._chain_key = chain_key
        self._cached = threading.local()

    def facts(self) -> ShopFacts:
        db = self._store.read()
        # A job sees what it, or one that is committed with it, has just saved.
        version = self._store.moment if self._store.in_job else db.value("PRAGMA data_version")
        if getattr(self._cached, "version", None) != version:
            self._cached.facts = _facts(db)
            self._cached.version = version
        facts: ShopFacts = self._cached.facts
        return facts

    def settings(self) -> ShopSettings:
        return self.facts().settings

    def programmes(self) -> tuple[Programme, ...]:
        return self.facts().programmes

    def products(self) -> tuple[Product, ...]:
        return shop.products(self._store.read())

    def is_beginning(self) -> bool:
        """Whether the first start was begun and has not come to its end."""
        return bool(shop.first_step(self._store.read()))

    def open_shop(
        self, act: Act, settings: ShopSettings, programme: ProgrammeDraft | None, owner_name: str = ""
    ) -> ShopSaved:
        """The shop in one act: settings, a programme where there is one yet, the owner's name.

        Raises `BadInput`, `BadTerms`.
        """
        from frontdesk.services.loyalty.programmes import cleaned

        begun = begin(self._store, act, "OPEN_SHOP", needs=Role.OWNER)
        if begun is not None:
            self._save(settings, act.at)
            if programme is not None:
                draft = cleaned(programme)
                programmes.add(begun.db, self._store.new_id, act, begun.id, draft, chain_key=self._chain_key)
            if owner_name.strip():
                shop.rename_staff(begun.db, act.staff_id, clean_name(owner_name))
        return self._saved()

    def change_settings(self, act: Act, changed: Mapping[str, Any]) -> ShopSaved:
        """Set some settings by their names and leave the others as they stand by then."""
        standing = shop.settings(self._store.write())
        return self.save_settings(act, replace(standing, **changed))

    def save_settings(self, act: Act, settings: ShopSettings) -> ShopSaved:
        """How this till looks and speaks is whoever's who stands there; all else is the manager's.

        Raises `Refused` ONLY_MANAGER, PIN_NEEDED, and `BadInput` for a name, link, contact or printer that
        cannot be.
        """
        db = self._store.write()
        before = shop.settings(db)
        needs = Role.CASHIER if settings.differs_in(before) <= AT_THE_TILL else Role.MANAGER
        begun = begin(self._store, act, "SAVE_SETTINGS", needs=needs)
        if begun is not None:
            self._save(settings, act.at)
            acts_about.note_change(db, begun.id, asdict(before), asdict(shop.settings(db)))
        return self._saved()

    def add_product(self, act: Act, product: Product) -> ShopSaved:
        """Add something that is sold; the product's `id` is ignored. Raises `BadInput` for its name."""
        begun = begin(self._store, act, "ADD_PRODUCT", needs=Role.MANAGER)
        db = self._store.write()
        if begun is not None:
            shop.add_product(db, self._store.new_id, act, begun.id, _cleaned(product))
            acts_about.note(db, begun.id, product_id=shop.product_added_by(db, act.gesture))
        added = shop.product_added_by(db, act.gesture)
        return self._saved(shop.product(db, added) if added is not None else None)

    def save_product(self, act: Act, product: Product) -> ShopSaved:
        """Change the name, price, picture or stamps of a product; what it earned so far stays as it was.

        Raises `BadInput` for its name, `LookupError` where there is no such product.
        """
        db = self._store.write()
        before = shop.product(db, product.id)
        begun = begin(self._store, act, "SAVE_PRODUCT", needs=Role.MANAGER)
        if begun is not None:
            shop.update_product(db, _cleaned(product))
            if product.price != before.price:
                shop.note_price(db, self._store.new_id, act, begun.id, before)
            now = shop.product(db, product.id)
            acts_about.note_change(db, begun.id, *map(self._told, (before, now)), product_id=product.id)
        return self._saved(shop.product(db, product.id), before)

    def retire_product(self, act: Act, product_id: int, retired: bool = True) -> ShopSaved:
        """Stop selling a product, or sell it again (`retired` False). It is never deleted: visits name it.

        Raises `LookupError` where there is no such product.
        """
        db = self._store.write()
        product = shop.product(db, product_id)
        begun = begin(self._store, act, "RETIRE_PRODUCT", needs=Role.MANAGER)
        if begun is not None:
            shop.retire_product(db, product_id, act.at if retired else None)
            acts_about.note(db, begun.id, product_id=product_id)
        return self._saved(product)

    def _told(self, product: Product) -> dict[str, Any]:
        """As the trail keeps it: the price in the currency of then."""
        from decimal import Decimal  # a start changes no product

        from babel.numbers import get_currency_precision

        currency = self.settings().currency
        amount = Decimal(product.price).scaleb(-get_currency_precision(currency))
        return asdict(product) | {"price": f"{amount} {currency}"}

    def _save(self, settings: ShopSettings, at: int) -> None:
        # The first frame sets nothing, and does not wait for what checks it.
        from frontdesk.domain.feedback.links import parse_link_template
        from frontdesk.domain.paper.receipts import PAPER_WIDTHS, parse_receipt_printer
        from frontdesk.domain.paper.shop_contacts import clean_address, clean_email, clean_phone

        prefix = COUNTRY_PREFIXES.get(settings.country, "")
        if settings.feedback_link:
            parse_link_template(settings.feedback_link, prefix)
        ZoneInfo(settings.zone)
        parse_receipt_printer(settings.receipt_printer)
        width = settings.receipt_width
        cleaned = replace(
            settings,
            name=clean_name(settings.name),
            printer=clean_line(settings.printer),
            phone=clean_phone(settings.phone, prefix),
            email=clean_email(settings.email),
            address=clean_address(settings.address),
            receipt_printer=clean_line(settings.receipt_printer),
            receipt_width=width if width in PAPER_WIDTHS else max(PAPER_WIDTHS),
        )
        shop.save_settings(self._store.write(), cleaned, at)

    def _saved(self, product: Product | None = None, before: Product | None = None) -> ShopSaved:
        return ShopSaved(shop.settings(self._store.write()), Changes(shop=True), product, before)


def _cleaned(product: Product) -> Product:
    return replace(product, name=clean_name(product.name), category=clean_line(product.category))


def _facts(db: Db) -> ShopFacts:
    settings = shop.settings(db)
    return ShopFacts(
        settings,
        ZoneInfo(settings.zone),
        COUNTRY_PREFIXES.get(settings.country, ""),
        programmes.programmes(db),
    )
