"""A new PIN, typed twice: what nobody sees is easily mistyped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.acts import Role
from frontdesk.domain.team.pins import new_pin
from frontdesk.domain.text import BadInput
from frontdesk.ui.faults import sentence_for
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, grown
from frontdesk.ui.team.pin_entry import PinField
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.fields import Field
from frontdesk.ui.widgets.pages import in_a_row

_WIDTH = 208


class PinChoice(QWidget):
    """`chosen` carries a PIN that will do for somebody of this role, typed the same twice."""

    chosen = Signal(str)

    def __init__(self, role: Role) -> None:
        super().__init__()
        self._role = role
        self.first, self.again = PinField(), PinField()
        self.first_field = Field(lambda: tr("New PIN"), self.first, self._hint)
        self.again_field = Field(lambda: tr("The same once more"), self.again)
        for line in (self.first, self.again):
            line.setFixedWidth(grown(_WIDTH))
            line.textEdited.connect(self._forgive)
        self.first.returnPressed.connect(self._go_on)
        self.again.returnPressed.connect(self.save)
        self.button = TextButton("check", "filled")
        speak(self.button.say, lambda: tr("Use this PIN"))
        self.button.clicked.connect(self.save)
        row = in_a_row()
        row.setSpacing(RHYTHM * 3)
        row.addWidget(self.first_field, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.again_field, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM * 2)
        column.addLayout(row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.first)

    def clear(self) -> None:
        self.first.clear()
        self.again.clear()
        self._forgive()

    def say_fault(self, sentence: str) -> None:
        self.first_field.set_fault(sentence)

    def save(self) -> None:
        """Say what is wrong with it, or let it be taken."""
        if not self._will_do():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.first.text() != self.again.text():
            self.again_field.set_fault(tr("The two are not the same. Type them once more."))
            self.again.clear()
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chosen.emit(self.first.text())

    def _go_on(self) -> None:
        if self._will_do():
            self.again.setFocus(Qt.FocusReason.TabFocusReason)

    def _will_do(self) -> bool:
        try:
            new_pin(self.first.text(), self._role)
        except BadInput as bad:
            self.first_field.set_fault(sentence_for(bad))
            return False
        return True

    def _forgive(self) -> None:
        self.first_field.set_fault("")
        self.again_field.set_fault("")

    def _hint(self) -> str:
        if self._role is Role.CASHIER:
            return tr("Four digits or more. No row, no pattern, no date.")
        return tr("Six digits. No row, no pattern, no date.")
