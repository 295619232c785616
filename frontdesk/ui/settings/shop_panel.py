"""Settings: the shop itself, where it is, and how the counter looks and speaks."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from frontdesk.domain.shop import Theme
from frontdesk.ui.language import tr
from frontdesk.ui.settings.contact_fields import ContactFields
from frontdesk.ui.settings.hands_fields import HandsFields
from frontdesk.ui.settings.owner_field import OwnerField
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.settings.till_field import TillField
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, beside, tab_through


def shop_panel(
    fields: ShopFields,
    contacts: ContactFields,
    themes: ChipRow,
    hands: HandsFields,
    owner: OwnerField,
    till: TillField,
) -> QWidget:
    """Name, contacts, place, prices, clock, the owner, the till, languages, colours, text and keys."""
    page = ScrolledColumn()
    theme_field = Field(lambda: tr("Colours"), themes)
    page.column.addWidget(fields.name_field)
    page.column.addLayout(beside(contacts.phone_field, contacts.email_field))
    page.column.addWidget(contacts.address_field)
    page.column.addLayout(beside(fields.country_field, fields.zone_field))
    page.column.addLayout(beside(fields.currency_field, owner))
    page.column.addWidget(till)
    page.column.addLayout(beside(fields.language_field, theme_field))
    page.column.addWidget(hands.text_size_field)
    page.column.addWidget(hands.touch_keys_field)
    page.column.addWidget(hands.shared_field)
    page.column.addWidget(fields.cards_language_field)
    page.column.addStretch(1)
    tab_through(fields.name, contacts.phone, contacts.email, contacts.address, fields.country)
    tab_through(fields.country, fields.zone, fields.currency, owner.name, till.name)
    tab_through(till.name, fields.languages)
    tab_through(fields.languages, themes, hands.text_size, hands.touch_keys)
    tab_through(hands.touch_keys, hands.shared, fields.cards_languages)
    return page


def theme_chips() -> ChipRow:
    """Light or dark."""
    return ChipRow([(Theme.LIGHT, lambda: tr("Light colours")), (Theme.DARK, lambda: tr("Dark colours"))])
