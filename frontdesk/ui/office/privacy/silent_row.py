"""One line of who is silent: choose them, look at them, or keep them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.privacy.retention import Silent
from frontdesk.ui.language import tr
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.office.privacy.tick import Tick
from frontdesk.ui.people.record_rows import RecordRow
from frontdesk.ui.widgets.pages import in_a_row


class SilentRow(QWidget):
    """Whoever is held back cannot be chosen."""

    chosen = Signal()

    def __init__(self, silent: Silent, said: str, *, proposed: bool) -> None:
        super().__init__()
        self.silent = silent
        self.choose = Tick()
        self.choose.say(tr("Choose"))
        self.choose.setAccessibleName(tr("Choose {name}", name=silent.name))
        self.choose.toggled.connect(self.chosen)
        self.choose.setVisible(proposed)
        if proposed:
            self.line = RecordRow("user-round", silent.name, said)
        else:
            self.line = RecordRow("hand", silent.name, "", origin=said)
        row = in_a_row()
        self.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(RHYTHM)
        row.addWidget(self.choose)
        row.addWidget(self.line, 1)
