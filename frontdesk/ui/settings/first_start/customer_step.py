"""The last step: the first customer, by name. The counter then greets them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.people.customers import CustomerDraft
from frontdesk.domain.text import NAME_LIMIT, BadInput, clean_name
from frontdesk.ui.counter.sheets import Counter
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import speak, tr
from frontdesk.ui.settings.first_start.step_page import StepPage
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field, TextLine
from frontdesk.ui.widgets.pages import beside
from frontdesk.ui.widgets.prose import Prose


class CustomerStep(StepPage):
    """`bring_wanted`: they are in a file of another system."""

    bring_wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.name, self.phone = TextLine(limit=NAME_LIMIT), TextLine()
        self.name_field = Field(lambda: tr("Name"), self.name)
        self.phone_field = Field(lambda: tr("Phone"), self.phone)
        self.name.textEdited.connect(lambda: self.name_field.set_fault(""))
        self.bring = TextButton("import", "quiet")
        speak(self.bring.say, lambda: tr("Bring customers from another system"))
        self.bring.clicked.connect(self.bring_wanted)
        intro = Prose(size=16)
        speak(
            intro.setText,
            lambda: tr(
                "A name is enough; photo, birthday and what they like can follow. Perhaps it is you: so "
                "you see how a customer is greeted."
            ),
        )
        self.column.addWidget(intro)
        self.column.addLayout(beside(self.name_field, self.phone_field))
        self.column.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def heading(self) -> str:
        return tr("Your first customer")

    def first_focus(self) -> QWidget:
        return self.name

    def lines(self) -> tuple[TextLine, ...]:
        """Enter in any of these goes on."""
        return self.name, self.phone

    def keep(self) -> None:
        try:
            clean_name(self.name.text())
        except BadInput as bad:
            self.name_field.set_fault(sentence_for(bad))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.counter.bridge.submit(
            self.counter.desk.customers.enrol,
            self.one_act(),
            CustomerDraft(self.name.text(), phone=self.phone.text()),
            done=self.on_kept,
            refused=self.on_refused,
        )
