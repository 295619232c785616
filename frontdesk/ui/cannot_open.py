"""The window that says why a shop cannot be opened, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.config import APP_NAME
from frontdesk.ui.language import speak, tr
from frontdesk.ui.look.metrics import RHYTHM, Size
from frontdesk.ui.widgets.buttons import TextButton
from frontdesk.ui.widgets.prose import Prose


class CannotOpenWindow(QWidget):
    """One sentence and one button. Closing it ends the program; nothing of the shop was changed."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setWindowTitle(APP_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(RHYTHM * 5, RHYTHM * 5, RHYTHM * 5, RHYTHM * 5)
        column.setSpacing(RHYTHM * 3)
        self.said = Prose(sentence, size=Size.BODY, ink="ink")
        column.addWidget(self.said)
        column.addStretch(1)
        self.close_button = TextButton(role="filled")
        speak(self.close_button.setText, lambda: tr("Close"))
        self.close_button.clicked.connect(self.close)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(560, 280)
