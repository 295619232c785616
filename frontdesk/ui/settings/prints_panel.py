"""Settings: what is printed, and on which printer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.counter.sheets import Counter, SheetName
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.settings.shop_fields import ShopFields
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.pages import ScrolledColumn, tab_through


def prints_panel(counter: Counter, fields: ShopFields) -> QWidget:
    """The printer, and a way to the cards themselves."""
    page = ScrolledColumn()
    page.column.addWidget(fields.printer_field)
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
    tab_through(fields.printer, feedback, members)
    return page
