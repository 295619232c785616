"""Settings: what is printed, on which printers, and with which logo."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from frontdesk.domain.shop import ShopSettings
from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.logo_field import LogoField
from frontdesk.ui.settings.receipt_part import ReceiptPart
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through


class PrintsPanel(ScrolledColumn):
    """The printers, the logo, and a way to the cards themselves.

    `fields` has the printer of cards; `edited` carries what was changed of receipts, by its setting's name.
    """

    edited = Signal(dict)

    def __init__(self, counter: Counter, fields: ShopFields) -> None:
        super().__init__()
        self.receipts, self.logo = ReceiptPart(counter), LogoField(counter)
        self._feedback, self._members = TextButton("message-square-heart"), TextButton("credit-card")
        speak(self._feedback.say, lambda: tr("Feedback cards for the till"))
        speak(self._members.say, lambda: tr("Member cards"))
        self._lay_out(fields)
        self._feedback.clicked.connect(lambda: counter.open(SheetName.FEEDBACK_CARDS))
        self._members.clicked.connect(lambda: counter.open(SheetName.MEMBER_CARDS))
        self.receipts.edited.connect(self.edited)

    def show_settings(self, settings: ShopSettings) -> None:
        """Show what is kept; what is being typed, or is faulty, is left alone."""
        self.receipts.show_settings(settings)

    def finish(self) -> None:
        """Take what was typed and not yet left."""
        self.receipts.finish()

    def _lay_out(self, fields: ShopFields) -> None:
        logo, receipts = self.logo, self.receipts
        logo_field = Field(
            lambda: tr("Logo"),
            logo,
            lambda: tr(
                "A JPEG, PNG or WEBP picture. It is on what customers take home, beside the shop's name."
            ),
        )
        logo.failed.connect(logo_field.set_fault)
        row = QHBoxLayout()
        row.setSpacing(RHYTHM)
        row.addWidget(self._feedback)
        row.addWidget(self._members)
        row.addStretch(1)
        for part in (fields.printer_field, receipts, logo_field):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.column.addStretch(1)
        tab_through(fields.printer, receipts.printer, receipts.width_chips, receipts.test_button)
        tab_through(receipts.test_button, logo.place, logo.choose_button, logo.remove_button)
        tab_through(logo.remove_button, self._feedback, self._members)
