"""How customers reach the shop: it is on everything that is printed for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.paper.shop_contacts import ADDRESS_LIMIT, clean_address, clean_email, clean_phone
from frontdesk.domain.people.phones import COUNTRY_PREFIXES, SHOWN_LIMIT
from frontdesk.domain.shop import ShopSettings
from frontdesk.domain.text import BadInput
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import tr
from frontdesk.ui.widgets.fields import Field, TextLine


class ContactFields(QObject):
    """The fields, for a page to lay out. `edited` carries what a person changed, by its settings' names; a
    faulty text is shown as such at its field and is not carried.
    """

    edited = Signal(dict)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._prefix = ""
        self.phone, self.email = TextLine(limit=SHOWN_LIMIT), TextLine()
        self.address = TextLine(limit=ADDRESS_LIMIT)
        self.phone_field = Field(lambda: tr("The shop's telephone"), self.phone)
        self.email_field = Field(lambda: tr("The shop's e-mail"), self.email)
        self.address_field = Field(
            lambda: tr("The shop's address"),
            self.address,
            lambda: tr("Telephone, e-mail and address are on everything that customers take home."),
        )
        self._lines = {
            "phone": (self.phone, self.phone_field, lambda text: clean_phone(text, self._prefix)),
            "email": (self.email, self.email_field, clean_email),
            "address": (self.address, self.address_field, clean_address),
        }
        for name, (line, field, clean) in self._lines.items():
            self._follow(name, line, field, clean)

    def show_settings(self, settings: ShopSettings) -> None:
        """Show what is kept; a field that is being typed in, or is faulty, is left alone."""
        self._prefix = COUNTRY_PREFIXES.get(settings.country, "")
        for name, (line, field, _) in self._lines.items():
            if not line.isModified() and not field.fault:
                line.put(getattr(settings, name))

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        for line, _, _ in self._lines.values():
            line.finish()

    def faulty(self) -> Field | None:
        """The first field whose text cannot be kept."""
        return next((field for _, field, _ in self._lines.values() if field.fault), None)

    def _follow(self, name: str, line: TextLine, field: Field, clean: Callable[[str], str]) -> None:
        def take(text: str) -> None:
            try:
                cleaned = clean(text)
            except BadInput as bad:
                field.set_fault(sentence_for(bad))
            else:
                field.set_fault("")
                self.edited.emit({name: cleaned})

        line.finished.connect(take)
        line.textEdited.connect(lambda: field.set_fault(""))
