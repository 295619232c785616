"""Settings: the shop itself, where it is, and how the counter looks and speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal

from frontdesk.domain.shop import ShopSettings, Theme
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.language import tr
from frontdesk.ui.settings.contact_fields import ContactFields
from frontdesk.ui.settings.hands_fields import HandsFields
from frontdesk.ui.settings.owner_field import OwnerField
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.settings.till_field import TillField
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, tab_through


class ShopPanel(ScrolledColumn):
    """Name, contacts, place, prices, clock, the owner, the till, languages, colours, text and keys.

    `fields` are laid out here; `edited` carries what was changed in the others, by their settings' names.
    """

    edited = Signal(dict)

    def __init__(self, counter: Counter, fields: ShopFields) -> None:
        super().__init__()
        self.contacts, self.hands = ContactFields(self), HandsFields(self)
        self.owner, self.till = OwnerField(counter), TillField(counter)
        self.themes = ChipRow(
            [(Theme.LIGHT, lambda: tr("Light colours")), (Theme.DARK, lambda: tr("Dark colours"))]
        )
        self._lay_out(fields)
        self._order_tabs(fields)
        self.contacts.edited.connect(self.edited)
        self.hands.edited.connect(self.edited)
        self.themes.chosen.connect(lambda theme: self.edited.emit({"theme": Theme(theme)}))

    def show_settings(self, settings: ShopSettings) -> None:
        """Show what is kept; what is being typed, or is faulty, is left alone."""
        self.themes.choose(settings.theme)
        self.contacts.show_settings(settings)
        self.hands.show_settings(settings)

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        self.contacts.finish()

    def _lay_out(self, fields: ShopFields) -> None:
        contacts, hands, column = self.contacts, self.hands, self.column
        column.addWidget(fields.name_field)
        column.addLayout(beside(contacts.phone_field, contacts.email_field))
        column.addWidget(contacts.address_field)
        column.addLayout(beside(fields.country_field, fields.zone_field))
        column.addLayout(beside(fields.currency_field, self.owner))
        column.addWidget(self.till)
        column.addLayout(beside(fields.language_field, Field(lambda: tr("Colours"), self.themes)))
        column.addWidget(hands.text_size_field)
        column.addWidget(hands.touch_keys_field)
        column.addWidget(hands.shared_field)
        column.addWidget(fields.cards_language_field)
        column.addStretch(1)

    def _order_tabs(self, fields: ShopFields) -> None:
        contacts, hands = self.contacts, self.hands
        tab_through(fields.name, contacts.phone, contacts.email, contacts.address, fields.country)
        tab_through(fields.country, fields.zone, fields.currency, self.owner.name, self.till.name)
        tab_through(self.till.name, fields.languages)
        tab_through(fields.languages, self.themes, hands.text_size, hands.touch_keys)
        tab_through(hands.touch_keys, hands.shared, fields.cards_languages)
