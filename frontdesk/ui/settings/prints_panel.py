"""Settings: what is printed, on which printers, and with which logo."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.logo_field import LogoField
from frontdesk.ui.settings.receipt_part import ReceiptPart
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through


def prints_panel(counter: Counter, fields: ShopFields, receipts: ReceiptPart) -> QWidget:
    """The printers, the logo, and a way to the cards themselves."""
    page = ScrolledColumn()
    logo = LogoField(counter)
    logo_field = Field(
        lambda: tr("Logo"),
        logo,
        lambda: tr("A JPEG, PNG or WEBP picture. It is on what customers take home, beside the shop's name."),
    )
    logo.failed.connect(logo_field.set_fault)
    page.column.addWidget(fields.printer_field)
    page.column.addWidget(receipts)
    page.column.addWidget(logo_field)
    feedback, members = TextButton("message-square-heart"), TextButton("credit-card")
    speak(feedback.say, lambda: tr("Feedback cards for the till"))
    speak(members.say, lambda: tr("Member cards"))
    feedback.clicked.connect(lambda: counter.open(SheetName.FEEDBACK_CARDS))
    members.clicked.connect(lambda: counter.open(SheetName.MEMBER_CARDS))
    row = QHBoxLayout()
    row.setSpacing(RHYTHM)
    row.addWidget(feedback)
    row.addWidget(members)
    row.addStretch(1)
    page.column.addLayout(row)
    page.column.addStretch(1)
    tab_through(fields.printer, receipts.printer, receipts.width_chips, receipts.test_button)
    tab_through(receipts.test_button, logo.place, logo.choose_button, logo.remove_button, feedback, members)
    return page
