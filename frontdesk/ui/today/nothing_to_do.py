"""What Today shows when all is done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.ui.language import tr
from frontdesk.ui.look.icons import icon_pixmap
from frontdesk.ui.look.metrics import RHYTHM
from frontdesk.ui.look.style import LOOK
from frontdesk.ui.widgets.labels import PlainLabel


class NothingToDo(QWidget):
    """A smile, and two sentences that are true."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._title = PlainLabel(), PlainLabel(role="title")
        self._below = PlainLabel(role="quiet")
        column = QVBoxLayout(self)
        column.setSpacing(RHYTHM)
        column.addStretch(2)
        for label in (self._sign, self._title, self._below):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        LOOK.changed.connect(self.say)

    def say(self) -> None:
        self._sign.setPixmap(icon_pixmap("smile", "accent_ink", 64))
        self._title.setText(tr("Nobody waits for anything."))
        self._below.setText(tr("Promises, calls and birthdays come up here by themselves."))
