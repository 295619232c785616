"""One more thing to note of a customer: of which sort it is, and a line to type it on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.people.facts import FactKind
from frontdesk.domain.text import NOTE_LIMIT
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.people.fields import Line
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.choices import ChipRow
from frontdesk.ui.widgets.labels import PlainLabel
from frontdesk.ui.widgets.pages import in_a_row


class NoteLine(QWidget):
    """Emits `sent(kind, text)` at Enter or a tap, and is empty again."""

    sent = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = PlainLabel(role="heading")
        speak(heading.setText, lambda: tr("Note one more thing"))
        self.kinds = ChipRow(
            (
                (FactKind.PREFERENCE, lambda: tr("Likes")),
                (FactKind.NOTE, lambda: tr("Good to know")),
                (FactKind.ALLERGY, lambda: tr("Allergy")),
            )
        )
        self.kinds.choose(FactKind.PREFERENCE)
        self.typed = Line(NOTE_LIMIT, over=0)
        speak(self.typed.setPlaceholderText, lambda: tr("In a few words"))
        speak(self.typed.setAccessibleName, lambda: tr("Note one more thing"))
        self.save = TextButton("check", "filled")
        speak(self.save.say, lambda: tr("Note it"))
        self.typed.entered.connect(self.send)
        self.save.clicked.connect(self.send)
        row, column = in_a_row(), QVBoxLayout(self)
        row.setSpacing(RHYTHM)
        row.addWidget(self.typed, 1)
        row.addWidget(self.save)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(RHYTHM)
        column.addWidget(heading)
        column.addWidget(self.kinds)
        column.addLayout(row)

    def send(self) -> None:
        """Hand over what was typed; with nothing typed, wait for it."""
        text = self.typed.typed().strip()
        if text:
            self.sent.emit(FactKind(self.kinds.value()), text)
            self.typed.clear()
        else:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
